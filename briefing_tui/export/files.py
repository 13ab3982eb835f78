"""Where exports are written: names that stay in their folder, files that are whole or not there, and no edit lost.

A file that a person may write into is brought up to date part by part. Any other is written anew only while it is, byte for byte,
what briefing wrote last; what that was stands in a ledger among the reader's state.
"""

import json
import re
import unicodedata
from collections.abc import Callable, Iterable
from contextlib import suppress
from dataclasses import dataclass
from hashlib import sha256
from itertools import islice
from pathlib import Path
from typing import Literal

from briefing_tui.export.bundle import Bundle
from briefing_tui.export.formats import Format
from briefing_tui.export.managed_parts import Edited, merged
from briefing_tui.file_io import read_file, sync_folder, write_atomically

RESERVED = re.compile(r"(?:con|prn|aux|nul|(?:com|lpt)[\d¹²³])(?:\.|$)")
"""Names, in small letters, that some systems give to devices."""
_LONGEST = 120
_AT_ONCE = 16
_NO_FOLDER = "a file, not a folder; name another"
_MOST = 256 * 1024 * 1024
"""Bytes of a file that notes are written into; a larger one is none of ours."""


class Refused(Exception):  # noqa: N818 - what a person is told, in one line
    """A file was left as it is, and why."""


@dataclass(frozen=True, slots=True)
class Written:
    """A file that now holds the notes; "same": it did already."""

    path: Path
    how: Literal["new", "changed", "same"]


def file_name(briefing_id: str, extension: str) -> str:
    """A briefing's file in a folder of exports: always the same for an id, another for every other id, whatever the case."""
    plain = unicodedata.normalize("NFC", briefing_id)
    slug = re.sub(r"[\W_]+", "-", plain.lower()).strip("-")
    while len(slug.encode()) > _LONGEST:
        slug = slug[:-1]
    if slug != briefing_id or RESERVED.match(slug) or not slug:
        slug = f"{slug or 'notes'}-{sha256(briefing_id.encode()).hexdigest()[:8]}"
    return f"{slug}.{extension}"


def export_file(path: Path, bundles: Iterable[Bundle], form: Format, ledger: "Ledger") -> Written:
    """Write notes to one file. Raises Refused in one line where that would lose a person's words, or can't be done."""
    target = _followed(path, None)
    written: dict[Path, str] = {}
    result = _export(path, target, bundles, form, ledger, written)
    ledger.note(written)
    with _telling(path):
        sync_folder(target.parent)
    return result


def export_folder(folder: Path, bundles: Iterable[Bundle], form: Format, ledger: "Ledger") -> list[Written | Refused]:
    """Write a file for each briefing. A file that had to be left as it is does not keep the others from being written."""
    if folder.exists() and not folder.is_dir():
        raise Refused(f"{folder}: {_NO_FOLDER}")
    with _telling(folder):
        folder.mkdir(parents=True, exist_ok=True)
    written: dict[Path, str] = {}

    def export(bundle: Bundle) -> Written | Refused:
        path = folder / file_name(bundle.id, form.extension)
        try:
            return _export(path, _followed(path, folder), [bundle], form, ledger, written)
        except Refused as refused:
            return refused

    results = _side_by_side(export, bundles)
    ledger.note(written)
    with _telling(folder):
        sync_folder(folder)
    return results


def _side_by_side(export: Callable[[Bundle], Written | Refused], bundles: Iterable[Bundle]) -> list[Written | Refused]:
    """A few files at a time: most of the time goes into waiting for the disk, and no more bundles are held than that."""
    from concurrent.futures import ThreadPoolExecutor

    results: list[Written | Refused] = []
    rest = iter(bundles)
    with ThreadPoolExecutor(_AT_ONCE) as pool:
        while batch := list(islice(rest, _AT_ONCE)):
            results += pool.map(export, batch) if len(batch) > 1 else map(export, batch)
    return results


def preview(path: Path, bundles: Iterable[Bundle], form: Format) -> str:
    """What `export_file` would make of a file. Raises Refused."""
    if (way := _in_the_way(path)) is not None:
        raise Refused(f"{way}: {_NO_FOLDER}")
    old = _read(path) if path.exists() else None
    return _content(path, old, bundles, form)


def _in_the_way(path: Path) -> Path | None:
    """What stands where a folder of the path would have to be, and is none."""
    return next((folder for folder in path.parents if folder.exists() and not folder.is_dir()), None)


class _telling:  # noqa: N801 - used as a statement
    def __init__(self, path: Path) -> None:
        self.path = path

    def __enter__(self) -> None:
        pass

    def __exit__(self, _: object, error: BaseException | None, __: object) -> None:
        if isinstance(error, OSError):
            if (way := _in_the_way(self.path)) is not None:
                raise Refused(f"{way}: {_NO_FOLDER}") from None
            raise Refused(f"{self.path}: {error.strerror or error}") from None


def _export(
    path: Path, target: Path, bundles: Iterable[Bundle], form: Format, ledger: "Ledger", written: dict[Path, str]
) -> Written:
    """Write one file; what a file without parts holds then goes into `written`."""
    with _telling(path):
        if target.is_dir():
            raise Refused(f"{path}: a folder; name a file, or end it with '/' for a file for each briefing")
        old = _read(target) if target.exists() else None
        if old is not None and form.marks is None and not ledger.wrote(target, old):
            raise Refused(f"{path}: not as briefing wrote it; give another name, or remove it")
        if old is None and form.marks is None:
            digest = write_atomically(target, form.write(bundles), settle=False)
        else:
            text = _content(path, old, bundles, form)
            if text == old:
                return Written(path, "same")
            digest = write_atomically(target, [text], settle=False)
        if form.marks is None:
            written[target] = digest
    return Written(path, "new" if old is None else "changed")


def _content(path: Path, old: str | None, bundles: Iterable[Bundle], form: Format) -> str:
    if old is None or form.marks is None or not old.strip():
        return "".join(form.write(bundles))
    try:
        return merged(old, list(form.chunks(bundles)), form.marks)
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


def _followed(path: Path, folder: Path | None) -> Path:
    """The file that a name means; a link is followed, but never out of the folder that was chosen."""
    if not path.is_symlink():
        return path
    target = path.resolve()
    if folder is not None and not target.is_relative_to(folder.resolve()):
        raise Refused(f"{path}: a link that leads out of {folder}; remove it")
    return target


class Ledger:
    """What briefing wrote last into which file: path → SHA-256."""

    def __init__(self, path: Path | None = None) -> None:
        """Name the ledger's file (among the reader's state by default)."""
        from briefing_tui.settings import paths

        self._path = path or paths.state() / "exports.json"

    def wrote(self, path: Path, text: str) -> bool:
        """Whether the file is as it was written last."""
        return self._known().get(str(path.absolute())) == sha256(text.encode()).hexdigest()

    def note(self, written: dict[Path, str]) -> None:
        """Remember what was written. Without a place to do so it is forgotten, and the files are not written over later."""
        if not written:
            return
        known = {**self._known(), **{str(path.absolute()): digest for path, digest in written.items()}}
        with suppress(OSError):
            write_atomically(self._path, [json.dumps(known, indent=1)], private=True)

    def _known(self) -> dict[str, str]:
        try:
            known = json.loads(self._path.read_text("utf-8"))
        except (OSError, ValueError):
            return {}
        return known if isinstance(known, dict) else {}
