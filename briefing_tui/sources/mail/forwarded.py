"""Find the mail that a mail passes on within its own page."""

import re
from email.utils import parsedate_to_datetime
from typing import TYPE_CHECKING

from msgspec import Struct

from briefing_tui.languages.dates import find_dates
from briefing_tui.languages.words import phrases
from briefing_tui.text.late_pattern import late_pattern
from briefing_tui.text.safety import one_line

if TYPE_CHECKING:
    from lxml.html import HtmlElement

_SIGNS = late_pattern(
    rf"(?:(?:{phrases('mail_answer_signs')}|(?P<on>{phrases('mail_passed_on_signs')}))(?:\[\d{{1,2}}\])? ?: ?)++", re.I
)
_FIELD = late_pattern(
    "|".join(rf"(?P<{name}>(?:^|\n)[ \t]*{phrases(f'mail_{name}')}[ \t]?:)" for name in ("subject", "from", "to", "date")), re.I
)
_ELEMENT = re.compile(r"<[^<>]{0,500}>\s*+")
_LONGEST_HEAD, _LEAST = 1_500, 3
"""The most letters of the fields in a page, and the fewest fields."""
_LINES = frozenset(("br", "p", "div", "tr", "li", "table", "td"))
_MOST = 4_000
"""The most elements that are looked at: the fields are at a page's beginning."""


class Forwarded(Struct):
    """The fields of a mail that was passed on."""

    subject: str = ""
    sender: str = ""
    day: str | None = None


def is_passed_on(subject: str) -> bool:
    """Return whether a subject says that the mail was passed on."""
    found = _SIGNS.match(subject)
    return found is not None and found["on"] is not None


def bare_subject(subject: str) -> str:
    """Return a subject without the signs of answers and of mails passed on."""
    return _SIGNS.sub("", subject, count=1).strip() if _SIGNS.match(subject) else subject


def take_forwarded(page: str) -> tuple[str, Forwarded | None]:
    """Return the page of the mail that is passed on, and its fields.

    The page is what is below the fields; without fields it is the page itself, and None.
    """
    if not _may_hold_fields(page):
        return page, None
    from lxml import html

    from briefing_tui.sources.html.parsing import parse

    root, _ = parse(page)
    found = _fields_element(root)
    if found is None:
        return page, None
    element, head = found
    _remove_above(element)
    return html.tostring(root, encoding="unicode"), head


def _may_hold_fields(page: str) -> bool:
    words = "\n" + _ELEMENT.sub("\n", page[:200_000])
    return len({found.lastgroup for found in _FIELD.finditer(words)}) >= _LEAST


def _fields_element(root: "HtmlElement") -> "tuple[HtmlElement, Forwarded] | None":
    """Return the innermost element that has the fields, and these."""
    best: tuple[HtmlElement, Forwarded] | None = None
    for number, element in enumerate(root.iter("div", "p", "table", "td", "blockquote", "span")):
        if number > _MOST:
            break
        text = _lines_of(element)
        if text is None:
            continue
        fields = _read_fields(text)
        if fields is not None and (best is None or best[0] in element.iterancestors()):
            best = (element, fields)
        elif best is not None and best[0] not in element.iterancestors():
            break
    return best


def _lines_of(element: "HtmlElement") -> str | None:
    """Return the words of a small element, line by line; None if it is not small."""
    parts: list[str] = []
    length = 0
    for part in element.iter():
        if part is not element and isinstance(part.tag, str) and part.tag in _LINES:
            parts.append("\n")
        if isinstance(part.tag, str):
            parts.append(part.text or "")
        if part is not element:
            parts.append(part.tail or "")
        length += len(parts[-1]) + len(part.text or "")
        if length > _LONGEST_HEAD or len(parts) > 400:
            return None
    return "".join(parts)


def _read_fields(text: str) -> Forwarded | None:
    found = list(_FIELD.finditer(text))
    names = {each.lastgroup for each in found}
    if len(names) < _LEAST or "from" not in names:
        return None
    ends = [each.start() for each in found[1:]] + [len(text)]
    values = {each.lastgroup: one_line(text[each.end() : end]) for each, end in zip(found, ends, strict=True)}
    sender = values.get("from", "").partition("<")[0].strip(" \"'")
    return Forwarded(values.get("subject", ""), sender if "@" not in sender else "", _day(values.get("date", "")))


def _day(text: str) -> str | None:
    try:
        return parsedate_to_datetime(text).date().isoformat()
    except (TypeError, ValueError, IndexError, OverflowError):
        return next((dated.day for dated in find_dates(text[:200])), None)


def _remove_above(element: "HtmlElement") -> None:
    """Remove an element from its page with all that comes before it."""
    for around in [element, *element.iterancestors()]:
        parent = around.getparent()
        if parent is None or around.tag == "body":
            break
        for before in list(around.itersiblings(preceding=True)):
            parent.remove(before)
        if parent.tag != "html":
            parent.text = None
    tail, parent = element.tail, element.getparent()
    if parent is not None:
        parent.remove(element)
        parent.text = tail
