"""Compare names of people: given names with their everyday forms, initials, middle names, suffixes."""

from functools import cache, lru_cache
from typing import NamedTuple

from briefing_tui.anchoring.anchors import name_key
from briefing_tui.languages.words import forms

_SUFFIXES = {"jr": "jr", "junior": "jr", "sr": "sr", "senior": "sr", "ii": "ii", "iii": "iii", "iv": "iv"}


class PersonName(NamedTuple):
    """The parts of a name, folded; all but `last` may be empty."""

    given: str
    middle: tuple[str, ...]
    last: str
    suffix: str


@lru_cache(maxsize=50_000)
def parsed(name: str) -> PersonName:
    """Return the parts of a person's name, which is without a title."""
    words = [word for word in name_key(name).replace(",", " ").replace(".", " ").split() if word]
    suffix = _SUFFIXES[words.pop()] if len(words) > 1 and words[-1] in _SUFFIXES else ""
    if not words:
        return PersonName("", (), name_key(name), suffix)
    return PersonName(words[0] if len(words) > 1 else "", tuple(words[1:-1]), words[-1], suffix)


@cache
def _full_forms() -> dict[str, str]:
    return forms("en", "short_forms")


def is_same_given(one: str, other: str) -> bool:
    """Return whether two given names are one, such as `Bill` and `William`."""
    known = _full_forms()
    return one == other or known.get(one, one) == known.get(other, other)


def is_initial(one: str, other: str) -> bool:
    """Return whether one given name is the initial of the other."""
    short, long = sorted((one, other), key=len)
    return len(short) == 1 and long.startswith(short)


def do_middles_differ(one: PersonName, other: PersonName) -> bool:
    """Return whether both names have middle names that are not the same: `George H. W.`, `George W.`."""
    if not one.middle or not other.middle:
        return False
    first, second = ([word[0] for word in name.middle] for name in (one, other))
    return first != second
