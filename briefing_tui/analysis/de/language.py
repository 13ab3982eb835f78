"""Say what can be found in German articles."""

import re

from briefing_tui.analysis.lexical.lexicon import Lexicon, WordForms
from briefing_tui.analysis.lexical.rules import lexical_language
from briefing_tui.analysis.shared.sentences import Writing
from briefing_tui.languages.words import words

_FORMS = WordForms(
    age=re.compile(r"\d{1,3}-?jährige[rnms]?"),
    genitive=re.compile(r"(?<=[a-zäöüßéA-Z])['’]?s$|(?<=[sxzß])['’]$"),
    noun_genitive=re.compile(r"(?<=[a-zäöüß]{3}ss)es$|(?<=[a-zäöüß]{3}[^s])s$"),
    inflection=re.compile(r"(?<=[a-zäöüß]{3})(?:e|en|er|es|em)$"),
)
_FEMININE = (("mann", "frau"), ("erer", "erin"), ("e", "in"), ("", "in"))
_LEXICON = Lexicon("de", nouns_have_capitals=True, feminine_endings=_FEMININE, forms=_FORMS)
_WRITING = Writing(
    words("de", "abbreviations"),
    {"„": '“”"', "“": "”", "»": "«", "«": "»", "(": ")", "[": "]"},
    "\"“”’‘')]»«",
    has_ordinals=True,
)

LANGUAGE = lexical_language("de", _LEXICON, _WRITING)
