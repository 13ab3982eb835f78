"""Details of the briefing under the cursor."""

from briefing_tui.presentation.counts import counted_any
from briefing_tui.presentation.dates import day
from briefing_tui.ui.library.shelf import ShelvedBriefing
from briefing_tui.ui.text.layout import Block, Run
from briefing_tui.ui.text.text_styles import tag_style


def detail_blocks(one: ShelvedBriefing) -> list[Block]:
    """Return the details of a briefing."""
    entry, reading = one.entry, one.reading
    blocks = [Block(entry.title or entry.id, "title", above=1)]
    about = " · ".join(part for part in (entry.publisher, day(entry.published or ""), _minutes(entry.minutes)) if part)
    blocks.append(Block(about, "meta"))
    counts = ((entry.actors, "actor"), (entry.quotes, "quote"), (entry.images, "image"))
    blocks.append(Block(" · ".join(filter(None, (counted_any(count or 0, noun) for count, noun in counts))), "meta"))
    read = f", {one.progress:.0%} read" if one.progress is not None and one.status != "unread" else ""
    blocks.append(Block(f"{one.status}{read}", "label", above=1))
    for name, time in (("added", reading.added), ("opened", reading.opened)):
        if time:
            blocks.append(Block(f"{name} {day(time[:10])}", "meta"))
    if reading.tags:
        blocks.append(_tags(reading.tags))
    if entry.problem:
        blocks.append(Block(f"line {entry.problem.line}: {entry.problem.what}; {entry.problem.do}", "problem", above=1))
    return [block for block in blocks if block.text]


def _minutes(minutes: int | None) -> str:
    return f"{minutes} min" if minutes else ""


def _tags(tags: tuple[str, ...]) -> Block:
    runs, text = [], ""
    for tag in tags:
        text += "  " if text else ""
        runs.append(Run(len(text), len(text) + len(tag) + 1, tag_style(tag)))
        text += f"#{tag}"
    return Block(text, "text", tuple(runs), above=1)
