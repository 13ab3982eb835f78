"""Recognise a page's markup in a text: elements, pandoc's signs for them, embedded pictures."""

import re
from itertools import islice

from briefing_tui.text.late_pattern import late_pattern

FRONT_MATTER = late_pattern(r"---[ \t]*\n(.*?)\n(?:---|\.\.\.)[ \t]*(?:\n|\Z)", re.S)
_PAGE = re.compile(
    r"\s*(?:<\?xml[^>]*>\s*)?(?:<!--(?>.*?-->)\s*+)*+<(?:!doctype\s+html|html|head|body|article|main|meta|title)\b", re.I | re.S
)
_FEWEST = 3
"""The fewest elements, or signs for them, that make a page; an author may write fewer."""
_SENTENCE, _SENTENCES, _SHARE = 7, 6, 0.2
"""The fewest spaces of a line of sentences, the fewest such lines, and the share of them that closes elements in a page."""
_CLOSED = late_pattern(r"</(?:p|div|a|span|td|li|h[1-6]|article|section|body|html|strong|em|b|i)\s*>", re.I)
_HOLLOW = late_pattern(r"<([a-z][a-z0-9-]*)\b[^<>\n]{0,200}>\s*</\1\s*>", re.I)
"""An element with nothing in it, which a page showed as text by mistake."""
_OPENED = re.compile(r"<[a-z][^<>\n]{0,200}>")
_FENCES = re.compile(r"^[ \t>*+-]{0,40}+:{3,}+[ \t]*+(?:\{[#.\w]|\w)", re.M)
_NAMED = re.compile(r"[\])`]\{[#.][\w-]")
_DATA = re.compile(r"(?<=base64,)[\w+/=%]{100,}+")


def opens_as_page(text: str) -> bool:
    """Return whether a text begins with the elements that open a page."""
    return _PAGE.match(text) is not None


def without_embedded_data(text: str) -> str:
    """Return the text without the pictures that are embedded in their addresses."""
    return _DATA.sub("", text) if "base64," in text else text


def carries_markup(text: str) -> bool:
    """Return whether a text has a few closed elements with words in them."""
    return _has_some(_CLOSED, _HOLLOW.sub("", text) if "></" in text else text) and _OPENED.search(text) is not None


def is_text_about_markup(text: str) -> bool:
    """Return whether hardly any sentence of a text has an element beside it.

    So it is where an article quotes markup.
    """
    ends = (".", "!", "?", "”", '"', ">")
    sentences = [line for line in text.split("\n") if line.count(" ") >= _SENTENCE and line.rstrip().endswith(ends)]
    return len(sentences) >= _SENTENCES and sum("</" in line for line in sentences) < _SHARE * len(sentences)


def carries_signs(text: str) -> bool:
    """Return whether a text has a few of pandoc's signs for a page's elements."""
    return (":::" in text and _has_some(_FENCES, text)) or ("{" in text and _has_some(_NAMED, text))


def _has_some(sign: re.Pattern[str], text: str) -> bool:
    """Return whether a text has as many signs as a page does; no more are counted."""
    return sum(1 for _ in islice(sign.finditer(text), _FEWEST)) == _FEWEST
