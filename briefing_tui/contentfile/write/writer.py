"""Write a briefing as a content file in canonical form.

Reading it back gives the briefing in normal form.
"""

from collections.abc import Iterator

from briefing_tui.contentfile.fingerprints import write_built
from briefing_tui.contentfile.ids import Explicit, explicit_ids
from briefing_tui.contentfile.normal_form import normal_form
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
from briefing_tui.markdown.prose import heading_line, prose_lines
from briefing_tui.model.briefing import Briefing, Section


def write(briefing: Briefing) -> str:
    """Write a whole content file.

    What the format can't hold is written in the form that `normal_form` gives it.
    """
    made = normal_form(briefing)
    lines = ["---", *(line for _, found in front_matter_lines(made) for line in found), "---"]
    if made.title:
        lines += ["", heading_line(1, made.title)]
    for heading, items in region_items(made, explicit_ids(made)):
        lines += ["", f"## {heading}"]
        if items:
            lines.append("")
        lines += items
    built = write_built(made.built)
    if built:
        lines += ["", *built]
    return "\n".join(lines) + "\n"


def region_items(briefing: Briefing, explicit: Explicit) -> Iterator[tuple[str, list[str]]]:
    """Yield heading and lines of every part with content, and always of the article."""
    known = link_labels(briefing)
    if briefing.summary:
        yield "Summary", [line for point in briefing.summary for line in point_pieces(point, known)["point"]]
    if briefing.actors:
        yield "Key actors", spaced([item_lines(actor_pieces(one, one.id in explicit)) for one in briefing.actors])
    if briefing.quotes:
        yield "Quotes", spaced([item_lines(quote_pieces(one, known, one.id in explicit)) for one in briefing.quotes])
    if briefing.images:
        yield "Images", spaced([item_lines(image_pieces(one, known, one.id in explicit)) for one in briefing.images])
    yield "Article", spaced([section_lines(one, one.id in explicit) for one in briefing.sections])


def item_lines(pieces: Pieces) -> list[str]:
    """Return an item's lines.

    Its first piece is followed by a blank line unless only a comment follows.
    """
    first, *rest = pieces
    gap = [""] if any(name != "comment" for name in rest) else []
    return [*pieces[first], *gap, *(line for name in rest for line in pieces[name])]


def section_lines(section: Section, writes_id: bool) -> list[str]:
    """Return a section's heading and text."""
    text = prose_lines(section.paragraphs)
    head = [line for piece in section_pieces(section, writes_id).values() for line in piece]
    return [*head, "", *text] if text else head


def spaced(items: list[list[str]]) -> list[str]:
    """Join items, with a blank line between them."""
    return [line for item in items for line in (*item, "")][:-1]
