"""Find the footnotes of a PDF.

Its tags say so, or they are set smaller than the text at the end of a column, the first one behind a sign that is raised in the
text of its page.
"""

import re
from collections import defaultdict
from collections.abc import Mapping
from itertools import takewhile

from briefing_tui.sources.pdf.blocks import Looks
from briefing_tui.sources.pdf.fragments import PdfBlock

_SMALLER = 0.92
"""The size of footnotes at most, in that of the text."""
_SIGN = re.compile(r"[\d*†‡§]{1,3}")


def footnotes(blocks: list[PdfBlock], looks: Looks, signs: Mapping[int, set[str]]) -> set[int]:
    """Return the indexes of the blocks that are footnotes.

    `signs` are the raised signs of notes of each page.
    """
    found: set[int] = set()
    columns: dict[tuple[int, int], list[int]] = defaultdict(list)
    for index, block in enumerate(blocks):
        line = block.lines[0]
        if line.tag is not None and line.tag.is_note:
            found.add(index)
        elif signs[line.page]:
            columns[line.page, 0 if line.tag else line.column].append(index)  # each block with a tag has a column of its own
    for (page, _), column in columns.items():
        last = list(takewhile(lambda index: blocks[index].size <= _SMALLER * looks.size, reversed(column)))[::-1]
        first = next((at for at, index in enumerate(last) if _begins_with(blocks[index].text, signs[page])), len(last))
        if len(last) < len(column):  # not a box of nothing but small text
            found |= set(last[first:])
    return found


def _begins_with(text: str, signs: set[str]) -> bool:
    sign = _SIGN.match(text)
    return sign is not None and sign[0] in signs
