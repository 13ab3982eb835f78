"""Small content files are read as it is written below each in `examples/reading.txt`.

A block holds a file's lines (a blank one is `~`), then lines that begin with `=`: the briefing's fields and items, the lines of
its parts and of the pieces of its items (from 0, the end exclusive), and the lines of problems.
`pytest -n0 --update-golden` writes the file anew.
"""

from collections.abc import Iterator
from pathlib import Path

import pytest
from msgspec import Struct
from msgspec.structs import fields

from briefing_tui.contentfile.read.parser import parse
from briefing_tui.contentfile.read.raw_items import RawItem
from tests.blocks import blocks, write_block

FILE = Path(__file__).parent / "examples" / "reading.txt"
BLOCKS = [block for block in blocks(FILE) if not block[0].startswith("# What")]


def shown(value: object) -> str:
    """A value without what is as it is by default."""
    if isinstance(value, Struct):
        told = {field.name: getattr(value, field.name) for field in fields(value)}
        own = {field.name: told[field.name] for field in fields(value) if field.required or told[field.name] != field.default}
        return f"{type(value).__name__}({', '.join(f'{name}={shown(one)}' for name, one in own.items() if one not in ((), []))})"
    if isinstance(value, tuple | list):
        return f"[{', '.join(map(shown, value))}]"
    return repr(value)


def described(text: str) -> Iterator[str]:
    """The lines that describe what is read from a file."""
    parsed = parse(text, "x")
    for field in fields(parsed.briefing):
        value = getattr(parsed.briefing, field.name)
        if isinstance(value, tuple):
            yield from (f"= {field.name}: {shown(one)}" for one in value)
        elif value not in (None, "", field.default):
            yield f"= {field.name}: {shown(value)}"
    layout = parsed.layout
    yield f"= title on {layout.title}, end {layout.end}"
    yield from (f"= part {name} on {lines}" for name, lines in layout.regions.items())
    for name in ("points", "actors", "quotes", "images", "sections"):
        items: list[RawItem] = getattr(layout, name, [])
        yield from (f"= {name} on {item.lines}: {item.pieces}{f' id {item.id}' if item.id else ''}" for item in items)
    yield f"= problems on lines {[problem.line for problem in parsed.problems]}"


@pytest.mark.parametrize("block", BLOCKS, ids=lambda block: " ".join(block[:12])[:80])
def test_a_file_is_read_as_it_is_written_below_it(block: list[str], request: pytest.FixtureRequest) -> None:
    lines = [line for line in block if not line.startswith("= ")]
    found = list(described("\n".join("" if line == "~" else line for line in lines) + "\n"))
    if request.config.getoption("--update-golden"):
        write_block(FILE, block, [*lines, *found])
    else:
        assert found == [line for line in block if line.startswith("= ")]
