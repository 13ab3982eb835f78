"""Recognise the language of a text by its commonest words."""

import re
from collections import Counter
from collections.abc import Iterable

from briefing_tui.languages.words import by_language

_WORD = re.compile(r"[^\W\d_]+")
_MOST_WORDS, _FEWEST_WORDS = 1_500, 8
"""Words that are looked at, and words below which no language is recognised."""
_LEAST_SHARE = 0.12
"""The share of a text's words that must be common ones."""


def language_of(texts: Iterable[str]) -> str | None:
    """Return the language of some texts as an ISO 639-1 code.

    None if they are too short, if too few of their words are common in any language that has a list of them, or if two languages
    fit equally well.
    """
    words: list[str] = []
    for text in texts:
        words += _WORD.findall(text.lower())
        if len(words) > _MOST_WORDS:
            break
    if len(words) < _FEWEST_WORDS:
        return None
    seen = Counter(words)
    counts = Counter(
        {language: sum(seen[word] for word in known & seen.keys()) for language, known in by_language("detection_words").items()}
    )
    (best, most), (_, second) = counts.most_common(2)
    return best if most >= _LEAST_SHARE * len(words) and most > second else None
