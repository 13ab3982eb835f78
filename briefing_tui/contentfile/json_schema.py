"""The JSON Schema of the JSON format.

It is made from the table of front-matter fields and typed definitions. `python -m briefing_tui.contentfile.json_schema >
schema/briefing-1.schema.json` writes the published file. Nothing that runs in the program imports this module.
"""

import json
import sys
from types import GenericAlias
from typing import Annotated, Any, Literal

import msgspec
from msgspec import Meta

from briefing_tui.model.fields import FIELDS_IN_JSON


def _object(name: str, description: str, /, **properties: Any) -> Any:
    """Define a JSON object: its name and description in the schema, and its properties' types; a pair is a type and a default."""
    fields = [(key, *kind) if isinstance(kind, tuple) else (key, kind) for key, kind in properties.items()]
    return msgspec.defstruct(name, fields, namespace={"__doc__": description})


def _list(kind: Any) -> Any:
    return GenericAlias(list, (kind,))


_DAY = Annotated[str, Meta(pattern=r"^\d{4}-\d\d-\d\d$")]
_COUNT = Annotated[int, Meta(ge=0)]

_PLACE = _object(
    "Place",
    'Where something stands: a section\'s or image\'s id, "title" or "lead"; a paragraph; code points, the end exclusive.',
    at=str,
    paragraph=_COUNT | None,
    start=_COUNT | None,
    end=_COUNT | None,
)
_SOURCE = _object(
    "Source",
    "The file that the briefing was made from.",
    name=str,
    url=str | None,
    sha256=Annotated[str, Meta(pattern=r"^([0-9a-f]{64})?$")],
)
_POINT = _object(
    "Point",
    "A point of the summary and the places that it rests on.",
    text=str,
    origin=Literal["extracted", "edited"],
    evidence=_list(_PLACE),
)
_ACTOR = _object(
    "Actor",
    "A person or an organisation, most important first.",
    id=str,
    name=str,
    kind=Literal["person", "organization"],
    roles=list[str],
    aliases=list[str],
    mentions=_list(_PLACE),
    quotes=list[str],
)
_PART = _object("Part", "A run of words of a quote, verbatim, without its quotation marks.", text=str, place=_PLACE | None)
_QUOTE = _object(
    "Quote",
    "An utterance, in article order.",
    id=str,
    kind=Literal["direct", "partial"],
    parts=Annotated[_list(_PART), Meta(min_length=1)],
    speaker=str | None,
    speaker_name=str | None,
    speaker_text=str | None,
    verb=str | None,
    inferred=bool,
    section=str | None,
)
_IMAGE = _object(
    "Image",
    "A picture; `after` is the paragraph that it follows, -1 before the first.",
    id=str,
    caption=str | None,
    alt=str | None,
    credit=str | None,
    url=str | None,
    section=str | None,
    after=int | None,
)
_PARAGRAPH = _object(
    "Paragraph",
    "A block of text as a reader sees it.",
    kind=Literal["paragraph", "item", "quote", "code", "table"],
    text=str,
)
_SECTION = _object(
    "Section",
    "A heading and its paragraphs; no heading for the words before the first.",
    id=str,
    heading=str | None,
    paragraphs=_list(_PARAGRAPH),
)
_PROBLEM = _object("Problem", "Something wrong in the content file.", line=Annotated[int, Meta(ge=1)], what=str, do=str)
_DROPPED = _object("Dropped", "A line of the source that was left out.", line=int, text=str, why=str)
_OMITTED = _object("Omitted", "Prose near the article that was left out of it.", line=int, text=str, reason=str)

_FIELD_TYPES: dict[str, Any] = {
    "text": str | None,
    "list": list[str],
    "day": _DAY | None,
    "language": str | None,
    "article": Literal["full", "digest"],
    "source": _SOURCE,
}

_BRIEFING = _object(
    "Briefing",
    "A briefing. `problems` comes from `show`, `dropped` and `omitted` from `build`.",
    format=Literal["briefing/1"],
    id=str,
    **{field.key: _FIELD_TYPES[field.type] for field in FIELDS_IN_JSON},
    summary=_list(_POINT),
    actors=_list(_ACTOR),
    quotes=_list(_QUOTE),
    images=_list(_IMAGE),
    sections=_list(_SECTION),
    problems=(_list(_PROBLEM), []),
    dropped=(_list(_DROPPED), []),
    omitted=(_list(_OMITTED), []),
)


def schema() -> dict[str, Any]:
    """Return the schema (JSON Schema, draft 2020-12) as a JSON document."""
    (top,), parts = msgspec.json.schema_components([_BRIEFING], ref_template="#/$defs/{name}")
    return {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "title": "Briefing, format briefing/1",
        **top,
        "$defs": dict(sorted(parts.items())),
    }


def schema_text() -> str:
    """Return the text of the published file."""
    return json.dumps(schema(), ensure_ascii=False, indent=2) + "\n"


if __name__ == "__main__":
    sys.stdout.write(schema_text())
