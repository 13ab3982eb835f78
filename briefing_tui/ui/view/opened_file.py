"""What the reader opens: a content file, or an article that is built on the way; a beginning at first, then the whole."""

from pathlib import Path
from typing import TYPE_CHECKING

from msgspec import Struct

from briefing_tui.application.opening import fetch_source, open_file, open_text
from briefing_tui.contentfile.detect import is_content_file, part_start
from briefing_tui.contentfile.read.first_screen import read_first_screen
from briefing_tui.model.briefing import Briefing
from briefing_tui.model.document import LineCorrection
from briefing_tui.text.safety import harmless, one_line
from briefing_tui.ui.view.session import Session

if TYPE_CHECKING:
    from briefing_tui.builder import ReportProgress

_HEAD, _REACH = 100_000, 64_000
"""Bytes of a file's beginning, and of its article's, that the first screen may be made from."""


class OpenedFile(Struct, frozen=True):
    """A file to be read: its path, or its text where it has none."""

    path: Path | None
    id: str
    text: str | None = None

    @property
    def name(self) -> str:
        """What messages call it."""
        return one_line(self.path.name) if self.path else "standard input"

    def glimpse(self) -> Session:
        """The beginning, fast: what the first screen needs. Raises contentfile.read.file_input.UnreadableFile."""
        text = self.text if self.text is not None else self._beginning()
        if not is_content_file(text):
            return Session.of(Briefing(self.id, title=f"{self.name} …"), partial=True)
        return Session.of(read_first_screen(harmless(text), self.id), partial=True)

    def load(self, state: Path | None = None, report: "ReportProgress | None" = None) -> Session:
        """The whole, its items found in the article; an article is built with what a person set right of its lines, which the
        state folder keeps. `report` hears what is being done. Raises contentfile.read.file_input.UnreadableFile."""

        def recall(sha256: str) -> tuple[LineCorrection, ...]:
            from briefing_tui.library.line_correction_store import corrections_file, recall_corrections

            return recall_corrections(corrections_file(state, sha256)) if state else ()

        opened = open_text(self.text, self.id, report, recall) if self.text is not None else open_file(self._file, report, recall)
        if report is not None and opened.built is not None:
            report("arranging the text")
        session = Session.of(opened.briefing, opened.problems)
        session.built, session.corrections = opened.built, opened.corrections
        return session

    @property
    def stamp(self) -> tuple[int, int] | None:
        """Changes when the file does; None without a file."""
        if self.path is None:
            return None
        try:
            status = self.path.stat()
        except OSError:
            return None
        return status.st_mtime_ns, status.st_size

    @property
    def _file(self) -> Path:
        assert self.path is not None
        return self.path

    def _beginning(self) -> str:
        """Front matter, actors, and where the article starts: of a long file, only these are decoded."""
        data = fetch_source(self._file)
        article = part_start(data, "Article")
        if article > _HEAD:
            data = data[: data.rfind(b"\n", 0, _HEAD) + 1] + data[article : article + _REACH]
        elif article >= 0:
            data = data[: article + _REACH]
        return data.decode("utf-8", "replace")
