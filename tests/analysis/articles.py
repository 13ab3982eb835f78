"""Make articles of a few paragraphs, and return who speaks in them."""

from briefing_tui.analysis.quotes import FoundQuote, find_quotes
from briefing_tui.model.briefing import Paragraph, Section, Source
from briefing_tui.model.document import Document


def article(*paragraphs: str, authors: tuple[str, ...] = (), language: str | None = None) -> Document:
    section = Section("lead", None, tuple(Paragraph(text) for text in paragraphs))
    return Document(Source("made-up.txt"), authors=authors, language=language, sections=(section,))


def quotes(*paragraphs: str) -> tuple[FoundQuote, ...]:
    return find_quotes(article(*paragraphs))


def speakers(*paragraphs: str) -> list[str | None]:
    return [quote.speaker_name for quote in quotes(*paragraphs)]
