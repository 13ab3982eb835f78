"""Recognise a date, a byline, title case or a button's order in a line."""

from briefing_tui.languages import page_words as page
from briefing_tui.languages.dates import find_dates
from briefing_tui.sources.plain.body import LineFacts
from briefing_tui.sources.plain.lines import Line
from briefing_tui.sources.shared.author_names import read_byline

QUOTATION = "\"“”„‟«»‹›‘’'*"
"""Signs that a quotation may begin or end with."""
HEADING_WORDS = 16
"""The most words of a heading."""


def is_dated(line: Line) -> bool:
    """Return whether a line is about its date.

    It is short, has a day, and does not sign somebody's post.
    """
    return len(line.text) <= 110 and "(@" not in line.text and bool(find_dates(line.text)) and not (line.ends and line.words > 9)


def is_byline(line: Line) -> bool:
    """Return whether a line has a byline's label (`By`, `Von`) and names."""
    found = read_byline(line.text) if len(line.text) <= 120 and not (line.ends and line.words > 8) else None
    return bool(found and found.labelled)


def is_advertisement(line: Line) -> bool:
    """Return whether furniture announces an advertisement, which may be anywhere in a text."""
    return line.key.startswith(("ad", "anzeige", "werbung", "story continues", "article continues", "publi", "sponsor"))


def is_title_case(text: str) -> bool:
    """Return whether nearly all longer words have a capital, as in English headlines.

    At least four such words are needed.
    """
    long = [word for word in text.split() if len(word) > 3 and word[0].isalpha()]
    return len(long) >= 4 and sum(word[0].isupper() for word in long) >= 0.85 * len(long)


def is_order(line: Line) -> bool:
    """Return whether a line tells the visitor what to do, as buttons do."""
    return line.key.split(" ", 1)[0] in page.ORDERS and not (line.ends and line.words > 12)


def may_lead(line: Line, facts: LineFacts) -> bool:
    """Return whether a line under the title could be the lead."""
    if (
        facts.furniture
        or facts.gallery
        or facts.opener
        or facts.promo
        or facts.ending
        or facts.time
        or len(line.text) < 18
        or line.text[-1] in ":–—-|"
    ):
        return False
    if facts.credited and (facts.credited.sure or facts.credited.caption is None):
        return False
    return line.words >= 5 or (line.ends and line.words >= 3)


def is_quoted_title(line: Line) -> bool:
    """Return whether the line is a short quotation in title case, as English headings are."""
    return line.words <= HEADING_WORDS and line.text[0] in QUOTATION and line.text[-1] in QUOTATION and is_title_case(line.text)


def is_question(line: Line) -> bool:
    """Return whether the line is one short question: a heading, or one of an interview."""
    return (
        line.text[-1] == "?"
        and line.words <= 14
        and not any(sign in line.text[:-1] for sign in ".!?")
        and line.text[0] not in QUOTATION
    )
