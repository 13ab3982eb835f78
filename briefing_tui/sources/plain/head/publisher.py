"""Find who published a text."""

import re

from briefing_tui.languages.words import all_entries, phrases
from briefing_tui.sources.plain.lines import Line
from briefing_tui.sources.shared.author_names import read_byline
from briefing_tui.text.late_pattern import late_pattern

_OWNER = re.compile(
    r"(?:©|\(c\)|copyright)\s*(?:copyright\s*)?(?:by\s+)?(?:(?:19|20)\d\d(?:\s?[-–—]\s?(?:19|"
    r"20)\d\d)?,?\s*)?(?:by\s+)?(?P<owner>[^\W\d_][^|·•,;©]{1,60})",
    re.I,
)
_MORE_FROM = late_pattern(rf"\b{phrases('more_from_labels')} (?P<owner>[A-Z][\w&.’' -]{{1,30}})$", re.I)
_FROM = tuple({f"{label.split()[-1]} " for label in all_entries("more_from_labels")})
_RIGHTS = re.compile(rf" ?[.(–—-]? ?\b{phrases('rights_words')}.*$", re.I)


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
        if len(line.text) < 80 and any(word in line.text for word in _FROM):
            found = _MORE_FROM.search(line.text)
            owner = found["owner"].strip() if found else ""
            if owner and owner[0].isupper() and owner.casefold() not in named and not read_byline(owner):
                return owner
    return None
