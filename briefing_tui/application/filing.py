"""File briefings in the library.

It is the one way in, for what `briefing add`, feeds and imports build.
"""

import re
from collections.abc import Iterable
from contextlib import suppress
from pathlib import Path
from typing import NamedTuple, Self

from briefing_tui.file_io import read_file
from briefing_tui.settings import paths

_SHA256 = re.compile(r"\bsha256: ([0-9a-f]{64})\b")
_HEAD = 8_192
"""Bytes of a content file that are searched for the SHA-256 of its source."""
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
        from briefing_tui.library.filed_articles import FiledArticles

        self.folder = folder or paths.library()
        self.folder.mkdir(parents=True, exist_ok=True)
        self._known = _sources_of(self.folder.glob("*.md"))
        self._filed = FiledArticles(self.folder)
        self._added: list[Path] = []

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self._filed.close()
        _list(self._added)

    def has_address(self, url: str) -> bool:
        """Return whether the library has the article of an address."""
        from briefing_tui.model.identity import address_key

        return self._filed.at_address(address_key(url)) is not None

    def file(self, text: str, name: str) -> Filed:
        """File a briefing.

        Nothing is written if the library has one of the same article already.

        Args:
            text: the content file.
            name: the briefing's id, made from its title; the file gets a number if the name is used.

        Raises:
            OSError: the file can't be written.
        """
        from briefing_tui.contentfile.read.reader import read
        from briefing_tui.model.identity import Identity

        digest = _sha256_in(text[:_HEAD])
        who = Identity(read(text, name).briefing)
        if existing := self._known.get(digest) or self._filed.find(who):
            return Filed(existing, False)
        path = _written(self.folder, text, name, digest)
        _keep_notes(path)
        self._added.append(path)
        self._filed.add(who, path)
        if digest:
            self._known[digest] = path
        return Filed(path, True)


def _list(added: list[Path]) -> None:
    """Note in the reading list when files came into the library; without it, their own times count."""
    if added:
        from briefing_tui.notes.errors import StoreError
        from briefing_tui.notes.store import NoteStore

        with suppress(StoreError), NoteStore() as store:
            store.reading_list.add(added)


def _sources_of(files: Iterable[Path]) -> dict[str, Path]:
    """Return the content files by the SHA-256 of their sources."""
    known: dict[str, Path] = {}
    for path in sorted(files):
        try:
            digest = _sha256_in(read_file(path, _HEAD).decode("utf-8", "replace"))
        except OSError:
            continue
        if digest:
            known.setdefault(digest, path)
    return known


def _sha256_in(text: str) -> str:
    """Return the SHA-256 of the source that a content file's front matter has; empty if it has none."""
    match = _SHA256.search(text)
    return match[1] if match else ""


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
            if digest in _sources_of([path]):
                return path
            number += 1
        else:
            return path
