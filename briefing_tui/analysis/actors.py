"""Select the actors of an article: the people and organisations that it is most about."""

import math
from collections import Counter
from collections.abc import Mapping, Sequence
from typing import Protocol

from briefing_tui.analysis.language import NameRules, Texts, language_of_document
from briefing_tui.analysis.shared.names import Name, name_key, text_blocks
from briefing_tui.model.briefing import Actor
from briefing_tui.model.document import Document
from briefing_tui.text.slugs import Ids, slug

_MOST_ALIASES = 6
_SUBJECT = 0.5
_EARLY = (2.0, 1.0, 1.0)
"""The worth, in mentions, of being in the first, second and third text of the article."""
_OWN = 0.5
"""The weight of the publisher, which is named as who asked, and seldom as what the article is about."""


class Attributed(Protocol):
    """A quote as far as actors need one: its speaker."""

    @property
    def speaker_name(self) -> str | None:
        """The speaker's name; None for an unknown speaker."""


def find_names(document: Document) -> tuple[Name, ...]:
    """Return the people and organisations that the document names, in order of first mention.

    A document in a language without rules for names has none.
    """
    rules = _rules_of(document)
    return rules.find(document) if rules else ()


def _rules_of(document: Document) -> NameRules | None:
    language = language_of_document(document)
    return language.names if language else None


def find_actors(document: Document, quotes: Sequence[Attributed] = (), names: Sequence[Name] | None = None) -> tuple[Actor, ...]:
    """Return the people and organisations that the document names, most important first.

    Ids are slugs of the names, each used once.

    Args:
        document: The article.
        quotes: Its quotes; who speaks is more important.
        names: Names from `rank_names`; then the actors have their order, and are parallel to them.
    """
    rules = _rules_of(document)
    if rules is None:
        return ()
    ranked = rank_names(document, quotes) if names is None else names
    texts = {(block.at, block.paragraph): block.text for block in text_blocks(document)}
    ids = Ids()
    return tuple(
        Actor(
            ids.default(slug(name.name) or "actor"),
            name.name,
            name.kind,
            rules.find_roles(name, texts),
            name.aliases[:_MOST_ALIASES],
        )
        for name in ranked
    )


def rank_names(document: Document, quotes: Sequence[Attributed] = (), names: Sequence[Name] | None = None) -> tuple[Name, ...]:
    """Return the names of the document's actors, those first that it is most about.

    They are named often, widely and early, and speak. `names`, if `find_names` found them before, are not looked for again.
    """
    rules = _rules_of(document)
    if rules is None:
        return ()
    texts = {(block.at, block.paragraph): block.text for block in text_blocks(document)}
    order = {place: number for number, place in enumerate(texts)}
    spoken = Counter(name_key(quote.speaker_name) for quote in quotes if quote.speaker_name)
    found = rules.find(document) if names is None else names
    publisher = name_key(document.publisher or "")
    return tuple(
        sorted(found, key=lambda name: -_weight(name, texts, order, spoken, rules) * (_OWN if _is_own(name, publisher) else 1.0))
    )


def _is_own(name: Name, publisher: str) -> bool:
    """Return whether an organisation is the article's publisher: `told DW` in the Deutsche Welle's own words."""
    forms = {name_key(form) for form in (name.name, *name.aliases)}
    return name.kind == "organization" and any(publisher == form or publisher.startswith(form + " ") for form in forms)


def _weight(
    name: Name, texts: Texts, order: Mapping[tuple[str, int | None], int], spoken: Counter[str], rules: NameRules
) -> float:
    weight = 0.0
    numbers = set()
    for mention in name.mentions:
        place = (mention.place.at, mention.place.paragraph)
        numbers.add(order[place])
        weight += 1.0 + (_SUBJECT if rules.is_speaking(texts[place], mention) else 0.0)
    weight += sum(_EARLY[number] for number in numbers if number < len(_EARLY))
    weight += math.sqrt(len(numbers))
    quotes = sum(spoken[form] for form in {name_key(form) for form in (name.name, *name.aliases)})
    return weight + rules.speaking_weight * math.sqrt(quotes)
