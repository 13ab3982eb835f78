"""Who said a quotation: the speech tags of its sentence, the nearest of them, or what the sentences around it tell.

A tag is a verb of speech with its subject ("she said", "said the mayor"), a preposition ("according to the report"), a noun that
somebody owns ("her claim that …"), a colon or a dash. For every quotation the tag that touches it wins, on the side that its
own last mark points to; without one, the sentence's subject, the quotation before, or the sentence before are taken and called
inferred.
"""

from collections.abc import Sequence
from dataclasses import dataclass

from briefing_tui.analysis import words as w
from briefing_tui.analysis.phrases import NOMINAL, Phrase

_SKIPPED = frozenset({"auxiliary", "adverb"})
_DASHES = frozenset({"—", "–", "―", "-", "--"})
_OPEN_END = frozenset(",?!—–-…")


@dataclass(frozen=True, slots=True)
class Tag:
    """A speech tag: the verb's and the subject's index in the sentence, and the subject as far as its words go (`last` is the index
    behind it). `owner`: the speaker is the subject's possessor."""

    verb: int
    subject: int
    last: int
    lemma: str
    owner: bool = False
    passive: bool = False


@dataclass(frozen=True, slots=True)
class Spoken:
    """What a sentence says about one of its quotations: who, by which tag, and how sure: `strength` is 3 for a tag that touches
    it, 2 for one in the same clause, 1 for the sentence's subject."""

    sentence: Sequence[Phrase]
    subject: int
    last: int
    lemma: str | None
    strength: int
    owner: bool = False


def skip_brackets(items: Sequence[Phrase], at: int) -> int:
    """The index behind a bracket that opens at `at`, or `at`."""
    if at < len(items) and items[at].kind == "punctuation" and items[at].text in "([":
        return next((i + 1 for i in range(at + 1, min(at + 12, len(items))) if items[i].text in ")]"), at)
    return at


def _object_end(items: Sequence[Phrase], at: int) -> int:
    """The index behind the noun phrase of a preposition, with up to two words before it and another one behind `and`; 0 if none."""
    if at < len(items) and items[at].low == "both":
        at += 1
    stop = min(at + 3, len(items))
    while at < stop and items[at].kind == "word":
        at += 1
    if at >= len(items) or items[at].kind not in ("name", "noun"):
        return 0
    if at + 2 < len(items) and items[at + 1].low == "and" and items[at].kind == items[at + 2].kind == "name":
        behind = at + 3
        if behind < len(items) and items[behind].text in ",.":
            return behind
    return at + 1


def skip_group(items: Sequence[Phrase], at: int) -> int:
    """The index behind a noun phrase with what hangs on it: `of`-phrases and brackets."""
    at += 1
    while at < len(items):
        if items[at].text in "([" and items[at].kind == "punctuation":
            close = next((i for i in range(at + 1, min(at + 12, len(items))) if items[i].text in ")]"), None)
            if close is None:
                break
            at = close + 1
        elif (
            items[at].kind == "preposition"
            and items[at].lemma == ""
            and at + 1 < len(items)
            and items[at + 1].kind in ("name", "noun")
        ):
            at += 2
        elif (
            items[at].kind == "word"
            and at + 2 < len(items)
            and items[at + 1].low == "to"
            and items[at + 2].kind in ("name", "noun")
        ):
            at += 3
        else:
            break
    return at


def _back_to_head(items: Sequence[Phrase], at: int, low: int) -> int:
    """From a noun phrase inside `of`-phrases, left to the one that they hang on."""
    while at - 2 >= low and items[at - 1].kind == "preposition":
        left = at - 2
        while left > low and items[left].kind == "word":
            left -= 1
        if items[left].kind == "punctuation" and items[left].text == ")":
            left = next((i for i in range(left, low - 1, -1) if items[i].text == "("), low) - 1
        if left < low or items[left].kind not in ("name", "noun"):
            return at
        at = left
    return at


def dateline_end(items: Sequence[Phrase]) -> int:
    """The index behind a dateline that opens the sentence (`PORTOLAN, Conn. (AP) — `), else 0."""
    if not items or items[0].kind != "name" or not items[0].text[:2].isupper():
        return 0
    for index in range(1, min(9, len(items))):
        if items[index].text == ":" and items[0].text.isupper() and index + 1 < len(items) and items[index + 1].kind != "quote":
            return index + 1
        if items[index].text in _DASHES:
            return index + 1 if index == 1 or items[1].text in ",(" else 0
        if items[index].kind == "verb":
            return 0
    return 0


def clause_subject(items: Sequence[Phrase], low: int, high: int) -> int | None:
    """The subject of the clause that begins at `low`: its first noun phrase that no preposition or introduction holds."""
    at = max(low, dateline_end(items))
    while at < high:
        item = items[at]
        if item.kind in ("preposition", "subordinator", "participle", "word") or (
            item.kind == "verb" and item.low.endswith(("ing", "ed"))
        ):
            comma = next((i for i in range(at + 1, high) if items[i].text == "," and i + 1 < high), None)
            if comma is not None and any(items[i].kind in NOMINAL for i in range(comma + 1, min(comma + 4, high))):
                at = comma + 1
                continue
            at += 2 if item.kind == "preposition" else 1
            continue
        if item.kind in NOMINAL:
            return at
        at += 1
    return None


def _boundary(items: Sequence[Phrase], verb: int) -> int:
    """Where the clause of the verb begins: behind the last semicolon, colon, quotation, or conjunction before a subject."""
    for index in range(verb - 1, -1, -1):
        item = items[index]
        if item.kind == "quote" or (item.kind == "punctuation" and item.text in ";:"):
            return index + 1
        if (
            item.kind == "conjunction"
            and index + 1 < verb
            and items[index + 1].kind in NOMINAL
            and index
            and (items[index - 1].text == "," or items[index + 1].kind == "pronoun")
        ):
            return index + 1
        if item.kind in ("that", "subordinator", "relative") and index + 1 < verb and items[index + 1].kind in NOMINAL:
            return _main_clause(items, index + 1, verb) if item.kind == "subordinator" else index + 1
    return 0


def _main_clause(items: Sequence[Phrase], low: int, verb: int) -> int:
    """Where the main clause begins behind a subordinate one: at the last comma before a noun phrase; else `low`."""
    for index in range(verb - 1, low, -1):
        if items[index - 1].text == "," and items[index].kind in NOMINAL:
            return index
    return low


def _subject_left(items: Sequence[Phrase], verb: int, tags: Sequence[Tag]) -> int | None:
    at = verb - 1
    if (
        at >= 0
        and items[verb].low.endswith("ing")
        and items[at].kind == "name"
        and at
        and items[at - 1].kind in ("preposition", "verb", "word")
    ):
        return at
    while at >= 0 and (items[at].kind in _SKIPPED or (items[at].kind == "word" and at and items[at - 1].kind in _SKIPPED)):
        at -= 1
    if at < 0:
        return None
    item = items[at]
    before = items[verb - 1]
    shared = bool(
        before.low == "to" or items[verb].low.endswith("ing") or item.kind == "conjunction" or before.kind == "conjunction"
    )
    if shared or item.kind in ("preposition",):
        tag = _shared_tag(items, verb, tags)
        if tag is not None:
            return tag.subject
        return (
            clause_subject(items, _boundary(items, verb), verb)
            if not shared or _boundary(items, verb) == 0
            else clause_subject(items, _boundary(items, verb), verb) or clause_subject(items, 0, verb)
        )
    if item.text == ")":
        at = next((i for i in range(at, -1, -1) if items[i].text == "("), 0) - 1
        if at < 0:
            return None
        item = items[at]
    if item.kind in NOMINAL:
        low = _boundary(items, verb)
        head = _back_to_head(items, at, low)
        if head > low and items[head - 1].kind == "preposition":
            return clause_subject(items, low, verb)
        if head - 1 >= low and items[head - 1].text == ",":
            other = _apposed(items, head, low)
            if other is not None:
                return other
        return head
    if item.kind == "relative":
        left = at - 1
        if left >= 0 and items[left].text in _DASHES | {","}:
            left -= 1
        if left >= 0 and items[left].text == ")":
            left = next((i for i in range(left, -1, -1) if items[i].text == "("), 0) - 1
        if left >= 0 and items[left].kind in NOMINAL:
            return left if item.low == "who" and items[left].kind == "name" else _back_to_head(items, left, 0)
        return None
    low = _boundary(items, verb)
    return clause_subject(items, low, verb)


def _apposed(items: Sequence[Phrase], head: int, low: int) -> int | None:
    """`X, head of Y, Z said`? no: a noun phrase right before the verb behind a comma is the subject, but for `X, the Z, said`."""
    return None


def _shared_tag(items: Sequence[Phrase], verb: int, tags: Sequence[Tag]) -> Tag | None:
    """The tag whose subject a participle, an infinitive or a verb behind `and` shares: the last one, for a participle behind a
    comma the first one of the clause."""
    found = None
    for tag in reversed(tags):
        if tag.subject < 0 or tag.owner:
            continue
        if _new_clause(items, max(tag.verb, tag.subject), verb):
            break
        found = tag
        if not (items[verb].low.endswith("ing") and items[verb - 1].text == ","):
            break
    return found


def _new_clause(items: Sequence[Phrase], first: int, last: int) -> bool:
    """Between two verbs a new subject begins: a semicolon, or a conjunction before a noun phrase and its verb."""
    for index in range(first + 1, last):
        if items[index].text == ";":
            return True
        if items[index].text == "," and index + 2 < last and items[index + 1].kind == "pronoun" and items[index + 2].kind != "relative":
            return True
        if (
            items[index].kind == "conjunction"
            and index + 1 < last
            and items[index + 1].kind in NOMINAL
            and items[index - 1].text == ","
        ):
            return True
    return False


def _is_passive(items: Sequence[Phrase], verb: int) -> bool:
    """`was asked`, `is being criticized`, `widely quoted as`: the subject did not say it."""
    if not items[verb].low.endswith(("ed", "en", "ld", "ut")):
        return False
    at = verb - 1
    be = False
    while at >= 0 and items[at].kind in _SKIPPED:
        be = be or items[at].low in ("is", "are", "was", "were", "been", "being", "be")
        at -= 1
    return be


def tags_of(items: Sequence[Phrase]) -> list[Tag]:
    """The sentence's speech tags in order."""
    tags: list[Tag] = []
    for index, item in enumerate(items):
        tag = None
        if item.kind == "verb":
            tag = _verb_tag(items, index, tags)
        elif item.kind == "preposition" and item.lemma in ("according", "per"):
            tag = _according_tag(items, index)
        elif item.kind == "noun" and item.head in w.SPEECH_NOUNS:
            if index + 2 < len(items) and items[index + 1].low in ("by", "from") and items[index + 2].kind == "name":
                tag = Tag(index, index + 2, index + 3, item.head)
            elif item.owner:
                tag = Tag(index, index, index + 1, item.head, owner=True)
        if tag is not None:
            tags.append(tag)
    return tags


def _according_tag(items: Sequence[Phrase], at: int) -> Tag | None:
    if at + 1 < len(items) and items[at + 1].kind in ("name", "noun"):
        return Tag(at, at + 1, skip_group(items, at + 1), "according to")
    return None


def _verb_tag(items: Sequence[Phrase], index: int, tags: Sequence[Tag]) -> Tag | None:
    lemma = items[index].lemma
    if _is_passive(items, index):
        by = next((i for i in range(index + 1, min(index + 6, len(items))) if items[i].low == "by"), None)
        if by is not None and by + 1 < len(items) and items[by + 1].kind in ("name", "noun") and items[by - 1].kind != "quote":
            return Tag(index, by + 1, skip_group(items, by + 1), lemma, passive=True)
        if lemma == "quote":
            subject = _subject_left(items, index, tags)
            return None if subject is None else Tag(index, subject, index, lemma)
        return Tag(index, -1, -1, lemma, passive=True)
    if items[index].low.endswith("ed") and index + 1 < len(items) and items[index + 1].low == "by":
        return None
    if item_is_introduction(items, index):
        subject = _introduced_subject(items, index)
        if subject is not None:
            return Tag(index, subject, subject + 1, lemma)
    if _is_inverted(items, index):
        return Tag(index, index + 1, skip_group(items, index + 1), lemma)
    subject = _subject_left(items, index, tags)
    if subject is None:
        return None
    return Tag(index, subject, min(skip_group(items, subject), index) if subject < index else subject + 1, lemma)


def item_is_introduction(items: Sequence[Phrase], verb: int) -> bool:
    """A participle that opens its sentence, whose subject is still to come: `Calling it "…", she left.`"""
    if not items[verb].low.endswith("ing"):
        return False
    at = verb - 1
    while at >= 0 and items[at].kind in ("preposition", "subordinator", "adverb", "conjunction"):
        at -= 1
    return at < 0 or (items[at].kind == "punctuation" and at == 0)


def _introduced_subject(items: Sequence[Phrase], verb: int) -> int | None:
    for index in range(verb + 1, len(items) - 1):
        closed = items[index].text == "," or (items[index].kind == "quote" and items[index].text.rstrip("\"”’'").endswith(","))
        if closed and items[index + 1].kind in NOMINAL:
            return index + 1
    return None


def inverts(low: str) -> bool:
    """The verb form may stand before its subject, behind a quotation."""
    return low in w.INVERTING or (
        low in w.SAYING and low != w.SAYING[low] and not low.endswith("ing") and w.SAYING[low] not in w.TRANSITIVE
    )


def _is_inverted(items: Sequence[Phrase], verb: int) -> bool:
    if not inverts(items[verb].low) or verb + 1 >= len(items) or items[verb + 1].kind not in NOMINAL:
        return False
    if verb == 0:
        return True
    before = items[verb - 1]
    if before.kind == "adverb" and verb >= 2:
        before = items[verb - 2]
    if before.kind == "quote":
        return True
    if before.text not in _DASHES | {","} and before.kind != "subordinator":
        return False
    behind = skip_group(items, verb + 1)
    if behind < len(items) and items[behind].kind not in ("punctuation", "quote", "preposition", "relative", "adverb"):
        return False
    if items[verb + 1].kind == "pronoun" and items[verb].low not in ("said", "says"):
        return False
    return (verb >= 2 and items[verb - 2].kind == "quote") or items[verb].lemma not in ("tell", "ask", "report")


def touches_left(items: Sequence[Phrase], tag: Tag, quote: int) -> bool:
    """The tag's verb leads up to the quotation: only its addressee, `that`, adverbs and phrases with a preposition between."""
    at = max(tag.verb, tag.last - 1 if tag.subject > tag.verb else tag.verb) + 1
    objects = 0
    while at < quote:
        item = items[at]
        if item.kind == "quote" or (item.kind == "verb" and item.low not in ("thought",)):
            return False
        if (
            item.kind == "that"
            or item.text in (",", ":", "—", "–", "-")
            or item.kind in _SKIPPED
            or item.low in ("as", "like", "how", "to", "on")
        ):
            at += 1
        elif item.kind == "preposition":
            at += 2
        elif item.kind in ("object", "name", "noun", "pronoun") and objects < 1:
            objects += 1
            at += 1
        else:
            return False
    return at >= quote


def touches(items: Sequence[Phrase], tag: Tag, quote: int) -> bool:
    """The tag stands next to the quotation, on either side."""
    if tag.verb < quote and tag.subject < quote:
        return touches_left(items, tag, quote)
    return _right_tag(items, quote, [tag]) is tag


def _right_tag(items: Sequence[Phrase], quote: int, tags: Sequence[Tag]) -> Tag | None:
    """The tag that begins right behind the quotation."""
    at = quote + 1
    while at < len(items) and (
        items[at].text in (",", "—", "–", "―", "-", "--") or items[at].kind == "adverb" or items[at].low == "as"
    ):
        at += 1
    if at >= len(items):
        return None
    for tag in tags:
        if tag.verb < quote or tag.subject < quote:
            continue
        if tag.verb == at or tag.subject == at:
            return tag
        if tag.subject > at and tag.verb > tag.subject and items[at].kind == "preposition":
            return None
        if min(tag.verb, tag.subject) > at:
            return None
    return None


_MODALS = frozenset("would will could can should might may must to 'd ’d 'll ’ll".split())


def _left_tag(items: Sequence[Phrase], tags: Sequence[Tag], quote: int) -> Tag | None:
    """The tag that brings the quotation from the left: the last one, but for a weak one inside a stronger one's words."""
    before = [tag for tag in tags if tag.verb < quote and (tag.subject < quote or items[tag.verb].low.endswith("ing"))]
    plain = [tag for tag in before if not tag.owner]
    before = plain or [tag for tag in before if touches_left(items, tag, quote)]
    if len(before) > 1 and not _is_unreal(items, before[-1]) and touches_left(items, before[-1], quote) and not _echoes(items, before[-1], before[-2]):
        return before[-1]
    found: Tag | None = None
    for tag in before:
        if found is None or found.subject < 0 or _new_clause(items, max(found.verb, found.subject), tag.verb):
            found = tag
        elif tag.owner or tag.subject < 0 or _echoes(items, tag, found):
            continue
        elif not _is_weak(items, tag) or found.owner or _is_weak(items, found):
            found = tag
    return found


def _echoes(items: Sequence[Phrase], tag: Tag, outer: Tag) -> bool:
    """`X said they want "…"`: the inner verb's pronoun is the outer one's subject again, or its words are."""
    subject = items[tag.subject]
    return subject.kind == "pronoun" and subject.low != "i" and _is_calling(items, tag) and not _is_calling(items, outer)


def _is_calling(items: Sequence[Phrase], tag: Tag) -> bool:
    return items[tag.verb].low in w.CALLING and items[tag.verb].low not in w.SAYING


def _is_weak(items: Sequence[Phrase], tag: Tag) -> bool:
    """A verb that somebody may be told to do or be said to have done: `would call`, `tweets accusing`."""
    verb = items[tag.verb]
    if _is_unreal(items, tag):
        return True
    if verb.low in w.SAYING and verb.low not in w.CALLING:
        return verb.low.endswith("ing") and tag.subject == tag.verb - 1
    return tag.subject == tag.verb - 1 and verb.low.endswith("ing")


def _is_unreal(items: Sequence[Phrase], tag: Tag) -> bool:
    """A verb that nobody is said to have done: a plain form, or one behind a modal."""
    verb = items[tag.verb]
    if verb.low == verb.lemma and verb.low not in ("put", "read", "cast"):
        return True
    at = tag.verb - 1
    while at > 0 and items[at].kind == "adverb":
        at -= 1
    return at >= 0 and items[at].low in _MODALS


def _signature(items: Sequence[Phrase], quote: int) -> int | None:
    """The name behind a dash that signs the quotation: `"…" — Name`."""
    at = quote + 1
    while at < len(items) and items[at].kind == "punctuation" and items[at].text in ".,":
        at += 1
    if at + 1 < len(items) and items[at].text in _DASHES and items[at + 1].kind == "name":
        end = skip_group(items, at + 1)
        if end >= len(items) or items[end].text in ".,(" or items[end].kind == "quote":
            return at + 1
    return None


def _gesture(items: Sequence[Phrase], quote: int, inner: str) -> Spoken | None:
    """A verb that is none of speech behind a quotation that is not finished: `"…," she shrugged.`"""
    at = quote + 1
    if inner[-1:] not in _OPEN_END or inner[-1:] in _DASHES:
        return None
    if at + 1 < len(items) and items[at].kind in NOMINAL:
        verb = at + 1
        while verb < len(items) and items[verb].kind == "adverb":
            verb += 1
        if verb < len(items) and _is_finite(items[verb]) and _is_tag_end(items, verb + 1):
            return Spoken(items, at, at + 1, items[verb].low, 3)
    if at + 1 < len(items) and _is_finite(items[at]) and items[at + 1].kind in NOMINAL and _is_tag_end(items, skip_group(items, at + 1)):
        return Spoken(items, at + 1, skip_group(items, at + 1), items[at].low, 3)
    return None


def _is_finite(item: Phrase) -> bool:
    return item.kind == "word" and (item.low.endswith(("ed", "s")) or item.low in w.VERBS) or item.kind == "verb"


def _is_tag_end(items: Sequence[Phrase], at: int) -> bool:
    return at >= len(items) or items[at].kind in ("punctuation", "quote", "preposition", "adverb", "object", "participle", "conjunction", "subordinator")


def _last_tag(items: Sequence[Phrase], quote: int, tags: Sequence[Tag]) -> Tag | None:
    """A tag further right that closes the sentence or the clause: `…, he said.`"""
    found = None
    for tag in tags:
        if tag.verb > quote and tag.subject > quote and not tag.owner:
            first = min(tag.verb, tag.subject)
            if items[first - 1].text in _DASHES | {","} or items[first - 1].kind == "quote":
                found = tag
    return found


def _closes(items: Sequence[Phrase], tag: Tag) -> bool:
    """The tag ends its sentence, but for a time, a place or an occasion."""
    at = max(tag.verb + 1, tag.last)
    if items[tag.verb].low.endswith("ing") or items[tag.verb].lemma not in w.SAYING:
        return False
    while at < len(items) and (items[at].kind in ("adverb", "object") or items[at].text in "."):
        at += 1
    return at >= len(items) or items[at].kind == "preposition"


def spoken(items: Sequence[Phrase], quote: int, tags: Sequence[Tag], inner: str) -> Spoken | None:
    """Who the sentence says spoke its quotation at index `quote`, or None if it says nothing."""
    signed = _signature(items, quote)
    if signed is not None:
        return Spoken(items, signed, signed + 1, None, 3)
    if quote >= 2 and items[quote - 1].text in _DASHES and items[quote - 2].kind == "name" and quote + 1 < len(items) and items[quote + 1].text in _DASHES:
        return Spoken(items, quote - 2, quote - 1, None, 2)
    gesture = _gesture(items, quote, inner)
    inner = inner.rstrip("'’\"”")
    left = _left_tag(items, tags, quote)
    right = _right_tag(items, quote, tags)
    touches = left is not None and touches_left(items, left, quote)
    open_end = inner[-1:] in _OPEN_END
    choice: Tag | None = None
    strength = 3
    if right is not None and (open_end or not touches) and not (touches and left and items[quote - 1].text == ":"):
        choice = right
    elif touches:
        choice = left
    if choice is None and gesture is not None:
        return gesture
    if choice is None:
        last = _last_tag(items, quote, tags)
        strength = 2
        if last is not None and (left is None or left.owner or _closes(items, last) or not _same_clause(items, left.verb, quote)):
            choice = last
        else:
            choice = left or last
    if choice is not None:
        if choice.subject < 0:
            return None
        return Spoken(items, choice.subject, choice.last, choice.lemma, strength, choice.owner)
    low = _boundary(items, quote)
    subject = clause_subject(items, low, quote)
    if subject is None and low:
        subject = clause_subject(items, 0, quote)
    if subject is None:
        return None
    if items[quote - 1].text == ":" and items[subject].kind == "noun" and quote >= 3:
        source = quote - 2
        if items[source].kind == "name" and items[source - 1].low in ("from", "by"):
            subject = source
    return Spoken(items, subject, skip_group(items, subject), None, 1)


def _same_clause(items: Sequence[Phrase], first: int, last: int) -> bool:
    return not any(items[i].text == ";" or items[i].kind == "quote" for i in range(first + 1, last))
