"""Locate quotes, names and summary points in a briefing's article.

Exact words are tried first, then words with quotation marks, dashes and white space folded. Places are found, not stored, so
that a file edited by hand stays valid. Nothing is ever placed at other words: what is not found has no place.
"""

import re
from collections.abc import Iterable, Iterator, Mapping
from functools import lru_cache
from itertools import chain

from msgspec import Struct, field

from briefing_tui.model.briefing import Actor, Briefing, Paragraph, Place, Point, Quote, Section
from briefing_tui.text.late_pattern import late_pattern

_ALIKE = {
    "'": "‘’‚‛′‹›ʼ`´",
    '"': "“”„‟″«»",
    "-": "‐‑‒–—―−",
    " ": "\t\u00a0\u2000\u2001\u2002\u2003\u2004\u2005\u2006\u2007\u2008\u2009\u200a\u202f\u205f\u3000",
}
"""The marks and spaces that count as a plain one."""
_FOLDED = str.maketrans({other: plain for plain, others in _ALIKE.items() for other in others})
_LETTERS = late_pattern(r"[^\W_ʼ]+")
_OPENING = "\"'“‘„‚«»›‹"


class Placements(Struct, frozen=True):
    """The places of a briefing's items in its article.

    `quotes` maps a quote's id to the place of each of its parts (None if it was not found), `mentions` an actor's id to the
    places that name the actor. `points` holds the places of each summary point, in order.
    """

    quotes: dict[str, tuple[Place | None, ...]] = field(default_factory=dict)
    mentions: dict[str, tuple[Place, ...]] = field(default_factory=dict)
    points: tuple[tuple[Place, ...], ...] = ()


def fold(text: str) -> str:
    """Replace quotation marks, dashes and spaces by plain ones; every code point keeps its offset."""
    return text if text.isascii() and "\t" not in text else text.translate(_FOLDED)


def alike(words: str) -> str:
    """Return a regular expression that finds some words in texts that are not folded.

    To fold a text takes longer than to search it. White space matches white space of any length.
    """
    patterns = {plain: f"[{re.escape(plain + others)}]" for plain, others in _ALIKE.items()}
    return r"\s+".join("".join(patterns.get(c, re.escape(c)) for c in word) for word in fold(words).split())


def name_key(name: str) -> str:
    """Return a name without case, kinds of marks and extra spaces, for comparing names."""
    return " ".join(fold(name).casefold().split())


def starts_of(words: str, text: str) -> Iterator[int]:
    """Yield every offset at which a text has exactly these words; they may overlap."""
    at = text.find(words) if words else -1
    while at >= 0:
        yield at
        at = text.find(words, at + 1)


def occurrences(words: str, text: str) -> Iterator[tuple[int, int]]:
    """Yield every range of `text` that holds `words`, as (start, end).

    If none is exact, ranges of the folded text count, with white space of any length between words.
    """
    if not words.strip():
        return
    found = False
    for at in starts_of(words, text):
        found = True
        yield at, at + len(words)
    if not found and _longest_word(words) in text:
        split, folded = fold(words).split(), fold(text)
        if "  " not in folded and "\n" not in folded:
            yield from _ranges(" ".join(split), folded)
        elif split[0] in folded and split[-1] in folded:
            for match in re.finditer(r"\s+".join(map(re.escape, split)), folded):
                yield match.span()


@lru_cache(maxsize=256)
def _longest_word(words: str) -> str:
    """Return the longest run of letters and digits in some words.

    Folding leaves it as it is, so a text without it can't hold the words.
    """
    return max(_LETTERS.findall(words[:1000]), key=len, default="")


def _ranges(words: str, text: str) -> Iterator[tuple[int, int]]:
    """Yield every range of a text with single spaces that holds the words, much faster than a pattern finds them."""
    at = text.find(words)
    while at >= 0:
        yield at, at + len(words)
        at = text.find(words, at + len(words))


def _whole_words(text: str, start: int, end: int) -> bool:
    before, after = text[start - 1 : start], text[end : end + 1]
    return not (before.isalnum() and text[start].isalnum()) and not (after.isalnum() and text[end - 1].isalnum())


def opens_quotation(paragraph: Paragraph, start: int) -> bool:
    """Return whether words that start there are quoted.

    They are within quotation marks, or in a block of quoted words.
    """
    return (start > 0 and paragraph.text[start - 1] in _OPENING) or paragraph.kind == "quote"


def _best(words: str, section: Section, frm: tuple[int, int]) -> tuple[int, int, int] | None:
    """Return the occurrence in a section that is most likely meant, as (paragraph, start, end).

    Preferred are those at or after `frm`, then those within quotation marks, then the first. Later paragraphs are searched
    first, so that finding an article's quotes in order is one pass through it.
    """
    here = min(frm[0], len(section.paragraphs))
    best: tuple[tuple[bool, bool, int], tuple[int, int, int]] | None = None
    for index in chain(range(here, len(section.paragraphs)), range(here)):
        if index < here and best and not best[0][0]:
            break
        paragraph = section.paragraphs[index]
        for start, end in occurrences(words, paragraph.text):
            if not _whole_words(paragraph.text, start, end):
                continue
            rank = ((index, start) < frm, not opens_quotation(paragraph, start), index)
            if best is None or rank < best[0]:
                best = (rank, (index, start, end))
            if not any(rank[:2]):
                return index, start, end
    return best[1] if best else None


def _quote_places(quote: Quote, sections: Iterable[Section], since: dict[str, tuple[int, int]]) -> tuple[Place | None, ...]:
    places: list[Place | None] = []
    home: str | None = None
    for part in quote.parts:
        place = None
        for section in sections:
            if home is not None and section.id != home:
                continue
            found = _best(part, section, since.get(section.id, (0, 0)))
            if found:
                place = Place(section.id, *found)
                home, since[section.id] = section.id, (found[0], found[2])
                break
        places.append(place)
    return tuple(places)


def _named(actors: Iterable[Actor]) -> dict[str, str]:
    """Map every name and alias to its actor's id, without names that two actors share."""
    owners: dict[str, set[str]] = {}
    for actor in actors:
        for name in (actor.name, *actor.aliases):
            if name.strip():
                owners.setdefault(fold(name), set()).add(actor.id)
    return {name: next(iter(ids)) for name, ids in owners.items() if len(ids) == 1}


_NO_SPACES = "\u2e80"
"""The first code point of scripts that do not separate words by spaces, or put particles right after a name."""


class _Names:
    """A search for names in a text.

    Names are whole words in scripts that separate words; the longest of those that start at one letter counts. A name in lower
    case may start with a capital, because it may start a sentence.
    """

    def __init__(self, owners: Mapping[str, str]) -> None:
        forms = [(name, False, owner) for name, owner in owners.items()]
        forms += [
            (name[0].upper() + name[1:], True, owner)
            for name, owner in owners.items()
            if name[0].islower() and len(name[0].upper()) == 1
        ]
        self._by_start: dict[str, list[tuple[str, str]]] = {}
        for form, _, owner in sorted(forms, key=lambda form: (-len(form[0]), form[1])):
            self._by_start.setdefault(form[0], []).append((form, owner))
        spaced, bare = ("".join(start for start in self._by_start if (start >= _NO_SPACES) == late) for late in (False, True))
        kinds = ((r"(?<!\w)", spaced), ("", bare))
        self._start = re.compile("|".join(f"{before}[{re.escape(starts)}]" for before, starts in kinds if starts))

    def within(self, text: str) -> Iterator[tuple[int, int, str]]:
        """Yield every range of the text that is a name, as (start, end, owner); ranges do not overlap."""
        end = 0
        for match in self._start.finditer(text):
            start = match.start()
            if start < end:
                continue
            for name, owner in self._by_start[match.group()]:
                if text.startswith(name, start) and (name[-1] >= _NO_SPACES or not _goes_on(text, start + len(name))):
                    end = start + len(name)
                    yield start, end, owner
                    break


def _goes_on(text: str, end: int) -> bool:
    """Say whether a word continues at this offset."""
    after = text[end : end + 1]
    return after.isalnum() or after == "_"


def find_names(actors: Iterable[Actor], texts: Iterable[str]) -> Iterator[tuple[int, int, int, str]]:
    """Find the actors' names in texts.

    Yields (index of the text, start, end, the actor's id) for every range that names an actor.
    """
    named = _named(actors)
    if not named:
        return
    names = _Names(named)
    for index, text in enumerate(texts):
        for start, end, actor in names.within(fold(text)):
            yield index, start, end, actor


def mentions(briefing: Briefing) -> dict[str, tuple[Place, ...]]:
    """Return the places that name each actor, by actor id.

    In a digest, whose words are not the article's, these are the sections that name or quote the actor.
    """
    named = _named(briefing.actors)
    places: dict[str, list[Place]] = {actor.id: [] for actor in briefing.actors}
    if not named:
        return {}
    names = _Names(named)
    digest = briefing.article == "digest"
    quoted = {(quote.section, quote.speaker) for quote in briefing.quotes} if digest else set()
    for section in briefing.sections:
        here = {actor for at, actor in quoted if at == section.id and actor in places}
        for index, paragraph in enumerate(section.paragraphs):
            for start, end, actor in names.within(fold(paragraph.text)):
                if digest:
                    here.add(actor)
                else:
                    places[actor].append(Place(section.id, index, start, end))
        for actor in here:
            if actor is not None:
                places[actor].append(Place(section.id))
    return {actor: tuple(found) for actor, found in places.items()}


def _point_places(point: Point, sections: dict[str, Section]) -> tuple[Place, ...]:
    places = []
    for name in point.sections:
        if section := sections.get(name):
            found = _best(point.text, section, (0, 0))
            places.append(Place(name, *found) if found else Place(name))
    return tuple(places)


def locate(briefing: Briefing) -> Placements:
    """Find every quote, mention and summary point of a briefing in its article."""
    by_id = {section.id: section for section in briefing.sections}
    points = tuple(_point_places(point, by_id) for point in briefing.summary)
    return Placements(locate_quotes(briefing), mentions(briefing), points)


def locate_quotes(briefing: Briefing) -> dict[str, tuple[Place | None, ...]]:
    """Find the parts of every quote, by the quote's id.

    None stands for a part that the article lacks.
    """
    by_id = {section.id: section for section in briefing.sections}
    quotes: dict[str, tuple[Place | None, ...]] = {}
    since: dict[str, tuple[int, int]] = {}
    for quote in briefing.quotes:
        first = by_id.get(quote.section or "")
        if briefing.article == "digest":
            quotes[quote.id] = tuple(Place(first.id) if first else None for _ in quote.parts)
            continue
        places = _quote_places(quote, [first], since) if first else ()
        if not any(places):
            places = _quote_places(quote, briefing.sections, since)
        if first and first.heading and not any(places) and all(fold(part) in fold(first.heading) for part in quote.parts):
            places = tuple(Place(first.id) for _ in quote.parts)
        if not first and not any(places):
            places = tuple(_place_above(briefing, part) for part in quote.parts)
        quotes[quote.id] = places
    return quotes


def _place_above(briefing: Briefing, words: str) -> Place | None:
    """Return where the lead or the title has the words of a quote."""
    for at, text in (("lead", briefing.lead), ("title", briefing.title)):
        found = next(iter(occurrences(words, text)), None) if text else None
        if found:
            return Place(at, None, *found)
    return None


def paragraph_at(briefing: Briefing, place: Place) -> Paragraph | None:
    """Return the paragraph at a place.

    None if the place names no paragraph, or one that does not exist.
    """
    for section in briefing.sections:
        if section.id == place.at and place.paragraph is not None and 0 <= place.paragraph < len(section.paragraphs):
            return section.paragraphs[place.paragraph]
    return None
