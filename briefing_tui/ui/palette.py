"""The palette's entries: the table of commands."""

from functools import partial
from typing import Literal

from textual.command import DiscoveryHit, Hit, Hits, Provider

from briefing_tui.ui.commands import Command, table
from briefing_tui.ui.screens.read import ReadScreen


class CommandProvider(Provider):
    """Every command that can be used on the screen."""

    def _commands(self) -> list[Command]:
        screen = self.screen
        name: Literal["read", "library"] = "read" if isinstance(screen, ReadScreen) else "library"
        return [c for c in table(name).values() if c.usable(screen) and not c.id.endswith("palette")]

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


def _name(command: Command) -> str:
    keys = command.keys_shown.replace("[", r"\[")
    return f"{command.label[:1].upper()}{command.label[1:]}  ({keys})"
