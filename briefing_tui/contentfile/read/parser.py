"""Parse a content file's text into a briefing and its problems; nothing raises."""

from collections.abc import Iterator, Sequence

from msgspec import Struct
from msgspec.structs import replace

from briefing_tui.contentfile.fingerprints import point_id, read_built
from briefing_tui.contentfile.ids import Kind, default_id
from briefing_tui.contentfile.read.front_matter_values import read_values, read_version
from briefing_tui.contentfile.read.item_lines import NOBODY, Attribution, Link
from briefing_tui.contentfile.read.raw_items import Layout, RawActor, RawImage, RawItem, RawPoint, RawQuote, RawSection
from briefing_tui.contentfile.read.regions import MOST_PROBLEMS, Regions
from briefing_tui.markdown.front_matter import FrontMatter, read_front
from briefing_tui.markdown.inline import clean, plain
from briefing_tui.model.briefing import (
    Actor,
    ActorKind,
    Briefing,
    Image,
    Point,
    Problem,
    Quote,
    QuoteKind,
    Section,
)
from briefing_tui.model.fields import KEYS
from briefing_tui.text.safety import harmless
from briefing_tui.text.slugs import Ids

KINDS: dict[str, ActorKind] = {
    "person": "person",
    "organization": "organization",
    "organisation": "organization",
}


class Parsed(Struct, frozen=True):
    """A parsed content file: briefing, problems, and the lines of every item."""

    briefing: Briefing
    problems: tuple[Problem, ...]
    front: FrontMatter
    layout: Layout
    lines: Sequence[str]


def parse(text: str, id: str) -> Parsed:  # noqa: A002
    """Parse the text of a content file; never raises.

    `id` is the briefing's id.
    """
    lines = harmless(text).split("\n")
    if lines[-1] == "":
        lines.pop()
    front = read_front(lines)
    regions = Regions(lines, front.end, front.is_present)
    layout = regions.read()
    reader = _Reader(front, regions)
    briefing = reader.briefing(id)
    problems = sorted({*front.problems, *regions.problems, *reader.problems}, key=lambda problem: (problem.line, problem.what))
    return Parsed(briefing, tuple(problems), front, layout, lines)


class _Reader:
    """One parse: types the front matter, gives out ids, resolves links."""

    def __init__(self, front: FrontMatter, regions: Regions) -> None:
        self.front, self.regions, self.layout = front, regions, regions.layout
        self.problems: list[Problem] = []
        self.names: dict[str, str] = {}
        self.sections: set[str] = set()
        self.built = read_built(regions.built)
        self.ids = Ids()

    def report(self, line: int, what: str, do: str) -> None:
        if len(self.problems) < MOST_PROBLEMS:
            self.problems.append(Problem(line + 1, what, do))

    def briefing(self, name: str) -> Briefing:
        layout = self.layout
        self.claim()
        actors = tuple(self.actors(layout.actors))
        sections = tuple(self.make_sections(layout.sections))
        self.names = {actor.id: actor.name for actor in actors}
        self.sections = {section.id for section in sections}
        points = tuple(self.points(layout.points))
        quotes = tuple(self.quotes(layout.quotes))
        images = tuple(self.images(layout.images))
        read_version(self.front, self.report)
        values = read_values(self.front, self.report)
        values["title"] = self.title(values["title"])
        return Briefing(
            id=name,
            **values,
            summary=points,
            actors=actors,
            quotes=quotes,
            images=images,
            sections=sections,
            extra=tuple((clean(entry.key), entry.raw) for entry in self.front.entries if entry.key not in KEYS),
            built=self.built,
        )

    def title(self, written: str | None) -> str | None:
        heading, lines = self.regions.title, self.layout.title
        if written and heading and lines and written != heading:
            self.report(lines[0], "the heading differs from the front matter's `title`, which counts", "make them the same")
        return written or heading or None

    # -- ids

    def claim(self) -> None:
        """Reserve the ids that are written in the file before any default is given out.

        The second of two items with the same id gets a default.
        """
        written: set[str] = set()
        layout = self.layout
        for item in (*layout.actors, *layout.quotes, *layout.images, *layout.sections):
            if item.id is None:
                continue
            if item.id in written:
                line = item.pieces.get("comment", item.lines)[0]
                self.report(line, f"the id “{item.id}” is used twice", "give each item an id of its own")
                item.id = None
            else:
                written.add(item.id)
        self.ids = Ids(written)

    def named(self, raw: RawItem, item: Kind) -> Kind:
        """Give an item the id that the file writes for it, or else its default."""
        return replace(item, id=raw.id or self.ids.default(default_id(item)))

    # -- items

    def actors(self, raws: list[RawActor]) -> Iterator[Actor]:
        for raw in raws:
            kind = KINDS.get(raw.kind.lower())
            if kind is None:
                line = raw.pieces.get("kind", raw.lines)[0]
                what = f"“{raw.kind}” is not a kind of actor" if raw.kind else f"{raw.name} has no kind"
                self.report(
                    line, f"{what}, read as a person", "write `person` or `organization`, then the roles: `person · role`"
                )
            yield self.named(raw, Actor("", raw.name, kind or "person", tuple(raw.roles), tuple(raw.aliases)))

    def make_sections(self, raws: list[RawSection]) -> Iterator[Section]:
        for raw in raws:
            if raw.heading is None:
                name = self.ids.claim_lead()
                yield Section(name, None, tuple(raw.paragraphs), 3)
            else:
                yield self.named(raw, Section("", raw.heading, tuple(raw.paragraphs), raw.level))

    def points(self, raws: list[RawPoint]) -> Iterator[Point]:
        built = dict(self.built)
        for raw in raws:
            name = point_id(raw.text)
            sections = tuple(one for target in raw.sections if (one := self.section(target, raw.lines[0])))
            yield Point(raw.text, sections, "extracted" if name in built else "edited")

    def quotes(self, raws: list[RawQuote]) -> Iterator[Quote]:
        for raw in raws:
            line = raw.lines[0]
            if not raw.parts:
                self.report(line, "a quote without words", "write its words behind `> `")
                continue
            if raw.attribution is None:
                self.report(
                    raw.lines[1] - 1, "a quote without an attribution", f"add a line `— {NOBODY}, [Section](#section)` below it"
                )
            at = raw.pieces.get("attribution", raw.lines)[0]
            written = raw.attribution or Attribution()
            speaker, name, text = self.speaker(written.speaker, at)
            section = self.section(written.section, at)
            kind: QuoteKind = "partial" if written.is_partial else "direct"
            parts, inferred = tuple(raw.parts), written.is_inferred
            yield self.named(raw, Quote("", parts, kind, speaker, name, text, written.verb, inferred, section, raw.after))

    def speaker(self, written: Link | str | None, line: int) -> tuple[str | None, str | None, str | None]:
        """Return a speaker's actor id, name, and what the article calls them."""
        if not isinstance(written, Link):
            name = None if written == NOBODY else written or None
            return None, name, name
        target = written.item
        if target in self.names:
            name = self.names[target]
            return target, name, written.title or written.label or name
        if target:
            self.report(line, f"no actor has the id “{target}”", "correct the link, or add the actor under `## Key actors`")
        name = None if written.label == NOBODY else written.label or None
        return None, name, written.title or name

    def section(self, target: str | None, line: int) -> str | None:
        if not target or target in self.sections:
            return target or None
        self.report(line, f"no section has the id “{target}”", "correct the link, or add the section under `## Article`")
        return None

    def images(self, raws: list[RawImage]) -> Iterator[Image]:
        for raw in raws:
            caption = plain(" ".join(raw.caption))
            where = raw.pieces.get("credit", raw.lines)[0]
            section = self.section(raw.section, where)
            yield self.named(raw, Image("", caption or None, raw.alt, raw.credit, raw.url, section, raw.after))
