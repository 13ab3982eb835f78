"""Parse a page's markup, repaired where parsers would give up or never end."""

import re
from typing import TYPE_CHECKING

from briefing_tui.sources.errors import NoArticle, Unreadable
from briefing_tui.sources.html.unclosed_boxes import close_boxes

if TYPE_CHECKING:
    from lxml.html import HtmlElement

_CONTROL = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f]")
_CONTROL_BYTES = bytes((*range(9), 11, 12, *range(14, 32)))
_REFERENCE = re.compile(r"&#(?:0*(?:[0-8]|1[124-9]|2\d|3[01])|[xX]0*(?:[0-8bBcCeEfF]|1[0-9a-fA-F]))(?![0-9a-fA-F]);?")
_LONG_TAG = re.compile(r"<([a-zA-Z][\w:-]{0,100}+)[^<>]{20000,}+>")
_RUN = 10_000
_MAX_TAGS = 300_000
"""The most tags of a page: each takes a kilobyte, however short it is."""


def _repaired(markup: str) -> bytes:
    """Return the markup in UTF-8, without what parsers give up at or take too long over."""
    data = markup.encode("utf-8", "replace")
    if len(data.translate(None, _CONTROL_BYTES)) < len(data) or _REFERENCE.search(markup):
        markup = _REFERENCE.sub(_visible, _CONTROL.sub(_visible, markup))
        data = markup.encode("utf-8", "replace")
    return _LONG_TAG.sub(_without_attributes, markup).encode("utf-8", "replace") if _holds_long_tag(data) else data


def _holds_long_tag(data: bytes) -> bool:
    """Return whether a tag, or a script's data, goes on for a whole stretch of the markup."""
    within = False
    for at in range(0, len(data), _RUN):
        opened, closed = data.rfind(b"<", at, at + _RUN), data.rfind(b">", at, at + _RUN)
        if within and opened < 0 and closed < 0:
            return True
        within = opened > closed or (within and opened == closed)
    return False


def _visible(control: re.Match[str]) -> str:
    """Return a control character, or a reference to one, as its visible picture; parsers give up at some."""
    reference = control[0]
    code = (
        ord(reference)
        if len(reference) == 1
        else int(reference[3:].rstrip(";"), 16)
        if reference[2] in "xX"
        else int(reference[2:].rstrip(";"))
    )
    return chr(0x2400 + code)


def _without_attributes(tag: re.Match[str]) -> str:
    """Return a tag without its attributes if it has thousands: the parser's time grows with their square."""
    return f"<{tag[1]}>" if tag[0].count("=") > 2_000 else tag[0]


def parse(page: str) -> "tuple[HtmlElement, str | None]":
    """Return the page's tree, and a note if the parser gave up before the end.

    Raises NoArticle if there is no markup at all, Unreadable if there is too much.
    """
    markup = _repaired(page)
    if markup.count(b"<") > _MAX_TAGS:
        raise Unreadable(f"its markup has more than {_MAX_TAGS:,} tags: give a page with the article alone")
    from lxml import etree, html

    parser = html.HTMLParser(encoding="utf-8", remove_comments=True, remove_pis=True)
    parser.set_element_class_lookup(etree.ElementDefaultClassLookup(element=html.HtmlElement))
    try:
        root = html.document_fromstring(markup, parser=parser, ensure_head_body=True)
    except (etree.ParserError, etree.XMLSyntaxError, ValueError, AssertionError):
        raise NoArticle("the page is empty") from None
    close_boxes(root, markup)
    last = parser.error_log.last_error
    if last is None or last.type != etree.ErrorTypes.ERR_RESOURCE_LIMIT:
        return root, None
    why = "its elements are nested more than 256 deep" if "depth" in last.message else "there is a run of more than 10 MB"
    return root, f"the page is read up to line {last.line}: {why}"
