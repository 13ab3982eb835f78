"""Items of a briefing → the lines of their pieces, by the names that the reader gives those pieces."""

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
    """What links are labelled with: the actors' names and the sections' headings, by id."""

    actors: Mapping[str, str]
    sections: Mapping[str, str]

    def updated(self, newer: "LinkLabels") -> "LinkLabels":
        """These labels, with newer ones in their place."""
        return LinkLabels({**self.actors, **newer.actors}, {**self.sections, **newer.sections})


def link_labels(briefing: Briefing) -> LinkLabels:
    """The labels of a briefing's links."""
    sections = {section.id: section.heading or LEAD for section in briefing.sections}
    return LinkLabels({actor.id: actor.name for actor in briefing.actors}, sections)


def point_pieces(point: Point, known: LinkLabels) -> Pieces:
    """A bullet with the sections that it rests on."""
    links = ", ".join(_to(known.sections[name], name) for name in point.sections)
    return {"point": [f"- {escape_start(escape(point.text))} ({links})" if links else f"- {escape_start(escape(point.text))}"]}


def actor_pieces(actor: Actor, writes_id: bool) -> Pieces:
    """Heading, kind with roles, aliases, comment."""
    pieces: Pieces = {"name": [heading_line(3, actor.name)]}
    pieces["kind"] = [" · ".join((actor.kind, *(_undotted(escape(role)) for role in actor.roles)))]
    if actor.aliases:
        pieces["also"] = [f"Also: {', '.join(_uncut(escape(alias)) for alias in actor.aliases)}"]
    return pieces | _comment(actor.id, writes_id, None)


def quote_pieces(quote: Quote, known: LinkLabels, writes_id: bool) -> Pieces:
    """Block quote, attribution, comment."""
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
    """Image, caption, credit with section, comment."""
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
    """Heading and comment; its text is prose."""
    words = LEAD if section.heading is None else section.heading
    return {"heading": [heading_line(section.level, words)]} | _comment(section.id, writes_id, None)


def _comment(name: str, writes_id: bool, after: int | None) -> Pieces:
    said = [f"id: {name}"] if writes_id else []
    if after is not None:
        said.append(f"after: {after}")
    return {"comment": [f"<!-- {'; '.join(said)} -->"]} if said else {}


def _to(label: str, name: str) -> str:
    """A link to an item."""
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
    """Escaped text whose commas part nothing."""
    for blank in filter(str.isspace, set(source)):
        source = source.replace(f",{blank}", f"\\,{blank}")
    return f"{source[:-1]}\\," if source.endswith(",") else source


def _flagless(source: str) -> str:
    """Escaped text whose end is no flag of its quote. (What is too much for the parser is read as it stands, entities too.)"""
    return _FLAG.sub("&middot;", source) if is_parseable(source) else source


def _undotted(source: str) -> str:
    """Escaped text whose middle dots part nothing."""
    return re.sub(r"(?<!\S)·", "&middot;", source)


def _in_marks(parts: Sequence[str]) -> list[str]:
    """The parts in quotation marks, around all of them or, where that reads back as something else, around each."""
    whole = list(parts)
    whole[0] = f"“{whole[0]}"
    whole[-1] = f"{whole[-1]}”"
    return whole if strip_quotation_marks(whole) == list(parts) else [f"“{part}”" for part in parts]
