"""Who a mention stands for: surnames lead back to full names, pronouns and roles to whoever the article last spoke of.

The article is read in order, as a person reads it. Every noun phrase that may be a person, a group or a document becomes a
mention of a figure; a pronoun takes the figure that is nearest, most in the foreground and of the right gender and number.
"""

import re
from collections.abc import Iterable, Sequence

from msgspec import Struct

from briefing_tui.analysis.grammar.phrases import Phrase
from briefing_tui.analysis.names.entities import Name
from briefing_tui.analysis.speakers.referents import Figure, learn, name_parts, role_key, title_gender
from briefing_tui.languages import english_people as wp
from briefing_tui.languages import english_words as w
from briefing_tui.languages.english_names import PLACES

_MEMORY = 40
"""Mentions further back than this are forgotten by pronouns."""
_ROLE_MEMORY = 400
"""Mentions further back than this are forgotten by roles ("the minister")."""
_NAMESAKES = 20
"""Of more people with one surname the rest are not told apart."""

_POSSESSIVES = re.compile(r"['’‘]s\b")

SURE = 1.0
"""A pronoun that one figure fits so much better than the next tells the figure's gender."""
SENTENCE, PARAGRAPH, COUNT, GENDER, UNSURE, DEFINITE = 1.0, 0.6, 0.03, 0.8, 2.0, 1.0
SPEAKER, SUBJECT, EMBEDDED, OTHER, OBJECT, ASKED, INTRODUCED = 3.0, 2.0, 1.5, 1.0, 0.4, 0.0, 1.0


class _Mention(Struct):
    figure: Figure
    sentence: int
    paragraph: int
    weight: float


class Cast:
    """The figures of one article, filled name by name before it is read (`meet`), then asked while it is read in order."""

    def __init__(self) -> None:
        self._by_surname: dict[str, list[Figure]] = {}
        self._by_given: dict[str, list[Figure]] = {}
        self._by_name: dict[str, Figure] = {}
        self._alone: dict[str, Figure] = {}
        self._nominal: dict[str, Figure] = {}
        self._learned: set[tuple[str, str]] = set()
        self._mentions: list[_Mention] = []
        self._sentence = 0
        self._paragraph = 0

    def know(self, names: Iterable[Name]) -> None:
        """Names found in the article before: kind, gender and other names of each."""
        for known in names:
            figure = Figure(known.name, person=known.kind == "person", group=known.kind == "organization")
            figure.gender = {"male": "he", "female": "she"}.get(known.gender or "", "")
            parts = name_parts(known.name)
            if figure.person and len(parts) > 1:
                self._by_surname.setdefault(parts[-1], []).append(figure)
                self._by_given.setdefault(parts[0], []).append(figure)
            elif figure.person and figure.gender:
                self._alone[known.name] = figure
            for name in (known.name, *known.aliases):
                self._by_name.setdefault(name, figure)
            country, possessive, bare = known.name.replace("’", "'").partition("'s ")
            if figure.group and possessive and country:
                self._by_name.setdefault(bare, figure)

    def meet(self, phrase: Phrase) -> None:
        """Note a name of two words or more, with its title, anywhere in the article."""
        parts = name_parts(phrase.name)
        if len(parts) < 2:
            return
        figure = self._by_name.get(phrase.name) or self._same(parts)
        if figure is None:
            figure = Figure(phrase.name)
            self._by_surname.setdefault(parts[-1], []).append(figure)
            self._by_given.setdefault(parts[0], []).append(figure)
        elif len(phrase.name) > len(figure.name) and not figure.group:
            figure.name = phrase.name
        figure.met += 1
        self._by_name[phrase.name] = figure
        self._learn(figure, phrase.name, phrase.title)

    def meet_owner(self, owner: str) -> None:
        """Note that the full name of someone already met stands as a possessor: `Jane Doe's mother`."""
        parts = name_parts(owner[:-1].rstrip("'’‘"))
        figure = self._same(parts) if len(parts) > 1 else None
        if figure is not None:
            figure.met += 1

    def _learn(self, figure: Figure, name: str, title: str) -> None:
        if (name, title) not in self._learned:
            self._learned.add((name, title))
            learn(figure, name, title)

    def _same(self, parts: Sequence[str]) -> Figure | None:
        """The figure whose full name these are parts of: the same given name or its initial, or a surname of two words."""
        for figure in self._by_surname.get(parts[-1], ())[:_NAMESAKES]:
            other = name_parts(figure.name)
            initial = other[0][0] == parts[0][0] and 1 in (len(other[0]), len(parts[0]))
            if other[0] == parts[0] or initial or other[-len(parts) :] == parts or parts[-len(other) :] == other:
                return figure
        return None

    def named(self, name: str, title: str = "") -> Figure:
        """The figure that a name stands for; a new one if the article has none. A surname takes the one whose title fits, of
        several the one that is named in full most often."""
        figure = self._named(name, title)
        self._learn(figure, name, title)
        return figure

    def owned(self, owner: str, name: str) -> Figure | None:
        """The organisation that is known with its country: 'Norway’s Defense Ministry', apart from another's."""
        figure = self._by_name.get(f"{owner} {name}")
        return figure if figure is not None and figure.group else None

    def _named(self, name: str, title: str) -> Figure:
        parts = name_parts(name)
        if len(parts) > 1:
            return self._by_name.get(name) or self._same(parts) or self._new(name)
        if not parts:
            return self._new(name)
        gender = title_gender(title)
        alone = self._alone.get(name)
        if alone is not None and gender in ("", alone.gender):
            return alone
        found = self._by_surname.get(parts[0], [])[:_NAMESAKES]
        if name in PLACES:  # 'Norland' is no short form of 'the Free Harbours of Norland'
            found = [figure for figure in found if figure.person]
        fitting = [figure for figure in found if not gender or not figure.gender or figure.gender == gender]
        if fitting:
            return max(fitting, key=lambda figure: (figure.met, self._recency(figure)))
        if name in self._by_name or name in PLACES:
            return self._new(name)
        given = [figure for figure in self._by_given.get(parts[0], ())[:_NAMESAKES] if figure.person]
        return max(given, key=lambda figure: figure.count) if given and not found else self._new(name)

    def _recency(self, figure: Figure) -> int:
        for index in range(len(self._mentions) - 1, max(-1, len(self._mentions) - _MEMORY), -1):
            if self._mentions[index].figure is figure:
                return index
        return -1

    def _new(self, name: str) -> Figure:
        figure = self._by_name.get(name)
        if figure is None:
            figure = self._by_name[name] = Figure(name)
        return figure

    def at(self, paragraph: int) -> None:
        """A new sentence begins, in this paragraph."""
        self._sentence += 1
        self._paragraph = paragraph

    def mention(self, figure: Figure, weight: float) -> None:
        """The figure is spoken of here: `weight` is 3 for a speaker, 2 for a subject, less in the background."""
        figure.count += 1
        if weight >= SPEAKER and " " in figure.name and not figure.group and not figure.place:
            figure.person = True
        self._mentions.append(_Mention(figure, self._sentence, self._paragraph, weight))
        if len(self._mentions) > 2 * _ROLE_MEMORY:
            del self._mentions[:_ROLE_MEMORY]

    def nominal(self, phrase: Phrase, text: str) -> Figure:
        """The figure of a noun phrase without a name: someone named before whose role it is, or an unnamed one."""
        definite = phrase.low in ("the", "this", "that") or phrase.low in w.POSSESSIVES
        key = phrase.head
        if definite and not phrase.owner:
            same = self._nominal.get(key)
            if same is not None and self._recency(same) >= 0:
                return same
        figure = Figure("", text or phrase.text)
        head = phrase.head
        figure.plural = phrase.plural
        figure.person = head in wp.PERSON_NOUNS
        figure.definite = definite
        figure.document = head in w.DOCUMENT_NOUNS
        figure.group = head in wp.GROUP_NOUNS or head in wp.ROLE_PLURALS
        figure.gender = "he" if head in wp.MALE_ROLES else "she" if head in wp.FEMALE_ROLES else ""
        self._nominal[key] = figure
        return figure

    def role(self, phrase: Phrase) -> Figure | None:
        """The one named figure whose title or apposition has the head noun of a definite phrase: of several the most recent that
        had its other words too (`the harbour director`), else the most recent."""
        _, *words = phrase.text.lower().split()
        if not words:
            return None
        key, found = role_key(words), None
        for mention in reversed(self._mentions[-_ROLE_MEMORY:]):
            if mention.figure.name and key in mention.figure.roles:
                if mention.figure.titled.issuperset(words):
                    return mention.figure
                found = found or mention.figure
        return found

    def office(self, phrase: Phrase) -> Figure | None:
        """The figure before whose name all words of `the board's chief engineer` stand: `board chief engineer Maria Ortega`."""
        words = _POSSESSIVES.sub("", phrase.text.lower()).removeprefix("the ").split()
        key = role_key(words)
        for mention in reversed(self._mentions[-_ROLE_MEMORY:]):
            if mention.figure.name and key in mention.figure.roles and mention.figure.titled.issuperset(words):
                return mention.figure
        return None

    def body(self, phrase: Phrase) -> Figure | None:
        """The organisation last named whose kind a definite phrase calls it by: 'the ministry' for 'the Defense Ministry'."""
        _, *words = phrase.text.lower().split()
        if len(words) != 1 or words[0] not in wp.GROUP_NOUNS:
            return None
        for mention in reversed(self._mentions[-_ROLE_MEMORY:]):
            if not mention.figure.person and words[0] in mention.figure.name.lower().split():
                return mention.figure
        return None

    def pronoun(self, low: str) -> Figure | None:
        """The figure that `he`, `she`, `it` or `they` stands for here, or None."""
        best: Figure | None = None
        best_score = second = -1.0e9
        for mention in self._mentions[-_MEMORY:]:
            if not _fits(mention.figure, low) or (not mention.figure.name and mention.weight < SUBJECT and low in ("he", "she")):
                continue
            score = self._score(mention, low)
            if score >= best_score:
                second = second if mention.figure is best else best_score
                best, best_score = mention.figure, score
            elif mention.figure is not best:
                second = max(second, score)
        if best is not None and best.person and not best.gender and low in ("he", "she") and best_score - second > SURE:
            best.gender = low
        return best

    def _score(self, mention: _Mention, low: str) -> float:
        figure = mention.figure
        score = (
            mention.weight - SENTENCE * (self._sentence - mention.sentence) - PARAGRAPH * (self._paragraph - mention.paragraph)
        )
        score += COUNT * min(figure.count, 10)
        gender = "he" if low in w.HE else "she" if low in w.SHE else ""
        if gender and figure.gender == gender:
            score += GENDER
        if low == "they" and not (figure.group or figure.name):
            score -= UNSURE
        if gender and not figure.person:
            score -= UNSURE
        if gender and not figure.name and figure.definite:
            score -= DEFINITE
        return score


def _fits(figure: Figure, low: str) -> bool:
    if low in w.HE or low in w.SHE:
        gender = "he" if low in w.HE else "she"
        if not (figure.name or figure.person):
            return False
        return not (figure.group or figure.place or figure.plural or figure.document) and figure.gender in ("", gender)
    if low == "it":
        return not figure.person and not figure.plural and (figure.group or figure.document or not figure.gender)
    return (figure.plural or figure.group) and not figure.place and not figure.document
