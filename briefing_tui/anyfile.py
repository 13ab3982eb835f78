"""Any file that a person names → its briefing: a content file is read, an article as people have it is built on the way."""

import re
from pathlib import Path

from msgspec import Struct

from briefing_tui.model import Briefing, Problem
from briefing_tui.safety import one_line

_PARTS = "Summary|Key actors|Quotes|Images|Article"
_CONTENT = re.compile(rf"\A\ufeff?---[ \t]*\r?\n(?:.*\n){{0,200}}?briefing[ \t]*:|^## +(?:{_PARTS})[ \t]*\r?$", re.MULTILINE)
_SAMPLE = 400_000
"""Bytes of a file by which it is told what it is."""


class Opened(Struct, frozen=True):
    """A briefing, what is wrong in its content file, and, where it was built just now, what a person should know of that."""

    briefing: Briefing
    problems: tuple[Problem, ...] = ()
    notes: tuple[str, ...] = ()
    is_built: bool = False


def is_content(data: bytes | str) -> bool:
    """Whether a text is a content file: it has the front matter key `briefing`, or one of the format's headings."""
    text = data[:_SAMPLE].decode("utf-8", "replace") if isinstance(data, bytes) else data[:_SAMPLE]
    return _CONTENT.search(text) is not None


def open_file(path: Path) -> Opened:
    """Read or build a file. Raises contentfile.door.Unreadable."""
    from briefing_tui.contentfile.door import fetch
    from briefing_tui.contentfile.read import load

    data = fetch(path)
    built = None if is_content(data) else _built(data, path.name, one_line(path.stem))
    if built:
        return built
    reading = load(path)
    return Opened(reading.briefing, reading.problems)


def open_text(text: str, id: str) -> Opened:  # noqa: A002
    """Read or build what came from standard input."""
    from briefing_tui.contentfile.read import read

    built = None if is_content(text) else _built(text.encode("utf-8", "surrogateescape"), "standard input", id)
    if built:
        return built
    reading = read(text, id)
    return Opened(reading.briefing, reading.problems)


def _built(data: bytes, name: str, id: str) -> Opened | None:  # noqa: A002
    """The briefing of an article; None where there is no article in it, so that what there is is shown as it is."""
    from briefing_tui.builder import build
    from briefing_tui.sources import SourceError

    try:
        built = build(data, name, id=id)
    except SourceError:
        return None
    return Opened(built.briefing, (), built.notes, True)
