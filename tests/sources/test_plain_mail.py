"""Test that only the subject and date of a mail's head belong to the article."""

import pytest

from briefing_tui.model.document import Document
from briefing_tui.sources.plain.reader import read_plain
from tests.sources import dumps

BODY = "\n\n".join(dumps.BODY)
SENT = "Date: Mon, 2 Mar 2026 09:14:00 +0100"


def read(*head: str, below: str = "") -> Document:
    return read_plain("\n".join([*head, "", below + BODY]), "mail.txt", "00")


@pytest.mark.parametrize(
    "head",
    [
        ("From: Oona Reed <oona@example.org>", "To: harbour@example.org", SENT, f"Subject: {dumps.TITLE}"),
        (f"Betreff: WG: AW: {dumps.TITLE}", "Von: Oona Reed <oona@example.org>", "Datum: 2. März 2026", "An: hafen@example.org"),
        ("De : Oona Reed", "Envoyé : lundi 2 mars 2026 09:14", "À : port@example.org", f"Objet : TR : {dumps.TITLE}"),
        ("*From:* Oona Reed", "*Subject:* Re: The ferry that came", "  back empty", "To: harbour@example.org"),
        ("Good morning,", "", "---------- Forwarded message ---------", "From: Oona Reed", f"Subject: Fwd: {dumps.TITLE}"),
    ],
)
def test_the_subject_is_the_title_without_its_label_and_the_rest_goes(head: tuple[str, ...]) -> None:
    document = read(*head)
    assert (document.title, document.lead, document.authors) == (dumps.TITLE, None, ())
    assert [paragraph.text for section in document.sections for paragraph in section.paragraphs] == list(dumps.BODY)
    assert any(drop.why == "the head of an e-mail" and "Oona Reed" in drop.text for drop in document.dropped)


def test_the_articles_own_title_and_byline_stand_below_the_subject() -> None:
    below = f"{dumps.TITLE}\n\nBy {dumps.AUTHOR}\n\n"
    document = read("From: Oona Reed", "To: harbour@example.org", f"Subject: {dumps.TITLE}", below=below)
    assert (document.title, document.kicker, document.authors) == (dumps.TITLE, None, (dumps.AUTHOR,))


def test_the_day_on_which_a_mail_was_passed_on_is_not_the_articles() -> None:
    assert read("From: Oona Reed", SENT, f"Subject: {dumps.TITLE}").published == "2026-03-02"
    assert read("From: Oona Reed", SENT, f"Subject: Fwd: {dumps.TITLE}").published is None


def test_a_mail_that_an_article_quotes_stays() -> None:
    mail = "From: the harbour board\nTo: the villages\nSubject: the boat stays in the yard\n\n"
    document = read_plain(f"{dumps.TITLE}\n\n{dumps.BODY[0]}\n\n{mail}{BODY}", "mail.txt", "00")
    assert not [drop for drop in document.dropped if drop.why == "the head of an e-mail"]
