"""Addresses that lead back into a briefing: `briefing://ID/ITEM`.

Any web page can open one, so an address holds the id of a briefing and the id of an item, and nothing else: no path, no option,
nothing to decode. An id of other letters is replaced by a digest of it.
"""

import re
from hashlib import sha256
from typing import NamedTuple

_BRIEFING = r"[a-z](?:[a-z0-9-]{0,61}[a-z0-9])?"
"""A host's name of one word. Desktops change other hosts: to lower case, to Punycode, a number to an IP address."""
_ITEM = r"[A-Za-z0-9](?:[A-Za-z0-9-]{0,62}[A-Za-z0-9])?"
"""The ids that notes have."""
_ADDRESS = re.compile(rf"briefing://({_BRIEFING})(?:/({_ITEM})?)?", re.ASCII)
_NAME = re.compile(rf"(?!xn--|x-[0-9a-f]{{16}}\Z){_BRIEFING}", re.ASCII)
_LONGEST = len("briefing://") + 63 + 1 + 64


class BriefingAddress(NamedTuple):
    """The name of a briefing, and the id of an item or an empty text."""

    name: str
    item: str = ""


def address_name(briefing_id: str) -> str:
    """Return the word that stands for a briefing in addresses.

    It is the id, or `x-` and 64 bits of its SHA-256 in hexadecimal if an address can't hold the id.
    """
    if _NAME.fullmatch(briefing_id):
        return briefing_id
    return "x-" + sha256(briefing_id.encode("utf-8", "surrogatepass")).hexdigest()[:16]


def address_of(briefing_id: str, item: str = "") -> str:
    """Return the address of an item of a briefing.

    It is the briefing's own if an address can't hold the item's id.
    """
    place = f"/{item}" if re.fullmatch(_ITEM, item, re.ASCII) else ""
    return f"briefing://{address_name(briefing_id)}{place}"


def parsed_address(text: str) -> BriefingAddress | None:
    """Return what an address names, None for any other text."""
    match = _ADDRESS.fullmatch(text) if len(text) <= _LONGEST else None
    return BriefingAddress(match[1], match[2] or "") if match else None
