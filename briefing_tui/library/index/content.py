"""Make the rows of the index from a content file."""

import json
from collections.abc import Iterator, Mapping
from os import stat_result
from pathlib import Path

from msgspec import Struct

from briefing_tui.anchoring.anchors import locate_quotes, mentions, name_key
from briefing_tui.contentfile.detect import is_content_file
from briefing_tui.contentfile.read.file_input import UnreadableFile, decode_utf8, load_bytes
from briefing_tui.contentfile.read.parser import parse
from briefing_tui.library.index.schema import BREAK, MOST_ITEMS
from briefing_tui.model.briefing import Briefing, Place, Problem
from briefing_tui.model.identity import address_key
from briefing_tui.presentation.reading_time import minutes
from briefing_tui.presentation.speakers import named_speaker
from briefing_tui.text.safety import one_line
from briefing_tui.text.slugs import slug


class ContentRows(Struct, frozen=True):
    """The part of a content file that the index holds.

    `briefing` is None if the file can't be read. `body` is the article's text; `layout` says where its sections are: a list of
    [id, length of the heading or null, heading level, [length of each paragraph, …]], in characters.
    """

    id: str
    briefing: Briefing | None
    problem: Problem | None
    places: dict[str, tuple[Place | None, ...]] = {}
    mentions: dict[str, int] = {}
    body: str = ""
    layout: str = "[]"


def read_content(path: Path) -> ContentRows | None:
    """Read a file for the index; None if it is no content file. Raises nothing for what it holds."""
    name = one_line(path.stem)
    try:
        text, problems = decode_utf8(load_bytes(path))
    except UnreadableFile as error:
        return ContentRows(name, None, Problem(1, error.reason, "look at it with another program"))
    if not is_content_file(text):
        return None
    parsed = parse(text, name)
    briefing = parsed.briefing
    found = {actor: len(places) for actor, places in mentions(briefing).items()}
    problem = next(iter((*problems, *parsed.front.problems)), None)
    return ContentRows(name, briefing, problem, locate_quotes(briefing), found, *_text_of(briefing))


def _text_of(briefing: Briefing) -> tuple[str, str]:
    pieces: list[str] = []
    layout = []
    for section in briefing.sections:
        if section.heading is not None:
            pieces.append(section.heading)
        texts = [paragraph.text for paragraph in section.paragraphs]
        pieces += texts
        heading = None if section.heading is None else len(section.heading)
        layout.append([section.id, heading, section.level, list(map(len, texts))])
    return BREAK.join(pieces), json.dumps(layout, ensure_ascii=False, separators=(",", ":"))


def article_row(rows: ContentRows, file: str | bytes, status: stat_result) -> tuple[object, ...]:
    """Return the row of `articles`, without its number."""
    problem = (rows.problem.line, rows.problem.what, rows.problem.do) if rows.problem else (None, None, None)
    made = rows.briefing
    if made is None:
        return (rows.id, file, *[None] * 13, status.st_mtime, None, *problem, None)
    url = made.source.url if made.source else None
    front = (made.title, made.kicker, made.lead, made.publisher, made.published, made.language, _list(made.authors), url)
    counts = (minutes(made), len(made.quotes), len(made.actors), len(made.images))
    return (rows.id, file, *front, made.article, *counts, status.st_mtime, address_key(url or "") or None, *problem, rows.layout)


def quote_rows(rows: ContentRows, base: int, names: Mapping[str, int]) -> Iterator[tuple[object, ...]]:
    """Yield the rows of `quotes`.

    Args:
        rows: what is indexed of the article.
        base: the number of its first quote.
        names: numbers of names by their keys.
    """
    assert rows.briefing is not None
    sections = {section.id: at for at, section in enumerate(rows.briefing.sections)}
    actors = {actor.id: at for at, actor in enumerate(rows.briefing.actors)}
    for at, quote in enumerate(rows.briefing.quotes[:MOST_ITEMS]):
        found = rows.places.get(quote.id, ())
        places = [(sections.get(place.at), place.paragraph, place.start, place.end) if place else None for place in found]
        where = next(filter(None, places), (sections.get(quote.section or ""), None, None, None))
        several = _compact(places) if len(quote.parts) > 1 else None
        name = names.get(name_key(named_speaker(rows.briefing, quote) or ""))
        flags = (int(quote.kind == "partial"), int(quote.inferred))
        called = quote.speaker_text or (None if name else quote.speaker_name)
        about = (name, actors.get(quote.speaker or ""), called, quote.verb, *flags)
        yield (base + at, quote.id, *about, *where, BREAK.join(quote.parts), several)


def actor_rows(rows: ContentRows, base: int, names: Mapping[str, int], kinds: Mapping[str, str]) -> Iterator[tuple[object, ...]]:
    """Yield the rows of `actors`.

    An id or kind is left out if it follows from the name.

    Args:
        rows: what is indexed of the article.
        base: the number of its first actor.
        names: numbers of names by their keys.
        kinds: the kinds of actors with these names.
    """
    assert rows.briefing is not None
    for at, actor in enumerate(rows.briefing.actors[:MOST_ITEMS]):
        key = name_key(actor.name)
        own_id = None if actor.id == slug(actor.name) else actor.id
        kind = None if actor.kind == kinds[key] else actor.kind
        yield (base + at, own_id, names[key], kind, _list(actor.roles), _list(actor.aliases), rows.mentions.get(actor.id, 0))


def image_rows(rows: ContentRows, base: int) -> Iterator[tuple[object, ...]]:
    """Yield the rows of `images`; `base` is the number of the first."""
    assert rows.briefing is not None
    for at, image in enumerate(rows.briefing.images[:MOST_ITEMS]):
        yield (base + at, image.id, image.caption, image.alt, image.credit, image.section)


def named(briefing: Briefing) -> Iterator[tuple[str, str, str | None, int]]:
    """Yield every name of a briefing's actors and speakers once.

    Each has its key, the name, the actor's kind, and the number of quotes by it. Items that are too many for the index are not
    counted.
    """
    spoken: dict[str, int] = {}
    found: dict[str, tuple[str, str | None]] = {}
    for actor in briefing.actors[:MOST_ITEMS]:
        found.setdefault(name_key(actor.name), (actor.name, actor.kind))
    for quote in briefing.quotes[:MOST_ITEMS]:
        name = named_speaker(briefing, quote)
        if name and (key := name_key(name)):
            found.setdefault(key, (name, None))
            spoken[key] = spoken.get(key, 0) + 1
    for key, (name, kind) in found.items():
        yield key, name, kind, spoken.get(key, 0)


def _list(values: tuple[str, ...]) -> str | None:
    return _compact(values) if values else None


def _compact(value: object) -> str:
    return json.dumps(value, ensure_ascii=False, separators=(",", ":"))
