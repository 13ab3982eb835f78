"""What kind of source a text is: a saved page, Markdown, a content file of ours, or plain text; told from its words alone."""

import re
from typing import Literal

Kind = Literal["plain", "html", "markdown", "briefing"]

_PAGE = re.compile(
    r"\s*(?:<\?xml[^>]*>\s*)?(?:<!--(?>.*?-->)\s*+)*+<(?:!doctype\s+html|html|head|body|article|main|meta|title)\b", re.I | re.S
)
_CLOSED = re.compile(r"</(?:p|div|a|span|td|li|h[1-6]|article|section|body|html|strong|em|b|i)\s*>", re.I)
_HOLLOW = re.compile(r"<([a-z][a-z0-9-]*)\b[^<>\n]{0,200}>\s*</\1\s*>", re.I)
"""An element with nothing in it: what a page showed as text by mistake."""
_FRONT = re.compile(r"---[ \t]*\n(.*?)\n(?:---|\.\.\.)[ \t]*(?:\n|\Z)", re.S)
_KEY = re.compile(r"^[A-Za-z][\w .-]{0,40}:(?:\s|$)", re.M)
_HEADING = re.compile(r"^#{1,6} +\S", re.M)
_LINK = re.compile(r"!?\[[^\]\n]{0,300}+\]\((?:<[^>\n]{0,1000}+>|[^)\s]{1,1000}+)(?:\s{1,20}\"[^\"\n]{0,400}+\")?\)")
_STRONG = re.compile(r"(?<!\w)(\*\*|__)(?=\S)[^*_\n]{1,200}\1(?!\w)")
_SAMPLE = 200_000


def detect(text: str) -> Kind:
    """The kind of a source."""
    head = text[:_SAMPLE].lstrip("\ufeff")
    front = _FRONT.match(head)
    if front and re.search(r"^briefing:\s*\d", front[1], re.M):
        return "briefing"
    if _PAGE.match(head):
        return "html"
    if front and _KEY.search(front[1]):
        return "markdown"
    if len(_CLOSED.findall(_HOLLOW.sub("", head) if "></" in head else head)) >= 3 and re.search(r"<[a-z][^<>\n]{0,200}>", head):
        return "html"
    headings, links, strong = (len(pattern.findall(head)) for pattern in (_HEADING, _LINK, _STRONG))
    if (headings and links + strong) or headings >= 2 or links >= 3:
        return "markdown"
    return "plain"
