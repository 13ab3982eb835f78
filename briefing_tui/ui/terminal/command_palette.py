"""Textual's command palette, without a fault of its keys."""

from contextlib import suppress

from textual.command import CommandPalette

from briefing_tui.ui.terminal.drawing.frames import DimmedScreen, OneFrame


class Palette(CommandPalette, OneFrame[None], DimmedScreen[None]):
    """A palette that ignores Page Down before its list has been laid out.

    Textual 8 ends the program with a KeyError.
    """

    VERTICAL_BREAKPOINTS: list[tuple[int, str]] | None = [(0, "-low"), (20, "-high")]
    """On a low screen, the list gets the rows that Textual leaves empty."""

    def _action_command_list(self, action: str) -> None:
        with suppress(KeyError):
            super()._action_command_list(action)
