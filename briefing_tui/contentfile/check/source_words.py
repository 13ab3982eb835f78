"""What is left of a text when its markup is taken out: the words of a saved page, of Markdown or of a dump, one behind the other.

Tags, addresses and numbers of links, attributes and signs go, references become what they stand for. White space goes as well,
since tags stand where there is some and where there is none; so words can be found in it, and are not to be read.
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
"""How what no reader of a page sees begins and ends."""
_TAG = re.compile(r"</?[A-Za-z](?:[^<>\"']|\"[^\"]*+\"|'[^']*+')*+>|</?[A-Za-z][^<>]*+>")
_LINK = re.compile(r"(?<=\])\((?:[^()\s\"]|\([^()\s]*+\)|\s++\"[^\"]*+\"|\s++(?=\)))*+\)")
_ATTRIBUTES = re.compile(r"(?<=[\])`])\{(?:\"(?:[^\"\\]|\\.)*+\"|[^{}\"])*+\}", re.S)
_QUOTE = re.compile(r"^[ \t]*+>[> \t]*+", re.M)
_NUMBER = re.compile(r"\[\d{1,4}\]")
"""How a text browser numbers a link, and an article a note."""
_SIGNS = str.maketrans("", "", "\\*_`~[]")


def without_markup(text: str) -> str:
    """The letters and signs of a text's words, without markup or white space, marks folded."""
    for opening, closing in _HIDDEN if "<" in text else ():
        text = "".join(_outside(text, opening, closing))
    text = _QUOTE.sub("", _ATTRIBUTES.sub("", _LINK.sub("", _TAG.sub("", text))))
    return letters_of(harmless(unescape(text)))


def letters_of(words: str) -> str:
    """Words to be found in a text that was unmarked."""
    return "".join(fold(_NUMBER.sub("", words).translate(_SIGNS)).split())


def _outside(text: str, opening: re.Pattern[str], closing: re.Pattern[str]) -> Iterator[str]:
    """The pieces of a text that stand between no opening and its closing; one that is not closed is text."""
    at = 0
    while (start := opening.search(text, at)) and (end := closing.search(text, start.end())):
        yield text[at : start.start()]
        at = end.end()
    yield text[at:]
