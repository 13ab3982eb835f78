"""What a verb's WHAT means: a content file, a folder, standard input or an id in the library; and the item asked for."""

import os
import sys
from pathlib import Path
from typing import BinaryIO

from msgspec import Struct
from msgspec.structs import replace

from briefing_tui.cli.outcome import Failure
from briefing_tui.model.briefing import Problem
from briefing_tui.settings import paths

STDIN = "-"


class Target(Struct, frozen=True):
    """One of a content file's path, a folder's path, or a content file's text; and an item's id, where one is named."""

    path: Path | None = None
    folder: Path | None = None
    text: str | None = None
    item: str | None = None
    problems: tuple[Problem, ...] = ()
    """What was wrong with the bytes of `text`."""

    @property
    def name(self) -> str:
        """What messages call it."""
        return "standard input" if self.text is not None else str(self.path or self.folder)


def resolve(what: str) -> Target:
    """Find what is meant. What stands on the disk comes before ids, the user's library before the shipped briefings, and both
    before what was read elsewhere.

    Raises Failure where nothing is meant, and reads standard input to its end for "-".
    """
    if what in ("", "#"):
        raise Failure("no briefing is named: give a content file or an id (see 'briefing list')")
    if found := _find(what):
        return found
    name, _, item = what.rpartition("#")
    if not name or not item:
        raise Failure(_nothing(what.strip("#")))
    found = _find(name)
    if not found:
        raise Failure(_nothing(name))
    if found.folder:
        raise Failure(f"{name}: a folder has no item '{item}'; name one of its files")
    return replace(found, item=item)


def folder_in_use() -> Path:
    """The user's library, or the shipped briefings when it holds no content file."""
    from briefing_tui.library.catalogue import holds_briefings

    library = paths.library()
    return library if holds_briefings(library) else paths.shipped_content()


def _find(name: str) -> Target | None:
    if name == STDIN:
        return _standard_input()
    path = Path(name)
    try:
        if path.is_dir():
            return Target(folder=path)
        if path.is_file():
            return Target(path=path)
        if path.exists():
            return _piped(path)
    except (OSError, ValueError):  # a name that no file system takes
        return None
    if "/" in name or os.sep in name or name.startswith("."):
        return None
    for folder in (paths.library(), paths.shipped_content()):
        found = folder / f"{name}.md"
        if found.is_file():
            return Target(path=found)
    from briefing_tui.library.reading_state import home_of

    home = home_of(paths.state(), name)
    return Target(path=home) if home else None


def _nothing(name: str) -> str:
    if "/" in name or name.endswith(".md"):
        return f"{name}: no such file"
    from difflib import get_close_matches

    from briefing_tui.library.catalogue import content_files

    ids = [path.stem for folder in (paths.library(), paths.shipped_content()) for path in content_files(folder)]
    near = get_close_matches(name, ids, 1, 0.5)
    hint = f"did you mean '{near[0]}'?" if near else "see 'briefing list' for the ids"
    return f"{name}: neither a file nor an id in the library; {hint}"


def _standard_input() -> Target:
    if sys.stdin is None or sys.stdin.isatty():
        raise Failure("standard input: nothing is piped in; give a content file with '< FILE', or name it instead of '-'")
    return _of_bytes("standard input", sys.stdin.buffer)


def _piped(path: Path) -> Target:
    """What comes out of a pipe with a name (`<(command)`), which can be read but once."""
    try:
        with path.open("rb") as pipe:
            return _of_bytes(str(path), pipe)
    except OSError as error:
        raise Failure(f"{path}: can't be read: {error.strerror}") from None


def _of_bytes(name: str, stream: BinaryIO) -> Target:
    from briefing_tui.contentfile.read.file_input import LARGEST, decode_utf8, unreadable_reason

    data = stream.read(LARGEST + 1)
    if why := unreadable_reason(data):
        raise Failure(f"{name}: {why}")
    text, problems = decode_utf8(data)
    return Target(text=text, problems=problems)
