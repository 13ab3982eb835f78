"""Write exports to disk without losing an edit of the user's.

Names stay within their folder, and a file is complete or absent.

A file that the user may write in is updated part by part. Any other file is overwritten only if it is, byte for byte, what
briefing wrote last; a ledger in the state folder remembers what that was.
"""

import json
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from hashlib import sha256
from itertools import islice
from pathlib import Path
from typing import Literal

from briefing_tui.export.bundle import Bundle
from briefing_tui.export.file_names import FolderNames
from briefing_tui.export.format import Format
from briefing_tui.export.managed_parts import Edited, Updated
from briefing_tui.file_io import read_file, read_text, sync_folder, write_atomically

_AT_ONCE = 16
_NO_FOLDER = "a file, not a folder; name another"
_MOST = 256 * 1024 * 1024
"""Bytes of a file that is updated; briefing writes none that are larger."""


class Refused(Exception):  # noqa: N818 - not an error of the program
    """A file was left unchanged; the message says why in one line."""


@dataclass(frozen=True, slots=True)
class WrittenFile:
    """A file that now holds the notes; `how` is "same" if it did before.

    `left` has a line for each note in it that could not be updated without losing what the user wrote.
    """

    path: Path
    how: Literal["new", "changed", "same"]
    left: tuple[str, ...] = ()


def export_file(path: Path, bundles: Iterable[Bundle], form: Format, ledger: "Ledger") -> WrittenFile:
    """Write notes to one file. Raises Refused if that would lose the user's words or can't be done."""
    target = _resolved(path, None)
    written: dict[Path, str] = {}
    result = _export(path, target, bundles, form, ledger, written)
    ledger.note(written)
    with _refusing(path):
        sync_folder(target.parent)
    return result


def export_folder(folder: Path, bundles: Iterable[Bundle], form: Format, ledger: "Ledger") -> list[WrittenFile | Refused]:
    """Write a file for each briefing; a refused file does not stop the others.

    Raises Refused if there can be no such folder.
    """
    if folder.exists() and not folder.is_dir():
        raise Refused(f"{folder}: {_NO_FOLDER}")
    with _refusing(folder):
        folder.mkdir(parents=True, exist_ok=True)
    written: dict[Path, str] = {}

    names = FolderNames(folder, form)

    def export(target: tuple[Path, Bundle]) -> WrittenFile | Refused:
        path, bundle = target
        try:
            return _export(path, _resolved(path, folder), [bundle], form, ledger, written)
        except Refused as refused:
            return refused

    targets = ((names.path(bundle), bundle) for bundle in bundles)
    results = _in_parallel(export, (target for target in targets if target[1].notes or form.owner is None or target[0].exists()))
    ledger.note(written)
    with _refusing(folder):
        sync_folder(folder)
    return results


_Target = tuple[Path, Bundle]


def _in_parallel(export: Callable[[_Target], WrittenFile | Refused], targets: Iterable[_Target]) -> list[WrittenFile | Refused]:
    """Export a few files at a time: most of the time is spent waiting for the disk. Only that many bundles are held in memory."""
    from concurrent.futures import ThreadPoolExecutor

    results: list[WrittenFile | Refused] = []
    rest = iter(targets)
    with ThreadPoolExecutor(_AT_ONCE) as pool:
        while batch := list(islice(rest, _AT_ONCE)):
            results += pool.map(export, batch) if len(batch) > 1 else map(export, batch)
    return results


def preview(path: Path, bundles: Iterable[Bundle], form: Format) -> str:
    """Return what `export_file` would write to a file. Raises Refused."""
    if (obstacle := _obstacle(path)) is not None:
        raise Refused(f"{obstacle}: {_NO_FOLDER}")
    old = _read(path) if path.exists() else None
    return _content(path, old, bundles, form).text


def _obstacle(path: Path) -> Path | None:
    """Return a file that is where a folder of the path would have to be."""
    return next((folder for folder in path.parents if folder.exists() and not folder.is_dir()), None)


@contextmanager
def _refusing(path: Path) -> Iterator[None]:
    """Raise Refused, with the path, for any OSError inside."""
    try:
        yield
    except OSError as error:
        if (obstacle := _obstacle(path)) is not None:
            raise Refused(f"{obstacle}: {_NO_FOLDER}") from None
        raise Refused(f"{path}: {error.strerror or error}") from None


def _export(
    path: Path, target: Path, bundles: Iterable[Bundle], form: Format, ledger: "Ledger", written: dict[Path, str]
) -> WrittenFile:
    """Write one file; if it has no parts, add the digest of its content to `written`."""
    with _refusing(path):
        if target.is_dir():
            raise Refused(f"{path}: a folder; name a file, or end it with '/' for a file for each briefing")
        old = _read(target) if target.exists() else None
        if old is not None and form.update is None and not ledger.wrote(target, old):
            raise Refused(f"{path}: not as briefing wrote it; give another name, or remove it")
        if old is None and form.update is None:
            digest = write_atomically(target, form.write(bundles), sync=False)
            left: tuple[str, ...] = ()
        else:
            made = _content(path, old, bundles, form)
            left = tuple(f"{path}:{line}: {why}" for line, why in made.left)
            if made.text == old:
                return WrittenFile(path, "same", left)
            digest = write_atomically(target, [made.text], sync=False)
        if form.update is None:
            written[target] = digest
    return WrittenFile(path, "new" if old is None else "changed", left)


def _content(path: Path, old: str | None, bundles: Iterable[Bundle], form: Format) -> Updated:
    if old is None or form.update is None or not old.strip():
        return Updated("".join(form.write(bundles)))
    try:
        return form.update(old, bundles)
    except Edited as edited:
        raise Refused(f"{path}:{edited.line}: {edited.why}") from None


def _read(path: Path) -> str:
    try:
        data = read_file(path, _MOST + 1)
        if len(data) > _MOST:
            raise Refused(f"{path}: more than {_MOST // 2**20} MiB; give another name")
        return data.decode("utf-8")
    except UnicodeDecodeError:
        raise Refused(f"{path}: no text in UTF-8; give another name") from None
    except OSError as error:
        raise Refused(f"{path}: {error.strerror or error}") from None


def _resolved(path: Path, folder: Path | None) -> Path:
    """Follow a symbolic link. Raises Refused for one that leads out of `folder`, if a folder is given."""
    if not path.is_symlink():
        return path
    target = path.resolve()
    if folder is not None and not target.is_relative_to(folder.resolve()):
        raise Refused(f"{path}: a link that leads out of {folder}; remove it")
    return target


class Ledger:
    """Remembers what briefing wrote last to each file: path → SHA-256."""

    def __init__(self, path: Path | None = None) -> None:
        """Use this file, by default one in the state folder."""
        from briefing_tui.settings import paths

        self._path = path or paths.state() / "exports.json"

    def wrote(self, path: Path, text: str) -> bool:
        """Return whether `text` is what was last written to the file."""
        return self._known().get(str(path.absolute())) == sha256(text.encode()).hexdigest()

    def note(self, written: dict[Path, str]) -> None:
        """Remember the digests of what was written. If that fails, the files will not be overwritten later."""
        if not written:
            return
        known = {**self._known(), **{str(path.absolute()): digest for path, digest in written.items()}}
        with suppress(OSError):
            write_atomically(self._path, [json.dumps(known, indent=1)], private=True)

    def _known(self) -> dict[str, str]:
        try:
            known = json.loads(read_text(self._path))
        except (OSError, ValueError):
            return {}
        return known if isinstance(known, dict) else {}
