"""Keep pictures of the web beside a briefing, where the reader finds them.

A picture is `.pictures/ab/abcdef…` in the folder of the content file: named by the SHA-256 of its address, so that the content
file still names where it is from. Those of an article without a content file are in the cache folder. Any may be deleted.
"""

from collections.abc import Iterable
from contextlib import suppress
from pathlib import Path

from briefing_tui.file_io import fresh_file, read_file

FOLDER = ".pictures"
"""The name of the folder beside the content files."""
_MOST_ASKED = 200
"""Addresses of one article that are looked for."""


def is_of_web(address: str | None) -> bool:
    """Return whether an address leads to a picture that only a request can give."""
    return bool(address) and (address or "").lower().startswith(("http://", "https://"))


def kept_path(folder: Path, address: str) -> Path:
    """Return the file in which the picture of an address is kept.

    It may not be there.
    """
    from hashlib import sha256

    name = sha256(address.encode("utf-8", "surrogatepass")).hexdigest()
    return folder / FOLDER / name[:2] / name


def keep_picture(folder: Path, address: str, data: bytes) -> None:
    """Keep a picture in a folder; one that is there is replaced. Raises OSError."""
    path = kept_path(folder, address)
    path.parent.mkdir(parents=True, exist_ok=True)
    with fresh_file(path, [data]) as fresh:
        fresh.replace()


def forget_pictures(folder: Path, addresses: Iterable[str | None]) -> None:
    """Delete the kept pictures of these addresses, as far as it can be done."""
    for address in filter(is_of_web, addresses):
        path = kept_path(folder, address or "")
        with suppress(OSError):
            path.unlink()
            path.parent.rmdir()  # fails, as it should, if other pictures are in it
            path.parent.parent.rmdir()


def read_kept(folders: Iterable[Path | None], address: str, most: int) -> bytes | None:
    """Return the picture that one of the folders keeps, None if none does.

    At most `most` bytes of it are read.
    """
    for folder in folders:
        if folder is None:
            continue
        with suppress(OSError, ValueError, RuntimeError):
            home, path = folder.resolve(), kept_path(folder, address).resolve()
            if path.is_relative_to(home):
                return read_file(path, most)
    return None


def is_any_kept(folders: Iterable[Path | None], addresses: Iterable[str | None]) -> bool:
    """Return whether one of the folders keeps one of the pictures.

    Of many, the first 200 are looked for.
    """
    there = [folder for folder in folders if folder is not None and (folder / FOLDER).is_dir()]
    asked = [address for address in addresses if is_of_web(address)][:_MOST_ASKED] if there else []
    return any(kept_path(folder, address or "").is_file() for address in asked for folder in there)
