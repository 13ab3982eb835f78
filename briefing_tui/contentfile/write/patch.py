"""Change a content file so that only the lines of changed items differ.

Items are matched by id, summary points by their words. Of a changed item only the pieces that differ are written: a quote's
attribution, an actor's aliases, one block of a section. The result is read back. If it is not the wanted briefing (because of
how the file is written), the parts of the file that differ are rewritten, and if that fails too, the whole file.
"""

from collections.abc import Callable, Iterator, Sequence
from difflib import SequenceMatcher
from typing import TypeVar

from msgspec import Struct
from msgspec.structs import replace

from briefing_tui.contentfile.detect import PARTS
from briefing_tui.contentfile.fingerprints import write_built
from briefing_tui.contentfile.ids import Explicit, explicit_ids, items
from briefing_tui.contentfile.normal_form import normal_form
from briefing_tui.contentfile.read.parser import Parsed, parse
from briefing_tui.contentfile.read.raw_items import RawItem, RawSection
from briefing_tui.contentfile.write.front_matter import front_matter_lines
from briefing_tui.contentfile.write.items import (
    Pieces,
    actor_pieces,
    image_pieces,
    link_labels,
    point_pieces,
    quote_pieces,
    section_pieces,
)
from briefing_tui.contentfile.write.line_edits import Edits
from briefing_tui.contentfile.write.writer import item_lines, region_items, section_lines, write
from briefing_tui.markdown.prose import heading_line, prose_lines
from briefing_tui.model.briefing import Actor, Briefing, Image, Point, Quote, Section

HasId = Actor | Quote | Image | Section
Item = TypeVar("Item", Actor, Quote, Image)


def patch(text: str, new: Briefing) -> str:
    """Change a text so that it reads as `normal_form(new)`.

    The text may hold lone surrogates for bytes that are not UTF-8.
    """
    wanted = normal_form(new)
    parsed = parse(text, new.id)
    if parsed.briefing == wanted:
        return text
    for attempt in (_Patch.items, _Patch.regions):
        edits = Edits.of(text)
        attempt(_Patch(parsed, wanted, edits))
        made = edits.text()
        if parse(made, new.id).briefing == wanted:
            return made
    return write(wanted)


def _matched(old: Sequence[HasId], new: Sequence[HasId]) -> Sequence[tuple[str, int, int, int, int]]:
    """Return the operations that turn the ids of one list into those of another, as difflib has them."""
    return SequenceMatcher(None, [one.id for one in old], [one.id for one in new], autojunk=False).get_opcodes()


class _Patch(Struct):
    parsed: Parsed
    new: Briefing
    edits: Edits

    # -- first try: pieces of items

    def items(self) -> None:
        """Rewrite what differs, piece by piece."""
        old, new, layout = self.parsed.briefing, self.new, self.parsed.layout
        known = link_labels(old).updated(link_labels(new))
        explicit = self.explicit()
        self.front()
        self.points(lambda point: point_pieces(point, known)["point"])
        self.listed("Key actors", old.actors, new.actors, layout.actors, actor_pieces, explicit)
        spoken = tuple(self.renamed())
        self.listed("Quotes", spoken, new.quotes, self.quote_raws(), lambda q, w: quote_pieces(q, known, w), explicit)
        self.listed("Images", old.images, new.images, layout.images, lambda i, w: image_pieces(i, known, w), explicit)
        self.sections(explicit)
        self.built()

    def quote_raws(self) -> list[RawItem]:
        return [raw for raw in self.parsed.layout.quotes if raw.parts]

    def renamed(self) -> Iterator[Quote]:
        """Yield the old quotes with the actors' new names."""
        known = link_labels(self.new).actors
        for quote in self.parsed.briefing.quotes:
            name = known.get(quote.speaker or "")
            yield replace(quote, speaker_name=name) if name else quote

    def explicit(self) -> Explicit:
        """Return the ids to write: those that are written, those of new items, those that would change."""
        layout, old = self.parsed.layout, self.parsed.briefing
        raws = (*layout.actors, *layout.quotes, *layout.images, *layout.sections)
        here = {item.id: item for item in items(old)}
        there = {item.id: item for item in items(self.new)}
        known = {raw.id for raw in raws if raw.id in there}
        added = {name for name, item in there.items() if name not in here and isinstance(item, Quote | Image)}
        touched = {name for name, item in there.items() if here.get(name) != item}
        return explicit_ids(self.new, {name for name in known | added if name}, touched)

    def front(self) -> None:
        """Rewrite the keys of the front matter that differ, and the title."""
        front, layout, edits = self.parsed.front, self.parsed.layout, self.edits
        old, new = dict(front_matter_lines(self.parsed.briefing)), dict(front_matter_lines(self.new))
        title = self.new.title
        if title != self.parsed.briefing.title and layout.title:
            edits.replace(*layout.title, [heading_line(1, title)] if title else [])
            if not front.entry("title"):
                old.pop("title", None)
                new.pop("title", None)
        if not front.is_present:
            if old != new:
                edits.insert(0, ["---", *(line for lines in new.values() for line in lines), "---", ""])
            return
        after = 1
        for key in (*new, *(key for key in old if key not in new)):
            entry = front.entry(key)
            if key not in new:
                if entry:
                    edits.gone.update(range(entry.start, entry.end))
            elif entry:
                if old.get(key) != new[key]:
                    edits.replace(entry.start, entry.end, new[key])
                after = entry.end
            elif old.get(key) != new[key]:
                edits.insert(after, new[key])

    def points(self, render: Callable[[Point], list[str]]) -> None:
        """Rewrite, insert and remove bullets; a changed one keeps its place."""
        old, new, raws = self.parsed.briefing.summary, self.new.summary, self.parsed.layout.points
        known = [replace(point, origin="edited") for point in old]
        wanted = [replace(point, origin="edited") for point in new]
        at = self.start("Summary")
        before = False
        for tag, i1, i2, j1, j2 in SequenceMatcher(None, known, wanted, autojunk=False).get_opcodes():
            if tag == "equal":
                at, before = raws[i2 - 1].lines[1], True
                continue
            same = min(i2 - i1, j2 - j1)
            for offset in range(same):
                raw = raws[i1 + offset]
                self.edits.replace(*raw.lines, self.like(raw, render(new[j1 + offset])))
                at, before = raw.lines[1], True
            for raw in raws[i1 + same : i2]:
                self.edits.remove(*raw.lines)
            lines: list[str] = [line for point in new[j1 + same : j2] for line in render(point)]
            if not lines:
                continue
            if at is None:
                self.region("Summary", lines)
            elif before:
                self.edits.insert(at, self.like(raws[-1], lines))
            else:
                self.first(at, lines, is_tight=bool(raws))

    def like(self, raw: RawItem, lines: list[str]) -> list[str]:
        """Give bullets the sign that the user gave to the others."""
        sign = self.parsed.lines[raw.lines[0]].lstrip()[:1]
        return [sign + line[1:] if sign in "*+" else line for line in lines]

    def first(self, at: int, lines: list[str], is_tight: bool = False) -> None:
        """Insert an item as the first of a part."""
        while self.edits.is_blank(at) and at < len(self.edits.lines) and is_tight:
            at += 1
        if is_tight:
            self.edits.insert(at, lines)
        else:
            self.edits.insert_apart(at, lines)

    def start(self, region: str) -> int | None:
        """Return the line below a part's heading, None if the file lacks the part."""
        spans = self.parsed.layout.regions.get(region)
        if not spans:
            return None
        at = spans[0][0] + 1
        is_underlined = not self.parsed.lines[spans[0][0]].lstrip().startswith("#")
        return at + is_underlined

    def region(self, name: str, lines: list[str]) -> None:
        """Insert a part that the file lacks, before those that follow it."""
        regions = self.parsed.layout.regions
        later = [regions[one][0][0] for one in PARTS[PARTS.index(name) + 1 :] if one in regions]
        end = self.parsed.layout.built[0] if self.parsed.layout.built else len(self.edits.lines)
        self.edits.insert_apart(min(later, default=end), [f"## {name}", "", *lines])

    def listed(
        self,
        region: str,
        old: Sequence[Item],
        new: Sequence[Item],
        raws: Sequence[RawItem],
        render: Callable[[Item, bool], Pieces],
        explicit: Explicit,
    ) -> None:
        """Rewrite, insert and remove actors, quotes or images."""
        at = self.start(region)
        fresh: list[str] = []
        for tag, i1, i2, j1, j2 in _matched(old, new):
            if tag == "equal":
                for was, now, raw in zip(old[i1:i2], new[j1:j2], raws[i1:i2], strict=True):
                    if was != now or (now.id in explicit) != (raw.id is not None):
                        self.pieces(raw, render(was, raw.id is not None), render(now, now.id in explicit))
                at = raws[i2 - 1].lines[1]
                continue
            for raw in raws[i1:i2]:
                self.edits.remove(*raw.lines)
            for item in new[j1:j2]:
                lines: list[str] = item_lines(render(item, item.id in explicit))
                if at is None:
                    fresh += [*([""] if fresh else []), *lines]
                else:
                    self.edits.insert_apart(at, lines)
        if fresh:
            self.region(region, fresh)

    def pieces(self, raw: RawItem, old: Pieces, new: Pieces) -> None:
        """Rewrite the pieces of one item that differ."""
        at = raw.lines[0]
        for name in ("name", "kind", "also", "parts", "attribution", "image", "caption", "credit", "heading", "comment"):
            here = raw.pieces.get(name)
            if old.get(name) != new.get(name):
                if here and name in new:
                    self.edits.replace(*here, new[name])
                elif here:
                    self.edits.gone.update(range(*here))
                elif name in new:
                    is_apart = name not in ("comment", "heading") and self.edits.lines and at == raw.lines[0] + 1
                    self.edits.insert(at, ["", *new[name]] if is_apart or name == "attribution" else new[name])
            if here:
                at = here[1]

    def sections(self, explicit: Explicit) -> None:
        """Rewrite, insert and remove sections; a changed one is rewritten block by block."""
        old, new, raws = self.parsed.briefing.sections, self.new.sections, self.parsed.layout.sections
        at = self.start("Article")
        fresh: list[str] = []
        for tag, i1, i2, j1, j2 in _matched(old, new):
            if tag == "equal":
                for was, now, raw in zip(old[i1:i2], new[j1:j2], raws[i1:i2], strict=True):
                    heads = section_pieces(was, raw.id is not None), section_pieces(now, now.id in explicit)
                    if "heading" in raw.pieces and heads[0] != heads[1]:
                        self.pieces(raw, *heads)
                    if was.paragraphs != now.paragraphs:
                        self.prose(raw, was, now)
                at = raws[i2 - 1].lines[1]
                continue
            for raw in raws[i1:i2]:
                self.edits.remove(*raw.lines)
            for section in new[j1:j2]:
                lines = section_lines(section, section.id in explicit)
                if at is None:
                    fresh += [*([""] if fresh else []), *lines]
                else:
                    self.edits.insert_apart(at, lines)
        if fresh:
            self.region("Article", fresh)

    def prose(self, raw: RawSection, was: Section, now: Section) -> None:
        """Rewrite the blocks of a section between the first that differs and the last."""
        blocks, old, new = raw.blocks, was.paragraphs, now.paragraphs
        first = start = 0
        while first < len(blocks) and old[start : start + blocks[first][2]] == new[start : start + blocks[first][2]]:
            start += blocks[first][2]
            first += 1
        last, end = len(blocks), 0
        while last > first:
            count = blocks[last - 1][2]
            here = old[len(old) - end - count : len(old) - end]
            if len(new) - end - count < start or new[len(new) - end - count : len(new) - end] != here:
                break
            end += count
            last -= 1
        lines = prose_lines(new[start : len(new) - end])
        if first < last:
            if lines:
                self.edits.replace(blocks[first][0], blocks[last - 1][1], lines)
            else:
                self.edits.remove(blocks[first][0], blocks[last - 1][1])
        elif lines:
            heads = [piece[1] for piece in raw.pieces.values()]
            self.edits.insert_apart(blocks[first - 1][1] if first else max(heads, default=raw.lines[0]), lines)

    def built(self) -> None:
        """Rewrite the comment with the hashes of the last build."""
        old, new = self.parsed.briefing.built, self.new.built
        if old == new:
            return
        lines, at = write_built(new), self.parsed.layout.built
        if at and lines:
            self.edits.replace(*at, lines)
        elif at:
            self.edits.remove(*at)
        else:
            self.edits.insert_apart(len(self.edits.lines), lines)

    # -- second try: whole parts

    def regions(self) -> None:
        """Rewrite whole parts that differ; the others keep their bytes."""
        self.front()
        self.built()
        old = dict(region_items(self.parsed.briefing, explicit_ids(self.parsed.briefing)))
        new = dict(region_items(self.new, explicit_ids(self.new)))
        regions = self.parsed.layout.regions
        for name in PARTS:
            if old.get(name) == new.get(name):
                continue
            if name not in regions:
                self.region(name, new.get(name, []))
                continue
            at = self.start(name)
            end = min(
                (span[0] for spans in regions.values() for span in spans if span[0] > regions[name][0][0]), default=self.end()
            )
            if at is not None:
                lines = new.get(name, [])
                self.edits.replace(at, max(at, end), ["", *lines, ""] if lines else [""])

    def end(self) -> int:
        """Return the line at which the last part ends."""
        return self.parsed.layout.built[0] if self.parsed.layout.built else len(self.edits.lines)
