"""Say what can be found in German articles."""

from briefing_tui.analysis.lexical.lexicon import Lexicon
from briefing_tui.analysis.lexical.rules import lexical_language
from briefing_tui.analysis.shared.sentences import Writing
from briefing_tui.languages.words import words

_LEXICON = Lexicon("de", nouns_have_capitals=True, feminine_endings=(("mann", "frau"), ("e", "in"), ("", "in")))
_WRITING = Writing(
    words("de", "abbreviations"),
    {"„": '“”"', "“": "”", "»": "«", "«": "»", "(": ")", "[": "]"},
    "\"“”’‘')]»«",
    has_ordinals=True,
)

LANGUAGE = lexical_language("de", _LEXICON, _WRITING)
