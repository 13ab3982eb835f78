"""Textual's own MarkdownViewer on a file, for comparison."""

import sys
from pathlib import Path

from textual.app import App, ComposeResult
from textual.widgets import MarkdownViewer


class Viewer(App[None]):
    """Shows the file, with the document focused."""

    def compose(self) -> ComposeResult:
        """Yield the document without its table of contents."""
        yield MarkdownViewer(Path(sys.argv[1]).read_text("utf-8"), show_table_of_contents=False)

    def on_mount(self) -> None:
        """Let the keys go to the document."""
        self.query_one(MarkdownViewer).focus()


if __name__ == "__main__":
    Viewer().run()
