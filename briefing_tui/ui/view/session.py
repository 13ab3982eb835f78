"""One briefing that is open, with its article in blocks and its places."""

from bisect import bisect_left
from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from functools import cached_property
from itertools import accumulate, chain
from typing import TYPE_CHECKING, NamedTuple

from briefing_tui.anchoring.anchors import Placements, find_names, locate
from briefing_tui.model.briefing import Actor, Briefing, Image, Paragraph, Place, Problem, Quote, Section
from briefing_tui.model.document import LineCorrection
from briefing_tui.presentation.reading_time import minutes
from briefing_tui.presentation.sections import section_heading
from briefing_tui.ui.text.article_blocks import BESIDE, Address, ArticleBlocks, Target, arrange

if TYPE_CHECKING:
    from briefing_tui.builder import Built

_SHADES = "░▒▓█"


class Stop(NamedTuple):
    """A place of an item: a range of a block's text.

    Lists of stops are sorted, so that they can be searched by bisection.
    """

    block: int
    start: int
    end: int | None
    item: str
    """The item's id."""

    @property
    def target(self) -> Target:
        """Its place alone."""
        return Target(self.block, self.start, self.end)


@dataclass(eq=False)
class Session:
    """A briefing with its article in blocks and the places of its items."""

    briefing: Briefing
    problems: tuple[Problem, ...] = ()
    """What is wrong in the content file."""
    partial: bool = False
    """Whether only the beginning has been read."""
    evidence: Placements = field(default_factory=Placements)
    """The places of the items."""
    text: ArticleBlocks = field(default_factory=ArticleBlocks)
    minutes: int = 0
    """The reading time; 0 while it is not known."""
    built: "Built | None" = None
    """How the article was built, if it was opened as it is and not as a content file."""
    corrections: tuple[LineCorrection, ...] = ()
    """The user's corrections of its lines."""
    listed: dict[str, object] = field(default_factory=dict)
    """The items of the panes, by name, as `pane_items` lists them."""
    _quote_strips: dict[int, str] = field(default_factory=dict)

    @property
    def is_built(self) -> bool:
        """True if the article was built on the way, without a content file."""
        return self.built is not None

    @classmethod
    def of(cls, briefing: Briefing, problems: tuple[Problem, ...] = (), partial: bool = False) -> "Session":
        """Arrange a briefing and locate its items in the article.

        Those of a partial briefing are not located.
        """
        evidence = Placements() if partial else locate(briefing)
        session = cls(briefing, problems, partial, evidence, arrange(briefing), 0 if partial else minutes(briefing))
        if not partial:
            session.prepare()
        return session

    def prepare(self) -> None:
        """Find out now, in the thread that reads, what keys will ask for."""
        self.stops, self.quote_stops, self.quotes_by_block, self.said, self.direct_quotes, self._reach  # noqa: B018

    @cached_property
    def _reach(self) -> list[int]:
        return list(accumulate((len(block.text) + 1 for block in self.text.blocks), initial=0))

    def fraction(self, target: Target) -> float:
        """Return how far into the article a target is, from 0 to 1."""
        return (self._reach[target.block] + target.start) / max(1, self._reach[-1])

    def targets(self, places: tuple[Place | None, ...]) -> list[Target]:
        """Return the targets of those places that the article has."""
        return [target for place in places if place is not None and (target := self.text.target(place))]

    def quote_targets(self, quote: Quote) -> list[Target]:
        """Return the places of a quote's parts.

        They are in the article; in a digest, they are blocks of their own.
        """
        return self._quote_targets.get(quote.id, [])

    @cached_property
    def _quote_targets(self) -> dict[str, list[Target]]:
        own, found = self.text.items, self.evidence.quotes
        return {
            quote.id: [Target(index) for index in own[quote.id]] if quote.id in own else self.targets(found.get(quote.id, ()))
            for quote in self.briefing.quotes
        }

    @cached_property
    def quotes(self) -> dict[str, Quote]:
        """The quotes by their ids."""
        return {quote.id: quote for quote in self.briefing.quotes}

    @cached_property
    def actors(self) -> dict[str, Actor]:
        """The actors by their ids."""
        return {actor.id: actor for actor in self.briefing.actors}

    @cached_property
    def said(self) -> dict[str, list[Quote]]:
        """The quotes of each speaker, by the speaker's id."""
        found: dict[str, list[Quote]] = defaultdict(list)
        for quote in self.briefing.quotes:
            found[quote.speaker or ""].append(quote)
        return dict(found)

    @cached_property
    def quotes_by_block(self) -> dict[int, list[Quote]]:
        """The quotes that have a part, or their attribution, in each block."""
        found: dict[int, list[Quote]] = defaultdict(list)
        for quote in self.briefing.quotes:
            blocks = {target.block for target in self.quote_targets(quote)}
            if own := self.text.items.get(quote.id):
                blocks.add(own[-1] + 1)
            for block in blocks:
                found[block].append(quote)
        return dict(found)

    def actor_targets(self, actor: Actor) -> list[Target]:
        """Return where the paragraphs name an actor.

        If none does, return where title, headings and captions do.
        """
        return self.targets(self.evidence.mentions.get(actor.id, ())) or self._beside.get(actor.id, [])

    @cached_property
    def _beside(self) -> dict[str, list[Target]]:
        """Where the article names actors outside its paragraphs."""
        blocks = self.text.blocks
        shown = [number for number, block in enumerate(blocks) if block.style in BESIDE]
        found: dict[str, list[Target]] = {}
        for at, start, end, actor in find_names(self.briefing.actors, (blocks[number].text for number in shown)):
            found.setdefault(actor, []).append(Target(shown[at], start, end))
        return found

    @cached_property
    def quote_stops(self) -> list[tuple[int, int, int]]:
        """The quotes that the article has, as (block, start, index among the quotes).

        They are in the order of the article.
        """
        stops = []
        for number, quote in enumerate(self.briefing.quotes):
            if targets := self.quote_targets(quote):
                stops.append((targets[0].block, targets[0].start, number))
        return sorted(stops)

    @cached_property
    def stops(self) -> dict[str, list[Stop]]:
        """The places of the items, by pane, in the order of the article.

        An actor's are also the quotes that the actor said.
        """
        briefing = self.briefing
        quotes = [(quote, self.quote_targets(quote)) for quote in briefing.quotes]
        points = enumerate(self.evidence.points)
        return {
            "summary": self.stops_of((f"point-{number}", self.targets(places)) for number, places in points),
            "actors": self.stops_of(
                chain(
                    ((actor.id, self.actor_targets(actor)) for actor in briefing.actors),
                    ((quote.speaker, targets) for quote, targets in quotes if quote.speaker),
                )
            ),
            "quotes": self.stops_of((quote.id, targets) for quote, targets in quotes),
            "images": self.stops_of(
                (image.id, [Target(block) for block in self.text.items.get(image.id, ())]) for image in briefing.images
            ),
        }

    @cached_property
    def direct_quotes(self) -> dict[int, list[tuple[int, int]]]:
        """The ranges of the direct quotes in the article, by block.

        A partial briefing has none.
        """
        direct = {quote.id for quote in self.briefing.quotes if quote.kind == "direct"}
        ranges: dict[int, list[tuple[int, int]]] = {}
        for stop in () if self.partial else self.stops["quotes"]:
            if stop.item in direct and stop.end is not None:
                ranges.setdefault(stop.block, []).append((stop.start, stop.end))
        return ranges

    def stops_of(self, items: Iterable[tuple[str, Iterable[Target]]]) -> list[Stop]:
        """Return the places of items, given by ids and targets, in order."""
        blocks = self.text.blocks
        return sorted(
            Stop(block, start, len(blocks[block].text) if end is None else end, item)
            for item, targets in items
            for block, start, end in targets
        )

    def quote_at(self, block: int, targets: Sequence[Target]) -> str | None:
        """Return the id of a block's first quote that begins with a target.

        Return None if no quote of the block begins where one of the targets does.
        """
        starts = {target.start for target in targets if target.block == block}
        for number in range(bisect_left(self.quote_stops, (block,)), len(self.quote_stops)):
            at, start, quote = self.quote_stops[number]
            if at != block:
                return None
            if start in starts:
                return self.briefing.quotes[quote].id
        return None

    def paragraph(self, address: Address) -> Paragraph | None:
        """Return the paragraph at an address, or None if it is of another kind."""
        if address.paragraph is None:
            return None
        return self._sections[address.section].paragraphs[address.paragraph]

    def image(self, image_id: str) -> Image:
        """Return the image with an id."""
        return self._images[image_id]

    @cached_property
    def _images(self) -> dict[str, Image]:
        return {image.id: image for image in self.briefing.images}

    @cached_property
    def _sections(self) -> dict[str, Section]:
        return {section.id: section for section in self.briefing.sections}

    @cached_property
    def section_starts(self) -> list[tuple[int, str]]:
        """Every section's first block and id, in order."""
        last = max(0, len(self.text.blocks) - 1)
        return [(min(self.text.headings[section.id], last), section.id) for section in self.briefing.sections]

    def section_index(self, block: int) -> int:
        """Return the number of the section that a block is in; -1 above the first."""
        return bisect_left(self.section_starts, (block + 1, "")) - 1

    def section_heading(self, section: str | None) -> str:
        """Return a section's heading, "Lead" for the one without; empty for None."""
        return self._headings.get(section or "", "")

    @cached_property
    def _headings(self) -> dict[str, str]:
        return {section.id: section_heading(section) for section in self.briefing.sections}

    def strip(self, targets: list[Target], width: int) -> str:
        """Return a map of the article, `width` cells from start to end.

        The darker a cell, the more targets are there.
        """
        counts = [0] * width
        for target in targets:
            counts[min(width - 1, int(self.fraction(target) * width))] += 1
        most = max(counts, default=0)
        return "".join("·" if not count else _SHADES[min(3, (4 * count - 1) // max(1, most))] for count in counts)

    def quote_strip(self, width: int) -> str:
        """Return a map of the article's quotes, `width` cells from start to end."""
        if width not in self._quote_strips:
            self._quote_strips[width] = self.strip([Target(block, start) for block, start, _ in self.quote_stops], width)
        return self._quote_strips[width]

    def item_at(self, block: int) -> Address:
        """Return what a block of the article is."""
        return self.text.address(block)
