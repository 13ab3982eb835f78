"""The reading list, and searches with names: the user's data, in the file of notes.

An entry is on an article, as a note is, and has the same name (see `articles`). A content file that was never opened is known by
its path alone until it is. Methods raise StoreError.
"""

from collections.abc import Callable, Iterable, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from msgspec import Struct
from msgspec.structs import replace

from briefing_tui.model.identity import Identity
from briefing_tui.model.note import clean_tags, now
from briefing_tui.model.reading import ReadingEntry, SavedSearch, after_opening, after_reading
from briefing_tui.notes.database import NoteFile
from briefing_tui.notes.errors import StoreError
from briefing_tui.notes.known_articles import KnownArticles
from briefing_tui.notes.reading_rows import (
    COLUMNS,
    entry_of,
    has_reading_list,
    put_entry,
    put_search,
    read_entries,
    read_entry,
    read_searches,
    write_entry,
)

if TYPE_CHECKING:
    import sqlite3

_FILES = "SELECT value, briefing FROM identities WHERE kind = 'file'"

Change = Callable[[Path, ReadingEntry], ReadingEntry]
"""Returns what becomes of the entry of a content file."""


class CopiedEntry(Struct, frozen=True):
    """An entry with what its article is known by (see `articles.known_facts`).

    `former_tags` are those of its tags that came before: the user may have taken them off.
    """

    entry: ReadingEntry
    facts: list[tuple[str, str]] = []
    marks: set[int] = set()
    former_tags: frozenset[str] = frozenset()


class ReadingList:
    """The reading list of a store."""

    def __init__(self, file: NoteFile, articles: KnownArticles) -> None:
        """Keep it in this file; `articles` finds the names of articles."""
        self._file, self._articles = file, articles
        self._seen: tuple[int, int] | None = None

    def entries(self) -> list[ReadingEntry]:
        """Return every entry."""
        with self._file.reading() as db:
            return [] if db is None or not has_reading_list(db) else read_entries(db)

    def of_files(self, files: Iterable[Path]) -> dict[Path, ReadingEntry]:
        """Return the entries of content files, as far as they have one.

        A file without one is unread and has no tags. One that is not known by its path has the entry with its name, if
        the files of that entry are gone: they were moved.
        """
        with self._file.reading() as db:
            if db is None or not has_reading_list(db):
                return {}
            entries = {entry.article: entry for entry in read_entries(db)}
            known = dict(db.execute(_FILES).fetchall()) if entries else {}
        if not entries:
            return {}
        names = _ArticleNames(known)
        found = ((file, entries.get(names.of(file) or "")) for file in files)
        return {file: entry for file, entry in found if entry is not None}

    def by_path(self) -> list[tuple[str, ReadingEntry]]:
        """Return the entries with the paths of their content files.

        One whose files are gone or unknown has an empty path: its article may be in a file of its name. One that was only
        imported by its address has never had a file, and is left out.
        """
        with self._file.reading() as db:
            if db is None or not has_reading_list(db):
                return []
            entries = {entry.article: entry for entry in read_entries(db)}
            known = db.execute(_FILES).fetchall() if entries else []
            addressed = db.execute("SELECT briefing FROM identities WHERE kind = 'address'").fetchall() if entries else []
        found = [(path, entries[name]) for path, name in known if name in entries and _exists(Path(path))]
        fileless = {name for (name,) in addressed} - {name for _, name in known}
        lost = entries.keys() - {entry.article for _, entry in found} - fileless
        return [*found, *(("", entries[name]) for name in lost)]

    def recent(self, most: int) -> list[tuple[ReadingEntry, Path]]:
        """Return the articles that were opened last and whose files exist, the latest first."""
        sql = f"SELECT {COLUMNS} FROM reading_list WHERE opened != '' ORDER BY opened DESC LIMIT ?"
        with self._file.reading() as db:
            if db is None or not has_reading_list(db):
                return []
            entries = [entry_of(row) for row in db.execute(sql, (2 * most,)).fetchall()]
        found = ((entry, next(filter(_exists, self._articles.files(entry.article)), None)) for entry in entries)
        return [(entry, file) for entry, file in found if file is not None][:most]

    def tags(self) -> list[tuple[str, int]]:
        """Return every tag and the number of its articles, the most used first."""
        counts: dict[str, tuple[str, int]] = {}
        for entry in self.entries():
            for tag in entry.tags:
                first, number = counts.get(tag.casefold(), (tag, 0))
                counts[tag.casefold()] = first, number + 1
        return sorted(counts.values(), key=lambda pair: (-pair[1], pair[0].casefold()))

    def has_changed(self) -> bool:
        """Return whether another program changed the file since the last call.

        The first call returns False.
        """
        with self._file.reading() as db:
            version = 0 if db is None else int(db.execute("PRAGMA data_version").fetchone()[0])
            seen, self._seen = self._seen, (self._file.times_moved, version)
            return seen is not None and seen != self._seen

    # Changes

    def visit(self, who: Identity, title: str) -> ReadingEntry:
        """Remember that an article has been opened.

        An unread one is being read from now on.
        """

        def opened(entry: ReadingEntry) -> ReadingEntry:
            return replace(entry, status=after_opening(entry.status), opened=now(), title=title or entry.title)

        return self._change_one(who, opened)

    def reach(self, who: Identity, progress: float) -> ReadingEntry:
        """Remember how far an article was read, from 0 to 1.

        At its end it is read.
        """
        return self._change_one(who, lambda entry: replace(entry, status=after_reading(entry.status, progress)))

    def _change_one(self, who: Identity, change: Callable[[ReadingEntry], ReadingEntry]) -> ReadingEntry:
        name = self._articles.claim(who)
        with self._file.reading() as db:
            before = read_entry(db, name) if db is not None else ReadingEntry(name)
        after = change(before)
        if after == before:
            return before
        with self._file.changing(counts=False) as db:
            before = read_entry(db, name)
            added = before.added or (_time_of(Path(who.path)) if who.path else "")
            after = replace(change(before), added=added, modified=now())
            write_entry(db, after)
        return after

    def change(self, files: Sequence[Path], change: Change) -> dict[Path, ReadingEntry]:
        """Change the entries of content files in one transaction.

        Returns them as they were before, for `restore`.
        """
        before: dict[Path, ReadingEntry] = {}
        stamp = now()
        with self._file.changing(counts=False) as db:
            names = _ArticleNames(dict(db.execute(_FILES).fetchall()))
            for file in files:
                before[file] = entry = read_entry(db, names.claimed(db, file))
                changed = change(file, entry)
                added = changed.added or _time_of(file)
                write_entry(db, replace(changed, tags=_accepted(changed.tags), added=added, modified=stamp))
        return before

    def restore(self, entries: dict[Path, ReadingEntry]) -> None:
        """Give content files the status and the tags of earlier entries again."""

        def restored(file: Path, entry: ReadingEntry) -> ReadingEntry:
            return replace(entry, status=entries[file].status, tags=entries[file].tags)

        self.change(list(entries), restored)

    def add(self, files: Sequence[Path]) -> None:
        """Remember that content files came into the library now."""
        stamp = now()
        self.change(files, lambda _, entry: replace(entry, added=entry.added or stamp))

    # Exchange with files

    def copy(self) -> list[CopiedEntry]:
        """Return every entry with what its article is known by."""
        from briefing_tui.notes import articles

        with self._file.reading() as db:
            if db is None or not has_reading_list(db):
                return []
            return [CopiedEntry(entry, *articles.known_facts(db, entry.article)) for entry in read_entries(db)]

    def put(self, entries: Iterable[CopiedEntry], searches: Iterable[SavedSearch]) -> tuple[int, int]:
        """Put copied entries and searches into this store, all or none.

        Of two entries on one article, and of two searches of one name, the one that was modified later stays.
        Returns how many of each changed something.
        """
        from briefing_tui.notes import articles

        with self._file.changing(counts=False) as db:
            changed = 0
            for copied in entries:
                name = articles.put_article(db, copied.entry.article, copied.facts, copied.marks)
                changed += put_entry(db, replace(copied.entry, article=name, tags=_accepted(copied.entry.tags)))
            return changed, sum(put_search(db, search) for search in searches)

    def put_saved(self, saved: Iterable[CopiedEntry]) -> list[str]:
        """Bring in what another tool knows of articles; return their names.

        Tags are added to those here, but for former ones of an article that has an entry. A status comes only to an article that
        is unread and was never opened here, and of two times at which an article was added the earlier one stays.
        """
        from briefing_tui.notes import articles

        names, stamp = [], now()
        with self._file.changing(counts=False) as db:
            for copied in saved:
                name = articles.put_article(db, copied.entry.article, copied.facts, copied.marks)
                there, new = read_entry(db, name), copied.entry
                tags = [tag for tag in new.tags if not there.modified or tag not in copied.former_tags]
                entry = replace(
                    there,
                    status=new.status if there.status == "unread" and not there.opened else there.status,
                    tags=_accepted((*there.tags, *tags)),
                    added=min(filter(None, (there.added, new.added)), default=stamp),
                    title=there.title or new.title,
                )
                if entry != there or not there.modified:
                    write_entry(db, replace(entry, modified=stamp))
                names.append(name)
        return names

    # Searches with names

    def searches(self) -> list[SavedSearch]:
        """Return the saved searches by name."""
        with self._file.reading() as db:
            return [] if db is None or not has_reading_list(db) else read_searches(db)

    def save_search(self, name: str, query: str) -> None:
        """Save a search under a name; it replaces one of the same name."""
        with self._file.changing(counts=False) as db:
            put_search(db, SavedSearch(name, query, now()))

    def drop_search(self, name: str) -> None:
        """Delete a saved search."""
        with self._file.changing(counts=False) as db:
            db.execute("DELETE FROM searches WHERE name = ?", (name,))


class _ArticleNames:
    """The names of articles by their content files."""

    def __init__(self, known: dict[str, str]) -> None:
        """`known` has the names by the absolute paths of files."""
        self._known = known
        self._files: dict[str, list[str]] = {}
        for path, name in known.items():
            self._files.setdefault(name, []).append(path)

    def of(self, file: Path) -> str | None:
        """Return the name of the article in a file, if there may be one."""
        found = self._known.get(str(file.absolute()))
        if found is None and file.stem in self._files and not any(_exists(Path(path)) for path in self._files[file.stem]):
            return file.stem
        return found

    def claimed(self, db: "sqlite3.Connection", file: Path) -> str:
        """Return the name of the article in a file; a new one gets a name."""
        from briefing_tui.notes import articles

        name = self.of(file) or articles.new_name(db, file.stem)
        path = str(file.absolute())
        if self._known.get(path) != name:
            articles.learn_file(db, name, file.stem, path)
            self._known[path] = name
            self._files.setdefault(name, []).append(path)
        return name


def _time_of(file: Path) -> str:
    """Return when a file was last changed, as the time at which it came into the library."""
    from datetime import UTC, datetime

    try:
        seconds = file.stat().st_mtime
        return datetime.fromtimestamp(seconds, UTC).isoformat(timespec="milliseconds").replace("+00:00", "Z")
    except (OSError, ValueError, OverflowError):
        return ""


def _accepted(tags: Sequence[str]) -> tuple[str, ...]:
    """Return tags as they are kept. Raises StoreError for one that is too long."""
    try:
        return clean_tags(list(tags))
    except ValueError as error:
        raise StoreError("refused", str(error)) from None


def _exists(file: Path) -> bool:
    try:
        return file.is_file()
    except (OSError, ValueError):
        return False
