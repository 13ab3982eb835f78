"""Find out whom pronouns and descriptions stand for among those who can speak."""

import re
from collections.abc import Iterable, Sequence

from msgspec import Struct, field

from briefing_tui.analysis.lexical.lexicon import Gender, Lexicon
from briefing_tui.analysis.lexical.tokens import LexicalToken
from briefing_tui.analysis.shared.names import Name, name_key

_LIKE = 3
"""The last letters of a role that roles of which one ends like the other share."""
_LARGEST_FAMILY = 12
_MOST_NEW = 4
"""The most persons who are new in a paragraph, among whom one that a pronoun stands for is looked for."""
_NEAREST = 12
"""The most mentions back to whom a description stands for."""
_NEAR = 40
"""The most mentions back to the person that a pronoun stands for."""


class LexicalReferent(Struct, eq=False):
    """Someone or something that can speak, by name or by a description.

    `roles` are the plain forms of the roles that the article gives, `age` is the age in digits, if it gives one.
    """

    name: str
    text: str = ""
    gender: Gender = ""
    is_person: bool = False
    age: str = ""
    roles: set[str] = field(default_factory=set)

    @property
    def display_name(self) -> str:
        """The fullest name, or the description of someone without a name."""
        return self.name or self.text


class LexicalReferents:
    """The referents of an article, in the order in which they were mentioned so far."""

    def __init__(self, lexicon: Lexicon, names: Iterable[Name]) -> None:
        """Take the lexicon, and the names that were found in the article."""
        self._lexicon = lexicon
        self._by_form: dict[str, LexicalReferent] = {}
        self._forms: dict[tuple[str, ...], LexicalReferent] = {}
        self._longest: dict[str, int] = {}
        self._recent: list[tuple[LexicalReferent, bool]] = []
        self._described: dict[str, LexicalReferent] = {}
        self._by_role: dict[str, dict[int, LexicalReferent]] = {}
        self._by_noun: dict[str, LexicalReferent] = {}
        self._mentioned: set[int] = set()
        self._new: list[LexicalReferent] = []
        self._here: list[tuple[LexicalReferent, bool]] = []
        self._leads_here = False
        self._is_anybody_named = False
        self._waiting: list[LexicalReferent] = []
        self._introduced: dict[str, LexicalReferent] = {}
        self._by_age: dict[str, LexicalReferent] = {}
        self._families: dict[str, list[LexicalReferent]] = {}
        for name in names:
            gender = {"female": "she", "male": "he"}.get(name.gender or "", "")
            referent = LexicalReferent(name.name, gender=gender, is_person=name.kind == "person")
            if referent.is_person and " " in name.name:
                self._families.setdefault(name.name.rpartition(" ")[2], []).append(referent)
            for form in dict.fromkeys((name.name, *name.aliases, *(mention.text for mention in name.mentions))):
                self._add_form(form, referent)
            for mention in name.mentions:
                for word in mention.title.split():
                    self.add_role(referent, word.lower())

    def _add_form(self, form: str, referent: LexicalReferent) -> None:
        words = tuple(re.findall(r"(?:[^\W\d_]\.){2,}|[^\W_][\w’'&/*:-]*|[^\w\s]", form))
        if words and name_key(form) not in self._by_form:
            self._by_form[name_key(form)] = referent
            self._forms[words] = referent
            self._longest[words[0]] = max(len(words), self._longest.get(words[0], 0))

    def form_at(self, tokens: Sequence[LexicalToken], at: int) -> tuple[int, LexicalReferent] | None:
        """Return the length in words, and the owner, of the name at a token.

        None if no name begins there.
        """
        longest = self._longest.get(tokens[at].text, 0)
        for count in range(min(longest, len(tokens) - at), 0, -1):
            referent = self._forms.get(tuple(token.text for token in tokens[at : at + count]))
            if referent is not None:
                return count, referent
        return None

    def organization(self, words: str) -> LexicalReferent | None:
        """Return the organisation whose name words are; None if they are none."""
        referent = self._by_form.get(name_key(words))
        return referent if referent is not None and not referent.is_person else None

    def add_noun(self, referent: LexicalReferent, low: str) -> None:
        """Add a noun that describes a person, whether a list has it or not."""
        self._by_noun[low] = referent

    def add_role(self, referent: LexicalReferent, low: str) -> None:
        """Add a role that the article gives to a person, if the word is one."""
        role = self._lexicon.role(low)
        if role is None:
            return
        stem = _stem(role[0], self._lexicon.role_endings)
        referent.roles.add(stem)
        if referent.is_person:
            self._by_role.setdefault(stem[-_LIKE:], {})[id(referent)] = referent
        if role[1] and not referent.gender:
            referent.gender = role[1]

    def add_age(self, referent: LexicalReferent, age: str) -> None:
        """Add the age that the article gives to a person, in digits."""
        if age and not referent.age and (referent.is_person or not referent.name):
            referent.age = age
            self._by_age[age] = referent

    def add_described(self, low: str, text: str) -> None:
        """Add who is described in a case that no subject has: `nach Angaben einer Sprecherin`.

        Before anybody leads in the paragraph, this is somebody new, whom the same description and pronouns stand for later.
        """
        lexicon, role = self._lexicon, self._lexicon.role(low)
        if self._leads_here or role is None or not role[1] or low in lexicon.group_nouns or low in lexicon.generic_roles:
            return
        if role[0] not in (low, lexicon.forms.noun_genitive.sub("", low)):
            return  # it may be a plural
        found = None
        if text.partition(" ")[0].lower() not in lexicon.indefinite:
            found = self._with_role(role[0], role[1], only=False) or self._by_noun.get(low) or self._introduced.get(low)
        if found is None:
            found = self._introduced[low] = LexicalReferent("", text.partition(" ")[2], role[1], True)
            self._new = [*self._new, found][:_MOST_NEW]
        self._here.append((found, False))

    def named(self, name: str) -> LexicalReferent:
        """Return the referent with a name; a new person if the article has none."""
        key = name_key(name)
        if key not in self._by_form:
            self._by_form[key] = LexicalReferent(name, is_person=True)
        return self._by_form[key]

    def mention(self, referent: LexicalReferent, leading: bool) -> None:
        """Add a mention; `leading` is one as a subject or speaker.

        The first person who leads gives a name to those who were described before anybody was named.
        """
        self._recent.append((referent, leading))
        self._here.append((referent, leading))
        if leading and referent.is_person:
            self._new, self._leads_here = [], True
        elif not self._leads_here and referent.is_person and referent.name and id(referent) not in self._mentioned:
            self._new = [*self._new, referent][:_MOST_NEW]
        self._mentioned.add(id(referent))
        self._is_anybody_named |= referent.is_person and bool(referent.name)
        if self._waiting and leading and referent.is_person and referent.name:
            for waiting in self._waiting:
                if waiting.gender in (referent.gender, "") or not referent.gender:
                    waiting.name = referent.name
            self._waiting = []

    def begin_paragraph(self) -> None:
        """Forget who was named for the first time in the paragraph before."""
        self._new = []
        self._here = []
        self._leads_here = False

    def unnamed(self, text: str, gender: Gender) -> LexicalReferent:
        """Return somebody for a pronoun that refers to nobody yet.

        An article that begins with `Sie sitzt am Fenster` names her soon.
        """
        referent = LexicalReferent("", text, gender)
        if gender and not self._is_anybody_named and len(self._waiting) < _NEAR:
            self._waiting.append(referent)
        return referent

    def by_gender(self, gender: Gender) -> LexicalReferent | None:
        """Return the person that a pronoun stands for.

        It is the last speaker or subject who is not known to be of another gender, else the last person of its gender.
        """
        found = self._new_of(gender)
        if found is not None:
            return found
        recent = self._recent[-_NEAR:]
        for referent, leads in reversed(recent):
            if leads and referent.is_person and referent.gender in (gender, ""):
                return referent
        for known in (gender, ""):
            for referent, _ in reversed(recent):
                if referent.is_person and referent.gender == known:
                    return referent
        return None

    def _new_of(self, gender: Gender) -> LexicalReferent | None:
        """Return who is new in this paragraph, of a gender or else of one that is not known."""
        for known in (gender, "") if gender else ():
            for referent in self._new:
                if referent.gender == known:
                    return referent
        return None

    def last(self, gender: Gender) -> LexicalReferent | None:
        """Return the person of a gender who was mentioned last, as a subject or not."""
        recent = (referent for referent, _ in reversed(self._recent[-_NEAR:]))
        return next((referent for referent in recent if referent.is_person and referent.gender == gender), None)

    def described(self, low: str, text: str, gender: Gender, definite: bool, has_more: bool, age: str = "") -> LexicalReferent:
        """Return whom a description stands for.

        It is the person with that role, else the last person of its gender, else somebody without a name.

        Args:
            low: Its noun in lower case.
            text: The description as written.
            gender: The gender that its article shows, if any.
            definite: Whether it has a definite article; others stand for somebody new.
            has_more: Whether more than its noun describes somebody: then only one with that role can be meant.
            age: The age that it gives, in digits.
        """
        role = self._lexicon.role(low)
        gender = (role[1] if role else "") or gender
        is_group = low in self._lexicon.group_nouns
        if definite:
            is_aged = self._lexicon.forms.age.fullmatch(low) is not None
            found = self._aged(age, gender) if is_aged else self._with_role(role[0], gender, only=has_more) if role else None
            is_kin = low in self._lexicon.kin
            is_agent = low.endswith(self._lexicon.agent_endings) and not self._lexicon.is_common(low)
            is_person = is_aged or role is not None or is_agent
            found = found or self._by_noun.get(low) or (self._introduced.get(low) if not has_more else None)
            if found is None and not has_more and is_person and not is_group:
                found = self._leading_here(gender) if is_kin else self._near(gender, age, unnamed=is_aged)
            if found is None and has_more and role is not None and not is_group:
                found = self._elaborated(gender)
            if found is None and not has_more and not is_person and self._names_organization(low):
                found = self._organization_near(low)
            if found is not None:
                self.add_age(found, age)
                return found
        key = text.lower() if definite else f"{text.lower()} {len(self._recent)}"
        if key not in self._described:
            self._described[key] = LexicalReferent("", text, gender, role is not None and not is_group)
            self.add_age(self._described[key], age)
            if text.partition(" ")[0].lower() in self._lexicon.indefinite and role is not None and not is_group:
                self._introduced[low] = self._described[key]
        return self._described[key]

    def relative(self, owner_gender: Gender, low: str) -> LexicalReferent | None:
        """Return the person whom a possessive and a noun of kin name: `ihr Mann`.

        It is the only one with the owner's surname and the noun's gender.
        """
        owner = self.by_gender(owner_gender)
        role = self._lexicon.role(low)
        if owner is None or role is None or " " not in owner.name:
            return None
        family = self._families.get(owner.name.rpartition(" ")[2], [])[:_LARGEST_FAMILY]
        fitting = [one for one in family if one is not owner and one.gender == role[1]]
        return fitting[0] if len(fitting) == 1 else None

    def _with_role(self, role: str, gender: Gender, only: bool) -> LexicalReferent | None:
        """Return the last person, or the first of the article, whose role is this one or ends like it.

        With `only`, there is none if several persons have it.
        """
        stem = _stem(role, self._lexicon.role_endings)
        known = self._by_role.get(stem[-_LIKE:], {})
        fitting = [
            one
            for one in known.values()
            if not (gender and one.gender and one.gender != gender) and any(_are_alike(stem, other) for other in one.roles)
        ]
        if not fitting or (only and len(fitting) != 1):
            return None
        exact = [one for one in fitting if stem in one.roles]
        for among in (exact, fitting):
            for referent, _ in reversed(self._recent[-_NEAR:]):
                if any(referent is one for one in among):
                    return referent
            if among:
                return among[0]
        return None

    def _aged(self, age: str, gender: Gender) -> LexicalReferent | None:
        """Return the person of an age: the one whose age the article gave, else the last one of this paragraph."""
        known = self._by_age.get(age)
        if known is not None and not (gender and known.gender and known.gender != gender):
            return known
        for leading in (True, False):
            for referent, leads in reversed(self._here[-_NEAR:]):
                is_fitting = referent.is_person and not referent.age and referent.gender in (gender, "")
                if leads == leading and is_fitting:
                    return referent
        return None

    def _leading_here(self, gender: Gender) -> LexicalReferent | None:
        """Return the last person of a gender who leads in this paragraph."""
        people = (referent for referent, leads in reversed(self._here[-_NEAR:]) if leads and referent.is_person)
        return next((person for person in people if person.gender in (gender, "") and person.name), None)

    def leads_here(self, referent: LexicalReferent) -> bool:
        """Return whether a person was a subject or speaker in this paragraph."""
        return any(other is referent and leads for other, leads in self._here[-_NEAR:])

    def _names_organization(self, low: str) -> bool:
        return self._lexicon.is_generic_organization(low) or self._lexicon.is_organization(low)

    def _organization_near(self, low: str) -> LexicalReferent | None:
        """Return the last organisation that a noun can stand for: `das Unternehmen`, `die Behörde`.

        Its name has this noun, or no noun of another kind of organisation.
        """
        for leading in (True, False):
            for referent, leads in reversed(self._recent[-_NEAREST:]):
                if leads != leading or referent.is_person or not referent.name:
                    continue
                words = referent.name.lower().split()
                if any(word.endswith(low) for word in words) or not any(self._names_organization(word) for word in words):
                    return referent
        return None

    def _elaborated(self, gender: Gender) -> LexicalReferent | None:
        """Return who led the sentence before, if the article said nothing else of that person: `Die Ökonomin aus Portolan`."""
        found = next((referent for referent, leads in reversed(self._here) if leads), None)
        is_fitting = found is not None and found.is_person and found.name and not found.roles and found.gender == gender
        return found if is_fitting else None

    def _near(self, gender: Gender, age: str, unnamed: bool) -> LexicalReferent | None:
        """Return the last person of a gender that was a subject or a speaker, `unnamed` ones only if asked for.

        One of another age is somebody else.
        """
        found = self._new_of(gender)
        if found is not None:
            return found
        for referent, leads in reversed(self._recent[-_NEAREST:]):
            if not referent.is_person or not leads or not (referent.name or unnamed):
                continue
            if (gender and referent.gender and referent.gender != gender) or (age and referent.age and referent.age != age):
                continue
            return referent
        return None


def _are_alike(first: str, second: str) -> bool:
    return first.endswith(second) or second.endswith(first)


def _stem(role: str, endings: Iterable[str]) -> str:
    """Return a role without its feminine ending and its inflection."""
    for ending in endings:
        if role.endswith(ending) and len(role) - len(ending) > 3:
            return role[: len(role) - len(ending)]
    return role
