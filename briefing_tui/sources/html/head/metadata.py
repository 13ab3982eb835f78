"""Gather a page's metadata: JSON-LD, meta elements, the `html` element."""

import json
import re
from collections import deque
from collections.abc import Iterator
from html import unescape
from typing import TYPE_CHECKING, Any

from msgspec import Struct, field

from briefing_tui.languages.words import phrases
from briefing_tui.text.late_pattern import late_pattern
from briefing_tui.text.safety import continued, one_line

if TYPE_CHECKING:
    from lxml.html import HtmlElement

_ARTICLE = re.compile(r"(?:article|posting|report|review|newsitem|opinion)", re.I)
_MAX_NODES = 5_000
_WRITTEN_BY = late_pattern(rf"{phrases('metadata_author_labels')}|{phrases('author_labels')}", re.I)
"""The label of a card in whose data the author is."""
_TAGS = re.compile(r"<[^>]{0,200}>")


class PictureData(Struct):
    """A picture's address, caption and credit, as the page's data have them."""

    address: str
    caption: str | None
    credit: str | None


class PageMetadata(Struct):
    """A page's metadata. Lists are in the order of trust; texts are on one line."""

    headlines: list[str] = field(default_factory=list)
    page_title: str | None = None
    descriptions: list[str] = field(default_factory=list)
    authors: list[str] = field(default_factory=list)
    named_by_meta: list[str] = field(default_factory=list)
    editors: list[str] = field(default_factory=list)
    publisher: str | None = None
    published: list[str] = field(default_factory=list)
    modified: list[str] = field(default_factory=list)
    language: str | None = None
    url: str | None = None
    pictures: list[PictureData] = field(default_factory=list)
    is_article: bool = False
    bodies: list[str] = field(default_factory=list)
    """The articles' texts in JSON-LD, with their line breaks."""


def text_of(value: Any) -> str:
    """Return a JSON-LD value as words.

    That is the `name` of a thing, and the first of several values.
    """
    if isinstance(value, list):
        return next((name for item in value if (name := text_of(item))), "")
    if isinstance(value, dict):
        return text_of(value.get("name") or value.get("@value") or value.get("text"))
    return one_line(_TAGS.sub(" ", unescape(unescape(value)))) if isinstance(value, str) else ""


def texts_of(value: Any) -> list[str]:
    """Return all the names of a JSON-LD value."""
    values = value if isinstance(value, list) else [value]
    return [name for item in values if (name := text_of(item))]


def _json_ld_objects(root: "HtmlElement") -> Iterator[dict[str, Any]]:
    """Yield every object of the page's JSON-LD, outer ones first; what does not parse is skipped."""
    for script in root.iter("script"):
        if "ld+json" not in (script.get("type") or "").lower() or not script.text:
            continue
        source = re.sub(r"^\s*(?:<!--|//<!\[CDATA\[|<!\[CDATA\[)|(?:-->|//\]\]>|\]\]>)\s*+;?\s*+$", "", script.text.strip())
        try:
            todo: deque[Any] = deque([json.loads(source.rstrip(";"), strict=False)])
        except (ValueError, RecursionError):
            continue
        for _ in range(_MAX_NODES):
            if not todo:
                break
            thing = todo.popleft()
            if isinstance(thing, list):
                todo.extendleft(reversed(thing))
            elif isinstance(thing, dict):
                yield thing
                todo.extend(
                    value for key, value in thing.items() if key in ("@graph", "mainEntity", "mainEntityOfPage", "hasPart")
                )


def _is_article(thing: dict[str, Any]) -> bool:
    kinds = thing.get("@type")
    named = [kind for kind in (kinds if isinstance(kinds, list) else [kinds]) if isinstance(kind, str)]
    return any(_ARTICLE.search(kind) for kind in named) and bool(
        thing.get("headline") or thing.get("articleBody") or thing.get("author")
    )


def _resolved(value: Any, named: dict[str, dict[str, Any]]) -> Any:
    """Return a JSON-LD value with the things that it refers to by `@id`."""
    if isinstance(value, list):
        return [_resolved(item, named) for item in value]
    is_reference = isinstance(value, dict) and not value.get("name") and isinstance(value.get("@id"), str)
    return named.get(value["@id"], value) if is_reference else value


def _read_article(thing: dict[str, Any], meta: PageMetadata, named: dict[str, dict[str, Any]]) -> None:
    """Add an article's JSON-LD to the metadata.

    `named` has the things of the page by their `@id`.
    """
    meta.is_article = True
    if isinstance(body := thing.get("articleBody"), str):
        meta.bodies.append(continued("", unescape(body)))
    fields = {
        "headline": meta.headlines,
        "description": meta.descriptions,
        "datePublished": meta.published,
        "dateModified": meta.modified,
    }
    for key, into in fields.items():
        if text := text_of(thing.get(key)):
            into.append(text)
    for key, names in (("author", meta.authors), ("creator", meta.authors), ("editor", meta.editors)):
        if not names:
            names.extend(texts_of(_resolved(thing.get(key), named)))
    meta.publisher = meta.publisher or text_of(thing.get("publisher")) or None
    meta.language = meta.language or text_of(thing.get("inLanguage")) or None
    images = thing.get("image")
    for image in images if isinstance(images, list) else [images]:
        if isinstance(image, dict):
            meta.pictures.append(_read_picture(image))


def _read_picture(thing: dict[str, Any]) -> PictureData:
    """Return what an `ImageObject` says about a picture."""
    address = thing.get("contentUrl") or thing.get("url")
    makers = (text_of(thing.get(key)) for key in ("creditText", "copyrightHolder", "author", "creator"))
    return PictureData(
        address if isinstance(address, str) else "",
        text_of(thing.get("caption")) or text_of(thing.get("description")) or None,
        next(filter(None, makers), None),
    )


_NAMED = {
    "headlines": "og:title twitter:title dc.title parsely-title sailthru.title",
    "descriptions": "og:description description twitter:description dc.description",
    "named_by_meta": "author article:author parsely-author dc.creator sailthru.author byl article:author_name citation_author",
    "published": "article:published_time datepublished parsely-pub-date dc.date dc.date.issued date pubdate publish-date"
    " sailthru.date citation_publication_date",
    "modified": "article:modified_time og:updated_time datemodified last-modified",
}
"""The names of meta elements for each field, in the order of trust."""
_META = {name: kind for kind, names in _NAMED.items() for name in names.split()}


_SURNAME_FIRST = frozenset(("citation_author", "dc.creator", "dc.contributor"))
"""Elements that may give a name as `Surname, Given`."""


def _natural_order(name: str) -> str:
    """Return `Surname, Given` as `Given Surname`; anything else as it is."""
    surname, comma, given = name.partition(", ")
    is_name = comma and "," not in given and len(surname.split()) <= 3 and len(given.split()) <= 3
    return f"{given} {surname}" if is_name else name


def read_meta(root: "HtmlElement") -> PageMetadata:
    """Return a page's metadata. Never raises."""
    meta = PageMetadata()
    things = list(_json_ld_objects(root))
    named = {thing["@id"]: thing for thing in things if isinstance(thing.get("@id"), str) and thing.get("name")}
    for thing in things:
        if _is_article(thing):
            _read_article(thing, meta, named)
        elif thing.get("@type") == "ImageObject":
            meta.pictures.append(_read_picture(thing))
    label = ""
    for element in root.iter("meta"):
        name = (element.get("property") or element.get("name") or element.get("itemprop") or "").strip().lower()
        content = text_of(element.get("content"))
        if not content:
            continue
        if name.startswith("twitter:label"):
            label = content
        elif name.startswith("twitter:data") and _WRITTEN_BY.fullmatch(label):
            meta.named_by_meta.append(content)
        if name in _META:
            getattr(meta, _META[name]).append(_natural_order(content) if name in _SURNAME_FIRST else content)
        elif name == "og:site_name":
            meta.publisher = meta.publisher or content
        elif name == "og:url":
            meta.url = meta.url or content
        elif name in ("og:locale", "language", "content-language", "dc.language"):
            meta.language = meta.language or content
        elif name == "og:type":
            meta.is_article = meta.is_article or content.lower() in ("article", "news")
    title = root.find(".//title")
    meta.page_title = one_line(title.text or "") or None if title is not None else None
    meta.language = _language_tag(root.get("lang") or root.get("xml:lang")) or _language_tag(meta.language)
    for link in root.iter("link"):
        if (link.get("rel") or "").lower() == "canonical" and link.get("href"):
            meta.url = one_line(link.get("href") or "")
            break
    return meta


def _language_tag(declared: str | None) -> str | None:
    """Return `en_GB`, `EN-gb` or `English` as a BCP 47 tag, or None."""
    found = re.fullmatch(r"([A-Za-z]{2,3})(?:[-_]([A-Za-z]{2}))?(?:[-_.].*)?", (declared or "").strip())
    if not found:
        return None
    return found[1].lower() + (f"-{found[2].upper()}" if found[2] else "")


_SAVED = re.compile(r"<!--\s*(?:saved from url=\(\d{1,6}\)|Page saved with SingleFile\s+url:\s{0,4})(https?://[^\s<>\"]{3,2000})")
"""The comment of browsers, and of SingleFile, that says where a page was saved from."""


def saved_address(markup: str) -> str | None:
    """Return the address that a page was saved from, if it says so."""
    found = _SAVED.search(markup[:5_000])
    return found[1] if found else None
