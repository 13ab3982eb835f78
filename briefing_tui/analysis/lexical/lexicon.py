"""Read the word lists of a language that the rules of this package need."""

import re
from collections.abc import Iterable
from functools import cache, cached_property

from msgspec import Struct

from briefing_tui.languages.words import SHARED, entries, pairs

Gender = str
"""`he`, `she` or an empty string."""


_SHORTEST_END = 6
"""The fewest letters of a noun that shows at the end of another that this is one."""


_NOTHING = re.compile(r"(?!)")


class WordForms(Struct, frozen=True):
    """The patterns of a language's words that no list can hold.

    Each one matches nothing if the language has no such forms.

    `age` is a noun for somebody by age (`31-Jährige`), in lower case. `genitive` is the ending of a person's name in the
    genitive, `noun_genitive` that of other nouns, and `inflection` the ending of an adjective. `elided` is a small word joined
    to the next one (`l’ami`), `inverted` a pronoun joined to its verb (`dit-elle`), each as a group.
    """

    age: re.Pattern[str] = _NOTHING
    genitive: re.Pattern[str] = _NOTHING
    noun_genitive: re.Pattern[str] = _NOTHING
    inflection: re.Pattern[str] = _NOTHING
    elided: re.Pattern[str] | None = None
    inverted: re.Pattern[str] = _NOTHING


class Lexicon:
    """The word lists of one language, all in lower case unless said otherwise.

    Lists that the language lacks are empty. `nouns_have_capitals` says that every noun is written like a name.
    `feminine_endings` turn a masculine role into a feminine one; each comes with what it replaces.
    """

    def __init__(
        self, code: str, nouns_have_capitals: bool, feminine_endings: Iterable[tuple[str, str]], forms: WordForms
    ) -> None:
        """Read the lists of the language's folder."""
        self.forms = forms
        self.doubtful_given_names: dict[str, Gender] = {}
        self._code = code
        self.nouns_have_capitals = nouns_have_capitals
        self._feminine_endings = tuple(feminine_endings)
        self.saying = self._forms("saying_verbs")
        self.thinking = self._forms("thinking_verbs")
        self.calling = self._forms("calling_verbs")
        self.participles = self._set("speech_participles")
        self.speech = self.saying | self.thinking | self.participles
        self.all_speech = self.speech | self.calling
        self.separable: dict[str, frozenset[str]] = {
            particle: frozenset(forms.split()) for particle, forms in pairs(code, "separable_verbs").items()
        }
        self.separated = frozenset[str]().union(*self.separable.values())
        self.saying |= {f"{particle}{form}" for particle, forms in self.separable.items() for form in forms}
        self.speech |= self.saying
        self.all_speech |= self.saying
        self.pronouns = pairs(code, "pronouns")
        self.demonstratives = self._set("demonstratives")
        self.singular_verbs = self._set("singular_verbs")
        self.possessives = pairs(code, "possessives")
        self.object_pronouns = pairs(code, "object_pronouns")
        self.nominative = self._set("nominative_determiners")
        self.oblique = self._set("oblique_determiners")
        self.determiners = self.nominative | self.oblique
        self.prepositions = self._set("prepositions")
        self.attribute_openers = self._set("attribute_openers")
        self.viewpoint_prepositions = self._set("viewpoint_prepositions")
        self.perfect_auxiliaries = self._set("perfect_auxiliaries")
        self.indefinite = self._set("indefinite_articles")
        self.comparing = self._set("comparing_words")
        self.conjunctions = self._set("conjunctions")
        self.subordinators = self._set("subordinators")
        self.adverbs = self._set("adverbs")
        self.auxiliaries = self._set("auxiliaries")
        self.subjunctive = self._set("subjunctive_forms")
        self.subjunctive_endings = tuple(entries(code, "subjunctive_endings"))
        self.singular_first_person = self._set("singular_first_person")
        self.feminine_nouns = tuple(entries(code, "feminine_nouns"))
        self.place_prepositions = self._set("prepositions_of_places")
        self.being = self._set("being_forms")
        self.articles = pairs(code, "articles")
        self.definite = self._set("definite_articles")
        self.ambiguous = self._set("ambiguous_articles")
        self.plural = self._set("plural_articles")
        self.adjective_endings = tuple(entries(code, "adjective_endings"))
        self.oblique_endings = tuple(entries(code, "oblique_adjective_endings"))
        self.place_adjective_endings = tuple(entries(code, "place_adjective_endings"))
        self.plural_endings = tuple(entries(code, "plural_verb_endings"))
        self.past_endings = tuple(entries(code, "past_endings"))
        self.case_endings = tuple(entries(code, "case_endings"))
        self.noun_endings = tuple(entries(code, "noun_endings"))
        self.role_endings = tuple(entries(code, "role_endings"))
        self.verb_endings = tuple(entries(code, "verb_endings"))
        self.complement_words = self._set("complement_words")
        self.fragment_openers = self._set("fragment_openers")
        self.short_titles = self._set("abbreviated_titles")
        self.honorific_genders = pairs(code, "honorific_genders")
        self.generic_roles = self._set("generic_roles")
        self.reflexives = self._set("reflexives")
        self.relatives = self._set("relative_pronouns")
        self.kin = self._set("relatives")
        self.agent_endings = tuple(entries(code, "agent_endings"))
        self.role_adjectives = self._set("role_adjectives")
        self.role_adjective_endings = tuple(entries(code, "role_adjective_endings"))
        self.partitives = self._set("partitives")
        self.group_nouns = self._set("group_nouns")
        self.time_nouns = self._set("time_nouns")
        self.function_words = (
            self.pronouns.keys() | self.possessives.keys() | self.object_pronouns.keys() | self.determiners | self.prepositions
            | self.conjunctions | self.subordinators | self.adverbs | self.auxiliaries | self.subjunctive
            | self._set("function_words") | self._set("sentence_openers")
        )  # fmt: skip
        self.source_words = self._set("source_words_before")
        self.speech_auxiliaries = self._set("speech_auxiliaries")
        self.source_prepositions = self._set("source_prepositions")
        self.colon_prepositions = self._set("colon_prepositions")
        self.according_before = self._set("according_before")
        self.according_after = self._set("according_after")
        self.impersonal_verbs = self._set("impersonal_verbs")
        self.document_verbs = self._set("document_verbs")
        self.impersonal_subjects = self._set("impersonal_subjects")
        self.words_for_sources = self._set("words_for_sources")
        self.words_for_words = self._set("words_for_words")
        self.first_person = self._set("first_person")
        self.source_nouns = self._set("source_nouns")
        self.naming_nouns = self._set("naming_nouns")
        self.slogan_nouns = self._set("slogan_nouns")
        self.written_things = tuple(entries(code, "things_with_words"))
        self.writing_verbs = self._set("verbs_of_things_with_words")
        self.so_called = self._set("so_called")

    @cached_property
    def given_names(self) -> dict[str, Gender]:
        """The given names with their gender, which is empty for those of either.

        Those that are also words are in `doubtful_given_names`.
        """
        code = self._code
        found: dict[str, Gender] = dict.fromkeys(entries(SHARED, "female_names"), "she")
        found.update(dict.fromkeys(entries(SHARED, "male_names"), "he"))
        found.update(dict.fromkeys(entries(code, "more_female_names"), "she"))
        found.update(dict.fromkeys(entries(code, "more_male_names"), "he"))
        found.update(dict.fromkeys((*entries(SHARED, "names_of_either"), *entries(code, "more_names_of_either")), ""))
        self.doubtful_given_names = {
            word: found.pop(word, "")
            for word in (*entries(code, "given_names_not_here"), *self.common_nouns, *self.function_words)
            if word in found
        }
        return found

    @cached_property
    def honorifics(self) -> frozenset[str]:
        """Forms of address before a name."""
        return self._set("honorifics")

    @cached_property
    def noble_titles(self) -> frozenset[str]:
        """Titles between a given name and `von`."""
        return self._set("noble_titles")

    @cached_property
    def particles(self) -> frozenset[str]:
        """Small words inside names of persons."""
        return self._set("particles_in_names")

    @cached_property
    def organization_nouns(self) -> frozenset[str]:
        """Nouns that name an organisation by themselves."""
        return self._set("organization_nouns")

    @cached_property
    def generic_organization_nouns(self) -> frozenset[str]:
        """Nouns of organisations that need a name behind them."""
        return self._set("generic_organization_nouns")

    @cached_property
    def named_after(self) -> frozenset[str]:
        """Nouns that end the name of an organisation behind a hyphen: `Paul-Ehrlich-Institut`."""
        return self._set("nouns_behind_hyphen")

    @cached_property
    def media_nouns(self) -> frozenset[str]:
        """Nouns behind an adjective in the name of a newspaper: `Frankfurter Rundschau`."""
        return self._set("media_nouns")

    @cached_property
    def words_of_companies(self) -> frozenset[str]:
        """Words that end the name of a company without being its legal form, as written."""
        return self._set("words_of_companies")

    @cached_property
    def company_nouns(self) -> frozenset[str]:
        """Nouns before the name of a company that say what it does.

        They also end longer words.
        """
        return self._set("company_nouns")

    @cached_property
    def associations(self) -> frozenset[str]:
        """Nouns of associations that are named after their members."""
        return self._set("associations")

    @cached_property
    def plural_owners(self) -> frozenset[str]:
        """Words between an association and its members: `der`."""
        return self._set("plural_owners")

    @cached_property
    def things_behind_names(self) -> frozenset[str]:
        """Nouns behind a person's name that make it a thing's: `Award`."""
        return self._set("things_behind_names")

    @cached_property
    def organization_tails(self) -> frozenset[str]:
        """Words with which the name of an organisation goes on: `für`."""
        return self._set("organization_tails")

    @cached_property
    def organization_joiners(self) -> frozenset[str]:
        """Small words inside the name of an organisation."""
        return self._set("organization_joiners")

    @cached_property
    def organization_openers(self) -> frozenset[str]:
        """Words that open the name of an organisation, as written."""
        return self._set("organization_openers")

    @cached_property
    def club_openers(self) -> frozenset[str]:
        """Words that open the names of clubs and chambers without another noun, as written."""
        return self._set("club_openers")

    @cached_property
    def known_organizations(self) -> frozenset[str]:
        """Names of organisations, as written."""
        return self._set("known_organizations")

    @cached_property
    def organizations_also_words(self) -> frozenset[str]:
        """Names of organisations that are words, too, as written."""
        return self._set("organizations_also_words")

    @cached_property
    def legal_forms(self) -> frozenset[str]:
        """Words that a company has behind its name, as written."""
        return self._set("legal_forms")

    @cached_property
    def not_organizations(self) -> frozenset[str]:
        """Words in capitals that are no organisations, as written."""
        return self._set("capitals_not_organizations")

    @cached_property
    def places(self) -> frozenset[str]:
        """Names of places, as written."""
        return self._set("places")

    @cached_property
    def team_names(self) -> frozenset[str]:
        """Names of teams that no list of places has, as written."""
        return self._set("team_names")

    @cached_property
    def sports_nouns(self) -> frozenset[str]:
        """Nouns of reports of matches."""
        return self._set("sports_nouns")

    @cached_property
    def playing_verbs(self) -> frozenset[str]:
        """Verbs whose subject is a team, if it is a place: `gewann`."""
        return self._set("playing_verbs")

    @cached_property
    def words_before_opponents(self) -> frozenset[str]:
        """Prepositions before the team that one plays against: `gegen`."""
        return self._set("words_before_opponents")

    @cached_property
    def common_nouns(self) -> frozenset[str]:
        """Nouns that are no surnames."""
        return self._set("common_nouns")

    @cached_property
    def _common_endings(self) -> tuple[str, ...]:
        return entries(self._code, "common_endings")

    @cached_property
    def _roles(self) -> dict[str, Gender]:
        masculine = dict.fromkeys(entries(self._code, "masculine_roles"), "he")
        either = dict.fromkeys(entries(self._code, "roles_of_either"), "")
        feminine = {form: "she" for role in masculine for form in self._feminine(role)}
        feminine |= dict.fromkeys(entries(self._code, "feminine_roles"), "she")
        adjectives = entries(self._code, "roles_of_adjectives")
        inflected = dict.fromkeys((f"{word}r" for word in adjectives), "he")
        return feminine | masculine | either | dict.fromkeys(adjectives, "") | inflected

    @cached_property
    def _inflected(self) -> dict[str, str]:
        """The plain forms of roles that are adjectives: `Vorsitzender` is `Vorsitzende`."""
        return {f"{word}r": word for word in entries(self._code, "roles_of_adjectives")}

    @cached_property
    def _roles_alone(self) -> frozenset[str]:
        return self._set("roles_alone")

    def _feminine(self, role: str) -> Iterable[str]:
        for ending, feminine in self._feminine_endings:
            if role.endswith(ending):
                yield role[: len(role) - len(ending)] + feminine
                return

    def _set(self, name: str) -> frozenset[str]:
        return frozenset(entries(self._code, name))

    def _forms(self, name: str) -> frozenset[str]:
        return frozenset(form for line in entries(self._code, name) for form in line.split())

    @cache  # noqa: B019 - a lexicon lives as long as the process
    def role(self, low: str) -> tuple[str, Gender] | None:
        """Return a role's plain form and gender; None if the word is no role.

        The end of a compound is enough (`Verdi-Sprecherin`), and a genitive or dative ending is dropped.
        """
        return self._role_of(low)

    def _role_of(self, low: str) -> tuple[str, Gender] | None:
        for word in (low, *(low.removesuffix(ending) for ending in self.case_endings)):
            if word in self._roles:
                return self._inflected.get(word, word), self._roles[word]
        if not self.nouns_have_capitals or len(low) < 7:
            return None
        tail = low.rpartition("-")[2]
        if tail != low and len(tail) > 2:
            found = self._role_of(tail)
            if found:
                return low, found[1]
        for word in (low, low.removesuffix("s"), low.removesuffix("n")):
            for start in range(2, len(word) - 3):
                end = word[start:]
                if end in self._roles and end not in self._roles_alone and word not in self.common_nouns:
                    return word[:start] + self._inflected.get(end, end), self._roles[end]
        return None

    @cache  # noqa: B019 - a lexicon lives as long as the process
    def is_organization(self, low: str) -> bool:
        """Return whether a noun, or the end of a compound, names an organisation by itself."""
        return low not in self.common_nouns and self._ends_in(low, self.organization_nouns)

    @cache  # noqa: B019 - a lexicon lives as long as the process
    def is_generic_organization(self, low: str) -> bool:
        """Return whether a noun, or its end, is an organisation with a name behind."""
        return self._ends_in(low, self.generic_organization_nouns)

    def _ends_in(self, low: str, nouns: frozenset[str]) -> bool:
        for word in (low, low.removesuffix("s"), low.removesuffix("es")):
            if word in nouns:
                return True
            if self.nouns_have_capitals and any(word[start:] in nouns for start in range(2, len(word) - 3)):
                return True
        return False

    @cache  # noqa: B019 - a lexicon lives as long as the process
    def is_common(self, low: str) -> bool:
        """Return whether a word is a noun rather than a surname."""
        if low in self.time_nouns or low in self.function_words or self.is_listed(low):
            return True
        tail = low.rpartition("-")[2]
        if tail != low and len(tail) > 1 and self.nouns_have_capitals and (self.is_listed(tail) or self._ends_common(tail)):
            return True
        if self._ends_common(low) or self._ends_listed(low):
            return True
        return self.role(low) is not None or self.is_organization(low) or self.is_generic_organization(low)

    def may_be_surname(self, low: str) -> bool:
        """Return whether a word is a noun by its end only, as surnames are: `Ohlendorf`."""
        is_other = self.is_listed(low) or self.role(low) is not None or self.is_organization(low)
        return not is_other and low.endswith(self._surname_endings)

    @cached_property
    def _surname_endings(self) -> tuple[str, ...]:
        return entries(self._code, "endings_of_surnames")

    def _ends_common(self, low: str) -> bool:
        return low.endswith(self._common_endings) and len(low) > 6

    def _ends_listed(self, low: str) -> bool:
        """Return whether a noun ends with a longer listed one: `Schadensersatz`."""
        ends = range(2, len(low) - _SHORTEST_END + 1) if self.nouns_have_capitals else ()
        return any(low[start:] in self._long_nouns for start in ends)

    @cached_property
    def _long_nouns(self) -> frozenset[str]:
        """The forms of the longer listed nouns."""
        nouns = (noun for noun in self.common_nouns if len(noun) >= _SHORTEST_END)
        return frozenset(f"{noun}{ending}" for noun in nouns for ending in ("", *self.noun_endings))

    def is_listed(self, low: str) -> bool:
        """Return whether a noun is a listed one, in any of its forms."""
        return any(low.removesuffix(ending) in self.common_nouns for ending in ("", *self.noun_endings))

    def is_speaking_verb(self, low: str) -> bool:
        """Return whether a word may be the verb between a quotation and its speaker.

        Any word in small letters that is no function word may; most such verbs occur once, and no list has them all.
        """
        return low in self.speech or (low[:1].islower() and low not in self.function_words)
