"""Remove markup from a source, so that words can be found in it.

Tags, link addresses, note numbers, attributes and Markdown signs are removed, and entities are replaced. White space is removed
too, because tags may be where there is some and where there is none; so the result is for searching, not for reading.
"""

import re
from collections.abc import Iterator
from html import unescape

from briefing_tui.anchoring.anchors import fold
from briefing_tui.text.safety import harmless

_HIDDEN = (
    (re.compile(r"<!--"), re.compile(r"-->")),
    (re.compile(r"<script\b", re.I), re.compile(r"</script\s*+>", re.I)),
    (re.compile(r"<style\b", re.I), re.compile(r"</style\s*+>", re.I)),
)
"""Opening and closing of what a reader of a page does not see."""
_TAG = re.compile(r"</?[A-Za-z](?:[^<>\"']|\"[^\"]*+\"|'[^']*+')*+>|</?[A-Za-z][^<>]*+>")
_LINK = re.compile(r"(?<=\])\((?:[^()\s\"]|\([^()\s]*+\)|\s++\"[^\"]*+\"|\s++(?=\)))*+\)")
_ATTRIBUTES = re.compile(r"(?<=[\])`])\{(?:\"(?:[^\"\\]|\\.)*+\"|[^{}\"])*+\}", re.S)
_QUOTE = re.compile(r"^[ \t]*+>[> \t]*+", re.M)
_NUMBER = re.compile(r"\[\d{1,4}\]")
"""The number of a link in a text browser's dump, or of a note in an article."""
_SIGNS = str.maketrans("", "", "\\*_`~[]")


def without_markup(text: str) -> str:
    """Return the letters and signs of a text's words, without markup or white space, folded."""
    for opening, closing in _HIDDEN if "<" in text else ():
        text = "".join(_outside(text, opening, closing))
    text = _QUOTE.sub("", _ATTRIBUTES.sub("", _LINK.sub("", _TAG.sub("", text))))
    return letters_of(harmless(unescape(text)))


def letters_of(words: str) -> str:
    """Prepare words for searching in a text from `without_markup`."""
    return "".join(fold(_NUMBER.sub("", words).translate(_SIGNS)).split())


def _outside(text: str, opening: re.Pattern[str], closing: re.Pattern[str]) -> Iterator[str]:
    """Yield the pieces of a text outside each opening and its closing; one that is not closed is text."""
    at = 0
    while (start := opening.search(text, at)) and (end := closing.search(text, start.end())):
        yield text[at : start.start()]
        at = end.end()
    yield text[at:]
