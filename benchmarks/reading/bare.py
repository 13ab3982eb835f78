"""The smallest program on Textual, which every figure is compared with: one line of text.

python bare.py TEXT
"""

import sys

from textual.app import App, ComposeResult
from textual.widgets import Static


class Bare(App[None]):
    """Shows the text that a measurement waits for."""

    def compose(self) -> ComposeResult:
        """Yield one line."""
        yield Static(sys.argv[1])


if __name__ == "__main__":
    Bare().run()
