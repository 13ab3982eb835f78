"""Completions of a query: what could be typed where the cursor is."""

from collections.abc import Callable, Iterator
from itertools import islice
from typing import TYPE_CHECKING

from msgspec import Struct

from briefing_tui.library.index.folding import folded
from briefing_tui.library.index.library_index import LibraryIndex
from briefing_tui.library.search.query import FILTERS, IN, IS, QueryToken, tokens
from briefing_tui.presentation.counts import counted

if TYPE_CHECKING:
    from briefing_tui.notes.store import NoteStore

MOST = 20


class Completion(Struct, frozen=True):
    """Text that can replace a part of a query, from `start` to `end`.

    `about` says what it is.
    """

    start: int
    end: int
    text: str
    about: str


def completions(text: str, cursor: int, index: LibraryIndex, store: "NoteStore | None" = None) -> list[Completion]:
    """Return what could replace the piece of a query that ends at the cursor.

    The likeliest come first. These are the names of filters and, behind one, its values: names with their quotes, publishers with
    their articles, your tags. A value of several words comes in quotation marks. Raises IndexTrouble, and StoreError for tags.
    """
    token = next((one for one in tokens(text[:cursor]) if one.end == cursor), None)
    if token is None:
        return []
    if not token.key:
        return list(_filters(token))
    values = _VALUES.get(token.key)
    if values is None or (token.is_phrase and token.is_closed):
        return []
    start = token.value_start - token.is_phrase
    return [
        Completion(start, token.end, f'"{value}"' if any(map(str.isspace, value)) else value, about)
        for value, about in islice(values(token.value, index, store), MOST)
    ]


def _filters(token: QueryToken) -> Iterator[Completion]:
    typed = token.value.lower()
    if typed and not token.is_phrase:
        for name, about in FILTERS.items():
            if name.startswith(typed):
                yield Completion(token.value_start, token.end, f"{name}:", about)


_Values = Callable[[str, LibraryIndex, "NoteStore | None"], Iterator[tuple[str, str]]]


def _speakers(typed: str, index: LibraryIndex, _: object) -> Iterator[tuple[str, str]]:
    names = index.names_with_words(typed, is_prefix=True) if typed.strip() else index.names(limit=MOST)
    return ((name.name, counted(name.quotes, "quote")) for name in names if name.quotes)


def _actors(typed: str, index: LibraryIndex, _: object) -> Iterator[tuple[str, str]]:
    names = index.names_with_words(typed, is_prefix=True) if typed.strip() else index.names(limit=MOST)
    return ((name.name, counted(name.articles, "article")) for name in names if name.kind)


def _publishers(typed: str, index: LibraryIndex, _: object) -> Iterator[tuple[str, str]]:
    begins = folded(typed.strip())
    for publisher, count in index.publishers():
        if any(folded(publisher[at:]).startswith(begins) for at in _word_starts(publisher)):
            yield publisher, counted(count, "article")


def _word_starts(text: str) -> Iterator[int]:
    return (at for at in range(len(text)) if not at or (text[at - 1].isspace() and not text[at].isspace()))


def _tags(typed: str, _: LibraryIndex, store: "NoteStore | None") -> Iterator[tuple[str, str]]:
    found = store.reading_list.tags() if store is not None else []
    return ((tag, counted(count, "article")) for tag, count in found if tag.casefold().startswith(typed.casefold()))


def _days(typed: str, index: LibraryIndex, _: object) -> Iterator[tuple[str, str]]:
    if len(typed) <= 4:
        for year, count in index.years():
            if year.startswith(typed):
                yield year, counted(count, "article")


def _choices(choices: tuple[str, ...]) -> _Values:
    return lambda typed, _, __: ((one, "") for one in choices if one.startswith(typed.lower()))


_VALUES: dict[str, _Values] = {
    "speaker": _speakers,
    "actor": _actors,
    "publisher": _publishers,
    "tag": _tags,
    "since": _days,
    "until": _days,
    "in": _choices(IN),
    "is": _choices(IS),
}
