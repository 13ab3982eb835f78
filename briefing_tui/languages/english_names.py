"""Hold what names in English news are made of, and words that are no names.

They are given names, titles, places and organisations. Each list says in its file what it holds.
"""

from briefing_tui.languages.english_words import MONTHS
from briefing_tui.languages.words import SHARED, entries, numbered, pairs, words

_EITHER = words(SHARED, "names_of_either")
_FEMALE, _MALE = words(SHARED, "female_names"), words(SHARED, "male_names")
FEMALE_NAMES, MALE_NAMES, GIVEN_NAMES = _FEMALE - _EITHER, _MALE - _EITHER, _FEMALE | _MALE | _EITHER
SHORT_FORMS = {form: full for full, *others in map(str.split, entries("en", "short_forms")) for form in others}
"""A given name's everyday forms, each with the full one (bill: william)."""

HONORIFICS = words("en", "honorifics")
RANKS = words("en", "ranks")
CAPITAL_TITLES = words("en", "capital_titles")
"""Titles that are written in capitals (`DI`), as they are there."""
TITLE_MODIFIERS = words("en", "title_modifiers")
FEMININE_TITLES = words("en", "feminine_titles")
MASCULINE_TITLES = words("en", "masculine_titles")
PARTICLES = words(SHARED, "name_particles") | words(SHARED, "name_particles_in_text")
LEADING_PARTICLES = words("en", "leading_particles")
SUFFIXES = words("en", "suffixes")
RELATIVES = words("en", "relatives")
OCCUPATIONS = words("en", "occupations")

_COUNTRIES_AND_CITIES = words("en", "countries") | words("en", "states") | words("en", "cities")
_ABBREVIATED = words("en", "abbreviated_states")
_PLACES = _COUNTRIES_AND_CITIES | words("en", "regions") | _ABBREVIATED | frozenset(f"{name}." for name in _ABBREVIATED)
PLACES = _PLACES | frozenset(name.replace("St. ", "St ") for name in _PLACES if name.startswith("St. "))
CITIES = _COUNTRIES_AND_CITIES
"""The places that clubs are named after: countries, states and cities."""
_PEOPLES = words("en", "peoples")
PEOPLES = _PEOPLES | frozenset(f"{people}s" for people in _PEOPLES)
PLACE_HEADS = words("en", "place_heads")

ORGANIZATION_HEADS = words("en", "organization_heads")
OF_HEADS = words("en", "organization_of_heads")
INDUSTRY_HEADS = words("en", "industry_heads")
FOREIGN_HEADS = words("en", "foreign_organization_heads")
KNOWN_ORGANIZATIONS = words("en", "known_organizations")
PLAIN_CAPITALS = words("en", "capitals_not_organizations")
OTHER_NAMES = pairs("en", "other_organization_names")
"""Organisations that go by two names, neither of which is short for the other."""

CALENDAR = MONTHS | frozenset(numbered("en", "weekdays")) | words("en", "feasts")
OPENERS = words("en", "openers")
SURNAMES_TOO = words("en", "surnames_too")
THING_HEADS = words("en", "thing_heads")
COMMON_WORDS = words("en", "common_words") | OPENERS | CALENDAR
"""English words that news text writes in lower case, those that open a sentence included."""


def title_gender(title: str) -> str | None:
    """Return "female" or "male" if a title says which; else None."""
    word = title.lower().rstrip(".")
    if word in FEMININE_TITLES:
        return "female"
    return "male" if word in MASCULINE_TITLES else None
