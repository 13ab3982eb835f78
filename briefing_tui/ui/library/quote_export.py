"""Write the quotes that a search is about to a file."""

from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from briefing_tui.ui.dialogs.new_file import write_new

if TYPE_CHECKING:
    from briefing_tui.notes.store import NoteStore

_FORMATS = {".md": "markdown", ".csv": "csv", ".json": "json", ".jsonl": "jsonl"}


def write_quotes(name: str, folder: Path, query: str, store: "NoteStore | None") -> str:
    """Write the quotes of a folder that a query is about.

    The file's ending names the format. Returns what is wrong, or nothing.
    """
    from briefing_tui.export.library_rows import WRITERS, quote_row
    from briefing_tui.library.index.library_index import IndexTrouble, open_index
    from briefing_tui.library.search.query import parse_query
    from briefing_tui.library.search.searching import LibrarySearch
    from briefing_tui.notes.errors import StoreError

    try:
        with open_index(folder) as index:
            found = list(LibrarySearch(index, store).quotes(parse_query(query, is_typing=True)))
            if not found:
                return "No quote is about these words."
            rows = [quote_row(one, folder) for one in found]
            return write_new(name, {ending: partial(WRITERS[form], rows) for ending, form in _FORMATS.items()})
    except (IndexTrouble, StoreError) as error:
        return str(error)
