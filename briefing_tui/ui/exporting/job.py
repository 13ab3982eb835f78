"""One export: which notes are written in which format and where, previewed and carried out."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from itertools import chain, islice
from pathlib import Path
from typing import NamedTuple

from briefing_tui.export.bundle import Bundle
from briefing_tui.export.file_names import FolderNames
from briefing_tui.export.files import Ledger, Refused, WrittenFile, export_file, export_folder, preview
from briefing_tui.export.format import Format
from briefing_tui.export.formats import all_formats
from briefing_tui.export.template import BrokenTemplate
from briefing_tui.model.briefing import Briefing
from briefing_tui.notes.errors import StoreError
from briefing_tui.presentation.counts import counted
from briefing_tui.ui.exporting.last_export import remember_export
from briefing_tui.ui.exporting.selection import NoteSelection

MOST_LINES = 400
"""Lines of a file that are previewed."""
TROUBLE = (Refused, BrokenTemplate, StoreError, OSError, ValueError)
"""The errors that an export may raise; each is shown in one line."""


class ExportJob(NamedTuple):
    """An export as the user has chosen it. Its methods may run in a thread, and raise TROUBLE."""

    selection: NoteSelection
    briefing: Briefing
    """The briefing that is open."""
    form: Format
    typed: str
    """The file or folder, as the user typed it."""

    @property
    def folder(self) -> Path | None:
        """The folder that gets a file for each briefing; None if one file is written."""
        is_one_file = not self.selection.is_library or self.form.content != "notes" or not self._is_folder
        return None if is_one_file else Path(self.typed).expanduser()

    @property
    def path(self) -> Path:
        """The file that is written; in a folder, it is the briefing's."""
        path = Path(self.typed).expanduser()
        return FolderNames(path, self.form).path(Bundle(self.briefing.id, (), self.briefing)) if self._is_folder else path

    @property
    def _is_folder(self) -> bool:
        return not self.typed or self.typed.endswith("/") or Path(self.typed).expanduser().is_dir()

    @contextmanager
    def _bundles(self) -> Iterator[Iterator[Bundle]]:
        """Yield what is written, at least one bundle."""
        if self.form.content == "briefing":
            yield iter([Bundle(self.briefing.id, (), self.briefing)])
            return
        with self.selection.bundles(self.briefing) as given:
            first = next(given, None)
            if first is None:
                whole = " or ".join(form.name for form in all_formats() if form.content == "briefing")
                raise Refused(f"no notes to export: write some with a, or choose {whole} above for the briefing itself")
            yield chain([first], given)

    def preview(self) -> list[str]:
        """Return the first lines of the file, or the names of the files."""
        folder = self.folder
        with self._bundles() as given:
            if folder is None:
                return preview(self.path, given, self.form).split("\n", MOST_LINES)[:MOST_LINES]
            names, files = FolderNames(folder, self.form), islice(given, MOST_LINES - 2)
            listed = [f"{names.path(bundle)}  {len(bundle.notes)}" for bundle in files]
            return ["A file for each briefing, with its number of notes:", "", *listed]

    def run(self) -> str:
        """Write the file, or the files; return a message that says what was written."""
        folder, path = self.folder, self.path
        with self._bundles() as given:
            if folder is None:
                written = export_file(path, given, self.form, Ledger())
                message = f"{'It holds them already' if written.how == 'same' else 'Written'}: {written.path}"
                message += f"; left as it is: {written.left[0]}" if written.left else ""
            else:
                message = _summary(folder, export_folder(folder, given, self.form, Ledger()))
        remember_export(folder or path.parent, self.form.name)
        return message


def _summary(folder: Path, results: list[WrittenFile | Refused]) -> str:
    refused = [result for result in results if isinstance(result, Refused)]
    summary = f"Written: {counted(len(results) - len(refused), 'file')} in {folder}"
    left = [*map(str, refused), *(line for result in results if isinstance(result, WrittenFile) for line in result.left)]
    return f"{summary}; left as they are: {len(left)}, {left[0]}" if left else summary
