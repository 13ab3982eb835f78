"""Hold what names in English news are made of, and words that are no names.

They are given names, titles, places and organisations. Each list says in its file what it holds.
"""

from briefing_tui.languages.english_words import MONTHS
from briefing_tui.languages.words import SHARED, entries, numbered, pairs, words

_EITHER = words("en/names", "names_of_either")
_FEMALE, _MALE = words("en/names", "female_names"), words("en/names", "male_names")
FEMALE_NAMES, MALE_NAMES, GIVEN_NAMES = _FEMALE - _EITHER, _MALE - _EITHER, _FEMALE | _MALE | _EITHER
SHORT_FORMS = {form: full for full, *others in map(str.split, entries("en/names", "short_forms")) for form in others}
"""A given name's everyday forms, each with the full one (bill: william)."""

HONORIFICS = words("en/names", "honorifics")
RANKS = words("en/names", "ranks")
TITLE_MODIFIERS = words("en/names", "title_modifiers")
FEMININE_TITLES = words("en/names", "feminine_titles")
MASCULINE_TITLES = words("en/names", "masculine_titles")
PARTICLES = words(SHARED, "name_particles") | words(SHARED, "name_particles_in_text")
LEADING_PARTICLES = words("en/names", "leading_particles")
SUFFIXES = words("en/names", "suffixes")
RELATIVES = words("en/names", "relatives")
OCCUPATIONS = words("en/names", "occupations")

_COUNTRIES_AND_CITIES = words("en/names", "countries") | words("en/names", "states") | words("en/names", "cities")
_ABBREVIATED = words("en/names", "abbreviated_states")
_PLACES = _COUNTRIES_AND_CITIES | words("en/names", "regions") | _ABBREVIATED | frozenset(f"{name}." for name in _ABBREVIATED)
PLACES = _PLACES | frozenset(name.replace("St. ", "St ") for name in _PLACES if name.startswith("St. "))
CITIES = _COUNTRIES_AND_CITIES
"""The places that clubs are named after: countries, states and cities."""
_PEOPLES = words("en/names", "peoples")
PEOPLES = _PEOPLES | frozenset(f"{people}s" for people in _PEOPLES)
PLACE_HEADS = words("en/names", "place_heads")

ORGANIZATION_HEADS = words("en/names", "organization_heads")
OF_HEADS = words("en/names", "organization_of_heads")
INDUSTRY_HEADS = words("en/names", "industry_heads")
FOREIGN_HEADS = words("en/names", "foreign_organization_heads")
KNOWN_ORGANIZATIONS = words("en/names", "known_organizations")
PLAIN_CAPITALS = words("en/names", "capitals_not_organizations")
OTHER_NAMES = pairs("en/names", "other_organization_names")
"""Organisations that go by two names, neither of which is short for the other."""

CALENDAR = MONTHS | frozenset(numbered("en", "weekdays")) | words("en/names", "feasts")
OPENERS = words("en/names", "openers")
SURNAMES_TOO = words("en/names", "surnames_too")
THING_HEADS = words("en/names", "thing_heads")
COMMON_WORDS = words("en/names", "common_words") | OPENERS | CALENDAR
"""English words that news text writes in lower case, those that open a sentence included."""


def title_gender(title: str) -> str | None:
    """Return "female" or "male" if a title says which; else None."""
    word = title.lower().rstrip(".")
    if word in FEMININE_TITLES:
        return "female"
    return "male" if word in MASCULINE_TITLES else None
