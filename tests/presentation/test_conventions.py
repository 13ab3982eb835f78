"""Dates, reading time and quotation marks follow the language of the article."""

import pytest

from briefing_tui.citations.cited import Cited, CitedWords
from briefing_tui.citations.styles import cite
from briefing_tui.export.article_facts import origin
from briefing_tui.export.bundle import quoted
from briefing_tui.model.briefing import Briefing, Paragraph, Section
from briefing_tui.presentation.conventions import conventions
from briefing_tui.presentation.dates import day
from briefing_tui.presentation.reading_time import minutes


def briefing(language: str | None) -> Briefing:
    section = Section("lead", None, (Paragraph("Wort " * 400),))
    return Briefing("b", title="Der Hafen", published="2026-03-02", modified="2026-03-04", language=language, sections=(section,))


@pytest.mark.parametrize(
    ("language", "date", "marked"),
    [
        (None, "2 March 2026", "“Er sagte ‘nein’ dazu”"),
        ("en-GB", "2 March 2026", "“Er sagte ‘nein’ dazu”"),
        ("de", "2. März 2026", "„Er sagte ‚nein‘ dazu“"),
        ("de-CH", "2. März 2026", "„Er sagte ‚nein‘ dazu“"),
        ("fr", "2 mars 2026", "«\u00a0Er sagte “nein” dazu\u00a0»"),
        ("tlh", "2 March 2026", "“Er sagte ‘nein’ dazu”"),
    ],
)
def test_a_language_has_its_dates_and_quotation_marks(language: str | None, date: str, marked: str) -> None:
    opening, closing, *_ = conventions(language).marks
    words = f"Er sagte {opening}nein{closing} dazu"

    assert day("2026-03-02", language) == date
    assert quoted(words, language) == marked


def test_a_citation_follows_the_language_of_its_article() -> None:
    words = CitedWords(("Die Mauer hält nicht",), speaker="Maria Ortega")

    assert cite("plain", Cited(briefing("de"), words)) == (
        "„Die Mauer hält nicht“ — Maria Ortega, Der Hafen (2. März 2026, updated 4. März 2026)"
    )
    assert cite("plain", Cited(briefing("en"), words)).startswith("“Die Mauer hält nicht”")


def test_an_export_follows_the_language_of_its_article() -> None:
    facts: dict[str, str | list[str]] = {"published": "2026-03-02", "updated": "2026-03-04"}

    assert origin(facts, "de") == ["2. März 2026", "updated 4. März 2026"]
    assert origin(facts) == ["2 March 2026", "updated 4 March 2026"]


def test_german_takes_longer_to_read_than_english() -> None:
    assert (minutes(briefing("en")), minutes(briefing("de"))) == (2, 3)
