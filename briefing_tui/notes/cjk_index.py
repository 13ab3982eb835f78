"""Index characters that SQLite's index of words ignores.

These are scripts without spaces, such as Chinese and Thai, and characters that are no letters, such as arrows. They are
indexed by pairs of neighbours, each pair as one word.
"""

import re
from collections.abc import Iterable

from briefing_tui.text.late_pattern import late_pattern
from briefing_tui.text.scripts import UNSPACED

_RUN = late_pattern(rf"(?:[^\w\s]|[_{UNSPACED}])++")


def is_indexed(word: str) -> bool:
    """Return whether a typed word is searched by its pairs of characters.

    It is if it has no letters or is in a script without spaces.
    """
    return re.search(f"[{UNSPACED}]", word) is not None or re.search(r"[^\W_]", word) is None


def index_of(texts: Iterable[str]) -> str:
    """Return the words under which texts are indexed.

    There is one for each pair of neighbouring characters; the last character of a run is indexed alone too.
    """
    pairs = {run[at : at + 2] for text in texts for run in _RUN.findall(text) for at in range(len(run))}
    return " ".join(sorted(map(_word, pairs)))


def search_terms(word: str) -> list[str]:
    """Return the terms that find the texts that may contain a word.

    Such texts have all pairs of the word, but perhaps not next to each other.
    """
    found = []
    for run in _RUN.findall(word):
        found += [f'"{_word(run)}"*'] if len(run) == 1 else [f'"{_word(run[at : at + 2])}"' for at in range(len(run) - 1)]
    return found


def _word(pair: str) -> str:
    """Return the word of letters and digits that stands for a pair, or for the beginning of one."""
    return "".join(f"{ord(sign):06x}" for sign in pair)
