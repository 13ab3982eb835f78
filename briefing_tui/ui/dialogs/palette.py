"""The entries of the palette: the commands of the screen below it."""

from functools import partial

from textual.command import DiscoveryHit, Hit, Hits, Provider

from briefing_tui.ui.commands import Command, commands_of


class CommandProvider(Provider):
    """Offers every command that can be used on the screen."""

    def _commands(self) -> list[Command]:
        screen = self.screen
        return [
            command for command in commands_of(screen).values() if command.usable(screen) and not command.id.endswith("palette")
        ]

    async def discover(self) -> Hits:
        """Yield all of them, before anything is typed."""
        for command in self._commands():
            yield DiscoveryHit(_name(command), partial(self.screen.run_action, f"run('{command.id}')"), help=command.help)

    async def search(self, query: str) -> Hits:
        """Yield those that match what is typed."""
        matcher = self.matcher(query)
        for command in self._commands():
            score = matcher.match(_name(command))
            if score > 0:
                action = partial(self.screen.run_action, f"run('{command.id}')")
                yield Hit(score, matcher.highlight(_name(command)), action, help=command.help)


def _name(command: Command) -> str:
    keys = command.keys_shown.replace("[", r"\[")
    return f"{command.label[:1].upper()}{command.label[1:]}" + (f"  ({keys})" if keys else "")
