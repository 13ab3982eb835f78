"""The lines at the edges of a screen: header, footer, map, an item's place."""

from textual.content import Content
from textual.css.scalar import Scalar
from textual.events import Click
from textual.message import Message
from textual.reactive import reactive
from textual.timer import Timer
from textual.widget import Widget

from briefing_tui.ui.commands import Command
from briefing_tui.ui.text.wrapping import cells, clip, wrap


class TopLine(Widget):
    """The title, then publisher, date, reading time and progress.

    What has no room is left out, the title last.
    """

    DEFAULT_CSS = """
    TopLine { dock: top; height: 1; background: $panel; color: $foreground; padding: 0 1; }
    """
    title: reactive[str] = reactive("")
    details: reactive[tuple[str, ...]] = reactive(())
    progress: reactive[str] = reactive("")
    notes: reactive[str] = reactive("")

    def render(self) -> Content:
        width = self.content_size.width
        details = list(self.details)
        while details and cells(self._right(details)) + 2 + min(cells(self.title), width // 2) > width:
            details.pop()
        right = self._right(details)
        title = clip(self.title, width - cells(right) - 2)
        gap = " " * max(1, width - cells(title) - cells(right))
        return Content.assemble((title, "bold"), gap, (right, "$text-muted"))

    def _right(self, details: list[str]) -> str:
        dotted = " · ".join(details)
        return "   ".join(part for part in (dotted, self.progress, self.notes) if part)


class KeyLine(Widget):
    """The footer: the keys that work now, and for a few seconds a message.

    A short message is before the keys, a longer one takes lines above them. The keys can be clicked.
    """

    DEFAULT_CSS = """
    KeyLine { dock: bottom; height: 1; background: $panel; color: $foreground; padding: 0 1; }
    """
    MESSAGE_SECONDS = 4.0
    MOST_LINES = 3
    """The most lines of a message; it never takes more than a quarter of the screen."""
    GAP = "  "
    BEHIND = " │ "
    """Set between a message and the keys in its line."""
    ALWAYS = frozenset(("help_screen", "quit_reader", "leave_lines", "lines_help"))
    """What is shown first if there is little room: the way out, and the help."""

    commands: reactive[tuple[Command, ...]] = reactive(())
    message: reactive[str] = reactive("")
    mode: reactive[str] = reactive("")
    """What is shown in place of the keys until it ends, such as the keys of a selection."""

    class CommandPressed(Message):
        """Posted when a command of the footer was clicked."""

        def __init__(self, command: Command) -> None:
            super().__init__()
            self.command = command

    def __init__(self, *, id: str | None = None) -> None:  # noqa: A002
        super().__init__(id=id)
        self._spans: list[tuple[int, int, Command]] = []
        self._timer: Timer | None = None

    def say(self, text: str) -> None:
        """Show a message for a few seconds."""
        self.message = text
        if self._timer:
            self._timer.stop()
        self._timer = self.set_timer(self.MESSAGE_SECONDS, self.hush) if self.is_running else None

    def hush(self) -> None:
        """Take the message away."""
        self.message = ""

    def watch_message(self) -> None:
        self._fit()

    def watch_mode(self) -> None:
        self._fit()

    def on_resize(self) -> None:
        """Give the message the lines that it needs now."""
        self._fit()

    def _fit(self) -> None:
        """Take the lines that the message needs; nothing is arranged again if it has room before the keys."""
        if self.is_attached and self.styles.height != (lines := Scalar.from_number(len(self._lines_above()) + 1)):
            self.styles.height = lines

    @property
    def _is_beside(self) -> bool:
        """True if there is room for the message and the most needed keys in one line."""
        needed = sum(self._room_of(command) for command in self.commands if command.id in self.ALWAYS)
        return cells(self.message) + len(self.BEHIND) + needed <= self.content_size.width + len(self.GAP)

    def _lines_above(self) -> list[str]:
        """Return the message in the lines above the keys, as far as there is room; none if it is beside them."""
        width = self.content_size.width
        if not self.message or self.mode or not width or self._is_beside:
            return []
        spans = wrap(self.message, width)
        most = max(1, min(self.MOST_LINES, self.screen.size.height // 4))
        lines = [self.message[start:end] for start, end in spans[:most]]
        if len(spans) > most:
            lines[-1] = clip(self.message[spans[most - 1][0] :], width)
        return lines

    def render(self) -> Content:
        width = self.content_size.width
        self._spans = []
        if self.mode:
            return Content(clip(self.mode, width)).stylize("bold")
        if lines := self._lines_above():
            return Content.assemble(("\n".join(lines), "$text-accent"), "\n", *self._entries(0, width))
        if self.message:
            used = cells(self.message) + len(self.BEHIND)
            return Content.assemble((self.message, "$text-accent"), self.BEHIND, *self._entries(used, width - used))
        return Content.assemble(*self._entries(0, width))

    def _room_of(self, command: Command) -> int:
        """Return the cells of a command and of the gap behind it."""
        return cells(command.shown) + 1 + cells(command.label) + len(self.GAP)

    def _entries(self, at: int, width: int) -> list[tuple[str, str] | str]:
        """Return the commands that fit, by their rank; if there is little room, `ALWAYS` before the others.

        They begin in the column `at`.
        """
        shown: list[Command] = []
        room = width
        for command in sorted(self.commands, key=lambda c: (c.id not in self.ALWAYS, c.rank)):
            size = self._room_of(command)
            if size <= room + len(self.GAP):
                shown.append(command)
                room -= size
        parts: list[tuple[str, str] | str] = []
        for command in sorted(shown, key=lambda c: c.rank):
            size = self._room_of(command)
            self._spans.append((at, at + size - len(self.GAP), command))
            parts.extend(((command.shown, "bold $text-accent"), f" {command.label}{self.GAP}"))
            at += size
        return parts

    def on_click(self, event: Click) -> None:
        """Post the command that was clicked."""
        x = event.x - 1
        for start, end, command in self._spans:
            if start <= x < end and event.y == self.size.height - 1:
                self.post_message(self.CommandPressed(command))


class MapStrip(Widget):
    """A map of the article, with what is in view marked.

    It shows where the quotes are, or the mentions of the actor under the cursor.
    """

    DEFAULT_CSS = """
    MapStrip { height: 2; color: $text-accent; padding: 0 1; background: $surface; }
    """
    cells_shown: reactive[str] = reactive("")
    label: reactive[str] = reactive("")
    view: reactive[tuple[float, float]] = reactive((0.0, 0.0))

    def render(self) -> Content:
        width = len(self.cells_shown)
        start = min(width - 1, int(self.view[0] * width)) if width else 0
        end = max(start + 1, round(self.view[1] * width))
        strip = Content(self.cells_shown).stylize("reverse", start, end)
        return Content("\n").join((strip, Content(clip(self.label, self.content_size.width)).stylize("$text-muted")))


class PlaceLines(Widget):
    """The place of the item under the cursor, in two lines.

    It is shown if the article is not beside the pane.
    """

    DEFAULT_CSS = """
    PlaceLines { height: 2; color: $text-muted; background: $boost; padding: 0 1; }
    """
    heading: reactive[str] = reactive("")
    words: reactive[str] = reactive("")

    def render(self) -> Content:
        width = self.content_size.width
        heading = Content(clip(self.heading, width)).stylize("bold")
        return Content("\n").join((heading, Content(clip(self.words, width))))
