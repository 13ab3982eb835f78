"""Instapaper: its list as CSV.

Its columns are URL, Title, Selection, Folder, Timestamp, and in later years Tags. The selection is what the user had selected
on the page. A folder other than those of the program becomes a tag.
"""

from collections.abc import Iterator

from briefing_tui.imports.export_file import ExportFile
from briefing_tui.imports.saved import SavedArticle, SavedHighlight, Tool
from briefing_tui.imports.values import listed, tags_of, time_of
from briefing_tui.model.reading import Status

_FOLDERS: dict[str, Status] = {"unread": "unread", "archive": "archived"}


def _recognises(file: ExportFile) -> bool:
    return file.has_columns(("url", "title", "selection", "folder"))


def _read(file: ExportFile) -> Iterator[SavedArticle]:
    for row in file.csv_rows():
        folder, added = row.get("folder", "").strip(), time_of(row.get("timestamp"))
        tags = listed(row.get("tags", "")) if row.get("tags") else []
        if folder.lower() not in _FOLDERS:
            tags.append(folder)
        selection = row.get("selection", "").strip()
        marks = (SavedHighlight(selection, colour="yellow", created=added),) if selection else ()
        status = _FOLDERS.get(folder.lower(), "unread")
        yield SavedArticle(
            row.get("url", ""), row.get("title", ""), tags=tags_of(tags), status=status, added=added, highlights=marks
        )


TOOL = Tool("Instapaper", "its list as CSV", _recognises, _read)
