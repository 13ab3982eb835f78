"""Find the days in a line, and whether it calls them days of updates."""

import re
from datetime import date
from functools import lru_cache
from typing import Literal, NamedTuple

from briefing_tui.languages.time_words import MONTHS
from briefing_tui.languages.words import all_entries, phrases
from briefing_tui.text.late_pattern import late_pattern

DateKind = Literal["published", "updated", ""]

_MONTH = "|".join(sorted(map(re.escape, MONTHS), key=len, reverse=True))
_ORDINAL = "|".join(all_entries("ordinal_endings"))
_BEFORE_MONTH, _BEFORE_YEAR = (
    "|".join(word if word.endswith("'") else f"{word} " for word in all_entries(name)) for name in ("before_month", "before_year")
)
_DATE = late_pattern(
    rf"(?<!\d)(?P<y1>(?:19|20)\d\d)(?P<s1>[-/.])(?P<m1>\d{{1,2}})(?P=s1)(?P<d1>\d{{1,2}})(?!\d)"
    rf"|(?<![\d.])(?P<a2>\d{{1,2}})(?P<s2>[./-])\s?(?P<b2>\d{{1,2}})(?P=s2)\s?(?P<y2>(?:19|20)\d\d)(?!\d)"
    rf"|(?<!\d)(?P<d3>\d{{1,2}})(?:{_ORDINAL}|[.ºª])?[ -](?:{_BEFORE_MONTH})?(?P<m3>{_MONTH})\.?,?[ -](?:{_BEFORE_YEAR})?"
    rf"(?P<y3>(?:19|20)\d\d)(?!\d)"
    rf"|(?:(?<![a-zß-ÿ])|(?<=[a-zß-ÿ])(?=[A-Z]))(?P<m4>{_MONTH})\.? (?P<d4>\d{{1,2}})(?:{_ORDINAL})?(?:,|"
    rf" ,)? (?P<y4>(?:19|20)\d\d)(?!\d)"
    rf"|(?P<y5>(?:19|20)\d\d)年(?P<m5>\d{{1,2}})月(?P<d5>\d{{1,2}})日",
    re.I,
)
_UPDATED = late_pattern(phrases("update_labels", whole_words=True), re.I)
_PUBLISHED = late_pattern(phrases("publication_labels", whole_words=True), re.I)
_DAY_FIRST = late_pattern(rf"{phrases('day_first_words', whole_words=True)}|\d ?h ?\d", re.I)
"""Words of languages that write no month before its day."""
_YEAR = re.compile(r"(?:19|20)\d\d")


class Dated(NamedTuple):
    """A day (YYYY-MM-DD), what its label calls it, and its range in the line."""

    day: str
    kind: DateKind
    start: int
    end: int


def find_dates(text: str, day_first: bool = False) -> tuple[Dated, ...]:
    """Return the days of a line, in its order.

    `04/05/2024` with both readings possible is left out, unless the line has words of a language that writes the day first.

    Args:
        text: The line; one of more than 300 characters has no days.
        day_first: Whether the day is first in any case.
    """
    return () if len(text) > 300 or not _YEAR.search(text) else _found(text, day_first)


@lru_cache(maxsize=256)
def _found(text: str, day_first: bool) -> tuple[Dated, ...]:
    found: list[Dated] = []
    label_from = 0
    for match in _DATE.finditer(text):
        day = _day(match, text, day_first)
        if day:
            label = text[max(label_from, match.start() - 40) : match.start()]
            found.append(Dated(day, _kind(label, first=not found), match.start(), match.end()))
        label_from = match.end()
    return tuple(found)


def _kind(label: str, first: bool) -> DateKind:
    updated = _last(_UPDATED, label)
    published = _last(_PUBLISHED, label)
    if updated > published:
        return "updated"
    if published >= 0:
        return "published"
    return "" if first else "updated"


def _last(pattern: re.Pattern[str], text: str) -> int:
    position = -1
    for match in pattern.finditer(text):
        position = match.start()
    return position


def _day(match: re.Match[str], line: str, day_first: bool) -> str | None:
    part = match.groupdict()
    if part["y1"]:
        year, month, day = int(part["y1"]), int(part["m1"]), int(part["d1"])
    elif part["y2"]:
        year, a, b = int(part["y2"]), int(part["a2"]), int(part["b2"])
        if part["s2"] != "/":
            day, month = (a, b) if b <= 12 else (b, a)
        elif a > 12 or (day_first and b <= 12):
            day, month = a, b
        elif b > 12:
            day, month = b, a
        elif a == b or _DAY_FIRST.search(line):
            day, month = a, b
        else:
            return None
    elif part["y3"]:
        year, month, day = int(part["y3"]), MONTHS[part["m3"].lower()], int(part["d3"])
    elif part["y4"]:
        year, month, day = int(part["y4"]), MONTHS[part["m4"].lower()], int(part["d4"])
    else:
        year, month, day = int(part["y5"]), int(part["m5"]), int(part["d5"])
    try:
        return date(year, month, day).isoformat()
    except ValueError:
        return None
