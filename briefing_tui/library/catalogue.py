"""List the briefings of a folder without parsing them.

Titles and dates come from the front matter, counts from the beginnings of lines. Markdown that is no content file is left out.
The counts are those of a full reading wherever the file has no problems.
"""

import re
from collections.abc import Iterator
from pathlib import Path

from msgspec import Struct

from briefing_tui.contentfile.detect import PART_HEADING, is_content_file
from briefing_tui.contentfile.read.file_input import UnreadableFile, decode_utf8, load_bytes
from briefing_tui.library.folder import content_files
from briefing_tui.markdown.front_matter import Value, read_front
from briefing_tui.model.briefing import Problem
from briefing_tui.presentation.reading_time import reading_minutes
from briefing_tui.text.safety import harmless, one_line

_TITLE = re.compile(r"^# ++(.+)$", re.MULTILINE)
_DAY = re.compile(r"\d{4}-\d\d-\d\d")
_NO_WORDS = re.compile(r"^(?:[ \t]*\d{1,9}[.)] |[ \t]*(?:```|~~~).*$|### Lead[ \t]*$)", re.MULTILINE)
"""Parts of an article's Markdown that are not read as words: item numbers, fences, the heading "Lead"."""
_COMMENT = re.compile(r"^<!--.*?-->", re.MULTILINE | re.DOTALL)
_ACTOR = re.compile(r"^### ", re.MULTILINE)
_QUOTE = re.compile(r"^>.*\n(?!>)", re.MULTILINE)
_IMAGE = re.compile(r"^!\[", re.MULTILINE)


class Entry(Struct, frozen=True):
    """A content file as a list shows it.

    A file that can't be read has a problem and no counts.
    """

    path: Path
    id: str
    title: str | None = None
    publisher: str | None = None
    published: str | None = None
    minutes: int | None = None
    quotes: int | None = None
    actors: int | None = None
    images: int | None = None
    problem: Problem | None = None


def entries(folder: Path) -> list[Entry]:
    """Return the briefings of a folder, the newest first, then by id.

    Those without a date come last. Raises nothing.
    """
    found = list(_entries(folder))
    found.sort(key=lambda entry: entry.id)
    found.sort(key=_published, reverse=True)
    return found


def _published(entry: Entry) -> str:
    """Return an entry's date, or an empty text if it is missing or no date."""
    return entry.published if entry.published and _DAY.fullmatch(entry.published) else ""


def holds_briefings(folder: Path) -> bool:
    """Return whether the folder holds any briefing."""
    return next(_entries(folder), None) is not None


def _entries(folder: Path) -> Iterator[Entry]:
    for path in content_files(folder):
        if found := _entry(path):
            yield found


def _entry(path: Path) -> Entry | None:
    """Return the entry of a file, or None if it is not a content file."""
    name = one_line(path.stem)
    if not path.is_file():
        return None
    try:
        text, problems = decode_utf8(load_bytes(path))
    except UnreadableFile as error:
        return Entry(path, name, problem=Problem(1, error.reason, "look at it with another program"))
    text = harmless(text)
    return _of_text(path, name, text, problems) if is_content_file(text) else None


def _of_text(path: Path, name: str, text: str, problems: tuple[Problem, ...]) -> Entry:
    front = read_front(text[:100_000].split("\n"))
    known = {entry.key: _words(entry.value) for entry in front.entries}
    body = _COMMENT.sub("", text)
    heading = _TITLE.search(body)
    parts = _parts(body)
    return Entry(
        path,
        name,
        known.get("title") or (one_line(heading[1]) if heading else None),
        known.get("publisher") or None,
        known.get("published") or None,
        reading_minutes(_NO_WORDS.sub("", parts.get("article", "")), known.get("language")),
        _count(_QUOTE, parts.get("quotes", "") + "\n"),
        _count(_ACTOR, parts.get("key actors", "")),
        _count(_IMAGE, parts.get("images", "")),
        next(iter((*problems, *front.problems)), None),
    )


def _count(pattern: re.Pattern[str], text: str) -> int:
    return sum(1 for _ in pattern.finditer(text))


def _parts(body: str) -> dict[str, str]:
    """Return the text below each of the format's headings; the article is last and ends with the file."""
    parts: dict[str, str] = {}
    headings = list(re.finditer(PART_HEADING, body))
    ends = [heading.start() for heading in headings[1:]] + [len(body)]
    for heading, end in zip(headings, ends, strict=False):
        part = heading[1].lower()
        parts.setdefault(part, body[heading.end() : len(body) if part == "article" else end])
    return parts


def _words(value: Value) -> str:
    return one_line(value) if isinstance(value, str) else one_line(", ".join(map(str, value)))
