"""Remember which tags were imported, so that those that the user took off stay off."""

from collections.abc import Iterable
from contextlib import suppress
from hashlib import sha256
from pathlib import Path

from briefing_tui.file_io import read_text, write_atomically

_MOST = 500_000
"""The most tags of articles that are remembered, the last ones: 9 MB."""


class ImportedTags:
    """The tags that imports have brought, in a file of checksums."""

    def __init__(self, folder: Path) -> None:
        """Read the file in the state folder; without it, or if it is damaged, no tag is known."""
        self._path = folder / "imported-tags"
        self._known: dict[str, None] = {}
        with suppress(OSError, ValueError):
            self._known = dict.fromkeys(read_text(self._path).split())
        self._count = len(self._known)

    def of(self, article: str, tags: Iterable[str]) -> frozenset[str]:
        """Return those of an article's tags that were imported before.

        `article` is what tells it from others in every export: the key of its address, or its title.
        """
        return frozenset(tag for tag in tags if _mark(article, tag) in self._known)

    def add(self, article: str, tags: Iterable[str]) -> None:
        """Remember tags of an article."""
        self._known.update(dict.fromkeys(_mark(article, tag) for tag in tags))

    def save(self) -> None:
        """Write the file if it has changed. Raises OSError."""
        if len(self._known) != self._count:
            write_atomically(self._path, ["\n".join(list(self._known)[-_MOST:])], sync=False, private=True)


def _mark(article: str, tag: str) -> str:
    return sha256(f"{article}\0{tag.casefold()}".encode("utf-8", "replace")).hexdigest()[:16]
