"""Say what can be found in French articles."""

from briefing_tui.analysis.lexical.lexicon import Lexicon
from briefing_tui.analysis.lexical.rules import lexical_language
from briefing_tui.analysis.shared.sentences import Writing
from briefing_tui.languages.words import words

_FEMININE = (("teur", "trice"), ("eur", "euse"), ("ier", "ière"), ("ien", "ienne"), ("if", "ive"), ("e", "e"), ("", "e"))
_LEXICON = Lexicon("fr", nouns_have_capitals=False, feminine_endings=_FEMININE, elides=True)
_WRITING = Writing(words("fr", "abbreviations"), {"«": "»", "“": "”", "(": ")", "[": "]"}, "\"”»’')]")

LANGUAGE = lexical_language("fr", _LEXICON, _WRITING, with_points=False)
