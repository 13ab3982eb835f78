"""Textual's own MarkdownViewer on a file: what a reader of Markdown costs without any work of its own."""

import sys
from pathlib import Path

from textual.app import App, ComposeResult
from textual.widgets import MarkdownViewer


class Viewer(App[None]):
    """The viewer, with its document focused."""

    def compose(self) -> ComposeResult:
        """The document without its table of contents."""
        yield MarkdownViewer(Path(sys.argv[1]).read_text("utf-8"), show_table_of_contents=False)

    def on_mount(self) -> None:
        """Let the keys go to the document."""
        self.query_one(MarkdownViewer).focus()


if __name__ == "__main__":
    Viewer().run()
