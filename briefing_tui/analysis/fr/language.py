"""Say what can be found in French articles."""

import re

from briefing_tui.analysis.lexical.lexicon import Lexicon, WordForms
from briefing_tui.analysis.lexical.rules import lexical_language
from briefing_tui.analysis.shared.sentences import Writing
from briefing_tui.languages.words import words

_FEMININE = (("teur", "trice"), ("eur", "euse"), ("ier", "ière"), ("ien", "ienne"), ("if", "ive"), ("e", "e"), ("", "e"))
_FORMS = WordForms(
    elided=re.compile(r"((?:[ldsnmtjc]|(?:jus|lors|puis)?qu)[’'])(?=\w)", re.IGNORECASE),
    inverted=re.compile(r"(?:-t)?-(ils?|elles?|on|je)$"),
)
_LEXICON = Lexicon("fr", nouns_have_capitals=False, feminine_endings=_FEMININE, forms=_FORMS)
_WRITING = Writing(words("fr", "abbreviations"), {"«": "»", "“": "”", "(": ")", "[": "]"}, "\"”»’')]")

LANGUAGE = lexical_language("fr", _LEXICON, _WRITING, with_points=False)
