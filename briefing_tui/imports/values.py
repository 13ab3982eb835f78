"""Read the values of other tools: times, tags, words."""

import ast
import json
import re
from collections.abc import Iterable
from html import unescape
from typing import Any

from briefing_tui.markdown import inline
from briefing_tui.model.note import COLOURS, LONGEST_TAG, Colour
from briefing_tui.model.reading import Status, after_reading
from briefing_tui.text.safety import one_line

_SECONDS = re.compile(r"\d{1,14}(?:\.\d{1,9})?")
_MILLISECONDS = 100_000_000_000
"""From this number on it is milliseconds: as seconds it would be the year 5138."""
_IMAGE = re.compile(r"!?\[[^\[\]]*\]\([^()\s]*\)")
_BREAK = re.compile(r"</(?:p|div|li|h\d|blockquote)>|<br\s*/?>", re.IGNORECASE)
_TAG = re.compile(r"<[^<>]*>")
_LATEST = 253_402_300_799
"""The last second of the year 9999."""


def text_of(value: Any) -> str:
    """Return a text, or a number as one; nothing for anything else."""
    if isinstance(value, str):
        return _without_halves(value)
    return str(value) if isinstance(value, int | float) and not isinstance(value, bool) else ""


def _without_halves(text: str) -> str:
    """Return a text without halves of characters, as JSON can have in escapes, and no file or database."""
    try:
        text.encode()
    except UnicodeEncodeError:
        return text.encode("utf-16-le", "surrogatepass").decode("utf-16-le", "replace")
    return text


def time_of(value: Any) -> str:
    """Return a time in UTC as notes hold it.

    It is given in ISO 8601, or in seconds or milliseconds since 1970; the result is empty if it is neither.
    """
    from datetime import UTC, datetime

    text = text_of(value).strip()
    try:
        if _SECONDS.fullmatch(text):
            number = float(text)
            seconds = number / 1000 if number >= _MILLISECONDS else number
            given = datetime.fromtimestamp(seconds, UTC) if 0 < seconds <= _LATEST else None
        else:
            given = datetime.fromisoformat(_plain_zone(text)) if text else None
        if given is None:
            return ""
        utc = given.replace(tzinfo=UTC) if given.tzinfo is None else given.astimezone(UTC)
        return utc.isoformat(timespec="milliseconds").replace("+00:00", "Z")
    except (ValueError, OverflowError, OSError):
        return ""


def _plain_zone(text: str) -> str:
    """Return a time whose zone is written as Python reads it: `+0200` and ` UTC` are common in exports."""
    text = text.removesuffix(" UTC")
    return f"{text[:-2]}:{text[-2:]}" if re.search(r"\d[+-]\d{4}$", text[-6:]) and "T" in text else text


def day_of(value: Any) -> str:
    """Return the day of a time, year-month-day; empty if there is none."""
    return time_of(value)[:10]


def tags_of(values: Any) -> tuple[str, ...]:
    """Return tags from a list of names, or of objects with a name.

    Too long ones, and what is no tag, are left out.
    """
    found = []
    for value in values if isinstance(values, list | tuple) else ():
        name = next((value[key] for key in ("name", "label", "tag") if value.get(key)), "") if isinstance(value, dict) else value
        clean = one_line(text_of(name)).lstrip("#").strip()
        if clean and len(clean) <= LONGEST_TAG:
            found.append(clean)
    return tuple(dict.fromkeys(found))


def listed(text: str) -> list[str]:
    """Return the tags in a cell.

    It holds a list as Python or JSON writes it, or tags between commas.
    """
    text = text.strip()
    if text.startswith("[") and len(text) < 10_000:
        for read in (json.loads, ast.literal_eval):
            try:
                found = read(text)
            except (ValueError, SyntaxError, RecursionError, MemoryError):
                continue
            return [text_of(one) for one in found] if isinstance(found, list) else []
    return text.split(",")


def status_at(progress: Any, whole: float) -> Status:
    """Return the status for how far an article was read.

    `whole` is the progress at its end.
    """
    try:
        share = float(text_of(progress) or 0) / whole
    except ValueError:
        return "unread"
    return after_reading("reading" if share > 0 else "unread", share)


def without_markdown(text: str) -> str:
    """Return the words of a highlight that is Markdown.

    Each paragraph is a line.
    """
    return "\n".join(filter(None, (_IMAGE.sub("", inline.plain(line)).strip() for line in text.splitlines())))


def without_tags(html: str) -> str:
    """Return the words of a note that may be HTML."""
    if "<" not in html:
        return html.strip()
    text = unescape(_TAG.sub("", _BREAK.sub("\n", html)))
    return re.sub(r"\n\s*\n+", "\n\n", text).strip()


def names_of(text: str) -> tuple[str, ...]:
    """Return the authors that a text names."""
    name = one_line(text).strip()
    return (name,) if name else ()


def colour_of(value: Any) -> Colour | None:
    """Return a colour that notes have; yellow for another one, as a highlight has one."""
    name = text_of(value).strip().lower()
    return next((colour for colour in COLOURS if colour == name), "yellow")


def dicts(values: Any) -> Iterable[dict[str, Any]]:
    """Yield the objects of a list; nothing for anything else."""
    return (value for value in values if isinstance(value, dict)) if isinstance(values, list) else ()
