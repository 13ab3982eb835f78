"""Commands that move by lines, pages, paragraphs and to the ends, in whatever has the focus."""

from __future__ import annotations

from typing import TYPE_CHECKING

from briefing_tui.ui.commands import CommandTable

if TYPE_CHECKING:
    from briefing_tui.ui.read_screen import ReadScreen

COMMANDS = CommandTable()


@COMMANDS.command("j", "down", label="line down", group="Move")
def line_down(reader: ReadScreen) -> None:
    """One line, or one item, down."""
    if not reader.extend_selection("line", 1):
        reader.focus_view.go_lines(1)


@COMMANDS.command("k", "up", label="line up", group="Move")
def line_up(reader: ReadScreen) -> None:
    """One line, or one item, up."""
    if not reader.extend_selection("line", -1):
        reader.focus_view.go_lines(-1)


@COMMANDS.command("space", "pagedown", label="page down", group="Move")
def page_down(reader: ReadScreen) -> None:
    """One page down."""
    if not reader.extend_selection("page", 1):
        reader.focus_view.go_pages(1)


@COMMANDS.command("b", "pageup", label="page up", group="Move")
def page_up(reader: ReadScreen) -> None:
    """One page up; while words are selected, b goes back a word."""
    if not reader.extend_selection("word", -1):
        reader.focus_view.go_pages(-1)


@COMMANDS.command("d", label="half a page down", group="Move")
def half_page_down(reader: ReadScreen) -> None:
    """Half a page down."""
    reader.focus_view.go_pages(0.5)


@COMMANDS.command("u", label="half a page up", group="Move")
def half_page_up(reader: ReadScreen) -> None:
    """Half a page up."""
    reader.focus_view.go_pages(-0.5)


@COMMANDS.command("home", label="to the start", group="Move")
def to_start(reader: ReadScreen) -> None:
    """To the start (gg does the same)."""
    if not reader.extend_selection("end", -1):
        reader.focus_view.go_end(last=False)


@COMMANDS.command("G", "end", label="to the end", group="Move")
def to_end(reader: ReadScreen) -> None:
    """To the end."""
    if not reader.extend_selection("end", 1):
        reader.focus_view.go_end(last=True)


@COMMANDS.command("}", label="next paragraph", group="Move")
def next_paragraph(reader: ReadScreen) -> None:
    """Make the next paragraph of the article the current one."""
    reader.article.go_paragraphs(1)


@COMMANDS.command("{", label="previous paragraph", group="Move")
def previous_paragraph(reader: ReadScreen) -> None:
    """Make the previous paragraph of the article the current one."""
    reader.article.go_paragraphs(-1)


@COMMANDS.command("tab", label="next region", group="Move")
def next_region(reader: ReadScreen) -> None:
    """Focus: outline, article, pane."""
    reader.frame.cycle(1)


@COMMANDS.command("shift+tab", label="previous region", group="Move")
def previous_region(reader: ReadScreen) -> None:
    """Focus: pane, article, outline."""
    reader.frame.cycle(-1)
