"""The dateline that opens a story, `PORTOLAN, Conn., Sept. 26 (AP) — `: where its first sentence begins."""

import re

_DATELINE = re.compile(
    r"[A-ZÀ-Þ]{2}[A-ZÀ-Þ.'’-]*+(?:[ /][A-ZÀ-Þ][A-ZÀ-Þ.'’-]*+){0,4}(?:, [A-Z][\w.]{0,20}(?: [A-Z][\w.]{1,20})?){0,2}(?: \d{1,2})?"
    r"(?: ?\([^)\n]{2,30}\))?(?: ?[—–] ?| --? |: (?=[A-ZÀ-Þ“\"]))"
)


def dateline_length(text: str) -> int:
    """How many characters of a paragraph are its dateline with the dash or colon behind it; 0 where it has none."""
    match = _DATELINE.match(text[:120])
    return match.end() if match else 0
