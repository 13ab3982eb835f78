"""Know how an article's language writes dates and quotations, and how fast it is read."""

from functools import cache
from typing import NamedTuple


class Conventions(NamedTuple):
    """The ways in which a language writes.

    `date_form` has places for day, month and year; `marks` are the outer quotation marks, opening and closing, then the inner
    ones. `pronouns` are words for a speaker whom the article does not name.
    """

    date_form: str
    months: tuple[str, ...]
    marks: tuple[str, ...]
    words_a_minute: int
    pronouns: frozenset[str]


ENGLISH = Conventions(
    "{day} {month} {year}",
    (
        "January", "February", "March", "April", "May", "June", "July", "August", "September", "October", "November", "December",
    ),
    ("“", "”", "‘", "’"),
    238,
    frozenset(("i", "you", "he", "she", "it", "we", "they", "one", "who")),
)  # fmt: skip
"""The speed is silent reading of English non-fiction: Brysbaert, Journal of Memory and Language 109 (2019)."""


def conventions(language: str | None) -> Conventions:
    """Return the conventions of a language tag (`de-CH`), by default the English ones."""
    if not language or language == "en":
        return ENGLISH
    return _conventions(language.partition("-")[0].lower())


@cache
def _conventions(code: str) -> Conventions:
    from briefing_tui.languages.words import presented  # an English article needs no lists

    months = () if not code.isalpha() or code == "en" else presented(code, "month_names")
    if len(months) != len(ENGLISH.months):
        return ENGLISH
    (date_form,), (speed,) = presented(code, "date_form"), presented(code, "words_a_minute")
    return Conventions(date_form, months, presented(code, "quotation_marks"), int(speed), frozenset(presented(code, "unnamed")))


def quoted(words: str, language: str | None) -> str:
    """Put words in the quotation marks of a language, with its inner ones within."""
    opening, closing, inner_opening, inner_closing = conventions(language).marks
    inner = words.replace(opening, inner_opening).replace(closing, inner_closing)
    return f"{opening}{inner}{closing}"
