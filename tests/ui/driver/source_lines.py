"""The screen of a source's lines, and the screen that waits for a long build."""

import pytest

from briefing_tui.model.briefing import Briefing
from briefing_tui.model.document import SourceLine
from briefing_tui.ui.reader import loader
from briefing_tui.ui.source_lines.screen import SourceLinesScreen
from briefing_tui.ui.view.opened_file import OpenedFile
from tests.ui.driver.input import Input


def slow_build(monkeypatch: pytest.MonkeyPatch, build: object) -> None:
    """Call `build` instead of reading a file, and show the waiting screen at once.

    `build` has three parameters; the last is a function that reports a step in words.
    """
    monkeypatch.setattr(OpenedFile, "load", build)
    monkeypatch.setattr(loader, "PATIENCE", 0.01)


class LinesSeen(Input):
    """The source's lines as the user sees them."""

    @property
    def _lines(self) -> SourceLinesScreen:
        screen = self.app.screen
        assert isinstance(screen, SourceLinesScreen)
        return screen

    def source_lines(self) -> list[SourceLine]:
        """Return the source's lines, including those filtered out."""
        assert self._lines.source is not None
        return list(self._lines.source.lines)

    def source_lines_shown(self) -> list[SourceLine]:
        """Return the source's lines that are listed."""
        listed = self._lines.list
        return [listed.lines[index] for index in listed.shown]

    def source_cursor(self) -> int:
        """Return the number of the line under the cursor, from 0."""
        return self._lines.list.cursor

    def source_line(self) -> SourceLine:
        """Return the line under the cursor."""
        line = self._lines.list.line
        assert line is not None
        return line

    def source_line_told(self) -> str:
        """Return the details of the line under the cursor."""
        return self._lines.detail.heading

    def rebuilt_briefing(self) -> Briefing:
        """Return the briefing built from the current lines."""
        assert self._lines.source is not None
        return self._lines.source.built.briefing

    def corrections_count(self) -> int:
        """Return the number of source lines that the user corrected."""
        return len(self._reader.session.corrections)
