"""Resolve mentions: surnames to full names, pronouns and roles to whom the article last mentioned.

The article is read in order. Every noun phrase that may be a person, a group or a document is a mention of a referent; a pronoun
refers to the referent that is nearest, most in the foreground and of the right gender and number.
"""

import re
from collections.abc import Iterable, Sequence

from msgspec import Struct

from briefing_tui.analysis.en.grammar.phrases import Phrase
from briefing_tui.analysis.en.speakers.referents import Referent, learn_from_name, name_parts, role_key, title_gender
from briefing_tui.analysis.shared.names import Name
from briefing_tui.languages import english_people as people
from briefing_tui.languages import english_words as lexicon
from briefing_tui.languages.english_names import PLACES

_MEMORY = 40
"""The most mentions back that a pronoun refers to."""
_ROLE_MEMORY = 400
"""The most mentions back that a role ("the minister") refers to."""
_NAMESAKES = 20
"""The most people of one surname that are distinguished."""

_LONGEST_NAME = 7
"""The most words, less one, of a name that may begin with a trade."""
_POSSESSIVES = re.compile(r"['’‘]s\b")

SURE = 1.0
"""The lead in score by which a pronoun shows the gender of the referent that it fits best."""
SENTENCE, PARAGRAPH, COUNT, GENDER, UNSURE, DEFINITE = 1.0, 2.0, 0.03, 0.4, 3.0, 2.5
SPEAKER, SUBJECT, EMBEDDED, OTHER, OBJECT, ASKED, INTRODUCED = 3.0, 2.0, 1.5, 1.0, 0.9, 0.0, 1.0


class _Mention(Struct):
    referent: Referent
    sentence: int
    paragraph: int
    weight: float


class ReferentTracker:
    """The referents of one article.

    First the article's full names are added (`add_names`, `add_full_name`); then it is read in order, and mentions are resolved.
    """

    def __init__(self) -> None:
        self._by_surname: dict[str, list[Referent]] = {}
        self._by_given: dict[str, list[Referent]] = {}
        self._by_name: dict[str, Referent] = {}
        self._alone: dict[str, Referent] = {}
        self._nominal: dict[str, Referent] = {}
        self._learned: set[tuple[str, str]] = set()
        self._mentions: list[_Mention] = []
        self._sentence = 0
        self._paragraph = 0

    def add_names(self, names: Iterable[Name]) -> None:
        """Add names that were found in the article before."""
        for known in names:
            referent = Referent(known.name, person=known.kind == "person", group=known.kind == "organization")
            referent.gender = {"male": "he", "female": "she"}.get(known.gender or "", "")
            parts = name_parts(known.name)
            if referent.person and len(parts) > 1:
                self._by_surname.setdefault(parts[-1], []).append(referent)
                self._by_given.setdefault(parts[0], []).append(referent)
            elif referent.person and referent.gender:
                self._alone[known.name] = referent
            for name in (known.name, *known.aliases):
                self._by_name.setdefault(name, referent)
            country, possessive, bare = known.name.replace("’", "'").partition("'s ")
            if referent.group and possessive and country:
                self._by_name.setdefault(bare, referent)

    def add_full_name(self, phrase: Phrase) -> None:
        """Add a name of two words or more, with its title."""
        parts = name_parts(phrase.name)
        if len(parts) < 2:
            return
        referent = self._by_name.get(phrase.name) or self._find_same(parts)
        if referent is None:
            referent = Referent(phrase.name)
            self._by_surname.setdefault(parts[-1], []).append(referent)
            self._by_given.setdefault(parts[0], []).append(referent)
        elif len(phrase.name) > len(referent.name) and not referent.group:
            referent.name = phrase.name
        referent.full_mentions += 1
        self._by_name[phrase.name] = referent
        self._learn(referent, phrase.name, phrase.title)

    def count_owner(self, owner: str) -> None:
        """Count a full name that is a possessor (`Jane Doe's mother`), if it is known."""
        parts = name_parts(owner[:-1].rstrip("'’‘"))
        referent = self._find_same(parts) if len(parts) > 1 else None
        if referent is not None:
            referent.full_mentions += 1

    def _learn(self, referent: Referent, name: str, title: str) -> None:
        if (name, title) not in self._learned:
            self._learned.add((name, title))
            learn_from_name(referent, name, title)

    def _find_same(self, parts: Sequence[str]) -> Referent | None:
        """Return the referent whose full name has these parts; None without one.

        It has the same given name or its initial, or a surname of two words.
        """
        for referent in self._by_surname.get(parts[-1], ())[:_NAMESAKES]:
            other = name_parts(referent.name)
            initial = other[0][0] == parts[0][0] and 1 in (len(other[0]), len(parts[0]))
            if other[0] == parts[0] or initial or other[-len(parts) :] == parts or parts[-len(other) :] == other:
                return referent
        return None

    def without_trade(self, name: str) -> str:
        """Return a known name without the words before it, such as `Norwegian`; else the name."""
        if name in self._by_name or name.count(" ") > _LONGEST_NAME:
            return name
        words = name.split(" ")
        shorter = (" ".join(words[count:]) for count in range(1, len(words) - 1))
        return next((one for one in shorter if one in self._by_name and self._by_name[one].person), name)

    def find_named(self, name: str, title: str = "") -> Referent:
        """Return the referent of a name, a new one if the article has none.

        A surname refers to the one whose title fits, best to one who had it before; of several, to the one that is named in full
        most often.
        """
        referent = self._find_named(name, title)
        self._learn(referent, name, title)
        return referent

    def find_owned(self, owner: str, name: str) -> Referent | None:
        """Return the organisation that is known with its country: `Norway’s Defense Ministry`; None without one."""
        referent = self._by_name.get(f"{owner} {name}")
        return referent if referent is not None and referent.group else None

    def find_relative(self, owner: Referent, gender: str) -> Referent | None:
        """Return the one other person with the owner's surname and that gender.

        Return None if there is none, or several.
        """
        parts = name_parts(owner.name)
        if not owner.person or len(parts) < 2:
            return None
        others = [one for one in self._by_surname.get(parts[-1], ()) if one is not owner and one.gender in ("", gender)]
        return others[0] if len(others) == 1 else None

    def _find_named(self, name: str, title: str) -> Referent:
        parts = name_parts(name)
        if len(parts) > 1:
            return self._by_name.get(name) or self._find_same(parts) or self._find_or_add(name)
        if not parts:
            return self._find_or_add(name)
        gender = title_gender(title)
        alone = self._alone.get(name)
        if alone is not None and gender in ("", alone.gender):
            return alone
        found = self._by_surname.get(parts[0], [])[:_NAMESAKES]
        if name in PLACES:  # 'Norland' is no short form of 'the Free Harbours of Norland'
            found = [referent for referent in found if referent.person]
        fitting = [referent for referent in found if not gender or not referent.gender or referent.gender == gender]
        if fitting:
            words = {word.rstrip(".") for word in title.split()}
            titled = [referent for referent in fitting if words & referent.title_words] or fitting
            return max(titled, key=lambda referent: (referent.full_mentions, self._recency(referent)))
        if name in self._by_name or name in PLACES:
            return self._find_or_add(name)
        given = [referent for referent in self._by_given.get(parts[0], ())[:_NAMESAKES] if referent.person]
        return max(given, key=lambda referent: referent.count) if given and not found else self._find_or_add(name)

    def _recency(self, referent: Referent) -> int:
        for index in range(len(self._mentions) - 1, max(-1, len(self._mentions) - _MEMORY), -1):
            if self._mentions[index].referent is referent:
                return index
        return -1

    def _find_or_add(self, name: str) -> Referent:
        referent = self._by_name.get(name)
        if referent is None:
            referent = self._by_name[name] = Referent(name)
        return referent

    def start_sentence(self, paragraph: int) -> None:
        """Begin a new sentence, in a paragraph."""
        self._sentence += 1
        self._paragraph = paragraph

    def add_mention(self, referent: Referent, weight: float) -> None:
        """Add a mention of a referent at the current place.

        `weight` is 3 for a speaker, 2 for a subject, less in the background.
        """
        referent.count += 1
        if weight >= SPEAKER and " " in referent.name and not referent.group and not referent.place:
            referent.person = True
        self._mentions.append(_Mention(referent, self._sentence, self._paragraph, weight))
        if len(self._mentions) > 2 * _ROLE_MEMORY:
            del self._mentions[:_ROLE_MEMORY]

    def find_or_add_nominal(self, phrase: Phrase, text: str) -> Referent:
        """Return the referent of a noun phrase without a name.

        It is a known one, or a new one.
        """
        definite = phrase.low in ("the", "this", "that") or phrase.low in lexicon.POSSESSIVES
        key = phrase.head
        if definite and not phrase.owner:
            same = self._nominal.get(key)
            if same is not None and self._recency(same) >= 0:
                return same
        referent = Referent("", text or phrase.text)
        head = phrase.head
        referent.plural = phrase.plural
        referent.person = head in people.PERSON_NOUNS
        referent.definite = definite
        referent.document = head in lexicon.DOCUMENT_NOUNS
        referent.group = head in people.GROUP_NOUNS or head in people.ROLE_PLURALS
        referent.gender = "he" if head in people.MALE_ROLES else "she" if head in people.FEMALE_ROLES else ""
        self._nominal[key] = referent
        return referent

    def find_by_role(self, phrase: Phrase) -> Referent | None:
        """Return the named referent whose role a definite phrase is; None without one.

        Its title or apposition has the phrase's head noun. Of several it is the most recent one that had the phrase's other
        words too (`the harbour director`), else the most recent.
        """
        _, *words = phrase.text.lower().split()
        if not words:
            return None
        key, found = role_key(words), None
        for mention in reversed(self._mentions[-_ROLE_MEMORY:]):
            if mention.referent.name and key in mention.referent.roles:
                if mention.referent.title_words.issuperset(words):
                    return mention.referent
                found = found or mention.referent
        return found

    def find_by_office(self, phrase: Phrase) -> Referent | None:
        """Return the person before whose name all words of an office occur; None without one.

        `the board's chief engineer` refers to `board chief engineer Maria Ortega`.
        """
        words = _POSSESSIVES.sub("", phrase.text.lower()).removeprefix("the ").split()
        key = role_key(words)
        for mention in reversed(self._mentions[-_ROLE_MEMORY:]):
            if mention.referent.name and key in mention.referent.roles and mention.referent.title_words.issuperset(words):
                return mention.referent
        return None

    def find_by_kind(self, phrase: Phrase) -> Referent | None:
        """Return the last organisation that a phrase calls by its kind; None without one.

        `the ministry` refers to `the Defense Ministry`.
        """
        _, *words = phrase.text.lower().split()
        if len(words) != 1 or words[0] not in people.GROUP_NOUNS:
            return None
        for mention in reversed(self._mentions[-_ROLE_MEMORY:]):
            if not mention.referent.person and words[0] in mention.referent.name.lower().split():
                return mention.referent
        return None

    def find_by_sort(self, phrase: Phrase) -> Referent | None:
        """Return who `the boy` is, if `a boy` got a name later; else None.

        It is the person most in the foreground since then of whom the article says nothing else, such as an office.
        """
        sort = self._nominal.get(phrase.head)
        if sort is None or not sort.gender or phrase.text.count(" ") > 1:
            return None
        best: _Mention | None = None
        for mention in reversed(self._mentions[-_ROLE_MEMORY:]):
            referent = mention.referent
            if referent is sort:
                return best.referent if best is not None else None
            if not (referent.name and referent.person and not referent.roles and referent.gender in ("", sort.gender)):
                continue
            if best is None or mention.weight > best.weight:
                best = mention
        return None

    def find_by_pronoun(self, low: str) -> Referent | None:
        """Return the referent of `he`, `she`, `it` or `they` here; None without one."""
        best: Referent | None = None
        best_score = second = -1.0e9
        for mention in self._mentions[-_MEMORY:]:
            if not _fits(mention.referent, low) or (
                not mention.referent.name and mention.weight < SUBJECT and low in ("he", "she")
            ):
                continue
            score = self._score(mention, low)
            if score >= best_score:
                second = second if mention.referent is best else best_score
                best, best_score = mention.referent, score
            elif mention.referent is not best:
                second = max(second, score)
        if best is not None and best.person and not best.gender and low in ("he", "she") and best_score - second > SURE:
            best.gender = low
        return best

    def _score(self, mention: _Mention, low: str) -> float:
        referent = mention.referent
        score = (
            mention.weight - SENTENCE * (self._sentence - mention.sentence) - PARAGRAPH * (self._paragraph - mention.paragraph)
        )
        score += COUNT * min(referent.count, 10)
        gender = "he" if low in lexicon.HE else "she" if low in lexicon.SHE else ""
        if gender and referent.gender == gender:
            score += GENDER
        if low == "they" and not (referent.group or referent.name):
            score -= UNSURE
        if gender and not referent.person:
            score -= UNSURE
        if gender and not referent.name and referent.definite:
            score -= DEFINITE
        return score


def _fits(referent: Referent, low: str) -> bool:
    if low in lexicon.HE or low in lexicon.SHE:
        gender = "he" if low in lexicon.HE else "she"
        if not (referent.name or referent.person):
            return False
        return not (referent.group or referent.place or referent.plural or referent.document) and referent.gender in ("", gender)
    if low == "it":
        return not referent.person and not referent.plural and (referent.group or referent.document or not referent.gender)
    return (referent.plural or referent.group) and not referent.place and not referent.document
