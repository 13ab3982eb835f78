"""Notes as Markdown like that of users of Obsidian or Logseq.

It can be edited and read back. A note's text is the user's own Markdown. The words of the article are escaped, so that they are
shown as they are.
"""

from collections.abc import Iterable, Iterator
from itertools import chain

from briefing_tui.export.bundle import ACTORS, WHOLE, Bundle
from briefing_tui.export.format import FindBriefing, Format
from briefing_tui.export.incoming import BrokenImport, Incoming
from briefing_tui.export.vault import old_form
from briefing_tui.export.vault.escaping import unescaped
from briefing_tui.export.vault.inserting import heading_line, top_lines
from briefing_tui.export.vault.marks import CLOSING
from briefing_tui.export.vault.note_part import note_lines, note_read
from briefing_tui.export.vault.properties import ALL, OWNER, front_matter, owner, properties
from briefing_tui.export.vault.reading import find_parts
from briefing_tui.export.vault.updating import updated
from briefing_tui.model.note import Note
from briefing_tui.model.typed_text import text_version, typed_text


def write(bundles: Iterable[Bundle]) -> Iterator[str]:
    """Make the pieces of one file with the notes of all bundles."""
    given = iter(bundles)
    first, second = next(given, None), next(given, None)
    yield front_matter(properties(first) if first and second is None else {"title": "Notes", OWNER: ALL})
    for bundle in chain(filter(None, (first, second)), given):
        yield "".join(f"{line}\n" for line in top_lines(bundle))
        for section, note in bundle.by_section():
            yield "".join(f"{line}\n" for line in ("", *((heading_line(section), "") if section else ()), *note_lines(note)))
        yield "\n" if second else ""


def read(text: str, _find: FindBriefing | None = None) -> Incoming:
    """Read the notes of a file, with the user's changes to their texts.

    Raises BrokenImport, with the line, for a part that can't be read and for a file without notes.
    """
    notes: dict[str, tuple[Note, str]] = {}
    copies = 0
    for note, base in _found(text.replace("\r\n", "\n").split("\n"), owner(text)):
        copies += note.id in notes
        notes.setdefault(note.id, (note, base))
    if not notes:
        raise BrokenImport(1, "no notes here: this reads the Markdown that 'briefing export --format markdown' writes")
    return Incoming(tuple(note for note, _ in notes.values()), copies, {note.id: base for note, base in notes.values()})


def _found(lines: list[str], own: str) -> Iterator[tuple[Note, str]]:
    """Yield the notes of a file's lines, each with what its text was an edit of. Raises BrokenImport."""
    for old in old_form.old_parts(lines):
        note = old_form.note_read(old)
        yield note, text_version(typed_text(note)) if old.is_intact else note.modified
    section, at = "", 0
    for part in find_parts(lines):
        section, at = _heading(lines, at, part.start, section), part.end
        try:
            note = note_read(lines, part, section, "" if own == ALL else own)
        except ValueError as error:
            raise BrokenImport(part.start + 1, str(error)) from None
        match = CLOSING.fullmatch(lines[part.text_end]) if part.has_link else None
        yield note, (match[2] or "") if match else ""


def _heading(lines: list[str], start: int, end: int, before: str) -> str:
    """Return the section's heading that is the last one from `start` to before `end`."""
    found = next((lines[at][3:] for at in range(end - 1, start - 1, -1) if lines[at].startswith("## ")), None)
    section = before if found is None else unescaped(found)
    return "" if section in (WHOLE, ACTORS) else section


FORMAT = Format(
    "md",
    "Markdown with properties, for an Obsidian vault",
    write,
    rank=1,
    update=updated,
    owner=owner,
    read=read,
    reads=(".md", ".markdown"),
)
