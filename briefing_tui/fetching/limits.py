"""Limits of an answer: its kinds, size and time."""

from msgspec import Struct

_MEGABYTE = 1024 * 1024
_MEDIA = frozenset({"image", "audio", "video", "font"})


class AnswerLimits(Struct, frozen=True):
    """The bounds of an answer.

    - `accept`: the kinds of content that the server is asked for.
    - `most_bytes`: the most bytes, as they come and decompressed.
    - `seconds`: the most time for all of it: finding the host, redirects, the content.
    - `refused`: main types of content that are not read ("image").
    - `only`: the one main type that is read; empty for any.
    - `redirects`: the most redirects.
    """

    accept: str = "*/*"
    most_bytes: int = 64 * _MEGABYTE
    seconds: float = 60.0
    refused: frozenset[str] = frozenset()
    only: str = ""
    redirects: int = 10


PAGE = AnswerLimits(
    "text/html,application/xhtml+xml,application/pdf;q=0.9,application/epub+zip;q=0.9,text/plain;q=0.8,*/*;q=0.7", refused=_MEDIA
)
"""An article in any form; as large as a file may be that is read."""
FEED = AnswerLimits(
    "application/atom+xml,application/rss+xml,application/feed+json,application/xml;q=0.9,*/*;q=0.7", 16 * _MEGABYTE, 30.0, _MEDIA
)
PICTURE = AnswerLimits("image/webp,image/png,image/jpeg,image/gif", 32 * _MEGABYTE, 30.0, only="image")
ROBOTS = AnswerLimits("text/plain", 512 * 1024, 15.0)
"""The file in which a site says what programs may fetch; RFC 9309 asks for at least 500 KiB."""
