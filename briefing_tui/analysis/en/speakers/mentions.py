"""Add the mentions of a sentence to the article's referents, in order."""

from collections.abc import Sequence

from briefing_tui.analysis.en.grammar.clauses import find_clause_subject
from briefing_tui.analysis.en.grammar.phrases import Phrase
from briefing_tui.analysis.en.speakers.appositions import find_age, find_apposed_name, find_introduced_role, is_role
from briefing_tui.analysis.en.speakers.references import (
    ASKED,
    EMBEDDED,
    INTRODUCED,
    OBJECT,
    OTHER,
    SPEAKER,
    SUBJECT,
    ReferentTracker,
)
from briefing_tui.analysis.en.speakers.referents import Referent
from briefing_tui.analysis.en.speakers.speech_tags import SpeechTag
from briefing_tui.languages import english_people as people
from briefing_tui.languages import english_words as lexicon
from briefing_tui.languages.english_names import OCCUPATIONS, RELATIVES

_POSSESSORS = {"his": "he", "her": "she", "their": "they", "its": "it"}
_OBJECTS = {"him": "he", "her": "she", "them": "they"}
_BEFORE_NAMES = people.TITLES | lexicon.CAPITAL_STOP
_PERSONAL = RELATIVES | OCCUPATIONS
_SPEAKING_NOUNS = people.PERSON_NOUNS | people.GROUP_NOUNS | lexicon.DOCUMENT_NOUNS


def read_sentence(tracker: ReferentTracker, items: Sequence[Phrase], tags: Sequence[SpeechTag]) -> dict[int, Referent]:
    """Add the mentions of a sentence, and return the referents by index."""
    referents: dict[int, Referent] = {}
    speaking = {tag.subject for tag in tags}
    subject = find_clause_subject(items, 0, len(items))
    asked = find_own_question(items, tags)
    for index, item in enumerate(items):
        referent, bonus = None, 0.0
        if item.kind == "name":
            referent, bonus = _of_name(tracker, items, index)
        elif item.kind == "noun":
            referent = _of_noun(tracker, items, index, index in speaking)
        elif item.kind == "pronoun" and item.low in ("he", "she", "it", "they"):
            referent, bonus = tracker.find_by_pronoun(item.low), SUBJECT
        elif item.kind == "object" and item.low in ("him", "her", "them"):
            referent = tracker.find_by_pronoun(_OBJECTS[item.low])
        if referent is None:
            continue
        referents[index] = referent
        if index > asked:  # who is asked will answer, and what is asked is about others
            tracker.add_mention(referent, SUBJECT if index == asked + 1 else ASKED)
            continue
        weight = _weight(items, index, index in speaking, index == subject)
        tracker.add_mention(referent, max(weight, SUBJECT) if item.kind == "pronoun" else weight + bonus)
    return referents


def find_own_question(items: Sequence[Phrase], tags: Sequence[SpeechTag]) -> int:
    """Return the index of the verb with which the article's author asks.

    An example is `I asked her about the mayor`. Without one the index is that behind the sentence.
    """
    for tag in tags:
        if items[tag.verb].lemma == "ask" and tag.subject >= 0 and items[tag.subject].low in ("i", "we"):
            return tag.verb
    return len(items)


def _weight(items: Sequence[Phrase], index: int, speaks: bool, is_subject: bool) -> float:
    """Return how much in the foreground a mention is."""
    if speaks:
        return SPEAKER
    if is_subject:
        return EMBEDDED if index and items[index - 1].kind == "subordinator" else SUBJECT
    if index and items[index - 1].kind == "preposition" and items[index - 1].low != "with":
        return OBJECT
    if index + 1 < len(items) and items[index + 1].kind in ("auxiliary", "verb"):
        return EMBEDDED
    return OTHER


def _of_name(tracker: ReferentTracker, items: Sequence[Phrase], index: int) -> tuple[Referent, float]:
    item = items[index]
    referent = (tracker.find_owned(item.owner, item.name) if item.owner else None) or tracker.find_named(item.name, item.title)
    if age := find_age(items, index) or _age_in_title(item):
        referent.roles.add(age)
        referent.person = True
    role = find_introduced_role(items, index)
    if role is None:
        return referent, 0.0
    referent.add_role(role.text.lower().split())
    return referent, INTRODUCED


def _age_in_title(item: Phrase) -> str:
    """Return the age before a name, as others call it: `the 78-year-old Jane Doe`; "" without one."""
    return next((word for word in item.title.split() if word.endswith("-year-old")), "")


def _of_noun(tracker: ReferentTracker, items: Sequence[Phrase], index: int, speaks: bool) -> Referent | None:
    item = items[index]
    if item.owner:
        find_owner(tracker, item)
    if item.head in lexicon.DETERMINERS and not item.plural:
        return None
    if not speaks and index and (items[index - 1].low in lexicon.BEING or items[index - 1].low == "as"):
        if index > 1 and items[index - 2].kind == "name" and item.low in ("a", "an", "the") and is_role(item):
            tracker.find_named(items[index - 2].name, items[index - 2].title).add_role(item.text.lower().split())
        return None
    if not (speaks or item.plural or item.head in _SPEAKING_NOUNS):
        return None
    apposed = find_apposed_name(items, index) if item.head in people.ROLE_NOUNS else None
    if apposed is not None:
        referent = tracker.find_named(apposed.name, item.title)
        referent.add_role(item.text.lower().split())
        return referent
    if item.low in _POSSESSORS and item.head in _PERSONAL:
        known = tracker.find_by_role(item)
    elif item.low == "the":
        known = tracker.find_by_role(item) or tracker.find_by_kind(item) or tracker.find_by_sort(item)
    else:
        known = tracker.find_by_office(item) if item.owner and item.head in people.ROLE_NOUNS else None
    return known or tracker.find_or_add_nominal(item, "")


def find_owner(tracker: ReferentTracker, item: Phrase) -> Referent | None:
    """Return the referent of a phrase's possessor; None without one."""
    if not item.owner:
        return None
    if item.low in _POSSESSORS and item.owner.lower() == item.low:
        return tracker.find_by_pronoun(_POSSESSORS[item.low])
    name = item.owner.rstrip("'’").removesuffix("'s").removesuffix("’s")
    words = [word for word in name.split() if word[:1].isupper()]
    while words and words[0].lower().rstrip(".") in _BEFORE_NAMES:
        words.pop(0)
    if words:
        referent = tracker.find_named(" ".join(words))
        tracker.add_mention(referent, OTHER)
        return referent
    last = name.split()[-1].lower() if name.split() else ""
    if last in people.PERSON_NOUNS or last in people.GROUP_NOUNS:
        return tracker.find_or_add_nominal(Phrase("noun", item.start, item.end, name, item.low, last), name)
    return tracker.find_by_pronoun(_POSSESSORS[item.low]) if item.low in _POSSESSORS else None
