"""Write days and times for people: `2 March 2026`, `2 March 2026, 10:11 UTC`."""

import re
from functools import lru_cache

from briefing_tui.presentation.conventions import ENGLISH, conventions
from briefing_tui.text.late_pattern import late_pattern

_MONTHS = ENGLISH.months
_DAY = late_pattern(r"(\d{4})-(\d\d)-(\d\d)")
_MOMENT = late_pattern(r"([12]?[1-9]|[123]0|31) (\w+) (\d{4}), ((?:[01]\d|2[0-3]):[0-5]\d) UTC", re.ASCII)


def day(published: str, language: str | None = None) -> str:
    """Write an ISO 8601 date as `2 March 2026`, or as another language does.

    Any other text stays as it is.
    """
    match = _DAY.fullmatch(published)
    if match and 1 <= int(match[2]) <= 12:
        written = conventions(language)
        return written.date_form.format(day=int(match[3]), month=written.months[int(match[2]) - 1], year=match[1])
    return published


@lru_cache(maxsize=1024)
def short_day(published: str) -> str:
    """Write an ISO 8601 date as `2 Mar 2026`; return any other text unchanged."""
    written = day(published)
    parts = written.split(" ")
    return f"{parts[0]} {parts[1][:3]} {parts[2]}" if written != published else published


def moment(time: str) -> str:
    """Write a note's time, ISO 8601 in UTC, as `2 March 2026, 10:11 UTC`."""
    return f"{day(time[:10])}, {time[11:16]} UTC"


def moment_read(text: str) -> str:
    """Return a time that `moment` wrote as notes hold it, to the minute.

    Any other text gives an empty one.
    """
    match = _MOMENT.fullmatch(text)
    if match is None or match[2] not in _MONTHS:
        return ""
    return f"{match[3]}-{_MONTHS.index(match[2]) + 1:02}-{int(match[1]):02}T{match[4]}:00.000Z"
