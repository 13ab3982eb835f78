"""Verdicts on quotations of a draft, each with its evidence."""

from pathlib import Path

import pytest

from briefing_tui.builder import build
from briefing_tui.contentfile.write.writer import write
from briefing_tui.library.index.library_index import open_index
from briefing_tui.model.briefing import Briefing, Image, Paragraph, Quote, Section
from briefing_tui.verification.checker import Finding, check_draft
from briefing_tui.verification.drafts.reading import read_draft
from briefing_tui.verification.library_shelf import LibraryArticles
from briefing_tui.verification.shelf import GivenArticles

WALL = """The wall that moved

PORTOLAN — The harbour wall of Portolan has moved, the engineer Ana Reis said on Tuesday.

“We measured it three times in the winter, and moved a hand's width each time,” Ana Reis said. “It is the least of three evils.”

The board heard the report without a word and then went to lunch, as boards do in that town when nobody wants to be first.

“The tenants will pay for the stones whether they like it or not,” said Tobias Renn of the board.

He said the levy would end within four years of the first stone being laid.

“I have stopped giving dates,” Renn said. “Every date I gave was taken down and shown back to me [in public].”

The meeting lasted an hour. Nobody from the fishing fleet came to it, and the minutes do not say why.

“Nobody asked the fleet about the stones before the vote was called,” Ana Reis said later.
"""

LEVY = """Levy passes

PORTOLAN — The levy passed on Friday with nine votes.

“A levy is a promise with a date on it,” Tobias Renn said after the vote on Friday evening.
"""


ECHO = """Two voices, one sentence

PORTOLAN — The board of Portolan met on Friday, and it met again after lunch.

“The wall will stand for another hundred years,” the engineer Ana Reis said in the morning.

“The wall will stand for another hundred years,” the mason Tobias Renn said in the afternoon.
"""


@pytest.fixture(scope="module")
def shelf() -> GivenArticles:
    return GivenArticles(build(text.encode(), f"{name}.txt", id=name).briefing for name, text in (("wall", WALL), ("levy", LEVY)))


def finding(shelf: GivenArticles, text: str) -> Finding:
    (found,) = check_draft(read_draft(text.encode(), "draft.md"), shelf)
    return found


@pytest.mark.parametrize(
    ("text", "status"),
    [
        ("Ana Reis said: “It is the least of three evils.”", "exact"),
        ("It was said: “It is the least of three evils.”", "exact"),
        ('Ana Reis said: "It is the least of three evils"', "trimmed"),
        ("Ana Reis called it “the least of three evils” once more.", "trimmed"),
        ("Ana Reis said: “We measured it three times … and moved a hand’s width each time.”", "trimmed"),
        ("Ana Reis said: “[W]e measured it three times in the winter.”", "trimmed"),
        ("Ana Reis said: “We measured [the wall] three times in the winter.”", "trimmed"),
        ("Ana Reis said: “It is the *least* of three evils.”", "trimmed"),
        (
            "Renn said: “I have stopped giving dates. Every date I gave was taken down and shown back to me [in public].”",
            "trimmed",
        ),
        ("Renn said: “Every date I gave was taken down and shown back to me.”", "trimmed"),
        ("Ana Reis said: “We measured it four times in the winter.”", "altered"),
        ("Ana Reis said: “We measured it twice.”", "altered"),
        ("Tobias Renn said: “Every day I gave.”", "altered"),
        ("Ana Reis said: “We measured it three times in the winter, and moved each time.”", "altered"),
        ("Ana Reis said: “We never measured it … and moved a hand’s width each time.”", "altered"),
        ("Ana Reis said: “It is the least of three evils. Nobody asked the fleet about the stones.”", "stitched"),
        ("Ana Reis said: “It is the least of three evils … Nobody asked the fleet about the stones.”", "stitched"),
        ("Renn said: “I have stopped giving dates, and a levy is a promise with a date on it.”", "stitched"),
        ("Tobias Renn said: “It is the least of three evils.”", "exact-other-speaker"),
        ("Renn said that “the levy would end within four years of the first stone being laid.”", "paraphrase-only"),
        ("“The board heard the report without a word and then went to lunch,” Ana Reis said.", "paraphrase-only"),
        ("Ana Reis said: “My grandmother ran a tighter ship with one stove.”", "absent"),
        ("So much for the “quiet” weekend that the schedule promised.", None),
        ("A documentary called “The Long Tide” covers the same weeks.", None),
    ],
)
def test_each_change_of_a_quotation_has_its_status(shelf: GivenArticles, text: str, status: str | None) -> None:
    assert finding(shelf, text).status == status


def test_an_altered_quotation_shows_the_articles_words_and_the_difference(shelf: GivenArticles) -> None:
    found = finding(shelf, "Ana Reis said: “We measured it four times in the winter.”")
    (evidence,) = found.evidence
    assert [(change.article, change.draft) for change in found.changes] == [("three", "four")]
    assert evidence.words == "We measured it three times in the winter"
    assert evidence.speakers[0] == "Ana Reis"
    assert evidence.article.briefing.title == "The wall that moved"
    assert evidence.item.startswith("q-")


def test_a_changed_end_shows_the_words_up_to_the_next_mark(shelf: GivenArticles) -> None:
    found = finding(shelf, "Ana Reis said: “It is the least of our problems.”")
    assert [(change.article, change.draft) for change in found.changes] == [("three evils", "our problems")]


def test_the_place_of_the_evidence_holds_its_words(shelf: GivenArticles) -> None:
    (evidence,) = finding(shelf, "Ana Reis said: “We measured it three times in the winter.”").evidence
    section = next(one for one in evidence.article.briefing.sections if one.id == evidence.place.at)
    text = section.paragraphs[evidence.place.paragraph or 0].text
    assert text[evidence.place.start : evidence.place.end] == evidence.words


def test_a_stitched_quotation_has_both_utterances_as_evidence(shelf: GivenArticles) -> None:
    found = finding(shelf, "Renn said: “I have stopped giving dates, and a levy is a promise with a date on it.”")
    assert [evidence.words for evidence in found.evidence] == [
        "I have stopped giving dates",
        "A levy is a promise with a date on it",
    ]
    assert [evidence.article.id for evidence in found.evidence] == ["wall", "levy"]


def test_another_speaker_is_named(shelf: GivenArticles) -> None:
    (evidence,) = finding(shelf, "Tobias Renn said: “It is the least of three evils.”").evidence
    assert evidence.speakers[0] == "Ana Reis"


@pytest.mark.parametrize("name", ["A. Reis", "Reis", "Ms Reis", "engineer Ana Reis"])
def test_other_forms_of_a_name_are_no_other_speaker(shelf: GivenArticles, name: str) -> None:
    assert finding(shelf, f"{name} said: “It is the least of three evils.”").status == "exact"


def test_a_speaker_who_is_not_clear_in_the_article_is_noted_and_not_judged() -> None:
    words = "Close the gates before the tide comes in."
    article = Briefing("tide", sections=(Section("lead", None, (Paragraph(f"“{words}”"),)),), quotes=(Quote("q-tide", (words,)),))
    found = finding(GivenArticles([article]), f"Ana Reis said: “{words}”")
    assert (found.status, found.note) == ("exact", "speaker not clear in the article")


def test_without_articles_every_quotation_is_absent() -> None:
    assert finding(GivenArticles([]), "Ana Reis said: “It is the least of three evils.”").status == "absent"


@pytest.mark.parametrize(
    "text",
    [
        "Ana Reis said: “It is the least of four evils.”",
        "Ana Reis said: “It is no evil.”",
        "Ana Reis said: “We measured it twice.”",
        "Tobias Renn said: “Every day I gave.”",
        "Renn said that “the levy would end within four years of the first stone being laid.”",
        "Renn said: “I have stopped giving dates, and a levy is a promise with a date on it.”",
        "Tobias Renn said: “It is the least of three evils.”",
        "Ana Reis said: “My grandmother ran a tighter ship with one stove.”",
    ],
)
def test_the_library_through_its_index_gives_the_verdict_of_given_files(shelf: GivenArticles, tmp_path: Path, text: str) -> None:
    for article in shelf.articles:
        (tmp_path / f"{article.id}.md").write_text(write(article.briefing))
    with open_index(tmp_path, tmp_path / "cache") as index:
        index.refresh()
        (found,) = check_draft(read_draft(text.encode(), "draft.md"), LibraryArticles(index))
    expected = finding(shelf, text)
    assert found.status == expected.status
    assert [one.words for one in found.evidence] == [one.words for one in expected.evidence]


@pytest.mark.parametrize(
    ("text", "status"),
    [
        ("It was said: “No stone of this quay was ever paid for.”", "trimmed"),
        ("It was said: “The crane came down before anybody shouted.”", "trimmed"),
        ("It was said that “the night shift had been warned twice about the southern crane.”", "paraphrase-only"),
        ("It was said: “The crane came down before nobody shouted.”", "altered"),
    ],
)
def test_a_quotation_is_found_in_a_lead_and_in_a_caption_whether_in_files_or_in_the_library(
    tmp_path: Path, text: str, status: str
) -> None:
    lead = "“No stone of this quay was ever paid for,” the auditor found."
    captions = (
        "“The crane came down before anybody shouted,” a docker said.",
        "The night shift had been warned twice about the southern crane.",
    )
    section = Section("lead", None, (Paragraph("The quay was closed on Monday."),))
    images = tuple(Image(f"image-{number}", caption) for number, caption in enumerate(captions, 1))
    article = Briefing("quay", title="The quay", lead=lead, sections=(section,), images=images)
    (tmp_path / "quay.md").write_text(write(article))
    with open_index(tmp_path, tmp_path / "cache") as index:
        index.refresh()
        for shelf in (GivenArticles([article]), LibraryArticles(index)):
            (found,) = check_draft(read_draft(text.encode(), "draft.md"), shelf)
            assert found.status == status
            assert found.evidence


@pytest.mark.parametrize(
    ("speaker", "status"), [("Ana Reis", "trimmed"), ("Tobias Renn", "trimmed"), ("Maria Holm", "exact-other-speaker")]
)
def test_words_that_two_have_said_are_right_for_either(speaker: str, status: str) -> None:
    echo = GivenArticles([build(ECHO.encode(), "echo.txt", id="echo").briefing])
    said = f"{speaker} said: “The wall will stand for another hundred years.”"
    assert finding(echo, said).status == status
