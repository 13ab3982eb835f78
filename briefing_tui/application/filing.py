"""File briefings in the library.

It is the one way in, for what `briefing add`, feeds and imports build.
"""

from contextlib import suppress
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple, Self

from briefing_tui.library.filed_articles import FiledArticles
from briefing_tui.library.kept_sources import Packed, keep, kept_path, named_source, named_sources
from briefing_tui.settings import paths

if TYPE_CHECKING:
    from briefing_tui.model.briefing import Briefing
    from briefing_tui.model.document import Origin

_LONGEST_NAME = 60


class Filed(NamedTuple):
    """The file of a briefing in the library, and whether it is new."""

    path: Path
    is_new: bool


class Filing:
    """Files briefings in a library, each article once, whatever source it comes from.

    At the end, new ones are entered in the reading list.
    """

    def __init__(self, folder: Path | None = None) -> None:
        """Take the folder, by default the user's library, and make it if it is missing. Raises OSError."""
        self.folder = folder or paths.library()
        self.folder.mkdir(parents=True, exist_ok=True)
        self._by_source: dict[str, Path] | None = None
        self._filed = FiledArticles(self.folder)
        self._added: list[Path] = []

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self._filed.close()
        _list(self._added)

    def has_address(self, url: str) -> bool:
        """Return whether the library has the article of an address."""
        return self.at_address(url) is not None

    def at_address(self, url: str) -> Path | None:
        """Return the content file of the article of an address."""
        from briefing_tui.model.identity import address_key

        return self._filed.at_address(address_key(url))

    def titled(self, title: str) -> Path | None:
        """Return the content file of the only article with a title, if there is one."""
        return self._filed.titled(title)

    def file(
        self,
        text: str,
        name: str,
        source: bytes | Packed | None = None,
        briefing: "Briefing | None" = None,
        origin: "Origin | None" = None,
    ) -> Filed:
        """File a briefing, and keep its source beside it.

        No content file is written if the library has one of the same article already.

        Args:
            text: the content file.
            name: the briefing's id, made from its title; the file gets a number if the name is used.
            source: the source that the content file names.
            briefing: what the content file holds, if it is at hand; otherwise the text is read.
            origin: where it was fetched from, as its page may declare another address.

        Raises:
            OSError: the file can't be written.
        """
        from briefing_tui.contentfile.read.reader import read
        from briefing_tui.model.identity import Identity, address_key

        digest = named_source(text)
        who = Identity(briefing or read(text, name).briefing)
        ways = [address_key(address) for address in (origin.named, origin.address)] if origin else []
        existing = self._filed.find(who, ways) or self._of_same_source(digest)
        if source and (existing is None or any(digest == named for _, named in named_sources([existing]))):
            keep(self.folder, source)
        if existing is not None:
            return Filed(existing, False)
        path = _written(self.folder, text, name, digest)
        _keep_notes(path)
        self._added.append(path)
        self._filed.add(who, path)
        if digest and self._by_source is not None:
            self._by_source[digest] = path
        return Filed(path, True)

    def _of_same_source(self, digest: str) -> Path | None:
        """Return the content file that was made from a source, however much the user changed in it since.

        All heads are read only if the library keeps that source: of 100,000 files that takes seconds.
        """
        if not digest or not kept_path(self.folder, digest).exists():
            return None
        if self._by_source is None:
            named = reversed([*named_sources(sorted(self.folder.glob("*.md")))])
            self._by_source = {sha256: path for path, sha256 in named}
        return self._by_source.get(digest)


def _list(added: list[Path]) -> None:
    """Note in the reading list when files came into the library; without it, their own times count."""
    if added:
        from briefing_tui.notes.errors import StoreError
        from briefing_tui.notes.store import NoteStore

        with suppress(StoreError), NoteStore() as store:
            store.reading_list.add(added)


def _keep_notes(path: Path) -> None:
    """Let the notes on the article, if there are any, know its new file."""
    if not paths.notes().exists():
        return
    from briefing_tui.application.lookup import identity_of
    from briefing_tui.application.opening import open_file
    from briefing_tui.notes.errors import StoreError
    from briefing_tui.notes.store import NoteStore

    with suppress(StoreError), NoteStore() as store:  # The reader tries it again when the file is opened.
        store.articles.find(identity_of(open_file(path), path))


def _written(folder: Path, text: str, name: str, digest: str) -> Path:
    """Write a new file named after the title, with a number if the name is used.

    If another run has just filed the same source, nothing is written. Returns the file. Raises OSError.
    """
    from briefing_tui.contentfile.write.disk import write_new

    stem = name[:_LONGEST_NAME].strip("-") or "briefing"
    number = 0
    while True:
        path = folder / f"{stem}-{number}.md" if number else folder / f"{stem}.md"
        try:
            write_new(path, text)
        except FileExistsError:
            if any(digest == used for _, used in named_sources([path])):
                return path
            number += 1
        else:
            return path
