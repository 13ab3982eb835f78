"""A file that is opened: a content file, or an article built on the way.

First its beginning is read, then the whole.
"""

from pathlib import Path
from typing import TYPE_CHECKING

from msgspec import Struct

from briefing_tui.application.opening import beginning_of, fetch_source, open_file, open_text
from briefing_tui.contentfile.detect import is_content_file
from briefing_tui.contentfile.read.first_screen import read_first_screen
from briefing_tui.model.briefing import Briefing
from briefing_tui.model.document import Document, LineCorrection, Origin
from briefing_tui.text.safety import harmless, one_line
from briefing_tui.ui.view.pane_items import prepare_lists
from briefing_tui.ui.view.session import Session

if TYPE_CHECKING:
    from briefing_tui.builder import ReportProgress


class OpenedFile(Struct, frozen=True):
    """A file that is read: its path, or its text if it has none.

    `origin` is where such a text was fetched from; without it, it was piped in. `beginning` is what the first screen is made
    from, if it was read before. `kind` is the kind of source, perhaps with a part, that the user says it is.
    """

    path: Path | None
    id: str
    text: str | None = None
    origin: Origin | None = None
    beginning: str | None = None
    kind: str | None = None

    @property
    def name(self) -> str:
        """The name that messages give it."""
        if self.path is not None:
            return one_line(self.path.name)
        return one_line(self.origin.named) if self.origin else "standard input"

    @property
    def folder(self) -> Path | None:
        """The folder that the file is in; None without a file."""
        return self.path.parent if self.path else None

    def glimpse(self, columns: int, rows: int) -> Session:
        """Return the beginning, fast: what the first screen needs to fill its columns and rows. Raises UnreadableFile."""
        text = self.text if self.text is not None else self.beginning
        if text is None:
            text = beginning_of(fetch_source(self._file))
        if not is_content_file(text):
            return Session.of(Briefing(self.id, title=f"{self.name} …"), partial=True)
        return Session.of(read_first_screen(harmless(text), self.id, columns, rows), partial=True)

    def load(self, state: Path | None = None, report: "ReportProgress | None" = None) -> Session:
        """Return the whole, its items located in the article. Raises UnreadableFile.

        An article is built with the user's corrections of its lines, which the folder `state` keeps; `report` is called with each
        step of the work, in words.
        """

        def recall(document: Document) -> tuple[LineCorrection, ...]:
            from briefing_tui.library.line_correction_store import find_corrections
            from briefing_tui.model.identity import Identity

            if state is None:
                return ()
            who = Identity(Briefing(self.id, source=document.source, sections=document.sections), self.path)
            return find_corrections(state, document.source.sha256, who)

        if self.text is not None:
            opened = open_text(self.text, self.id, report, recall, self.origin, self.kind)
        else:
            opened = open_file(self._file, report, recall, self.kind)
        if report is not None and opened.built is not None:
            report("arranging the text")
        session = prepare_lists(Session.of(opened.briefing, opened.problems))
        session.built, session.corrections = opened.built, opened.corrections
        return session

    @property
    def stamp(self) -> tuple[int, int] | None:
        """The file's time of modification and size; None without a file.

        They change when the file does.
        """
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
