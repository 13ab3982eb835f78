"""Build a briefing from a source: read it, analyse it, name and link its items.

What is not found is left out, and a note says so.
"""

from collections.abc import Callable, Iterator, Sequence
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from msgspec import Struct
from msgspec.structs import replace

from briefing_tui.model.briefing import Actor, Briefing, Point, Quote, Section
from briefing_tui.model.document import Document, LineCorrection, Origin, SourceLine
from briefing_tui.model.fields import FIELDS, values_of
from briefing_tui.sources import NoArticle, SourceError, read_source
from briefing_tui.sources.line_corrections import correction_of
from briefing_tui.sources.omitted import find_omitted_prose, say_omitted
from briefing_tui.text.slugs import slug

if TYPE_CHECKING:
    from briefing_tui.contentfile.rebuild.merge import Merged

__all__ = [
    "Built",
    "NoArticle",
    "ReportProgress",
    "SourceError",
    "assemble",
    "build",
    "correction_of",
    "merge_rebuilt",
    "without_article",
]

ReportProgress = Callable[[str], None]
"""Reports progress, in a few words."""

_LONGEST_NAME = 8
"""The most words of a person's name."""


class Built(Struct, frozen=True):
    """A briefing as it was built.

    `document` is the document that it was made from, with the user's line corrections, and `as_read` that document before them.
    `notes` are messages for the user about the result, and `omitted` the lines with prose near the article that were left out.
    """

    briefing: Briefing
    document: Document
    as_read: Document
    notes: tuple[str, ...] = ()
    omitted: tuple[SourceLine, ...] = ()


def build(
    source: Path | bytes,
    name: str | None = None,
    kind: str | None = None,
    id: str | None = None,  # noqa: A002
    corrections: Sequence[LineCorrection] = (),
    report: ReportProgress | None = None,
    origin: Origin | None = None,
) -> Built:
    """Build a briefing from a file or from bytes.

    Args:
        source: the article.
        name: what the briefing calls its source; the file's name if None.
        kind: the kind of source; detected if None.
        id: the briefing's id; a slug of its title if None.
        corrections: the user's classification of lines of the source.
        report: reports progress.
        origin: where the bytes were fetched from, if they were.

    Raises:
        SourceError: there is no article in the source, or it can't be read.
        OSError: the file can't be opened.
    """
    try:
        as_read = read_source(source, name, kind, report, origin)
    except NoArticle as error:
        if error.document is None or not corrections:
            raise
        as_read = error.document
    return assemble(as_read, id, corrections, report)


def without_article(
    as_read: Document,
    id: str,  # noqa: A002
    corrections: Sequence[LineCorrection],
    why: str,
) -> Built:
    """Return what a source without an article holds: its lines, with the user's corrections.

    `why` says why no article was found; it is the last of the notes.
    """
    from briefing_tui.sources.line_corrections import apply_line_corrections

    document, missed = apply_line_corrections(as_read, corrections)
    return Built(Briefing(id, title=document.title, source=document.source), document, as_read, (*missed, why))


def assemble(
    as_read: Document,
    id: str | None = None,  # noqa: A002
    corrections: Sequence[LineCorrection] = (),
    report: ReportProgress | None = None,
) -> Built:
    """Build a briefing from a document, with the user's line corrections applied.

    Raises:
        NoArticle: no text is left; it carries the document.
    """
    from briefing_tui.analysis.language import language_of_tag
    from briefing_tui.sources.line_corrections import apply_line_corrections

    report = report or _nobody
    document, missed = apply_line_corrections(as_read, corrections)
    if not any(section.paragraphs for section in document.sections):
        raise NoArticle("no paragraph is left of the article", as_read)
    language, notes = _language(document)
    document = replace(document, language=language)
    quotes, actors, points = _analysed(document, report) if language_of_tag(language) else ((), (), ())
    report("putting it together")
    briefing = Briefing(
        id=id or slug(document.title or "")[:80].strip("-") or slug(Path(document.source.name).stem) or "briefing",
        **values_of(document, (field for field in FIELDS if field.in_document)),
        summary=points,
        actors=actors,
        quotes=quotes,
        images=document.images,
        sections=document.sections,
    )
    omitted = find_omitted_prose(document.rows)
    return Built(_finished(briefing), document, as_read, (*missed, *as_read.notes, *say_omitted(omitted), *notes), omitted)


def merge_rebuilt(old: Briefing, new: Briefing) -> "Merged":
    """Merge a briefing that was just built into the one of its content file.

    Both are in normal form. See `contentfile.rebuild.merge.merge`.
    """
    from briefing_tui.contentfile.rebuild.merge import merge

    return merge(old, new, partial(_sentences, new.language))


def _sentences(language: str | None, sections: Sequence[Section]) -> Iterator[str]:
    from briefing_tui.analysis.language import language_of_tag
    from briefing_tui.analysis.points import sentences_of

    found = language_of_tag(language or "en")
    yield from (sentence.text for sentence in sentences_of(sections, found)) if found else ()


def _nobody(step: str) -> None:
    del step


def _finished(briefing: Briefing) -> Briefing:
    """Bring a briefing into normal form, with the hashes that later tell what a user changed."""
    from briefing_tui.contentfile.fingerprints import built_hashes, point_id
    from briefing_tui.contentfile.ids import with_default_ids
    from briefing_tui.contentfile.normal_form import normal_form

    named = with_default_ids(briefing)
    extracted = tuple((point_id(point.text), "0") for point in named.summary)
    normal = normal_form(replace(named, built=extracted))
    return replace(normal, built=built_hashes(normal))


def _language(document: Document) -> tuple[str | None, tuple[str, ...]]:
    """Return the article's language, and a note if something cannot be found in it.

    The language is detected from the words; the declared one counts if it agrees or if none is detected.
    """
    from briefing_tui.analysis.language import language_of_tag
    from briefing_tui.languages.detection import language_of

    detected = language_of(paragraph.text for section in document.sections for paragraph in section.paragraphs)
    declared = document.language
    language = declared if declared and (detected is None or declared.split("-")[0].lower() == detected) else detected
    rules = language_of_tag(language)
    if rules and not rules.missing:
        return language, ()
    called = f"the language '{language}'" if language else "an unknown language"
    built, missing = (
        ("quotes were found", rules.missing) if rules else ("the structure was built", ("quotes", "actors", "points"))
    )
    return language, (f"{called}: {built}; {_listed(missing)} are left out",)


def _listed(words: Sequence[str]) -> str:
    *first, last = words
    return f"{', '.join(first)} and {last}" if first else last


def _analysed(document: Document, report: ReportProgress) -> tuple[tuple[Quote, ...], tuple[Actor, ...], tuple[Point, ...]]:
    from briefing_tui.analysis.actors import find_actors, find_names, rank_names
    from briefing_tui.analysis.points import summarise
    from briefing_tui.analysis.quotes import find_quotes

    report("finding quotes")
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
            section=found.parts[0].section or None,
        )
        for number, found in enumerate(find_quotes(document, names))
    )
    report("finding actors")
    actors = find_actors(document, quotes, rank_names(document, quotes, names))
    report("summing up")
    return _linked(quotes, actors), actors, summarise(document, actors)


def _key(name: str) -> str:
    return name.removeprefix("the ").removeprefix("The ").casefold()


def _titled(name: str, people: dict[str, list[Actor]]) -> Actor | None:
    """Return the one person whose full name ends this name, after titles that are not known ("Air Marshall Ana Reis").

    `people` maps names to persons.
    """
    words = name.split(" ")
    named = [
        actor
        for at in range(max(1, len(words) - _LONGEST_NAME), len(words) - 1)
        for actor in people.get(" ".join(words[at:]), ())
    ]
    return named[0] if len(named) == 1 else None


def _linked(quotes: tuple[Quote, ...], actors: tuple[Actor, ...]) -> tuple[Quote, ...]:
    """Link quotes to the actors who speak them; a name that two actors share links to neither."""
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
