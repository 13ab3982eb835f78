"""Hold the commonest words of several languages and the names of their months."""

from briefing_tui.languages.words import by_language, entries, languages

FUNCTION_WORDS = by_language("function_words")
"""The commonest words of each language: prose is full of them, menus are not."""

ALL_FUNCTION_WORDS = frozenset().union(*FUNCTION_WORDS.values())

MONTHS = {
    name: number
    for language in languages()
    for number, names in enumerate(entries(language, "months"), 1)
    for name in names.split()
}
"""The number of a month, 1 to 12, by its names in every language, in lower case."""
