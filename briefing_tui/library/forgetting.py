"""Forget an article: find all that is kept of it, and delete it for good.

That is its content files in the library and its trash, their kept sources, its entries in the index, the reading positions, line
corrections, its entry in the reading list and what it is recognised by; notes and drafts only if the user wants that, too. Files
elsewhere are the user's own and stay. Nothing goes into the trash: what is forgotten can't be brought back.
"""

import json
from collections.abc import Iterable, Iterator, Sequence
from contextlib import suppress
from pathlib import Path
from typing import TYPE_CHECKING

from msgspec import Struct

from briefing_tui.contentfile.read.file_input import UnreadableFile
from briefing_tui.contentfile.read.reader import load
from briefing_tui.file_io import read_text
from briefing_tui.library import kept_sources
from briefing_tui.library.filed_articles import FiledArticles
from briefing_tui.library.folder import content_files
from briefing_tui.library.index.errors import IndexTrouble
from briefing_tui.library.reading_state import kept_trace
from briefing_tui.library.trash import FOLDER as TRASH
from briefing_tui.model.identity import Identity, Trace
from briefing_tui.pictures.kept import forget_pictures
from briefing_tui.presentation.counts import counted
from briefing_tui.settings import paths

if TYPE_CHECKING:
    from briefing_tui.notes.store import NoteStore


class Kept(Struct, frozen=True):
    """Everything that is kept of one article.

    - `title`: its title, or its name among notes.
    - `files`: content files in the library and in its trash.
    - `sources`: the SHA-256 of their kept sources.
    - `positions`, `corrections`: files with reading positions and with line corrections.
    - `name`: its name among notes and in the reading list; empty if neither knows it.
    - `notes`, `drafts`: their numbers; `is_listed`: whether the reading list has an entry.
    - `elsewhere`: files with the article that are not in the library, and stay.
    """

    title: str
    files: tuple[Path, ...] = ()
    sources: tuple[str, ...] = ()
    positions: tuple[Path, ...] = ()
    corrections: tuple[Path, ...] = ()
    name: str = ""
    notes: int = 0
    drafts: int = 0
    is_listed: bool = False
    elsewhere: tuple[Path, ...] = ()

    def __bool__(self) -> bool:
        """Whether there is anything to forget."""
        return bool(self.files or self.positions or self.corrections or self.name)

    def lines(self, short: bool = False) -> Iterator[str]:
        """Yield a line for each thing that is forgotten, but its notes.

        With `short`, files are named without their folder.
        """
        yield from (file.name if short else str(file) for file in self.files)
        if self.sources:
            yield f"{counted(len(self.sources), 'kept source')}, unless another briefing was made from it"
        if self.positions:
            yield f"reading positions and marks ({counted(len(self.positions), 'file')})"
        if self.corrections:
            yield f"line corrections ({counted(len(self.corrections), 'file')})"
        if self.is_listed:
            yield "its entry in the reading list: status, tags, when it was added and opened"
        if self.files:
            yield "its entries in the index"

    @property
    def written(self) -> str:
        """The notes and drafts in words; empty if there are none."""
        found = [counted(number, what) for number, what in ((self.notes, "note"), (self.drafts, "draft")) if number]
        return " and ".join(found)


def find_kept(who: Identity, filed: FiledArticles, state: Path, store: "NoteStore") -> Kept:
    """Return what is kept of an article.

    Args:
        who: the article, as it was read from a file; or one of which only the address is known.
        filed: the articles of the library.
        state: the folder of reading positions and line corrections.
        store: the notes.

    Raises StoreError.
    """
    files = dict.fromkeys(_content_files(who, filed))
    paths = {str(path.absolute()) for path in files} | {who.path}
    name = store.articles.find(who, remember=False) or ""
    record = store.articles.data_on(name)
    known = [path for path in store.articles.files(name) if path.is_file() and path not in files] if name else []
    return Kept(
        title=who.article.title or name or who.briefing,
        sources=tuple(_kept_sources(files, filed.folder)),
        files=tuple(files),
        positions=tuple(_records(state / "positions", who, paths)),
        corrections=tuple(_records(state / "corrections", who, {source} if (source := _sha256(who)) else set())),
        name=name if record.is_known else "",
        notes=record.notes,
        drafts=record.drafts,
        is_listed=record.is_listed,
        elsewhere=tuple(known),
    )


def forget(found: Sequence[Kept], library: Path, store: "NoteStore", with_notes: bool) -> None:
    """Delete what is kept of some articles, their notes only `with_notes`.

    The user's data goes first: what fails leaves the content files, and the command can be repeated. At last the index is
    cleaned, down to its bytes. Raises OSError and StoreError.
    """
    try:
        pictures = [url for kept in found for file in kept.files for url in _pictures(file)]
        store.forget_articles([kept.name for kept in found if kept.name], with_notes)
        for kept in found:
            for path in (*kept.positions, *kept.corrections, *kept.files):
                path.unlink(missing_ok=True)
        for folder in (library, paths.cache()):
            forget_pictures(folder, pictures)
        kept_sources.forget_all(library, [sha256 for kept in found for sha256 in kept.sources])
    finally:
        _clean_index(library)


def _pictures(file: Path) -> list[str | None]:
    """Return the addresses of an article's pictures, which may have been fetched."""
    try:
        return [image.url for image in load(file).briefing.images]
    except UnreadableFile:
        return []


def _clean_index(library: Path) -> None:
    from briefing_tui.library.index.library_index import open_index

    with suppress(IndexTrouble), open_index(library) as index:
        index.purge()


def _content_files(who: Identity, filed: FiledArticles) -> Iterator[Path]:
    """Yield the article's content files in the library, then those in its trash."""
    yield from filed.find_all(who)
    for path in content_files(filed.folder / TRASH):
        with suppress(UnreadableFile):
            if who.path == str(path.absolute()) or Identity(load(path).briefing, path, is_filed=True).trace.is_of(who):
                yield path


def _kept_sources(files: Iterable[Path], library: Path) -> Iterator[str]:
    """Yield the SHA-256 of each kept source of some content files once."""
    for sha256 in dict.fromkeys(sha256 for _, sha256 in kept_sources.named_sources(files)):
        if kept_sources.kept_path(library, sha256).is_file():
            yield sha256


def _records(folder: Path, who: Identity, known: set[str]) -> Iterator[Path]:
    """Yield the files of a folder of the state that are on an article.

    `known` has the names or paths that they may be under besides.
    """
    for file in folder.glob("*.json"):
        try:
            data = json.loads(read_text(file))
            if not isinstance(data, dict):
                data = {}
            found = kept_trace(data) if data.get("version") else Trace()
        except (OSError, ValueError, TypeError, RecursionError):
            continue
        if file.stem in known or (data.get("path") and str(data["path"]) in known) or found.is_of(who):
            yield file


def _sha256(who: Identity) -> str:
    source = who.article.source
    return source.sha256 if source else ""
