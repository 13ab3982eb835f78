"""Commands that move by lines, pages and paragraphs in whatever has the focus."""

from briefing_tui.ui.commands import CommandTable
from briefing_tui.ui.reader.commands.select import extend
from briefing_tui.ui.reader.reading_screen import ReadingScreen

COMMANDS = CommandTable()


@COMMANDS.command("j", "down", label="line down", group="Move", needs="beginning")
def line_down(reader: ReadingScreen) -> None:
    """One line, or one item, down."""
    if not extend(reader, "line", 1):
        reader.regions.focus_view.go_lines(1)


@COMMANDS.command("k", "up", label="line up", group="Move", needs="beginning")
def line_up(reader: ReadingScreen) -> None:
    """One line, or one item, up."""
    if not extend(reader, "line", -1):
        reader.regions.focus_view.go_lines(-1)


@COMMANDS.command("space", "pagedown", label="page down", group="Move", needs="beginning")
def page_down(reader: ReadingScreen) -> None:
    """One page down."""
    if not extend(reader, "page", 1):
        reader.regions.focus_view.go_pages(1)


@COMMANDS.command("b", "pageup", label="page up", group="Move", needs="beginning")
def page_up(reader: ReadingScreen) -> None:
    """One page up; in a selection, a word back."""
    if not extend(reader, "word", -1):
        reader.regions.focus_view.go_pages(-1)


@COMMANDS.command("d", label="half a page down", group="Move", needs="beginning")
def half_page_down(reader: ReadingScreen) -> None:
    """Half a page down."""
    reader.regions.focus_view.go_pages(0.5)


@COMMANDS.command("u", label="half a page up", group="Move", needs="beginning")
def half_page_up(reader: ReadingScreen) -> None:
    """Half a page up."""
    reader.regions.focus_view.go_pages(-0.5)


@COMMANDS.command("home", label="to the start", group="Move")
def to_start(reader: ReadingScreen) -> None:
    """To the start."""
    if not extend(reader, "end", -1):
        reader.regions.focus_view.go_end(last=False)


@COMMANDS.command("G", "end", label="to the end", group="Move")
def to_end(reader: ReadingScreen) -> None:
    """To the end."""
    if not extend(reader, "end", 1):
        reader.regions.focus_view.go_end(last=True)


@COMMANDS.command("}", label="next paragraph", group="Move")
def next_paragraph(reader: ReadingScreen) -> None:
    """Make the next paragraph of the article the current one."""
    reader.article.go_paragraphs(1)


@COMMANDS.command("{", label="previous paragraph", group="Move")
def previous_paragraph(reader: ReadingScreen) -> None:
    """Make the previous paragraph of the article the current one."""
    reader.article.go_paragraphs(-1)


@COMMANDS.command("tab", label="next region", group="Move")
def next_region(reader: ReadingScreen) -> None:
    """Focus the next of outline, article and pane."""
    _cycle(reader, 1)


@COMMANDS.command("shift+tab", label="previous region", group="Move")
def previous_region(reader: ReadingScreen) -> None:
    """Focus the previous of outline, article and pane."""
    _cycle(reader, -1)


def _cycle(reader: ReadingScreen, step: int) -> None:
    reader.regions.cycle(step)
    if reader.active_region == "pane":  # The user may only pass through: the article stays where it is.
        reader.preview.light_item()
