"""Pocket: its list as CSV or HTML, and the zip archive of its last years.

The list has the columns title, url, time_added (seconds since 1970), tags (separated by `|`) and status (unread, archive). The
HTML has a list of links below the headings "Unread" and "Read Archive". In the archive, `annotations/*.json` has the highlights.
"""

import re
from collections.abc import Iterator
from html import unescape
from typing import Any

from briefing_tui.imports.export_file import ExportFile
from briefing_tui.imports.saved import SavedArticle, SavedHighlight, Tool
from briefing_tui.imports.values import dicts, tags_of, text_of, time_of
from briefing_tui.model.identity import address_key
from briefing_tui.model.reading import Status

_COLUMNS = ("title", "url", "time_added", "status")
_PIECE = re.compile(r"<h1[^<>]*>(?P<heading>[^<]{0,200})</h1>|<a\s(?P<attributes>[^<>]*)>(?P<title>[^<]*)</a>", re.IGNORECASE)
_ATTRIBUTE = re.compile(r"(?<![a-z_])([a-z_]++)=\"([^\"]*)\"", re.IGNORECASE)


def _recognises(file: ExportFile) -> bool:
    if file.archive is not None:
        return any(_is_list(name) or _is_highlights(name) for name in file.archive.names)
    return file.has_columns(_COLUMNS) or ("time_added=" in file.head and "<h1>" in file.head.lower())


def _is_list(name: str) -> bool:
    return re.fullmatch(r"(?:.*/)?part_\d+\.csv", name) is not None


def _is_highlights(name: str) -> bool:
    return re.fullmatch(r"(?:.*/)?annotations/[^/]+\.json", name) is not None


def _read(file: ExportFile) -> Iterator[SavedArticle]:
    if file.archive is None:
        yield from _in_csv(file, {}) if file.has_columns(_COLUMNS) else _in_html(file)
        return
    highlights = _highlights(file)
    for name in filter(_is_list, file.archive.names):
        yield from _in_csv(file.member(name), highlights)
    yield from (SavedArticle(url, title, highlights=marks) for url, title, marks in highlights.values())


_Highlights = dict[str, tuple[str, str, tuple[SavedHighlight, ...]]]
"""Address, title and highlights of articles, by the keys of their addresses."""


def _highlights(file: ExportFile) -> _Highlights:
    assert file.archive is not None
    found: _Highlights = {}
    for name in filter(_is_highlights, file.archive.names):
        for row in dicts(list(file.member(name).json_rows())):
            url = text_of(row.get("url"))
            found[address_key(url) or url] = (
                url,
                text_of(row.get("title")),
                tuple(map(_highlight, dicts(row.get("highlights")))),
            )
    return found


def _highlight(row: dict[str, Any]) -> SavedHighlight:
    return SavedHighlight(text_of(row.get("quote")), colour="yellow", created=time_of(row.get("created_at")))


def _in_csv(file: ExportFile, highlights: _Highlights) -> Iterator[SavedArticle]:
    for row in file.csv_rows():
        url, added = row.get("url", ""), time_of(row.get("time_added"))
        marks = highlights.pop(address_key(url) or url, ("", "", ()))[2]
        status = _status(row.get("status", ""))
        tags = tags_of(row.get("tags", "").split("|"))
        yield SavedArticle(url, row.get("title", ""), tags=tags, status=status, added=added, highlights=marks)


def _in_html(file: ExportFile) -> Iterator[SavedArticle]:
    status: Status = "unread"
    for piece in _PIECE.finditer(file.text):
        if piece["heading"] is not None:
            status = _status(piece["heading"])
            continue
        of = {name.lower(): unescape(value) for name, value in _ATTRIBUTE.findall(piece["attributes"])}
        tags, added = tags_of(of.get("tags", "").split(",")), time_of(of.get("time_added"))
        yield SavedArticle(of.get("href", ""), unescape(piece["title"]), tags=tags, status=status, added=added)


def _status(text: str) -> Status:
    return "archived" if "archive" in text.lower() else "unread"


TOOL = Tool("Pocket", "its list as CSV or HTML, or the zip archive with highlights", _recognises, _read)
