"""The smallest program on the framework, which every figure is compared with: one line of text."""

from article import FIRST
from textual.app import App, ComposeResult
from textual.widgets import Static


class Bare(App[None]):
    """Shows the word that a measurement waits for."""

    def compose(self) -> ComposeResult:
        """One line."""
        yield Static(FIRST)


if __name__ == "__main__":
    Bare().run()
