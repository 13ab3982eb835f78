"""One briefing opened in the reader: what it says, how its article is arranged, where its items stand."""

from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import dataclass, field
from functools import cached_property
from itertools import accumulate
from typing import TYPE_CHECKING

from briefing_tui.anchoring.anchors import Placements, find_names, locate
from briefing_tui.model.briefing import Actor, Briefing, Place, Problem, Quote
from briefing_tui.model.document import LineCorrection
from briefing_tui.presentation.reading_time import minutes
from briefing_tui.presentation.sections import section_heading
from briefing_tui.ui.text.article_blocks import BESIDE, Address, ArticleBlocks, Target, arrange

if TYPE_CHECKING:
    from briefing_tui.builder import Built

_SHADES = "░▒▓█"


@dataclass(eq=False)
class Session:
    """A briefing with its article in blocks and the places of its items. `partial` while only its beginning has been read."""

    briefing: Briefing
    problems: tuple[Problem, ...] = ()
    partial: bool = False
    evidence: Placements = field(default_factory=Placements)
    text: ArticleBlocks = field(default_factory=ArticleBlocks)
    minutes: int = 0
    """Reading time, 0 while it is not known."""
    built: "Built | None" = None
    """How an article was built that was opened as it is."""
    corrections: tuple[LineCorrection, ...] = ()
    """What of its lines a person set right."""

    @property
    def is_built(self) -> bool:
        """Whether there is no content file: the article was built on the way."""
        return self.built is not None

    @classmethod
    def of(cls, briefing: Briefing, problems: tuple[Problem, ...] = (), partial: bool = False) -> "Session":
        """Arrange a briefing and find its items in the article."""
        evidence = Placements() if partial else locate(briefing)
        return cls(briefing, problems, partial, evidence, arrange(briefing), 0 if partial else minutes(briefing))

    @cached_property
    def _reach(self) -> list[int]:
        return list(accumulate((len(block.text) + 1 for block in self.text.blocks), initial=0))

    def fraction(self, target: Target) -> float:
        """How far into the article a target stands, from 0 to 1."""
        return (self._reach[target.block] + target.start) / max(1, self._reach[-1])

    def targets(self, places: tuple[Place | None, ...]) -> list[Target]:
        """The targets of the places that stand somewhere."""
        return [target for place in places if place is not None and (target := self.text.target(place))]

    def quote_targets(self, quote: Quote) -> list[Target]:
        """Where the parts of a quote stand: in the article, in a digest where the reader set them."""
        if own := self.text.items.get(quote.id):
            return [Target(index) for index in own]
        return self.targets(self.evidence.quotes.get(quote.id, ()))

    def actor_targets(self, actor: Actor) -> list[Target]:
        """Where an actor is named: in the paragraphs, if none of them names it in a title, a heading, a caption."""
        return self.targets(self.evidence.mentions.get(actor.id, ())) or self._beside.get(actor.id, [])

    @cached_property
    def _beside(self) -> dict[str, list[Target]]:
        """Where actors are named beside the paragraphs, in the article's own words."""
        blocks = self.text.blocks
        shown = [number for number, block in enumerate(blocks) if block.style in BESIDE]
        found: dict[str, list[Target]] = {}
        for at, start, end, actor in find_names(self.briefing.actors, (blocks[number].text for number in shown)):
            found.setdefault(actor, []).append(Target(shown[at], start, end))
        return found

    @cached_property
    def quote_stops(self) -> list[tuple[int, int, int]]:
        """Every quote that stands somewhere as (block, start, index among the quotes), in article order."""
        stops = []
        for number, quote in enumerate(self.briefing.quotes):
            if targets := self.quote_targets(quote):
                stops.append((targets[0].block, targets[0].start, number))
        return sorted(stops)

    def quote_at(self, block: int, targets: Sequence[Target]) -> str | None:
        """Return the id of the first quote of a block that begins where one of the targets does, None if none does."""
        starts = {target.start for target in targets if target.block == block}
        for number in range(bisect_left(self.quote_stops, (block,)), len(self.quote_stops)):
            at, start, quote = self.quote_stops[number]
            if at != block:
                return None
            if start in starts:
                return self.briefing.quotes[quote].id
        return None

    @cached_property
    def section_starts(self) -> list[tuple[int, str]]:
        """Every section's first block and id, in order."""
        last = max(0, len(self.text.blocks) - 1)
        return [(min(self.text.headings[section.id], last), section.id) for section in self.briefing.sections]

    def section_index(self, block: int) -> int:
        """Which section a block stands in; -1 above the first."""
        return bisect_left(self.section_starts, (block + 1, "")) - 1

    def section_heading(self, section: str | None) -> str:
        """A section's heading, "Lead" for the one without."""
        return self._headings.get(section or "", "")

    @cached_property
    def _headings(self) -> dict[str, str]:
        return {section.id: section_heading(section) for section in self.briefing.sections}

    def strip(self, targets: list[Target], width: int) -> str:
        """A map of the article from start to end: the darker a cell, the more of the targets stand there."""
        counts = [0] * width
        for target in targets:
            counts[min(width - 1, int(self.fraction(target) * width))] += 1
        most = max(counts, default=0)
        return "".join("·" if not count else _SHADES[min(3, (4 * count - 1) // max(1, most))] for count in counts)

    def item_at(self, block: int) -> Address:
        """What a block of the article stands for."""
        return self.text.address(block)
