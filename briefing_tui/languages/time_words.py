"""Hold the words, casefolded, of lines that say when an article was published or how long it takes to read."""

from briefing_tui.languages.words import all_words

TELLING = all_words("time_words")
"""Words that with a number tell a time, or stand beside one: how long it takes to hear, how many people commented."""

WHEN = TELLING | all_words("day_names") | all_words("words_around_times")
"""All words that such lines hold beside days, months and numbers."""
