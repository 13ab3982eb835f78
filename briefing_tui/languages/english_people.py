"""Hold the roles, titles and groups of English news, and what is in names.

They are in lower case. Each list says in its file what it holds. Closed classes are meant to be complete; open ones hold what
reporters use often.
"""

from briefing_tui.languages.words import pairs, words


def plural(noun: str) -> str:
    """Return the regular plural of a noun."""
    if noun.endswith("y"):
        return f"{noun[:-1]}ies"
    return f"{noun}es" if noun.endswith(("s", "ch", "x")) else f"{noun}s"


ROLE_NOUNS = words("en", "role_nouns") | words("en", "occupations")
ROLE_PLURALS = words("en", "irregular_role_plurals") | frozenset(map(plural, ROLE_NOUNS))
PERSON_QUALIFIERS = words("en", "person_qualifiers")
PERSON_NOUNS = ROLE_NOUNS - words("en", "roles_that_are_things")
GROUP_NOUNS = words("en", "group_nouns")
NOUN_MODIFIERS = words("en", "noun_modifiers")

ABBREVIATED = pairs("en", "abbreviated_titles")
"""The full form of an abbreviated title."""
TITLES = words("en", "titles") | frozenset(ABBREVIATED)
HONORIFICS = words("en", "short_titles") | frozenset(ABBREVIATED)
SOFT_TITLES = words("en", "titles_also_surnames")
STRONG_TITLES = (TITLES | ROLE_NOUNS) - words("en", "titles_in_names")
"""Titles and roles that are no part of a name that follows them."""
MALE_TITLES = words("en", "male_titles")
FEMALE_TITLES = words("en", "female_titles")
MALE_ROLES = words("en", "male_roles")
FEMALE_ROLES = words("en", "female_roles")

SUFFIXES = words("en", "phrase_suffixes")
ORG_TAILS = words("en", "organization_tails")
OF_FIELDS = words("en", "of_field_nouns")
NOT_NAMES = words("en", "capitalised_words")

OFFICES = words("en", "offices")
ADJECTIVE_ENDS = words("en", "adjective_ends")
QUALIFYING = words("en", "qualifying_words")
