"""The front matter of a briefing: a line a key, in a fixed order, quoted only where YAML would take a value for another."""

import json
import re
from collections.abc import Iterator, Sequence

from briefing_tui.markdown.front_matter import entry_lines
from briefing_tui.model.briefing import Briefing, Source

_SCALAR = re.compile(r"[^\s\-?:,\[\]{}#&*!|>'\"%@`~<=](?:[^:#]++|:(?=\S)|(?<=\S)#)*+")
_IN_FLOW = re.compile(r"[^\s\-?:,\[\]{}#&*!|>'\"%@`~<=](?:[^:#,\[\]{}]++|:(?=[^\s,\[\]{}])|(?<=\S)#)*+")
_OTHER = re.compile(
    r"(?:true|false|yes|no|on|off|null|y|n)|[-+.]?[\d_]*+(?:\.[\d_]*+)?(?:e[-+]?\d+)?|0[xob][\da-f_]+|\d++(?::\d++)++(?:\.\d*+)?|\d{4}-\d\d?-\d\d?.*",
    re.IGNORECASE,
)


def entry(key: str, value: str | Sequence[str] | Source) -> str:
    """One line of front matter."""
    if isinstance(value, Source):
        pairs = (("name", value.name), ("url", value.url), ("sha256", value.sha256))
        inner = ", ".join(f"{name}: {_scalar(words, _IN_FLOW)}" for name, words in pairs if words)
        return f"{key}: {{{inner}}}"
    if isinstance(value, str):
        is_date = key in ("published", "modified")
        return f"{key}: {value if is_date or key == 'briefing' else _scalar(value, _SCALAR)}"
    return f"{key}: [{', '.join(_scalar(item, _IN_FLOW) for item in value)}]"


def _scalar(words: str, plain: re.Pattern[str]) -> str:
    if words.isprintable() and plain.fullmatch(words) and not words.endswith(":") and not _OTHER.fullmatch(words):
        return words
    return json.dumps(words, ensure_ascii=False)


def entries(briefing: Briefing) -> Iterator[tuple[str, list[str]]]:
    """Every key that the briefing has a value for, with its lines."""
    values: tuple[tuple[str, str | Sequence[str] | Source | None], ...] = (
        ("briefing", "1"),
        ("title", briefing.title),
        ("kicker", briefing.kicker),
        ("lead", briefing.lead),
        ("published", briefing.published),
        ("modified", briefing.modified),
        ("publisher", briefing.publisher),
        ("authors", briefing.authors),
        ("editors", briefing.editors),
        ("dateline", briefing.dateline),
        ("language", briefing.language),
        ("tags", briefing.tags),
        ("article", briefing.article),
        ("source", briefing.source),
    )
    for key, value in values:
        if value:
            yield key, [entry(key, value)]
    for key, raw in briefing.extra:
        yield key, entry_lines(key, raw)
