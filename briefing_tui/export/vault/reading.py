"""Find the parts of notes in a file that the user edits."""

import re
from collections.abc import Callable, Iterator, Sequence
from typing import NamedTuple

from briefing_tui.export.vault.marks import body_start, mark_lines
from briefing_tui.export.vault.note_part import NotePart
from briefing_tui.export.vault.old_form import old_parts
from briefing_tui.model.note import is_own_id

_HEADING = re.compile(r"#{1,6} .*")
_IsNote = Callable[[str], bool]


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
    limit = body_start(lines)
    torn = _Torn(lines, lone, closings, old | {at for at, line in enumerate(lines) if _HEADING.fullmatch(line)})
    parts: list[NotePart] = []
    for opening, closing in marks.pairs:
        parts += torn.parts(limit, _words_of(lines, limit, opening)[0])
        limit = parts[-1].end if parts else limit
        parts.append(NotePart(openings[opening], *_words_of(lines, limit, opening), opening + 1, closing))
        limit = closing + 1
    return [*parts, *torn.parts(limit, len(lines))]


class _Torn(NamedTuple):
    """Signs of parts without their block id or link: lines of lone marks, and lines at which any part ends."""

    lines: Sequence[str]
    lone: dict[int, str]
    closings: dict[int, str]
    limits: set[int]

    def parts(self, start: int, end: int) -> Iterator[NotePart]:
        """Yield the parts from `start` to before `end`."""
        for at in range(start, end):
            if at < start or at not in self.lone:
                continue
            if at in self.closings:
                yield self._without_opening(start, at)
                start = at + 1
            else:
                found = self._without_closing(start, at, end)
                yield found
                start = found.text_end

    def _without_opening(self, start: int, closing: int) -> NotePart:
        """Return a part whose text begins below the first quotation, or at the first line."""
        top = next((at for at in range(closing - 1, start - 1, -1) if at in self.limits), start - 1) + 1
        while top < closing and not self.lines[top].strip():
            top += 1
        first = next((at for at in range(top, closing) if self.lines[at].startswith(">")), top)
        last = next((at for at in range(first, closing) if not self.lines[at].startswith(">")), closing)
        return NotePart(self.lone[closing], first, last, last, closing, has_id=False)

    def _without_closing(self, start: int, opening: int, end: int) -> NotePart:
        """Return a part whose text ends before the next part, a heading or `end`."""
        stop = next((at for at in range(opening + 1, end) if at in self.lone or at in self.limits), end)
        if stop in self.lone and stop not in self.closings:
            stop = _words_of(self.lines, opening + 1, stop)[0]
        while stop > opening + 1 and not self.lines[stop - 1].strip():
            stop -= 1
        return NotePart(self.lone[opening], *_words_of(self.lines, start, opening), opening + 1, stop, has_link=False)


def _words_of(lines: Sequence[str], limit: int, opening: int) -> tuple[int, int]:
    """Return the first line of the quotation above a block id and the line after it, both `opening` if there is none."""
    end = opening
    while end > limit and not lines[end - 1].strip():
        end -= 1
    start = end
    while start > limit and lines[start - 1].startswith(">"):
        start -= 1
    return (start, end) if start < end else (opening, opening)
