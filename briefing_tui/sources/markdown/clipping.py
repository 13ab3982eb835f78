"""Read what a clipping's front matter says about its article.

Clippers (Obsidian's, MarkDownload and their like) write title, author, address, date and description, under keys of their own.
"""

import re
from html import escape

from msgspec import Struct

from briefing_tui.languages.words import phrases
from briefing_tui.markdown.front_matter import FrontMatter
from briefing_tui.sources.shared.metadata_values import names_in
from briefing_tui.text.late_pattern import late_pattern
from briefing_tui.text.safety import one_line

_BRACKETS = re.compile(r"\[\[|\]\]|\]\([^)\]]*+\)|\[")
"""Of wiki links, and of links around a name."""


_FOOTNOTE = late_pattern(r"^\[\^[\w-]{1,40}\]:[^\n]*+", re.M)
_REFERENCE = late_pattern(r"\[\^[\w-]{1,40}\](?!:)")
_CALLOUT = late_pattern(r"^([ \t]*>[ \t>]*)\[![\w-]{1,40}\][+-]?[ \t]*", re.M)
_HIGHLIGHT = late_pattern(r"==(?=[^\s=])([^=\n]{1,1000}?)(?<=\S)==")
_TAG_LINE = late_pattern(r"^(?:#[^\W\d_][\w/-]{0,60}[ \t]*)+$", re.M)
_BLOCK_NAME = late_pattern(r"^\^[\w-]{1,40}[ \t]*$", re.M)
_TRAILER = late_pattern(
    rf"^(?:-{{3,}}|\*{{3,}}|_{{3,}})[ \t]{{0,9}}\n\s{{0,9}}[*_(\[]?{phrases('clipper_phrases')}\b[^\n]{{0,400}}\s{{0,99}}\Z",
    re.M | re.I,
)
"""What a clipper writes below the article: whence and when it was clipped."""
_TRAILER_REACH = 600


class Clipping(Struct, frozen=True):
    """The facts about an article in its front matter. Days are as written."""

    title: str | None
    authors: tuple[str, ...]
    published: str | None
    modified: str | None
    address: str | None
    lead: str | None
    publisher: str | None
    language: str | None

    @property
    def head(self) -> str:
        """The same as elements of a page's head, on one line."""
        fields = {
            "og:title": self.title,
            "article:published_time": self.published,
            "article:modified_time": self.modified,
            "og:description": self.lead,
            "og:site_name": self.publisher,
            "og:url": self.address,
            "og:locale": self.language,
        }
        named = [(key, value) for key, value in fields.items() if value] + [("author", name) for name in self.authors]
        return "".join(f'<meta name="{key}" content="{escape(value)}">' for key, value in named)


def without_clipper_marks(text: str) -> str:
    """Return a text without highlights, footnotes and the kinds of callouts.

    Every line keeps its number. These are marks of the person who clipped it, or of the page, and none of the article's words.
    """
    text = _FOOTNOTE.sub("", text)
    text = _REFERENCE.sub("", text)
    text = _CALLOUT.sub(r"\1", text)
    text = _BLOCK_NAME.sub("", _TAG_LINE.sub("", text))
    if trailer := _TRAILER.search(text, max(0, len(text) - _TRAILER_REACH)):
        text = text[: trailer.start()] + "\n" * text[trailer.start() :].count("\n")
    return _HIGHLIGHT.sub(r"\1", text)


def read_clipping(front: FrontMatter) -> Clipping:
    """Return what front matter says. Keys are written in any case, with hyphens, underscores or spaces."""
    known = {entry.key.lower().replace("-", "_").replace(" ", "_"): entry.value for entry in front.entries}

    def first(*keys: str) -> str | None:
        """Return the first value of these keys, a list's items joined."""
        values = (known.get(key) for key in keys)
        texts = (", ".join(map(str, value)) if isinstance(value, list) else str(value or "") for value in values)
        return next((text for text in map(one_line, texts) if text), None)

    byline = first("author", "authors", "byline", "creator", "by")
    return Clipping(
        title=first("title", "headline"),
        authors=tuple(names_in(_BRACKETS.sub("", byline))) if byline else (),
        published=first("published", "date", "publish_date", "date_published", "datepublished", "pubdate"),
        modified=first("modified", "updated", "lastmod", "date_modified"),
        address=first("source", "url", "link", "canonical", "source_url"),
        lead=first("description", "excerpt", "lead", "standfirst", "subtitle", "dek", "summary"),
        publisher=first("publisher", "site", "site_name", "sitename", "publication"),
        language=first("language", "lang"),
    )
