"""Write items of a briefing as lines, by the names of their pieces.

The reader uses the same names for the pieces.
"""

import re
from collections.abc import Mapping, Sequence

from msgspec import Struct

from briefing_tui.contentfile.read.item_lines import FLAGS, NOBODY, strip_quotation_marks
from briefing_tui.markdown.escaping import escape, escape_start, link_target, link_title
from briefing_tui.markdown.inline import is_parseable
from briefing_tui.markdown.prose import heading_line
from briefing_tui.model.briefing import LEAD, Actor, Briefing, Image, Point, Quote, Section

Pieces = dict[str, list[str]]
_FLAG = re.compile(rf"(?<!\S)·(?=\s*(?:{'|'.join(FLAGS)})\s*(?:·|$))", re.IGNORECASE)


class LinkLabels(Struct, frozen=True):
    """The labels of links by id: actors' names and sections' headings."""

    actors: Mapping[str, str]
    sections: Mapping[str, str]

    def updated(self, newer: "LinkLabels") -> "LinkLabels":
        """Return these labels, replaced by newer ones where there are any."""
        return LinkLabels({**self.actors, **newer.actors}, {**self.sections, **newer.sections})


def link_labels(briefing: Briefing) -> LinkLabels:
    """Return the labels of a briefing's links."""
    sections = {section.id: section.heading or LEAD for section in briefing.sections}
    return LinkLabels({actor.id: actor.name for actor in briefing.actors}, sections)


def point_pieces(point: Point, known: LinkLabels) -> Pieces:
    """Write a bullet, with links to the sections that it rests on."""
    links = ", ".join(_to(known.sections[name], name) for name in point.sections)
    return {"point": [f"- {escape_start(escape(point.text))} ({links})" if links else f"- {escape_start(escape(point.text))}"]}


def actor_pieces(actor: Actor, writes_id: bool) -> Pieces:
    """Write an actor's heading, kind with roles, aliases and comment."""
    pieces: Pieces = {"name": [heading_line(3, actor.name)]}
    pieces["kind"] = [" · ".join((actor.kind, *(_undotted(escape(role)) for role in actor.roles)))]
    if actor.aliases:
        pieces["also"] = [f"Also: {', '.join(_uncut(escape(alias)) for alias in actor.aliases)}"]
    return pieces | _comment(actor.id, writes_id, None)


def quote_pieces(quote: Quote, known: LinkLabels, writes_id: bool) -> Pieces:
    """Write a quote's block quote, attribution and comment."""
    parts = _in_marks(quote.parts)
    lines = [line for part in parts for line in (f"> {escape_start(escape(part, brackets=False))}", ">")][:-1]
    elements = [_speaker(quote, known)]
    if quote.verb:
        elements.append(_undotted(_uncut(escape(quote.verb))))
    if quote.section:
        elements.append(_to(known.sections[quote.section], quote.section))
    flags = (" · partial" if quote.kind == "partial" else "") + (" · inferred" if quote.inferred else "")
    return {"parts": lines, "attribution": [f"— {', '.join(elements)}{flags}"]} | _comment(quote.id, writes_id, quote.after)


def image_pieces(image: Image, known: LinkLabels, writes_id: bool) -> Pieces:
    """Write an image, its caption, credit with section, and comment."""
    pieces: Pieces = {"image": [f"![{escape(image.alt or '')}]({link_target(image.url or '')})"]}
    if image.caption:
        pieces["caption"] = [escape_start(escape(image.caption))]
    last = [f"*{escape(image.credit)}*"] if image.credit else []
    if image.section:
        last.append(_to(known.sections[image.section], image.section))
    if last:
        pieces["credit"] = [", ".join(last)]
    return pieces | _comment(image.id, writes_id, image.after)


def section_pieces(section: Section, writes_id: bool) -> Pieces:
    """Write a section's heading and comment; its text is written as prose."""
    words = LEAD if section.heading is None else section.heading
    return {"heading": [heading_line(section.level, words)]} | _comment(section.id, writes_id, None)


def _comment(name: str, writes_id: bool, after: int | None) -> Pieces:
    said = [f"id: {name}"] if writes_id else []
    if after is not None:
        said.append(f"after: {after}")
    return {"comment": [f"<!-- {'; '.join(said)} -->"]} if said else {}


def _to(label: str, name: str) -> str:
    """Write a link to an item."""
    return f"[{escape(label)}](#{name})"


def _speaker(quote: Quote, known: LinkLabels) -> str:
    own = quote.speaker_text
    if quote.speaker:
        name = known.actors[quote.speaker]
        return f"[{escape(name)}](#{quote.speaker}{f' {link_title(own)}' if own and own != name else ''})"
    name = quote.speaker_name or NOBODY
    if own and own != name:
        return f"[{escape(name)}](# {link_title(own)})"
    return _flagless(_uncut(escape(name)))


def _uncut(source: str) -> str:
    """Escape the commas of escaped text, so that they separate nothing."""
    for blank in filter(str.isspace, set(source)):
        source = source.replace(f",{blank}", f"\\,{blank}")
    return f"{source[:-1]}\\," if source.endswith(",") else source


def _flagless(source: str) -> str:
    """Escape a middle dot before a flag's word, so that it is no flag of the quote.

    Text that is too long for the parser is read as it is, entities included, so it is left alone.
    """
    return _FLAG.sub("&middot;", source) if is_parseable(source) else source


def _undotted(source: str) -> str:
    """Escape the middle dots of escaped text, so that they separate nothing."""
    return re.sub(r"(?<!\S)·", "&middot;", source)


def _in_marks(parts: Sequence[str]) -> list[str]:
    """Put quotation marks around all parts, or around each if that would not read back."""
    whole = list(parts)
    whole[0] = f"“{whole[0]}"
    whole[-1] = f"{whole[-1]}”"
    return whole if strip_quotation_marks(whole) == list(parts) else [f"“{part}”" for part in parts]
