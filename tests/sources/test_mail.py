"""E-mails: newsletters, forwarded mails, mailboxes, attachments."""

import time
from email.message import EmailMessage
from pathlib import Path

import pytest

from briefing_tui.cli import main
from briefing_tui.model.document import Document
from briefing_tui.sources import NoArticle, Unreadable, read_source
from briefing_tui.sources.mail.messages import without_attachments
from briefing_tui.sources.registry import RawSource, recognise

PARAGRAPHS = (
    "The only doctor on the island of Skerry will leave in May, and nobody has been found to follow her.",
    "“I’ve been on call for eleven years,” said Dr Hanne Moe, who would like to sleep through a storm once.",
    "The health board has advertised the post three times, with a house, a boat and a nurse, and had no answer.",
)
PAGE = "<html><body><table><tr><td>{}</td></tr></table></body></html>"
BODY = "".join(f"<p>{text}</p>" for text in PARAGRAPHS)


def mail(
    subject: str = "Doctor leaves Skerry", page: str = "", text: str = "\n\n".join(PARAGRAPHS), **fields: str
) -> EmailMessage:
    message = EmailMessage()
    message["From"], message["To"] = "Nora Feld <nora@courier.example>", "reader@example.org"
    message["Subject"], message["Date"] = subject, "Tue, 03 Mar 2026 07:00:00 +0100"
    message["Message-ID"] = "<1@courier.example>"
    for name, value in fields.items():
        message[name] = value
    message.set_content(text, cte="quoted-printable")
    if page:
        message.add_alternative(page, subtype="html", cte="quoted-printable")
    return message


def _texts(document: Document) -> list[str]:
    return [paragraph.text for section in document.sections for paragraph in section.paragraphs]


def test_a_mail_of_text_is_an_article_with_its_subject_sender_and_day() -> None:
    data = mail().as_bytes()
    assert recognise(RawSource(data)).name == "mail"
    document = read_source(data, "letter.eml")
    assert (document.title, document.authors, document.published) == ("Doctor leaves Skerry", ("Nora Feld",), "2026-03-03")
    assert _texts(document) == list(PARAGRAPHS)


def test_the_page_of_a_newsletter_goes_before_its_text() -> None:
    document = read_source(
        mail(page=PAGE.format(f"<h1>The island without a doctor</h1>{BODY}"), text="Open in a browser.").as_bytes()
    )
    assert document.title == "The island without a doctor"
    assert (document.published, document.publisher) == ("2026-03-03", "Nora Feld")
    assert _texts(document) == list(PARAGRAPHS)


def test_the_subject_is_the_title_of_a_page_without_headline() -> None:
    assert (
        read_source(mail("Re: =?utf-8?q?Doctor_leaves_Sk=C3=A9rry?=", page=PAGE.format(BODY)).as_bytes()).title
        == "Doctor leaves Skérry"
    )


@pytest.mark.parametrize(
    "head",
    [
        "<div>---------- Forwarded message ---------<br>From: <b>Ilse Brandt</b> &lt;i@b.example&gt;<br>Date: Mon, 2 Feb 2026<br>"
        "Subject: A doctor for Skerry<br>To: &lt;nora@courier.example&gt;<br></div>",
        "<p><b>From:</b> Ilse Brandt<br><b>Sent:</b> 2 February 2026 08:00<br><b>To:</b> Nora<br>"
        "<b>Subject:</b> A doctor for Skerry</p>",
    ],
)
def test_a_mail_that_was_passed_on_is_read_as_its_authors(head: str) -> None:
    page = PAGE.format(
        f"<div>Did you see this? I thought of your aunt when I read it, and of the winter of 2010.</div>{head}<div>{BODY}</div>"
    )
    document = read_source(mail("Fwd: A doctor for Skerry", page=page).as_bytes())
    assert (document.title, document.published) == ("A doctor for Skerry", "2026-02-02")
    assert _texts(document) == list(PARAGRAPHS)


def test_a_mail_that_is_attached_to_another_one_is_the_article() -> None:
    outer = mail("FYI", text="See the attached mail.")
    outer.add_attachment(mail("The island without a doctor"))
    assert read_source(outer.as_bytes()).title == "The island without a doctor"


def test_a_mailbox_gives_its_first_article_and_names_how_to_choose() -> None:
    mails = [mail("Hello", text="Hi!"), mail("Doctor leaves Skerry"), mail("A ferry for Arnholt")]
    box = b"".join(b"From nora Tue Mar  3 07:00:00 2026\n" + each.as_bytes() + b"\n" for each in mails)
    assert recognise(RawSource(box)).name == "mail"
    document = read_source(box, "letters.mbox")
    assert document.title == "Doctor leaves Skerry"
    assert "a mailbox of 3 mails" in document.notes[0]
    assert read_source(box, "letters.mbox", "mail:3").title == "A ferry for Arnholt"
    with pytest.raises(Unreadable, match=r"a mailbox of 3 mails; choose one with '--from mail:NUMBER'"):
        read_source(box, "letters.mbox", "mail:4")


@pytest.mark.parametrize(
    "word", ["=?utf-\xe98?q?a?=", "=?none?q?a?=", "=?utf-8?b?a?=", "=?idna?b?YQ==?=", "=?\0?q?a?=", "=?utf-8?q?=FF?="]
)
def test_a_field_in_an_encoding_that_is_none_is_shown_as_it_is_written(word: str) -> None:
    lines = (f"{name}: {word}" for name in ("Message-ID", "From", "To", "Subject", "Date", "Content-Type", "MIME-Version"))
    data = "\n".join((*lines, "", *PARAGRAPHS)).encode()
    assert _texts(read_source(data, kind="mail"))


def test_a_mail_that_was_only_written_is_a_mail() -> None:
    data = mail().as_bytes().replace(b"Message-ID: <1@courier.example>\n", b"").replace(b"To: reader@example.org\n", b"")
    assert recognise(RawSource(data)).name == "mail"


@pytest.mark.parametrize("command", ["read", "show"])
def test_a_mail_of_a_mailbox_is_read_and_shown_by_its_number(
    command: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    box = tmp_path / "letters.mbox"
    mails = [mail(f"Letter {number}").as_bytes() for number in (1, 2)]
    box.write_bytes(b"".join(b"From nora Tue Mar  3 07:00:00 2026\n" + each + b"\n" for each in mails))
    assert main([command, str(box)]) == 0
    told = capsys.readouterr()
    assert told.out.startswith("Letter 1\n")
    assert "a mailbox of 2 mails: the first with an article was read; '--from mail:NUMBER' reads another" in told.err
    assert main([command, str(box), "--from", "mail:2"]) == 0
    assert capsys.readouterr().out.startswith("Letter 2\n")
    assert main([command, str(box), "--from", "mail:3"]) == 2
    assert capsys.readouterr().err == f"briefing: {box}: a mailbox of 2 mails; choose one with '--from mail:NUMBER'\n"


def test_attachments_of_fifty_megabytes_cost_neither_time_nor_memory() -> None:
    message = mail()
    message.add_attachment(b"\0" * 3_000_000, maintype="application", subtype="octet-stream", filename="chart.bin")
    data = message.as_bytes()
    start, _, rest = data.partition(b"AAAA")
    large = start + (b"A" * 76 + b"\n") * 650_000 + rest[rest.index(b"\n--") :]
    assert len(without_attachments(large)) < 10_000
    began = time.process_time()
    assert _texts(read_source(large, "letter.eml")) == list(PARAGRAPHS)
    assert time.process_time() - began < 3


def test_a_long_text_in_base64_is_no_attachment() -> None:
    message = mail(text="")
    message.set_content("\n\n".join(PARAGRAPHS * 400), cte="base64")
    assert without_attachments(message.as_bytes()) == message.as_bytes()


@pytest.mark.parametrize("data", [b"From: a@b.example\nTo: c@d.example\nMIME-Version: 1.0\n\n", mail(text="").as_bytes()])
def test_a_mail_without_words_is_no_article(data: bytes) -> None:
    with pytest.raises(NoArticle):
        read_source(data)
