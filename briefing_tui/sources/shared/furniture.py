"""Recognise furniture: lines of a page that are not its article's, by their words alone.

The words are those of pages and languages in general, never of one site.
"""

import re

from briefing_tui.languages.words import literals, phrases

_FURNITURE_LINE = re.compile(
    rf"^(?:{phrases('page_lines')}|{phrases('more_labels')}\b(?!.*:$).{{0,60}}|{phrases('broadcast_labels')} [^.!?]{{3,60}}"
    rf"|{phrases('read_also_labels')}(?:\s*:.*|\s+(?-i:[A-ZÀ-Þ«\"“¿]).*)?)\s*:?$",
    re.I,
)
_FURNITURE_SENTENCE = re.compile(
    rf"{phrases('page_sentences', whole_words=True)}|^(?:copyright )?©|^.{{0,40}}\b{phrases('reply_invitations')}\s?\?"
    rf"|^{phrases('contact_labels')}\b.{{0,120}}@\w",
    re.I,
)
_NEEDED = ("©", "@", *literals("reply_invitations"), *literals("page_sentences"))
"""Words of which each line matched by `_FURNITURE_SENTENCE` has one; they are looked for first, which is much quicker."""


def furniture_words(text: str) -> str | None:
    """Return why a line is furniture by its words, or None."""
    if len(text) < 200 and _FURNITURE_LINE.match(text):
        return "a line of the page, not of the article"
    low = text.lower() if len(text) < 400 else ""
    if any(word in low for word in _NEEDED) and _FURNITURE_SENTENCE.search(text):
        return "an invitation or notice of the page"
    return None
