"""English words beside a name that tell its kind: person, organisation, place or work.

They are in lower case. Each list says in its file what it holds. Closed classes are meant to be complete; open ones hold what
reporters use often.
"""

from briefing_tui.languages.english_names import OCCUPATIONS
from briefing_tui.languages.english_people import ROLE_NOUNS
from briefing_tui.languages.english_speech import SAYING
from briefing_tui.languages.words import words

WHO = words("en", "who")
LIFE = words("en", "life_verbs")
DEEDS = words("en", "deed_verbs")
LED_IN = words("en", "before_speech_verb")
STAFF_AFTER = words("en", "staff_nouns_after")
ORGANIZATION_NOUNS = words("en", "organization_nouns")
STAFF = words("en", "staff_nouns")
STAFF_PREPOSITIONS = words("en", "staff_prepositions")
POSTING = words("en", "posting_words")
EVENTS_AFTER = words("en", "event_nouns_after")
PUBLISHED = words("en", "published_nouns")
WORKS = words("en", "work_words")
WORKS_AFTER = words("en", "work_nouns_after")
PLACED = words("en", "before_places")
PLACE_NOUNS = words("en", "place_nouns")
TOWARDS = words("en", "direction_words")
PERSONAL = words("en", "before_persons")
PARTY_NOUNS = words("en", "party_nouns")
INDEFINITE = words("en", "indefinite")

SPEECH_FORMS = frozenset(form for form in SAYING if not form.endswith("ing"))
"""The finite forms of the verbs of speech."""
CALLINGS = OCCUPATIONS | ROLE_NOUNS | words("en", "fame_nouns")
"""Nouns for a person: occupations, offices, and nouns of fame."""
