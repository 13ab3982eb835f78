"""Read a page's markup as a stream of text blocks and pictures, in page order.

Nothing is chosen here; each block knows its box, and boxes have what later steps ask for (tags, class names, what is hidden).
The walk keeps a stack of its own, so that endlessly nested markup can't exhaust Python's.
"""

from bisect import bisect_right
from collections.abc import Sequence
from operator import itemgetter
from typing import TYPE_CHECKING, Literal

from msgspec import Struct, field

from briefing_tui.model.briefing import Mark, MarkKind
from briefing_tui.sources.html.blocks import Box, PageBlock, PageItem, PagePicture
from briefing_tui.sources.html.elements import (
    BLOCKS,
    HEADINGS,
    SKIPPED,
    effective_tag,
    is_data_table,
    is_hidden,
    is_mere_button,
    is_reference_mark,
    picture_address,
    picture_words,
    table_text,
    without_edit_links,
)
from briefing_tui.text.late_pattern import late_pattern
from briefing_tui.text.safety import continued, one_line

if TYPE_CHECKING:
    from lxml.html import HtmlElement

MAX_DEPTH = 400
"""The greatest depth of a box; what is deeper counts as words of the last box above."""

_WHOLE = frozenset(("img", "amp-img", "br", "noscript", "table"))
"""Elements that are read at once with all their content; of tables only those of data."""
_MARKS: dict[str, MarkKind] = {
    "b": "strong", "strong": "strong", "i": "emphasis", "em": "emphasis", "code": "code", "tt": "code", "kbd": "code",
    "s": "strike", "del": "strike", "strike": "strike", "a": "link",
}  # fmt: skip
_MAX_MARKS, _MAX_MARKED = 1_000, 200_000
"""The most marks and marked characters of a block; one with more is no paragraph and keeps no marks."""
_BREAK = "\x0b"
"""A line break among the words; the page's own such characters are removed."""
_ENDS = late_pattern(r"[.!?…:][\"'”’»)\]]*$")
_PIECES = 8
"""The pieces of text before one that can affect it; each has a letter at least."""
_LAST = 80
"""The characters in which a sentence's end is looked for, so that many breaks do not cost a pass each."""


class _Open(Struct, eq=False):
    """An open inline mark, and where in the buffer it began."""

    kind: MarkKind
    href: str
    start: int


class _Walk(Struct, eq=False):
    """The state of a walk: the words of the current block, and the items found so far."""

    items: list[PageItem] = field(default_factory=list)
    words: list[str] = field(default_factory=list)
    length: int = 0
    marks: list[tuple[int, int, MarkKind, str]] = field(default_factory=list)
    open: list[_Open] = field(default_factory=list)
    line: int = 0
    broke: bool = False

    def add_text(self, text: str | None, line: int) -> None:
        if text and (text := self._harmless(text)):
            if not self.words:
                self.line = line
            self.words.append(text)
            self.length += len(text)

            if self.broke and text.strip():
                self.broke = False

    def _harmless(self, text: str) -> str:
        """Return a piece of the page's text without characters that act on a terminal.

        Text that can't have any is returned at once.
        """
        if text.isascii() and text.isprintable():
            return text
        return continued("".join(self.words[-_PIECES:]), text)

    def break_line(self, box: Box) -> None:
        """Add a line break; a second one ends the block.

        Pages without paragraphs separate them so, and headings that are not closed end so.
        """
        if self.broke and box.tag in HEADINGS:
            self.flush(Box(box.element, box.parent, box.tag))
            box.tag = "div"
        elif self.broke:
            self.flush(box)
        else:
            self.words.append(_BREAK)
            self.length += 1
        self.broke = True

    def close_mark(self) -> None:
        mark = self.open.pop()
        if self.length > mark.start:
            self.marks.append((mark.start, self.length, mark.kind, mark.href))

    def add_picture(self, element: "HtmlElement", box: Box) -> None:
        self.items.append(PagePicture(box, element, len(self.items), picture_address(element), picture_words(element)))

    def add_block(
        self, box: Box, text: str, marks: tuple[Mark, ...], kind: Literal["text", "pre"] = "text", linked: int = 0
    ) -> None:
        if box.tag in HEADINGS and text.endswith("]"):
            text = without_edit_links(text)
        if text:
            self.items.append(PageBlock(box, text, marks, len(self.items), self.line, linked, kind))

    def flush(self, box: Box, kind: Literal["text", "pre"] = "text") -> None:
        """End the current block; open marks continue in the next one."""
        if not self.words:
            return
        raw = "".join(self.words)
        if raw.strip():
            spans = self.marks + [(mark.start, self.length, mark.kind, mark.href) for mark in self.open]
            if kind == "pre":
                self.add_block(box, raw.replace(_BREAK, "\n").strip("\n").rstrip(), (), kind)
            else:
                pieces = _paragraphs(raw, box.tag)
                for (start, end), within in zip(pieces, _cut_spans(spans, pieces), strict=True):
                    self.add_block(box, *_tidy(raw[start:end], within), linked=_linked_length(within))
        self.words, self.length, self.marks = [], 0, []
        for mark in self.open:
            mark.start = 0


_END = itemgetter(1)
_SAY, _LEAVE, _LEAVE_PRE, _UNMARK, _ENTER = range(5)
_Step = tuple[int, Box, "HtmlElement", int]
"""A step left to do: what, in which box, of which element, and its line (of an element to enter: its depth)."""


def _paragraphs(raw: str, tag: str) -> list[tuple[int, int]]:
    """Return the ranges of the words that are paragraphs.

    That is all of them, unless a page separates long sentences by single breaks.
    """
    whole = [(0, len(raw))]
    if _BREAK not in raw or tag in ("p", "li", "td", "th", "figcaption", "caption") or tag in HEADINGS or len(raw) < 300:
        return whole
    pieces: list[tuple[int, int]] = []
    start = 0
    for piece in raw.split(_BREAK):
        end = start + len(piece)
        if pieces and not _ENDS.search(raw[max(pieces[-1][0], pieces[-1][1] - _LAST) : pieces[-1][1]].strip()):
            pieces[-1] = (pieces[-1][0], end)
        elif piece.strip():
            pieces.append((start, end))
        start = end + 1
    return pieces if pieces and len(raw) / len(pieces) >= 80 else whole


def _linked_length(spans: list[tuple[int, int, MarkKind, str]]) -> int:
    return sum(end - start for start, end, kind, _ in spans if kind == "link")


def _cut_spans(
    spans: list[tuple[int, int, MarkKind, str]], pieces: list[tuple[int, int]]
) -> list[list[tuple[int, int, MarkKind, str]]]:
    """Return the spans within each piece, cut to it and counted from its start.

    Args:
        spans: start, end, kind and address of each mark.
        pieces: start and end of each piece, in order.
    """
    found: list[list[tuple[int, int, MarkKind, str]]] = [[] for _ in pieces]
    for a, b, kind, href in spans:
        for at in range(bisect_right(pieces, a, key=_END), len(pieces)):
            start, end = pieces[at]
            if start >= b:
                break
            found[at].append((max(a, start) - start, min(b, end) - start, kind, href))
    return found


def _positions(raw: str, text: str) -> Sequence[int]:
    """Return the place of every raw character in the text with single spaces."""
    lead = len(raw) - len(raw.lstrip())
    if raw[lead : lead + len(text)] == text:
        return range(-lead, len(raw) - lead + 1)
    moved, at, spaced = [0] * (len(raw) + 1), 0, True
    for index, letter in enumerate(raw):
        moved[index] = at
        blank = letter.isspace()
        if not (blank and spaced):
            at += 1
        spaced = blank
    moved[len(raw)] = at
    return moved


def _tidy(raw: str, spans: list[tuple[int, int, MarkKind, str]]) -> tuple[str, tuple[Mark, ...]]:
    """Return the words with single spaces, and the marks moved with them."""
    text = " ".join(raw.split())
    if not spans or len(spans) > _MAX_MARKS or len(raw) > _MAX_MARKED:
        return text, ()
    moved = _positions(raw, text)
    marks = []
    for start, end, kind, href in sorted(spans, key=lambda span: (span[0], -span[1])):
        first, last = max(0, min(moved[start], len(text))), max(0, min(moved[end], len(text)))
        while first < last and text[first] == " ":
            first += 1
        while first < last and text[last - 1] == " ":
            last -= 1
        if first < last:
            marks.append(Mark(first, last, kind, href))
    return text, tuple(marks)


def read_stream(root: "HtmlElement") -> list[PageItem]:
    """Return the page's blocks and pictures in page order.

    What a browser would not show is left out.
    """
    walk = _Walk()
    page = Box(root, None, "body")
    todo: list[_Step] = [(_ENTER, page, root, 0)]
    while todo:
        what, box, element, number = todo.pop()
        if what == _ENTER:
            _enter(walk, todo, box, element, number)
        elif what == _SAY:
            walk.add_text(element.tail, number)
        elif what == _UNMARK:
            walk.close_mark()
        elif walk.words:
            walk.flush(box, "pre" if what == _LEAVE_PRE else "text")
    walk.flush(page)
    return walk.items


def _enter(walk: _Walk, todo: list[_Step], box: Box, element: "HtmlElement", depth: int) -> None:
    """Enter an element; what remains to do after it is put on the stack, last step first."""
    tag = effective_tag(element)
    line = element.sourceline or 0
    if element.tail and box.element is not element:
        todo.append((_SAY, box, element, line))
    if (
        tag is None
        or tag in SKIPPED
        or (tag != "img" and (is_hidden(element) or is_reference_mark(element)))
        or (tag == "button" and is_mere_button(element))
    ):
        return
    if tag in _WHOLE and _is_read_whole(walk, todo, box, element, tag, line, depth):
        return
    if tag in BLOCKS and depth < MAX_DEPTH:
        if walk.words:
            walk.flush(box)
        box = Box(element, box, tag)
        todo.append((_LEAVE_PRE if tag == "pre" else _LEAVE, box, element, line))
    elif tag in _MARKS and (tag != "a" or element.get("href") is not None):
        walk.open.append(_Open(_MARKS[tag], one_line(element.get("href") or "") if tag == "a" else "", walk.length))
        todo.append((_UNMARK, box, element, line))
    walk.add_text(element.text, line)
    todo.extend([(_ENTER, box, child, depth + 1) for child in element.iterchildren(reversed=True)])


def _is_read_whole(walk: _Walk, todo: list[_Step], box: Box, element: "HtmlElement", tag: str, line: int, depth: int) -> bool:
    """Return whether an element was read whole.

    These are pictures, line breaks, tables of data, and what stands in for scripts.
    """
    if tag == "br":
        walk.break_line(box)
    elif tag == "noscript":
        walk.flush(box)
        todo.extend([(_ENTER, box, image, depth) for image in reversed(list(element.iterfind(".//img")))])
    elif tag != "table":
        walk.add_picture(element, box)
    elif is_data_table(element):
        walk.flush(box)
        walk.items.append(PageBlock(Box(element, box, tag), table_text(element), (), len(walk.items), line, 0, "table"))
    else:
        return False
    return True
