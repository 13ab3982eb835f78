"""Commands that go to a place: sections, quotes, marks, back and forward."""

from __future__ import annotations

from typing import TYPE_CHECKING

from briefing_tui.ui.commands import CommandTable
from briefing_tui.ui.text.layout import Block

if TYPE_CHECKING:
    from briefing_tui.ui.read_screen import ReadScreen

COMMANDS = CommandTable()


def _section(reader: ReadScreen, step: int) -> None:
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
        reader.nav.go_to_block(starts[wanted][0])


@COMMANDS.command("]", "J", label="section", group="Jump", regions=("article", "outline"), rank=1, shown="]/[")
def next_section(reader: ReadScreen) -> None:
    """To the next section of the article."""
    _section(reader, 1)


@COMMANDS.command("[", "K", label="previous section", group="Jump")
def previous_section(reader: ReadScreen) -> None:
    """To the start of this section, or to the previous one."""
    _section(reader, -1)


def _quote(reader: ReadScreen, step: int) -> None:
    from briefing_tui.ui.text.article_blocks import Target

    stops = reader.session.quote_stops
    here = reader.nav.quote_position
    ahead = [stop for stop in stops if stop[:2] > here] if step > 0 else [stop for stop in reversed(stops) if stop[:2] < here]
    if not ahead and reader.session.partial:
        reader.loader.when_whole(lambda: _quote(reader, step))
        return
    if not ahead:
        reader.say("No more quotes this way." if stops else "No quotes stand in this article.")
        return
    quote = reader.session.briefing.quotes[ahead[0][2]]
    targets = reader.session.quote_targets(quote)
    reader.nav.go_to(targets or [Target(ahead[0][0])])
    reader.evidence.follow_quote(quote.id)


@COMMANDS.command(")", label="quote", group="Jump", regions=("article",), rank=3, shown=")/(")
def next_quote(reader: ReadScreen) -> None:
    """To the next quote in the article."""
    _quote(reader, 1)


@COMMANDS.command("(", label="previous quote", group="Jump")
def previous_quote(reader: ReadScreen) -> None:
    """To the previous quote in the article."""
    _quote(reader, -1)


@COMMANDS.command("g", label="sections", group="Jump")
def list_sections(reader: ReadScreen) -> None:
    """List the sections with letters, to go to one; gg goes to the top."""
    from briefing_tui.ui.dialogs.choose import Choice, Chooser

    choices = [Choice("top", "Top of the article", letter="g")]
    for item in reader.outline.items:
        block: Block = item.blocks[0]
        choices.append(Choice(item.id, block.first + block.text))

    def chosen(section: str | None) -> None:
        if section == "top":
            reader.focus_view.go_end(last=False)
        elif section is not None:
            reader.nav.go_to_section(section)

    here = reader.session.section_index(reader.article.current)
    reader.app.push_screen(Chooser("Sections", choices, at=here + 1), chosen)


@COMMANDS.command("f", label="jump", group="Jump", rank=4)
def jump(reader: ReadScreen) -> None:
    """Put a letter on everything on screen that can be jumped to."""
    from briefing_tui.ui.dialogs.jump import JumpScreen
    from briefing_tui.ui.reader.jump_targets import spots

    found = spots(reader)

    def chosen(number: int | None) -> None:
        if number is not None:
            found[number].go()

    reader.app.push_screen(JumpScreen([(spot.x, spot.y) for spot in found]), chosen)


def _has_place(reader: ReadScreen) -> bool:
    item = reader.frame.item
    return item is not None and (item.kind == "section" or bool(item.targets))


@COMMANDS.command("enter", label="to the place", group="Jump", regions=("pane", "outline"), rank=1, usable=_has_place)
def go(reader: ReadScreen) -> None:
    """Go to the place in the article that is shown, and read on there."""
    reader.choose()


@COMMANDS.command("escape", label="close, back to reading", group="Jump")
def close(reader: ReadScreen) -> None:
    """Close the top thing: the selection, the search, the preview; then back to where one was reading."""
    reader.close_top()


@COMMANDS.command(
    "H",
    "backspace",
    "alt+left",
    label="back",
    group="Jump",
    regions=("article",),
    rank=8,
    usable=lambda r: r.nav.history.can_go_back,
)
def back(reader: ReadScreen) -> None:
    """Back to the place before."""
    reader.nav.travel(reader.nav.history.back())


@COMMANDS.command(
    "L", "alt+right", label="forward", group="Jump", regions=("article",), rank=9, usable=lambda r: r.nav.history.can_go_forward
)
def forward(reader: ReadScreen) -> None:
    """Forward to the place after."""
    reader.nav.travel(reader.nav.history.forward())


@COMMANDS.command("m", label="set a mark", group="Jump")
def set_mark(reader: ReadScreen) -> None:
    """Mark this place with a letter, which is asked for."""
    from briefing_tui.ui.dialogs.letter import LetterScreen

    reader.app.push_screen(LetterScreen("Mark this place with a letter (a to z)"), reader.nav.set_mark)


@COMMANDS.command("'", label="visit a mark", group="Jump")
def visit_mark(reader: ReadScreen) -> None:
    """Visit a marked place: the marks are listed with their letters."""
    from briefing_tui.ui.dialogs.choose import Choice, Chooser

    if not reader.nav.memory.marks:
        reader.say("No marks yet: m and a letter sets one.")
        return
    choices = [
        Choice(letter, reader.nav.words_of(place), letter=letter) for letter, place in sorted(reader.nav.memory.marks.items())
    ]
    reader.app.push_screen(
        Chooser("Marks", choices), lambda letter: reader.nav.visit(reader.nav.memory.marks[letter]) if letter else None
    )
