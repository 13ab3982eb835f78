"""Read the five parts of a content file into raw items, block by block."""

import re
from collections.abc import Sequence

from briefing_tui.contentfile.detect import PARTS, part_named
from briefing_tui.contentfile.read.item_blocks import read_actor_lines, read_images, read_points, read_quotes
from briefing_tui.contentfile.read.item_lines import read_comment
from briefing_tui.contentfile.read.raw_items import Layout, Lines, RawActor, RawItem, RawSection
from briefing_tui.markdown.blocks import MarkdownBlock, blocks
from briefing_tui.markdown.inline import plain
from briefing_tui.markdown.paragraphs import MOST_LINES, Env, Heading, collect_references, heading, read_block
from briefing_tui.model.briefing import LEAD, Problem

MOST_PROBLEMS = 10_000
"""The most problems that are reported one by one."""
_HEADING = re.compile(r" {0,3}(?:#{1,6}(?:\s|$)|(?:-+|=+)[ \t]*$)")
_BUILT = re.compile(r"<!--\s*built:", re.IGNORECASE)


class Regions:
    """A reader of the lines below the front matter.

    It makes a layout of raw items, and collects problems.
    """

    def __init__(self, lines: Sequence[str], start: int, has_front: bool) -> None:
        self.lines, self.start, self.has_front = lines, start, has_front
        self.layout = Layout(end=len(lines))
        self.problems: list[Problem] = []
        self.env: Env = {}
        self.built = ""
        self.title: str | None = None
        self.region: str | None = None
        self.item: RawItem | None = None
        self.found: list[str] = []
        self.reported: set[str] = set()

    def report(self, line: int, what: str, do: str) -> None:
        """Add a problem at a line, counted from 0.

        Those past the bound are reported as one.
        """
        if len(self.problems) < MOST_PROBLEMS:
            self.problems.append(Problem(line + 1, what, do))
        elif len(self.problems) == MOST_PROBLEMS:
            self.problems.append(Problem(line + 1, "and more problems below", "correct those above first"))

    def read(self) -> Layout:
        """Read every block; never raises."""
        found = list(blocks(self.lines, self.start, len(self.lines)))
        for block in found:
            if block.kind == "other":
                collect_references(block, self.lines, self.env)
        if not any(self.names_region(block) for block in found):
            self.region = "Article"
            if self.has_front and found:
                self.report(found[0].start, "no heading `## Article`: the whole text is read as the article", "put one above it")
            self.has_front = False
        for block in found:
            self.block(block)
        if self.has_front and "Article" not in self.found:
            self.report(max(len(self.lines) - 1, 0), "no heading `## Article`", "add it, with the article's text below it")
        for region in self.layout.regions.values():
            region[-1] = (region[-1][0], max(region[-1]))
        return self.layout

    def names_region(self, block: MarkdownBlock) -> bool:
        """Say whether a block holds the heading of one of the five parts."""
        if block.kind == "heading":
            made = heading(self.lines[block.start], block.start)
            return made.level == 2 and part_named(plain(made.source)) is not None
        if block.kind == "other":
            return self.may_hold_headings(block) and any(
                isinstance(made, Heading) and made.level == 2 and part_named(plain(made.source))
                for made in read_block(block, self.lines, self.env)
            )
        return False

    def block(self, block: MarkdownBlock) -> None:
        """Read a block as content of the current part."""
        if block.kind == "other" and block.end - block.start > MOST_LINES:
            what = f"a block of more than {MOST_LINES:,} lines is shown as written"
            self.report(block.start, what, "split it with headings or blank lines")
        if block.kind == "comment":
            self.comment(block)
        elif block.kind == "heading":
            self.heading(heading(self.lines[block.start], block.start), (block.start, block.end))
        elif self.region == "Article":
            self.article(block)
        elif block.kind == "other" and self.holds_headings(block):
            pass
        elif self.region == "Summary":
            self.layout.points += read_points(block, self.lines, self.env)
        elif self.region == "Key actors":
            if isinstance(self.item, RawActor):
                read_actor_lines(self.item, block, self.lines, self.report)
            else:
                self.stray(block.start)
        elif self.region == "Quotes":
            self.quotes(block)
        elif self.region == "Images":
            self.images(block)
        else:
            self.stray(block.start)
        self.grow(block.end)

    def grow(self, end: int) -> None:
        """Extend the current part to a line."""
        if self.region in self.layout.regions:
            spans = self.layout.regions[self.region]
            spans[-1] = (spans[-1][0], end)

    def stray(self, line: int) -> None:
        """Report text outside the five parts, once for each unknown heading."""
        key = f"{self.region}"
        if key not in self.reported:
            self.reported.add(key)
            self.report(
                line, "this text belongs to no part of the briefing and is not shown", "move it below `## Article`, or remove it"
            )

    def may_hold_headings(self, block: MarkdownBlock) -> bool:
        """Say whether a line of the block looks like an indented or underlined heading."""
        return any(_HEADING.match(self.lines[at]) for at in range(block.start, block.end))

    def holds_headings(self, block: MarkdownBlock) -> bool:
        """Read a block with underlined or indented headings.

        Returns False, without reading, if it has none.
        """
        if not self.may_hold_headings(block):
            return False
        made = list(read_block(block, self.lines, self.env))
        headings = [one for one in made if isinstance(one, Heading)]
        for at, one in enumerate(headings):
            until = headings[at + 1].line if at + 1 < len(headings) else block.end
            if at == 0 and one.line > block.start:
                for rest in blocks(self.lines, block.start, one.line):
                    self.block(rest)
            self.heading(one, (one.line, one.end))
            for rest in blocks(self.lines, one.end, until):
                self.block(rest)
        return bool(headings)

    def heading(self, made: Heading, lines: Lines) -> None:
        """Start a part, an actor or a section."""
        words = plain(made.source)
        if made.level == 1 and self.title is None and not self.found and not self.layout.sections:
            self.title, self.layout.title = words, lines
            return
        known = part_named(words) if made.level == 2 else None
        if known:
            self.enter(known, lines)
        elif self.region == "Article":
            self.section(made, words, lines)
        elif self.region == "Key actors" and made.level > 2:
            self.item = actor = RawActor(lines, {"name": lines}, name=words)
            if words:
                self.layout.actors.append(actor)
            else:
                self.report(lines[0], "an actor without a name", "write the name behind `###`")
        elif made.level < 3:
            self.region, self.item = words, None
            do = f"the parts are {', '.join(PARTS)}; sections of the article are `###` headings below `## Article`"
            self.report(lines[0], f"unknown heading “{words}”: the text below it is not shown", do)
        else:
            self.report(lines[0], f"the heading “{words}” has no meaning under {self.region or 'no part'}", "remove it")

    def enter(self, name: str, lines: Lines) -> None:
        """Start one of the five parts."""
        self.item = None
        if name in self.found:
            self.report(lines[0], f"`## {name}` is here a second time", "put all of it below the first one")
        elif self.found and PARTS.index(name) < max(map(PARTS.index, self.found)):
            self.report(lines[0], f"`## {name}` is out of order", f"the order is {', '.join(PARTS)}")
        self.found.append(name)
        self.region = name
        self.layout.regions.setdefault(name, []).append(lines)

    def section(self, made: Heading, words: str, lines: Lines) -> None:
        """Start a section of the article."""
        level = made.level
        if not self.has_front:
            level = max(3, level + 1) if level > 1 else 3
        elif level < 3:
            self.report(
                lines[0], f"“{words}” is a heading of level {level}, read as a section of the article", f"write `### {words}`"
            )
        level = min(6, max(3, level))
        sections = self.layout.sections
        if words.lower() == LEAD.lower() and level == 3 and _may_be_lead(sections):
            if not sections:
                sections.append(RawSection(lines))
            sections[0].pieces["heading"] = lines
            self.item = sections[0]
            return
        self.item = section = RawSection(lines, {"heading": lines}, heading=words, level=level)
        sections.append(section)

    def comment(self, block: MarkdownBlock) -> None:
        """Read the id and paragraph index of an item.

        The comment may hold the hashes of the last build instead.
        """
        source = "\n".join(self.lines[block.start : block.end])
        if _BUILT.match(source):
            self.built, self.layout.built = source, (block.start, block.end)
            return
        read = read_comment(source)
        if read is None:
            return
        if self.item is None or (isinstance(self.item, RawSection) and self.item.paragraphs):
            self.report(block.start, "an id that follows no item", "put it on the line after the item")
            return
        self.item.id, self.item.after = read[0] or self.item.id, read[1] if read[1] is not None else self.item.after
        self.item.extend("comment", (block.start, block.end))

    def article(self, block: MarkdownBlock) -> None:
        """Read paragraphs and headings of the article."""
        for made in read_block(block, self.lines, self.env):
            if isinstance(made, Heading):
                end = made.end
                if made.level == 1 and self.title is None and not self.layout.sections and not self.found:
                    self.title, self.layout.title = plain(made.source), (made.line, end)
                elif made.level == 2 and part_named(plain(made.source)):
                    self.heading(made, (made.line, end))
                else:
                    self.section(made, plain(made.source), (made.line, end))
                continue
            if not isinstance(self.item, RawSection):
                if not self.layout.sections:
                    self.layout.sections.append(RawSection((block.start, block.start)))
                self.item = self.layout.sections[-1]
            section = self.item
            if section.blocks and section.blocks[-1][0] == block.start:
                section.blocks[-1] = (block.start, block.end, section.blocks[-1][2] + 1)
            else:
                section.blocks.append((block.start, block.end, 1))
            section.paragraphs.append(made)
            section.lines = (section.lines[0], block.end)

    def quotes(self, block: MarkdownBlock) -> None:
        """Read quotes and attributions."""
        for quote in read_quotes(block, self.lines, self.env, self.item, self.report):
            self.item = quote
            self.layout.quotes.append(quote)

    def images(self, block: MarkdownBlock) -> None:
        """Read images and the lines below them."""
        for image in read_images(block, self.lines, self.item, self.report):
            self.item = image
            self.layout.images.append(image)


def _may_be_lead(sections: Sequence[RawSection]) -> bool:
    """Say whether the next heading is the article's first."""
    return not sections or (len(sections) == 1 and sections[0].heading is None and "heading" not in sections[0].pieces)
