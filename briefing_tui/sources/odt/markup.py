"""Make a page of a text in OpenDocument.

Its XML is so close to a page that lxml and a few names do: a library would bring its own model of documents, and no page.
"""

from html import escape
from typing import TYPE_CHECKING

from briefing_tui.sources.errors import NoArticle, Unreadable
from briefing_tui.sources.shared.zip_entries import ZipEntries
from briefing_tui.text.safety import one_line

if TYPE_CHECKING:
    from lxml.etree import _Element

_TEXT, _OFFICE = "{urn:oasis:names:tc:opendocument:xmlns:text:1.0}", "{urn:oasis:names:tc:opendocument:xmlns:office:1.0}"
_STYLE, _TABLE = "{urn:oasis:names:tc:opendocument:xmlns:style:1.0}", "{urn:oasis:names:tc:opendocument:xmlns:table:1.0}"
_LINK = "{http://www.w3.org/1999/xlink}href"
_LEFT_OUT = frozenset(
    (f"{_TEXT}note", f"{_TEXT}tracked-changes", f"{_OFFICE}annotation", f"{_TEXT}sequence-decls", f"{_OFFICE}forms",
     f"{_TEXT}table-of-content", f"{_TEXT}alphabetical-index", f"{_TEXT}bibliography")
)  # fmt: skip
"""Elements whose words are not the text's."""
_TAGS = {
    f"{_TEXT}list": "ul",
    f"{_TEXT}list-item": "li",
    f"{_TABLE}table": "table",
    f"{_TABLE}table-row": "tr",
    f"{_TABLE}table-cell": "td",
}
_SIGNS = {f"{_TEXT}s": " ", f"{_TEXT}tab": " ", f"{_TEXT}line-break": "<br>"}
_DEEPEST = 200
_MOST = 300_000


def markup_of(data: bytes) -> str:
    """Return the page of a text, with each paragraph on a line of its own.

    Raises:
        NoArticle: it has no words.
        Unreadable: it is encrypted, damaged or too large.
    """
    entries = ZipEntries(data, "an ODT document")
    if "META-INF/manifest.xml" in entries and b"encryption-data" in entries.read("META-INF/manifest.xml"):
        raise Unreadable("an encrypted ODT document; save a copy without its password, and give that")
    from lxml import etree

    parser = etree.XMLParser(resolve_entities=False, no_network=True, remove_comments=True, remove_pis=True)
    try:
        root = etree.fromstring(entries.read("content.xml"), parser)
    except (etree.XMLSyntaxError, ValueError):
        raise Unreadable("a damaged ODT document; save it again, or give its text") from None
    text = root.find(f".//{_OFFICE}text")
    out: list[str] = []
    if text is not None:
        _write(text, _named_styles(root), out)
    if not "".join(out).strip():
        raise NoArticle("the document has no text")
    return f"<html><body>{''.join(out)}</body></html>"


def _named_styles(root: "_Element") -> dict[str, str]:
    """Return the style that each automatic one is made from, by its name."""
    return {
        style.get(f"{_STYLE}name") or "": style.get(f"{_STYLE}parent-style-name") or "" for style in root.iter(f"{_STYLE}style")
    }


def _write(text: "_Element", styles: dict[str, str], out: list[str]) -> None:
    """Write the elements below one as markup. A stack of its own keeps endless nesting from exhausting Python's."""
    todo: list[tuple[_Element | str, int]] = [(child, 0) for child in reversed(text)]
    for _ in range(_MOST):
        if not todo:
            return
        item, depth = todo.pop()
        if isinstance(item, str):
            out.append(item)
            continue
        if item.tail and item.getparent() is not text:
            todo.append((escape(item.tail), depth))
        if item.tag in _LEFT_OUT or depth > _DEEPEST:
            continue
        if item.tag in _SIGNS:
            out.append(_SIGNS[str(item.tag)])
            continue
        opening, closing = _tags(item, styles)
        out.append(opening)
        todo.append((closing, depth))
        todo.extend((child, depth + 1) for child in reversed(item))
        if item.text:
            out.append(escape(item.text))
    raise Unreadable(f"an ODT document of more than {_MOST:,} parts: give the article alone")


def _tags(element: "_Element", styles: dict[str, str]) -> tuple[str, str]:
    """Return the markup around the words of an element."""
    name = str(element.tag)
    if name == f"{_TEXT}h":
        level = element.get(f"{_TEXT}outline-level") or "1"
        tag = f"h{level if level in '123456' and len(level) == 1 else 6}"
        return f"\n<{tag}>", f"</{tag}>"
    if name == f"{_TEXT}p":
        style = element.get(f"{_TEXT}style-name") or ""
        return _paragraph_tags(styles.get(style) or style)
    if name == f"{_TEXT}a":
        return f'<a href="{escape(one_line(element.get(_LINK) or ""))}">', "</a>"
    tag = _TAGS.get(name, "")
    return (f"<{tag}>", f"</{tag}>") if tag else ("", "")


def _paragraph_tags(style: str) -> tuple[str, str]:
    """Return the markup of a paragraph by the name of its style."""
    if style == "Title":
        return "\n<h1>", "</h1>"
    if style in ("Subtitle", "Caption", "Illustration", "Figure"):
        return f'\n<p class="{"subtitle" if style == "Subtitle" else "caption"}">', "</p>"
    if style == "Quotations":
        return "\n<blockquote><p>", "</p></blockquote>"
    return "\n<p>", "</p>"
