"""The user's line corrections in a content file's front matter.

They are the key `corrections`, with an entry a line, in the order in which they were made:

    corrections:
      - {line: 12, is: heading, words: "Who pays for the bus"}

The hashes in the file's `built` comment are then those of the corrected source. A rebuild reads the corrections from the file
that it merges into.
"""

import json
from collections.abc import Iterator, Sequence
from typing import get_args

from msgspec.structs import replace

from briefing_tui.markdown.front_matter import Value, entry_lines, read_front
from briefing_tui.model.briefing import Briefing
from briefing_tui.model.document import LineCorrection, LineCorrectionKind
from briefing_tui.text.safety import one_line

KEY = "corrections"
MOST = 300
"""The most corrections that are kept, because front matter has a bound."""
KINDS: dict[str, LineCorrectionKind] = {kind: kind for kind in get_args(LineCorrectionKind)}


def read_corrections(briefing: Briefing) -> tuple[LineCorrection, ...]:
    """Return the line corrections in a content file; entries that are none are ignored."""
    raw = dict(briefing.extra).get(KEY)
    if raw is None:
        return ()
    front = read_front(["---", *entry_lines(KEY, raw), "---"])
    value = front.entries[0].value if front.entries else []
    return tuple(_read(value))[:MOST] if isinstance(value, list) else ()


def _read(values: Sequence[Value]) -> Iterator[LineCorrection]:
    for value in values:
        if not isinstance(value, dict):
            continue
        line, words, kind, again = (value.get(key) for key in ("line", "words", "is", "again"))
        if isinstance(words, str) and isinstance(kind, str) and kind in KINDS:
            yield LineCorrection(_number(line), one_line(words), KINDS[kind], _number(again))


def _number(value: Value | None) -> int:
    return int(value) if isinstance(value, str) and value.isascii() and value.isdigit() and len(value) < 10 else 0


def with_corrections(briefing: Briefing, corrections: Sequence[LineCorrection]) -> Briefing:
    """Replace the line corrections of a content file."""
    others = tuple((key, raw) for key, raw in briefing.extra if key != KEY)
    if not corrections:
        return replace(briefing, extra=others)
    raw = "".join(f"\n  - {_entry(correction)}" for correction in corrections[:MOST])
    return replace(briefing, extra=(*others, (KEY, raw)))


def _entry(correction: LineCorrection) -> str:
    again = f", again: {correction.again}" if correction.again else ""
    return f"{{line: {correction.line}, is: {correction.kind}{again}, words: {json.dumps(correction.words, ensure_ascii=False)}}}"
