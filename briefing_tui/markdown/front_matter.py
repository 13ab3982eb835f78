"""Front matter: YAML with every scalar a string, and each entry's lines.

Nothing in it can grow, loop or raise. Common lines, `key: words` and `key: [a, b]`, are read here; all else by PyYAML's events,
which are imported only then.
"""

import re
from collections.abc import Iterator, Sequence
from typing import Any

from msgspec import Struct, field

from briefing_tui.model.briefing import Problem
from briefing_tui.text.late_pattern import late_pattern

LARGEST = 65_536
"""The most characters of front matter that are read."""
_DEEPEST = 20
_TOO_DEEP = "the front matter is nested too deeply"

_NAME = re.compile(r"[A-Za-z_][\w-]*", re.ASCII)

Value = str | list["Value"] | dict[str, "Value"]


class FrontMatterEntry(Struct):
    """A key of the front matter and its value.

    `raw` is the YAML of the value as written; `start` and `end` are its lines (from 0, the end exclusive).
    """

    key: str
    value: Value
    raw: str
    start: int
    end: int


class FrontMatter(Struct):
    """The front matter of a file; `end` is the line after it.

    It may be present (`is_present`) and yet not be read (`is_read`), because of a mistake in it.
    """

    entries: list[FrontMatterEntry] = field(default_factory=list)
    problems: list[Problem] = field(default_factory=list)
    is_present: bool = False
    is_read: bool = False
    end: int = 0

    def entry(self, key: str) -> FrontMatterEntry | None:
        """Return the first entry with that key."""
        return next((entry for entry in self.entries if entry.key == key), None)


class _Refused(Exception):  # noqa: N818
    """The front matter holds something that is not read: what, and what to do."""

    def __init__(self, line: int, what: str, do: str) -> None:
        super().__init__(what)
        self.problem = Problem(line, what, do)


def read_front(lines: Sequence[str]) -> FrontMatter:
    """Read the front matter at the start of a file's lines.

    It is empty if there is none. Never raises; mistakes are in `problems`.
    """
    front = FrontMatter()
    if not lines or lines[0].rstrip(" \t") != "---":
        return front
    front.is_present = True
    close = next((at for at, line in enumerate(lines[1:], 1) if line.rstrip(" \t") in ("---", "...")), None)
    if close is None:
        last = (at for at, line in enumerate(lines[1:], 1) if not line.strip() or line.startswith("#"))
        close = next(last, len(lines))
        front.problems.append(Problem(1, "the front matter is not closed", "put a line `---` after its last key"))
        front.end = close
    else:
        front.end = close + 1
    body = lines[1:close]
    if sum(map(len, body)) > LARGEST:
        what = f"the front matter is larger than {LARGEST // 1024} KiB and was not read"
        front.problems.append(Problem(1, what, "move what is not about the article out of it"))
        return front
    entries = _plain_entries(body)
    if entries is None:
        try:
            entries = list(_yaml_entries("\n".join(body) + "\n"))
        except _Refused as refused:
            front.problems.append(refused.problem)
            return front
    front.is_read = True
    front.entries = list(_without_doubles(entries, front.problems))
    return front


def entry_lines(key: str, raw: str) -> list[str]:
    """Write a key and its value's YAML, as in `FrontMatterEntry.raw`, as lines of front matter."""
    name = key if _NAME.fullmatch(key) else _quoted(key)
    return f"{name}:{raw if raw.startswith(chr(10)) or not raw else ' ' + raw}".split("\n")


def _quoted(key: str) -> str:
    import json  # for unusual keys only

    return json.dumps(key, ensure_ascii=False)


def _without_doubles(entries: list[FrontMatterEntry], problems: list[Problem]) -> Iterator[FrontMatterEntry]:
    seen: set[str] = set()
    for entry in entries:
        if entry.key in seen:
            what = f"the front matter has `{entry.key}` twice, and the first counts"
            problems.append(Problem(entry.start + 1, what, "remove one of them"))
        else:
            seen.add(entry.key)
            yield entry


_KEY = re.compile(r"([A-Za-z_][A-Za-z0-9_-]*):(?:[ \t]+(.*))?$")
_WORDS = r"[^\s\-?:,\[\]{}#&*!|>'\"%@`~<=](?:[^:#,\[\]{}\t]++|:(?=[^\s,\[\]{}])|(?<=\S)#)*+"
_LOOSE = re.compile(r"[^\s\-?:,\[\]{}#&*!|>'\"%@`~<=](?:[^:#\t]++|:(?=\S)|(?<=\S)#)*+")
_LIST = late_pattern(rf"\[\s*+(?:{_WORDS}(?:,\s*+{_WORDS})*+)?\s*+\]")
_PAIR = rf"[A-Za-z_][A-Za-z0-9_-]*+:\s++{_WORDS}"
_MAP = late_pattern(rf"\{{\s*+{_PAIR}(?:,\s*+{_PAIR})*+\s*+\}}")


def _plain_entries(body: Sequence[str]) -> list[FrontMatterEntry] | None:
    """Return the entries of front matter with common lines only, None if it needs a parser."""
    entries = []
    for at, line in enumerate(body, 1):
        if not line.isprintable() or line.startswith((" ", "-")):
            return None
        match = _KEY.match(line.rstrip(" "))
        if not match:
            return None
        raw = (match[2] or "").strip(" ")
        value = _plain_value(raw)
        if value is None:
            return None
        entries.append(FrontMatterEntry(match[1], value, raw, at, at + 1))
    return entries


def _plain_value(raw: str) -> Value | None:
    if not raw or _LOOSE.fullmatch(raw):
        return raw
    if len(raw) > 2_000:
        return None
    if _LIST.fullmatch(raw):
        return [item.strip() for item in raw[1:-1].split(",")] if raw[1:-1].strip() else []
    if _MAP.fullmatch(raw):
        pairs = (pair.split(":", 1) for pair in raw[1:-1].split(","))
        values: dict[str, Value] = {key.strip(): value.strip() for key, value in pairs}
        return values
    return None


def _yaml_entries(source: str) -> Iterator[FrontMatterEntry]:
    """Yield the entries of any YAML mapping.

    Raises `_Refused` for aliases, for nesting that is too deep, and for what is no mapping or no YAML.
    """
    import yaml

    loader: Any = getattr(yaml, "CBaseLoader", yaml.BaseLoader)
    try:
        yield from _entries(yaml.parse(source, Loader=loader), source)
    except yaml.YAMLError as error:
        mark = getattr(error, "problem_mark", None)
        what = getattr(error, "problem", None) or "it is no YAML"
        line = min(mark.line, source.count("\n") - 1) + 2 if mark else 1
        if "nesting depth" in what:  # PyYAML's own bound, which endless brackets reach before ours
            raise _Refused(line, _TOO_DEEP, "keep it flat") from None
        do = "write `key: value` lines, with values in quotation marks where they hold `: ` or ` #`"
        raise _Refused(line, f"the front matter was not read: {what}", do) from None


def _entries(events: Iterator[Any], source: str) -> Iterator[FrontMatterEntry]:
    for event in events:
        name = type(event).__name__
        if name == "MappingStartEvent":
            break
        if name in ("StreamStartEvent", "DocumentStartEvent"):
            continue
        if name == "StreamEndEvent":
            return
        if name == "ScalarEvent" and not event.value:
            return
        raise _Refused(2, "the front matter is not a mapping", "write `key: value` lines")
    while type(event := next(events)).__name__ != "MappingEndEvent":
        key = _value(event, events, 0)
        first = event.start_mark
        if not isinstance(key, str):
            raise _Refused(first.line + 2, "the front matter has a key that is not a word", "write `key: value` lines")
        opening = next(events)
        value = _value(opening, events, 0)
        raw = _raw(opening, source)
        yield FrontMatterEntry(key, value, raw, first.line + 1, _last_line(opening, raw) + 2)
    for event in events:
        if type(event).__name__ == "DocumentStartEvent":
            raise _Refused(event.start_mark.line + 2, "the front matter holds a second document", "remove it")


def _value(event: Any, events: Iterator[Any], depth: int) -> Value:
    name = type(event).__name__
    if name == "AliasEvent" or event.anchor is not None:
        raise _Refused(event.start_mark.line + 2, "the front matter uses YAML aliases", "write the value out")
    if depth > _DEEPEST:
        raise _Refused(event.start_mark.line + 2, _TOO_DEEP, "keep it flat")
    if name == "ScalarEvent":
        event.last = event.end_mark
        return str(event.value)
    if name == "SequenceStartEvent":
        items: list[Value] = []
        while type(inner := next(events)).__name__ != "SequenceEndEvent":
            items.append(_value(inner, events, depth + 1))
        event.last = inner.end_mark
        return items
    pairs: dict[str, Value] = {}
    while type(inner := next(events)).__name__ != "MappingEndEvent":
        key = _value(inner, events, depth + 1)
        value = _value(next(events), events, depth + 1)
        if isinstance(key, str):
            pairs.setdefault(key, value)
    event.last = inner.end_mark
    return pairs


def _raw(event: Any, source: str) -> str:
    """Return the YAML of a value as written; a block below its key starts with the line break before it."""
    start, end = event.start_mark, event.last
    raw = source[start.index : end.index].rstrip()
    is_block = type(event).__name__ in ("SequenceStartEvent", "MappingStartEvent") and raw[:1] not in ("[", "{")
    if is_block:
        lines = raw.split("\n")
        while lines and (not lines[-1].strip() or lines[-1].lstrip().startswith("#")):
            lines.pop()
        raw = "\n" + " " * int(start.column) + "\n".join(lines)
    return raw


def _last_line(event: Any, raw: str) -> int:
    return int(event.start_mark.line) + raw.lstrip("\n").count("\n")
