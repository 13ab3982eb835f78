"""Hold the function words, commonest verbs, times and nouns of texts of English news.

They are in lower case. Each list says in its file what it holds. Closed classes are meant to be complete; open ones hold what
reporters use often.
"""

from briefing_tui.languages.words import entries, numbered, words

PRONOUNS = words("en/grammar", "pronouns")
SUBJECT_PRONOUNS = words("en/grammar", "subject_pronouns")
HE = words("en/grammar", "he")
SHE = words("en/grammar", "she")

DETERMINERS = words("en/grammar", "determiners")
QUANTITIES = words("en/grammar", "quantities")
COMPARING = words("en/grammar", "comparing")
POSSESSIVES = words("en/grammar", "possessives")

PREPOSITIONS = words("en/grammar", "prepositions")
TEMPORAL = words("en/grammar", "temporal_prepositions")
SUBORDINATORS = words("en/grammar", "subordinators")
CONJUNCTIONS = words("en/grammar", "conjunctions")

AUXILIARIES = words("en/grammar", "auxiliaries")
FUNCTION_WORDS = PREPOSITIONS | CONJUNCTIONS | SUBORDINATORS | AUXILIARIES | PRONOUNS
BEING = words("en/grammar", "forms_of_be")

ADVERBS = words("en/grammar", "adverbs")
NOT_ADVERBS = words("en/grammar", "not_adverbs")

WEEKDAYS = frozenset(names.split()[0] for names in entries("en", "weekdays"))
MONTHS = frozenset(numbered("en", "months"))
TIME_NOUNS = words("en/grammar", "time_nouns")
TIME_ORDER = words("en/grammar", "time_order")

VERBS = words("en/grammar", "verbs")

_DOCUMENTS = words("en/grammar", "document_nouns")
DOCUMENT_NOUNS = _DOCUMENTS | frozenset(f"{noun}s" for noun in _DOCUMENTS if not noun.endswith("s"))
TERM_NOUNS = words("en/grammar", "term_nouns")
TITLE_CUES = words("en/grammar", "work_nouns")
NAMING_CUES = words("en/grammar", "naming_words")
EVENT_NOUNS = words("en/grammar", "event_nouns")

CAPITAL_STOP = words("en/grammar", "never_names")
ABBREVIATIONS = words("en/grammar", "abbreviations")
