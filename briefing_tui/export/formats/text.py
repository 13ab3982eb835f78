"""Notes as plain text, for an e-mail or a printer."""

from collections.abc import Iterable, Iterator

from briefing_tui.export.article_facts import origin
from briefing_tui.export.bundle import Bundle, about, link, quoted
from briefing_tui.export.format import Format
from briefing_tui.model.note import Note


def write(bundles: Iterable[Bundle]) -> Iterator[str]:
    """Make the pieces of the text."""
    gap = ""
    for bundle in bundles:
        title = " ".join(bundle.title.split())
        yield f"{gap}{title}\n{'=' * min(len(title), 76)}\n"
        if about_article := " · ".join(filter(None, (*origin(bundle.facts, bundle.language), bundle.url))):
            yield f"{about_article}\n"
        for note in bundle.notes:
            yield _note(note, bundle.language)
        gap = "\n\n"


def _note(note: Note, language: str | None) -> str:
    lines = [""]
    if note.words.strip():
        lines.append(quoted(note.words, language))
    lines.append("  — " + " · ".join([*about(note), *(f"#{tag}" for tag in note.tags)]))
    lines += [f"  {line}".rstrip() for line in note.body.split("\n")] if note.body else []
    return "\n".join([*lines, f"  {link(note)}", ""])


FORMAT = Format("txt", "plain text", write, rank=4)
