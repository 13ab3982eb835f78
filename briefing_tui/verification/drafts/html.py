"""Read a draft in HTML as passages."""

import re
from collections.abc import Iterator
from html import unescape

from briefing_tui.text.late_pattern import late_pattern
from briefing_tui.verification.drafts.passages import Passage, PassageKind, PassageWriter

_TAG = late_pattern(r"<(?P<close>/?)(?P<name>[A-Za-z][A-Za-z0-9]{0,20})(?:[^<>\"']|\"[^\"<]{0,5000}\"|'[^'<]{0,5000}'){0,500}>")
_TEXT = late_pattern(r"\s+|&(?:#\d{1,7}|#[xX][0-9a-fA-F]{1,6}|[A-Za-z][A-Za-z0-9]{1,31});")
_HIDDEN = frozenset(("script", "style", "template", "noscript", "title", "svg", "code", "pre", "textarea"))
_INLINE = frozenset(
    ("a", "abbr", "b", "bdi", "bdo", "cite", "del", "dfn", "em", "font", "i", "ins", "kbd", "mark", "s", "small", "span",
     "strong", "sub", "time", "u", "wbr")
)  # fmt: skip
_KINDS: dict[str, PassageKind] = {"li": "item", "dd": "item", **dict.fromkeys(("h1", "h2", "h3", "h4", "h5", "h6"), "heading")}


class _PageReader:
    """What is known of a page at a tag: the open block quotes, and the passage that is being read."""

    def __init__(self, text: str) -> None:
        self.text = text
        self.quotes = 0
        self.writer = PassageWriter()
        self.found: list[Passage] = []

    def finish(self, kind: PassageKind = "paragraph") -> None:
        """End the passage; the next one is of that kind, or of a block quote."""
        if passage := self.writer.passage():
            self.found.append(passage)
        self.writer = PassageWriter("quote" if self.quotes else kind)

    def add(self, start: int, end: int) -> None:
        """Add text, its white space collapsed and its entities replaced."""
        at = start
        for match in _TEXT.finditer(self.text, start, end):
            self.writer.add(self.text[at : match.start()], at)
            at = match.end()
            self.writer.add(" " if match.group().isspace() else unescape(match.group())[:1], match.start())
        self.writer.add(self.text[at:end], at)


def passages_of_html(text: str) -> list[Passage]:
    """Return the passages of a draft in HTML; `<q>` counts as quotation marks."""
    reader = _PageReader(text)
    for kind, name, start, end in _parts(text):
        if kind == "text":
            reader.add(start, end)
        elif name == "q":
            reader.writer.add("”" if kind == "close" else "“", end - 1)
        elif name == "br":
            reader.writer.add(" ", start)
        elif name not in _INLINE:
            if name == "blockquote":
                reader.finish()
                reader.quotes = max(0, reader.quotes + (1 if kind == "open" else -1))
            reader.finish(_KINDS.get(name, "paragraph") if kind == "open" else "paragraph")
    reader.finish()
    return reader.found


def _parts(text: str) -> Iterator[tuple[str, str, int, int]]:
    """Yield text and tags of a page as (kind, name, start, end), without comments and what is not shown."""
    at, last_comment = 0, text.rfind("-->")
    unclosed: set[str] = set()
    while at < len(text):
        start = text.find("<", at)
        if start < 0:
            yield "text", "", at, len(text)
            return
        if start > at:
            yield "text", "", at, start
        if text.startswith("<!--", start) and start < last_comment:
            at = text.find("-->", start) + 3
            continue
        tag = _TAG.match(text, start)
        if tag is None:
            end = start + 1 if not text.startswith(("<!", "<?"), start) else _end_of_declaration(text, start)
            if end == start + 1:
                yield "text", "", start, end
            at = end
            continue
        name = tag["name"].lower()
        at = tag.end()
        if name in _HIDDEN and not tag["close"] and name not in unclosed:
            closing = late_pattern(rf"</{name}\s{{0,20}}>", re.IGNORECASE).search(text, at)
            at = closing.end() if closing else at
            if closing is None:
                unclosed.add(name)  # what is never closed hides nothing, and is looked for once
        else:
            yield "close" if tag["close"] else "open", name, tag.start(), tag.end()


def _end_of_declaration(text: str, start: int) -> int:
    end = text.find(">", start, start + 5000)
    return end + 1 if end >= 0 else start + 1
