"""The properties of an exported file: its YAML front matter, as Obsidian shows it."""

import json
import re

from briefing_tui.export.article_facts import fact_text
from briefing_tui.export.bundle import Bundle
from briefing_tui.markdown.front_matter import read_front
from briefing_tui.model.typed_text import note_tag

OWNER = "briefing"
"""The property that holds the briefing's id, by which its file is found."""
ALL = "all"
"""The value of `OWNER` in a file with the notes of several briefings."""
_PLAIN = re.compile(r"(?!(?:true|false|yes|no|on|off|null|y|n)\Z)[^\W\d_][\w .,()’“”–/-]*(?<! )", re.IGNORECASE)
_DAY = re.compile(r"\d{4}-\d\d-\d\d")
_ADDRESS = re.compile(r"https?://[\w./~?=&+%-]*[\w/]")


def properties(bundle: Bundle) -> dict[str, str | list[str]]:
    """Return the properties of a briefing's file, without empty ones."""
    briefing = bundle.briefing
    tags = (note_tag(tag) for tag in briefing.tags) if briefing else ()
    known: dict[str, str | list[str]] = {
        "title": bundle.title,
        "aliases": [bundle.title],
        "tags": list(dict.fromkeys(filter(None, (OWNER, *tags)))),
        "authors": list(bundle.authors),
        "publisher": fact_text(bundle.facts, "publisher"),
        "date": fact_text(bundle.facts, "published"),
        "updated": fact_text(bundle.facts, "updated"),
        "url": bundle.url,
        OWNER: bundle.id,
    }
    return {key: value for key, value in known.items() if value}


def front_matter(known: dict[str, str | list[str]]) -> str:
    """Write properties as front matter, with an empty line below."""
    return "\n".join(["---", *(line for key, value in known.items() for line in _lines(key, value)), "---", "", ""])


def _lines(key: str, value: str | list[str]) -> list[str]:
    if isinstance(value, str):
        return [f"{key}: {value if key in ('date', 'updated') and _DAY.fullmatch(value) else _scalar(value)}"]
    return [f"{key}:", *(f"  - {_scalar(one)}" for one in value)]


def _scalar(value: str) -> str:
    """Write a text; one that YAML might take for something else, or Templater for a command, is in quotation marks."""
    if _PLAIN.fullmatch(value) or _ADDRESS.fullmatch(value):
        return value
    return json.dumps(value, ensure_ascii=False).replace("<%", "\\u003c%").replace("\x7f", "\\u007f")


def owner(text: str) -> str:
    """Return the id of the briefing that a file says it is of.

    It is ALL for several, and empty if the file says nothing.
    """
    if not text.startswith("---"):
        return ""
    entry = read_front(text.replace("\r\n", "\n").split("\n")).entry(OWNER)
    is_content_file = entry is not None and entry.raw == "1"
    return entry.value if entry is not None and isinstance(entry.value, str) and not is_content_file else ""


def with_missing(lines: list[str], known: dict[str, str | list[str]]) -> list[str]:
    """Return a file's lines with the properties that its front matter lacks; nothing else changes."""
    front = read_front(lines)
    if not front.is_read:
        return lines
    close = front.end - 1
    missing = {key: value for key, value in known.items() if front.entry(key) is None}
    return [*lines[:close], *(line for key, value in missing.items() for line in _lines(key, value)), *lines[close:]]


def with_owner(lines: list[str], briefing_id: str) -> list[str]:
    """Return a file's lines with another briefing as its owner, if it has one."""
    entry = read_front(lines).entry(OWNER)
    return lines if entry is None else [*lines[: entry.start], *_lines(OWNER, briefing_id), *lines[entry.end :]]
