"""The people, groups and things of an article that can speak.

Names and titles say what each of them is.
"""

from collections.abc import Sequence

from msgspec import Struct, field

from briefing_tui.languages import english_people as people
from briefing_tui.languages.english_names import FEMALE_NAMES, GIVEN_NAMES, MALE_NAMES, PLACES


class Referent(Struct, eq=False):
    """Someone or something that can speak.

    `name` is the fullest name, "" if the article never names it; `text` is then the article's description. `roles` are the role
    nouns that occur with the name, `title_words` all words that do. `gender` is "he", "she" or "". `count` is the number of
    mentions, and `full_mentions` that of the full name.
    """

    name: str
    text: str = ""
    person: bool = False
    group: bool = False
    place: bool = False
    plural: bool = False
    gender: str = ""
    definite: bool = False
    document: bool = False
    count: int = 0
    full_mentions: int = 0
    roles: set[str] = field(default_factory=set)
    title_words: set[str] = field(default_factory=set)

    def add_role(self, role: Sequence[str]) -> None:
        """Add a role, in words of lower case, that the article gives to a person."""
        self.person = True
        self.roles.add(role_key(role))
        self.title_words.update(role)

    @property
    def display_name(self) -> str:
        """The fullest name, or the description of someone without a name."""
        return self.name or self.text


def name_parts(name: str) -> list[str]:
    """Return the words of a name in lower case, without suffixes such as `Jr.`."""
    parts = [part.rstrip(".") for part in name.lower().split()]
    while len(parts) > 1 and parts[-1] in people.SUFFIXES:
        parts.pop()
    return parts


def role_key(words: Sequence[str]) -> str:
    """Return a role's noun with the words that make it another role.

    Examples are `former president` and `vice president`.
    """
    qualifiers = [word for word in words[:-1] if word in people.PERSON_QUALIFIERS]
    return " ".join([*qualifiers, people.ABBREVIATED.get(words[-1], words[-1])])


def title_gender(title: str) -> str:
    """Return "he" or "she" if a title or role says which; else ""."""
    for word in title.replace(".", "").split():
        if word in people.MALE_TITLES or word in people.MALE_ROLES:
            return "he"
        if word in people.FEMALE_TITLES or word in people.FEMALE_ROLES:
            return "she"
    return ""


def learn_from_name(referent: Referent, name: str, title: str) -> None:
    """Add to a referent what a mention's own words say of it.

    They say its roles, and whether it is a person, a group or a place.
    """
    parts = name_parts(name)
    words = [word.rstrip(".") for word in title.split()]
    referent.roles.update(
        role_key(words[: index + 1]) for index, word in enumerate(words) if word in people.ROLE_NOUNS or word in people.TITLES
    )
    referent.title_words.update(words)
    if words and (words[-1] in people.TITLES or words[-1] in people.ROLE_NOUNS):
        referent.person, referent.group = True, False
    alone = len(parts) == 1
    part_of_name = alone and referent.name != name
    if not (referent.person or referent.gender or part_of_name) and _is_group(name, parts, words):
        referent.group = True
    elif not referent.person and not part_of_name and name in PLACES:
        referent.place = True
    else:
        referent.person = referent.person or (parts[0] in GIVEN_NAMES and not part_of_name)
        referent.gender = referent.gender or title_gender(title) or ("" if alone else _given_gender(parts))


def _is_group(name: str, parts: Sequence[str], title: Sequence[str]) -> bool:
    """Return whether a name is an organisation's.

    Its last word, a preposition in it, an article before it, or capitals show that.
    """
    joined = (" of " in name and len(parts) > 2) or " for " in name or " on " in name
    acronym = name.isupper() and len(parts) == 1 and len(name) < 7
    return parts[-1] in people.ORG_TAILS or joined or acronym or title[-1:] == ["the"]


def _given_gender(parts: Sequence[str]) -> str:
    for part in parts[:-1]:
        if part in MALE_NAMES:
            return "he"
        if part in FEMALE_NAMES:
            return "she"
    return ""
