"""Recognise Markdown, and distinguish it from a dump of a page with all its menus."""

import re

from briefing_tui.sources.registry import Certainty
from briefing_tui.sources.shared.markup_signs import FRONT_MATTER, carries_markup, carries_signs
from briefing_tui.text.late_pattern import late_pattern

_KEY = re.compile(r"^[A-Za-z][\w .-]{0,40}:(?:\s|$)", re.M)
_HEADING = re.compile(r"^#{1,6} +\S", re.M)
_LINK = re.compile(
    r"!?\[(?P<words>[^\]\n]{0,300}+)\]\((?:<[^<>\n]{0,1000}+>|(?=[^)\s./#:?\[]{0,1000}+[./#:?])[^)\s]{1,1000}+)"
    r"(?:\s{1,20}\"[^\"\n]{0,400}+\")?\)"
)
"""A link; its address has dots, slashes or colons: `[47](Sub)` is a numbered link of a text browser."""
_STRONG = re.compile(r"(?<!\w)(\*\*|__)(?=\S)[^*_\n]{1,200}\1(?!\w)")
_ITEM = re.compile(r"(?:[*+-]|\d{1,3}\.)\s+")
_SENTENCE = late_pattern(r"[.!?…:;,][\"”’')\]*_]*$")
_ENTRY_WORDS, _PROSE_WORDS = 5, 12
_MENU, _MANY_LINKS = 6, 12


def certainty_of(text: str) -> Certainty:
    """Return how certain it is that a text is Markdown.

    Args:
        text: the first part of a source, without embedded pictures.
    """
    front = FRONT_MATTER.match(text)
    if front and _KEY.search(front[1]):
        return Certainty.SURE
    headings, links, strong = (len(pattern.findall(text)) for pattern in (_HEADING, _LINK, _STRONG))
    is_marked = bool(headings and links + strong) or headings >= 2 or links >= 3
    if carries_signs(text) or (is_marked and carries_markup(text)):
        return Certainty.VERY_LIKELY
    return Certainty.POSSIBLE if is_marked and not _is_whole_page(text) else Certainty.NONE


def _is_whole_page(text: str) -> bool:
    """Return whether a Markdown text is a dump of a page with all its menus.

    Such a dump begins with a menu, above its first two sentences, or is full of lines that are only a link.
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
    """Return the words of a line: those of its links, and none of its pictures."""
    return _LINK.sub(lambda found: "" if found[0][0] == "!" else found["words"], line).strip()
