"""Read a draft from bytes: decode it, tell its format, find its quotations."""

import re
from bisect import bisect_right
from functools import cached_property
from typing import Literal

from briefing_tui.sources.decode import decode
from briefing_tui.sources.errors import Unreadable
from briefing_tui.text.late_pattern import late_pattern
from briefing_tui.verification.drafts.passages import Passage
from briefing_tui.verification.drafts.quotations import DraftQuotation, find_draft_quotations

DraftKind = Literal["markdown", "text", "html", "document"]

LARGEST = 2_000_000
"""The most bytes of a draft; a long novel has as many."""
LARGEST_FILE = 32_000_000
"""The most bytes of a file with a draft: a document may have pictures."""
_SUFFIXES: dict[str, DraftKind] = {
    **dict.fromkeys((".md", ".markdown", ".mdown", ".qmd", ".rmd"), "markdown"),
    **dict.fromkeys((".txt", ".text"), "text"),
    **dict.fromkeys((".html", ".htm", ".xhtml"), "html"),
}
_PAGE = late_pattern(r"\s*(?:<!doctype\s+html|<html|<body|<p[\s>]|<h1[\s>]|<div[\s>]|<article[\s>])", re.IGNORECASE)
_MARKED_UP = late_pattern(r"^(?:#{1,6} |>|---$|\[\^[^\]\s]{1,80}\]:|```)|\*\*\S|\]\([^\s()]{1,300}\)", re.MULTILINE)


class UnreadableDraft(Exception):  # noqa: N818 - the input is wrong, not the program
    """A draft can't be read; the message says why and what to do."""


class Draft:
    """A draft as text, with its quotations in order."""

    def __init__(self, name: str, text: str, kind: DraftKind, passages: list[Passage] | None = None) -> None:
        """Take the text of a draft.

        `name` is what messages call it; `passages` are found in the text if None.
        """
        self.name = name
        self.text = text
        self.kind = kind
        self._given = passages

    @cached_property
    def quotations(self) -> list[DraftQuotation]:
        """The quotations with their speakers."""
        return find_draft_quotations(self.text, self._given if self._given is not None else _passages(self.text, self.kind))

    @cached_property
    def _line_starts(self) -> list[int]:
        starts, at = [0], self.text.find("\n")
        while at >= 0:
            starts.append(at + 1)
            at = self.text.find("\n", at + 1)
        return starts

    def position(self, at: int) -> tuple[int, int]:
        """Return line and column of a character, both from 1; columns are characters."""
        line = bisect_right(self._line_starts, at)
        return line, at - self._line_starts[line - 1] + 1


def read_draft(data: bytes, name: str) -> Draft:
    """Decode a draft and find its format.

    The bytes of documents decide, then the ending of the name, else what its lines look like. Raises UnreadableDraft.
    """
    from briefing_tui.verification.drafts.documents import is_document

    if is_document(data) and len(data) <= LARGEST_FILE:
        return _document(data, name)
    if len(data) > LARGEST:
        raise UnreadableDraft(f"larger than {LARGEST / 1e6:.0f} MB; give the part of it that you are writing")
    try:
        text = decode(data)
    except Unreadable as error:
        raise UnreadableDraft(str(error)) from None
    if not text.strip():
        raise UnreadableDraft("it is empty; give a draft with some text")
    return Draft(name, text, _kind(name, text))


def _document(data: bytes, name: str) -> Draft:
    from briefing_tui.verification.drafts.documents import SourceError, read_document

    try:
        text, passages = read_document(data)
    except SourceError as error:
        raise UnreadableDraft(str(error)) from None
    if len(text) > LARGEST:
        raise UnreadableDraft(f"more than {LARGEST / 1e6:.0f} MB of text; give the part of it that you are writing")
    return Draft(name, text, "document", passages)


def _kind(name: str, text: str) -> DraftKind:
    suffix = name[name.rfind(".") :].lower() if "." in name else ""
    if suffix in _SUFFIXES:
        return _SUFFIXES[suffix]
    if _PAGE.match(text):
        return "html"
    return "markdown" if _MARKED_UP.search(text, 0, 100_000) else "text"


def _passages(text: str, kind: DraftKind) -> list[Passage]:
    if kind == "html":
        from briefing_tui.verification.drafts.html import passages_of_html

        return passages_of_html(text)
    from briefing_tui.verification.drafts.markdown import passages_of

    return passages_of(text, kind == "markdown")
