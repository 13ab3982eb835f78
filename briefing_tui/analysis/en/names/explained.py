"""Find names by the initials that follow them in brackets.

The initials show where a name begins, also one of everyday words: `Save The Quay (STQ)`.
"""

import re
from collections.abc import Sequence

from briefing_tui.analysis.en.names.runs import Word
from briefing_tui.analysis.en.names.shapes import is_acronym
from briefing_tui.analysis.en.names.splitting import Candidate, make_candidate
from briefing_tui.languages.english_names import PLACES

_INITIALS = re.compile(r" \((?P<initials>[A-Z][A-Za-z]{1,7})\)")
_SMALL = frozenset(("of", "the", "and", "for", "in", "on", "to", "&"))
_WORD = re.compile(r"[\w’'&-]+")
_FARTHEST = 90
_FEWEST = 3


def with_explained(text: str, runs: Sequence[Sequence[Word]], found: list[Candidate]) -> list[Candidate]:
    """Return the candidates with those that bracketed initials explain in place of their parts.

    Args:
        text: The text.
        runs: Its runs of capitalised words.
        found: The candidates of these runs, in order.
    """
    for match in _INITIALS.finditer(text):
        initials = match["initials"]
        if len(initials) < _FEWEST or not is_acronym(initials.upper()):
            continue
        start = _start_of_name(text, match.start(), initials)
        if start is None:
            continue
        end = match.start()
        words = [word for run in runs for word in run if start <= word.start and word.end <= end]
        if not words or text[start:end] in PLACES or any(one.start <= start and one.end >= end for one in found):
            continue
        name = make_candidate(text, words, "organization")
        others = [one for one in found if one.end <= name.start or one.start >= name.end]
        found = sorted([*others, name], key=lambda one: one.start)
    return found


def _start_of_name(text: str, end: int, initials: str) -> int | None:
    """Return where the words begin whose first letters are the initials; None if none are.

    Small words may have a letter or not: `National Tide and Wave Agency (NTWA)`.
    """
    words = list(_WORD.finditer(text, max(0, end - _FARTHEST), end))
    if words and words[-1].end() != end:
        return None
    letters = list(initials.lower())
    start = None
    for match in reversed(words):
        if not letters:
            break
        word = match[0]
        if word[0].lower() == letters[-1] and (word[0].isupper() or word in _SMALL):
            letters.pop()
            start = match.start()
        elif word not in _SMALL:
            return None
    is_named = start is not None and text[start].isupper()
    return start if is_named and not letters else None
