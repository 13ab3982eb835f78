"""Read the user's file of who is who, and add to it.

It is `people.txt` in the library's folder.

A line is one statement; lines that begin with `#` are comments:

    Ana Reis = A. Reis = Ana Maria Reis
    Ana Reis != Ana Reis-Lopes
    Ana Reis @ harbour-wall levy = Ana Reis (the painter)

The first says that names are one person's or organisation's, the second that they are not, the third that a name is somebody
else's in these articles. A line with a mistake is reported, and the others stay in force. The program only adds lines, each with
the time at its end, and removes such a line to undo it.
"""

from collections.abc import Sequence
from datetime import UTC, datetime
from pathlib import Path

from msgspec import Struct

from briefing_tui.file_io import read_text, write_atomically
from briefing_tui.model.briefing import Problem
from briefing_tui.text.late_pattern import late_pattern
from briefing_tui.text.safety import harmless

NAME = "people.txt"
_ADDED = late_pattern(r"  # added \d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ$")
_SIGNS = ("!=", "=", "@", "#")
_HEAD = "# Who is who: NAME = NAME (the same), NAME != NAME (not the same), NAME @ ARTICLE = NAME (in that article).\n"


class SameNames(Struct, frozen=True):
    """Names of one person or organisation."""

    names: tuple[str, ...]


class DifferentNames(Struct, frozen=True):
    """Two names that are not one person's or organisation's."""

    one: str
    other: str


class NameInArticles(Struct, frozen=True):
    """A name that is somebody else's in these articles, given by their ids."""

    name: str
    articles: tuple[str, ...]
    meant: str


Statement = SameNames | DifferentNames | NameInArticles


class PeopleFileTrouble(Exception):  # noqa: N818
    """The file can't be read or written; the message says why and what to do."""


class PeopleFile(Struct, frozen=True):
    """The user's statements about names, and the lines that can't be understood."""

    path: Path
    statements: tuple[Statement, ...] = ()
    problems: tuple[Problem, ...] = ()


def read_people_file(folder: Path) -> PeopleFile:
    """Read the file of a library; one that does not exist says nothing. Raises PeopleFileTrouble."""
    path = folder / NAME
    statements: list[Statement] = []
    problems: list[Problem] = []
    for number, line in enumerate(_text(path).splitlines(), 1):
        words = harmless(line).partition("#")[0].strip()
        if not words:
            continue
        found = _statement(words)
        if isinstance(found, str):
            problems.append(Problem(number, found, "write NAME = NAME, NAME != NAME, or NAME @ ARTICLE = NAME"))
        else:
            statements.append(found)
    return PeopleFile(path, tuple(statements), tuple(problems))


def add_statement(folder: Path, statement: Statement) -> str:
    """Add a line to the file of a library and return it. Raises PeopleFileTrouble."""
    names = statement.names if isinstance(statement, SameNames) else _names_of(statement)
    for name in names:
        if not name.strip() or any(sign in name for sign in _SIGNS):
            raise PeopleFileTrouble(f"'{name}': a name can't be empty or hold =, @ or #")
    line = _line(statement)
    text = _text(folder / NAME) or _HEAD
    stamp = datetime.now(UTC).strftime("%Y-%m-%dT%H:%M:%SZ")
    _write(folder / NAME, f"{text}{'' if text.endswith(chr(10)) else chr(10)}{line}  # added {stamp}\n")
    return line


def undo_statement(folder: Path) -> str | None:
    """Remove the line that was added last, and return it.

    The result is None if the program added none. Raises PeopleFileTrouble.
    """
    lines = _text(folder / NAME).splitlines(keepends=True)
    for at in range(len(lines) - 1, -1, -1):
        if _ADDED.search(lines[at].rstrip("\r\n")):
            _write(folder / NAME, "".join((*lines[:at], *lines[at + 1 :])))
            return _ADDED.sub("", lines[at].rstrip("\r\n"))
    return None


def _statement(words: str) -> Statement | str:
    """Return what a line says, or what is wrong with it."""
    if "!=" in words:
        names = _split(words, "!=")
        return DifferentNames(*names) if len(names) == 2 and all(names) else f"'{words}' does not have two names"
    if "@" in words:
        name, _, rest = words.partition("@")
        articles, _, meant = rest.partition("=")
        if not name.strip() or not articles.split() or not meant.strip() or "=" in name:
            return f"'{words}' does not have a name, articles and another name"
        return NameInArticles(_one_line(name), tuple(articles.split()), _one_line(meant))
    names = _split(words, "=")
    if len(names) < 2 or not all(names):
        return f"'{words}' is no statement about names"
    return SameNames(tuple(names))


def _split(words: str, sign: str) -> list[str]:
    return [_one_line(name) for name in words.split(sign)]


def _one_line(name: str) -> str:
    return " ".join(name.split())


def _names_of(statement: DifferentNames | NameInArticles) -> Sequence[str]:
    if isinstance(statement, DifferentNames):
        return statement.one, statement.other
    return statement.name, statement.meant, *statement.articles


def _line(statement: Statement) -> str:
    if isinstance(statement, SameNames):
        return " = ".join(map(_one_line, statement.names))
    if isinstance(statement, DifferentNames):
        return f"{_one_line(statement.one)} != {_one_line(statement.other)}"
    return f"{_one_line(statement.name)} @ {' '.join(statement.articles)} = {_one_line(statement.meant)}"


def _text(path: Path) -> str:
    try:
        return read_text(path)
    except FileNotFoundError:
        return ""
    except UnicodeDecodeError:
        raise PeopleFileTrouble(f"{path}: not UTF-8; save it as UTF-8") from None
    except OSError as error:
        raise PeopleFileTrouble(f"{path}: {error.strerror or error}; see that it can be read") from None


def _write(path: Path, text: str) -> None:
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        write_atomically(path, [text])
    except OSError as error:
        raise PeopleFileTrouble(f"{path}: {error.strerror or error}; nothing was changed") from None
