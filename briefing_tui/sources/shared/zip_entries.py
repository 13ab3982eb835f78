"""Read entries of zip files in memory, within bounds; nothing is ever written.

What an entry says of its size is not believed: no more is decompressed than may be read.
"""

import zipfile
import zlib
from io import BytesIO
from lzma import LZMAError

from briefing_tui.sources.errors import Unreadable

MAX_ENTRIES = 20_000
MAX_BYTES = 64 * 1024 * 1024
"""The most bytes of all entries together that are read."""
_FAULTS = (zipfile.BadZipFile, zlib.error, LZMAError, EOFError, OSError, ValueError, KeyError, IndexError, OverflowError)
_BOMB = "a zip file that grows to more than {} MB when it is decompressed; give the article alone"


class ZipEntries:
    """The entries of a zip file by their names."""

    def __init__(self, data: bytes, what: str = "a zip file") -> None:
        """Give the bytes of the file, and what messages call it. Raises Unreadable if it is damaged or holds too much."""
        self._what = what
        try:
            self._zip = zipfile.ZipFile(BytesIO(data))
            self.names = [entry.filename for entry in self._zip.infolist() if not entry.is_dir()]
        except (*_FAULTS, NotImplementedError):
            raise Unreadable(f"{what} that is damaged; make it again") from None
        if len(self.names) > MAX_ENTRIES:
            raise Unreadable(f"{what} of more than {MAX_ENTRIES:,} files: give the article alone")
        self._left = MAX_BYTES
        self._entries = {entry.filename: entry for entry in self._zip.infolist()}

    def __contains__(self, name: str) -> bool:
        return name in self._entries

    def size(self, name: str) -> int:
        """Return the size that an entry says it has."""
        return self._entries[name].file_size

    def read(self, name: str) -> bytes:
        """Return the bytes of an entry.

        Raises Unreadable if it is encrypted or damaged, if there is none of this name, or if all that was read is too much.
        """
        entry = self._entries.get(name)
        if entry is None:
            raise Unreadable(f"{self._what} without the file '{name}' that it should have")
        if entry.flag_bits & 1:
            raise Unreadable(f"{self._what} with a password; take the article out of it, and give that")
        try:
            with self._zip.open(entry) as file:
                data = file.read(self._left + 1)
        except (*_FAULTS, NotImplementedError, RuntimeError):
            raise Unreadable(f"{self._what} that is damaged; make it again") from None
        if len(data) > self._left:
            raise Unreadable(_BOMB.format(MAX_BYTES // 1024 // 1024))
        self._left -= len(data)
        return data
