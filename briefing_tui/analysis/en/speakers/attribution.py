"""Choose the speech tag of a quotation among those of its sentence.

The tag next to the quotation wins, on the side that the quotation's last mark points to: behind a comma its tag follows. Next
come a tag that closes the sentence, one further left, and last the sentence's subject, which is only inferred.
"""

from collections.abc import Sequence

from msgspec import Struct

from briefing_tui.analysis.en.grammar.clauses import DASHES, find_clause_start, find_clause_subject, has_new_subject, skip_group
from briefing_tui.analysis.en.grammar.phrases import NOMINAL, Phrase
from briefing_tui.analysis.en.speakers.speech_tags import SpeechTag
from briefing_tui.languages import english_people as people
from briefing_tui.languages import english_speech as speech
from briefing_tui.languages import english_words as lexicon
from briefing_tui.languages.words import words as word_list

_OPEN_END = frozenset(",?!—–-…")
_MODALS = word_list("en", "modals")
_WHEN = lexicon.TEMPORAL | {"when", "once"}
_LEADING = frozenset(["as", "like", "how", "to", "on"])
_AFTER_TAG = frozenset({"punctuation", "quote", "preposition", "adverb", "object", "participle", "conjunction", "subordinator"})
TOUCHING, CLAUSE, SUBJECT = 3, 2, 1
_TITLE = 9
"""The most phrases of a title before a name."""


class AttributedSpeaker(Struct, frozen=True):
    """The speaker that a sentence gives to one of its quotations.

    `subject` is the speaker's index, `last` the index behind the speaker's words. `strength` is TOUCHING for a tag next to the
    quotation, CLAUSE for one near it, SUBJECT for the mere subject of the sentence. `owner` means that the speaker is the
    subject's possessor.
    """

    subject: int
    last: int
    verb: str | None
    strength: int
    owner: bool = False


def attribute(items: Sequence[Phrase], quote: int, tags: Sequence[SpeechTag], inner: str) -> AttributedSpeaker | None:
    """Return the attribution of the quotation at an index; None if the sentence gives none.

    Args:
        items: The sentence's phrases.
        quote: The quotation's index.
        tags: The sentence's speech tags.
        inner: The quoted words.
    """
    signature = _signature(items, quote)
    if signature is not None:
        return signature
    left, right = _left_tag(items, tags, quote), _right_tag(items, quote, tags)
    leads = left is not None and leads_to(items, left, quote)
    ending = inner.rstrip("'’\"”")[-1:]
    if right is not None and (ending in _OPEN_END or not leads) and not (leads and items[quote - 1].text == ":"):
        return _by_tag(right, TOUCHING)
    if left is not None and leads and not _is_outspoken(items, left, quote, tags):
        return _by_tag(left, TOUCHING)
    gesture = _gesture(items, quote, ending)
    if gesture is not None:
        return gesture
    last = _closing_tag(items, quote, tags)
    if last is not None and (left is None or left.owner or _closes(items, last) or not _same_clause(items, left.verb, quote)):
        return _by_tag(last, CLAUSE)
    if left is not None or last is not None:
        return _by_tag(left or last, CLAUSE)
    return _by_subject(items, quote)


def _is_outspoken(items: Sequence[Phrase], left: SpeechTag, quote: int, tags: Sequence[SpeechTag]) -> bool:
    """Return whether a thing introduces the quotation and a tag that closes the sentence names the speaker.

    An example is `The move signals a "…", says X.`
    """
    if left.subject < 0 or items[left.subject].kind != "noun":
        return False
    subject = items[left.subject]
    if (
        subject.plural
        or subject.head in people.PERSON_NOUNS
        or subject.head in people.GROUP_NOUNS
        or subject.head in lexicon.DOCUMENT_NOUNS
    ):
        return False
    last = _closing_tag(items, quote, tags)
    return last is not None and _closes(items, last)


def _by_tag(tag: SpeechTag | None, strength: int) -> AttributedSpeaker | None:
    if tag is None or tag.subject < 0:
        return None
    return AttributedSpeaker(tag.subject, tag.last, tag.verb_text, strength, tag.owner)


def _by_subject(items: Sequence[Phrase], quote: int) -> AttributedSpeaker | None:
    """Return an attribution to the subject of the quotation's clause; None without one."""
    low = find_clause_start(items, quote)
    subject = find_clause_subject(items, low, quote)
    if subject is None and low:
        subject = find_clause_subject(items, 0, quote)
    if subject is None:
        return None
    announced = quote >= 3 and items[quote - 1].text == ":" and items[subject].kind == "noun"
    if announced and items[quote - 2].kind == "name" and items[quote - 3].low in ("from", "by"):
        subject = quote - 2
    return AttributedSpeaker(subject, skip_group(items, subject), None, SUBJECT)


def _signature(items: Sequence[Phrase], quote: int) -> AttributedSpeaker | None:
    """Return an attribution to a name behind a dash that signs the quotation, or before one that introduces it.

    Examples are `"…" — Name` and `Name — "…" —`.
    """
    at = quote + 1
    while at < len(items) and items[at].kind == "punctuation" and items[at].text in ".,":
        at += 1
    if at >= len(items) or items[at].text not in DASHES:
        return None
    if at + 1 < len(items) and items[at + 1].kind == "name":
        end = skip_group(items, at + 1)
        if end >= len(items) or items[end].text in ".,(" or items[end].kind == "quote":
            return AttributedSpeaker(at + 1, at + 2, None, TOUCHING)
    if quote >= 2 and items[quote - 1].text in DASHES and items[quote - 2].kind == "name":
        return AttributedSpeaker(quote - 2, quote - 1, None, CLAUSE)
    return None


def leads_to(items: Sequence[Phrase], tag: SpeechTag, quote: int) -> bool:
    """Return whether a tag's verb leads to the quotation.

    Only its addressee, `that`, adverbs and phrases with a preposition are between.
    """
    at = (tag.last if tag.verb < tag.subject < quote else tag.verb + 1) if tag.subject != tag.verb else tag.verb + 1
    objects = 1 if tag.owner else 0
    while at < quote:
        item = items[at]
        if item.kind in ("quote", "verb"):
            return False
        if (
            item.kind == "that"
            or item.text in DASHES | {",", ":"}
            or item.kind in ("auxiliary", "adverb")
            or item.low in _LEADING
        ):
            at += 1
        elif item.kind == "preposition":
            at += 2
        elif item.kind in ("object", "name", "noun", "pronoun") and not objects:
            objects += 1
            at += 1
        else:
            return False
    return True


def touches(items: Sequence[Phrase], tag: SpeechTag, quote: int) -> bool:
    """Return whether a tag is next to the quotation, on either side."""
    if tag.verb < quote and tag.subject < quote:
        return leads_to(items, tag, quote)
    return _right_tag(items, quote, [tag]) is tag


def _right_tag(items: Sequence[Phrase], quote: int, tags: Sequence[SpeechTag]) -> SpeechTag | None:
    """Return the tag that begins right behind the quotation; None without one."""
    at = quote + 1
    while at < len(items) and (items[at].text in DASHES | {","} or items[at].kind == "adverb" or items[at].low == "as"):
        at += 1
    if at >= len(items):
        return None
    for tag in tags:
        if tag.verb < quote or tag.subject < quote:
            continue
        if at in (tag.verb, tag.subject) or _is_title(items, at, tag.subject):
            return tag
        if min(tag.verb, tag.subject) > at:
            return None
    return None


def _is_title(items: Sequence[Phrase], at: int, name: int) -> bool:
    """Return whether words are a title without an article before a name.

    An example is `former engineer and inventor Jane Doe`.
    """
    if not 0 < name - at <= _TITLE or items[name].kind != "name":
        return False
    words = items[at:name]
    is_titled = words[0].low in people.QUALIFYING or any(item.low in people.ROLE_NOUNS for item in words)
    return is_titled and all(item.kind in ("word", "adverb", "noun", "name") or item.low in ("and", "of") for item in words)


def _left_tag(items: Sequence[Phrase], tags: Sequence[SpeechTag], quote: int) -> SpeechTag | None:
    """Return the tag that introduces the quotation from the left; None without one.

    It is the last one, unless it is a weak one inside the words of a stronger one.
    """
    before = [tag for tag in tags if tag.verb < quote and (tag.subject < quote or items[tag.verb].low.endswith("ing"))]
    if before and before[-1].owner and before[-1].verb + 1 < quote and items[before[-1].verb + 1].kind == "that":
        return before[-1]  # `X countered her claims that …`: what follows is what she claims
    before = [tag for tag in before if not tag.owner] or [tag for tag in before if leads_to(items, tag, quote)]
    before = [tag for tag in before if not _tells_when(items, tag, quote)] or before
    if len(before) > 1 and items[quote - 1].kind == "that" and _has_that(items, before[-1].verb + 1, quote - 1):
        before = before[:-1]  # `X told Y, who said that …, that "…"`: the second `that` is the outer verb's
    if len(before) > 1 and not _echoes(items, before[-1], before[-2]):
        last = before[-1]
        if not _is_unreal(items, last) and leads_to(items, last, quote):
            return last
    chosen: SpeechTag | None = None
    for tag in before:
        if (
            chosen is None
            or chosen.subject < 0
            or has_new_subject(items, max(chosen.verb, chosen.subject), tag.verb)
            or (tag.subject >= 0 and not _echoes(items, tag, chosen) and (not _is_weak(items, tag) or _is_weak(items, chosen)))
        ):
            chosen = tag
    return chosen


def _tells_when(items: Sequence[Phrase], tag: SpeechTag, quote: int) -> bool:
    """Return whether a tag's clause only says when another's words were said, up to a comma.

    An example is `He said, after the court had ruled, that …`.
    """
    if not 0 < tag.subject < tag.verb or items[tag.subject - 1].low not in _WHEN:
        return False
    return any(items[index].text == "," for index in range(tag.verb, quote))


def _has_that(items: Sequence[Phrase], first: int, last: int) -> bool:
    return any(items[index].kind == "that" for index in range(first, last))


def _echoes(items: Sequence[Phrase], tag: SpeechTag, outer: SpeechTag) -> bool:
    """Return whether the words are the outer tag's: `X said they want "…"`, `X said Y wanted "…"`."""
    if _is_calling(items, outer) or tag.subject < 0:
        return False
    subject = items[tag.subject]
    if items[tag.verb].lemma in speech.MENTAL and outer.subject >= 0 and items[outer.verb].lemma not in speech.MENTAL:
        return True
    return subject.kind == "pronoun" and subject.low != "i" and _is_calling(items, tag)


def _is_calling(items: Sequence[Phrase], tag: SpeechTag) -> bool:
    return items[tag.verb].low in speech.CALLING and items[tag.verb].low not in speech.SAYING


def _is_weak(items: Sequence[Phrase], tag: SpeechTag) -> bool:
    """Return whether somebody may be asked to do what a verb says, or be said to have done it.

    Examples are `would call` and `messages accusing`.
    """
    return _is_unreal(items, tag) or (tag.subject == tag.verb - 1 and items[tag.verb].low.endswith("ing"))


def _is_unreal(items: Sequence[Phrase], tag: SpeechTag) -> bool:
    """Return whether nobody is said to have done what a verb says: a plain form, or one behind a modal."""
    verb = items[tag.verb]
    if verb.low == verb.lemma and verb.low not in speech.PAST_AND_PLAIN:
        return True
    at = tag.verb - 1
    while at > 0 and items[at].kind == "adverb":
        at -= 1
    return at >= 0 and items[at].low in _MODALS


def _gesture(items: Sequence[Phrase], quote: int, ending: str) -> AttributedSpeaker | None:
    """Return the attribution by a verb that is none of speech behind an unfinished quotation; None without one.

    An example is `"…," she shrugged.`
    """
    at = quote + 1
    if ending not in _OPEN_END or ending in DASHES or at + 1 >= len(items):
        return None
    if items[at].kind in NOMINAL:
        verb = at + 1
        while verb < len(items) and items[verb].kind == "adverb":
            verb += 1
        if verb < len(items) and _is_finite(items[verb]) and _ends_tag(items, verb + 1):
            return AttributedSpeaker(at, at + 1, items[verb].low, TOUCHING)
    if _is_finite(items[at]) and items[at + 1].kind in NOMINAL and _ends_tag(items, skip_group(items, at + 1)):
        return AttributedSpeaker(at + 1, skip_group(items, at + 1), items[at].low, TOUCHING)
    return None


def _is_finite(item: Phrase) -> bool:
    return item.kind == "verb" or (item.kind == "word" and (item.low.endswith(("ed", "s")) or item.low in lexicon.VERBS))


def _ends_tag(items: Sequence[Phrase], at: int) -> bool:
    return at >= len(items) or items[at].kind in _AFTER_TAG


def _closing_tag(items: Sequence[Phrase], quote: int, tags: Sequence[SpeechTag]) -> SpeechTag | None:
    """Return the last tag further right, behind a comma or another quotation; None without one: `…, he said.`"""
    chosen = None
    for tag in tags:
        if tag.verb > quote and tag.subject > quote and not tag.owner:
            before = items[min(tag.verb, tag.subject) - 1]
            if before.text in DASHES | {","} or before.kind == "quote":
                chosen = tag
    return chosen


def _closes(items: Sequence[Phrase], tag: SpeechTag) -> bool:
    """Return whether a tag ends its sentence, apart from a time, a place or an occasion."""
    verb = items[tag.verb]
    if verb.low.endswith("ing") or verb.lemma not in speech.SAYING:
        return False
    at = max(tag.verb + 1, tag.last)
    while at < len(items) and (items[at].kind in ("adverb", "object") or items[at].text == "."):
        at += 1
    return at >= len(items) or items[at].kind == "preposition"


def _same_clause(items: Sequence[Phrase], first: int, last: int) -> bool:
    return not any(items[i].text == ";" or items[i].kind == "quote" for i in range(first + 1, last))
