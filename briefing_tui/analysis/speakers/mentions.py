"""The mentions of a sentence: noun phrases and pronouns that may be a person, a group or a document, and whom they stand for."""

from collections.abc import Sequence

from briefing_tui.analysis.grammar.clauses import clause_subject
from briefing_tui.analysis.grammar.phrases import Phrase
from briefing_tui.analysis.speakers.attribution import apposed_name, introduced_role
from briefing_tui.analysis.speakers.references import ASKED, EMBEDDED, INTRODUCED, OBJECT, OTHER, SPEAKER, SUBJECT, Cast
from briefing_tui.analysis.speakers.referents import Figure
from briefing_tui.analysis.speakers.speech_tags import Tag
from briefing_tui.languages import english_people as wp
from briefing_tui.languages import english_words as w

_POSSESSORS = {"his": "he", "her": "she", "their": "they", "its": "it"}
_OBJECTS = {"him": "he", "her": "she", "them": "they"}
_BEFORE_NAMES = wp.TITLES | w.CAPITAL_STOP
_SPEAKING_NOUNS = wp.PERSON_NOUNS | wp.GROUP_NOUNS | w.DOCUMENT_NOUNS


def read_sentence(cast: Cast, items: Sequence[Phrase], tags: Sequence[Tag]) -> dict[int, Figure]:
    """Tell the cast of the sentence's mentions, in order; the figures by index."""
    figures: dict[int, Figure] = {}
    speaking = {tag.subject for tag in tags}
    subject = clause_subject(items, 0, len(items))
    asked = own_question(items, tags)
    for index, item in enumerate(items):
        figure, bonus = None, 0.0
        if item.kind == "name":
            figure, bonus = _of_name(cast, items, index)
        elif item.kind == "noun":
            figure = _of_noun(cast, items, index, index in speaking)
        elif item.kind == "pronoun" and item.low in ("he", "she", "it", "they"):
            figure, bonus = cast.pronoun(item.low), SUBJECT
        elif item.kind == "object" and item.low in ("him", "her", "them"):
            figure = cast.pronoun(_OBJECTS[item.low])
        if figure is None:
            continue
        figures[index] = figure
        if index > asked:  # who is asked will answer, and what is asked is about others
            cast.mention(figure, SUBJECT if index == asked + 1 else ASKED)
            continue
        weight = _weight(items, index, index in speaking, index == subject)
        cast.mention(figure, max(weight, SUBJECT) if item.kind == "pronoun" else weight + bonus)
    return figures


def own_question(items: Sequence[Phrase], tags: Sequence[Tag]) -> int:
    """The index of the verb with which the article's author asks: `I asked her about the mayor`; behind the sentence if none."""
    for tag in tags:
        if items[tag.verb].lemma == "ask" and tag.subject >= 0 and items[tag.subject].low in ("i", "we"):
            return tag.verb
    return len(items)


def _weight(items: Sequence[Phrase], index: int, speaks: bool, is_subject: bool) -> float:
    """How much in the foreground a mention stands."""
    if speaks:
        return SPEAKER
    if is_subject:
        return EMBEDDED if index and items[index - 1].kind == "subordinator" else SUBJECT
    if index and items[index - 1].kind == "preposition" and items[index - 1].low != "with":
        return OBJECT
    if index + 1 < len(items) and items[index + 1].kind in ("auxiliary", "verb"):
        return EMBEDDED
    return OTHER


def _of_name(cast: Cast, items: Sequence[Phrase], index: int) -> tuple[Figure, float]:
    item = items[index]
    figure = (cast.owned(item.owner, item.name) if item.owner else None) or cast.named(item.name, item.title)
    role = introduced_role(items, index)
    if role is None:
        return figure, 0.0
    figure.is_called(role.text.lower().split())
    return figure, INTRODUCED


def _of_noun(cast: Cast, items: Sequence[Phrase], index: int, speaks: bool) -> Figure | None:
    item = items[index]
    if item.owner:
        owner_of(cast, item)
    if item.head in w.DETERMINERS and not item.plural:
        return None
    if not speaks and index and (items[index - 1].low in w.BEING or items[index - 1].low == "as"):
        return None
    if not (speaks or item.plural or item.head in _SPEAKING_NOUNS):
        return None
    apposed = apposed_name(items, index) if item.head in wp.ROLE_NOUNS else None
    if apposed is not None:
        figure = cast.named(apposed.name, item.title)
        figure.is_called(item.text.lower().split())
        return figure
    if item.low == "the":
        known = cast.role(item) or cast.body(item)
    else:
        known = cast.office(item) if item.owner and item.head in wp.ROLE_NOUNS else None
    return known or cast.nominal(item, "")


def owner_of(cast: Cast, item: Phrase) -> Figure | None:
    """Whose the thing is that a phrase with a possessive names."""
    if not item.owner:
        return None
    if item.low in _POSSESSORS and item.owner.lower() == item.low:
        return cast.pronoun(_POSSESSORS[item.low])
    name = item.owner.rstrip("'’").removesuffix("'s").removesuffix("’s")
    words = [word for word in name.split() if word[:1].isupper()]
    while words and words[0].lower().rstrip(".") in _BEFORE_NAMES:
        words.pop(0)
    if words:
        figure = cast.named(" ".join(words))
        cast.mention(figure, OTHER)
        return figure
    last = name.split()[-1].lower() if name.split() else ""
    if last in wp.PERSON_NOUNS or last in wp.GROUP_NOUNS:
        return cast.nominal(Phrase("noun", item.start, item.end, name, item.low, last), name)
    return cast.pronoun(_POSSESSORS[item.low]) if item.low in _POSSESSORS else None
