"""Cells of CSV that no spreadsheet takes for a formula."""

import re
from collections.abc import Iterable

_SIGNS = r"[=+\-@\u207a\u207c\u208a\u208c\u2a75\u2a76\ufb29\ufe62\ufe63\ufe66\ufe6b\uff0b\uff0d\uff1d\uff20]"
_FORMULA = re.compile(rf"(?:\A|(?<=[;\t\r\n]))(?=(?:[^\S\t\r\n]|[\"'])*+{_SIGNS})|\A(?=[ ]*+[\t\r\n])")
"""Places before a sign that begins a formula, in its plain, small and wide forms, which some programs read as the plain one."""


def csv_line(cells: Iterable[str]) -> str:
    """Return a line of CSV with its line end."""
    return ",".join(_cell(cell) for cell in cells) + "\r\n"


def _cell(text: str) -> str:
    """Quote a cell; put an apostrophe before whatever a spreadsheet would take for a formula, as OWASP advises.

    Where a semicolon or a tab separates the cells, a program may find the beginning of a cell within this one.
    """
    return '"' + _FORMULA.sub("'", text).replace('"', '""') + '"'
