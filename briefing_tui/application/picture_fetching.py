"""Fetch the pictures of one article, if the user asked for them."""

from collections.abc import Callable, Iterable
from pathlib import Path
from time import monotonic
from typing import TYPE_CHECKING

from msgspec.structs import replace

from briefing_tui.fetching.errors import FetchError
from briefing_tui.fetching.limits import PICTURE
from briefing_tui.model.briefing import Image
from briefing_tui.pictures.kept import is_of_web, keep_picture, kept_path

if TYPE_CHECKING:
    from briefing_tui.fetching.fetcher import Fetcher

_MOST = 100
_MOST_BYTES = 128 * 1024 * 1024
_SECONDS = 120.0
"""The most pictures of an article, and the most bytes and time for all of them."""


def fetch_pictures(
    images: Iterable[Image], folder: Path, fetcher: "Fetcher", only_public: bool = True, now: Callable[[], float] = monotonic
) -> str:
    """Fetch the pictures of an article into a folder, those that are not there yet.

    Args:
        images: the article's.
        folder: the folder of its content file, or the cache folder.
        fetcher: fetches them, one after the other.
        only_public: refuse pictures in the user's own network, as for an article of the internet.
        now: tells the time in seconds.

    Returns a message: how many there are now, and why not all. Raises OSError if they can't be written.
    """
    addresses = list(dict.fromkeys(image.url for image in images if image.url and is_of_web(image.url)))
    if not addresses:
        return "the article names no picture on the web"
    end, left, got, why = now() + _SECONDS, _MOST_BYTES, 0, ""
    for number, address in enumerate(addresses):
        if kept_path(folder, address).is_file():
            got += 1
            continue
        seconds = min(PICTURE.seconds, end - now())
        if number >= _MOST or left <= 0 or seconds <= 0:
            why = why or "the article has too many, or too large ones"
            break
        try:
            limits = replace(PICTURE, seconds=seconds, most_bytes=min(PICTURE.most_bytes, left))
            data = fetcher.fetch(address, limits, only_public=only_public).content
        except FetchError as error:
            why = why or f"{address}: {error}"
            continue
        keep_picture(folder, address, data)
        left, got = left - len(data), got + 1
    return f"{got} of {len(addresses)} pictures are there" + (f"; {why}" if why else "")
