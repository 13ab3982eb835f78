"""Recognise addresses of the web in what a user names."""

import re
from urllib.parse import unquote, urlsplit

_WEB = re.compile(r"https?:/?/?\S", re.IGNORECASE)
_OTHER = re.compile(r"(?:ftps?|file|gopher|javascript|data|ssh|mailto|feed)(?=:)", re.IGNORECASE)
_LONGEST = 8_000
"""The most characters of an address; servers take no longer ones."""
_LONGEST_NAME = 80


def is_web_address(word: str) -> bool:
    """Return whether a word is meant as an address of the web."""
    return bool(_WEB.match(word))


def other_scheme(word: str) -> str:
    """Return the scheme of an address that is never fetched, such as "file".

    It is empty if the word is no such address.
    """
    match = _OTHER.match(word)
    return match[0].lower() if match else ""


def flaw_of(address: str) -> str:
    """Return why an address can't be fetched, and what to do; empty if it can."""
    scheme, colon, _ = address.partition(":")
    if scheme.lower() not in ("http", "https") or not colon:
        return f"only http and https addresses are fetched, not '{scheme[:20].lower()}:'" if colon else "no address of the web"
    if len(address) > _LONGEST:
        return f"an address of more than {_LONGEST:,} characters; check it"
    if re.search(r"[\s\x00-\x1f\x7f\\]", address):
        return "an address with a blank or a control character in it; check it"
    try:
        parts = urlsplit(address)
        port = parts.port
    except ValueError:
        return "no valid address; check its host and port"
    if not parts.hostname or port == 0:
        return "an address without a host; check it"
    if parts.username is not None or parts.password is not None:
        return "an address with a user's name or password in it, which is not sent; leave it out"
    return ""


def host_of(address: str) -> str:
    """Return the host of an address, with its port if it names one.

    It is empty for no valid address.
    """
    try:
        parts = urlsplit(address)
        return (parts.hostname or "") + (f":{parts.port}" if parts.port else "")
    except ValueError:
        return ""


def name_of(address: str) -> str:
    """Return the name for what was fetched: of its file, or of its host."""
    try:
        path = urlsplit(address).path
    except ValueError:
        return address[:_LONGEST_NAME]
    last = unquote(path.rstrip("/").rpartition("/")[2]).strip()
    name = re.sub(r"[/\\\x00-\x1f\x7f]", "-", last)
    return name[:_LONGEST_NAME] if name.strip(".-") else host_of(address)


def addresses_in(text: str, most: int = 100_000) -> list[str]:
    """Return the addresses that a text lists, one a line.

    Each is returned once; there are none if the text is anything else. Blank lines, and those that begin with "#", are left out.
    """
    found: dict[str, None] = {}
    for line in text.lstrip("\ufeff").splitlines():
        word = line.strip()
        if not word or word.startswith("#"):
            continue
        if not is_web_address(word) or " " in word or len(found) >= most:
            return []
        found[word] = None
    return list(found)
