"""Commands that go to a place: sections, quotes, marks, back and forward."""

from __future__ import annotations

from bisect import bisect_left, bisect_right

from briefing_tui.ui.commands import CommandTable
from briefing_tui.ui.reader.reading_screen import ReadingScreen
from briefing_tui.ui.text.article_blocks import Target
from briefing_tui.ui.text.layout import Block
from briefing_tui.ui.widgets.item_list import ItemList

COMMANDS = CommandTable()


def _section(reader: ReadingScreen, step: int) -> None:
    starts = reader.session.section_starts
    if not starts:
        return
    here = reader.session.section_index(reader.article.current)
    if step < 0 and here >= 0 and reader.article.current > starts[here][0]:
        step = 0
    wanted = max(0, min(here + step, len(starts) - 1))
    if here + step < 0:
        reader.article.go_end(last=False)
    else:
        reader.navigator.go_to_block(starts[wanted][0])


@COMMANDS.command("]", "J", label="section", group="Jump", regions=("article", "outline"), rank=1, beside=("previous_section",))
def next_section(reader: ReadingScreen) -> None:
    """To the next section of the article."""
    _section(reader, 1)


@COMMANDS.command("[", "K", label="previous section", group="Jump")
def previous_section(reader: ReadingScreen) -> None:
    """To the start of this section, or to the previous one."""
    _section(reader, -1)


def _quote(reader: ReadingScreen, step: int) -> None:
    stops = reader.session.quote_stops
    here = reader.navigator.quote_position
    at = bisect_right(stops, (*here, len(reader.session.briefing.quotes))) if step > 0 else bisect_left(stops, here) - 1
    if not 0 <= at < len(stops):
        reader.say("No more quotes this way." if stops else "This article has no quotes.")
        return
    quote = reader.session.briefing.quotes[stops[at][2]]
    targets = reader.session.quote_targets(quote)
    reader.navigator.go_to(targets or [Target(stops[at][0])])
    reader.preview.follow_quote(quote.id)


@COMMANDS.command(")", label="quote", group="Jump", regions=("article",), rank=3, beside=("previous_quote",))
def next_quote(reader: ReadingScreen) -> None:
    """To the next quote in the article."""
    _quote(reader, 1)


@COMMANDS.command("(", label="previous quote", group="Jump")
def previous_quote(reader: ReadingScreen) -> None:
    """To the previous quote in the article."""
    _quote(reader, -1)


@COMMANDS.command("g", label="sections", group="Jump")
def list_sections(reader: ReadingScreen) -> None:
    """List the sections with letters; g there is the top."""
    from briefing_tui.ui.dialogs.chooser import Choice, Chooser

    choices = [Choice("top", "Top of the article", letter="g")]
    for item in reader.outline.items:
        block: Block = item.blocks[0]
        choices.append(Choice(item.id, block.first + block.text))

    def chosen(section: str | None) -> None:
        if section == "top":
            reader.regions.focus_view.go_end(last=False)
        elif section is not None:
            reader.navigator.go_to_section(section)

    here = reader.session.section_index(reader.article.current)
    reader.app.push_screen(Chooser("Sections", choices, at=here + 1), chosen)


@COMMANDS.command("f", label="jump", group="Jump", rank=4)
def jump(reader: ReadingScreen) -> None:
    """Put a letter on everything on screen that can be jumped to."""
    from briefing_tui.ui.dialogs.jump import JumpScreen

    found = reader.jump_targets.in_view()

    def chosen(number: int | None) -> None:
        if number is not None:
            found[number].go()

    reader.app.push_screen(JumpScreen([(target.x, target.y) for target in found]), chosen)


def _has_place(reader: ReadingScreen) -> bool:
    item = reader.regions.item
    return item is not None and (item.kind == "section" or bool(item.targets))


@COMMANDS.command("enter", label="to the place", group="Jump", regions=("pane", "outline"), rank=1, usable=_has_place)
def go(reader: ReadingScreen) -> None:
    """Go to the place that the article shows, and read on there."""
    view = reader.regions.focus_view
    if isinstance(view, ItemList):
        view.choose()


@COMMANDS.command("escape", label="close, back to reading", group="Jump")
def close(reader: ReadingScreen) -> None:
    """Close the top thing, such as a selection, search or preview. With nothing open, go back to the article."""
    reader.close_top()


@COMMANDS.command(
    "H",
    "backspace",
    "alt+left",
    label="back",
    group="Jump",
    regions=("article",),
    rank=8,
    usable=lambda r: r.navigator.history.can_go_back or r.has_article(-1),
)
def back(reader: ReadingScreen) -> None:
    """Back to the place before. From the first one, to the article read before."""
    if reader.navigator.history.can_go_back or not reader.go_to_article(-1):
        reader.navigator.travel(reader.navigator.history.back())


@COMMANDS.command(
    "L",
    "alt+right",
    label="forward",
    group="Jump",
    regions=("article",),
    rank=9,
    usable=lambda r: r.navigator.history.can_go_forward or r.has_article(1),
)
def forward(reader: ReadingScreen) -> None:
    """Forward to the place after. From the last one, to the article read after this one."""
    if reader.navigator.history.can_go_forward or not reader.go_to_article(1):
        reader.navigator.travel(reader.navigator.history.forward())


@COMMANDS.command("m", label="set a mark", group="Jump")
def set_mark(reader: ReadingScreen) -> None:
    """Mark this place with a letter."""
    from briefing_tui.ui.dialogs.letter import LetterScreen

    reader.app.push_screen(LetterScreen("Mark this place with a letter (a to z)"), reader.navigator.set_mark)


@COMMANDS.command("'", label="visit a mark", group="Jump")
def visit_mark(reader: ReadingScreen) -> None:
    """Go to a marked place: the marks are listed with their letters."""
    from briefing_tui.ui.dialogs.chooser import Choice, Chooser

    if not reader.navigator.memory.marks:
        reader.say("No marks yet: ⟦set_mark⟧ and a letter set one.")
        return
    choices = [
        Choice(letter, reader.navigator.words_of(place), letter=letter)
        for letter, place in sorted(reader.navigator.memory.marks.items())
    ]
    reader.app.push_screen(
        Chooser("Marks", choices),
        lambda letter: reader.navigator.visit(reader.navigator.memory.marks[letter]) if letter else None,
    )
