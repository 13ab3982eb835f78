"""Hold the function words, commonest verbs, times and nouns of texts of English news.

They are in lower case. Each list says in its file what it holds. Closed classes are meant to be complete; open ones hold what
reporters use often.
"""

from briefing_tui.languages.words import entries, numbered, words

PRONOUNS = words("en", "pronouns")
SUBJECT_PRONOUNS = words("en", "subject_pronouns")
HE = words("en", "he")
SHE = words("en", "she")

DETERMINERS = words("en", "determiners")
QUANTITIES = words("en", "quantities")
COMPARING = words("en", "comparing")
POSSESSIVES = words("en", "possessives")

PREPOSITIONS = words("en", "prepositions")
TEMPORAL = words("en", "temporal_prepositions")
SUBORDINATORS = words("en", "subordinators")
CONJUNCTIONS = words("en", "conjunctions")

AUXILIARIES = words("en", "auxiliaries")
FUNCTION_WORDS = PREPOSITIONS | CONJUNCTIONS | SUBORDINATORS | AUXILIARIES | PRONOUNS
BEING = words("en", "forms_of_be")

ADVERBS = words("en", "adverbs")
NOT_ADVERBS = words("en", "not_adverbs")

WEEKDAYS = frozenset(names.split()[0] for names in entries("en", "weekdays"))
MONTHS = frozenset(numbered("en", "months"))
TIME_NOUNS = words("en", "time_nouns")
TIME_ORDER = words("en", "time_order")

VERBS = words("en", "verbs")

_DOCUMENTS = words("en", "document_nouns")
DOCUMENT_NOUNS = _DOCUMENTS | frozenset(f"{noun}s" for noun in _DOCUMENTS if not noun.endswith("s"))
TERM_NOUNS = words("en", "term_nouns")
TITLE_CUES = words("en", "work_nouns")
NAMING_CUES = words("en", "naming_words")
EVENT_NOUNS = words("en", "event_nouns")

CAPITAL_STOP = words("en", "never_names")
ABBREVIATIONS = words("en", "abbreviations")
