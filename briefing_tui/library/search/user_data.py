"""The user's data about articles, as searches need it: tags, status, notes."""

from collections.abc import Collection, Iterator
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING

from briefing_tui.library.index.library_index import LibraryIndex

if TYPE_CHECKING:
    from briefing_tui.model.note import Note
    from briefing_tui.model.reading import ReadingEntry
    from briefing_tui.notes.store import NoteStore


_MOST_NOTES = 1000
"""Notes that a search looks at; whoever has more with the same words adds a word."""


class UserData:
    """Connects the reading list and notes with the articles in the index."""

    def __init__(self, store: "NoteStore | None", index: LibraryIndex) -> None:
        """Take the notes, None if there are none, and the index."""
        self._store, self._index = store, index

    def tagged(self, tag: str) -> set[int]:
        """Return the articles with a tag, whatever its case. Raises StoreError."""
        wanted = tag.casefold()
        return {num for num, entry in self._entries.items() if wanted in map(str.casefold, entry.tags)}

    def with_status(self, statuses: Collection[str]) -> set[int]:
        """Return the articles whose entry has one of the statuses. Raises StoreError.

        Articles without an entry, which are unread, are not among them.
        """
        return {num for num, entry in self._entries.items() if entry.status in statuses}

    def notes(self, words: str) -> "Iterator[tuple[int, Note]]":
        """Yield the latest notes with these words, each with the number of its article. Raises StoreError."""
        if self._store is None or not self._store.path.exists():
            return
        from briefing_tui.notes.rows import Wanted

        numbers: dict[str, int | None] = {}
        for note in self._store.notes(Wanted(text=words), "newest", _MOST_NOTES):
            if note.briefing not in numbers:
                numbers[note.briefing] = self._article_named(note.briefing)
            num = numbers[note.briefing]
            if num is not None:
                yield num, note

    def _article_named(self, name: str) -> int | None:
        """Return the number of the article whose notes have a name."""
        assert self._store is not None
        for file in self._store.articles.files(name):
            if file.parent == self._folder and (num := self._index.article_in(file.name)) is not None:
                return num
        return self._index.article_in(f"{name}.md") if not self._store.articles.is_known(name) else None

    @cached_property
    def _folder(self) -> Path:
        return self._index.folder.absolute()

    @cached_property
    def _entries(self) -> "dict[int, ReadingEntry]":
        """The entries of the reading list by the numbers of their articles."""
        if self._store is None or not self._store.path.exists():
            return {}
        found: dict[int, ReadingEntry] = {}
        for path, entry in self._store.reading_list.by_path():
            file = Path(path) if path else self._folder / f"{entry.article}.md"
            if file.parent == self._folder and (num := self._index.article_in(file.name)) is not None:
                found[num] = entry
        return found
