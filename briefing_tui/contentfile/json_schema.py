"""The JSON Schema of the twin, made from typed definitions.

The published file is written by `python -m briefing_tui.contentfile.json_schema > schema/briefing-1.schema.json`. Nothing
that runs in the program imports this module.
"""

import json
import sys
from typing import Annotated, Any, Literal

import msgspec
from msgspec import Meta, Struct

Day = Annotated[str, Meta(pattern=r"^\d{4}-\d\d-\d\d$")]
Count = Annotated[int, Meta(ge=0)]


class Place(Struct):
    """Where something stands: a section's or image's id, "title" or "lead"; a paragraph; code points, the end exclusive."""

    at: str
    paragraph: Count | None
    start: Count | None
    end: Count | None


class Source(Struct):
    """The file that the briefing was made from."""

    name: str
    url: str | None
    sha256: Annotated[str, Meta(pattern=r"^([0-9a-f]{64})?$")]


class Point(Struct):
    """A point of the summary and the places that it rests on."""

    text: str
    origin: Literal["extracted", "edited"]
    evidence: list[Place]


class Actor(Struct):
    """A person or an organisation, most important first."""

    id: str
    name: str
    kind: Literal["person", "organization"]
    roles: list[str]
    aliases: list[str]
    mentions: list[Place]
    quotes: list[str]


class Part(Struct):
    """A run of words of a quote, verbatim, without its quotation marks."""

    text: str
    place: Place | None


class Quote(Struct):
    """An utterance, in article order."""

    id: str
    kind: Literal["direct", "partial"]
    parts: Annotated[list[Part], Meta(min_length=1)]
    speaker: str | None
    speaker_name: str | None
    speaker_text: str | None
    verb: str | None
    inferred: bool
    section: str | None


class Image(Struct):
    """A picture; `after` is the paragraph that it follows, -1 before the first."""

    id: str
    caption: str | None
    alt: str | None
    credit: str | None
    url: str | None
    section: str | None
    after: int | None


class Paragraph(Struct):
    """A block of text as a reader sees it."""

    kind: Literal["paragraph", "item", "quote", "code", "table"]
    text: str


class Section(Struct):
    """A heading and its paragraphs; no heading for the words before the first."""

    id: str
    heading: str | None
    paragraphs: list[Paragraph]


class Problem(Struct):
    """Something wrong in the content file."""

    line: Annotated[int, Meta(ge=1)]
    what: str
    do: str


class Dropped(Struct):
    """A line of the source that was left out."""

    line: int
    text: str
    why: str


class Briefing(Struct):
    """A briefing. `problems` comes from `show`, `dropped` from `build`."""

    format: Literal["briefing/1"]
    id: str
    article: Literal["full", "digest"]
    title: str | None
    kicker: str | None
    lead: str | None
    dateline: str | None
    publisher: str | None
    authors: list[str]
    editors: list[str]
    tags: list[str]
    published: Day | None
    modified: Day | None
    language: str | None
    source: Source
    summary: list[Point]
    actors: list[Actor]
    quotes: list[Quote]
    images: list[Image]
    sections: list[Section]
    problems: list[Problem] = []
    dropped: list[Dropped] = []


def schema() -> dict[str, Any]:
    """The schema as a JSON document."""
    (top,), parts = msgspec.json.schema_components([Briefing], ref_template="#/$defs/{name}")
    return {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "title": "Briefing, format briefing/1",
        **top,
        "$defs": dict(sorted(parts.items())),
    }


def schema_text() -> str:
    """The schema as it stands in the published file."""
    return json.dumps(schema(), ensure_ascii=False, indent=2) + "\n"


if __name__ == "__main__":
    sys.stdout.write(schema_text())
