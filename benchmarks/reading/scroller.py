"""A text scrolled with plain Textual, as a measure of the machine."""

import sys
from pathlib import Path

from rich.segment import Segment
from textual.app import App, ComposeResult
from textual.geometry import Size
from textual.scroll_view import ScrollView
from textual.strip import Strip


class Scroller(ScrollView, can_focus=True):
    """The lines of a file, cut to the width."""

    def on_mount(self) -> None:
        """Read the file."""
        self.lines = Path(sys.argv[1]).read_text("utf-8").splitlines()
        self.virtual_size = Size(100, len(self.lines))
        self.focus()

    def render_line(self, y: int) -> Strip:
        number = y + self.scroll_offset.y
        text = self.lines[number] if number < len(self.lines) else ""
        return Strip([Segment(f"{text[:100]:<100}")], 100)


class Bare(App[None]):
    """Shows the file."""

    def compose(self) -> ComposeResult:
        """Yield the lines."""
        yield Scroller()


if __name__ == "__main__":
    Bare().run()
