"""The JSON format of a briefing, `briefing/1`.

Its schema is `schema/briefing-1.schema.json`.
"""

import json
from collections.abc import Callable, Sequence
from typing import Any

from briefing_tui.anchoring.anchors import Placements, locate
from briefing_tui.model.briefing import Actor, Briefing, Image, Place, Problem, Quote, Section, Source
from briefing_tui.model.fields import FIELDS_IN_JSON

FORMAT = "briefing/1"

Json = dict[str, Any]


def to_dict(briefing: Briefing, problems: Sequence[Problem] | None = ()) -> Json:
    """Return a briefing as the published JSON has it, with every place found.

    Without `problems` (None) the key is left out.
    """
    evidence = locate(briefing)
    made: Json = {
        "format": FORMAT,
        "id": briefing.id,
        **{field.key: _JSON[field.type](getattr(briefing, field.key)) for field in FIELDS_IN_JSON},
        "summary": [
            {"text": point.text, "origin": point.origin, "evidence": [_place(place) for place in places]}
            for point, places in zip(briefing.summary, evidence.points, strict=True)
        ],
        "actors": [_actor(actor, briefing, evidence) for actor in briefing.actors],
        "quotes": [_quote(quote, evidence) for quote in briefing.quotes],
        "images": [_image(image) for image in briefing.images],
        "sections": [_section(section) for section in briefing.sections],
    }
    if problems is not None:
        made["problems"] = [{"line": problem.line, "what": problem.what, "do": problem.do} for problem in problems]
    return made


def to_json(briefing: Briefing, problems: Sequence[Problem] | None = ()) -> str:
    """Return `to_dict` as indented text, its keys always in the same order."""
    return json.dumps(to_dict(briefing, problems), ensure_ascii=False, indent=2)


def _source(source: Source | None) -> Json:
    known = source or Source("")
    return {"name": known.name, "url": known.url, "sha256": known.sha256}


def _same(value: str | None) -> str | None:
    return value


_JSON: dict[str, Callable[[Any], Any]] = {
    "text": _same,
    "list": list,
    "day": _same,
    "language": _same,
    "article": _same,
    "source": _source,
}
"""The JSON of a front-matter field's value, by the field's type."""


def _place(place: Place) -> Json:
    return {"at": place.at, "paragraph": place.paragraph, "start": place.start, "end": place.end}


def _actor(actor: Actor, briefing: Briefing, evidence: Placements) -> Json:
    return {
        "id": actor.id,
        "name": actor.name,
        "kind": actor.kind,
        "roles": list(actor.roles),
        "aliases": list(actor.aliases),
        "mentions": [_place(place) for place in evidence.mentions.get(actor.id, ())],
        "quotes": [quote.id for quote in briefing.quotes if quote.speaker == actor.id],
    }


def _quote(quote: Quote, evidence: Placements) -> Json:
    places = evidence.quotes[quote.id]
    return {
        "id": quote.id,
        "kind": quote.kind,
        "parts": [
            {"text": text, "place": _place(place) if place else None} for text, place in zip(quote.parts, places, strict=True)
        ],
        "speaker": quote.speaker,
        "speaker_name": quote.speaker_name,
        "speaker_text": quote.speaker_text,
        "verb": quote.verb,
        "inferred": quote.inferred,
        "section": quote.section,
    }


def _image(image: Image) -> Json:
    return {
        "id": image.id,
        "caption": image.caption,
        "alt": image.alt,
        "credit": image.credit,
        "url": image.url,
        "section": image.section,
        "after": image.after,
    }


def _section(section: Section) -> Json:
    paragraphs = [{"kind": paragraph.kind, "text": paragraph.text} for paragraph in section.paragraphs]
    return {"id": section.id, "heading": section.heading, "paragraphs": paragraphs}
