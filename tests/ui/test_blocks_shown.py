"""Article, outline and panes are shown block by block as recorded in `examples/blocks.txt`.

A block of the file begins with the name of a content. Its lines are the part (article, outline or a pane), the item and its
places, and each block's style, empty lines above, indent and words, with the ranges in other styles. `pytest -n0 --update-golden`
rewrites the file.
"""

from collections.abc import Iterator
from pathlib import Path
from types import SimpleNamespace
from typing import Any, cast

import pytest
from msgspec.structs import replace

from briefing_tui.contentfile.read.reader import read
from briefing_tui.model.briefing import Briefing, Image
from briefing_tui.ui.notes.note_targets import CurrentTarget
from briefing_tui.ui.text.layout import Block
from briefing_tui.ui.view.pane_items import PANE_CONTENTS, Item, PaneChoices, section_items, speakers
from briefing_tui.ui.view.session import Session
from tests.blocks import blocks, write_block
from tests.ui import contents

FILE = Path(__file__).parent / "examples" / "blocks.txt"
PICTURES = """\
---
briefing: 1
title: Pictures
article: digest
---

## Summary

- The quay is cracked. ([Two](#two))
- Nobody says this.

## Key actors

### Ann Velk
Person · pilot, poet
Also: Velk, the pilot

### Quandle
Organisation

### Bo Lind
Person

## Quotes

> “The quay is cracked.”
— [Ann Velk](#ann-velk), said

> “It moved”
> “it fell”
— she, said · partial

> “Nobody heard this.”
— unattributed

## Images

![A quay](quay.jpg)
The quay with Velk
Credit: Oona Reed

![A gull](gull.jpg)

## Article

### One

Velk said: “The quay is cracked.” The pilot left, and “it moved”, she said, and “it fell”.

1. first
2. second

- a *b* **c** `d` [e](http://f.g)

> set apart

```
code
```

### Two

The quay is cracked, and Ann Velk knows it; Velk sang.

##### Deep

The end of Bo Lind’s Quandle.
"""
READ = read(PICTURES, "x").briefing
PLACED = replace(
    READ,
    kicker="Coast",
    lead="Two quays.",
    authors=("Ines Calder",),
    images=(
        Image("first", "Before the text", "A quay", "Oona Reed", "a.jpg", "one", -1),
        Image("inside", "Behind the second", None, None, None, "one", 1),
        Image("open", "Anywhere in two", "Anywhere in two", None, None, "two"),
        Image("far", None, None, "Bo Linde", None, "deep", 99),
        Image("lost", "Nowhere", None, None, None, "none", 0),
        Image("homeless", "At the end"),
    ),
    quotes=(
        replace(READ.quotes[0], section="one", after=0),
        replace(READ.quotes[1], section="two"),
        replace(READ.quotes[2], section="deep", after=-1, inferred=True),
    ),
)
CONTENTS: dict[str, str | Briefing] = {
    "placed pictures": PLACED,
    "placed pictures of an article": replace(PLACED, article="full"),
    "pictures": PICTURES,
    "pictures of an article": PICTURES.replace("article: digest\n", ""),
    "ordinary": contents.ORDINARY,
    "digest": contents.DIGEST,
    "blocks": contents.BLOCKS,
    "broken": contents.BROKEN,
    "empty": contents.EMPTY,
}


def block_line(block: Block) -> str:
    text = " / ".join(block.text.split("\n"))
    runs = ", ".join(f"{run.style} {block.text[run.start : run.end]}" for run in block.runs)
    form = "" if block.form == "flow" else f" as {block.form}"
    shown = f"{block.first}{text}" if block.first == block.rest else f"{block.first}|{block.rest}|{text}"
    return f"{block.style}{form} +{block.above}: {shown.rstrip()}{f' ({runs})' if runs else ''}"


def item_lines(pane: str, items: list[Item], session: Session) -> Iterator[str]:
    for item in items:
        if item.head:
            yield f"{pane} {block_line(item.head)}"
        places = ", ".join(f"{target.block}:{target.start}-{target.end}" for target in item.targets)
        found = ", ".join(f"{session.fraction(target):.2f}" for target in item.targets)
        yield f"{pane} {item.id} of kind {item.kind}, indent {item.indent}, at {places or 'no place'} ({found})"
        yield from (f"{pane} {block_line(block)}" for block in item.blocks)


def note_target(session: Session, block: int = 0, item: Item | None = None) -> str:
    """The target of a note begun at a block or an item."""
    state = SimpleNamespace(session=session, active_region="pane" if item else "article")
    article = SimpleNamespace(selection=None, current=block)
    side = SimpleNamespace(shown=SimpleNamespace(item=item))
    target = CurrentTarget(cast(Any, state), cast(Any, None), cast(Any, article), cast(Any, side)).find()
    if target is None:
        return "nothing"
    places = ", ".join(f"{place.at} {place.paragraph} {place.start}-{place.end}" for place in target.places)
    return f"{target.kind} {target.item} at {places or 'no place'}"


def shown(content: str | Briefing) -> Iterator[str]:
    """Yield lines that describe everything that a briefing shows."""
    if isinstance(content, str):
        reading = read(content, "x")
        session = Session.of(reading.briefing, reading.problems)
    else:
        session = Session.of(content)
    for number, block in enumerate(session.text.blocks):
        address = session.text.address(number)
        yield f"article {number} {address.kind} {address.section} {address.item}: {block_line(block)}"
    yield from item_lines("outline", section_items(session), session)
    chosen = PaneChoices(None, frozenset(actor.id for actor in session.briefing.actors))
    for name, pane in PANE_CONTENTS.items():
        yield from item_lines(name, pane.items(session, chosen), session)
        yield from item_lines(f"{name} closed", pane.items(session, PaneChoices()) if name == "actors" else [], session)
    for number in range(len(session.text.blocks)):
        yield f"note on block {number}: {note_target(session, block=number)}"
    for name, pane in PANE_CONTENTS.items():
        for item in pane.items(session, chosen):
            yield f"note on {name} {item.id}: {note_target(session, item=item)}"
    yield from (f"speaker {name}: {count}" for name, count in speakers(session))


@pytest.mark.parametrize("block", [block for block in blocks(FILE) if block[0] in CONTENTS], ids=lambda block: block[0])
def test_a_briefing_shows_what_is_written_down(block: list[str], request: pytest.FixtureRequest) -> None:
    found = [block[0], *shown(CONTENTS[block[0]])]
    if request.config.getoption("--update-golden"):
        write_block(FILE, block, found)
    else:
        assert found == block
