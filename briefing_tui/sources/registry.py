"""Find the kinds of source in the tree, and recognise them from bytes.

Each package below `sources/` that has a module `kind` is a kind of source; its `KIND` says how to recognise and read it. There
is no central list: a new package is all that a new kind needs. A `kind` module imports its reader, and whatever else is heavy,
only when it is called.
"""

import os
import sys
from collections.abc import Callable
from enum import IntEnum
from functools import cache, cached_property
from importlib import import_module
from typing import TYPE_CHECKING, NamedTuple

from briefing_tui.sources.errors import Unreadable

if TYPE_CHECKING:
    from briefing_tui.model.document import Document, Origin

_PACKAGE = __name__.rpartition(".")[0]
_SAMPLE = 200_000
MAX_LINES = 300_000
"""The most lines of a text: each may be a heading, which takes a kilobyte. A book of 10 MB has about 200,000."""


class RawSource:
    """A source before its kind is known: its bytes, and the text in them.

    `name` is what the document calls its source; `origin` is None unless it was fetched. `part` is what the user chose of a
    source that holds several articles: a number from 1 or a name, empty for no choice.
    """

    def __init__(self, data: bytes, name: str = "", origin: "Origin | None" = None, part: str = "") -> None:
        self.data, self.name, self.origin, self.part = data, name, origin, part

    def inside(self, data: bytes) -> "RawSource":
        """Return what is in this source as a source with this one's name and SHA-256."""
        inner = RawSource(data, self.name)
        inner.__dict__["sha256"] = self.sha256
        return inner

    @property
    def media_type(self) -> str:
        """The kind of content that a server said it is; empty if none did."""
        return self.origin.media_type if self.origin else ""

    @cached_property
    def sha256(self) -> str:
        """The SHA-256 of the bytes in hex."""
        from hashlib import sha256

        return sha256(self.data).hexdigest()

    @cached_property
    def text(self) -> str:
        """The decoded text, without the marks of a mail that quotes it. Raises Unreadable if the bytes are not text."""
        from briefing_tui.sources.decode import decode, unquoted

        return unquoted(decode(self.data, self.origin.charset if self.origin else ""))

    @cached_property
    def start(self) -> str:
        """The first 200,000 characters without embedded pictures; empty if the bytes are not text."""
        from briefing_tui.sources.shared.markup_signs import without_embedded_data

        try:
            return without_embedded_data(self.text)[:_SAMPLE].lstrip("\ufeff")
        except Unreadable:
            return ""

    def harmless_text(self) -> str:
        """Return the text without characters that act on a terminal.

        Raises Unreadable if the bytes are not text, or have too many lines.
        """
        from briefing_tui.text.safety import harmless

        if self.text.count("\n") > MAX_LINES:
            raise Unreadable(f"it has more than {MAX_LINES:,} lines: give a file with the article alone")
        return harmless(self.text)


class Certainty(IntEnum):
    """Degrees of certainty that a source is of a kind."""

    NONE = 0
    FALLBACK = 1
    """The kind reads whatever no other kind recognises."""
    POSSIBLE = 2
    LIKELY = 3
    VERY_LIKELY = 4
    SURE = 5
    """No other kind is asked."""


class SourceKind(NamedTuple):
    """A kind of source: how it is recognised and read.

    `name` is the kind's in `--from`. `certainty` judges a source without importing anything heavy. `read` makes its document
    and raises SourceError. `lines` gives the numbered lines of a source in which no article was found.
    """

    name: str
    certainty: Callable[[RawSource], Certainty]
    read: "Callable[[RawSource], Document]"
    lines: Callable[[RawSource], list[tuple[int, str]]] | None = None
    suffixes: tuple[str, ...] = ()
    """Endings of such files' names, in lower case; of a folder, files with other names are not built."""
    is_article: bool = True
    """Whether such a source can hold an article, so that the user may name the kind."""
    is_text: bool = True
    """Whether the bytes of such a source are text in some encoding."""
    has_parts: bool = False
    """Whether the user may choose an article by `KIND:PART`."""
    is_shown_as_is: bool = True
    """Whether the source's own text can be shown if it holds no article; a page's markup can't."""


@cache
def source_kinds() -> tuple[SourceKind, ...]:
    """Return every kind of source, in the order of the packages' names."""
    # pkgutil lists the packages, too, but loads `inspect`, which takes longer than all the rest.
    folders = (entry for path in sys.modules[_PACKAGE].__path__ for entry in os.scandir(path))
    names = sorted(folder.name for folder in folders if os.access(f"{folder.path}/kind.py", os.R_OK))
    return tuple(import_module(f"{_PACKAGE}.{name}.kind").KIND for name in names)


def article_kinds() -> tuple[str, ...]:
    """Return the names of the kinds that the user may choose from."""
    return tuple(kind.name for kind in source_kinds() if kind.is_article)


def suffixes() -> frozenset[str]:
    """Return the endings of file names that mark sources in a folder."""
    return frozenset(suffix for kind in source_kinds() for suffix in kind.suffixes)


def is_binary_source(data: bytes) -> bool:
    """Return whether bytes that are not text are a source of some kind."""
    source = RawSource(data)
    return any(not kind.is_text and kind.certainty(source) == Certainty.SURE for kind in source_kinds())


def split_kind(name: str) -> tuple[str, str]:
    """Return the kind and the part of `KIND:PART`; the part is empty without one."""
    kind, _, part = name.partition(":")
    return kind, part


def is_kind(name: object) -> bool:
    """Return whether a user may give this as KIND or KIND:PART."""
    kind, part = split_kind(str(name))
    return any(each.name == kind and each.is_article and (each.has_parts or not part) for each in source_kinds())


def kind_named(name: str) -> SourceKind:
    """Return the kind of this name. Raises KeyError if there is none."""
    return {kind.name: kind for kind in source_kinds()}[name]


def recognise(source: RawSource) -> SourceKind:
    """Return the kind that is most certain of a source.

    The first that is sure wins.
    """
    judged: list[tuple[Certainty, SourceKind]] = []
    for kind in source_kinds():
        judged.append((kind.certainty(source), kind))
        if judged[-1][0] == Certainty.SURE:
            return kind
    return max(judged, key=lambda pair: pair[0])[1]
