"""The items of the panes, made of blocks.

To add a pane, write the function that lists its items, and enter it in `PANE_CONTENTS`.
"""

from collections import Counter
from collections.abc import Callable, Sequence
from functools import cached_property
from typing import Literal, NamedTuple

from briefing_tui.anchoring.anchors import fold
from briefing_tui.model.briefing import Actor, Quote
from briefing_tui.presentation.actors import ACTOR_GROUPS, mention_noun
from briefing_tui.presentation.counts import counted
from briefing_tui.presentation.panes import PANES, Pane
from briefing_tui.presentation.sections import section_heading
from briefing_tui.presentation.speakers import UNATTRIBUTED, speaker
from briefing_tui.ui.text.article_blocks import BESIDE, Target
from briefing_tui.ui.text.layout import Block, LaterBlocks, Run, sizes_of
from briefing_tui.ui.view.session import Session

STRIP_CELLS = 18
"""The width of an actor's map of the article."""


class Item(NamedTuple):
    """One thing to navigate."""

    id: str
    kind: Literal[
        "point", "actor", "quote", "mention", "image", "section", "problem", "briefing", "choice", "note", "finding", "hit"
    ]
    blocks: tuple[Block, ...]
    """The blocks that show it."""
    targets: tuple[Target, ...] = ()
    """Its places in the article, in order."""
    head: Block | None = None
    """The heading over it, if it is the first of a group."""
    indent: int = 0
    """Cells that its blocks are indented."""


class Items(list[Item]):
    """Items that are listed, with what follows from them, worked out once."""

    @cached_property
    def blocks(self) -> list[Block]:
        """The blocks of all items in order, with their headings."""
        return [block for item in self for block in _blocks_of(item)]

    @cached_property
    def owner(self) -> list[int]:
        """The number of each block's item; -1 for a heading."""
        owner: list[int] = []
        for number, item in enumerate(self):
            if item.head:
                owner.append(-1)
            owner += [number] * len(item.blocks)
        return owner

    @cached_property
    def first_block(self) -> list[int]:
        """The number of each item's first block."""
        first, at = [], 0
        for item in self:
            at += item.head is not None
            first.append(at)
            at += len(item.blocks)
        return first

    @cached_property
    def numbers(self) -> dict[str, int]:
        """The number of each item, by its id."""
        return {item.id: number for number, item in enumerate(self)}

    def number_of(self, item: str) -> int | None:
        """Return the number of an item, by its id."""
        return self.numbers.get(item)

    @cached_property
    def sizes(self) -> list[tuple[int, int]]:
        """The letters and the least lines of each block."""
        return sizes_of(self.blocks)

    def spliced(self, start: int, end: int, items: "Items") -> "Items":
        """Return prepared items with others in place of those from `start` to `end`.

        These are prepared, too; what follows from the items before and behind is taken over.
        """
        made = Items([*self[:start], *items, *self[end:]])
        first, last = self._first_row(start), self._first_row(end)
        made.blocks = [*self.blocks[:first], *items.blocks, *self.blocks[last:]]
        made.sizes = [*self.sizes[:first], *items.sizes, *self.sizes[last:]]
        more, rows = len(items) - (end - start), len(items.blocks) - (last - first)
        between = [number if number < 0 else number + start for number in items.owner]
        made.owner = [*self.owner[:first], *between, *(n if n < 0 else n + more for n in self.owner[last:])]
        between = [row + first for row in items.first_block]
        made.first_block = [*self.first_block[:start], *between, *(row + rows for row in self.first_block[end:])]
        return made.prepare()

    def _first_row(self, number: int) -> int:
        """Return the number of the first block of an item, its heading included; of none, the number of blocks."""
        return self.first_block[number] - (self[number].head is not None) if number < len(self) else len(self.blocks)

    def prepare(self) -> "Items":
        """Work everything out; return the items."""
        self.blocks, self.owner, self.first_block, self.numbers, self.sizes  # noqa: B018
        return self


class LaterItems(Sequence[Item]):
    """Items that are made when they come into view; the rest is as in `Items`."""

    blocks: LaterBlocks
    owner: Sequence[int]
    first_block: Sequence[int]

    def number_of(self, item: str) -> int | None:
        """Return the number of an item, by its id."""
        raise NotImplementedError

    @property
    def sizes(self) -> list[tuple[int, int]]:
        """The letters and the least lines of each block, of which there are few."""
        return sizes_of(self.blocks)


def _blocks_of(item: Item) -> Sequence[Block]:
    """Return the blocks of an item as they are listed: indented, below its heading."""
    if not item.indent and not item.head:
        return item.blocks
    pad = " " * item.indent
    blocks = [block._replace(first=pad + block.first, rest=pad + block.rest) for block in item.blocks]
    return [item.head, *blocks] if item.head else blocks


class PaneChoices(NamedTuple):
    """The user's choice of what the panes show."""

    speaker: str | None = None
    """Whose quotes; None for everybody's."""
    opened: frozenset[str] = frozenset()
    """The ids of the actors that are opened."""


def summary_items(session: Session) -> list[Item]:
    """List the points of the summary, then the problems of the file."""
    items = []
    for number, point in enumerate(session.briefing.summary):
        places = session.evidence.points[number] if number < len(session.evidence.points) else ()
        where = ", ".join(session.section_heading(section) for section in point.sections)
        blocks = [Block(point.text, "text", (), "• ", "  ", 1)]
        if where:
            blocks.append(Block(where, "meta", (), "  ", "  "))
        items.append(Item(f"point-{number}", "point", tuple(blocks), tuple(session.targets(places))))
    head: Block | None = Block("Problems in this file", "group", above=1)
    for number, problem in enumerate(session.problems):
        text = f"line {problem.line}: {problem.what}; {problem.do}"
        items.append(Item(f"problem-{number}", "problem", (Block(text, "problem", (), "! ", "  "),), head=head))
        head = None
    return items


def actor_items(session: Session, opened: frozenset[str] = frozenset()) -> list[Item]:
    """List people, then organisations.

    One whose id is in `opened` is followed by its quotes and mentions.
    """
    if opened:
        return [listed for item in listed_items(session, "actors") for listed in _with_what_follows(session, item, opened)]
    items: list[Item] = []
    for kind, title in ACTOR_GROUPS:
        head: Block | None = Block(title, "group", above=1)
        for actor in session.briefing.actors:
            if actor.kind == kind:
                items.append(_actor(session, actor, head, False))
                head = None
    return items


def _with_what_follows(session: Session, item: Item, opened: frozenset[str]) -> Sequence[Item]:
    """Return an actor, and if it is opened, what is listed below it."""
    if item.id not in opened:
        return (item,)
    actor = session.actors[item.id]
    return [_actor(session, actor, item.head, True), *_opened(session, actor)]


def _counted(session: Session, actor: Actor, targets: list[Target]) -> str:
    """Return how often paragraphs name an actor; if none does, what else names it."""
    if session.evidence.mentions.get(actor.id) or not targets:
        return counted(len(targets), mention_noun(session.briefing))
    counts = Counter(BESIDE[session.text.blocks[block].style] for block in {target.block for target in targets})
    return "only in " + ", ".join(one if count == 1 else f"{count} {several}" for (one, several), count in counts.items())


def _actor(session: Session, actor: Actor, head: Block | None, is_open: bool) -> Item:
    targets = session.actor_targets(actor)
    said = len(session.said.get(actor.id, ()))
    blocks = [Block(actor.name, "name", (), "▾ " if is_open else "▸ ", "  ", 1)]
    if actor.roles:
        blocks.append(Block(" · ".join(actor.roles), "meta", (), "  ", "  "))
    counts = _counted(session, actor, targets)
    if said:
        counts += f" · {counted(said, 'quote')}"
    blocks.append(Block(session.strip(targets, STRIP_CELLS), "strip", (), "  ", "  "))
    blocks.append(Block(counts, "meta", (), "  ", "  "))
    return Item(actor.id, "actor", tuple(blocks), tuple(targets), head)


def _opened(session: Session, actor: Actor) -> list[Item]:
    items = []
    head: Block | None = Block("Said", "under", (), "  ", "  ", 1)
    for quote in session.said.get(actor.id, ()):
        items.append(_quote(session, quote, head, indent=2))
        head = None
    head = Block("Named", "under", (), "  ", "  ", 1)
    if actor.aliases:
        also = Block(f"also {', '.join(actor.aliases)}", "meta", (), "  ", "  ")
        items.append(Item(f"{actor.id}/aliases", "mention", (also,), (), head, 2))
        head = None
    for number, target in enumerate(session.actor_targets(actor)):
        words = snippet(session, target) or session.section_heading(session.text.section_of(target.block))
        items.append(Item(f"{actor.id}/{number}", "mention", (Block(words, "mention", (), "· ", "  "),), (target,), head, 2))
        head = None
    return items


def snippet(session: Session, target: Target, around: int = 24) -> str:
    """Return a target's words with about `around` characters on either side.

    They are in one line; for a whole block there are none.
    """
    if target.end is None:
        return ""
    text = session.text.blocks[target.block].text
    start, end = max(0, target.start - around), min(len(text), target.end + around)
    start = text.find(" ", start, target.start) + 1 if start else 0
    cut = text.rfind(" ", target.end, end)
    end = cut if end < len(text) and cut > target.end else end
    return ("…" if start else "") + text[start:end].replace("\n", " ") + ("…" if end < len(text) else "")


def speakers(session: Session) -> list[tuple[str, int]]:
    """Count the quotes of every speaker: most quotes first, the unattributed last."""
    counts = Counter(speaker(session.briefing, quote) for quote in session.briefing.quotes)
    return sorted(counts.items(), key=lambda pair: (pair[0] == UNATTRIBUTED, -pair[1], fold(pair[0])))


def quote_items(session: Session, only: str | None = None) -> list[Item]:
    """List the quotes in article order; only those of the speaker `only`, if given."""
    if only is None:
        return [_quote(session, quote) for quote in session.briefing.quotes]
    listed = zip(listed_items(session, "quotes"), session.briefing.quotes, strict=True)
    return [item for item, quote in listed if speaker(session.briefing, quote) == only]


def _quote(session: Session, quote: Quote, head: Block | None = None, indent: int = 0) -> Item:
    style = "partial" if quote.kind == "partial" else "words"
    above = 0 if head else 1
    blocks = [Block(f"“{part}”", style, above=0 if number else above) for number, part in enumerate(quote.parts)]
    targets = session.quote_targets(quote)
    details = [session.section_heading(quote.section)] if quote.section else []
    details += ["partial"] if quote.kind == "partial" else []
    details += ["speaker inferred"] if quote.inferred else []
    missing = len(quote.parts) - len(targets)
    if missing > 0 and not session.partial:
        details.append("not in the article" if not targets else "in part not in the article")
    who = "" if indent else speaker(session.briefing, quote)
    line = " · ".join(part for part in (who, *details) if part)
    blocks.append(Block(line, "meta", (Run(0, len(who), "speaker"),) if who not in ("", UNATTRIBUTED) else (), "— ", "  "))
    return Item(quote.id, "quote", tuple(blocks), tuple(targets), head, indent)


def image_items(session: Session) -> list[Item]:
    """List the images: caption, description, credit."""
    items = []
    for image in session.briefing.images:
        blocks = [Block(image.caption or "No caption", "text" if image.caption else "meta", (), "▨ ", "  ", 1)]
        if image.shows:
            blocks.append(Block(f"Shows: {image.shows}", "meta", (), "  ", "  "))
        if image.credit:
            blocks.append(Block(f"Credit: {image.credit}", "meta", (), "  ", "  "))
        targets = tuple(Target(index) for index in session.text.items.get(image.id, ()))
        items.append(Item(image.id, "image", tuple(blocks), targets))
    return items


def section_items(session: Session) -> list[Item]:
    """List the sections for the outline, indented by their levels."""
    items = []
    for (block, section_id), section in zip(session.section_starts, session.briefing.sections, strict=True):
        indent = "  " * max(0, section.level - 3)
        items.append(
            Item(section_id, "section", (Block(section_heading(section), "text", (), indent, indent + "  "),), (Target(block),))
        )
    return items


class PaneContents(NamedTuple):
    """The items of a pane, and the help of the command that opens it."""

    items: Callable[[Session, PaneChoices], list[Item]]
    help: str


PANE_CONTENTS = {
    "summary": PaneContents(lambda session, _: summary_items(session), "The summary: its points, each leading to its sentences."),
    "actors": PaneContents(
        lambda session, chosen: actor_items(session, chosen.opened), "The key actors: people, then organisations."
    ),
    "quotes": PaneContents(lambda session, chosen: quote_items(session, chosen.speaker), "The quotes, in article order."),
    "images": PaneContents(lambda session, _: image_items(session), "The images: caption, description, credit."),
    "notes": PaneContents(lambda *_: [], "The notes of this briefing."),
}
"""By the name of the pane. The notes are listed by the feature that reads them."""

READER_PANES: tuple[Pane, ...] = (
    *(pane for pane in PANES if pane.tab),
    Pane("notes", "Notes", "notes", (), "Notes", "No notes here: ⟦annotate⟧ writes one, ⟦highlight⟧ highlights."),
)
"""The panes beside the article, in the order of their tabs."""


def listed_items(session: Session, name: str) -> Items:
    """Return all items of a pane, with every actor closed."""
    if name not in session.listed:
        session.listed[name] = Items(PANE_CONTENTS[name].items(session, PaneChoices())).prepare()
    listed = session.listed[name]
    assert isinstance(listed, Items)
    return listed


def chosen_items(session: Session, name: str, chosen: PaneChoices) -> Items:
    """Return the items of a pane that the user chose to see."""
    only = (name == "quotes" and chosen.speaker is not None) or (name == "actors" and chosen.opened)
    return Items(PANE_CONTENTS[name].items(session, chosen)) if only else listed_items(session, name)


def prepare_lists(session: Session) -> Session:
    """List the items of every pane now, in the thread that reads; return the session."""
    for name in PANE_CONTENTS:
        listed_items(session, name)
    return session
