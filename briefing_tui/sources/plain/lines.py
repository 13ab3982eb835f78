"""Define a restored line of a plain text."""

from collections import Counter

from msgspec import Struct

from briefing_tui.sources.shared.sentence_ends import ends_sentence
from briefing_tui.text.late_pattern import late_pattern
from briefing_tui.text.scripts import UNSPACED

UNSPACED_LETTER = late_pattern(f"[{UNSPACED}]")
_LETTERS_OF_WORD = 2
"""The letters of a word in these scripts, on average."""


class Line(Struct):
    """One logical line.

    `text` has its white space collapsed, `number` is the source's line (from 1), `gap` the number of blank lines above it,
    `indent` its first column, `mark` the sign of a list item ("*"), a heading ("#"), a quotation (">") or a picture ("!"),
    `order` an item's number or a heading's level; `is_marked` if the sign is in the text, not deduced. `repeats` counts the
    text's occurrences in the source; `words` and `ends` (as a sentence does) follow from the text; `key` is the case-folded
    text, to compare.
    """

    text: str
    number: int
    gap: int = 0
    indent: int = 0
    mark: str = ""
    order: int | None = None
    is_marked: bool = False
    repeats: int = 1
    words: int = 0
    ends: bool = False
    key: str = ""


class TextLines(Struct):
    """The logical lines of a source, and the refused ones.

    Of a refused line there are number, text and reason.
    """

    lines: list[Line]
    refused: list[tuple[int, str, str]]


def describe(lines: list[Line]) -> None:
    """Set what follows from the text of each line: words, end, repetitions, key."""
    counts: Counter[str] = Counter()
    for line in lines:
        line.key = line.text.casefold() if len(line.text) < 400 else line.text
        counts[line.key] += 1
    for line in lines:
        line.words = line.text.count(" ") + 1
        if not line.text.isascii():
            line.words += len(UNSPACED_LETTER.findall(line.text)) // _LETTERS_OF_WORD
        line.ends = ends_sentence(line.text)
        line.repeats = counts[line.key]
