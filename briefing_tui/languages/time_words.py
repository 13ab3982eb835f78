"""Hold the months, and the words of lines about times; casefolded.

Such a line says when an article was published, or how long it takes to read.
"""

from briefing_tui.languages.words import all_words, languages, numbered

MONTHS = {name: number for language in languages() for name, number in numbered(language, "months").items()}
"""The number of a month, 1 to 12, by its names in every language."""

_WEEKDAYS = frozenset(name for language in languages() for name in numbered(language, "weekdays"))

TELLING = all_words("time_words")
"""Words that with a number give a time, or are beside one: how long it takes to hear, how many people commented."""

WHEN = TELLING | _WEEKDAYS | all_words("today_words") | all_words("words_around_times")
"""All words that such lines hold beside days, months and numbers."""
