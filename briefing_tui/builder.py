"""A source becomes a briefing: read, analysed, its items named and linked. What was not found is left out, and it says so."""

from dataclasses import dataclass
from pathlib import Path

from msgspec.structs import replace

from briefing_tui.contentfile.ids import wanted
from briefing_tui.contentfile.slugs import Ids, slug
from briefing_tui.model import Actor, Briefing, Document, Image, Point, Quote, Section
from briefing_tui.sources import read_source

KNOWN_LANGUAGES = frozenset({"en"})
"""The languages whose speakers, actors and points the rules can find."""

_LONGEST_NAME = 8
"""Words of a person's name."""


@dataclass(frozen=True, slots=True)
class Reason:
    """What a line of the source was taken for."""

    line: int
    taken_for: str
    text: str


@dataclass(frozen=True, slots=True)
class Built:
    """A briefing, the document it came from, what each line was taken for, and what a person should know about the result."""

    briefing: Briefing
    document: Document
    reasons: tuple[Reason, ...] = ()
    notes: tuple[str, ...] = ()


def build(source: Path | bytes, name: str | None = None, kind: str | None = None, id: str | None = None) -> Built:  # noqa: A002
    """Build a briefing from a file or from bytes.

    `name` is what the briefing calls its source, `kind` the source's (told from the bytes if None), `id` the briefing's (a slug
    of its title if None). Raises `sources.SourceError` where there is no article, and OSError.
    """
    return assemble(read_source(source, name, kind), id)


def assemble(document: Document, id: str | None = None) -> Built:  # noqa: A002
    """Analyse a document and put its briefing together."""
    language, notes = _language(document)
    document = replace(document, language=language)
    quotes, actors, points = _analysed(document) if _is_known(language) else ((), (), ())
    briefing = Briefing(
        id=id or slug(document.title or "")[:80].strip("-") or slug(Path(document.source.name).stem) or "briefing",
        title=document.title,
        kicker=document.kicker,
        lead=document.lead,
        dateline=document.dateline,
        publisher=document.publisher,
        authors=document.authors,
        editors=document.editors,
        published=document.published,
        modified=document.modified,
        language=language,
        source=document.source,
        summary=points,
        actors=actors,
        quotes=quotes,
        images=document.images,
        sections=document.sections,
    )
    return Built(_finished(briefing), document, reasons(document), notes)


def _finished(briefing: Briefing) -> Briefing:
    """The briefing in its normal form, with the memory of how it was built."""
    from briefing_tui.contentfile.fingerprint import point_id
    from briefing_tui.contentfile.merge import remembered
    from briefing_tui.contentfile.normal import normalised

    named = _with_ids(briefing)
    extracted = tuple((point_id(point.text), "0") for point in named.summary)
    normal = normalised(replace(named, built=extracted))
    return replace(normal, built=remembered(normal))


def _is_known(language: str | None) -> bool:
    return language is not None and language.split("-")[0] in KNOWN_LANGUAGES


def _language(document: Document) -> tuple[str | None, tuple[str, ...]]:
    """The article's language, told from its words rather than from what it declares; and what to say where it is not known."""
    from briefing_tui.analysis.language import language_of

    told = language_of(paragraph.text for section in document.sections for paragraph in section.paragraphs)
    declared = document.language
    language = declared if declared and (told is None or declared.split("-")[0].lower() == told) else told
    if _is_known(language):
        return language, ()
    called = f"the language '{language}'" if language else "an unknown language"
    return language, (f"{called}: the structure was built; quotes, actors and points are left out",)


def _analysed(document: Document) -> tuple[tuple[Quote, ...], tuple[Actor, ...], tuple[Point, ...]]:
    from briefing_tui.analysis.actors import find_actors, rank_names
    from briefing_tui.analysis.names import find_names
    from briefing_tui.analysis.quotes import find_quotes
    from briefing_tui.analysis.summary import summarise

    names = find_names(document)
    quotes = tuple(
        Quote(
            id=f"q-{number}",
            parts=tuple(part.text for part in found.parts),
            kind=found.kind,
            speaker_name=found.speaker_name,
            speaker_text=found.speaker_text,
            verb=found.verb,
            inferred=found.inferred,
            section=found.parts[0].section,
        )
        for number, found in enumerate(find_quotes(document, names))
    )
    actors = find_actors(document, quotes, rank_names(document, quotes, names))
    return _linked(quotes, actors), actors, summarise(document, actors)


def _key(name: str) -> str:
    return name.removeprefix("the ").removeprefix("The ").casefold()


def _titled(name: str, people: dict[str, list[Actor]]) -> Actor | None:
    """The person whose whole name stands behind titles that nobody knows ('Air Marshall Ana Reis'); `people` by their names."""
    words = name.split(" ")
    named = [
        actor
        for at in range(max(1, len(words) - _LONGEST_NAME), len(words) - 1)
        for actor in people.get(" ".join(words[at:]), ())
    ]
    return named[0] if len(named) == 1 else None


def _linked(quotes: tuple[Quote, ...], actors: tuple[Actor, ...]) -> tuple[Quote, ...]:
    """Quotes with the ids of the actors who speak; a name that two actors share links to neither."""
    owners: dict[str, Actor | None] = {}
    for actor in actors:
        for alias in {_key(alias) for alias in actor.aliases}:
            owners[alias] = None if alias in owners else actor
    owners |= {_key(actor.name): actor for actor in reversed(actors)}
    people: dict[str, list[Actor]] = {}
    for actor in actors:
        if actor.kind == "person":
            people.setdefault(actor.name, []).append(actor)

    def linked(quote: Quote) -> Quote:
        actor = (owners.get(_key(quote.speaker_name)) or _titled(quote.speaker_name, people)) if quote.speaker_name else None
        return replace(quote, speaker=actor.id, speaker_name=actor.name) if actor else quote

    return tuple(map(linked, quotes))


def _with_ids(briefing: Briefing) -> Briefing:
    """Ids as a content file gives them by default, so that it need not write them down; links go along."""
    ids = Ids()
    if any(section.heading is None for section in briefing.sections):
        ids.claim_lead()

    def named(items: tuple[Actor, ...] | tuple[Section, ...] | tuple[Quote, ...] | tuple[Image, ...]) -> dict[str, str]:
        return {
            item.id: "lead" if isinstance(item, Section) and item.heading is None else ids.default(wanted(item)) for item in items
        }

    actors, sections = named(briefing.actors), named(briefing.sections)
    quotes, images = named(briefing.quotes), named(briefing.images)
    return replace(
        briefing,
        actors=tuple(replace(actor, id=actors[actor.id]) for actor in briefing.actors),
        sections=tuple(replace(section, id=sections[section.id]) for section in briefing.sections),
        quotes=tuple(
            replace(
                quote,
                id=quotes[quote.id],
                speaker=actors.get(quote.speaker or ""),
                section=sections.get(quote.section or ""),
            )
            for quote in briefing.quotes
        ),
        images=tuple(replace(image, id=images[image.id], section=sections.get(image.section or "")) for image in briefing.images),
        summary=tuple(
            replace(point, sections=tuple(sections[name] for name in point.sections if name in sections))
            for point in briefing.summary
        ),
    )


def reasons(document: Document) -> tuple[Reason, ...]:
    """What each line of the source was taken for, in its order: kept ones with their kind, dropped ones with the reason."""
    found = [Reason(dropped.line, f"dropped: {dropped.why}", dropped.text) for dropped in document.dropped]
    for section in document.sections:
        first = document.lines.get((section.id, 0), 0)
        if section.heading is not None:
            found.append(Reason(first, "heading", section.heading))
        for index, paragraph in enumerate(section.paragraphs):
            found.append(Reason(document.lines.get((section.id, index), first), paragraph.kind, paragraph.text))
    for image in document.images:
        line = document.lines.get((image.section or "", max(image.after or 0, 0)), 0)
        found += [Reason(line, what, said) for what, said in (("caption", image.caption), ("credit", image.credit)) if said]
    head = (("title", document.title), ("kicker", document.kicker), ("lead", document.lead), ("published", document.published))
    names = [("author", name) for name in document.authors] + [("editor", name) for name in document.editors]
    told = [Reason(0, what, said) for what, said in (*head, *names) if said]
    return tuple(told + sorted(found, key=lambda reason: reason.line))
