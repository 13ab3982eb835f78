"""Update a file that the user edited where notes changed."""

from collections.abc import Iterable

from briefing_tui.export.bundle import Bundle
from briefing_tui.export.managed_parts import Edited, Updated
from briefing_tui.export.vault import old_form
from briefing_tui.export.vault.inserting import with_new
from briefing_tui.export.vault.marks import CLOSING
from briefing_tui.export.vault.note_part import (
    NotePart,
    closing_line,
    id_lines,
    text_lines,
    text_read,
    with_versions,
    words_lines,
    words_version,
)
from briefing_tui.export.vault.properties import ALL, owner, properties, with_missing, with_owner
from briefing_tui.export.vault.reading import find_parts
from briefing_tui.model.note import Note, is_own_id
from briefing_tui.model.typed_text import text_version, typed_text


def updated(old: str, bundles: Iterable[Bundle]) -> Updated:
    """Return the file with its notes updated. Raises Edited for a file that holds neither notes nor our property."""
    given = list(bundles)
    notes = {note.id: note for bundle in given for note in bundle.notes}
    begin = "\ufeff" if old.startswith("\ufeff") else ""
    end = "\r\n" if old.partition("\n")[0].endswith("\r") else "\n"
    lines = [line.rstrip("\r") for line in old.removeprefix(begin).split("\n")]
    converted = old_form.converted(lines, notes)
    if converted is not None:
        lines = with_missing(converted.lines, properties(given[0])) if len(given) == 1 else converted.lines
    file = _File(lines, notes)
    if converted is None and not file.parts and not owner("\n".join(lines)):
        raise Edited(1, "the file is there and briefing did not write it; give another name")
    if len(given) == 1 and any(part.id in notes for part in file.parts) and owner("\n".join(lines)) not in ("", ALL, given[0].id):
        file = _File(with_owner(lines, given[0].id), notes)  # The article's name in the notes has changed.
    file.update()
    left = [*(converted.left if converted else ()), *file.left]
    held = file.held.union(converted.held if converted else ())
    return Updated(begin + end.join(with_new(file.lines, given, held)), tuple(sorted(left)))


class _File:
    """The lines of a file, and the notes that it is to hold."""

    def __init__(self, lines: list[str], notes: dict[str, Note]) -> None:
        self.lines = lines
        self.notes = notes
        self.parts = find_parts(lines, lambda note_id: note_id in notes or is_own_id(note_id))
        self.held: set[str] = set()
        """The notes that have a part."""
        self.left: list[tuple[int, str]] = []
        """The lines (from 1) of the parts that were left as they are, each with the reason."""
        self._texts = {text_version(typed_text(note)) for note in notes.values()}

    def update(self) -> None:
        """Update each part, from the last to the first, so that the lines of the others stay valid; of copies, the first."""
        first = {part.id: part for part in reversed(self.parts)}
        self.held = {part.id for part in self.parts} & self.notes.keys()
        for part in reversed(self.parts):
            if first[part.id] is part:
                self._update(part)

    def _update(self, part: NotePart) -> None:
        note = self.notes.get(part.id)
        match = CLOSING.fullmatch(self.lines[part.text_end]) if part.has_link else None
        base, base_words = (match[2] or "", match[3] or "") if match else ("", "")
        text = text_version(text_read(self.lines[part.text : part.text_end], part.id))
        has_words_as_written = text_version("\n".join(self.lines[part.start : part.words_end])) == base_words
        if note is None:
            if text == base and has_words_as_written:
                self._remove(part)
            return
        current = text_version(typed_text(note))
        if current not in (base, text) and text != base and text not in self._texts:
            why = f"{note.id} was changed here and in briefing; 'briefing import' this file, which keeps both"
            self.left.append((part.text_end + 1, why))
            if part.has_link:
                return
            self.lines[part.text_end : part.end] = ["", closing_line(note, has_versions=False)]
        elif current != base:
            self._put_text(part, note, base_words, is_same=text == current)
            base = current
        if base_words != words_version(note) and has_words_as_written:
            self._put_words(part, note, base)

    def _put_text(self, part: NotePart, note: Note, base_words: str, is_same: bool) -> None:
        """Write the text of a part unless it is the same, and its last line with the present version."""
        last = closing_line(note)
        if part.has_link:
            last = with_versions(self.lines[part.text_end], text_version(typed_text(note)), base_words or words_version(note))
        inside = self.lines[part.text : part.text_end] if is_same else ["", *text_lines(note)]
        if not part.has_link and inside and inside[-1].strip():
            inside.append("")
        own = [] if part.has_id else id_lines(note, part.start < part.words_end)
        self.lines[part.text : part.end] = [*own, *inside, last]

    def _put_words(self, part: NotePart, note: Note, base: str) -> None:
        words = words_lines(note)
        if not words or part.start == part.words_end:
            return
        for at in range(part.words_end, len(self.lines)):
            match = CLOSING.fullmatch(self.lines[at])
            if match is not None and match[1] == note.id:
                self.lines[at] = with_versions(self.lines[at], base, words_version(note))
                break
        self.lines[part.start : part.words_end] = words

    def _remove(self, part: NotePart) -> None:
        """Remove a part and the empty line below it."""
        end = part.end
        end += end < len(self.lines) - 1 and not self.lines[end].strip()
        del self.lines[part.start : end]
