"""Names of the files in a folder of exports.

No name leads out of its folder, and none is one that some system reserves.
"""

import os
import re
import unicodedata
from collections.abc import Iterator
from functools import cached_property
from hashlib import sha256
from itertools import chain
from pathlib import Path

from briefing_tui.export.bundle import Bundle
from briefing_tui.export.format import Format
from briefing_tui.file_io import read_file

RESERVED = re.compile(r"(?:con|prn|aux|nul|(?:com|lpt)[\d¹²³])(?:\.|$)")
"""Names, in lower case, that some systems reserve for devices."""
_LONGEST = 120
"""Bytes of a file name, without its ending."""
_NOTE = re.compile(rb"\(briefing://[a-z0-9-]+/([A-Za-z0-9-]+)[ )]")
"""A link to a note."""
_FRONT = 65_536
"""Bytes at the start of a file that are read to find out whose it is."""


def file_name(briefing_id: str, extension: str) -> str:
    """Return the file name that is made from a briefing's id.

    An id always has the same name, and no two ids share one, even where case is ignored.
    """
    plain = unicodedata.normalize("NFC", briefing_id)
    slug = _clipped(re.sub(r"[\W_]+", "-", plain.lower()).strip("-"))
    if slug != briefing_id or RESERVED.match(slug) or not slug:
        slug = f"{slug or 'notes'}-{sha256(briefing_id.encode('utf-8', 'surrogatepass')).hexdigest()[:8]}"
    return f"{slug}.{extension}"


def title_name(title: str) -> str:
    """Return a readable file name, without its ending, for a title.

    It is empty if nothing of the title can be in a name. Signs that Windows forbids in names, or Obsidian in links, are
    replaced or left out.
    """
    plain = " ".join("".join(char for char in unicodedata.normalize("NFC", title) if char.isprintable()).split())
    plain = re.sub(r" ?[:|](?= )", " -", re.sub(r"(?<=\w)[/\\:|](?=\w)", "-", plain))
    plain = " ".join(re.sub(r'[\\/:*?"<>|#^\[\]%{}]', "", plain).split())
    name = _clipped(plain).strip(" .-~_$")
    return "" if RESERVED.match(name.lower()) else name


def _clipped(text: str) -> str:
    return text.encode()[:_LONGEST].decode("utf-8", "ignore") if len(text.encode("utf-8", "replace")) > _LONGEST else text


class FolderNames:
    """Names the files of briefings in one folder.

    If the files of a format name their briefing (`Format.owner`), a file is found by that, even if the user renamed or moved it
    within the folder, and a new file is named after the briefing's title. In other formats, files are named after ids.
    """

    def __init__(self, folder: Path, form: Format) -> None:
        """Name files of this format."""
        self._folder = folder
        self._form = form
        self._taken: set[str] = set()

    def path(self, bundle: Bundle) -> Path:
        """Return the file of a briefing.

        It is its own if there is one already, or else a new one that no other briefing was given.
        """
        if self._form.owner is None:
            return self._folder / file_name(bundle.id, self._form.extension)
        names = self._names(bundle)
        first = [next(names), file_name(bundle.id, self._form.extension)]
        found = next((path for name in first if self._is_of(bundle, path := self._folder / name)), None) or self._moved(bundle)
        if found is None:
            found = next(path for name in chain(first[:1], names) if self._is_free(path := self._folder / name))
        self._taken.add(_folded(found))
        return found

    def _is_of(self, bundle: Bundle, path: Path) -> bool:
        """Return whether a file says that it is of the briefing, or of one that had its notes under another name."""
        owner, notes = ("", set[str]()) if _folded(path) in self._taken else self._claims(path)
        return owner == bundle.id or bool(owner and not notes.isdisjoint(note.id for note in bundle.notes))

    def _moved(self, bundle: Bundle) -> Path | None:
        """Return the briefing's file wherever it is in the folder."""
        by_briefing, by_note = self._owned
        found = (by_briefing.get(bundle.id), *(by_note.get(note.id) for note in bundle.notes))
        return next((path for path in found if path and _folded(path) not in self._taken), None)

    def _names(self, bundle: Bundle) -> Iterator[str]:
        """Yield the names that a new file may have, the best first."""
        title, extension = title_name(bundle.title), self._form.extension
        if title and bundle.title != bundle.id:
            yield f"{title}.{extension}"
            yield from (f"{title} ({extra}).{extension}" for extra in self._extras(bundle) if extra)
        name = file_name(bundle.id, extension)
        yield name
        stem = name.removesuffix(f".{extension}")
        yield from (f"{stem}-{number}.{extension}" for number in range(2, 1_000_000))

    @staticmethod
    def _extras(bundle: Bundle) -> Iterator[str]:
        if bundle.briefing:
            yield title_name(bundle.briefing.publisher or "")
            yield title_name(bundle.briefing.published or "")

    def _is_free(self, path: Path) -> bool:
        """Return whether a file can be written there; a link is left to `files`, and an empty file was made by a link to it."""
        if _folded(path) in self._taken:
            return False
        try:
            return path.is_symlink() or not path.exists() or (path.is_file() and path.stat().st_size == 0)
        except OSError:
            return False

    def _claims(self, path: Path) -> tuple[str, set[str]]:
        """Return the id of the briefing that a file says it is of, empty if there is none, and the ids of its notes."""
        assert self._form.owner is not None
        try:
            data = read_file(path, _FRONT) if path.is_file() else b""
        except OSError:
            return "", set()
        owner = self._form.owner(data.decode("utf-8-sig", "replace")) if b"briefing" in data else ""
        return owner, {found.decode() for found in _NOTE.findall(data)} if owner else set()

    @cached_property
    def _owned(self) -> tuple[dict[str, Path], dict[str, Path]]:
        """The files of the folder by their briefings and by their notes, hidden folders left out."""
        by_briefing: dict[str, Path] = {}
        by_note: dict[str, Path] = {}
        for where, folders, files in os.walk(self._folder):
            folders[:] = sorted(name for name in folders if not name.startswith("."))
            for path in (Path(where, name) for name in sorted(files) if name.endswith(f".{self._form.extension}")):
                owner, notes = self._claims(path)
                if owner:
                    by_briefing.setdefault(owner, path)
                    by_note |= {note: path for note in notes if note not in by_note}
        return by_briefing, by_note


def _folded(path: Path) -> str:
    return unicodedata.normalize("NFC", str(path)).casefold()
