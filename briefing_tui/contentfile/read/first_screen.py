"""Read what the first screen shows, before the rest of a file."""

from msgspec.structs import replace

from briefing_tui.contentfile.detect import part_start
from briefing_tui.contentfile.read.parser import parse
from briefing_tui.markdown.blocks import blocks
from briefing_tui.markdown.paragraphs import block_needs_parser
from briefing_tui.model.briefing import Briefing

FEW = 30
"""The most paragraphs that are read."""
_REACH = 20_000
_HEAD = 66_000


def read_first_screen(text: str, id: str, columns: int = 0, rows: int = 0) -> Briefing:  # noqa: A002
    """Read the front matter and about the first 30 paragraphs, nothing else.

    It takes as long as parsing a few thousand words. Sections have the ids that they have in the whole file, unless an id is
    written further down.

    With `columns` and `rows`, the room for the article, it may end earlier: once the room is filled, before the first block that
    needs the parser, whose import takes as long as all else.
    """
    start = part_start(text, "Article")
    if start < 0:
        part, prefix = text[: _REACH + _HEAD], ""
    else:
        prefix = _front(text) + _actors(text, start)
        part = text[start + 1 : start + _REACH]
    whole = len(part) < _REACH - 1 if start >= 0 else len(part) == len(text)
    if not whole:
        part = part[: max(part.rfind("\n\n"), part.rfind("\r\n\r\n"))] if "\n\n" in part or "\r\n\r\n" in part else part
    if rows:
        part = _filling(part, columns, rows)
    briefing = parse(f"{prefix}{part}", id).briefing
    sections, left = [], FEW
    for section in briefing.sections:
        if left <= 0:
            break
        sections.append(replace(section, paragraphs=section.paragraphs[:left]))
        left -= len(section.paragraphs)
    return replace(briefing, sections=tuple(sections), summary=(), actors=(), quotes=(), images=(), built=())


def _filling(part: str, columns: int, rows: int) -> str:
    """Return the beginning that fills the room, up to the first block after it that needs the parser."""
    lines = part.split("\n")
    filled = 0
    for block in blocks(lines, 0, len(lines)):
        if filled >= rows and block_needs_parser(block, lines):
            return "\n".join(lines[: block.start])
        if filled or block.kind != "heading":  # The first ones are the names of the part and the lead, which are not shown.
            letters = sum(map(len, lines[block.start : block.end]))
            filled += max(1, letters // columns) + 1  # At least so many: words are not cut, and a blank row follows.
    return part


def _front(text: str) -> str:
    if not text.startswith(("---", "\ufeff---")):
        return text[: text.find("\n") + 1] if text.startswith("# ") else ""
    end = text.find("\n---", 3, _HEAD)
    after = text.find("\n", end + 1) if end >= 0 else -1
    return text[: after + 1] if after >= 0 else ""


def _actors(text: str, until: int) -> str:
    """Return the headings of the actors, whose default ids are given before those of sections."""
    start = part_start(text, "Key actors", until)
    if start < 0:
        return "\n"
    end = text.find("\n## ", start + 1)
    names = (line for line in text[start:end].split("\n") if line.startswith(("###", "<!--")))
    return "\n".join(["\n## Key actors\n", *names, "\n"])
