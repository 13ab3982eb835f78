"""Read the values of front-matter fields, and report those that are wrong."""

import re
from collections.abc import Callable
from datetime import date
from typing import Any

from briefing_tui.contentfile.read.raw_items import Report
from briefing_tui.markdown.front_matter import FrontMatter, Value
from briefing_tui.markdown.inline import clean
from briefing_tui.model.briefing import ArticleKind, Source
from briefing_tui.model.fields import FIELDS, VERSION_KEY
from briefing_tui.text.late_pattern import late_pattern

VERSION = "1"

_LANGUAGE = late_pattern(r"[A-Za-z]{2,3}(?:-[A-Za-z0-9]{1,8}+)*+|[A-Za-z]{4,8}|[xi](?:-[A-Za-z0-9]{1,8}+)++")


def is_language(tag: str) -> bool:
    """Say whether a tag has the form of a language tag.

    The form is that of BCP 47 (RFC 5646, section 2.1).
    """
    return _LANGUAGE.fullmatch(tag) is not None


def read_version(front: FrontMatter, report: Report) -> None:
    """Report front matter that is missing or of another version of the format."""
    if not front.is_present:
        report(0, "no front matter", "begin the file with `---`, `briefing: 1`, `title: …` and `---`")
        return
    entry = front.entry(VERSION_KEY)
    if entry is None and front.is_read:
        report(0, "the front matter has no `briefing: 1`", "add it as the first key")
    elif entry and entry.value != VERSION:
        report(entry.start, f"`briefing: {entry.raw}` is a version this program does not know", "write `briefing: 1`")


def read_values(front: FrontMatter, report: Report) -> dict[str, Any]:
    """Return the value of every field by its key.

    Fields that are missing or wrong have their empty value.
    """
    return {field.key: _READERS[field.type](front, field.key, report) for field in FIELDS}


def _text(front: FrontMatter, key: str, report: Report) -> str | None:
    entry = front.entry(key)
    if entry is None:
        return None
    if not isinstance(entry.value, str):
        report(entry.start, f"`{key}` holds more than words", f"write `{key}: words`")
        return None
    return clean(entry.value) or None


def _list(front: FrontMatter, key: str, report: Report) -> tuple[str, ...]:
    entry = front.entry(key)
    if entry is None:
        return ()
    if isinstance(entry.value, str):
        return (clean(entry.value),) if clean(entry.value) else ()
    if isinstance(entry.value, list) and all(isinstance(item, str) for item in entry.value):
        return tuple(words for item in entry.value if (words := clean(str(item))))
    report(entry.start, f"`{key}` is not a list of words", f"write `{key}: [one, two]`")
    return ()


def _day(front: FrontMatter, key: str, report: Report) -> str | None:
    written, entry = _text(front, key, report), front.entry(key)
    if not written or entry is None:
        return None
    try:
        return date.fromisoformat(written[:10] if re.match(r"\d{4}-\d\d-\d\d[T ]", written) else written).isoformat()
    except ValueError:
        report(entry.start, f"`{key}: {written}` is not a date", "write year, month and day as in 2026-03-02")
        return None


def _language(front: FrontMatter, key: str, report: Report) -> str | None:
    written, entry = _text(front, key, report), front.entry(key)
    if not written or entry is None or is_language(written):
        return written
    report(entry.start, f"`{key}: {written}` is not a language tag", "write a tag as in `en`, `de` or `pt-BR`")
    return None


def _article(front: FrontMatter, key: str, report: Report) -> ArticleKind:
    written, entry = _text(front, key, report), front.entry(key)
    if written == "digest":
        return "digest"
    if entry and written != "full":
        what, do = f"`{key}: {written or ''}` is neither full nor digest", f"write `{key}: full` or `{key}: digest`"
        report(entry.start, what, do)
    return "full"


def _source(front: FrontMatter, key: str, report: Report) -> Source | None:
    entry = front.entry(key)
    if entry is None or entry.value in ("", {}):
        return None
    do = f"write `{key}: {{name: file.txt, url: https://…, sha256: …}}`"
    value = entry.value
    if isinstance(value, str):
        return Source(clean(value))
    if not isinstance(value, dict) or not all(isinstance(item, str) for item in value.values()):
        report(entry.start, f"`{key}` is not a name, an address and a SHA-256", do)
        return None
    for name in value:
        if name not in Source.__struct_fields__:
            report(entry.start, f"`{key}` has an unknown key `{name}`", do)
    digest = _scalar(value, "sha256").lower()
    if digest and not re.fullmatch(r"[0-9a-f]{64}", digest):
        report(entry.start, f"the `sha256` of `{key}` is not 64 hexadecimal digits", "copy it from `sha256sum FILE`")
        digest = ""
    source = Source(_scalar(value, "name"), _scalar(value, "url") or None, digest)
    return source if source != Source("") else None


def _scalar(value: dict[str, Value], key: str) -> str:
    found = value.get(key, "")
    return clean(found) if isinstance(found, str) else ""


_READERS: dict[str, Callable[[FrontMatter, str, Report], Any]] = {
    "text": _text,
    "list": _list,
    "day": _day,
    "language": _language,
    "article": _article,
    "source": _source,
}
