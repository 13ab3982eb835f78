"""Read the picture that an image's address leads to, without fetching anything.

It is in the address itself (a data URL), or in a file beside the briefing, or it was fetched before and kept.
"""

import binascii
import re
from collections.abc import Sequence
from pathlib import Path
from urllib.parse import unquote, urlsplit

from briefing_tui.file_io import read_file
from briefing_tui.pictures.kept import is_any_kept, is_of_web, read_kept
from briefing_tui.settings import paths
from briefing_tui.text.late_pattern import late_pattern

MOST_BYTES = 32 * 2**20
"""The largest picture file that is read. A photograph of 24 megapixels has about 10 MB."""

_DATA = late_pattern(r"data:image/(?:png|jpeg|jpg|gif|webp)(?:;[\w.+=-]{1,60})*;base64,", re.I)
_NO_PATH = late_pattern(r"[a-z][a-z0-9+.-]*:|[/\\]|~", re.I)


class NoPicture(Exception):  # noqa: N818 - an outcome, not a fault
    """An image has no picture that can be shown; the text is the reason."""


def is_any_at_hand(addresses: Sequence[str | None], folder: Path | None) -> bool:
    """Return whether one of an article's pictures can be read without a network.

    `addresses` are theirs, and `folder` is the one that the briefing's file is in.
    """
    return any(map(is_at_hand, addresses)) or is_any_kept((folder, paths.cache()), addresses)


def is_at_hand(address: str | None) -> bool:
    """Return whether an address is a picture, or leads to a file beside the briefing."""
    return bool(address) and (bool(_DATA.match(address or "")) or _relative(address or "") is not None)


def read_picture(address: str | None, folder: Path | None) -> bytes:
    """Return the bytes of a picture.

    Args:
        address: the image's address, as its briefing has it.
        folder: the folder that the briefing's file is in; None if it has no file.

    Raises:
        NoPicture: the address leads out of the folder, or to no file, or the file is too large.
    """
    if match := _DATA.match(address or ""):
        return _from_data(address or "", match.end())
    if is_of_web(address):
        return _bounded(read_kept((folder, paths.cache()), address or "", MOST_BYTES + 1))
    relative = _relative(address or "")
    if relative is None:
        raise NoPicture("its address leads to no picture" if address else "the briefing has no picture of it")
    if folder is None:
        raise NoPicture("there is no folder beside standard input")
    try:
        home = folder.resolve()
        path = (home / relative).resolve()
        if not path.is_relative_to(home):
            raise NoPicture("its file is not in the briefing's folder")
        data = read_file(path, MOST_BYTES + 1)
    except (OSError, ValueError, RuntimeError) as error:
        raise NoPicture(f"there is no file {relative} beside the briefing") from error
    return _bounded(data)


def _bounded(data: bytes | None) -> bytes:
    if data is None:
        raise NoPicture("the picture is on the web, and nothing is fetched unless you ask for it with --pictures")
    if len(data) > MOST_BYTES:
        raise NoPicture(f"its file is larger than {MOST_BYTES // 2**20} MB")
    return data


def _from_data(address: str, start: int) -> bytes:
    if len(address) - start > MOST_BYTES * 4 // 3 + 4:
        raise NoPicture(f"it is larger than {MOST_BYTES // 2**20} MB")
    try:
        return binascii.a2b_base64(address[start:].encode("ascii"))
    except ValueError as error:
        raise NoPicture("its data URL can't be read") from error


def _relative(address: str) -> str | None:
    """Return the path of a relative address; None for one that leads elsewhere."""
    if _NO_PATH.match(address):
        return None
    try:
        path = unquote(urlsplit(address).path)
    except ValueError:
        return None
    parts = path.split("/")
    return None if not path or _NO_PATH.match(path) or ".." in parts or "\\" in path or "\0" in path else path
