"""Find the speech tags of a sentence.

A tag is a verb of speech with its subject, `according to …`, or a noun of speech with its owner. The subject is where English
puts it: before the verb, over adverbs, relative clauses and appositions; behind an inverted verb; at another verb if the two
share one ("laughed and said", "…, adding that").
"""

from collections.abc import Sequence

from msgspec import Struct

from briefing_tui.analysis.en.grammar.clauses import (
    DASHES,
    NOUNS,
    before_brackets,
    find_antecedent,
    find_clause_start,
    find_clause_subject,
    find_head,
    has_new_subject,
    is_passive,
    skip_group,
)
from briefing_tui.analysis.en.grammar.phrases import NOMINAL, Phrase
from briefing_tui.languages import english_people as people
from briefing_tui.languages import english_speech as speech
from briefing_tui.languages import english_words as lexicon

_SKIPPED = frozenset({"auxiliary", "adverb"})


class SpeechTag(Struct, frozen=True):
    """A speech tag, by indexes into its sentence.

    `verb` and `subject` are the indexes of both, `last` that behind the subject's words; `verb_text` is the verb as written
    ("said"), None for a noun of speech. `subject` is -1 for an unknown speaker. `owner` means that the speaker is the subject's
    possessor.
    """

    verb: int
    subject: int
    last: int
    verb_text: str | None
    owner: bool = False


def find_tags(items: Sequence[Phrase]) -> list[SpeechTag]:
    """Return the sentence's speech tags in order."""
    tags: list[SpeechTag] = []
    for index, item in enumerate(items):
        tag = None
        if item.kind == "verb":
            tag = _verb_tag(items, index, tags)
        elif item.kind == "preposition" and item.lemma in ("according", "per"):
            tag = _according_tag(items, index)
        elif item.kind == "noun" and item.head in speech.SPEECH_NOUNS:
            tag = _noun_tag(items, index)
        if tag is not None:
            tags.append(tag)
    return tags


def _according_tag(items: Sequence[Phrase], at: int) -> SpeechTag | None:
    if at + 1 < len(items) and items[at + 1].kind in NOUNS:
        return SpeechTag(at, at + 1, skip_group(items, at + 1), "according to")
    return None


def _noun_tag(items: Sequence[Phrase], at: int) -> SpeechTag | None:
    """Return the tag of a noun of speech: `her claim that …`, `a statement by the mayor`, `in the words of the mayor`."""
    words = items[at].head == "words" and at and items[at - 1].low == "in"
    if at + 2 < len(items) and items[at + 1].low in (("of",) if words else ("by", "from")) and items[at + 2].kind in NOUNS:
        return SpeechTag(at, at + 2, at + 3, None)
    return SpeechTag(at, at, at + 1, None, owner=True) if items[at].owner else None


def _verb_tag(items: Sequence[Phrase], verb: int, tags: Sequence[SpeechTag]) -> SpeechTag | None:
    verb_text = items[verb].low
    if is_passive(items, verb):
        return _passive_tag(items, verb, tags)
    if items[verb].low.endswith("ed") and verb + 1 < len(items) and items[verb + 1].low == "by":
        return None
    if _is_introduction(items, verb):
        later = _later_subject(items, verb)
        if later is not None:
            return SpeechTag(verb, later, later + 1, verb_text)
    if is_inverted(items, verb):
        return SpeechTag(verb, verb + 1, skip_group(items, verb + 1), verb_text)
    subject = _subject(items, verb, tags)
    if subject is None:
        return None
    subject = _name_before_role(items, subject)
    return SpeechTag(verb, subject, min(skip_group(items, subject), verb) if subject < verb else subject + 1, verb_text)


def _passive_tag(items: Sequence[Phrase], verb: int, tags: Sequence[SpeechTag]) -> SpeechTag | None:
    verb_text = items[verb].low
    if items[verb].lemma == "quote":
        subject = _subject(items, verb, tags)
        return None if subject is None else SpeechTag(verb, subject, verb, verb_text)
    by = next((i for i in range(verb + 1, min(verb + 6, len(items) - 1)) if items[i].low == "by"), None)
    if by is not None and items[by + 1].kind in NOUNS and items[by - 1].kind != "quote":
        return SpeechTag(verb, by + 1, skip_group(items, by + 1), verb_text)
    return SpeechTag(verb, -1, -1, verb_text)


def _is_introduction(items: Sequence[Phrase], verb: int) -> bool:
    """Return whether a participle opens its sentence and its subject is still to come.

    An example is `Calling it "…", she left.`
    """
    if not items[verb].low.endswith("ing"):
        return False
    at = verb - 1
    while at >= 0 and items[at].kind in ("preposition", "subordinator", "adverb", "conjunction"):
        at -= 1
    return at < 0


def _later_subject(items: Sequence[Phrase], verb: int) -> int | None:
    for index in range(verb + 1, len(items) - 1):
        closed = items[index].text == "," or (items[index].kind == "quote" and items[index].text.rstrip("\"”’'").endswith(","))
        if closed and items[index + 1].kind in NOMINAL:
            return index + 1
    return None


def inverts(low: str) -> bool:
    """Return whether a verb form may precede its subject, behind a quotation."""
    if low in speech.INVERTING:
        return True
    return (
        low in speech.SAYING
        and low != speech.SAYING[low]
        and not low.endswith("ing")
        and speech.SAYING[low] not in speech.TRANSITIVE
    )


def is_inverted(items: Sequence[Phrase], verb: int) -> bool:
    """Return whether a verb's subject follows it: `"…," said the mayor`; `…, noted the mayor.`"""
    if not inverts(items[verb].low) or verb + 1 >= len(items) or items[verb + 1].kind not in NOMINAL:
        return False
    if verb == 0:
        return True
    before = verb - 2 if items[verb - 1].kind == "adverb" and verb >= 2 else verb - 1
    if items[before].kind == "quote":
        return True
    if items[before].text not in DASHES | {","} and items[before].kind != "subordinator":
        return False
    if before and items[before - 1].kind == "quote":
        return True
    behind = skip_group(items, verb + 1)
    if behind < len(items) and items[behind].kind not in ("punctuation", "preposition", "relative", "adverb"):
        return False
    if items[verb + 1].kind == "pronoun" and items[verb].low not in ("said", "says"):
        return False
    if before > 1 and items[0].kind in NOUNS and items[1].text == "," and behind < len(items) and items[behind].text == ",":
        return False  # `Ortega, joined by the crew, said the gate, the wall and the quay are …`: the first is who said it
    return items[verb].lemma not in ("tell", "ask", "report")


def _subject(items: Sequence[Phrase], verb: int, tags: Sequence[SpeechTag]) -> int | None:
    """Return the index of the subject of a verb that is neither passive nor inverted; None without one."""
    near = _adjacent_subject(items, verb)
    if near is not None:
        return near
    at = verb - 1
    while at >= 0 and (items[at].kind in _SKIPPED or (items[at].kind == "word" and at and items[at - 1].kind in _SKIPPED)):
        at -= 1
    if at < 0:
        return None
    low = find_clause_start(items, verb)
    if _shares_subject(items, verb, at):
        tag = _shared_tag(items, verb, tags)
        if tag is not None:
            return tag.subject
        found = find_clause_subject(items, low, verb)
        return found if found is not None or not low else find_clause_subject(items, 0, verb)
    at = before_brackets(items, at)
    if at < 0:
        return None
    if items[at].kind == "relative":
        return find_antecedent(items, at)
    if items[at].kind in NOMINAL:
        head = find_head(items, at, low)
        if head <= low or items[head - 1].kind != "preposition" or items[head - 1].low in lexicon.TEMPORAL:
            return head
    return find_clause_subject(items, low, verb)


def _name_before_role(items: Sequence[Phrase], subject: int) -> int:
    """Return the index of the name that a role between commas belongs to; else that of the role.

    An example is `…, Jane Doe, head of the board, told`.
    """
    role = items[subject]
    is_role = role.kind == "noun" and (
        role.head in people.ROLE_NOUNS or (role.low in ("a", "an") and role.head not in lexicon.TIME_NOUNS)
    )
    if subject < 2 or not is_role or items[subject - 1].text != ",":
        return subject
    behind = skip_group(items, subject)
    named = items[subject - 2].kind == "name" and (subject < 3 or items[subject - 3].kind != "preposition")
    return subject - 2 if named and behind < len(items) and items[behind].text == "," else subject


def _adjacent_subject(items: Sequence[Phrase], verb: int) -> int | None:
    """Return the index of the noun phrase right before a participle or an infinitive that is its subject.

    Examples are `a clip of X saying` and `led X to say`.
    """
    at = verb - 1
    if at >= 1 and items[verb].low.endswith("ing"):
        item, before = items[at], items[at - 1]
        if item.kind == "name" and before.kind in ("preposition", "verb", "word"):
            return at
        speaks = item.head in people.ROLE_PLURALS or item.head in people.PERSON_NOUNS
        if item.kind == "noun" and (before.low == "with" or speaks) and item.end < items[verb].start:
            return at
    if at >= 2 and items[at].low == "to":
        named = at - 4 if at >= 5 and items[at - 1].text == items[at - 3].text == "," and items[at - 2].kind in NOUNS else at - 1
        if items[named].kind == "name" and items[named - 1].kind in ("verb", "word"):
            return named
    return None


def _shares_subject(items: Sequence[Phrase], verb: int, at: int) -> bool:
    """Return whether a verb has no subject of its own.

    It is an infinitive, a participle, or the second of two verbs.
    """
    before = items[verb - 1]
    return (
        before.low == "to"
        or items[verb].low.endswith("ing")
        or items[at].kind in ("conjunction", "preposition")
        or before.kind == "conjunction"
    )


def _shared_tag(items: Sequence[Phrase], verb: int, tags: Sequence[SpeechTag]) -> SpeechTag | None:
    """Return the tag whose subject a verb shares; None without one.

    It is the last one; for a participle behind a comma the first of the clause.
    """
    found = None
    for tag in reversed(tags):
        if tag.subject < 0 or tag.owner:
            continue
        if has_new_subject(items, max(tag.verb, tag.subject), verb):
            break
        found = tag
        if not (items[verb].low.endswith("ing") and items[verb - 1].text == ","):
            break
    return found
