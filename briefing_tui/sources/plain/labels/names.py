"""Read the names on a line that is likely a byline."""

import re

from briefing_tui.languages.byline_words import NOT_NAMES, ROLES
from briefing_tui.languages.dates import find_dates
from briefing_tui.sources.shared.author_names import read_byline

_CLOCK = re.compile(r"\W*(?:[a-z]{1,4} )?\d{1,2}[:.h]\d\d(?: ?[AaPp]\.?[Mm]\b\.?)?(?: ?(?:Uhr|h|[A-Z]{2,4})\b)?")
_PARTS = re.compile(r"(?:(?<!\s)\s++)?[|•·]\s*")
_SEPARATORS = " |•·,;:–—-"
_LONGEST = 200


def names_on(text: str) -> tuple[str, ...]:
    """Return the names on a line, without its label, its date and the time.

    A date may be before them, or other things behind bars beside them. Names of one word count only behind a label.
    """
    if len(text) > _LONGEST:
        return ()
    half = len(text) // 2
    if half and text[:half] == text[half + 1 :]:
        text = text[:half]
    if found := read_byline(text):
        return found.names
    rest = text
    if dates := find_dates(text):
        behind = text[dates[-1].end :]
        clock = _CLOCK.match(behind)
        rest = behind[clock.end() if clock else 0 :].strip(_SEPARATORS) or text[: dates[0].start].rstrip(_SEPARATORS)
    bylines = [found for part in _PARTS.split(rest) if part and (found := read_byline(part))]
    for byline in sorted(bylines, key=lambda byline: not byline.labelled):
        return byline.names
    forced = read_byline(f"By {rest}") if rest else None
    return tuple(name for name in forced.names if _is_name(name)) if forced else ()


def _is_name(name: str) -> bool:
    """Return whether a name can be a person's: two words or more, none of them a trade's or a page's."""
    words = name.split()
    page = any(word.casefold().strip(".,") in NOT_NAMES or ROLES.search(word) for word in words)
    return len(words) > 1 and not page and not any(map(str.isdigit, name))
