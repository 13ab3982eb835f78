"""One entry of a feed, and the page that is made of it."""

import re
from html import escape

from msgspec import Struct

_TAG = re.compile(r"<[^<>]{0,2000}>")
_CUT = re.compile(r"(?:…|\.\.\.|\[&#8230;\])\s{0,9}\]?[^.!?…]{0,40}\Z")
"""The end of a text that a feed cut off: an ellipsis, and perhaps the words of a link to the rest."""
_LONG = 1_500
"""The fewest letters of a description that is the whole text: what is shorter announces an article."""


class FeedEntry(Struct, frozen=True):
    """An entry as its feed has it.

    - `id`: what the feed tells it by; its address or a hash of its text if the feed has no ids.
    - `url`: the address of its page; empty if it names none.
    - `published`: the day and time in ISO 8601, in UTC; empty if it has none.
    - `html`: its text in HTML.
    - `is_content`: whether the feed says that the text is the content, not a description of it.
    """

    id: str
    url: str = ""
    title: str = ""
    authors: tuple[str, ...] = ()
    published: str = ""
    html: str = ""
    is_content: bool = False
    publisher: str = ""
    language: str = ""

    @property
    def is_whole(self) -> bool:
        """True if the text seems to be the whole article."""
        text = _TAG.sub(" ", self.html).strip()
        return bool(text) and not _CUT.search(text[-200:]) and (self.is_content or len(text) >= _LONG)

    def page(self) -> bytes:
        """Return a page that holds the entry: its source."""
        language = f' lang="{escape(self.language)}"' if self.language else ""
        meta = [("og:site_name", self.publisher), ("article:published_time", self.published)]
        head = [
            '<meta charset="utf-8">',
            f"<title>{escape(self.title)}</title>",
            *(f'<meta property="{name}" content="{escape(value)}">' for name, value in meta if value),
            *(f'<meta name="author" content="{escape(author)}">' for author in self.authors),
            *([f'<link rel="canonical" href="{escape(self.url)}">'] if self.url else []),
        ]
        title = f"<h1>{escape(self.title)}</h1>\n" if self.title else ""
        body = f"<article>\n{title}{self.html}\n</article>"
        page = f"<!doctype html>\n<html{language}><head>\n" + "\n".join(head) + f"\n</head><body>\n{body}\n</body></html>\n"
        return page.encode("utf-8", "replace")
