"""Hold the commonest words of several languages."""

from briefing_tui.languages.words import by_language

FUNCTION_WORDS = by_language("function_words")
"""The commonest words of each language: prose is full of them, menus are not."""

ALL_FUNCTION_WORDS = frozenset().union(*FUNCTION_WORDS.values())
