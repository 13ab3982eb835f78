"""The screen: its rows, its parts, the lines at its edges."""

import re

import pytest
from rich.cells import cell_len
from rich.style import Style
from textual.geometry import Region
from textual.widget import Widget

from briefing_tui.ui.library.screen import LibraryScreen
from briefing_tui.ui.read_screen import ReadScreen
from briefing_tui.ui.source_lines.screen import SourceLinesScreen
from briefing_tui.ui.terminal.drawing.line_scroll_view import LineScrollView
from briefing_tui.ui.widgets.bars import KeyLine, TopLine
from tests.ui.driver.base import Running


def keep_messages(monkeypatch: pytest.MonkeyPatch | None = None) -> None:
    """Show messages until the next one; permanently without a monkeypatch."""
    if monkeypatch:
        monkeypatch.setattr(KeyLine, "MESSAGE_SECONDS", 3600)
    else:
        KeyLine.MESSAGE_SECONDS = 3600


class Seen(Running):
    """The screen as the user sees it."""

    # Rows of the screen, drawn

    def rows(self) -> list[str]:
        """Return the rows of the screen."""
        return [strip.text.rstrip() for strip in self.app.screen._compositor.render_strips()]

    def stale_rows(self) -> list[str]:
        """Return the rows that would look otherwise if everything was drawn anew."""
        screen = self.app.screen
        drawn = screen._compositor.render_strips()
        for widget in screen.walk_children(Widget, with_self=True):
            widget._styles_cache.clear()
        return [old.text for old, new in zip(drawn, screen._compositor.render_strips(), strict=True) if old != new]

    def rows_in_own_colours(self) -> list[str]:
        """Return the rows of lists and texts in which only the terminal knows a colour.

        Dim letters are such, too.
        """
        found = []
        for view in self.app.screen.walk_children(LineScrollView):
            for strip in view._styles_cache.render_widget(view, view.size.region):
                styles = [style for _, style, _ in strip if style]
                colors = [color for style in styles for color in (style.color, style.bgcolor) if color]
                if any(style.dim for style in styles) or any(color.triplet is None for color in colors):
                    found.append(strip.text)
        return found

    def screen_text(self) -> str:
        """Return the screen as text, one line per row."""
        return "\n".join(self.rows())

    def screen_words(self) -> str:
        """Return the words of the screen, separated by single spaces."""
        return " ".join(self.screen_text().split())

    def rows_of(self, part: str) -> list[str]:
        """Return the rows of a part of the screen: see `_region_of`."""
        return self._rows_in(self._region_of(part))

    def outline_rows(self) -> list[str]:
        """Return the rows of the outline."""
        return self.rows_of("outline")

    def article_rows(self) -> list[str]:
        """Return the rows of the article that are in view."""
        return self.rows_of("article")

    def header(self) -> str:
        """Return the row at the top."""
        return self.rows()[0]

    def footer(self) -> str:
        """Return the row at the bottom."""
        return self.rows()[-1]

    def footer_height(self) -> int:
        """Return the number of rows of the footer."""
        return self._key_line.size.height

    def words_under_article(self) -> str:
        """Return the words in the article's columns from its last row on, as one line."""
        reader = self._reader
        left, right = reader.middle.region.x, reader.middle.region.right
        return " ".join(" ".join(row[left:right] for row in self.rows()[reader.article.region.bottom :]).split())

    def find(self, words: str, within: str = "") -> tuple[int, int]:
        """Return the cell where words of one row begin, in a part or anywhere."""
        found = self.find_all(words, within)
        assert found, f"{words!r} is not in {within or 'the screen'}:\n{self.screen_text()}"
        return found[0]

    def find_all(self, words: str, within: str = "") -> list[tuple[int, int]]:
        """Return the cells where words begin, in every row that has them."""
        region = self._region_of(within) if within else self.app.screen.region
        return [
            (region.x + cell_len(row[: match.start()]), region.y + y)
            for y, row in enumerate(self._rows_in(region))
            for match in re.finditer(re.escape(words), row)
        ]

    def look_of(self, words: str, within: str = "") -> Style:
        """Return the colours and the style of the first letter of words."""
        x, y = self.find(words, within)
        at = 0
        for segment in self.app.screen._compositor.render_strips()[y]:
            at += segment.cell_length
            if at > x and segment.style is not None:
                return segment.style
        return Style.null()

    @staticmethod
    def width_of(words: str) -> int:
        """Return the width of words in cells."""
        return cell_len(words)

    def drawn_size(self) -> tuple[int, int]:
        """Return the columns and rows of the last layout of the screen."""
        width, height = self.app.screen._compositor.size
        return width, height

    def _rows_in(self, region: Region) -> list[str]:
        strips = self.app.screen._compositor.render_strips()[region.y : region.bottom]
        return [strip.crop(region.x, region.right).text for strip in strips]

    # Parts

    def _part(self, part: str) -> Widget:
        reader = self._reader
        parts: dict[str, Widget] = {
            "outline": reader.left,
            "article": reader.article,
            "pane": reader.side,
            "place lines": reader.side.place_lines,
        }
        return parts[part]

    def _region_of(self, part: str) -> Region:
        """Return the rectangle of a part of the screen.

        The parts are outline, article, pane (with their frames), tabs, header, footer and place lines.
        """
        if part == "tabs":
            region = self._reader.side.region
            return Region(region.x, region.y, region.width, 1)
        if part == "header":
            return self._top_line.region
        if part == "footer":
            return self._key_line.region
        return self._part(part).region

    def shows(self, part: str) -> bool:
        """Return whether the outline, article, pane or place lines are on the screen."""
        return self._part(part).is_on_screen

    def region(self) -> str:
        """Return the part with the focus: outline, article, pane, note, or a widget's class."""
        reader = self._reader
        focused = self.app.focused
        if focused is None:
            return ""
        names = {reader.outline: "outline", reader.article: "article", reader.side.shown: "pane"}
        return names.get(focused, "note" if reader.note_editor.is_typing else type(focused).__name__)  # type: ignore[call-overload, no-any-return]

    # The lines at the edges

    @property
    def _key_line(self) -> KeyLine:
        screen = self.app.screen
        assert isinstance(screen, ReadScreen | LibraryScreen | SourceLinesScreen)
        return screen.key_line

    @property
    def _top_line(self) -> TopLine:
        screen = self.app.screen
        assert isinstance(screen, ReadScreen | LibraryScreen | SourceLinesScreen)
        return screen.top_line

    def message(self) -> str:
        """Return the complete message in the footer, even if it does not fit."""
        return self._key_line.message

    def hides_keys(self) -> bool:
        """Return whether an input line replaces the footer."""
        return not self._key_line.display

    async def show_message(self, text: str) -> None:
        """Show a message in the footer."""
        self._reader.say(text)
        await self.settle()

    def drop_message(self) -> None:
        """Remove the message, as happens after a few seconds."""
        self._key_line.hush()

    async def end_message(self) -> None:
        """Remove the message, as happens after a few seconds, and wait."""
        self.drop_message()
        await self.settle()

    def details_shown(self) -> tuple[str, ...]:
        """Return the details in the line at the top, even if they do not fit."""
        return self._top_line.details

    def progress_shown(self) -> str:
        """Return the share that has been read, as shown in the line at the top."""
        return self._top_line.progress
