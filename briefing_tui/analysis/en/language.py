"""Say what can be found in English articles."""

import re
from collections.abc import Iterable

from briefing_tui.analysis.en.names.entities import find_names
from briefing_tui.analysis.en.roles import find_roles
from briefing_tui.analysis.en.speakers.speaker_resolver import SpeakerResolver
from briefing_tui.analysis.en.standalone_sentences import WRITING, is_personal, leans_on_pronoun, stands_alone
from briefing_tui.analysis.language import Language, NameRules, Paragraphs, PointRules
from briefing_tui.analysis.shared.names import Mention, Name
from briefing_tui.analysis.shared.speech import SpokenPart
from briefing_tui.languages.english_names import OPENERS
from briefing_tui.languages.english_speech import SPEECH
from briefing_tui.languages.english_words import AUXILIARIES, PREPOSITIONS

_VERB = re.compile(r" (?:also |then |later |has |had |\w+ly )?([a-z]+)\b")


def _find_speech(article: Paragraphs, names: Iterable[Name]) -> list[SpokenPart]:
    return SpeakerResolver(article.texts, article.author, names, article.blocks).read()


def _is_speaking(text: str, mention: Mention) -> bool:
    start, end = mention.place.start or 0, mention.place.end or 0
    if text[max(0, start - 2) : start].strip() in ("", ".", "”", '"'):
        return True
    verb = _VERB.match(text, end)
    return verb is not None and verb.group(1) in SPEECH


LANGUAGE = Language(
    "en",
    WRITING,
    _find_speech,
    NameRules(find_names, find_roles, _is_speaking),
    PointRules(stands_alone, is_personal, leans_on_pronoun, OPENERS | AUXILIARIES | PREPOSITIONS),
)
