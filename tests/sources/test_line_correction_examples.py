"""Test the effect of a line correction on the document.

A block of `examples/corrections.txt` has the source, the kind that the user chooses and the words of the line, then the changes
as in `examples.py`.
"""

from pathlib import Path
from typing import cast

import pytest

from briefing_tui.model.document import Document, LineCorrectionKind
from briefing_tui.sources import read_source
from briefing_tui.sources.line_corrections import apply_line_corrections, correction_of
from tests.blocks import blocks, write_block
from tests.sources import dumps, pages
from tests.sources.clippings import CLIPPING
from tests.sources.examples import changes, described

SOURCES: dict[str, Document] = {
    "plain": read_source(dumps.browser().encode(), "ferry.txt"),
    "html": read_source(pages.PAGE.encode(), "harbour.html"),
    "markdown": read_source(CLIPPING.encode(), "clip.md", "markdown"),
}
FILE = Path(__file__).parent / "examples" / "corrections.txt"


def corrected(source: str, kind: LineCorrectionKind, words: str) -> list[str]:
    """Return the changes to a document when its first line with some words is corrected."""
    before = SOURCES[source]
    index = next(index for index, row in enumerate(before.rows) if words in row.text)
    after, notes = apply_line_corrections(before, [correction_of(before.rows, index, kind)])
    return [*changes(described(before), described(after)), *notes]


@pytest.mark.parametrize(
    "block", [block for block in blocks(FILE) if block[0].startswith("@")], ids=lambda block: " ".join(block[:2])
)
def test_a_corrected_line_changes_what_is_written_below_it(block: list[str], request: pytest.FixtureRequest) -> None:
    source, kind = block[0][1:].split(" ")
    found = corrected(source, cast(LineCorrectionKind, kind), block[1])
    if request.config.getoption("--update-golden"):
        write_block(FILE, block, [*block[:2], *found])
    else:
        assert found == block[2:]
