"""The two lines by which a note's part of a file is known.

They are its block id, and at its end a link with the same id.
"""

import re
from bisect import bisect_right
from collections import defaultdict
from collections.abc import Sequence
from typing import NamedTuple

from briefing_tui.markdown.front_matter import read_front

_ID = r"[A-Za-z0-9](?:[A-Za-z0-9-]{0,62}[A-Za-z0-9])?"
OPENING = re.compile(rf"(?:\*\*Note\*\* )?\^({_ID})[ \t]*")
"""The line below the words of a note; of a note without words, the first. The group is the id."""
CLOSING = re.compile(
    rf'\[[^\[\]]*\]\(briefing://[a-z0-9-]{{1,63}}/({_ID})(?: "(?:([0-9a-f]{{6}})-([0-9a-f]{{6}}))?[^"]*")?\)(.*)'
)
"""The last line of a part; the groups are the id, the versions of text and words, and the details."""
FIRST_LETTERS = ("[", "^", "*")
"""Those of the lines that may be marks."""


class MarkLines(NamedTuple):
    """The marks of a file: ids by lines (from 0).

    `pairs` are the lines that begin and end parts.
    """

    openings: dict[int, str]
    closings: dict[int, str]
    pairs: list[tuple[int, int]]


def body_start(lines: Sequence[str]) -> int:
    """Return the line below a file's front matter.

    It is the first line if there is none that can be read.
    """
    front = read_front(lines)
    return front.end if front.is_read else 0


def mark_lines(lines: Sequence[str]) -> MarkLines:
    """Find the marks below a file's front matter.

    A link and the last block id with its id before it are a pair. What is between them is text, whatever it looks like.
    """
    start = body_start(lines)
    some = [at for at in range(start, len(lines)) if lines[at].startswith(FIRST_LETTERS)]
    openings = {at: match[1] for at in some if (match := OPENING.fullmatch(lines[at]))}
    closings = {at: match[1] for at in some if (match := CLOSING.fullmatch(lines[at]))}
    by_id: dict[str, list[int]] = defaultdict(list)
    for at in sorted({**openings, **closings}):
        by_id[openings.get(at) or closings[at]].append(at)
    pairs: list[tuple[int, int]] = []
    for at, note_id in openings.items():
        marks = by_id[note_id]
        number = bisect_right(marks, at)
        if number < len(marks) and marks[number] in closings and (not pairs or at > pairs[-1][1]):
            pairs.append((at, marks[number]))
    return MarkLines(openings, closings, pairs)
