"""The base of dialogs that act on what is entered before they close."""

from __future__ import annotations

import asyncio
from collections.abc import Callable
from functools import partial

from textual.content import Content
from textual.events import Key
from textual.widgets import Static

from briefing_tui.ui.dialogs.modal import ModalDialog
from briefing_tui.ui.terminal.background import run_in_loop
from briefing_tui.ui.terminal.key_turns import KeyHolder

Act = Callable[[str, str], str]
"""Acts on what was chosen and what was typed, in a thread; returns what is wrong with it, or nothing once it is done."""


class EntryDialog(KeyHolder, ModalDialog[bool]):
    """Closes with True once `act` has succeeded, with False when the user gives up.

    If `act` fails, the dialog stays open with what was entered, and shows the reason.
    """

    CSS_PATH = "modal.tcss"
    HINT = "⏎ OK   Esc close"

    def __init__(self, act: Act) -> None:
        super().__init__()
        self._act = act
        self._is_acting = False
        self.hint = Static(self.HINT, classes="hint", markup=False)

    def holds(self, key: Key | None) -> bool:
        """Let keys wait until what was entered is done."""
        del key
        return self._is_acting

    def enter(self, chosen: str, typed: str) -> None:
        """Act on what was entered, unless that is going on."""
        if not self._is_acting and self.is_active:
            self._is_acting = True
            run_in_loop(self, partial(self._entered, chosen, typed), "act")

    async def _entered(self, chosen: str, typed: str) -> None:
        try:
            trouble = await asyncio.to_thread(self._act, chosen, typed)
        finally:
            self._is_acting = False
            self.take_keys()
        if trouble:
            self.show_trouble(trouble)
        else:
            self.dismiss(True)

    def show_trouble(self, trouble: str) -> None:
        """Show what is wrong in place of the keys."""
        self.hint.add_class("trouble")
        self.hint.update(Content(trouble))

    def show_keys(self) -> None:
        """Show again what the keys do."""
        self.hint.remove_class("trouble")
        self.hint.update(Content(self.HINT))

    def action_give_up(self) -> None:
        """Close without having done anything."""
        if not self._is_acting:
            self.dismiss(False)
