"""The statements of a TOML file with their lines.

`tomllib` tells no lines of what it has read, and reads nothing of a file with one mistake. So each statement is read by itself:
the lines from its first on, until they are complete.
"""

import re
from collections.abc import Iterator
from typing import Any, NamedTuple

_MOST_LINES = 500
"""The most lines of one statement; a longer one counts as a mistake."""


class Statement(NamedTuple):
    """One statement: the place of a value, or a mistake."""

    line: int
    """Its first line in the file, counted from 1."""
    path: tuple[str, ...] = ()
    """The tables and the key, from the outermost."""
    value: object = None
    """The value, or an empty dictionary for the head of a table."""
    mistake: str = ""
    """Why it cannot be read; then it has neither path nor value."""


def statements(data: bytes) -> Iterator[Statement]:
    """Yield the statements of a file; never raises."""
    lines = data.removeprefix(b"\xef\xbb\xbf").replace(b"\r\n", b"\n").split(b"\n")
    table: tuple[str, ...] | None = ()
    at = 0
    while at < len(lines):
        if not (start := lines[at].strip()) or start.startswith(b"#"):
            at += 1
            continue
        count, found = _first(lines, at)
        if isinstance(found, str):
            is_head = start.startswith(b"[")
            table = None if is_head else table
            yield Statement(
                at + 1, mistake=f"{found}; nothing below this line is used, up to the next [table]" if is_head else found
            )
        else:
            leaves = list(_leaves(found))
            if start.startswith(b"["):
                table = leaves[0].path
                yield leaves[0]._replace(line=at + 1)
            elif table is not None:
                yield from (Statement(at + 1, (*table, *path), value) for _, path, value, _ in leaves)
        at += count


def _first(lines: list[bytes], at: int) -> tuple[int, dict[str, Any] | str]:
    """Read the statement that begins in a line; return its number of lines, and what it sets or what is wrong."""
    import tomllib

    for count in range(1, min(_MOST_LINES, len(lines) - at) + 1):
        try:
            return count, tomllib.loads(b"\n".join(lines[at : at + count]).decode("utf-8") + "\n")
        except UnicodeDecodeError:
            return 1, "not UTF-8 text; save the file as UTF-8"
        except RecursionError:
            return 1, "this is not a setting: too many brackets"
        except tomllib.TOMLDecodeError as error:
            mistake = re.sub(r" [(]at [^()]*[)]$", "", str(error))
            if "at end of document" not in str(error):
                break
    return 1, f"this is not TOML: {mistake[:1].lower()}{mistake[1:]}"


def _leaves(found: dict[str, Any], above: tuple[str, ...] = ()) -> Iterator[Statement]:
    """Yield every value in nested tables, and every table that is empty."""
    for key, value in found.items():
        path = (*above, key)
        if isinstance(value, dict) and value:
            yield from _leaves(value, path)
        else:
            yield Statement(0, path, value)
