"""Fictional feeds, in each form that sites publish."""

import json
from html import escape
from typing import NamedTuple

from tests.sources import pages

WORDS = tuple(f"<p>{text}</p>" for text in pages.LORE)


class Item(NamedTuple):
    """An entry of a made feed; `text` is HTML."""

    number: int
    text: str = ""
    summary: str = ""
    link: str | None = None
    id: str | None = None

    @property
    def title(self) -> str:
        """Its title."""
        return f"The harbour, part {self.number}"

    @property
    def key(self) -> str:
        """Its id in the feed."""
        return self.id or f"part:{self.number}"

    @property
    def address(self) -> str:
        """The address of its page."""
        return f"/part-{self.number}" if self.link is None else self.link


def whole(number: int) -> str:
    """Return a text of its own, long enough to be an article."""
    words = ("east", "west", "north", "south", "old", "new", "long", "short")
    of = " ".join(words[int(digit)] for digit in f"{number:04o}")
    return "".join(text.replace("quay", f"{of} quay").replace("harbour", f"harbour of {of}") for text in WORDS)


def rss(*items: Item, title: str = "The Saltmarsh Courier") -> str:
    """Return a feed in RSS 2.0."""
    entries = "".join(
        f"<item><title>{escape(item.title)}</title><link>{escape(item.address)}</link>"
        f"<guid isPermaLink='false'>{item.key}</guid><pubDate>Mon, 02 Mar 2026 0{item.number % 10}:00:00 GMT</pubDate>"
        f"<dc:creator>Ines Calder</dc:creator><description>{escape(item.summary)}</description>"
        + (f"<content:encoded><![CDATA[{item.text}]]></content:encoded>" if item.text else "")
        + "</item>"
        for item in items
    )
    names = 'xmlns:content="http://purl.org/rss/1.0/modules/content/" xmlns:dc="http://purl.org/dc/elements/1.1/"'
    return f'<?xml version="1.0"?><rss version="2.0" {names}><channel><title>{escape(title)}</title>{entries}</channel></rss>'


def atom(*items: Item) -> str:
    """Return a feed in Atom."""
    entries = "".join(
        f"<entry><title>{escape(item.title)}</title><link href='{escape(item.address)}'/><id>{item.key}</id>"
        f"<updated>2026-03-02T0{item.number % 10}:00:00Z</updated><author><name>Ines Calder</name></author>"
        f"<summary>{escape(item.summary)}</summary>"
        + (f"<content type='html'>{escape(item.text)}</content>" if item.text else "")
        + "</entry>"
        for item in items
    )
    return f'<feed xmlns="http://www.w3.org/2005/Atom"><title>The Saltmarsh Courier</title>{entries}</feed>'


def json_feed(*items: Item) -> str:
    """Return a JSON Feed."""
    entries = [
        {
            "id": item.key, "url": item.address, "title": item.title, "summary": item.summary,
            "date_published": f"2026-03-02T0{item.number % 10}:00:00Z", "authors": [{"name": "Ines Calder"}],
            **({"content_html": item.text} if item.text else {}),
        }
        for item in items
    ]  # fmt: skip
    return json.dumps({"version": "https://jsonfeed.org/version/1.1", "title": "The Saltmarsh Courier", "items": entries})
