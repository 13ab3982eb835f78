"""Write front matter: a line per key, in a fixed order.

Values are quoted only if YAML would read them as something else.
"""

import json
import re
from collections.abc import Callable, Iterator
from typing import Any

from briefing_tui.contentfile.read.front_matter_values import VERSION
from briefing_tui.markdown.front_matter import entry_lines
from briefing_tui.model.briefing import Briefing, Source
from briefing_tui.model.fields import FIELDS, VERSION_KEY

_SCALAR = re.compile(r"[^\s\-?:,\[\]{}#&*!|>'\"%@`~<=](?:[^:#]++|:(?=\S)|(?<=\S)#)*+")
_IN_FLOW = re.compile(r"[^\s\-?:,\[\]{}#&*!|>'\"%@`~<=](?:[^:#,\[\]{}]++|:(?=[^\s,\[\]{}])|(?<=\S)#)*+")
_OTHER = re.compile(
    r"(?:true|false|yes|no|on|off|null|y|n)|[-+.]?[\d_]*+(?:\.[\d_]*+)?(?:e[-+]?\d+)?|0[xob][\da-f_]+|\d++(?::\d++)++(?:\.\d*+)?|\d{4}-\d\d?-\d\d?.*",
    re.IGNORECASE,
)


def _scalar(words: str, plain: re.Pattern[str]) -> str:
    if words.isprintable() and plain.fullmatch(words) and not words.endswith(":") and not _OTHER.fullmatch(words):
        return words
    return json.dumps(words, ensure_ascii=False)


def _source(source: Source) -> str:
    pairs = ((name, getattr(source, name)) for name in Source.__struct_fields__)
    return f"{{{', '.join(f'{name}: {_scalar(words, _IN_FLOW)}' for name, words in pairs if words)}}}"


_YAML: dict[str, Callable[[Any], str]] = {
    "text": lambda words: _scalar(words, _SCALAR),
    "list": lambda found: f"[{', '.join(_scalar(words, _IN_FLOW) for words in found)}]",
    "day": str,
    "language": lambda tag: _scalar(tag, _SCALAR),
    "article": str,
    "source": _source,
}
"""The YAML of a field's value, by the field's type."""


def front_matter_lines(briefing: Briefing) -> Iterator[tuple[str, list[str]]]:
    """Yield every key that the briefing has a value for, with its lines."""
    yield VERSION_KEY, [f"{VERSION_KEY}: {VERSION}"]
    for field in FIELDS:
        if value := getattr(briefing, field.key):
            yield field.key, [f"{field.key}: {_YAML[field.type](value)}"]
    for key, raw in briefing.extra:
        yield key, entry_lines(key, raw)
