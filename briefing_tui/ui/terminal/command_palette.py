"""Textual's command palette, without a fault of its keys."""

from contextlib import suppress

from textual.command import CommandPalette


class Palette(CommandPalette):
    """A palette that ignores Page Down before its list has been laid out.

    Textual 8 ends the program with a KeyError.
    """

    def _action_command_list(self, action: str) -> None:
        with suppress(KeyError):
            super()._action_command_list(action)
