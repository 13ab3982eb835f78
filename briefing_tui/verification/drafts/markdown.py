"""Read a draft in Markdown or plain text as passages."""

from collections.abc import Iterator
from html import unescape

from briefing_tui.text.late_pattern import late_pattern
from briefing_tui.verification.drafts.lines import DraftBlock, blocks_of
from briefing_tui.verification.drafts.passages import Passage, PassageWriter

_MARKUP = late_pattern(
    r"\\(?P<escaped>[!-/:-@\[-`{-~])"
    r"|(?P<dropped>!\[[^\[\]]{0,1000}\]\([^()\s]{0,2000}\)|\[\^[^\]\s]{1,80}\]|</?[A-Za-z][^<>]{0,1000}>|(?<!\w)_{1,3}(?=\S)|(?<=\S)_{1,3}(?!\w)|~~"
    r"|\*{1,3}(?=[^\s*])|(?<=[^\s*])\*{1,3})"
    r"|\[(?P<label>[^\[\]]{1,1000})\]\([^()\s]{0,2000}(?:\([^()\s]{0,200}\)[^()\s]{0,200})?(?:\s{1,9}\"[^\"]{0,500}\")?\)"
    r"|(?<!`)`(?P<code>[^`\n]{1,1000})`(?!`)"
    r"|(?P<entity>&(?:#\d{1,7}|#[xX][0-9a-fA-F]{1,6}|[A-Za-z][A-Za-z0-9]{1,31});)"
)
_MARKS_IN_CODE = str.maketrans(dict.fromkeys("\"'“”„«»‘’‚‹›", " "))


def passages_of(text: str, markdown: bool) -> list[Passage]:
    """Return the passages of a draft.

    Args:
        text: The draft.
        markdown: Whether inline marks, headings, code and comments are read as Markdown; in plain text they are words.
    """
    visible = _without_comments(text) if markdown else text
    found = (_passage(block, markdown) for block in blocks_of(visible, markdown))
    return [passage for passage in found if passage]


def _without_comments(text: str) -> str:
    """Replace each comment by as many spaces; one that never ends is text."""
    kept: list[str] = []
    at = 0
    while (start := text.find("<!--", at)) >= 0 and (end := text.find("-->", start + 4)) >= 0:
        kept += [text[at:start], "".join("\n" if char == "\n" else " " for char in text[start : end + 3])]
        at = end + 3
    return "".join((*kept, text[at:])) if kept else text


def _passage(block: DraftBlock, markdown: bool) -> Passage | None:
    writer = PassageWriter(block.kind)
    for number, (at, line) in enumerate(block.lines):
        if number:
            writer.add(" ", at - 1)
        if markdown:
            for piece, offset in _visible(line):
                writer.add(piece, at + offset)
        else:
            writer.add(line, at)
    return writer.passage()


def _visible(line: str) -> Iterator[tuple[str, int]]:
    """Yield the pieces of a line that a reader sees, with their offsets."""
    at = 0
    for match in _MARKUP.finditer(line):
        yield line[at : match.start()], at
        at = match.end()
        kind = match.lastgroup or ""
        if kind == "label":
            start = match.start("label")
            yield from ((piece, start + offset) for piece, offset in _visible(match["label"]))
        elif kind == "code":
            yield match["code"].translate(_MARKS_IN_CODE), match.start("code")
        elif kind == "escaped":
            yield match["escaped"], match.start("escaped")
        elif kind == "entity":
            yield unescape(match["entity"])[:1], match.start()
    yield line[at:], at
