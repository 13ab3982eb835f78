"""The line to type a query in, with help and mistakes below it."""

from collections.abc import Sequence
from typing import TYPE_CHECKING

from textual.binding import Binding
from textual.content import Content
from textual.reactive import reactive
from textual.widget import Widget

from briefing_tui.ui.text.wrapping import cells, clip
from briefing_tui.ui.widgets.find_bar import FindBar

if TYPE_CHECKING:
    from briefing_tui.library.search.completions import Completion
    from briefing_tui.library.search.query import QueryProblem

_PROMPT_CELLS = 3
"""Cells before the first letter of the query."""


class QueryBar(FindBar, inherit_bindings=False):
    """The line to type a query in; Tab takes what is offered."""

    DEFAULT_CSS = "QueryBar { dock: none; }"
    BINDINGS = [
        Binding("escape", "leave", show=False),
        Binding("down", "step(1)", show=False),
        Binding("up", "step(-1)", show=False),
        Binding("tab", "complete", show=False),
    ]
    offered: "Sequence[Completion]" = ()
    """What could be typed, for the words as they are."""

    def action_complete(self) -> None:
        """Put in what is offered first."""
        if self.offered:
            first = self.offered[0]
            ending = "" if first.text.endswith(":") else " "
            self._input.value = f"{self._input.value[: first.start]}{first.text}{ending}{self._input.value[first.end :].lstrip()}"
            self._input.cursor_position = first.start + len(first.text) + len(ending)


class QueryHint(Widget):
    """A mistake, pointed out in its place, or what could be typed."""

    DEFAULT_CSS = """
    QueryHint { height: 1; display: none; background: $panel; color: $text-muted; }
    """
    text: reactive[str] = reactive("")
    is_mistake: reactive[bool] = reactive(False)

    def render(self) -> Content:
        line = Content(clip(self.text, self.content_size.width))
        return line.stylize("$text-warning") if self.is_mistake else line

    def show(self, query: str, problems: "Sequence[QueryProblem]", offered: "Sequence[Completion]", is_typing: bool) -> None:
        """Show what is wrong or, while the user types, what is offered."""
        if problems and not (is_typing and offered):
            problem = problems[0]
            before = _PROMPT_CELLS + cells(query[: problem.start])
            text = f"^ {problem}"
            room = self.screen.size.width - cells(text)
            self.text, self.is_mistake = " " * max(1, min(before, room)) + text, True
        else:
            parts = [f"{one.text} {one.about}".strip() for one in offered[:6]]
            self.text, self.is_mistake = (
                " Tab " + "  ·  ".join(parts) if parts else ' words  "a phrase"  -not  speaker:  actor:  is:  tag:  since:',
                False,
            )
        self.display = is_typing or bool(problems)
