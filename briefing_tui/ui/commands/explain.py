"""Commands of the screen of the source's lines."""

from __future__ import annotations

from typing import TYPE_CHECKING

from briefing_tui.ui.commands import command

if TYPE_CHECKING:
    from briefing_tui.ui.screens.explain import ExplainScreen


@command("t", label="title", group="Source's lines", rank=1, screen="explain")
def is_title(lines: ExplainScreen) -> None:
    """This line is the title."""
    lines.correct("title")


@command("l", label="lead", group="Source's lines", rank=4, screen="explain")
def is_lead(lines: ExplainScreen) -> None:
    """This line is the lead."""
    lines.correct("lead")


@command("h", label="heading", group="Source's lines", rank=2, screen="explain")
def is_heading(lines: ExplainScreen) -> None:
    """This line is a heading."""
    lines.correct("heading")


@command("p", label="paragraph", group="Source's lines", rank=3, screen="explain")
def is_paragraph(lines: ExplainScreen) -> None:
    """This line is a paragraph of the article."""
    lines.correct("paragraph")


@command("c", label="caption", group="Source's lines", rank=5, screen="explain")
def is_caption(lines: ExplainScreen) -> None:
    """This line is a picture's caption; a credit at its end is split off."""
    lines.correct("caption")


@command("r", label="credit", group="Source's lines", rank=8, screen="explain")
def is_credit(lines: ExplainScreen) -> None:
    """This line is the credit of the picture beside it."""
    lines.correct("credit")


@command("a", label="author", group="Source's lines", rank=9, screen="explain")
def is_byline(lines: ExplainScreen) -> None:
    """This line is the byline: it names an author."""
    lines.correct("byline")


@command("D", label="date", group="Source's lines", rank=10, screen="explain")
def is_date(lines: ExplainScreen) -> None:
    """This line has the day of publication."""
    lines.correct("date")


@command("x", label="nothing", group="Source's lines", rank=6, screen="explain")
def is_nothing(lines: ExplainScreen) -> None:
    """This line is no part of the article."""
    lines.correct("nothing")


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
    lines.start_finding()


@command("n", label="next hit", group="Source's lines", screen="explain")
def next_line(lines: ExplainScreen) -> None:
    """To the next hit."""
    lines.step(1)


@command("N", label="previous hit", group="Source's lines", screen="explain")
def previous_line(lines: ExplainScreen) -> None:
    """To the previous hit."""
    lines.step(-1)


@command("j", "down", label="down", group="Source's lines", screen="explain")
def line_down(lines: ExplainScreen) -> None:
    """One line down."""
    lines.list.go_lines(1)


@command("k", "up", label="up", group="Source's lines", screen="explain")
def line_up(lines: ExplainScreen) -> None:
    """One line up."""
    lines.list.go_lines(-1)


@command("space", "pagedown", label="page down", group="Source's lines", screen="explain")
def lines_page_down(lines: ExplainScreen) -> None:
    """One page down."""
    lines.list.go_pages(1)


@command("b", "pageup", label="page up", group="Source's lines", screen="explain")
def lines_page_up(lines: ExplainScreen) -> None:
    """One page up."""
    lines.list.go_pages(-1)


@command("d", label="half a page down", group="Source's lines", screen="explain")
def lines_half_down(lines: ExplainScreen) -> None:
    """Half a page down."""
    lines.list.go_pages(0.5)


@command("u", label="half a page up", group="Source's lines", screen="explain")
def lines_half_up(lines: ExplainScreen) -> None:
    """Half a page up."""
    lines.list.go_pages(-0.5)


@command("g", "home", label="to the first", group="Source's lines", screen="explain")
def lines_start(lines: ExplainScreen) -> None:
    """To the first line."""
    lines.list.go_end(last=False)


@command("G", "end", label="to the last", group="Source's lines", screen="explain")
def lines_end(lines: ExplainScreen) -> None:
    """To the last line."""
    lines.list.go_end(last=True)


@command(":", "ctrl+p", label="palette", group="Source's lines", screen="explain")
def lines_palette(lines: ExplainScreen) -> None:
    """Every command by name."""
    lines.app.action_command_palette()


@command("?", label="keys", group="Source's lines", rank=15, screen="explain")
def lines_help(lines: ExplainScreen) -> None:
    """Every key."""
    from briefing_tui.ui.screens.help import HelpScreen

    lines.app.push_screen(HelpScreen())


@command("ctrl+z", label="suspend", group="Source's lines", screen="explain")
def lines_suspend(lines: ExplainScreen) -> None:
    """Leave the program to the shell for a while."""
    lines.app.action_suspend_process()


@command("q", "ctrl+q", label="quit", group="Source's lines", rank=16, screen="explain")
def lines_quit(lines: ExplainScreen) -> None:
    """Leave the program."""
    lines.quit()
