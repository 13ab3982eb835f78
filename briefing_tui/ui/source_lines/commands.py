"""Commands of the screen of the source's lines."""

from __future__ import annotations

from operator import methodcaller
from typing import Protocol

from briefing_tui.model.document import LineCorrectionKind
from briefing_tui.ui.commands import Command, CommandTable
from briefing_tui.ui.dialogs.list_commands import add_list_commands

COMMANDS = CommandTable()


class _Lines(Protocol):
    """The screen of the source's lines."""

    def undo(self) -> None: ...
    def filter_next(self) -> None: ...
    def show_place(self) -> None: ...
    def leave(self) -> None: ...
    def find(self) -> None: ...
    def go_to_hit(self, step: int) -> None: ...


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
"""What a line can be corrected to: key, kind, the footer's label and place, help."""

for _key, _kind, _label, _rank, _help in _KINDS:
    _run = methodcaller("correct", _kind)
    COMMANDS.add(Command(f"is_{_kind}", (_key,), _label, "Source's lines", _help, _run, rank=_rank))


@COMMANDS.command("U", label="undo", group="Source's lines", rank=7, usable=lambda s: bool(s.corrections))
def undo_correction(lines: _Lines) -> None:
    """Undo the last correction of a line."""
    lines.undo()


@COMMANDS.command("v", label="kept/dropped", group="Source's lines", rank=11)
def filter_lines(lines: _Lines) -> None:
    """Show only the lines that were kept, only those that were dropped, all again."""
    lines.filter_next()


@COMMANDS.command("enter", label="to its place", group="Source's lines", rank=12)
def show_line(lines: _Lines) -> None:
    """Go to the line's place in the article."""
    lines.show_place()


@COMMANDS.command("escape", "X", label="back", group="Source's lines", rank=14)
def leave_lines(lines: _Lines) -> None:
    """Back to the briefing, as it is built now."""
    lines.leave()


@COMMANDS.command("/", label="find", group="Source's lines")
def find_line(lines: _Lines) -> None:
    """Find words in the lines."""
    lines.find()


@COMMANDS.command("n", label="next hit", group="Source's lines")
def next_line(lines: _Lines) -> None:
    """To the next hit."""
    lines.go_to_hit(1)


@COMMANDS.command("N", label="previous hit", group="Source's lines")
def previous_line(lines: _Lines) -> None:
    """To the previous hit."""
    lines.go_to_hit(-1)


add_list_commands(COMMANDS, "Source's lines", "lines", "line", {"help": 15, "quit": 16})
