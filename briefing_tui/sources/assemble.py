"""Assemble classified lines into sections and pictures."""

from collections.abc import Iterable
from typing import NamedTuple

from msgspec import Struct
from msgspec.structs import replace

from briefing_tui.model.briefing import Image, Paragraph, Section
from briefing_tui.model.document import SourceLine
from briefing_tui.text.slugs import Ids, slug

LEVEL = 3
"""The level of a section's heading, unless it is below another one."""


class ClassifiedLine(Struct):
    """A classified line of a source, with the paragraph or the heading that it makes.

    `row` has neither section nor index of a paragraph yet; a heading's `row.of`, if set, is the id that its section keeps.
    """

    row: SourceLine
    paragraph: Paragraph | None = None
    heading: str = ""
    level: int = LEVEL


class Assembled(NamedTuple):
    """The parts of a Document that its classified lines make."""

    sections: tuple[Section, ...]
    images: tuple[Image, ...]
    rows: tuple[SourceLine, ...]


def assemble(items: Iterable[ClassifiedLine | Image], ids: Ids | None = None) -> Assembled:
    """Assemble classified lines into sections, pictures and rows.

    Args:
        items: the lines in the source's order; a picture is where it has its place among them.
        ids: hands out the ids of sections; a new set if None.
    """
    ids = ids or Ids()
    sections: list[Section] = []
    images: list[Image] = []
    rows: list[SourceLine] = []
    section, heading, level = "lead", "", LEVEL
    held: list[Paragraph] = []

    def close() -> None:
        if held or heading:
            sections.append(Section(section, heading or None, tuple(held), level))
            held.clear()

    for item in items:
        if isinstance(item, Image):
            images.append(replace(item, section=section, after=len(held) - 1))
        elif item.heading:
            close()
            section, heading, level = item.row.of or ids.default(slug(item.heading) or "section"), item.heading, item.level
            rows.append(replace(item.row, of=section))
        elif item.paragraph:
            rows.append(replace(item.row, of=section, index=len(held)))
            held.append(item.paragraph)
        else:
            rows.append(item.row)
    close()
    return Assembled(tuple(sections), _in_sections(images, sections), tuple(rows))


def _in_sections(images: list[Image], sections: list[Section]) -> tuple[Image, ...]:
    """Return the images, each in a section that exists.

    One above the first heading, where there are no words, comes before the first section's paragraphs.
    """
    known = {section.id for section in sections}
    first = sections[0].id if sections else None
    return tuple(image if image.section in known else replace(image, section=first, after=-1) for image in images)
