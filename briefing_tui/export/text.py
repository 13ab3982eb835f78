"""Notes as plain text, for a mail or a printer."""

from collections.abc import Iterable, Iterator

from briefing_tui.export.bundle import Bundle, about, link, quoted
from briefing_tui.model.note import Note

EXTENSION = "txt"


def write(bundles: Iterable[Bundle]) -> Iterator[str]:
    """The pieces of the text."""
    gap = ""
    for bundle in bundles:
        title = " ".join(bundle.title.split())
        yield f"{gap}{title}\n{'=' * min(len(title), 76)}\n"
        if told := " · ".join(part for part in (", ".join(bundle.authors), bundle.url) if part):
            yield f"{told}\n"
        for note in bundle.notes:
            yield _note(note)
        gap = "\n\n"


def _note(note: Note) -> str:
    lines = [""]
    if note.words.strip():
        lines.append(quoted(note.words))
    lines.append("  — " + " · ".join([*about(note), *(f"#{tag}" for tag in note.tags)]))
    lines += [f"  {line}".rstrip() for line in note.body.split("\n")] if note.body else []
    return "\n".join([*lines, f"  {link(note)}", ""])
