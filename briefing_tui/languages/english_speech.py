"""Hold the verbs of speech of English news, and the nouns for what is said.

They are in lower case. Each list says in its file what it holds. Closed classes are meant to be complete; open ones hold what
reporters use often.
"""

from briefing_tui.languages.words import forms, words

SAYING = forms("en", "saying_verbs")
"""Forms of verbs that introduce a quotation by themselves, each with its lemma."""

CALLING = forms("en", "calling_verbs")
"""Forms of verbs that introduce a fragment, with an object or a preposition between, each with its lemma."""

SPEECH = CALLING | SAYING

MENTAL = words("en", "mental_verbs")
INVERTING = words("en", "inverting_verbs")
PARTICLE_VERBS = frozenset(tuple(entry.split(" ", 1)) for entry in words("en", "particle_verbs"))
"""Verbs that say something only together with the word behind them: `chimed in`, `shot back`."""
TRANSITIVE = words("en", "transitive_verbs")

_NOUNS = words("en", "speech_nouns")
SPEECH_NOUNS = _NOUNS | frozenset(f"{noun[:-1]}ies" if noun.endswith("ry") else f"{noun}s" for noun in _NOUNS)
OWN_WORDS = words("en", "own_words")

PAST_AND_PLAIN = words("en", "past_equals_plain")
NEVER_NOUNS = PAST_AND_PLAIN | words("en", "never_nouns")
"""Verbs of speech whose plain form is no noun."""
