"""The articles that a store has notes on; the rules are those of `articles`."""

from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from briefing_tui.model.identity import Identity
from briefing_tui.notes.database import NoteFile
from briefing_tui.notes.errors import StoreError

if TYPE_CHECKING:
    import sqlite3


class ArticleData(NamedTuple):
    """The user's data on an article.

    `notes` and `drafts` are their numbers, `is_listed` says whether the reading list has it, and `is_known` whether there is
    anything of it, be it only what it is recognised by.
    """

    notes: int = 0
    drafts: int = 0
    is_listed: bool = False
    is_known: bool = False


class KnownArticles:
    """Finds the name that an article has among notes (`Note.briefing`). Methods raise StoreError."""

    def __init__(self, file: NoteFile) -> None:
        """Look in this file."""
        self._file = file

    def find(self, who: Identity, remember: bool = True) -> str | None:
        """Return the name of the article that is read; None if it has no notes.

        With `remember`, everything that it is known by is remembered.
        """
        from briefing_tui.notes import articles

        with self._file.reading() as db:
            if db is None or not _has_articles(db):
                return None if db is None else who.briefing
            name, left = articles.find(db, who), articles.unclaimed(db, who)
            if not remember and name is None and left.ours:
                return who.briefing
            if not remember or (not left.ours and (name is None or articles.is_recorded(db, who, name))):
                return name
        try:
            return self._record(who)
        except StoreError as error:
            if error.trouble not in ("read-only", "full"):
                raise
            return name or who.briefing

    def claim(self, who: Identity) -> str:
        """Return the name of the article that is read; a new one gets a name."""
        return self.find(who) or self._record(who)

    def _record(self, who: Identity) -> str:
        from briefing_tui.notes import articles

        with self._file.changing() as db:
            left = articles.unclaimed(db, who)
            name = articles.record(db, who, articles.find(db, who), adopted=bool(left.ours) and left.are_all)
            articles.adopt(db, left.ours, name)
        return name

    def named(self, name: str) -> str:
        """Return the present name of the article that has or had a name or id.

        An unknown name is returned as it is.
        """
        from briefing_tui.notes import articles

        with self._file.reading() as db:
            return name if db is None or not _has_articles(db) else articles.named(db, name) or name

    def is_known(self, name: str) -> bool:
        """Return whether it is known what the article with a name is recognised by."""
        from briefing_tui.notes import articles

        with self._file.reading() as db:
            return db is not None and _has_articles(db) and articles.is_known(db, name)

    def data_on(self, name: str) -> ArticleData:
        """Return what there is on the article with a name; nothing for an empty name."""
        from briefing_tui.notes import articles

        with self._file.reading() as db:
            if db is None or not name or not _has_articles(db):
                return ArticleData()
            count = "SELECT count(*) FROM {} WHERE briefing = ?"
            notes, drafts, listed = (
                db.execute(count.format(table), (name,)).fetchone()[0]
                for table in ("(SELECT * FROM notes WHERE deleted IS NULL)", "drafts", "reading_list")
            )
            return ArticleData(notes, drafts, bool(listed), bool(notes or drafts or listed or articles.is_known(db, name)))

    def learn_address(self, name: str, address: str) -> None:
        """Remember the key of the address of an article that has not been read yet."""
        from briefing_tui.notes import articles

        with self._file.changing() as db:
            articles.learn_address(db, name, address)

    def by_address(self, address: str) -> str | None:
        """Return the name of the article with this key of an address."""
        from briefing_tui.notes import articles

        with self._file.reading() as db:
            return None if db is None or not _has_articles(db) else articles.by_address(db, address)

    def files(self, name: str) -> list[Path]:
        """Return the files that an article was read from, the best first."""
        from briefing_tui.notes import articles

        with self._file.reading() as db:
            return [] if db is None or not _has_articles(db) else list(articles.files(db, name))


def _has_articles(db: "sqlite3.Connection") -> bool:
    """Return whether the file has the tables; one of an earlier version that can't be written has not."""
    return bool(db.execute("SELECT 1 FROM sqlite_master WHERE name = 'identities'").fetchall())
