"""A zip archive of an export, read within bounds and never unpacked to the disk."""

import io
import zipfile
import zlib

from briefing_tui.imports.errors import BrokenExport
from briefing_tui.text.safety import one_line

_ENTRY = b"PK\x01\x02"
"""The bytes that each entry in an archive's list of members begins with."""
_MOST_MEMBERS = 250_000
_MOST_BYTES = 4 * 1024**3
"""The most bytes that all members together may unpack to."""
_LARGEST = 128 * 1024**2
"""The most bytes that one member may unpack to."""


class Archive:
    """The members of a zip archive. All calls raise BrokenExport, with one line."""

    def __init__(self, data: bytes) -> None:
        """Read the list of members. An archive that would unpack to too much, or whose names lead out of it, is refused."""
        if data.count(_ENTRY) > _MOST_MEMBERS:  # before the list is read, which takes far more memory than the archive
            raise BrokenExport("", f"an archive of more than {_MOST_MEMBERS:,} files; it is not read")
        try:
            self._zip = zipfile.ZipFile(io.BytesIO(data))
        except (zipfile.BadZipFile, ValueError, EOFError, NotImplementedError, RecursionError) as error:
            raise BrokenExport("", f"a damaged zip archive ({one_line(str(error))}); export it again") from None
        members = [member for member in self._zip.infolist() if not member.is_dir()]
        for member in members:
            parts = member.filename.replace("\\", "/").split("/")
            if ".." in parts or parts[0] == "" or parts[0].endswith(":"):
                name = one_line(member.filename)[:80]
                raise BrokenExport("", f"the name '{name}' leads out of the archive, as no export's does; it is not read")
        size = sum(member.file_size for member in members)
        if size > _MOST_BYTES:
            raise BrokenExport("", f"the archive would unpack to {size // 1024**3:,} GiB; it is not read")
        self.names = [member.filename for member in members]
        """The names of the files."""
        self._by_name = {member.filename: member for member in members}

    def __contains__(self, name: str) -> bool:
        """Return whether there is a file of that name."""
        return name in self._by_name

    def read(self, name: str) -> bytes:
        """Return the bytes of a file."""
        member = self._by_name[name]
        where = f" in {one_line(name)[:80]}"
        if member.file_size > _LARGEST:
            raise BrokenExport(where, f"more than {_LARGEST // 1024**2} MiB; it is not read")
        if member.flag_bits & 1:
            raise BrokenExport(where, "encrypted; export it without a password")
        try:
            with self._zip.open(member) as stream:
                data = stream.read(_LARGEST + 1)  # what is stored may be more than what is declared
        except (zipfile.BadZipFile, zlib.error, EOFError, OSError, ValueError, NotImplementedError, RuntimeError) as error:
            raise BrokenExport(where, f"damaged ({one_line(str(error))}); export it again") from None
        if len(data) > _LARGEST:
            raise BrokenExport(where, f"more than {_LARGEST // 1024**2} MiB; it is not read")
        return data
