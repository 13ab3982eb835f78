"""Read a feed: RSS and Atom by feedparser, JSON Feed by its keys."""

import json
import re
from collections.abc import Callable, Iterator
from datetime import UTC, datetime
from hashlib import sha256
from io import BytesIO
from time import struct_time
from typing import Any
from urllib.parse import urljoin
from zlib import compress, decompress

from msgspec import Raw, Struct
from msgspec.json import decode

from briefing_tui.feeds.entry import FeedEntry
from briefing_tui.feeds.pieces import cut
from briefing_tui.text.safety import harmless, one_line

_MOST_ENTRIES = 10_000
_MOST_TEXT = 2_000_000
"""The most entries of a feed, and the most characters of one."""
_LINK = re.compile(rb"<link\b[^<>]{0,1000}>", re.I)
_ALTERNATE = re.compile(rb"""type\s{0,5}=\s{0,5}["']?application/(?:rss\+xml|atom\+xml|feed\+json)""", re.I)
_ADDRESS = re.compile(rb"""href\s{0,5}=\s{0,5}(?:"([^"<>]{1,500})"|'([^'<>]{1,500})'|([^\s"'<>]{1,500}))""", re.I)
_HEAD = 200_000


class NotAFeed(Exception):  # noqa: N818 - an outcome, not a fault
    """The bytes are no feed; the message says what they are, and what to do."""


class Feed:
    """A feed, of whose entries few are in memory at a time."""

    def __init__(self, title: str, count: int, oldest_first: Callable[[], Iterator[FeedEntry]]) -> None:
        """Take the title, the number of entries, and what reads them."""
        self.title, self.count = title, count
        self._oldest_first = oldest_first

    def oldest_first(self) -> Iterator[FeedEntry]:
        """Yield the entries from the last to the first.

        Feeds list the newest first. Raises NotAFeed where the rest can't be read.
        """
        return self._oldest_first()


def parse_feed(data: bytes, url: str = "", content_type: str = "") -> Feed:
    """Read a feed.

    Args:
        data: its bytes.
        url: where it was fetched; addresses in it that are relative refer to it.
        content_type: what the server said that it is.

    Raises NotAFeed.
    """
    if data.lstrip(b"\xef\xbb\xbf \t\r\n")[:1] == b"{":
        return _read_json(data, url)
    pieces = cut(data, _MOST_ENTRIES)
    found = _parsed(pieces.frame if pieces else data, url, content_type)
    if pieces and (found.entries or not found.get("version")):  # it has entries that are not called so
        pieces, found = None, _parsed(data, url, content_type)
    if not found.get("version"):
        raise NotAFeed(_other(data, url))
    about = found.get("feed", {})
    title, language = _text(about.get("title")), _text(about.get("language"))
    if pieces is None:
        entries = [_entry(entry, url, title, language) for entry in found.entries[:_MOST_ENTRIES]]
        return Feed(title, len(entries), lambda: reversed(entries))

    def oldest_first() -> Iterator[FeedEntry]:
        for piece in pieces.last_first():
            for entry in reversed(_parsed(piece, url, content_type).entries):
                yield _entry(entry, url, title, language)

    return Feed(title, pieces.count, oldest_first)


def _parsed(data: bytes, url: str, content_type: str) -> Any:
    """Return what feedparser makes of a feed. Raises NotAFeed."""
    import feedparser

    headers = {"content-type": content_type or "application/xml", "content-location": url}
    try:
        # A file, as feedparser takes bytes for the name of a file or an address.
        return feedparser.parse(BytesIO(data), response_headers=headers, sanitize_html=False, resolve_relative_uris=False)
    except (ValueError, LookupError, RecursionError, AttributeError, TypeError, AssertionError) as error:
        raise NotAFeed(f"a feed that can't be read ({one_line(str(error))[:80]}); check the address") from None


def _other(data: bytes, url: str) -> str:
    """Return what it is instead of a feed; a page may name its feed."""
    for link in _LINK.findall(data[:_HEAD]):
        address = _ADDRESS.search(link)
        if address and _ALTERNATE.search(link):
            named = next(filter(None, address.groups())).decode("utf-8", "replace")
            return f"a page, not a feed; the feed that it names is {one_line(_joined(url, named))}"
    if re.search(rb"<(?:!doctype html|html|body)\b", data[:_HEAD], re.I):
        return "a page, not a feed, and it names none; look for a link to one on it"
    return "no feed in RSS, Atom or JSON; check the address"


def _entry(entry: Any, url: str, publisher: str, language: str) -> FeedEntry:
    contents = [part for part in _dicts(entry.get("content")) if _text(part.get("value"))]
    body = max((str(part["value"]) for part in contents), key=len, default="")
    summary = str(entry.get("summary") or "")
    is_content = bool(body) and body != summary
    html = (body if len(body) >= len(summary) else summary)[:_MOST_TEXT]
    link = _joined(url, _text(entry.get("feedburner_origlink")) or _text(entry.get("link")))
    names = [_text(author.get("name")) for author in _dicts(entry.get("authors"))]
    return _made(
        _text(entry.get("id")), link, _plain(_text(entry.get("title"))), names,
        _day(entry.get("published_parsed") or entry.get("updated_parsed")), html, is_content, publisher, language,
    )  # fmt: skip


def _made(
    id: str, url: str, title: str, names: list[str], published: str, html: str, is_content: bool, publisher: str, language: str  # noqa: A002
) -> FeedEntry:  # fmt: skip
    known = id or url or sha256(f"{title}\n{html}".encode("utf-8", "replace")).hexdigest()
    authors = tuple(dict.fromkeys(name for name in names if name))
    return FeedEntry(known[:2000], url, title, authors, published, harmless(html), is_content, publisher, language[:20])


class _JsonFeed(Struct):
    """A JSON Feed whose entries are not read yet."""

    version: Any = None
    title: Any = None
    language: Any = None
    items: list[Raw] = []


def _read_json(data: bytes, url: str) -> Feed:
    """Read a JSON Feed (jsonfeed.org, versions 1 and 1.1)."""
    try:
        found = decode(data, type=_JsonFeed)
    except (ValueError, RecursionError):
        found = _lenient_json(data)
    if "jsonfeed.org" not in str(found.version):
        raise NotAFeed("JSON, but no JSON Feed; check the address")
    title, language = _text(found.title), _text(found.language)
    # Compressed: what is not read yet takes a third of its bytes.
    items = [compress(bytes(item), 1) for item in found.items[:_MOST_ENTRIES] if bytes(memoryview(item)[:1]) == b"{"]

    def oldest_first() -> Iterator[FeedEntry]:
        for item in reversed(items):
            try:
                entry = json.loads(decompress(item))
            except (ValueError, RecursionError):
                raise NotAFeed("a feed that can't be read; check the address") from None
            yield _json_entry(entry, url, title, language)

    return Feed(title, len(items), oldest_first)


def _lenient_json(data: bytes) -> _JsonFeed:
    """Read a JSON Feed that is in another encoding, or not quite JSON. Raises NotAFeed."""
    try:
        found = json.loads(data)
    except (ValueError, RecursionError):
        raise NotAFeed("no feed in RSS, Atom or JSON; check the address") from None
    items = found.get("items")
    listed = [Raw(json.dumps(item).encode()) for item in items] if isinstance(items, list) else []
    return _JsonFeed(found.get("version"), found.get("title"), found.get("language"), listed)


def _json_entry(item: dict[str, Any], url: str, publisher: str, language: str) -> FeedEntry:
    html, text = item.get("content_html"), item.get("content_text")
    if not isinstance(html, str):
        html = "\n".join(_paragraphs(str(text))) if isinstance(text, str) else ""
    content = bool(html.strip())
    if not content and isinstance(item.get("summary"), str):
        html = "\n".join(_paragraphs(item["summary"]))
    authors = item.get("authors") if isinstance(item.get("authors"), list) else [item.get("author")]
    names = [_text(author.get("name")) for author in _dicts(authors)]
    link = _joined(url, _text(item.get("url")) or _text(item.get("external_url")))
    day = _text(item.get("date_published"))[:40]
    spoken = _text(item.get("language")) or language
    return _made(_text(item.get("id")), link, _text(item.get("title")), names, day, html[:_MOST_TEXT], content, publisher, spoken)


def _paragraphs(text: str) -> Iterator[str]:
    from html import escape

    return (f"<p>{escape(part.strip())}</p>" for part in re.split(r"\n\s*\n", text) if part.strip())


def _dicts(values: object) -> list[dict[str, Any]]:
    """Return the dictionaries in a list.

    A feed may use the name of a standard element for something else, so anything may be here.
    """
    return [value for value in values if isinstance(value, dict)] if isinstance(values, list | tuple) else []


def _text(value: object) -> str:
    """Return a value as one harmless line; empty if it is no text or number."""
    return one_line(str(value))[:2000].strip() if isinstance(value, str | int) and not isinstance(value, bool) else ""


def _plain(title: str) -> str:
    """Return a title without the marks of HTML that feeds put into it."""
    from html import unescape

    return one_line(unescape(re.sub(r"</?[a-zA-Z][^<>]{0,200}>", "", title)))


def _joined(base: str, address: str) -> str:
    """Return the whole address of a page; empty if it is none of the web."""
    if not address:
        return ""
    try:
        whole = urljoin(base, address)
    except ValueError:
        return ""
    return whole if whole.lower().startswith(("http://", "https://")) else ""


def _day(parsed: object) -> str:
    if not isinstance(parsed, struct_time):
        return ""
    try:
        return datetime(*parsed[:6], tzinfo=UTC).strftime("%Y-%m-%dT%H:%M:%SZ")
    except (ValueError, OverflowError):
        return ""
