"""What kind of source a text is: a saved page, Markdown, a content file of ours, or plain text; told from its words alone."""

import re
from itertools import islice
from typing import Literal

from briefing_tui.contentfile.detect import is_content_file

Kind = Literal["plain", "html", "markdown", "briefing"]

_PAGE = re.compile(
    r"\s*(?:<\?xml[^>]*>\s*)?(?:<!--(?>.*?-->)\s*+)*+<(?:!doctype\s+html|html|head|body|article|main|meta|title)\b", re.I | re.S
)
_FEWEST = 3
"""So many elements, or signs for them, are a page's; fewer may be an author's own."""
_CLOSED = re.compile(r"</(?:p|div|a|span|td|li|h[1-6]|article|section|body|html|strong|em|b|i)\s*>", re.I)
_HOLLOW = re.compile(r"<([a-z][a-z0-9-]*)\b[^<>\n]{0,200}>\s*</\1\s*>", re.I)
"""An element with nothing in it: what a page showed as text by mistake."""
_OPENED = re.compile(r"<[a-z][^<>\n]{0,200}>")
_FENCES = re.compile(r"^[ \t>*+-]{0,40}+:{3,}+[ \t]*+(?:\{[#.\w]|\w)", re.M)
_NAMED = re.compile(r"[\])`]\{[#.][\w-]")
_DATA = re.compile(r"(?<=base64,)[\w+/=%]{100,}+")
_FRONT = re.compile(r"---[ \t]*\n(.*?)\n(?:---|\.\.\.)[ \t]*(?:\n|\Z)", re.S)
_KEY = re.compile(r"^[A-Za-z][\w .-]{0,40}:(?:\s|$)", re.M)
_HEADING = re.compile(r"^#{1,6} +\S", re.M)
_LINK = re.compile(
    r"!?\[(?P<words>[^\]\n]{0,300}+)\]\((?:<[^<>\n]{0,1000}+>|(?=[^)\s./#:?\[]{0,1000}+[./#:?])[^)\s]{1,1000}+)"
    r"(?:\s{1,20}\"[^\"\n]{0,400}+\")?\)"
)
"""A link's address is told by its dots, slashes and colons: `[47](Sub)` is a numbered link of a text browser's."""
_STRONG = re.compile(r"(?<!\w)(\*\*|__)(?=\S)[^*_\n]{1,200}\1(?!\w)")
_ITEM = re.compile(r"(?:[*+-]|\d{1,3}\.)\s+")
_SENTENCE = re.compile(r"[.!?…:;,][\"”’')\]*_]*$")
_QUOTED = re.compile(r"^> ?")
_MAILS = 100
"""How many mails deep a text is taken out of its quotes: each of them goes through the whole text."""
_SAMPLE = 200_000
_ENTRY_WORDS, _PROSE_WORDS = 5, 12
_MENU, _MANY_LINKS = 6, 12


def unquoted(text: str) -> str:
    """A text that a mail quotes, line for line, without the marks of it."""
    for _ in range(_MAILS):
        if not text.startswith(">"):
            break
        lines = text.split("\n")
        if not all(line[:1] == ">" for line in lines if line.strip()):
            break
        text = "\n".join(_QUOTED.sub("", line, count=1) for line in lines)
    return text


def detect(text: str) -> Kind:
    """The kind of a source."""
    head = without_data(text)[:_SAMPLE].lstrip("\ufeff")
    if is_content_file(head):
        return "briefing"
    front = _FRONT.match(head)
    if _PAGE.match(head):
        return "html"
    if front and _KEY.search(front[1]):
        return "markdown"
    signs, markup = carries_signs(head), carries_markup(head)
    headings, links, strong = (len(pattern.findall(head)) for pattern in (_HEADING, _LINK, _STRONG))
    is_marked = (headings and links + strong) or headings >= 2 or links >= 3
    if signs or (markup and is_marked):
        return "markdown"
    if markup:
        return "html"
    if is_marked:
        return "plain" if _is_whole_page(head) else "markdown"
    return "plain"


def without_data(text: str) -> str:
    """The text without the pictures that are written out in it, letter by letter, where their addresses are due."""
    return _DATA.sub("", text) if "base64," in text else text


def carries_markup(text: str) -> bool:
    """Whether a text holds a page's elements: a few that are closed, with words in them."""
    return _has_some(_CLOSED, _HOLLOW.sub("", text) if "></" in text else text) and _OPENED.search(text) is not None


def carries_signs(text: str) -> bool:
    """Whether a text holds pandoc's signs for a page's elements."""
    return (":::" in text and _has_some(_FENCES, text)) or ("{" in text and _has_some(_NAMED, text))


def _has_some(sign: re.Pattern[str], text: str) -> bool:
    """Whether a text has as many signs as a page does. (No more are looked for.)"""
    return sum(1 for _ in islice(sign.finditer(text), _FEWEST)) == _FEWEST


def _is_whole_page(text: str) -> bool:
    """Whether a Markdown text is a dump of a page with all its menus, and no article that somebody wrote or clipped.

    Such a dump begins with a menu, above its first two sentences, or is full of lines that are nothing but a link.
    """
    entries = bare = lines = sentences = 0
    for line in text.split("\n"):
        stripped = line.strip()
        if not stripped:
            continue
        lines += 1
        item = _ITEM.match(stripped)
        stripped = stripped[item.end() :] if item else stripped
        words = _without_addresses(stripped) if "](" in stripped else stripped
        is_entry = words.count(" ") < _ENTRY_WORDS and any(map(str.isalpha, words)) and not _SENTENCE.search(words[-10:])
        bare += "](" in stripped and not any(map(str.isalnum, _LINK.sub("", stripped)))
        sentences += words.count(" ") >= _PROSE_WORDS and _SENTENCE.search(words[-10:]) is not None
        entries += is_entry and sentences < 2 and stripped[0] != "#"
        if entries >= _MENU:
            return True
    return bare >= _MANY_LINKS and bare >= 0.15 * lines


def _without_addresses(line: str) -> str:
    """A line's words: those of its links, and nothing of its pictures."""
    return _LINK.sub(lambda found: "" if found[0][0] == "!" else found["words"], line).strip()
