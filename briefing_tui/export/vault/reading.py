"""Find the parts of notes in a file that the user edits."""

import re
from collections.abc import Callable, Iterator, Sequence

from briefing_tui.export.vault.marks import mark_lines
from briefing_tui.export.vault.note_part import NotePart
from briefing_tui.export.vault.old_form import old_parts
from briefing_tui.markdown.front_matter import read_front

_HEADING = re.compile(r"#{1,6} .*")
_OWN_ID = re.compile(r"n-[2-9a-z]{10}(?:-[0-9a-f]{6,8})?")
"""The ids that this program gives."""
_IsNote = Callable[[str], bool]


def is_own_id(note_id: str) -> bool:
    """Return whether an id looks like one that this program gave."""
    return _OWN_ID.fullmatch(note_id) is not None


def find_parts(lines: Sequence[str], is_note: _IsNote = is_own_id) -> list[NotePart]:
    """Return the parts of a file in order; a note that was copied has several.

    Parts in the form of version 0.1 are not among them. A part lies between its block id and the link of the same id, and what is
    between them is text, whatever it looks like. If one of the two is missing, the part reaches to what comes before or after it;
    `is_note` returns whether a block id without a link is a note's.
    """
    marks = mark_lines(lines)
    openings, closings = marks.openings, marks.closings
    old = {at for part in old_parts(lines) for at in range(part.start, part.end)}
    whole = {openings[opening] for opening, _ in marks.pairs}
    lone = {at: one for at, one in openings.items() if one not in whole and is_note(one) and at not in old}
    lone |= {at: one for at, one in closings.items() if one not in whole and at not in old}
    limit = read_front(lines).end
    parts: list[NotePart] = []
    for opening, closing in marks.pairs:
        parts += _torn_parts(lines, limit, _words_of(lines, limit, opening)[0], lone, closings)
        limit = parts[-1].end if parts else limit
        parts.append(NotePart(openings[opening], *_words_of(lines, limit, opening), opening + 1, closing))
        limit = closing + 1
    return [*parts, *_torn_parts(lines, limit, len(lines), lone, closings)]


def _torn_parts(lines: Sequence[str], start: int, end: int, lone: dict[int, str], closings: dict[int, str]) -> Iterator[NotePart]:
    """Yield the parts from `start` to before `end` that lack their block id or their link."""
    for at in range(start, end):
        if at < start or at not in lone:
            continue
        if at in closings:
            yield _without_opening(lines, start, at, lone[at])
            start = at + 1
        else:
            stop = next((to for to in range(at + 1, end) if to in lone or _HEADING.fullmatch(lines[to])), end)
            stop = _words_of(lines, at + 1, stop)[0] if stop in lone and stop not in closings else stop
            while stop > at + 1 and not lines[stop - 1].strip():
                stop -= 1
            yield NotePart(lone[at], *_words_of(lines, start, at), at + 1, stop, has_link=False)
            start = stop


def _without_opening(lines: Sequence[str], start: int, closing: int, note_id: str) -> NotePart:
    """Return a part whose block id is missing: its text begins below the first quotation, or below the heading."""
    top = next((at for at in range(closing - 1, start - 1, -1) if _HEADING.fullmatch(lines[at])), start - 1) + 1
    while top < closing and not lines[top].strip():
        top += 1
    first = next((at for at in range(top, closing) if lines[at].startswith(">")), top)
    last = next((at for at in range(first, closing) if not lines[at].startswith(">")), closing)
    return NotePart(note_id, first, last, last, closing, has_id=False)


def _words_of(lines: Sequence[str], limit: int, opening: int) -> tuple[int, int]:
    """Return the first line of the quotation above a block id and the line after it, both `opening` if there is none."""
    end = opening
    while end > limit and not lines[end - 1].strip():
        end -= 1
    start = end
    while start > limit and lines[start - 1].startswith(">"):
        start -= 1
    return (start, end) if start < end else (opening, opening)
