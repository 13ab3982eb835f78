"""Write content files to disk: new ones, and changes to existing ones.

A file is complete or absent: it gets its name when it is written. A file that changed since it was read, or that is
read-only, is left alone.
"""

import os
import stat
from collections.abc import Callable
from contextlib import suppress
from pathlib import Path

from msgspec import Struct

from briefing_tui.contentfile.normal_form import normal_form
from briefing_tui.contentfile.read.file_input import UnreadableFile, load_bytes
from briefing_tui.file_io import fresh_file, sync_folder
from briefing_tui.model.briefing import Briefing

_TRIES = 5


class NotWritten(UnreadableFile):
    """A file that was left unchanged.

    The message is one line: the path, the reason, what to do.
    """


class Revised(Struct, frozen=True):
    """A change to a file: its briefing and its bytes before and after."""

    old: Briefing
    new: Briefing
    before: bytes
    after: bytes


def write_new(path: Path, text: str) -> None:
    """Write a file that does not exist yet.

    `sync_names` then makes its name survive a power cut.

    Raises:
        FileExistsError: there is a file of that name, which is left alone.
        OSError: it can't be written.
    """
    path.parent.mkdir(parents=True, exist_ok=True)
    data = (text if text.endswith("\n") else text + "\n").encode("utf-8", "surrogateescape")
    with fresh_file(path, [data]) as fresh:
        fresh.create()


def why_not_writable(path: Path) -> str | None:
    """Return why a file can't be changed, and what to do; None if it can."""
    try:
        is_writable = path.stat().st_mode & (stat.S_IWUSR | stat.S_IWGRP | stat.S_IWOTH) and os.access(path, os.W_OK)
    except OSError as error:
        return f"can't be changed: {error.strerror or error}"
    if not is_writable:
        return "read-only; allow it to be written, or save a copy"
    if not os.access(path.resolve().parent, os.W_OK):
        return "its folder is read-only; save a copy elsewhere"
    return None


def revise(path: Path, change: Callable[[Briefing], Briefing], known: tuple[bytes, bytes] | None = None) -> Revised:
    """Change a file's briefing, and no byte that need not change.

    If another program changes the file meanwhile, the change is made again to what is there then.

    Args:
        path: the content file.
        change: returns the new briefing for the one in the file; if it raises, the file is left alone.
        known: bytes that the file may hold, and those to write then, so that an undone change leaves no trace.

    Raises:
        NotWritten: the file is read-only, or another program keeps changing it.
        UnreadableFile: it can't be read.
        OSError: it can't be written.
    """
    from briefing_tui.contentfile.read.reader import read  # for a file that is there only
    from briefing_tui.contentfile.write.patch import patch

    for _ in range(_TRIES):
        data = load_bytes(path)
        text = data.decode(errors="surrogateescape")
        old = read(text, path.stem).briefing
        wanted = change(old)
        made = patch(text, wanted).encode(errors="surrogateescape")
        if known and data == known[0]:
            made = known[1]
        if made == data:
            return Revised(old, old, data, data)
        if why := why_not_writable(path):
            raise NotWritten(path, why)
        if _replaced(path, data, made):
            return Revised(old, normal_form(wanted), data, made)
    raise NotWritten(path, "another program keeps changing it; try again")


def save(path: Path, new: Briefing) -> None:
    """Patch a file so that it reads as `new`; raises what `revise` raises."""
    revise(path, lambda _: new)


def _replaced(path: Path, before: bytes, after: bytes) -> bool:
    """Replace a file's bytes, unless they have changed; a symbolic link is followed."""
    path = path.resolve()
    with fresh_file(path, [after]) as fresh:
        if load_bytes(path) != before:
            return False
        fresh.replace()
    sync_names(path.parent)
    return True


def sync_names(folder: Path) -> None:
    """Make new names in a folder survive a power cut.

    Does nothing where the system can't do that.
    """
    with suppress(OSError):
        sync_folder(folder)
