"""Take the page out of a Safari web archive."""

import plistlib
import struct
from xml.parsers.expat import ExpatError

from briefing_tui.sources.decode import decode
from briefing_tui.sources.errors import NoArticle, Unreadable

_FAULTS = (plistlib.InvalidFileException, ExpatError, ValueError, KeyError, IndexError, TypeError, OverflowError, AttributeError,
           RecursionError, struct.error, MemoryError)  # fmt: skip
"""What plistlib raises for bytes that are no property list."""


def page_of(data: bytes) -> tuple[str, str | None]:
    """Return the markup of the archive's page, and its address.

    Raises:
        NoArticle: the archive has no page.
        Unreadable: it is damaged.
    """
    try:
        archive = plistlib.loads(data)
    except _FAULTS:
        raise Unreadable("a damaged web archive of Safari; save the page again") from None
    main = archive.get("WebMainResource") if isinstance(archive, dict) else None
    content = main.get("WebResourceData") if isinstance(main, dict) else None
    if not isinstance(main, dict) or not isinstance(content, bytes):
        raise NoArticle("the web archive holds no page")
    charset, address = main.get("WebResourceTextEncodingName"), main.get("WebResourceURL")
    return decode(content, charset if isinstance(charset, str) else ""), address if isinstance(address, str) else None
