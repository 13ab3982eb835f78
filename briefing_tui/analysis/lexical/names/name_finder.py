"""Find the people and organisations of a document, and every place that names them."""

from collections import Counter, deque
from collections.abc import Collection, Iterable, Sequence
from itertools import pairwise

from briefing_tui.analysis.lexical.lexicon import Gender, Lexicon, WordForms
from briefing_tui.analysis.lexical.names.name_candidates import CandidateFinder
from briefing_tui.analysis.lexical.names.name_words import NameCandidate
from briefing_tui.analysis.lexical.names.teams import find_teams
from briefing_tui.analysis.lexical.tokens import QUOTING, LexicalToken, tokenize
from briefing_tui.analysis.shared.names import Mention, Name, TextBlock, name_key, text_blocks
from briefing_tui.model.briefing import ActorKind, Place
from briefing_tui.model.document import Document

_LONGEST_ACRONYM = 6
_LIKE = 5
"""The last letters that a noun shares with a compound of it."""
_MOST_LIKE = 50
"""The most names that are compared with one."""
_WORDS_OF_ACRONYM = 12
_WORDS_OF_TITLE = 5
_MOST_BESIDE = 6
"""The most organisations before an acronym that may be parts of what it stands for."""


class _Entry:
    """A person or organisation with its mentions."""

    def __init__(self, kind: str, name: str) -> None:
        self.kind, self.name = kind, name
        self.gender: Gender = ""
        self.is_certain = False
        self.mentions: list[tuple[int, NameCandidate]] = []

    def add(self, number: int, candidate: NameCandidate) -> None:
        """Add a mention."""
        self.mentions.append((number, candidate))
        self.gender = self.gender or candidate.gender
        self.is_certain = self.is_certain or candidate.certain


_Beside = tuple[str, _Entry, NameCandidate]
"""An organisation with its key and a mention."""


class NameFinder:
    """A reader of a document that finds its names."""

    def __init__(self, lexicon: Lexicon, document: Document) -> None:
        self._lexicon = lexicon
        self._blocks = list(text_blocks(document))
        self._tokens = [tokenize(block.text, lexicon.forms) for block in self._blocks]
        self._known_keys: dict[str, tuple[str, ...]] = {}
        self._placed: Counter[str] = Counter()
        self._common, self._alone = self._survey()
        self._people: dict[str, _Entry] = {}
        self._organizations: dict[str, _Entry] = {}

    def find(self) -> tuple[Name, ...]:
        """Return the names in order of first mention."""
        finder = CandidateFinder(self._lexicon, self._common)
        found: list[list[NameCandidate]] = [
            list(finder.find(block.text, tokens)) for block, tokens in zip(self._blocks, self._tokens, strict=True)
        ]
        self._cut_nouns(found)
        self._cut_descriptions(found)
        for number, candidates in enumerate(found):
            self._add_organizations(number, candidates)
            for candidate in candidates:
                if candidate.kind == "person" and " " in candidate.text:
                    self._add_full(number, candidate)
            self._sure_beside(number, candidates)
        for number, team in find_teams(self._lexicon, [block.text for block in self._blocks], self._tokens):
            self._add_organizations(number, (team,))
        self._drop_doubtful()
        self._merge_organizations()
        surnames, given = self._short_forms()
        for number, candidates in enumerate(found):
            for candidate in candidates:
                if candidate.kind == "person" and " " not in candidate.text:
                    self._add_short(number, candidate, surnames, given)
            self._add_bare(number, candidates, surnames, given)
        entries = dict.fromkeys([*self._people.values(), *self._organizations.values()])
        names = [_name(entry, self._blocks, self._lexicon.forms) for entry in entries if entry.mentions]
        order = {(block.at, block.paragraph): number for number, block in enumerate(self._blocks)}
        return tuple(sorted(names, key=lambda name: _first(name, order)))

    def _survey(self) -> tuple[frozenset[str], Counter[str]]:
        """Return the words that the article uses as common ones, and how often others are alone without an article."""
        lexicon = self._lexicon
        small, named = set[str](), set[str]()
        determined: Counter[str] = Counter()
        alone: Counter[str] = Counter()
        for tokens in self._tokens:
            for index, token in enumerate(tokens):
                if token.kind != "word":
                    continue
                if not token.capital:
                    small.add(token.low)
                    continue
                before = tokens[index - 1] if index else None
                if before is None or before.text[-1:] in '.!?:“”"„«»':
                    if token.low not in lexicon.function_words:
                        alone[token.low] += 1
                    continue
                is_relative = before.low in lexicon.determiners and index > 1 and self._is_relative(tokens, index - 1)
                is_acronym = token.text.isupper() and len(token.text) > 1
                if is_acronym and before.text == "(" and self._is_thing(tokens, index - 2):
                    small.add(token.low)
                if before.low in lexicon.determiners and not is_relative and not is_acronym:
                    determined[token.low] += 1
                elif before.capital and (before.low in lexicon.given_names or lexicon.role(before.low) is not None):
                    named.add(token.low)
                elif before.low in lexicon.place_prepositions:
                    self._placed[token.low] += 1
                elif before.capital:
                    continue
                else:
                    alone[token.low] += 1
        nouns = {low for low, count in determined.items() if count > alone[low]}
        return frozenset((small | nouns) - named), alone

    def _is_thing(self, tokens: Sequence[LexicalToken], at: int) -> bool:
        """Return whether what an acronym in brackets stands for is no organisation: `Künstliche Intelligenz (KI)`."""
        lexicon = self._lexicon
        if at > 0 and tokens[at].text in QUOTING:
            return any(token.low in lexicon.things_behind_names for token in tokens[max(0, at - _WORDS_OF_TITLE) : at])
        low = tokens[at].low
        is_own = lexicon.is_organization(low) or lexicon.is_generic_organization(low) or lexicon.role(low) is not None
        return at >= 0 and tokens[at].capital and not is_own and lexicon.is_common(low)

    def _is_relative(self, tokens: Sequence[LexicalToken], at: int) -> bool:
        """Return whether what looks like an article opens a relative clause: `die Firma, bei der Reis arbeitet`."""
        before = tokens[at - 1]
        return before.text == "," or (before.low in self._lexicon.prepositions and at > 1 and tokens[at - 2].text == ",")

    # Organisations

    def _add_organizations(self, number: int, candidates: Iterable[NameCandidate]) -> None:
        before: deque[_Beside] = deque(maxlen=_MOST_BESIDE)
        for candidate in candidates:
            if candidate.kind != "organization":
                continue
            key = self._organization_key(candidate.text)
            entry = self._organizations.get(key)
            if entry is None:
                entry = self._organizations[key] = _Entry("organization", candidate.text)
                self._join_acronym(number, candidate, entry, before)
            if candidate.text[:-1] in self._lexicon.known_organizations and candidate.text[-1] == "s":
                entry.name = candidate.text[:-1]
            if self._lexicon.forms.genitive.sub("", entry.name) == candidate.text:
                entry.name = candidate.text
            entry.add(number, candidate)
            before.append((key, entry, candidate))

    def _organization_key(self, text: str) -> str:
        forms = self._lexicon.forms
        return name_key(" ".join(forms.inflection.sub("", forms.noun_genitive.sub("", word)) for word in text.split()))

    def _join_acronym(self, number: int, candidate: NameCandidate, entry: _Entry, before: Collection[_Beside]) -> None:
        """Make an acronym in brackets and the words before the bracket one organisation.

        These are words with its letters, or an organisation: `Volkspartei Portolans (PVP-K)`. `before` are the last ones.
        """
        if len(candidate.text) > _LONGEST_ACRONYM or candidate.text[1:].islower() or " " in candidate.text:
            return
        tokens = self._tokens[number]
        at = candidate.first
        if at < 2 or tokens[at - 1].text != "(":
            return
        first = self._expanded(candidate.text, tokens, at - 1)
        if first is None:
            first = next((mention.first for _, _, mention in before if mention.last == at - 1), None)
        if first is None:
            return
        text = self._blocks[number].text[tokens[first].start : tokens[at - 2].end]
        key = self._organization_key(text)
        self._drop_within(number, first, at, before)
        known = self._organizations.pop(key, None)
        whole = NameCandidate("organization", first, at - 1, text, tokens[first].start, tokens[at - 2].end)
        entry.name = text
        for where, mention in known.mentions if known else [(number, whole)]:
            entry.add(where, mention)
        if known and not any(where == number and mention.start == whole.start for where, mention in known.mentions):
            entry.add(number, whole)
        self._organizations[key] = entry

    def _drop_within(self, number: int, first: int, last: int, before: Iterable[_Beside]) -> None:
        """Drop mentions of organisations that are parts of a longer name: `Amt für Deiche` of `Amt für Deiche an der See`."""
        for key, entry, mention in before:
            if entry.mentions[-1:] == [(number, mention)] and first <= mention.first and mention.last < last - 1:
                entry.mentions.pop()
                if not entry.mentions:
                    self._organizations.pop(key, None)

    def _expanded(self, short: str, tokens: Sequence[LexicalToken], bracket: int) -> int | None:
        """Return the index of the first of the words that an acronym stands for; None if they are others."""
        letters = [letter for letter in short if letter.isupper()]
        for first in range(bracket - 1, max(-1, bracket - _WORDS_OF_ACRONYM), -1):
            if tokens[first].kind != "word" and tokens[first].text not in ",-":
                return None
            if first == bracket - 1 and self._lexicon.nouns_have_capitals and _has_letters(tokens[first].low, short.lower()):
                return first
            if not tokens[first].capital or tokens[first].text[0] != letters[0]:
                continue
            words = [token for token in tokens[first:bracket] if token.kind == "word" and not self._is_small(token)]
            initials = [part[0].upper() for token in words for part in token.text.split("-") if part]
            rest = iter(initials)
            matched = sum(any(letter == initial for initial in rest) for letter in letters)
            if matched >= len(letters) - 1 and len(words) <= len(letters) + 1:
                return first
        return None

    def _is_small(self, token: LexicalToken) -> bool:
        """Return whether an acronym has no letter for a word."""
        return token.low in self._lexicon.function_words

    # Persons

    def _cut_nouns(self, found: Sequence[Sequence[NameCandidate]]) -> None:
        """Cut common nouns behind given names that the article uses alone: `Da hatte Ida Glück`."""
        people = [candidate for candidates in found for candidate in candidates if candidate.kind == "person"]
        alone = Counter(candidate.text for candidate in people if " " not in candidate.text)
        full = Counter(candidate.text for candidate in people)
        for candidate in people:
            first, _, second = candidate.text.partition(" ")
            if alone[first] > full[candidate.text] and self._lexicon.is_listed(second.lower()):
                candidate.text = first
                candidate.last = candidate.first + 1
                candidate.end = candidate.start + len(first)

    def _cut_descriptions(self, found: Sequence[Sequence[NameCandidate]]) -> None:
        """Cut nouns for persons before surnames that the article gives with given names: `Matchwinner Reis`, of `Jonas Reis`."""
        given, endings = self._lexicon.given_names, self._lexicon.agent_endings
        people = [candidate for candidates in found for candidate in candidates if candidate.kind == "person"]
        whole = {words[-1] for words in (candidate.text.split() for candidate in people) if words[0].lower() in given}
        for candidate in people:
            first, _, surname = candidate.text.partition(" ")
            if surname in whole and first.lower() not in given and first.lower().endswith(endings):
                candidate.text, candidate.title = surname, f"{candidate.title} {first}".strip()
                candidate.first += 1
                candidate.start += len(first) + 1

    def _add_full(self, number: int, candidate: NameCandidate) -> None:
        words = candidate.text.split()
        if len(words) > 2 and words[-2].endswith("s") and self._alone[words[-2][:-1].lower()]:
            # `Jonas Tamms Hinweis`: what follows a genitive is no part of the name
            candidate.text = " ".join(words[:-1])[:-1]
            candidate.end = candidate.start + len(candidate.text)
        text = candidate.text
        key = name_key(text)
        bare = name_key(self._lexicon.forms.genitive.sub("", text))
        if bare != key and bare in self._people:
            key = bare
        entry = self._people.get(key)
        if entry is None:
            entry = self._people[key] = _Entry("person", text)
        entry.add(number, candidate)

    def _drop_doubtful(self) -> None:
        """Drop two words with capitals that nothing shows to be a name."""
        longer: dict[str, _Entry] = {}
        for entry in self._people.values():
            words = entry.name.split()
            for at in range(1, len(words) - 1):
                longer.setdefault(" ".join(words[at:]), entry)
        for key, entry in list(self._people.items()):
            without = self._people.get(name_key(self._lexicon.forms.genitive.sub("", entry.name)))
            whole = without if without is not None and without is not entry else longer.get(entry.name)
            if whole is not None:  # `Vega Luna` is `Mario Vega Luna`
                whole.mentions += entry.mentions
                del self._people[key]
                continue
            surname = entry.name.split()[-1].lower()
            first = entry.name.split()[0].lower()
            is_alone = self._alone[surname] + self._alone[surname + "s"] > self._placed[surname]
            if not entry.is_certain and (not is_alone or self._placed[first]):
                del self._people[key]

    def _sure_beside(self, number: int, candidates: Sequence[NameCandidate]) -> None:
        """Believe what is in a list beside a person: `Jonas Reis, Ubbo Tamm und Ida Wulf`."""
        tokens = self._tokens[number]
        people = [candidate for candidate in candidates if candidate.kind == "person" and " " in candidate.text]
        for first, second in pairwise(people):
            between = [token.low for token in tokens[first.last : second.first]]
            if (
                between == [","] or (len(between) == 1 and between[0] in self._lexicon.conjunctions)
            ) and first.certain != second.certain:
                doubtful = second if first.certain else first
                entry = self._people.get(name_key(doubtful.text))
                if entry is not None:
                    entry.is_certain = True

    def _merge_organizations(self) -> None:
        """Merge the short form of an organisation with the one longer name that begins or ends with it."""
        entries = list(dict.fromkeys(self._organizations.values()))
        parts: dict[str, list[_Entry]] = {}
        ends: dict[str, list[_Entry]] = {}
        for entry in entries:
            key = self._organization_key(entry.name)
            words = key.replace("-", " ").split(" ")
            for word in dict.fromkeys((words[0], words[-1])) if len(words) > 1 else ():
                parts.setdefault(word, []).append(entry)
            ends.setdefault(key[-_LIKE:], []).append(entry)
        for short in entries:
            key = self._organization_key(short.name)
            if " " in key or "-" in key:
                continue
            longer = [entry for entry in parts.get(key, ()) if entry is not short]
            like = ends.get(key[-_LIKE:], ()) if not longer and len(ends.get(key[-_LIKE:], ())) < _MOST_LIKE else ()
            compounds = [entry for entry in like if entry is not short and self._organization_key(entry.name).endswith(key)]
            found = longer if len(longer) == 1 else compounds if len(compounds) == 1 else []
            if found and found[0].mentions:
                found[0].mentions += short.mentions
                short.mentions = []

    def _short_forms(self) -> tuple[dict[str, _Entry], dict[str, _Entry]]:
        """Return the people by their surnames and by their given names."""
        surnames: dict[str, _Entry] = {}
        given: dict[str, _Entry] = {}
        for entry in self._people.values():
            words = entry.name.split()
            surnames[name_key(entry.name)] = entry
            for at in range(1, len(words)):
                if (
                    at == len(words) - 1
                    or words[at][0].islower()
                    or at > 1
                    or name_key(words[0]) not in self._lexicon.given_names
                ):
                    surnames.setdefault(name_key(" ".join(words[at:])), entry)
            if len(words) > 2:
                surnames.setdefault(name_key(" ".join(words[1:])), entry)
                surnames.setdefault(name_key(words[-1]), entry)
            given.setdefault(name_key(words[0]), entry)
        for entry in self._organizations.values():
            words = entry.name.split()
            if len(words) > 1 and words[0] in self._lexicon.club_openers:  # `der FC Portolan`, later `Portolan`
                surnames.setdefault(name_key(words[-1]), entry)
            if len(words) == 2 and self._lexicon.is_generic_organization(words[0].lower()):
                is_own = words[1] not in self._lexicon.places and not self._lexicon.is_common(words[1].lower())
                if is_own:  # `die Gewerkschaft Nordlicht`, later `Nordlicht`
                    surnames.setdefault(name_key(words[1]), entry)
        return surnames, given

    def _owner(self, text: str, *forms: dict[str, _Entry]) -> _Entry | None:
        """Return the person that a short form means, the first of the article; it may be in the genitive."""
        for key in self._keys(text):
            for form in forms:
                if key in form:
                    return form[key]
        return None

    def _keys(self, text: str) -> tuple[str, ...]:
        """Return the keys of a short form: its own, and that without a genitive's ending."""
        if text not in self._known_keys:
            self._known_keys[text] = (name_key(text), name_key(self._lexicon.forms.genitive.sub("", text)))
        return self._known_keys[text]

    def _add_short(self, number: int, candidate: NameCandidate, surnames: dict[str, _Entry], given: dict[str, _Entry]) -> None:
        entry = self._owner(candidate.text, surnames, given) or self._organizations.get(self._organization_key(candidate.text))
        if entry is None:
            key = name_key(candidate.text)
            bare = name_key(self._lexicon.forms.genitive.sub("", candidate.text))
            entry = self._people.get(key) or self._people.get(bare)
            if entry is None:
                entry = self._people[key] = _Entry("person", candidate.text)
                surnames.setdefault(key, entry)
        entry.add(number, candidate)

    def _is_placed(self, tokens: Sequence[LexicalToken], at: int) -> bool:
        """Return whether a word is where places are: `in Sydney`."""
        return at > 0 and tokens[at - 1].low in self._lexicon.place_prepositions

    def _add_bare(
        self, number: int, candidates: Sequence[NameCandidate], surnames: dict[str, _Entry], given: dict[str, _Entry]
    ) -> None:
        """Add the surnames and given names that are alone."""
        covered = {index for candidate in candidates for index in range(candidate.first, candidate.last)}
        tokens = self._tokens[number]
        text = self._blocks[number].text
        for index, token in enumerate(tokens):
            if index in covered or not token.capital:
                continue
            if index and tokens[index - 1].low in self._lexicon.determiners and not self._is_relative(tokens, index - 1):
                continue
            for last in (index + 2, index + 1):
                words = text[token.start : tokens[min(last, len(tokens)) - 1].end]
                entry = self._owner(words, surnames, given)
                is_place = entry is not None and entry.kind == "organization" and self._is_placed(tokens, index)
                if entry is not None and last <= len(tokens) and not is_place:
                    covered.update(range(index, last))
                    entry.add(number, NameCandidate("person", index, last, words, token.start, tokens[last - 1].end))
                    break


def _has_letters(low: str, short: str) -> bool:
    """Return whether a compound has the letters of an acronym in order, the first in front: `Naturschutzbund (Nabu)`."""
    rest = iter(low)
    return len(short) > 2 and low[0] == short[0] and all(letter in rest for letter in short)


def _name(entry: _Entry, blocks: Sequence[TextBlock], word_forms: WordForms) -> Name:
    mentions = tuple(
        Mention(
            Place(blocks[number].at, blocks[number].paragraph, candidate.start, candidate.end), candidate.text, candidate.title
        )
        for number, candidate in sorted(entry.mentions, key=lambda item: (item[0], item[1].start))
    )
    words = entry.name.split()
    known = {name_key(" ".join(words[at:])) for at in range(len(words))} | {name_key(words[0])}
    known |= {name_key(mention.text) for mention in mentions}
    forms: dict[str, str] = {}
    for mention in mentions:
        bare = (word_forms.genitive if entry.kind == "person" else word_forms.noun_genitive).sub("", mention.text)
        form = bare if name_key(bare) in known else mention.text
        forms.setdefault(name_key(form), form)
    aliases = tuple(text for key, text in forms.items() if key != name_key(entry.name))
    gender = {"he": "male", "she": "female"}.get(entry.gender)
    kind: ActorKind = "person" if entry.kind == "person" else "organization"
    return Name(entry.name, kind, aliases, gender if kind == "person" else None, mentions)


def _first(name: Name, order: dict[tuple[str, int | None], int]) -> tuple[int, int]:
    place = name.mentions[0].place
    return order[(place.at, place.paragraph)], place.start or 0
