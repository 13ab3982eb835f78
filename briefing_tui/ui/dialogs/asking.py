"""What the screens that ask share: what is entered is done at once; where that fails it stays there, with the reason."""

from __future__ import annotations

import asyncio
from collections.abc import Callable
from functools import partial

from textual.content import Content
from textual.widgets import Static

from briefing_tui.ui.dialogs.closing import Modal
from briefing_tui.ui.terminal.background import run_in_loop

Take = Callable[[str, str], str]
"""Takes what was chosen and what was typed, in a thread; gives what is wrong with it, nothing where it is done."""


class AskingScreen(Modal[bool]):
    """Closes with True when what was entered is done, with False when it was given up."""

    CSS_PATH = "modal.tcss"
    HINT = "⏎ take   Esc close"

    def __init__(self, take: Take) -> None:
        super().__init__()
        self._take = take
        self._is_taking = False
        self.hint = Static(self.HINT, classes="hint", markup=False)

    def enter(self, chosen: str, typed: str) -> None:
        """Take what was entered."""
        if not self._is_taking and self.is_active:
            self._is_taking = True
            run_in_loop(self, partial(self._entered, chosen, typed), "take")

    async def _entered(self, chosen: str, typed: str) -> None:
        try:
            trouble = await asyncio.to_thread(self._take, chosen, typed)
        finally:
            self._is_taking = False
        if trouble:
            self.tell(trouble)
        else:
            self.dismiss(True)

    def tell(self, trouble: str) -> None:
        """Say what is wrong, until something else is typed."""
        self.hint.add_class("trouble")
        self.hint.update(Content(trouble))

    def hush(self) -> None:
        """Say again what the keys do."""
        self.hint.remove_class("trouble")
        self.hint.update(Content(self.HINT))

    def action_give_up(self) -> None:
        """Close; nothing is done."""
        if not self._is_taking:
            self.dismiss(False)
