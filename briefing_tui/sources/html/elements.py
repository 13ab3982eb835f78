"""Read single elements of a page: visible words, whether they show, a picture's address."""

import re
from typing import TYPE_CHECKING

from briefing_tui.languages.words import all_words, phrases
from briefing_tui.text.late_pattern import late_pattern
from briefing_tui.text.safety import one_line

if TYPE_CHECKING:
    from lxml.html import HtmlElement

HEADINGS = frozenset(("h1", "h2", "h3", "h4", "h5", "h6"))
BLOCKS = HEADINGS | frozenset(
    (
        "address", "article", "aside", "blockquote", "body", "caption", "center", "dd", "details", "dialog",
        "div", "dl", "dt", "fieldset", "figcaption", "figure", "footer", "form", "header", "hgroup", "hr",
        "html", "legend", "li", "main", "menu", "nav", "ol", "p", "pre", "section", "summary", "table",
        "tbody", "td", "tfoot", "th", "thead", "tr", "ul",
    )
)  # fmt: skip
SKIPPED = frozenset(
    (
        "script", "style", "template", "svg", "math", "iframe", "object", "embed", "canvas", "select",
        "option", "datalist", "input", "textarea", "head", "title", "meta", "link", "audio", "video", "map",
        "progress", "meter",
    )
)  # fmt: skip
_CELLS = ("td", "th")
_LONGEST_CELL = 600
"""The most letters of a data cell; a longer cell lays out a page."""
_HIDDEN_STYLE = re.compile(r"display\s*:\s*none|visibility\s*:\s*hidden|(?:^|;)\s*(?:left|top|text-indent)\s*:\s*-\d{4,}", re.I)
"""Styles of what a browser does not show, or off the screen alone."""
_FLAT_STYLE = late_pattern(r"(?:^|;)\s*(?:max-)?height\s*:\s*0(?:px)?\s*(?:;|!|$)", re.I)
_UNSEEN_STYLE = late_pattern(r"overflow\s*:\s*hidden|opacity\s*:\s*0(?:\.0)?\s*(?:;|!|$)", re.I)
"""With no height either, a box shows nothing; unless it has padding, which makes room for a picture."""
_SHOWN_WIDER = late_pattern(
    r"(?:^|\s)[\w-]+:(?:block|flex|grid|inline\S*|visible)(?=\s|$)|(?:^|\s)d-\w+-(?:block|flex|inline\S*)"
)
_HIDDEN_NAME = re.compile(
    r"(?:^|\s)(?:sr-only|[\w-]*(?:visually|visibly|accessib\w{0,20})-?_?hidden|screen-?reader[\w-]*|hidden|d-none)(?=\s|$)", re.I
)


def is_hidden(element: "HtmlElement") -> bool:
    """Return whether a browser would not show the element, or only speak it."""
    if element.get("hidden") is not None:
        return True
    style, names = element.get("style"), element.get("class")
    if names and "tab-pane" in names and "active" not in names:
        return True
    if style and (_HIDDEN_STYLE.search(style) or ("height" in style and _is_flat(style))):
        return True
    if not names:
        return False
    low = names.lower()
    if not ("hidden" in low or "sr-only" in low or "d-none" in low or "reader" in low):
        return False  # all class names that are looked for have one of these; this check is much faster
    return _HIDDEN_NAME.search(names) is not None and not _SHOWN_WIDER.search(names)


def _is_flat(style: str) -> bool:
    return "padding" not in style and bool(_FLAT_STYLE.search(style) and _UNSEEN_STYLE.search(style))


_STAND_IN = re.compile(
    r"/(?:1x1|[^/?]*(?:placeholder|fallback|spacer|transparent|blank|pixel|loading|lazy-?load)[^/?]*)\.(?:gif|png|jpe?g|webp)(?:\?|$)",
    re.I,
)
"""The picture that a page shows until the real one is loaded."""


_ANY_PICTURE = all_words("picture_placeholders")
_FILE = re.compile(r"^[^ ]+\.(?:jpe?g|png|webp|gif|avif)$", re.I)


_EDIT_LINKS = rf"\[ ?{phrases('edit_links')}(?: ?[|/] ?{phrases('edit_links')})? ?\]"
_EDITED = late_pattern(rf"(?<!\s)\s*+{_EDIT_LINKS}$", re.I)
_REFERENCE = late_pattern(
    r"[\[(]?(?:\d{1,3}|[a-z*†‡§↩^]|note \d{1,3})(?:[,–-] ?(?:\d{1,3}|[a-z*†‡§]))*+[\])]?|\[?↩.?\]?"
    rf"|{_EDIT_LINKS}",
    re.I,
)
_REFERENCE_NAME = late_pattern(
    r"(?:^|\s)(?:footnote-?(?:ref|back-?ref|anchor)|[\w-]*noteref|mw-editsection|edit-?section|back-?ref)(?=\s|$)", re.I
)
_BEFORE_MARK = late_pattern(r"(?:[.,;:!?…\"'”’»)\]]|(?<![^\W\d_])(?![A-ZÀ-Þ]{4})[^\W\d_]{4,40})\s?$")
"""What a raised number or letter is behind if it is a reference mark; behind anything else, it is a power or an ordinal."""
_MOST_BEFORE = 60


def is_reference_mark(element: "HtmlElement") -> bool:
    """Return whether an element is the mark of a footnote or its way back.

    A wiki's link to edit a section is one, too.
    """
    if element.tag not in ("sup", "a", "span"):
        return False
    if (element.get("role") or "") in ("doc-noteref", "doc-backlink"):
        return True
    names = element.get("class")
    if names and _REFERENCE_NAME.search(names):
        return True
    if element.tag == "span" or (element.tag == "a" and not _leads_within_page(element)):
        return False
    words = " ".join("".join(element.itertext()).split())
    if element.tag == "a":
        return _REFERENCE.fullmatch(words) is not None or _is_way_back(element)
    link = element.find(".//a")
    if link is not None and words[:1] == "[" and words[-1:] == "]":
        return True
    if not _REFERENCE.fullmatch(words):
        return False
    return (link is not None and _leads_within_page(link)) or _BEFORE_MARK.search(_before(element)) is not None


def without_edit_links(heading: str) -> str:
    """Return a heading without the links behind it that edit its section."""
    return _EDITED.sub("", heading)


def _leads_within_page(link: "HtmlElement") -> bool:
    return "#" in (link.get("href") or "")


def _is_way_back(link: "HtmlElement") -> bool:
    """Return whether a link at a note's end leads back to the text.

    The note has an id by which it is reached.
    """
    note = link.getparent()
    if note is None or note.tag not in ("p", "li", "dd", "div") or link.getnext() is not None or (link.tail or "").strip():
        return False
    named = note.get("id") or (note.getparent() is not None and note.getparent().tag == "li" and note.getparent().get("id"))
    return bool(named) and bool((note.text or "").strip()) and (link.get("href") or "").startswith("#")


def _before(element: "HtmlElement") -> str:
    """Return the last words before an element, in the same parent."""
    before = element.getprevious()
    if before is not None:
        return ((before.tail or "") or "".join(before.itertext()))[-_MOST_BEFORE:]
    parent = element.getparent()
    return ((parent.text if parent is not None else "") or "")[-_MOST_BEFORE:]


def picture_address(element: "HtmlElement") -> str | None:
    """Return the address of an image's file.

    It is the `src`, or what a page that loads pictures late has in its place.
    """
    for key in ("src", "data-src", "data-original", "data-lazy-src", "data-url", "data-img-url"):
        address = (element.get(key) or "").strip()
        if (
            address
            and not address.startswith(("data:", "blob:"))
            and not address.endswith(".svg")
            and not _STAND_IN.search(address)
        ):
            return one_line(f"https:{address}" if address.startswith("//") else address)
    address = (element.get("srcset") or element.get("data-srcset") or "").strip()
    if address and not address.startswith("data:"):
        return one_line(re.split(r",\s+", address)[-1].split()[0].strip(",")) or None
    return None


def picture_words(element: "HtmlElement") -> str | None:
    """Return an image's alternative text, None if it says nothing.

    It says nothing if it is a word for any picture or the name of its file.
    """
    text = one_line(element.get("alt") or "")
    return None if not text or text.casefold().strip(" .:") in _ANY_PICTURE or _FILE.search(text) else text


def effective_tag(element: "HtmlElement") -> str | None:
    """Return the element's tag, or the one that a `span` stands for by its class.

    A class may say line break or bold. None if it is no element.
    """
    tag = element.tag
    if tag == "span" and (names := element.get("class")):
        tokens = names.lower().split()
        if len(element) == 0 and not element.text and ("br" in tokens or "line-break" in tokens):
            return "br"
        if "strong" in tokens or "bold" in tokens or "font-bold" in tokens:
            return "strong"
    return tag if isinstance(tag, str) else None


def is_mere_button(element: "HtmlElement") -> bool:
    """Return whether a button holds no picture.

    A page may lay a button over a picture to enlarge it.
    """
    return element.tag == "button" and element.find(".//figcaption") is None and element.find(".//img") is None


def is_data_table(table: "HtmlElement") -> bool:
    """Return whether a table holds data and does not lay out the page.

    It has rows of short cells in two columns or more.
    """
    rows = table.findall(".//tr")
    if len(rows) < 2 or table.find(".//table") is not None or table.find(".//img") is not None:
        return False
    wide = sum(sum(cell.tag in _CELLS for cell in row) >= 2 for row in rows)
    if wide < 2 or wide < len(rows) / 2:
        return False
    return all(len(visible_words(cell)) <= _LONGEST_CELL for cell in table.iter(*_CELLS))


def table_text(table: "HtmlElement") -> str:
    """Return a table's text: a line for each row, tabs between its cells."""
    rows = []
    for row in table.iter("tr"):
        cells = [visible_words(cell) for cell in row if cell.tag in _CELLS]
        if any(cells):
            rows.append("\t".join(cells))
    return "\n".join(rows)


def visible_words(element: "HtmlElement", without: "frozenset[HtmlElement]" = frozenset()) -> str:
    """Return the visible words of an element on one line.

    Those of the elements in `without` are left out.
    """
    if len(element) == 0 and element.tag in _CELLS:
        return one_line(element.text or "")
    words: list[str] = []
    stack: list[tuple[HtmlElement, bool]] = [(element, False)]
    while stack:
        node, closing = stack.pop()
        if closing:
            if node.tag in BLOCKS:
                words.append(" ")
            if node is not element:
                words.append(node.tail or "")
            continue
        if (
            not isinstance(node.tag, str)
            or node.tag in SKIPPED
            or node.tag == "button"
            or node in without
            or (node is not element and (is_hidden(node) or is_reference_mark(node)))
        ):
            words.append(" " if node in without else "")
            if node is not element:
                words.append(node.tail or "")
            continue
        if node.tag in BLOCKS or node.tag == "br":
            words.append(" ")
        words.append(node.text or "")
        stack.append((node, True))
        stack.extend((child, False) for child in reversed(node))
    return one_line("".join(words))
