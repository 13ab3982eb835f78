"""Find the dateline that opens a story: `ALDMOUTH, Conn., March 2 (AP) — `.

Several patterns, as several things are asked: where the first sentence of a paragraph begins, where a wrong answer costs a few
words; the dateline of a text and of a page, which becomes a field of the article; and whether a name in capitals is the place of
one. A page has a looser pattern than a text, as its first block is known to be the article's.
"""

import re

from briefing_tui.text.late_pattern import late_pattern

_OPENING = re.compile(
    r"[A-ZÀ-Þ]{2}[A-ZÀ-Þ.'’-]*+(?:[ /][A-ZÀ-Þ][A-ZÀ-Þ.'’-]*+){0,4}(?:, [A-Z][\w.]{0,20}(?: [A-Z][\w.]{1,20})?){0,2}(?: \d{1,2})?"
    r"(?: ?\([^)\n]{2,30}\))?(?: ?[—–] ?| --? |: (?=[A-ZÀ-Þ“\"]))"
)
_TEXT_DATELINE = late_pattern(
    r"([A-ZÀ-Þ]{2}[A-ZÀ-Þ.'’-]*(?: [A-ZÀ-Þ][A-ZÀ-Þ.'’-]*){0,3}(?:, [A-Z][\w.]{1,20}(?: [A-Z][\w.]{1,20})?(?: \d{1,2})?)?)"
    r"(?: \([^)]{2,30}\))? ?[—–-] "
)
PAGE_DATELINE = late_pattern(
    r"^((?:[A-ZÀ-Þ](?:[A-ZÀ-Þ.'’]|-(?!\s)){1,40}+,?\s?){1,5}(?:[A-Z][\w.]{1,40}+\s?){0,2}(?:\d{1,2})?)(?:\s?\([^)]{2,30}\))?\s?[—–-]\s"
)
"""The dateline that opens a block of a page.

It is looser than that of a text: commas and words in lower case may be in it.
"""
_BEHIND_PLACE = re.compile(r"(?:, [A-Z][\w.]*(?: \w+)?)? ?(?:—|–|--|:|\((?:[A-Z][\w /.-]{1,20})\))")


def dateline_length(text: str) -> int:
    """Return the number of characters of a paragraph's dateline; 0 without one.

    The dash or colon behind it is included.
    """
    match = _OPENING.match(text[:120])
    return match.end() if match else 0


def dateline_of_text(text: str) -> str | None:
    """Return the place and day that open a text's first paragraph; None without a dateline."""
    found = _TEXT_DATELINE.match(text[:120])
    return found[1].strip(" ,") if found else None


def dateline_of_page(text: str) -> str | None:
    """Return the place and day that open a page's first paragraph; None without a dateline."""
    found = PAGE_DATELINE.match(text)
    return found[1].strip(" ,") if found else None


def is_place_of_dateline(text: str, end: int) -> bool:
    """Return whether a name that opens a text is the place of a dateline.

    What follows it, from `end` on, shows that.
    """
    return _BEHIND_PLACE.match(text, end) is not None
