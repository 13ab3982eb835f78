"""Say what can be found in German articles."""

from collections.abc import Iterable

from briefing_tui.analysis.language import Language, NameRules, Paragraphs
from briefing_tui.analysis.lexical.lexicon import Lexicon
from briefing_tui.analysis.lexical.name_finder import NameFinder
from briefing_tui.analysis.lexical.speaker_reader import SpeakerReader
from briefing_tui.analysis.shared.names import Mention, Name
from briefing_tui.analysis.shared.sentences import Writing
from briefing_tui.analysis.shared.speech import SpokenPart
from briefing_tui.languages.words import words
from briefing_tui.model.document import Document

_LEXICON = Lexicon("de", nouns_have_capitals=True, feminine_endings=(("e", "in"), ("mann", "frau"), ("", "in")))
_WRITING = Writing(
    words("de", "abbreviations"),
    {"„": "“”\"", "“": "”", "»": "«", "«": "»", "(": ")", "[": "]"},
    "\"“”’‘')]»«",
    has_ordinals=True,
)


def _find_speech(article: Paragraphs, names: Iterable[Name]) -> list[SpokenPart]:
    return SpeakerReader(_LEXICON, _WRITING, article, names).read()


def _find_names(document: Document) -> tuple[Name, ...]:
    return NameFinder(_LEXICON, document).find()


def _find_roles(name: Name, texts: object) -> tuple[str, ...]:
    return ()


def _is_speaking(text: str, mention: Mention) -> bool:
    return False


LANGUAGE = Language("de", _WRITING, _find_speech, NameRules(_find_names, _find_roles, _is_speaking), reads_headings=True)
