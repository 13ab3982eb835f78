"""Commands of the screen of the source's lines."""

from __future__ import annotations

from operator import methodcaller
from typing import TYPE_CHECKING

from briefing_tui.model.document import LineCorrectionKind
from briefing_tui.ui.commands import Command, command, enter
from briefing_tui.ui.commands.lists import enter_common

if TYPE_CHECKING:
    from briefing_tui.ui.source_lines.screen import ExplainScreen

_KINDS: tuple[tuple[str, LineCorrectionKind, str, int, str], ...] = (
    ("t", "title", "title", 1, "This line is the title."),
    ("l", "lead", "lead", 4, "This line is the lead."),
    ("h", "heading", "heading", 2, "This line is a heading."),
    ("p", "paragraph", "paragraph", 3, "This line is a paragraph of the article."),
    ("c", "caption", "caption", 5, "This line is a picture's caption; a credit at its end is split off."),
    ("r", "credit", "credit", 8, "This line is the credit of the picture beside it."),
    ("a", "byline", "author", 9, "This line is the byline: it names an author."),
    ("D", "date", "date", 10, "This line has the day of publication."),
    ("x", "nothing", "nothing", 6, "This line is no part of the article."),
)
"""What a line may be said to be: key, kind, the footer's label and place, help."""

for _key, _kind, _label, _rank, _help in _KINDS:
    _run = methodcaller("correct", _kind)
    enter(Command(f"is_{_kind}", (_key,), _label, "Source's lines", _help, _run, rank=_rank, screen="explain"))


@command("U", label="undo", group="Source's lines", rank=7, screen="explain", usable=lambda s: bool(s.corrections))
def undo_correction(lines: ExplainScreen) -> None:
    """Take back what was said last of a line."""
    lines.undo()


@command("v", label="kept/dropped", group="Source's lines", rank=11, screen="explain")
def filter_lines(lines: ExplainScreen) -> None:
    """Show only the lines that were kept, only those that were dropped, all again."""
    lines.filter_next()


@command("enter", label="to its place", group="Source's lines", rank=12, screen="explain")
def show_line(lines: ExplainScreen) -> None:
    """Go to the line's place in the article."""
    lines.show_place()


@command("escape", "X", label="back", group="Source's lines", rank=14, shown="Esc", screen="explain")
def leave_lines(lines: ExplainScreen) -> None:
    """Back to the briefing, as it is built now."""
    lines.leave()


@command("/", label="find", group="Source's lines", screen="explain")
def find_line(lines: ExplainScreen) -> None:
    """Find words in the lines."""
    lines.start_typing(lines.finder.words)


@command("n", label="next hit", group="Source's lines", screen="explain")
def next_line(lines: ExplainScreen) -> None:
    """To the next hit."""
    lines.finder.step(1)


@command("N", label="previous hit", group="Source's lines", screen="explain")
def previous_line(lines: ExplainScreen) -> None:
    """To the previous hit."""
    lines.finder.step(-1)


enter_common("explain", "Source's lines", "lines", "line", {"help": 15, "quit": 16})
