"""Break and measure the reader's text with Rich's cell widths, as Textual draws it."""

from collections.abc import Sequence

from rich.cells import cell_len, split_graphemes

from briefing_tui.text import cells as shared
from briefing_tui.text.cells import Grapheme, is_narrow
from briefing_tui.text.wrapping import Span, line_spans

__all__ = ["Span", "cells", "clip", "is_narrow", "signs", "wrap"]


def wrap(text: str, width: int) -> list[Span]:
    """Return the lines of one paragraph, filled up to `width` cells."""
    return line_spans(text, width, None, _split, True)


def cells(text: str) -> int:
    """Return how many cells a text takes."""
    return len(text) if is_narrow(text) else cell_len(text)


def signs(text: str) -> Sequence[Grapheme]:
    """Return a text's graphemes as (start, end, cells).

    A grapheme is read as one character, such as a letter with accents or a joined emoji.
    """
    return [(at, at + 1, 1) for at in range(len(text))] if is_narrow(text) else _split(text)


def clip(text: str, width: int, ellipsis: str = "…") -> str:
    """Return the text cut to at most `width` cells; an ellipsis shows the cut."""
    return shared.clip(text, width, ellipsis, _split)


def _split(text: str) -> Sequence[Grapheme]:
    return split_graphemes(text)[0]
