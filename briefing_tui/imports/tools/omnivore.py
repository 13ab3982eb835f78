"""Omnivore: its zip archive with `metadata_*.json`, `content/SLUG.html` and `highlights/SLUG.md`.

A highlight is a block quote; its labels, each with a `#`, and the note on it follow. In other exports of Omnivore's it ends in a
link to Omnivore, and its labels are behind that. What comes before the first block quote is a note on the article.
"""

import re
from collections.abc import Iterator
from typing import Any

from briefing_tui.imports.archive import Archive
from briefing_tui.imports.errors import BrokenExport
from briefing_tui.imports.export_file import ExportFile
from briefing_tui.imports.saved import SavedArticle, SavedHighlight, Tool
from briefing_tui.imports.values import day_of, names_of, status_at, tags_of, text_of, time_of

_METADATA = re.compile(r"((?:.*/)?)metadata_\d+_to_\d+\.json")
_LINK = re.compile(r"\[[^\[\]]{0,20}\]\(https?://[^()\s]*\)([^\[\]]*)$")
_LABELS = re.compile(r"#[^\s#]")
_NEXT_LABEL = re.compile(r"\s#")


def _recognises(file: ExportFile) -> bool:
    if file.archive is None:
        return file.is_list and {"slug", "savedAt", "state"} <= file.keys
    return any(map(_METADATA.fullmatch, file.archive.names))


def _read(file: ExportFile) -> Iterator[SavedArticle]:
    archive = file.archive
    if archive is None:  # one of its lists alone
        yield from (_article(row) for row in file.json_rows() if isinstance(row, dict))
        return
    for name in archive.names:
        if metadata := _METADATA.fullmatch(name):
            for row in file.member(name).json_rows():
                if not isinstance(row, dict):
                    raise BrokenExport(f" in {name}", "not the list of articles of an export")
                if text_of(row.get("state")).upper() != "DELETED":
                    yield _article(row, archive, metadata[1])


def _article(row: dict[str, Any], archive: Archive | None = None, folder: str = "") -> SavedArticle:
    slug = text_of(row.get("slug"))
    html = _member(archive, f"{folder}content/{slug}.html")
    is_archived = text_of(row.get("state")).upper() == "ARCHIVED"
    return SavedArticle(
        text_of(row.get("url")),
        text_of(row.get("title")),
        html,
        authors=names_of(text_of(row.get("author"))),
        published=day_of(row.get("publishedAt")),
        tags=tags_of(row.get("labels")),
        status="archived" if is_archived else status_at(row.get("readingProgress"), whole=100),
        added=time_of(row.get("savedAt")),
        modified=time_of(row.get("updatedAt")),
        highlights=tuple(_highlights(_member(archive, f"{folder}highlights/{slug}.md"))),
    )


def _member(archive: Archive | None, name: str) -> str:
    return archive.read(name).decode("utf-8", "replace") if archive is not None and name in archive else ""


def _highlights(markdown: str) -> Iterator[SavedHighlight]:
    words: list[str] = []
    body: list[str] = []
    is_quoted = False
    for line in [*markdown.splitlines(), "", ">"]:
        if line.startswith(">"):
            if not is_quoted and any((*words, *body)):
                yield _highlight(words, body)
                words, body = [], []
            quoted = line[1:].strip()
            link = _LINK.search(quoted)
            words.append(quoted[: link.start()].strip() if link else quoted)
            is_quoted = link is None  # behind a link, another block quote is another highlight
            body += [link[1].strip()] if link else []
        elif is_quoted and line.strip():
            words.append(line.strip())  # Only the first line of a paragraph is marked.
        else:
            is_quoted = False
            body.append(line.strip())


def _highlight(words: list[str], body: list[str]) -> SavedHighlight:
    lines = "\n".join(body).strip().split("\n")
    labels = _NEXT_LABEL.split(lines.pop(0)[1:]) if _LABELS.match(lines[0]) else []
    quote, note = "\n".join(words).strip(), "\n".join(lines).strip()
    return SavedHighlight(quote, note, tags_of([label.strip() for label in labels]), "yellow" if quote else None)


TOOL = Tool("Omnivore", "its zip archive, with the articles' text", _recognises, _read)
