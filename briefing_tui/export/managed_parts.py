"""Files that both briefing and the user write.

Each note is a marked part; everything outside the parts is the user's. The first line of a part has the note's id and a hash of
what was written. A part that was changed by hand is recognised by it, and is never overwritten.
"""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from hashlib import sha256
from typing import NamedTuple


@dataclass(frozen=True, slots=True)
class Chunk:
    """A piece of a file to write: a note's part, or text between parts.

    Of a part, `key` is the note's id, and `data` goes into the first line.
    """

    text: str
    key: str = ""
    data: str = ""


@dataclass(frozen=True, slots=True)
class Marks:
    """The beginning and end of a comment line that only briefing reads."""

    before: str
    after: str

    def part(self, chunk: Chunk) -> str:
        """Return a note's part between its marks."""
        data = f" {chunk.data}" if chunk.data else ""
        first = f"{self.before}briefing:note {chunk.key} {_hash(chunk.text)}{data}{self.after}\n"
        return f"{first}{chunk.text}{self.before}/briefing:note {chunk.key}{self.after}\n"

    @property
    def end(self) -> str:
        """The line after the last note, before which new ones are put."""
        return f"{self.before}briefing:end{self.after}\n"

    def opening(self) -> re.Pattern[str]:
        """Match the first line of a part; the groups are id, hash and data."""
        return re.compile(rf"{re.escape(self.before)}briefing:note (\S+) ([0-9a-f]{{8}})(?: (.*))?{re.escape(self.after)}")


HTML_MARKS = Marks("<!-- ", " -->")
ORG_MARKS = Marks("# ", "")


class Edited(Exception):  # noqa: N818 - a state of the user's file, not an error of the program
    """A file can't be updated without overwriting what the user wrote."""

    def __init__(self, line: int, why: str) -> None:
        """Give the line (from 1) and the reason."""
        super().__init__(why)
        self.line = line
        self.why = why


class Updated(NamedTuple):
    """The text of a file that was brought up to date.

    `left` are the lines (from 1) of the notes that could not be updated without losing what the user wrote, each with the reason.
    """

    text: str
    left: tuple[tuple[int, str], ...] = ()


@dataclass(frozen=True, slots=True)
class FilePart:
    """A piece of an existing file: a note's part, or text between parts.

    A part has its id as `key`, the data of its first line, its line (from 1) and whether it is as briefing wrote it.
    """

    text: str
    key: str = ""
    line: int = 0
    is_intact: bool = True
    inner: str = ""
    data: str = ""


def _hash(text: str) -> str:
    return sha256(text.encode()).hexdigest()[:8]


def rendered(chunks: Iterable[Chunk], marks: Marks) -> Iterator[str]:
    """Make the pieces of a new file."""
    return (marks.part(chunk) if chunk.key else chunk.text for chunk in chunks)


def parts(text: str, marks: Marks) -> list[FilePart]:
    """Return the pieces of a file in order. Raises Edited if a part is not closed."""
    found: list[FilePart] = []
    opening, free, inner = marks.opening(), "", ""
    part: tuple[str, str, str, int, str] | None = None
    for number, found_line in enumerate(re.finditer(r"[^\n]*\n|[^\n]+", text), 1):
        line = found_line[0]
        bare = line.rstrip("\r\n")
        if part is None:
            if match := opening.fullmatch(bare):
                found += [FilePart(free)] if free else []
                part, free, inner = (match[1], match[2], match[3] or "", number, line), "", ""
            else:
                free += line
        elif bare == f"{marks.before}/briefing:note {part[0]}{marks.after}":
            key, written, data, begun, first = part
            found.append(FilePart(first + inner + line, key, begun, _hash(inner.replace("\r\n", "\n")) == written, inner, data))
            part = None
        elif opening.fullmatch(bare):
            break
        else:
            inner += line
    if part is not None:
        raise Edited(part[3], f"the part of {part[0]} is not closed")
    return found + ([FilePart(free)] if free else [])


def merged(old: str, chunks: list[Chunk], marks: Marks) -> str:
    """Return the old file with its parts updated; nothing outside them changes.

    The part of a deleted note is removed, unless the user changed it. Raises Edited for a part that both the user and
    the note changed, and for a file without parts.
    """
    pieces = parts(old, marks)
    if not any(piece.key for piece in pieces) and marks.end not in old:
        raise Edited(1, "the file is there and briefing did not write it; give another name")
    fresh = {chunk.key: chunk for chunk in chunks if chunk.key}
    known = {piece.key for piece in pieces if piece.key}
    kept: list[FilePart] = []
    for piece in pieces:
        if not piece.key or (piece.key not in fresh and not piece.is_intact):
            kept.append(piece)
        elif piece.key in fresh:
            kept.append(FilePart(_updated(piece, fresh[piece.key], marks), piece.key))
    return "".join(piece.text for piece in _with_new(kept, chunks, known, marks))


def _updated(piece: FilePart, chunk: Chunk, marks: Marks) -> str:
    text = marks.part(chunk)
    if piece.is_intact or piece.inner == chunk.text:
        return text
    opened = marks.opening().fullmatch(piece.text.split("\n", 1)[0])
    if opened and opened[2] == _hash(chunk.text) and piece.data == chunk.data:
        return piece.text
    raise Edited(
        piece.line,
        f"the part of {piece.key} was changed by hand and the note changed too; import the file or move your words out",
    )


def _with_new(pieces: list[FilePart], chunks: list[Chunk], known: set[str], marks: Marks) -> list[FilePart]:
    """Insert the parts of new notes after the note that they follow, with their heading if that is new too."""
    result, heading, last = list(pieces), "", ""
    for chunk in chunks:
        if not chunk.key:
            heading = chunk.text
            continue
        if chunk.key not in known:
            there = any(not piece.key and heading.strip() in piece.text for piece in result)
            text = ("" if there or not last else heading) + marks.part(chunk)
            _insert(result, FilePart(text, chunk.key), last, marks)
            heading = ""
        last = chunk.key
    return result


def _insert(pieces: list[FilePart], new: FilePart, last: str, marks: Marks) -> None:
    for index, piece in enumerate(pieces):
        if last and piece.key == last:
            pieces.insert(index + 1, new)
            return
    for index, piece in enumerate(pieces):
        if piece.key:
            pieces.insert(index, new)
            return
    for index, piece in enumerate(pieces):
        if marks.end in piece.text:
            before, _, behind = piece.text.partition(marks.end)
            pieces[index : index + 1] = [FilePart(before), new, FilePart(marks.end + behind)]
            return
    pieces.append(new)
