"""Estimate how long an article takes to read."""

import math
import re

from briefing_tui.model.briefing import Briefing
from briefing_tui.presentation.conventions import conventions
from briefing_tui.text.late_pattern import late_pattern

_CHARACTERS_A_MINUTE = 500
"""For Chinese and Japanese, which do not separate words: a round figure within the published ones (about 400 to 600)."""
_WORD = re.compile(r"\w\S*")
"""A word in text or in Markdown; marks, bars and bullets are not words. The library counts in Markdown, the reader in text."""
_UNSPACED = late_pattern("[\u3041-\u30ff\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff]")
"""A letter of a script that does not separate words."""


def reading_minutes(text: str, language: str | None = None) -> int:
    """Return the minutes that reading the text takes, at least 1."""
    return max(1, math.ceil(_minutes(text, conventions(language).words_a_minute)))


def _minutes(text: str, words_a_minute: int) -> float:
    characters = 0 if text.isascii() else len(_UNSPACED.findall(text))
    words = len(_WORD.findall(_UNSPACED.sub(" ", text) if characters else text))
    return words / words_a_minute + characters / _CHARACTERS_A_MINUTE


def minutes(briefing: Briefing) -> int:
    """Return the minutes that reading the briefing's article takes, at least 1."""
    speed = conventions(briefing.language).words_a_minute
    total = sum(
        _minutes(section.heading or "", speed) + sum(_minutes(paragraph.text, speed) for paragraph in section.paragraphs)
        for section in briefing.sections
    )
    return max(1, math.ceil(total))
