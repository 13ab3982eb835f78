"""How long an article takes to read, and how its day is written."""

import math
import re
from functools import cache

from briefing_tui.model.briefing import Briefing

_WORDS_A_MINUTE = 238
"""Silent reading of English non-fiction: Brysbaert, Journal of Memory and Language 109 (2019)."""
_SIGNS_A_MINUTE = 500
"""Chinese and Japanese, which part no words: a round figure in the range of published ones (about 400 to 600)."""
_MONTHS = (
    "January", "February", "March", "April", "May", "June", "July", "August", "September", "October", "November", "December",
)  # fmt: skip
_WORD = re.compile(r"\w\S*")
"""A word in text or in Markdown, whose marks, bars and bullets are none: the library counts the one, the reader the other."""
_DAY = re.compile(r"(\d{4})-(\d\d)-(\d\d)")


@cache
def _sign() -> re.Pattern[str]:
    """A letter of a script that parts no words. Made when it is needed: it takes two milliseconds."""
    return re.compile("[\u3041-\u30ff\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff]")


def reading_minutes(text: str) -> int:
    """Minutes that the text takes a reader, at least 1."""
    return max(1, math.ceil(_minutes(text)))


def _minutes(text: str) -> float:
    signs = 0 if text.isascii() else len(_sign().findall(text))
    words = len(_WORD.findall(_sign().sub(" ", text) if signs else text))
    return words / _WORDS_A_MINUTE + signs / _SIGNS_A_MINUTE


def minutes(briefing: Briefing) -> int:
    """Minutes that the briefing's article takes, as far as the briefing holds it."""
    total = sum(
        _minutes(section.heading or "") + sum(_minutes(paragraph.text) for paragraph in section.paragraphs)
        for section in briefing.sections
    )
    return max(1, math.ceil(total))


def day(published: str) -> str:
    """`2026-03-02` as `2 March 2026`; anything else as it is."""
    match = _DAY.fullmatch(published)
    if match and 1 <= int(match[2]) <= 12:
        return f"{int(match[3])} {_MONTHS[int(match[2]) - 1]} {match[1]}"
    return published
