"""Read inline Markdown as visible text and its marks.

Text without markup, plain links and simple emphasis are read here; all else by markdown-it-py, which is imported only then. Both
give the same result, which a property test checks.
"""

import re
from bisect import bisect_left
from collections.abc import Iterable, Sequence
from functools import cache
from itertools import accumulate
from typing import TYPE_CHECKING, Any

from briefing_tui.model.briefing import Mark, MarkKind
from briefing_tui.text.late_pattern import late_pattern
from briefing_tui.text.safety import continued, harmless

if TYPE_CHECKING:
    from markdown_it import MarkdownIt
    from markdown_it.token import Token

Inline = tuple[str, tuple[Mark, ...]]

LONGEST = 200_000
"""The most characters of a run of text that are parsed.

A longer run, or one with more than `_MOST_BRACKETS`, is shown as written with its escapes resolved: parsing it takes seconds.
"""
_MOST_BRACKETS = 2_000
DEEPEST = 100
"""The deepest nesting that is parsed; what is deeper is shown as written."""
_OPEN_BRACKETS = 10
"""The same for brackets: for each open one, the parser searches the rest of the text for its other half."""
_MARKUP = late_pattern(r"[*_`\\]|~~|\]\(|&(?:#|[A-Za-z][A-Za-z0-9]*;)|<[^\s<>]*[:@]")
_REFERENCE = re.compile(r"[*_`\\\[]|~~|&(?:#|[A-Za-z][A-Za-z0-9]*;)|<[^\s<>]*[:@]")
ESCAPED_SIGN = re.compile(r"\\([!-/:-@\[-`{-~])")
_SPACES = re.compile(r"[ \t\n]{2,}|[\t\n]")
_PLAIN = r"[^*_`\\\[\]<&~!\t\n]"
_SIMPLE = late_pattern(
    rf"\[(?P<label>{_PLAIN}+)\]\((?P<href>[#A-Za-z0-9][A-Za-z0-9#:/.?=,;+\-]*)\)"
    rf"|(?<![\w*])\*(?P<emphasis>[^\W_](?:{_PLAIN}*[^\W_])?)\*(?![\w*])"
    rf"|(?<![\w*])\*\*(?P<strong>[^\W_](?:{_PLAIN}*[^\W_])?(?:[.,:;?](?=\*\*(?:\s|$)))?)\*\*(?![\w*])"
    r"|(?<!`)`(?P<code>[^\s`](?:[^\n`]*[^\s`])?)`(?!`)"
    rf"|(?P<text>{_PLAIN}+)"
)
_SIGNS: dict[str, MarkKind] = {"emphasis": "emphasis", "strong": "strong", "code": "code"}
_PIECES = 8
"""So many pieces of a text hold at least as many letters, and so all marks that one letter may have."""
_REFUSED = ("javascript:", "vbscript:", "file:", "data:")


@cache
def markdown(deepest: int = DEEPEST) -> "MarkdownIt":
    """Return the one parser: CommonMark with tables and strikethrough, raw HTML as text."""
    from markdown_it import MarkdownIt

    return MarkdownIt("commonmark", {"html": False, "maxNesting": deepest}).enable(["table", "strikethrough"])


def inline(source: str, env: dict[str, Any] | None = None) -> Inline:
    """Return the visible text of inline Markdown and its marks.

    `env` holds the document's link reference definitions, if any.
    """
    references = bool(env and env.get("references"))
    if not (_REFERENCE if references else _MARKUP).search(source):
        return collapse_blanks(source), ()
    if not references and (quick := _quick(source)):
        return quick
    if not is_parseable(source):
        return collapse_blanks(ESCAPED_SIGN.sub(r"\1", source)), ()
    tokens: list[Token] = []
    parser = markdown(_OPEN_BRACKETS)
    parser.inline.parse(source, parser, env if env is not None else {}, tokens)
    return text_and_marks(tokens)


def needs_parser(source: str) -> bool:
    """Say whether a run of text is read by markdown-it-py.

    The document has no link reference definitions.
    """
    return _MARKUP.search(source) is not None and _quick(source) is None


def is_parseable(source: str) -> bool:
    """Say whether a run of text is small enough for the parser."""
    return len(source) <= LONGEST and source.count("[") + source.count("<") <= _MOST_BRACKETS


def plain(source: str) -> str:
    """Return the visible text of inline Markdown without its marks."""
    return inline(source)[0]


def collapse_blanks(text: str) -> str:
    """Replace every run of blanks by one space, and remove those at the ends."""
    return _SPACES.sub(" ", text.strip()) if _SPACES.search(text) else text.strip()


def clean(text: str) -> str:
    """Make any text a line that a content file can hold: harmless, blanks collapsed."""
    return collapse_blanks(harmless(text))


def _quick(source: str) -> Inline | None:
    """Read text that has only plain links and simple emphasis; None if it needs a parser."""
    pieces: list[str] = []
    marks: list[Mark] = []
    at = end = 0
    while end < len(source):
        match = _SIMPLE.match(source, end)
        if match is None:
            return None
        kind, piece = match.lastgroup or "", ""
        if kind == "text":
            piece = match["text"]
        elif kind != "label" and kind != "href":
            piece = match[kind]
            marks.append(Mark(at, at + len(piece), _SIGNS[kind]))
        else:
            piece = match["label"]
            if match["href"].lower().startswith(_REFUSED):
                return None
            marks.append(Mark(at, at + len(piece), "link", match["href"]))
        pieces.append(piece)
        at += len(piece)
        end = match.end()
    return normal_marks("".join(pieces), marks)


_KINDS: dict[str, MarkKind] = {"strong": "strong", "em": "emphasis", "s": "strike", "link": "link"}


def text_and_marks(tokens: "Sequence[Token]") -> Inline:
    """Return the text and the marks of parsed inline tokens."""
    pieces: list[str] = []
    marks: list[Mark] = []
    opened: list[tuple[int, MarkKind, str]] = []
    at = 0
    for token in tokens:
        kind = token.type
        if kind.endswith("_open"):
            opened.append((at, _KINDS[kind[:-5]], str(token.attrs.get("href", ""))))
        elif kind.endswith("_close"):
            start, name, href = opened.pop()
            marks.append(Mark(start, at, name, href))
        elif piece := _piece(token, pieces):
            if kind == "code_inline":
                marks.append(Mark(at, at + len(piece), "code"))
            elif kind == "image":
                marks.append(Mark(at, at + len(piece), "link", str(token.attrs.get("src", ""))))
            pieces.append(piece)
            at += len(piece)
    return normal_marks("".join(pieces), marks)


def _piece(token: "Token", before: Sequence[str]) -> str:
    """Return the text of a token, made harmless where it will be, because an entity may stand for any character.

    None of the pieces before it is empty.
    """
    if token.type in ("softbreak", "hardbreak"):
        return " "
    text = text_and_marks(token.children or ())[0] if token.type == "image" else token.content
    return text if text.isascii() and text.isprintable() else continued("".join(before[-_PIECES:]), text)


def normal_marks(text: str, marks: Iterable[Mark]) -> Inline:
    """Collapse a text's blanks and bring its marks into normal form.

    No mark is empty or has blanks at its ends, marks of one kind that touch are joined, and no link is within or across another.
    Marks are sorted by start, then by length, longest first.
    """
    found = list(marks)
    if _SPACES.search(text) or text != text.strip():
        text, found = _squeezed_with(text, found)
    if not found:
        return text, ()
    links: list[Mark] = []
    spans: dict[tuple[MarkKind, str], list[tuple[int, int]]] = {}
    for mark in sorted(found, key=lambda mark: (mark.start, -mark.end)):
        start, end = _trimmed(text, mark.start, mark.end)
        if start >= end:
            continue
        if mark.kind == "link":
            if links and start < links[-1].end:
                continue
            links.append(Mark(start, end, "link", mark.href))
        spans.setdefault((mark.kind, mark.href), []).append((start, end))
    merged = [Mark(start, end, kind, href) for (kind, href), ranges in spans.items() for start, end in _merged(ranges)]
    return text, tuple(sorted(merged, key=_order))


def _order(mark: Mark) -> tuple[int, int, str, str]:
    return mark.start, -mark.end, mark.kind, mark.href


def _merged(ranges: list[tuple[int, int]]) -> list[tuple[int, int]]:
    merged: list[tuple[int, int]] = []
    for start, end in sorted(ranges):
        if merged and start <= merged[-1][1]:
            merged[-1] = (merged[-1][0], max(end, merged[-1][1]))
        else:
            merged.append((start, end))
    return merged


def _trimmed(text: str, start: int, end: int) -> tuple[int, int]:
    start, end = max(0, start), min(len(text), end)
    while start < end and text[start].isspace():
        start += 1
    while end > start and text[end - 1].isspace():
        end -= 1
    return start, end


_RUNS = re.compile("[ \\t\\n]{2,}|[\\t\\n]")


def _squeezed_with(text: str, marks: list[Mark]) -> tuple[str, list[Mark]]:
    """Collapse blanks and move the marks along."""
    lead = len(text) - len(text.lstrip())
    runs = [match.span() for match in _RUNS.finditer(text, lead)]
    starts = [start for start, _ in runs]
    dropped = list(accumulate((end - start - 1 for start, end in runs), initial=lead))
    ends = [lead, *(end for _, end in runs)]
    made = " ".join(text[end:start] for end, start in zip(ends, [*starts, len(text)], strict=True)).rstrip()
    limit = len(made)

    def moved(at: int) -> int:
        number = bisect_left(starts, at)  # of the runs that begin before
        into = at - starts[number - 1] - 1 if number and at < ends[number] else None
        gone = dropped[number] if into is None else dropped[number - 1] + into
        return min(max(0, at - gone), limit)

    return made, [Mark(moved(mark.start), moved(mark.end), mark.kind, mark.href) for mark in marks]
