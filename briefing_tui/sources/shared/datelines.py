"""Find the dateline that opens an article: `ALDMOUTH, March 2 (AP) — `."""

import re

_TEXT_DATELINE = re.compile(
    r"([A-ZÀ-Þ]{2}[A-ZÀ-Þ.'’-]*(?: [A-ZÀ-Þ][A-ZÀ-Þ.'’-]*){0,3}(?:, [A-Z][\w.]{1,20}(?: [A-Z][\w.]{1,20})?(?: \d{1,2})?)?)"
    r"(?: \([^)]{2,30}\))? ?[—–-] "
)
PAGE_DATELINE = re.compile(
    r"^((?:[A-ZÀ-Þ](?:[A-ZÀ-Þ.'’]|-(?!\s)){1,40}+,?\s?){1,5}(?:[A-Z][\w.]{1,40}+\s?){0,2}(?:\d{1,2})?)(?:\s?\([^)]{2,30}\))?\s?[—–-]\s"
)
"""The dateline that opens a block of a page.

It is looser than that of a text: commas and words in lower case may be in it.
"""


def dateline_of_text(text: str) -> str | None:
    """Return the place and day that open the first paragraph of a text; None without a dateline."""
    found = _TEXT_DATELINE.match(text[:120])
    return found[1].strip(" ,") if found else None


def dateline_of_page(text: str) -> str | None:
    """Return the place and day that open the first paragraph of a page; None without a dateline."""
    found = PAGE_DATELINE.match(text)
    return found[1].strip(" ,") if found else None
