"""Fetch what the user names by an address, as a source for the builder."""

import re
from typing import TYPE_CHECKING
from urllib.parse import urlsplit

from briefing_tui.model.document import Origin

if TYPE_CHECKING:
    from briefing_tui.fetching.fetcher import Fetched

_LOGIN = re.compile(
    r"(?:^|[/._-])(?:log-?in|sign-?in|logon|sso|auth|oauth2?|authorize|subscribe|register|account)(?=$|[/._-])", re.I
)
"""A part of an address to which sites send a visitor who is not logged in."""
_PASSWORD = re.compile(rb"<input\b[^<>]{0,1000}\btype\s{0,5}=\s{0,5}[\"']?password\b", re.I)
_HEAD = 1_000_000


def origin_of(fetched: "Fetched") -> Origin:
    """Return what is remembered of an answer besides its bytes."""
    named = fetched.redirects[0] if fetched.redirects else fetched.url
    return Origin(fetched.url, fetched.content_type, fetched.charset, named, fetched.is_public)


def source_of(fetched: "Fetched") -> bytes:
    """Return an answer's bytes as a source that needs no headers to be read."""
    from briefing_tui.sources.decode import self_contained

    return self_contained(fetched.content, fetched.charset)


def id_of(origin: Origin | None) -> str:
    """Return the id for a briefing that is in no file.

    It is made from its address, or that of standard input.
    """
    if origin is None:
        return "stdin"
    from briefing_tui.fetching.addresses import name_of
    from briefing_tui.text.slugs import slug

    name = name_of(origin.address)
    return slug(name.rpartition(".")[0] or name) or "fetched"


def redirect_note(fetched: "Fetched") -> str:
    """Return a message for the user if another host answered than the named one."""
    if not fetched.new_host:
        return ""
    is_plain = fetched.redirects[0].lower().startswith("https:") and fetched.url.lower().startswith("http:")
    return f"redirected to {fetched.url}" + (", which is not encrypted" if is_plain else "")


def why_no_article(reason: str, data: bytes, origin: Origin | None) -> str:
    """Return why a source holds no article, and if it is a login page, that.

    Args:
        reason: the builder's.
        data: the source.
        origin: where it was fetched from.
    """
    if origin is None:
        return reason
    led_there = origin.address != origin.named and _asks_for_login(origin.address) and not _asks_for_login(origin.named)
    if led_there or _PASSWORD.search(data[:_HEAD]):
        return "no article, but a login page; open it in your browser, log in, save the page, and give the file"
    return reason


def _asks_for_login(address: str) -> bool:
    try:
        parts = urlsplit(address)
    except ValueError:
        return False
    return bool(_LOGIN.search(f"{(parts.hostname or '').partition('.')[0]}/{parts.path}"))
