"""Hold the commonest words of several languages: prose is full of them, menus are not."""

from briefing_tui.languages.words import all_words

ALL_FUNCTION_WORDS = all_words("function_words")
