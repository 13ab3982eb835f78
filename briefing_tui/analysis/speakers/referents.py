"""Someone or something of an article that can speak, and what the words of a name and its title tell of one."""

from collections.abc import Sequence

from msgspec import Struct, field

from briefing_tui.languages import english_people as wp
from briefing_tui.languages.english_names import FEMALE_NAMES, GIVEN_NAMES, MALE_NAMES, PLACES


class Figure(Struct, eq=False):
    """Someone or something that can speak. `name` is the fullest name, "" for one that the article never names; `text` what it
    calls them then. `roles` are the nouns that stood with the name, `titled` all the words that
    did."""

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
    met: int = 0
    roles: set[str] = field(default_factory=set)
    titled: set[str] = field(default_factory=set)

    def is_called(self, role: Sequence[str]) -> None:
        """Note a role, in lower case words, that the article gives the figure."""
        self.person = True
        self.roles.add(role_key(role))
        self.titled.update(role)

    @property
    def shown(self) -> str:
        return self.name or self.text


def name_parts(name: str) -> list[str]:
    parts = [part.rstrip(".") for part in name.lower().split()]
    while len(parts) > 1 and parts[-1] in wp.SUFFIXES:
        parts.pop()
    return parts


def role_key(words: Sequence[str]) -> str:
    """A role's noun with the words that make it another role: `former president`, `vice president`."""
    qualifiers = [word for word in words[:-1] if word in wp.PERSON_QUALIFIERS]
    return " ".join([*qualifiers, wp.ABBREVIATED.get(words[-1], words[-1])])


def title_gender(title: str) -> str:
    for word in title.replace(".", "").split():
        if word in wp.MALE_TITLES or word in wp.MALE_ROLES:
            return "he"
        if word in wp.FEMALE_TITLES or word in wp.FEMALE_ROLES:
            return "she"
    return ""


def learn(figure: Figure, name: str, title: str) -> None:
    """What a mention's own words tell of a figure: its roles, and whether it is a person, a group or a place."""
    parts = name_parts(name)
    words = [word.rstrip(".") for word in title.split()]
    figure.roles.update(
        role_key(words[: index + 1]) for index, word in enumerate(words) if word in wp.ROLE_NOUNS or word in wp.TITLES
    )
    figure.titled.update(words)
    if words and (words[-1] in wp.TITLES or words[-1] in wp.ROLE_NOUNS):
        figure.person, figure.group = True, False
    alone = len(parts) == 1
    part_of_name = alone and figure.name != name
    if not (figure.person or figure.gender or part_of_name) and _is_group(name, parts, words):
        figure.group = True
    elif not figure.person and not part_of_name and name in PLACES:
        figure.place = True
    else:
        figure.person = figure.person or (parts[0] in GIVEN_NAMES and not part_of_name)
        figure.gender = figure.gender or title_gender(title) or ("" if alone else _given_gender(parts))


def _is_group(name: str, parts: Sequence[str], title: Sequence[str]) -> bool:
    """The name is an organisation's by its last word, a preposition in it, an article before it, or capitals."""
    joined = (" of " in name and len(parts) > 2) or " for " in name or " on " in name
    acronym = name.isupper() and len(parts) == 1 and len(name) < 7
    return parts[-1] in wp.ORG_TAILS or joined or acronym or title[-1:] == ["the"]


def _given_gender(parts: Sequence[str]) -> str:
    for part in parts[:-1]:
        if part in MALE_NAMES:
            return "he"
        if part in FEMALE_NAMES:
            return "she"
    return ""
