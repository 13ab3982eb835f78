"""The palette's entries: the table of commands."""

from contextlib import suppress
from functools import partial
from typing import Any

from textual.command import CommandPalette, DiscoveryHit, Hit, Hits, Provider
from textual.screen import Screen

from briefing_tui.ui.commands import Command, ScreenName, table
from briefing_tui.ui.dialogs.list_screen import ListScreen


class Palette(CommandPalette):
    """The framework's palette, which in Textual 8 ends the program when Page Down comes before its list has been laid out."""

    def _action_command_list(self, action: str) -> None:
        with suppress(KeyError):
            super()._action_command_list(action)


class CommandProvider(Provider):
    """Every command that can be used on the screen."""

    def _commands(self) -> list[Command]:
        screen = self.screen
        return [c for c in table(_name_of(screen)).values() if c.usable(screen) and not c.id.endswith("palette")]

    async def discover(self) -> Hits:
        """All of them, before anything is typed."""
        for command in self._commands():
            yield DiscoveryHit(_name(command), partial(self.screen.run_action, f"run('{command.id}')"), help=command.help)

    async def search(self, query: str) -> Hits:
        """Those that what is typed fits."""
        matcher = self.matcher(query)
        for command in self._commands():
            score = matcher.match(_name(command))
            if score > 0:
                action = partial(self.screen.run_action, f"run('{command.id}')")
                yield Hit(score, matcher.highlight(_name(command)), action, help=command.help)


def _name_of(screen: Screen[Any]) -> ScreenName:
    """The screen's name in the table."""
    return screen.TABLE if isinstance(screen, ListScreen) else "read"


def _name(command: Command) -> str:
    keys = command.keys_shown.replace("[", r"\[")
    return f"{command.label[:1].upper()}{command.label[1:]}  ({keys})"
