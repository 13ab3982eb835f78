"""Hold the words of a page's furniture: buttons, boxes of links, offers, notices, times.

They are compared with casefolded text. They are words of the trade and of web pages in general, never a page's own name.
"""

import re

from briefing_tui.languages.words import all_phrases_by_word, all_words, phrases

FURNITURE = all_words("furniture")
"""Whole lines that a page says to its visitor, whatever the article."""

OPENERS = re.compile(
    rf"{phrases('link_box_labels')} ?[|:]"
    rf"|{phrases('link_box_titles')}\s*:?$"
    rf"|{phrases('link_box_openings', whole_words=True)}"
)
"""How a box of links to other articles, or of offers, begins: from the start of a short line."""

PROMO_WORDS = all_words("promotion_words")
"""Words by which a page advertises itself or settles its legal affairs."""

UNEXCUSED = all_words("promotion_words_alone")
"""Words that mark a line as the page's even if nothing in it addresses the visitor: no article is about them."""

COOKIE_TALK = all_words("cookie_words")
"""Words that show that cookies are a website's."""

ORDERS = all_words("button_words")
"""Words with which a page's buttons and offers begin."""

ADDRESS = all_words("address_words")
"""Words by which a page speaks to its visitor, or of itself: a paragraph about newsletters has none of them."""

PROMO_PHRASES = {
    word: tuple(phrase.removesuffix("…") for phrase in found) for word, found in all_phrases_by_word("promotion_phrases").items()
}
"""Phrases by which a page advertises itself, by a word that each of them holds."""

LEGAL = re.compile(r"©|\(c\) ?(?:19|20)|copyright\b|.{0,80}(?:© ?(?:19|20)\d\d|(?:19|20)\d\d ?©)")
"""A notice of who owns the page, from the start of a casefolded line that contains a sign of one."""

_UNIT = rf"(?:{phrases('one')}|\d{{1,3}}) ?{phrases('time_units')}"
_AGO = phrases("ago_before")
_CLOCK = r"\d{1,2}[:.h]\d{2}(?: ?(?:am|pm|a\.m\.|p\.m\.|h|[a-z]{3,4}\b))?"
TIME = re.compile(
    rf"(?:{phrases('time_labels')}:? ?)?(?:"
    rf"{_UNIT} {phrases('ago_after')}.{{0,40}}"
    rf"|{_AGO} {_UNIT}(?:{_AGO}.{{0,20}})?|{_UNIT}"
    rf"|{phrases('relative_days')}(?:,? ?{phrases('clock_prefixes')}? ?{_CLOCK})?"
    rf"|[-–|]? ?{_CLOCK}(?:[,|·–— -]+.{{0,12}})?)"
    rf"|\d+ ?[-–]?{phrases('minutes')}\.? {phrases('reading_time_after')}.{{0,10}}"
    rf"|\d+ ?[-–] ?\d+ ?{phrases('minutes')}s?\.?(?: .{{0,10}})?"
    rf"|{phrases('reading_time')}.{{0,20}}"
)
"""Whole lines that say how long ago something was, what time it was, or how long it takes to read."""
