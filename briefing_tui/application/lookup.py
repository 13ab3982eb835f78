"""Find briefings by their ids, their notes, or the addresses of their articles."""

from collections.abc import Iterator
from contextlib import contextmanager, suppress
from functools import lru_cache
from itertools import chain
from pathlib import Path
from typing import TYPE_CHECKING

from briefing_tui.settings import paths

if TYPE_CHECKING:
    from briefing_tui.application.opening import Opened
    from briefing_tui.library.filed_articles import FiledArticles
    from briefing_tui.model.briefing import Briefing
    from briefing_tui.model.identity import Identity
    from briefing_tui.notes.store import NoteStore


def files_of(briefing_id: str, note: str = "") -> Iterator[Path]:
    """Yield the files that may hold the briefing with that id.

    If `note` is the id of a note, the files of the article that it is on come first. Then come those in the user's library, the
    shipped ones, those of an article that notes know by this name, and the one that it was last read from.
    """
    if note:
        yield from _files_with_note(briefing_id, note)
    yield from _shelved(briefing_id)
    with _store() as store:
        if store is not None:
            yield from filter(_is_file, store.articles.files(store.articles.named(briefing_id)))
    from briefing_tui.library.reading_state import home_of

    if home := home_of(paths.state(), briefing_id):
        yield home


def _shelved(briefing_id: str) -> Iterator[Path]:
    """Yield the files with that name in the user's library and among the shipped briefings."""
    if briefing_id and Path(briefing_id).name == briefing_id:
        yield from filter(_is_file, (folder / f"{briefing_id}.md" for folder in (paths.library(), paths.shipped_content())))


def _files_with_note(briefing_id: str, note: str) -> Iterator[Path]:
    """Yield the files of the article that a note is on, one with that name first."""
    with _store() as store:
        found = store.get(note) if store is not None else None
        if store is not None and found is not None:
            yield from (file for file in _shelved(briefing_id) if _name_in(store, file) == found.briefing)
            yield from filter(_is_file, store.articles.files(found.briefing))


def known_ids() -> list[str]:
    """Return the ids in the library, then those of the shipped briefings.

    File names decide, no file is opened.
    """
    from briefing_tui.library.folder import content_files

    return [path.stem for folder in (paths.library(), paths.shipped_content()) for path in content_files(folder)]


@contextmanager
def _store() -> Iterator["NoteStore | None"]:
    """Give the user's notes; None if there are none. What can't be read has no files."""
    if not paths.notes().exists():
        yield None
        return
    from briefing_tui.notes.errors import StoreError
    from briefing_tui.notes.store import NoteStore

    with suppress(StoreError), NoteStore() as store:
        yield store


def identity_of(opened: "Opened", path: Path | None) -> "Identity":
    """Return what an opened article is recognised by.

    Without a path it came from standard input.
    """
    from briefing_tui.model.identity import Identity

    return Identity(opened.briefing, path, is_filed=path is not None and opened.built is None)


def named_notes(what: str | None, store: "NoteStore") -> tuple[str | None, str]:
    """Return the name that the notes of `what` have, and the id after `#`.

    A briefing is named by its id or a file. The name is None for all notes; the id is empty if there is no `#`.
    """
    if not what or what == "all":
        return None, ""
    name, _, note = what.rpartition("#") if "#" in what else (what, "", "")
    path = Path(name)
    if _is_file(path):
        return _name_in(store, path) or ("" if store.articles.is_known(path.stem) else path.stem), note
    if "/" in name or path.suffix == ".md":
        return path.stem, note
    known = store.articles.named(name)
    if known == name and not store.articles.is_known(name):
        file = next(files_of(name), None)
        known = (file and _name_in(store, file)) or name
    return known, note


def _name_in(store: "NoteStore", path: Path) -> str | None:
    """Return the name under which notes are on the article in a file, if there are any."""
    from briefing_tui.application.opening import open_file
    from briefing_tui.contentfile.read.file_input import UnreadableFile

    try:
        return store.articles.find(identity_of(open_file(path), path))
    except (UnreadableFile, OSError, ValueError):
        return None


def _is_file(path: Path) -> bool:
    try:
        return path.is_file()
    except (OSError, ValueError):  # no file system allows the name
        return False


class BriefingFinder:
    """Finds the briefings of notes; a content file that the user named comes first."""

    def __init__(self, what: str | None, store: "NoteStore") -> None:
        """Remember what the user named, which may be a content file, and the notes."""
        path = Path((what or "").partition("#")[0])
        self._named = path if what and _is_file(path) else None
        self._store = store
        self._folders: list[FiledArticles] | None = None
        self._new_names: set[str] = set()
        self.new_addresses: dict[str, str] = {}
        """The names that `by_address` made, by the keys of their addresses."""
        self.find = lru_cache(maxsize=8)(self._find)

    def _find(self, name: str) -> "Briefing | None":
        """Return the briefing of the notes with a name, None if no file of it can be read."""
        from briefing_tui.application.opening import open_file
        from briefing_tui.contentfile.read.file_input import UnreadableFile

        named = (self._named,) if self._named else ()
        for file in chain(named, self._store.articles.files(name), files_of(name)):
            try:
                opened = open_file(file)
            except (UnreadableFile, OSError, ValueError):
                continue
            if self._is_article(opened, file, name):
                return opened.briefing
        return None

    def _is_article(self, opened: "Opened", file: Path, name: str) -> bool:
        """Return whether a file holds the article that notes know by a name."""
        found = self._store.articles.find(identity_of(opened, file), remember=False)
        is_new = file == self._named or (file.stem == name and not self._store.articles.is_known(name))
        return found == name or (found is None and is_new)

    def by_address(self, address: str, title: str) -> str:
        """Return the name under which notes are on the article at `address`.

        If there are none, it is the id of its briefing; without a briefing, a new name is made from the title or the address.
        """
        from briefing_tui.model.identity import address_key
        from briefing_tui.text.slugs import slug

        key = address_key(address)
        known = key and (self._store.articles.by_address(key) or self._briefing_at(key) or self.new_addresses.get(key))
        if known:
            return known
        plain = (slug(title) or slug(key.replace("/", " ").replace(".", " ")) or "unknown")[:80]
        name, number = plain, 1
        while key and (self._store.articles.is_known(name) or name in self._new_names):
            number += 1
            name = f"{plain}-{number}"
        if key:
            self.new_addresses[key] = name
            self._new_names.add(name)
        return name

    def _briefing_at(self, key: str) -> str | None:
        """Return the id of the briefing of an address, in the library or among the shipped ones."""
        from briefing_tui.library.filed_articles import FiledArticles

        if self._folders is None:
            self._folders = [FiledArticles(folder) for folder in (paths.library(), paths.shipped_content())]
        found = (filed.at_address(key) for filed in self._folders)
        return next((path.stem for path in found if path is not None), None)
