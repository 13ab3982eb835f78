"""Insert new notes into a file that the user edits."""

from collections import defaultdict
from collections.abc import Iterator, Sequence
from itertools import pairwise

from briefing_tui.export.bundle import Bundle, briefing_link
from briefing_tui.export.vault.escaping import code, escaped
from briefing_tui.export.vault.note_part import BACK, note_lines
from briefing_tui.export.vault.old_form import old_parts
from briefing_tui.export.vault.reading import find_parts
from briefing_tui.model.address import address_of
from briefing_tui.model.note import Note

_FENCES = ("```", "~~~")


def top_lines(bundle: Bundle) -> list[str]:
    """Return the lines above the notes of a briefing: its title, and the way back."""
    return [f"# {escaped(bundle.title)}", "", f"[{BACK}]({address_of(bundle.id)}) · {code(briefing_link(bundle.id))}"]


def heading_line(section: str) -> str:
    """Return the line of a section's heading."""
    return f"## {escaped(section)}"


def with_new(lines: list[str], bundles: Sequence[Bundle], held: set[str]) -> list[str]:
    """Return the lines of a file with the notes that it lacks.

    `held` are the ids of those that it has.
    """
    if all(note.id in held for bundle in bundles for note in bundle.notes):
        return lines
    places = _Places(lines, [top_lines(bundle)[0] for bundle in bundles] if len(bundles) > 1 else [], held)
    for bundle in bundles:
        places.add(bundle)
    return places.filled()


class _Places:
    """The line for each new note: below the note before it and the user's own lines there, or below its heading."""

    def __init__(self, lines: list[str], tops: list[str], held: set[str]) -> None:
        self._lines = lines
        self._tops = tops
        """The titles of the briefings, if there are several."""
        spans = [(part.start, part.end, part.id) for part in find_parts(lines, held.__contains__)]
        spans = sorted(spans + [(part.start, part.end, part.id) for part in old_parts(lines)])
        self._starts = {note_id: start for start, _, note_id in reversed(spans)}
        limits = pairwise([*spans, (len(lines), 0, "")])
        ends = [(note_id, self._free_end(end, stop)) for (_, end, note_id), (stop, _, _) in limits]
        self._ends = dict(reversed(ends))
        """The line below a note and what the user wrote below it."""
        self._headings = dict(reversed(list(self._find_headings([(start, end) for start, end, _ in spans]))))
        self._end = self._free_end(0, len(lines), is_whole=True)
        self._new: dict[int, list[list[str]]] = defaultdict(list)
        """The blocks of lines to insert, by the line that they are put before."""

    def add(self, bundle: Bundle) -> None:
        """Find the places of a bundle's new notes."""
        top, last = "", None
        if self._tops:
            lines = top_lines(bundle)
            top, last = lines[0], self._headings.get((lines[0], lines[0]))
            if last is None:
                last = self._end
                self._new[last].append(lines)
            elif self._lines[last : last + 1] == lines[-1:]:
                last += 1
        for section, notes in _groups(bundle):
            last = self._add_group(top, section, notes, last)

    def _add_group(self, top: str, section: str, notes: list[Note], last: int | None) -> int | None:
        """Find the places of a section's new notes; `last` is the place below the section before, and this one's is returned."""
        at = self._headings.get((top, heading_line(section)))
        for note in notes:
            if note.id in self._ends:
                at = self._ends[note.id]
                continue
            if at is None:
                following = next((self._starts[one.id] for one in notes if one.id in self._starts), None)
                if following is None:
                    at = self._above_all() if last is None else last
                    self._new[at] += [[heading_line(section)]] if section else []
                else:
                    at = following
            self._new[at].append(note_lines(note))
        return last if at is None else at

    def filled(self) -> list[str]:
        """Return the lines of the file with the new ones."""
        lines = list(self._lines)
        for at in sorted(self._new, reverse=True):
            block = [line for lines_of_one in self._new[at] for line in ("", *lines_of_one)]
            is_below_empty = at == 0 or not lines[at - 1].strip()
            lines[at:at] = [*block[is_below_empty:], *([""] if at < len(lines) and lines[at].strip() else [])]
        return lines

    def _above_all(self) -> int:
        """Return the place above the first note and its heading, or the end of the file."""
        first = min(self._starts.values(), default=None)
        if first is None:
            return self._end
        at = first
        while at > 0 and not self._lines[at - 1].strip():
            at -= 1
        return at - 1 if at > 0 and self._lines[at - 1].startswith("## ") else first

    def _free_end(self, start: int, stop: int, is_whole: bool = False) -> int:
        """Return the line below what the user wrote from `start`: up to a heading, unless the `whole` is asked for, or `stop`."""
        end, is_code = start, False
        for at in range(start, stop):
            line = self._lines[at]
            is_code ^= line.startswith(_FENCES)
            if line.startswith("#") and not is_code and not is_whole:
                break
            end = at + 1 if line.strip() else end
        return end

    def _find_headings(self, spans: list[tuple[int, int]]) -> Iterator[tuple[tuple[str, str], int]]:
        """Yield the headings outside of parts, each with the title above it, and the line below it that is not empty."""
        top = ""
        limits = [(0, 0), *spans, (len(self._lines), 0)]
        for (_, start), (stop, _) in pairwise(limits):
            is_code = False
            for at in range(start, stop):
                line = self._lines[at]
                is_code ^= line.startswith(_FENCES)
                if not line.startswith("#") or is_code:
                    continue
                top = line if line in self._tops else top
                below = next((to for to in range(at + 1, stop) if self._lines[to].strip()), stop)
                yield (top, line), below


def _groups(bundle: Bundle) -> Iterator[tuple[str, list[Note]]]:
    """Yield the sections of a bundle with their notes."""
    section, notes = "", list[Note]()
    for heading, note in bundle.by_section():
        if heading is not None and notes:
            yield section, notes
            notes = []
        section = section if heading is None else heading
        notes.append(note)
    if notes:
        yield section, notes
