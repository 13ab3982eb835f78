"""An export, read row by row: CSV, JSON, HTML, or an archive of such files.

Nothing is ever unpacked to the disk. A file is in memory once, as bytes and as text; rows are made one at a time.
"""

import csv
import io
import re
from collections.abc import Iterator, Sequence
from functools import cached_property
from typing import Any

from briefing_tui.imports.archive import Archive
from briefing_tui.imports.errors import BrokenExport
from briefing_tui.imports.json_rows import json_rows
from briefing_tui.text.safety import one_line

_LONGEST_CELL = 16 * 1024 * 1024
_KEY = re.compile(r'"([A-Za-z_][A-Za-z0-9_ -]{0,40})"\s*+:')
_HEAD = 64 * 1024
"""Letters from the beginning that decide what a file is."""


class ExportFile:
    """One file of an export. `within` is how messages name a member of an archive; empty for a file of its own."""

    def __init__(self, data: bytes, within: str = "") -> None:
        """Take the bytes of the file."""
        self.data, self.within = data, within

    @cached_property
    def archive(self) -> Archive | None:
        """The file as an archive; None if it is none. Raises BrokenExport."""
        return Archive(self.data) if self.data.startswith(b"PK\x03\x04") else None

    def member(self, name: str) -> "ExportFile":
        """Return a file of the archive. Raises BrokenExport."""
        assert self.archive is not None
        return ExportFile(self.archive.read(name), f" in {one_line(name)}")

    @cached_property
    def text(self) -> str:
        """The file as text: UTF-8, or UTF-16 with a mark. Raises BrokenExport."""
        is_utf16 = self.data.startswith((b"\xff\xfe", b"\xfe\xff"))
        try:
            return self.data.decode("utf-16" if is_utf16 else "utf-8-sig")
        except UnicodeDecodeError as error:
            line = self.data.count(b"\n", 0, error.start) + 1
            raise self.broken(line, f"not {'UTF-16' if is_utf16 else 'UTF-8'}; save it as UTF-8") from None

    @cached_property
    def head(self) -> str:
        """The beginning of the text, whatever the rest holds; empty for an archive."""
        if self.archive is not None:
            return ""
        data = self.data[: 4 * _HEAD]
        return data.decode("utf-16" if data.startswith((b"\xff\xfe", b"\xfe\xff")) else "utf-8-sig", "replace")[:_HEAD]

    @cached_property
    def columns(self) -> frozenset[str]:
        """The names of the columns in lower case, if it is CSV.

        Otherwise it is whatever the first line has.
        """
        line = self.head.lstrip().partition("\n")[0][:4096]
        try:
            return frozenset(cell.strip().lower() for cell in next(csv.reader([line]), ()))
        except csv.Error:
            return frozenset()

    @cached_property
    def keys(self) -> frozenset[str]:
        """All that looks like a key of JSON in the beginning.

        It is nothing if the file does not begin as JSON.
        """
        return frozenset(_KEY.findall(self.head)) if self.head.lstrip()[:1] in ("[", "{") else frozenset()

    @property
    def is_list(self) -> bool:
        """True if it begins as a JSON list."""
        return self.head.lstrip().startswith("[")

    def csv_rows(self) -> Iterator[dict[str, str]]:
        """Yield the rows of CSV, cells by the column's name in lower case. Raises BrokenExport."""
        csv.field_size_limit(_LONGEST_CELL)
        rows = csv.reader(io.StringIO(self.text, newline=""), strict=True)
        try:
            names = [name.strip().lower() for name in next(rows, ())]
            for row in rows:
                if row:
                    yield dict(zip(names, row, strict=False))
        except csv.Error as error:
            raise self.broken(rows.line_num, f"broken CSV: {error}") from None

    def json_rows(self, *path: str) -> Iterator[Any]:
        """Yield the elements of the list at a path of keys. Raises BrokenExport."""
        return json_rows(self.text, path, self.broken)

    def broken(self, line: int, why: str) -> BrokenExport:
        """Return the error for a line of the file."""
        return BrokenExport(f"{self.within}:{line}", why)

    def has_columns(self, names: Sequence[str]) -> bool:
        """Return whether it is CSV with these columns."""
        return self.columns.issuperset(names)
