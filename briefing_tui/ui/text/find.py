"""Words found in texts: smart case, straight and curly marks alike, any white space for a space."""

import re
from collections.abc import Iterable, Iterator

from briefing_tui.anchoring.anchors import fold


def pattern(words: str) -> re.Pattern[str] | None:
    """What to search folded text for, None for nothing: capitals count only when some are typed."""
    folded = fold(words).strip()
    if not folded:
        return None
    flags = re.IGNORECASE if folded == folded.lower() else 0
    return re.compile(r"\s+".join(re.escape(word) for word in folded.split()), flags)


def hits(words: str, texts: Iterable[str]) -> Iterator[tuple[int, int, int]]:
    """Every hit as (index of the text, start, end), in order."""
    sought = pattern(words)
    if sought is None:
        return
    for index, text in enumerate(texts):
        for match in sought.finditer(fold(text)):
            yield index, match.start(), match.end()
