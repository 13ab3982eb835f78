"""English words beside a name that tell its kind: person, organisation, place or work.

They are in lower case. Each list says in its file what it holds. Closed classes are meant to be complete; open ones hold what
reporters use often.
"""

from briefing_tui.languages.english_names import OCCUPATIONS
from briefing_tui.languages.english_people import ROLE_NOUNS
from briefing_tui.languages.english_speech import SAYING
from briefing_tui.languages.words import words

WHO = words("en/names", "who")
LIFE = words("en/names", "life_verbs")
DEEDS = words("en/names", "deed_verbs")
LED_IN = words("en/names", "before_speech_verb")
STAFF_AFTER = words("en/names", "staff_nouns_after")
ORGANIZATION_NOUNS = words("en/names", "organization_nouns")
STAFF = words("en/names", "staff_nouns")
STAFF_PREPOSITIONS = words("en/names", "staff_prepositions")
POSTING = words("en/names", "posting_words")
WORKS = words("en/names", "work_words")
WORKS_AFTER = words("en/names", "work_nouns_after")
PLACED = words("en/names", "place_prepositions")
PLACE_NOUNS = words("en/names", "place_nouns")
TOWARDS = words("en/names", "direction_words")
PERSONAL = words("en/names", "before_persons")
PARTY_NOUNS = words("en/names", "party_nouns")
INDEFINITE = words("en/names", "indefinite")

SPEECH_FORMS = frozenset(form for form in SAYING if not form.endswith("ing"))
"""The finite forms of the verbs of speech."""
CALLINGS = OCCUPATIONS | ROLE_NOUNS | words("en/names", "fame_nouns")
"""Nouns for a person: occupations, offices, and nouns of fame."""
