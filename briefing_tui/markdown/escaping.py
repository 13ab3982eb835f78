"""Write text and marks as inline Markdown that reads back as the same."""

import re
from collections.abc import Callable, Iterator, Sequence
from itertools import pairwise

from briefing_tui.markdown.inline import Inline, inline, markdown, normal_marks
from briefing_tui.model.briefing import Mark, MarkKind

_SPECIAL = re.compile(r"[\\`*]|(?<![^\W_])_|_(?![^\W_])|~(?=~)|(?<=~)~|<(?=[A-Za-z!/?])|&(?=#|[A-Za-z][A-Za-z0-9]*;)")
_BRACKETS = re.compile(r"[\[\]]")
_START = re.compile(r"(#{1,6}(?=\s|$)|>|[-+](?=\s|$)|-(?=[-\s]*$)|=(?==*\s*$))|(\d{1,9})([.)])(?=\s|$)|(!)(?=\[)")
_SAFE_TARGET = re.compile(r"[^\s()<>\\&\"'\[\]]*")


def escape(text: str, brackets: bool = True) -> str:
    """Escape every character of a text that Markdown would read as markup.

    Without `brackets`, brackets that can't make a link are left alone.
    """
    made = _SPECIAL.sub(r"\\\g<0>", text)
    if brackets or "](" in text or "]:" in text:
        made = _BRACKETS.sub(r"\\\g<0>", made)
    return made


def escape_start(line: str) -> str:
    """Escape a line's start if it would make another block of it.

    That is a heading, quote, list, rule or image. The line is text that `escape` has escaped.
    """
    start = _START.match(line)
    if not start:
        return line
    sign = f"{start[2]}\\{start[3]}" if start[2] else f"\\{start[0]}"
    return sign + line[start.end() :]


def link_target(address: str) -> str:
    """Write a link's address as it is written between the parentheses."""
    if _SAFE_TARGET.fullmatch(address):
        return address
    return "<" + re.sub(r"[\\<>]|&(?=#|[A-Za-z])", r"\\\g<0>", address) + ">"


def link_title(words: str) -> str:
    """Write a link's title with its quotation marks."""
    return '"' + re.sub(r'[\\"]|&(?=#|[A-Za-z])', r"\\\g<0>", words) + '"'


def write_marks(text: str, marks: Sequence[Mark]) -> str:
    """Write a text with its marks as Markdown.

    Marks that can't be written so that they read back are left out.
    """
    if not marks:
        return escape(text, brackets=False)
    made = _readable(text, marks)
    return escape(text) if made is None else made


def _readable(text: str, marks: Sequence[Mark]) -> str | None:
    """Return Markdown that reads back as this text and these marks, None if there is none."""
    for emphasis, is_guarded in (("*", False), ("_", False), ("*", True), ("_", True)):
        made = _written(text, marks, emphasis, is_guarded)
        if inline(made) == (text, tuple(marks)):
            return made
    return None


def writable_marks(text: str, marks: Sequence[Mark], write: Callable[[str, Sequence[Mark]], str] | None = None) -> Inline:
    """Return a text with those of its marks that Markdown can hold, in normal form.

    Either all marks are kept, links to addresses that are not allowed apart, or none.

    Args:
        text: one line of text.
        marks: its marks.
        write: writes text with marks; inline Markdown if None.
    """
    if not marks:
        return text, ()
    wanted = normal_marks(text, (mark for mark in map(_checked, marks) if mark))
    is_read_back = _readable(*wanted) is not None if write is None else inline(write(*wanted)) == wanted
    return wanted if is_read_back else (wanted[0], ())


def _checked(mark: Mark) -> Mark | None:
    if mark.kind != "link":
        return Mark(mark.start, mark.end, mark.kind)
    parser = markdown()
    href = parser.normalizeLink(mark.href)
    return Mark(mark.start, mark.end, "link", href) if parser.validateLink(href) else None


_ORDER: tuple[MarkKind, ...] = ("link", "strong", "emphasis", "strike", "code")


def _runs(text: str, marks: Sequence[Mark]) -> Iterator[tuple[str, list[Mark]]]:
    """Yield pieces of the text that have the same marks throughout, each with its marks, outermost first."""
    edges = sorted({0, len(text), *(mark.start for mark in marks), *(mark.end for mark in marks)})
    waiting = sorted(marks, key=lambda mark: mark.start, reverse=True)
    over: list[Mark] = []
    for start, end in pairwise(edges):
        over = [mark for mark in over if end <= mark.end]
        while waiting and waiting[-1].start <= start:
            over.append(waiting.pop())
        yield text[start:end], sorted((mark for mark in over if end <= mark.end), key=lambda mark: _ORDER.index(mark.kind))


def _written(text: str, marks: Sequence[Mark], emphasis: str, is_guarded: bool) -> str:
    signs = {"strong": "**", "emphasis": emphasis, "strike": "~~"}
    opened: list[Mark] = []
    out: list[str] = []

    def put(sign: str) -> None:
        if is_guarded and out and out[-1][-1:].isalnum() and not out[-1].endswith(";"):
            out[-1] = f"{out[-1][:-1]}&#{ord(out[-1][-1])};"
        if sign == "[" and out and out[-1].endswith("!"):
            out[-1] = f"{out[-1][:-1]}\\!"
        out.append(sign)

    def close(mark: Mark) -> None:
        put(f"]({link_target(mark.href)})" if mark.kind == "link" else signs[mark.kind])

    for piece, over in _runs(text, marks):
        spans = [mark for mark in over if mark.kind != "code"]
        same = 0
        while same < min(len(opened), len(spans)) and opened[same] == spans[same]:
            same += 1
        while len(opened) > same:
            close(opened.pop())
        for mark in spans[same:]:
            put("[" if mark.kind == "link" else signs[mark.kind])
            opened.append(mark)
        if any(mark.kind == "code" for mark in over):
            out.append(_code(piece))
            continue
        words = escape(piece).replace("~", "\\~") if "~~" not in piece else escape(piece)
        if is_guarded and out and words[:1].isalnum():
            words = f"&#{ord(words[0])};{words[1:]}"
        out.append(words)
    while opened:
        close(opened.pop())
    return "".join(out)


def _code(text: str) -> str:
    fence = "`"
    while fence in text:
        fence += "`"
    pad = " " if text.startswith(("`", " ")) or text.endswith(("`", " ")) else ""
    return f"{fence}{pad}{text}{pad}{fence}"
