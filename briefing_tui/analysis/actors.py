"""The actors of an article: the people and organisations it names, those it is most about first, with their roles."""

import math
import re
from collections import Counter
from collections.abc import Sequence

from briefing_tui.analysis.actors_roles import find_roles
from briefing_tui.analysis.names import Mention, Name, blocks, find_names
from briefing_tui.analysis.words import SPEECH
from briefing_tui.model import Actor, Document, Quote

_ACTS = re.compile(r" (?:also |then |later |has |had |was |is |will |\w+ly )?([a-z]+(?:ed|s|d|t|n)?)\b")
_MOST_ALIASES = 6
_EARLY = (3.0, 1.0, 1.0)
"""What standing in the first, second and third text of the article is worth, in mentions."""
_ORGANIZATION = 1.2
"""An organisation stands more by its name and less as 'he' or 'she', so each of its mentions counts for more."""
_SLUG = re.compile(r"[^\w\- ]+")


def find_actors(document: Document, quotes: Sequence[Quote] = (), names: Sequence[Name] | None = None) -> tuple[Actor, ...]:
    """The people and organisations that the document names, most important first; `quotes` tells who speaks.

    `names` spares finding them again where the caller has them. Ids are slugs of the names, unique.
    """
    names = find_names(document) if names is None else names
    texts = {(block.at, block.paragraph): block.text for block in blocks(document)}
    order = {place: number for number, place in enumerate(texts)}
    spoken: Counter[str | None] = Counter(quote.speaker_name for quote in quotes if quote.speaker_name)
    weighed = sorted(names, key=lambda name: -_weight(name, texts, order, spoken))
    taken: set[str] = set()
    return tuple(_actor(name, texts, taken) for name in weighed)


def _weight(
    name: Name,
    texts: dict[tuple[str, int | None], str],
    order: dict[tuple[str, int | None], int],
    spoken: Counter[str | None],
) -> float:
    """How much the article is about a name: how often and how widely it stands, how early, as what, and whether it speaks."""
    weight = 0.0
    numbers = set()
    for mention in name.mentions:
        place = (mention.place.at, mention.place.paragraph)
        numbers.add(order[place])
        weight += 1.0 + (0.2 if _is_subject(texts[place], mention) else 0.0)
    weight += sum(_EARLY[number] for number in numbers if number < len(_EARLY))
    weight += math.sqrt(len(numbers))
    weight += 1.5 * math.sqrt(sum(spoken[form] for form in {name.name, *name.aliases}))
    return weight * (1.0 if name.kind == "person" else _ORGANIZATION)


def _is_subject(text: str, mention: Mention) -> bool:
    """Whether the mention begins a sentence or does what a verb after it says."""
    start, end = mention.place.start or 0, mention.place.end or 0
    if start == 0 or text[max(0, start - 2) : start].strip() in ("", ".", "”", '"'):
        return True
    verb = _ACTS.match(text, end)
    return verb is not None and verb.group(1) in SPEECH


def _actor(name: Name, texts: dict[tuple[str, int | None], str], taken: set[str]) -> Actor:
    return Actor(_id(name.name, taken), name.name, name.kind, find_roles(name, texts), name.aliases[:_MOST_ALIASES])


def _id(name: str, taken: set[str]) -> str:
    """The slug of a heading as forges make it, told apart by a number where another actor has it."""
    slug = _SLUG.sub("", name.lower()).strip().replace(" ", "-") or "actor"
    unique, number = slug, 1
    while unique in taken:
        unique, number = f"{slug}-{number}", number + 1
    taken.add(unique)
    return unique
