"""The normal form of a briefing: what a content file can hold.

Reading a file that was written gives exactly the normal form. Texts are one line (but for code and tables), harmless, without
blanks at their ends or two in a row. Ids are words, each given once; the words before an article's first heading are the section
`lead`. Links lead to items that exist. A speaker who is an actor has the actor's name; if the article's words for a speaker are
unknown, they are the name. A list grows by one level at a time. Marks are as `inline.normal_marks` leaves them. A point is
`extracted` if the builder's list has it unchanged.
"""

import re
from collections.abc import Callable, Iterable, Iterator
from datetime import date
from typing import Any

from msgspec.structs import replace

from briefing_tui.contentfile.fingerprints import point_id
from briefing_tui.contentfile.ids import with_valid_ids
from briefing_tui.contentfile.read.front_matter_values import is_language
from briefing_tui.contentfile.read.item_lines import NOBODY
from briefing_tui.markdown.escaping import writable_marks
from briefing_tui.markdown.front_matter import entry_lines, read_front
from briefing_tui.markdown.inline import clean
from briefing_tui.markdown.paragraphs import code_text
from briefing_tui.markdown.tables import normal_table
from briefing_tui.model.briefing import (
    LEAD,
    Actor,
    ActorKind,
    ArticleKind,
    Briefing,
    Image,
    Paragraph,
    Point,
    Quote,
    Section,
    Source,
)
from briefing_tui.model.fields import FIELDS, KEYS
from briefing_tui.text.safety import harmless

_MOST_AFTER = 999_999_999
_LARGEST_NUMBER = 999_999_999


def normal_form(briefing: Briefing) -> Briefing:
    """Bring a briefing into normal form; one in normal form is not changed."""
    sections = tuple(_sections(briefing.sections))
    quotes = tuple(quote for quote in map(_quote_words, briefing.quotes) if quote.parts)
    actors = tuple(actor for actor in map(_actor, briefing.actors) if actor.name)
    renamed = with_valid_ids(replace(briefing, sections=sections, quotes=quotes, actors=actors))
    names = {actor.id: actor.name for actor in renamed.actors}
    known = {section.id for section in renamed.sections}
    built = tuple(dict(_built(briefing.built)).items())
    return Briefing(
        id=briefing.id,
        **{field.key: _NORMAL[field.type](getattr(briefing, field.key)) for field in FIELDS},
        summary=tuple(_points(renamed.summary, known, {name for name, _ in built})),
        actors=renamed.actors,
        quotes=tuple(_spoken(quote, names, known) for quote in renamed.quotes),
        images=tuple(_image(image, known) for image in renamed.images),
        sections=renamed.sections,
        extra=tuple(_extra(briefing.extra)),
        built=built,
    )


def _line(text: str | None) -> str | None:
    return clean(text or "") or None


def _lines(texts: Iterable[str]) -> tuple[str, ...]:
    return tuple(text for text in map(clean, texts) if text)


def _day(text: str | None) -> str | None:
    try:
        return date.fromisoformat(clean(text or "")).isoformat()
    except ValueError:
        return None


def _language(tag: str | None) -> str | None:
    written = _line(tag)
    return written if written and is_language(written) else None


def _article(kind: str) -> ArticleKind:
    return "digest" if kind == "digest" else "full"


def _source(source: Source | None) -> Source | None:
    if source is None:
        return None
    digest = source.sha256.lower()
    made = Source(clean(source.name), _line(source.url), digest if re.fullmatch(r"[0-9a-f]{64}", digest) else "")
    return made if made != Source("") else None


_NORMAL: dict[str, Callable[[Any], Any]] = {
    "text": _line,
    "list": _lines,
    "day": _day,
    "language": _language,
    "article": _article,
    "source": _source,
}
"""The normal form of a front-matter field's value, by the field's type."""


def _built(built: Iterable[tuple[str, str]]) -> Iterator[tuple[str, str]]:
    for name, digest in built:
        if re.fullmatch(r"[\w.-]+", clean(name)) and re.fullmatch(r"[0-9a-f]+", digest):
            yield clean(name), digest


def _extra(extra: Iterable[tuple[str, str]]) -> Iterator[tuple[str, str]]:
    """Yield the entries that are one key of YAML each."""
    seen: set[str] = set()
    for key, raw in extra:
        if key in KEYS or key in seen:
            continue
        front = read_front(["---", *entry_lines(key, raw), "---"])
        if (
            not front.problems
            and [(entry.key, entry.raw) for entry in front.entries] == [(key, raw)]
            and harmless(key + raw) == key + raw
        ):
            seen.add(key)
            yield key, raw


# -- items


def _points(points: Iterable[Point], known: set[str], built: set[str]) -> Iterator[Point]:
    for point in points:
        if text := clean(point.text):
            sections = tuple(name for name in point.sections if name in known)
            yield Point(text, sections, "extracted" if point_id(text) in built else "edited")


def _actor(actor: Actor) -> Actor:
    kind: ActorKind = "organization" if actor.kind == "organization" else "person"
    return Actor(actor.id, clean(actor.name), kind, _lines(actor.roles), _lines(actor.aliases))


def _quote_words(quote: Quote) -> Quote:
    return replace(quote, parts=_lines(quote.parts))


def _spoken(quote: Quote, names: dict[str, str], known: set[str]) -> Quote:
    speaker = quote.speaker if quote.speaker in names else None
    name = names[speaker] if speaker else _line(quote.speaker_name)
    if speaker is None and name == NOBODY:
        name = None
    text = _line(quote.speaker_text) or name
    return replace(
        quote,
        kind="partial" if quote.kind == "partial" else "direct",
        speaker=speaker,
        speaker_name=name,
        speaker_text=text if name or text != NOBODY else None,
        verb=_line(quote.verb),
        inferred=bool(quote.inferred),
        section=quote.section if quote.section in known else None,
        after=_after(quote.after),
    )


def _image(image: Image, known: set[str]) -> Image:
    return Image(
        image.id,
        _line(image.caption),
        _line(image.alt),
        _line(image.credit),
        _line(image.url),
        image.section if image.section in known else None,
        _after(image.after),
    )


def _after(after: int | None) -> int | None:
    return after if after is not None and abs(after) <= _MOST_AFTER else None


# -- the article


def _sections(sections: Iterable[Section]) -> Iterator[Section]:
    """Yield the sections; one without a heading is only the first, others join the section before."""
    made: list[Section] = []
    for section in sections:
        heading = None if section.heading is None else clean(section.heading)
        level = min(6, max(3, section.level))
        if not made and heading is not None and heading.lower() == LEAD.lower() and level == 3:
            heading = None
        if heading is None and made:
            made[-1] = replace(made[-1], paragraphs=tuple(_paragraphs((*made[-1].paragraphs, *section.paragraphs))))
        else:
            made.append(Section(section.id, heading, tuple(_paragraphs(section.paragraphs)), 3 if heading is None else level))
    yield from made


def _paragraphs(paragraphs: Iterable[Paragraph]) -> Iterator[Paragraph]:
    """Yield the paragraphs with valid depths, without empty ones except items and code."""
    depth = 0
    hollow: Paragraph | None = None
    for paragraph in paragraphs:
        made = _paragraph(paragraph, depth)
        if made is None:
            continue
        if hollow is not None:
            if made.kind == "paragraph" and made.depth == hollow.depth:
                made = replace(made, kind="item", number=hollow.number)
            else:
                yield hollow
            hollow = None
        depth = made.depth
        if made.kind == "item" and not made.text:
            hollow = made
        else:
            yield made
    if hollow is not None:
        yield hollow


def _paragraph(paragraph: Paragraph, open_depth: int) -> Paragraph | None:
    kind = paragraph.kind
    depth = min(max(paragraph.depth, 0), open_depth)
    if kind == "code":
        return Paragraph(code_text(harmless(paragraph.text)), "code", (), depth, None, clean(paragraph.info))
    if kind == "table":
        return normal_table(replace(paragraph, text=harmless(paragraph.text), depth=depth, number=None))
    text = clean(paragraph.text)
    marks = writable_marks(text, paragraph.marks)[1] if text == paragraph.text else ()
    if kind == "item":
        depth = min(max(paragraph.depth, 1), open_depth + 1)
        number = paragraph.number if paragraph.number is not None and 0 <= paragraph.number <= _LARGEST_NUMBER else None
        return Paragraph(text, "item", marks, depth, number)
    return Paragraph(text, kind, marks, depth) if text else None
