"""Find who published a text."""

import re

from briefing_tui.sources.plain.lines import Line
from briefing_tui.sources.shared.author_names import read_byline

_OWNER = re.compile(
    r"(?:©|\(c\)|copyright)\s*(?:copyright\s*)?(?:by\s+)?(?:(?:19|20)\d\d(?:\s?[-–—]\s?(?:19|"
    r"20)\d\d)?,?\s*)?(?:by\s+)?(?P<owner>[^\W\d_][^|·•,;©]{1,60})",
    re.I,
)
_MORE_FROM = re.compile(
    r"\bmore (?:(?:stories|news|articles|coverage) )?from (?P<owner>[A-Z][\w&.’' -]{1,30})$|"
    r"\bmehr von (?P<von>[A-Z][\w&.’' -]{1,30})$",
    re.I,
)
_RIGHTS = re.compile(
    r" ?[.(–—-]? ?\b(?:all rights|alle rechte|tous droits|todos los|a division|an? \w+ (?:company|publication)|"
    r"is part of|part of|registered|unless|und|reserved|developed|privacy|terms|contact).*$",
    re.I,
)


def find_publisher(lines: list[Line], start: int, end: int, authors: tuple[str, ...]) -> str | None:
    """Return the page's owner, as a notice outside the body names it; None without one.

    Such notices are `© 2024 The Courier` and `More stories from The Courier`.
    """
    named = {name.casefold() for name in authors}
    outside = [*lines[end : end + 600], *lines[max(0, start - 200) : start]]
    for line in outside:
        if len(line.text) < 300 and ("©" in line.text or "opyright" in line.text or "(c)" in line.text):
            found = _OWNER.search(line.text)
            owner = _RIGHTS.sub("", found["owner"].split(". ")[0]).strip(" .–—-:0123456789") if found else ""
            if 1 < len(owner) <= 50 and owner[0].isupper() and owner.casefold() not in named:
                return owner
    for line in outside:
        if len(line.text) < 80 and ("from " in line.text or "von " in line.text):
            found = _MORE_FROM.search(line.text)
            owner = (found["owner"] or found["von"]).strip() if found else ""
            if owner and owner[0].isupper() and owner.casefold() not in named and not read_byline(owner):
                return owner
    return None
