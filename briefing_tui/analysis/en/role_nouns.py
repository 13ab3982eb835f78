"""Judge whether a noun beside a name says what its bearer is."""

from briefing_tui.languages.english_name_cues import ORGANIZATION_NOUNS
from briefing_tui.languages.english_names import (
    CALENDAR,
    OCCUPATIONS,
    RANKS,
)
from briefing_tui.languages.english_people import GROUP_NOUNS, ROLE_NOUNS
from briefing_tui.languages.english_speech import SPEECH
from briefing_tui.languages.english_words import AUXILIARIES, PREPOSITIONS, VERBS
from briefing_tui.languages.words import words as word_list

_GROUPS = GROUP_NOUNS | {noun for noun in ORGANIZATION_NOUNS if not noun.endswith("ed")} - word_list("en", "no_groups")
GENERIC = word_list("en", "generic_nouns")
"""Nouns for people that are no role."""
CALLINGS = OCCUPATIONS | ROLE_NOUNS | RANKS
"""Nouns that say what a person does or is."""
_NO_CALLINGS = (
    *(word_list("en", name) for name in ("time_nouns", "event_nouns", "document_nouns", "work_nouns", "term_nouns")),
    *(word_list("en", name) for name in ("place_nouns", "place_heads", "thing_heads", "organization_nouns", "relatives")),
    *(word_list("en", name) for name in ("no_callings", "generic_nouns", "bare_nouns")),
    GROUP_NOUNS, PREPOSITIONS, AUXILIARIES, VERBS, SPEECH, CALENDAR,
)  # fmt: skip
ENDS_OF_CALLINGS = ("er", "or", "ist", "ian", "eer", "man", "woman", "smith", "wright")
"""Endings that callings have and few other nouns."""
_ENDS_OF_ABSTRACTS = (
    "tion", "sion", "ment", "ness", "ity", "ism", "ing", "ly", "ed", "ence", "ance", "dom", "hood", "ship", "age", "way", "s",
)  # fmt: skip
ENDS_OF_ADJECTIVES = ("al", "ous", "ful", "ive", "ic", "less", "able", "ible", "ary", "est")
"""Endings that adjectives have and few nouns."""
_LEAST_CALLING = 4


def is_group(noun: str, is_determined: bool) -> bool:
    """Return whether a noun is one for an organisation."""
    del is_determined
    return noun in _GROUPS


def is_person_noun(noun: str, is_determined: bool) -> bool:
    """Return whether a noun right before a name is one for a person."""
    return noun in CALLINGS or (noun not in GROUP_NOUNS and is_calling_here(noun, is_determined))


def is_known_calling(noun: str, is_determined: bool) -> bool:
    """Return whether a noun is in a list of callings."""
    del is_determined
    return noun in CALLINGS


def is_calling_here(noun: str, is_determined: bool) -> bool:
    """Return whether a noun beside a name is a calling.

    It may be in no list. A determiner then shows that it is for the person: `NAME, a vicar,`. Without one its ending does:
    `beekeeper`.
    """
    if noun in CALLINGS or noun.removeprefix("ex-").removeprefix("co-") in CALLINGS:
        return True
    is_thing = len(noun) < _LEAST_CALLING or noun.endswith(_ENDS_OF_ABSTRACTS) or any(noun in nouns for nouns in _NO_CALLINGS)
    return not is_thing and (is_determined or noun.endswith(ENDS_OF_CALLINGS))
