"""Add files to the user's folders, and remove exactly those again.

A list in the state folder remembers what was added: each file with its SHA-256, and the folders made for them. A file that the
user changed, or that was there before, is left alone.
"""

import json
from collections.abc import Iterator
from contextlib import suppress
from hashlib import sha256
from pathlib import Path
from typing import Any, NamedTuple

from briefing_tui.cli.integration.additions import HANDLER, Addition, additions, config_home, has_desktop
from briefing_tui.cli.integration.default_handler import default_of, with_default, without_default
from briefing_tui.file_io import read_text, write_atomically
from briefing_tui.settings import paths


class Step(NamedTuple):
    """A deed done to a file, or to be done.

    `is_left` means that it was left alone although it should have changed.
    """

    what: str
    path: Path
    is_left: bool = False


class Installer:
    """Adds and removes files, and remembers them."""

    def __init__(self, is_rehearsal: bool = False) -> None:
        """Read the list of what was added; a rehearsal writes nothing."""
        self._is_rehearsal = is_rehearsal
        self._list = paths.state() / "setup.json"
        known = _known(self._list)
        self._files: dict[str, str] = known.get("files", {})
        self._folders: list[str] = known.get("folders", [])
        self._piece: str = known.get("piece", "")
        """The line that was added to the list of default programs."""

    def add(self) -> Iterator[Step]:
        """Add what is missing and replace what an earlier version added. Raises OSError."""
        for addition in additions():
            yield self._add(addition)
        if has_desktop():
            yield self._make_default()

    def remove(self) -> Iterator[Step]:
        """Remove what was added, if it is still as it was. Raises OSError."""
        if self._piece:
            yield from self._remove_default()
        for name, digest in list(self._files.items()):
            path = Path(name)
            found = _digest(path)
            if found == digest:
                if not self._is_rehearsal:
                    path.unlink()
                yield Step("removed", path)
            elif found is not None:
                yield Step("kept, as it was changed", path, is_left=True)
        if not self._is_rehearsal:
            for folder in sorted(self._folders, key=len, reverse=True):
                with suppress(OSError):  # gone, or used by others
                    Path(folder).rmdir()
            self._list.unlink(missing_ok=True)

    def _add(self, addition: Addition) -> Step:
        path, digest = addition.path, sha256(addition.text.encode()).hexdigest()
        found = _digest(path)
        if found == digest:
            return Step(f"as it should be: {addition.about}", path)
        if path.is_symlink() or (found is not None and found != self._files.get(str(path))):
            return Step(f"left alone, as it is not from 'briefing setup': {addition.about}", path, is_left=True)
        if not self._is_rehearsal:
            self._files[str(path)] = digest
            self._write(path, addition.text)
        return Step(f"written: {addition.about}", path)

    def _make_default(self) -> Step:
        """Let the desktop open addresses with the handler, unless the user has chosen another."""
        path = _defaults_file()
        text = _text_of(path)
        if text is None:
            return Step("left alone, as it can't be read; the desktop may ask for a program for addresses", path, is_left=True)
        chosen = default_of(text)
        if chosen == HANDLER:
            return Step("as it should be: the default for addresses", path)
        if chosen is not None:
            return Step(f"left alone, as it names another program for addresses: {chosen}", path, is_left=True)
        if not self._is_rehearsal:
            changed, self._piece = with_default(text)
            self._write(path, changed)
        return Step("written: one line, the default for addresses", path)

    def _remove_default(self) -> Iterator[Step]:
        path = _defaults_file()
        text = _text_of(path) or ""
        rest = without_default(text, self._piece)
        if rest == text:
            return
        if not self._is_rehearsal:
            if rest:
                write_atomically(path, [rest])
            else:
                path.unlink()
        yield Step("removed: one line, the default for addresses", path)

    def _write(self, path: Path, text: str) -> None:
        """Write a file; it is on the list before it is there."""
        missing = [str(folder) for folder in path.parents if not folder.exists()]
        self._folders += [folder for folder in missing if folder not in self._folders]
        known = {"files": self._files, "folders": self._folders, "piece": self._piece}
        write_atomically(self._list, [json.dumps(known, indent=1)], private=True)
        write_atomically(path, [text])


def _defaults_file() -> Path:
    """Return the user's `mimeapps.list`, which may be a link into a folder of settings."""
    return (config_home() / "mimeapps.list").resolve()


def _text_of(path: Path) -> str | None:
    """Return a file's text, an empty one if there is no file, None if it can't be read."""
    try:
        return read_text(path)
    except (FileNotFoundError, NotADirectoryError):
        return ""
    except (OSError, UnicodeDecodeError):
        return None


def _digest(path: Path) -> str | None:
    """Return the SHA-256 of a file, an empty text if it can't be read, None if there is none."""
    text = _text_of(path)
    if text:
        return sha256(text.encode()).hexdigest()
    return None if text == "" and not path.exists() else ""


def _known(file: Path) -> dict[str, Any]:
    try:
        known = json.loads(read_text(file))
    except (OSError, ValueError):
        return {}
    return known if isinstance(known, dict) else {}
