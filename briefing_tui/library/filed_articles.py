"""Recognise an article that the library has already.

The rule is `model.identity.Trace.is_of`: the same address, or else the same words up to small corrections. Everything that files
articles asks here: `add`, feeds and imports.
"""

from array import array
from collections.abc import Callable, Iterable, Iterator
from pathlib import Path
from typing import TYPE_CHECKING, TypeVar

from briefing_tui.contentfile.read.file_input import UnreadableFile
from briefing_tui.contentfile.read.reader import load
from briefing_tui.library.index.errors import IndexTrouble
from briefing_tui.model.identity import Identity, Trace

if TYPE_CHECKING:
    from briefing_tui.library.index.library_index import LibraryIndex

_Found = TypeVar("_Found")
_RUN = 6
"""Words in a row by which articles that may have the same words are looked for."""
_RUNS = 10
"""Such rows that are looked for, from all over the article. Of two texts that are just alike (`identity.ALIKE`) each has two in
three rows of four words that the other has, and more than every second row of six: that none of ten is found is one in 1,000."""
_MOST = 5
"""The articles whose words are compared, those with most rows first."""
_FRESH = 50
"""Articles that are filed before the index is brought up to date, as each new article is compared with all of them."""
_MOST_TRACES = 5000
"""Articles filed in one run whose words are remembered, half a kilobyte each; files of others are read to be compared."""
_CACHE_KIB = 2000
"""Pages of the index in memory, in KiB: what SQLite has unless told otherwise, so that memory does not grow with the articles."""
_READ = 3000
"""Words of an article that rows are chosen from: those that `identity.sample` looks at."""


class FiledArticles:
    """The articles of one folder, and those that were filed in it meanwhile.

    It asks the folder's index, which it brings up to date first. Nothing is raised: without room for the index it is made in
    memory.
    """

    def __init__(self, folder: Path) -> None:
        """Set the folder; nothing is opened before something is asked."""
        self.folder = folder
        self._index: LibraryIndex | None = None
        self._fresh: dict[str, Path] = {}
        """Files that the index may not have yet, by the keys of their addresses, or their names without one."""
        self._traces: dict[Path, tuple[str, array[int]]] = {}
        """Addresses and samples of words of what was filed in this run."""

    def __enter__(self) -> "FiledArticles":
        """Return the object itself."""
        return self

    def __exit__(self, *_: object) -> None:
        """Close the index."""
        self.close()

    def close(self) -> None:
        """Close the index; a later question opens it again."""
        if self._index is not None:
            self._index.close()
            self._index = None

    def find(self, who: Identity, ways: Iterable[str] = ()) -> Path | None:
        """Return the content file of the article, None if the library has none.

        `ways` are keys of other addresses that led to it. What the library has at one of them is the article if it has its words.
        """
        if found := self.at_address(who.address) or next(self._all_with_words(who), None):
            return found
        at_others = filter(None, map(self.at_address, ways))
        return next((path for path in at_others if self._is_of(path, who, by_words=True)), None)

    def find_all(self, who: Identity) -> list[Path]:
        """Return every content file of the article: a library may have it twice."""
        at_address = self._ask(lambda index: list(map(index.path_of, index.articles_at(who.address)))) if who.address else None
        found = dict.fromkeys(path for path in (at_address or []) if path.is_file())
        if who.path and Path(who.path).parent == self.folder.absolute():
            found[self.folder / Path(who.path).name] = None
        found |= dict.fromkeys(self._all_with_words(who))
        return list(found)

    def at_address(self, address: str) -> Path | None:
        """Return the content file of the article with this key of an address (`identity.address_key`)."""
        if not address:
            return None
        filed = self._fresh.get(address) or self._ask(lambda index: _path_at(index, address))
        return filed if filed is not None and filed.is_file() else None

    def titled(self, title: str) -> Path | None:
        """Return the content file of the only article with a title, if there is one."""
        found = self._ask(lambda index: _titled(index, title)) or []
        return found[0] if len(found) == 1 and found[0].is_file() else None

    def add(self, who: Identity, path: Path) -> None:
        """Remember an article that has just been filed."""
        if len(self._fresh) >= _FRESH:
            self._fresh = {}
            self._ask(lambda index: index.refresh())
        self._fresh[who.address or path.name] = path
        self._traces[path] = who.address, array("I", who.words)
        if len(self._traces) > _MOST_TRACES:
            del self._traces[next(iter(self._traces))]

    def _all_with_words(self, who: Identity) -> Iterator[Path]:
        """Yield the files of articles with the same words that may be the article."""
        if not who.words:
            return
        yield from (path for path in self._fresh.values() if self._is_of(path, who))
        rows = _rows(who)
        for path in self._ask(lambda index: _paths_with(index, rows)) or ():
            if path not in self._fresh.values() and self._is_of(path, who):
                yield path

    def _is_of(self, path: Path, who: Identity, by_words: bool = False) -> bool:
        """Return whether a file is there and holds the article, `by_words` whatever its address."""
        if remembered := self._traces.get(path):
            address, words = remembered
            trace = Trace(address, tuple(words))
        else:
            try:
                trace = Identity(load(path).briefing, path, is_filed=True).trace
            except UnreadableFile:
                return False
        return (Trace("", trace.words) if by_words else trace).is_of(who) and path.is_file()

    def _ask(self, question: "Callable[[LibraryIndex], _Found]") -> _Found | None:
        from briefing_tui.library.index.library_index import open_index

        for is_kept in (True, False):
            try:
                if self._index is None:
                    self._index = open_index(self.folder, is_kept=is_kept, cache_kib=_CACHE_KIB)
                    self._index.refresh()
                return question(self._index)
            except IndexTrouble:
                self.close()
        return None


def _path_at(index: "LibraryIndex", address: str) -> Path | None:
    return next(map(index.path_of, index.articles_at(address)), None)


def _titled(index: "LibraryIndex", title: str) -> list[Path]:
    """Return the files of articles with a title; case and marks do not matter."""
    from briefing_tui.library.index.folding import words_of

    words = words_of(title)
    records = index.articles_by_number(index.articles_with_words(title, "title", limit=50))
    return [index.path_of(record) for record in records if words_of(record.title or "") == words]


def _paths_with(index: "LibraryIndex", rows: list[str]) -> list[Path]:
    """Return the files of the articles that have any of these rows of words, those with most of them first."""
    counts: dict[int, int] = {}
    for row in rows:
        for num in index.articles_with_words(row, "body", limit=20):
            counts[num] = counts.get(num, 0) + 1
    best = sorted(counts, key=lambda num: (-counts[num], num))[:_MOST]
    by_number = {article.num: article for article in index.articles_by_number(best)}
    return [index.path_of(by_number[num]) for num in best if num in by_number]


def _rows(who: Identity) -> list[str]:
    """Return rows of words from all over an article: in each stretch the one with most letters, which few others have."""
    from briefing_tui.library.index.folding import words_of

    rows: list[tuple[str, ...]] = []
    read = 0
    for section in who.article.sections:
        for paragraph in section.paragraphs:
            words = words_of(paragraph.text[:50_000]) if read < _READ else []
            read += len(words)
            last = max(1, len(words) - _RUN + 1) if words else 0
            rows += [tuple(words[at : at + _RUN]) for at in range(last)]
    size = max(1, -(-len(rows) // _RUNS))
    stretches = (rows[at : at + size] for at in range(0, len(rows), size))
    return [" ".join(max(stretch, key=lambda row: sum(map(len, row)))) for stretch in stretches]
