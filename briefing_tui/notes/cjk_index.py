"""Signs as the index takes them: what has no words apart, as in Chinese or Thai, or is no letter at all, as an arrow.

The engine's index knows words only. What stands between them is indexed by its pairs of neighbours, each pair as one word.
"""

import re
from collections.abc import Iterable
from functools import cache

_NO_SPACES = "\u0e00-\u0eff\u1000-\u109f\u1780-\u17ff\u3040-\u30ff\u3400-\u9fff\uf900-\ufaff\U00020000-\U0003ffff"


@cache
def _run() -> re.Pattern[str]:
    # Made when it is first needed: a reader that only lists notes does not wait for it.
    return re.compile(rf"(?:[^\w\s]|[_{_NO_SPACES}])++")


def is_looked_for(word: str) -> bool:
    """Whether a word, as typed, is to be found by its signs: it has no letters, or is of a script without spaces."""
    return re.search(f"[{_NO_SPACES}]", word) is not None or re.search(r"[^\W_]", word) is None


def index_of(texts: Iterable[str]) -> str:
    """The words under which the signs of some texts are indexed: each with the one behind it, the last of a run alone."""
    pairs = {run[at : at + 2] for text in texts for run in _run().findall(text) for at in range(len(run))}
    return " ".join(sorted(map(_word, pairs)))


def asked(word: str) -> list[str]:
    """What to ask the index for, to find the texts that may hold a word. They have all its pairs, perhaps apart."""
    found = []
    for run in _run().findall(word):
        found += [f'"{_word(run)}"*'] if len(run) == 1 else [f'"{_word(run[at : at + 2])}"' for at in range(len(run) - 1)]
    return found


def _word(pair: str) -> str:
    """A word of letters and digits, of which a pair's begins with its first sign's."""
    return "".join(f"{ord(sign):06x}" for sign in pair)
