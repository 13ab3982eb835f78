"""Runs of words by which altered quotes are found.

Of the runs of three words of a quote, those are kept whose checksum is the smallest among six neighbours (winnowing:
Schleimer, Wilkerson, Aiken, 2003). Whatever shares eight words in a row with a quote, shares one of them. What is looked up uses
all of its runs.
"""

from collections.abc import Sequence
from zlib import crc32

RUN = 3
"""Words in a run."""
_NEIGHBOURS = 6


def runs_of(words: Sequence[str]) -> list[str]:
    """Return the checksum of each run of three of the words, in hexadecimal digits.

    Fewer words are one run.
    """
    last = max(1, len(words) - RUN + 1) if words else 0
    return [f"{crc32(' '.join(words[at : at + RUN]).encode('utf-8', 'replace')):08x}" for at in range(last)]


def kept_runs(words: Sequence[str]) -> list[str]:
    """Return the runs that stand for a quote in the index."""
    runs = runs_of(words)
    if len(runs) > _NEIGHBOURS:
        runs = [min(runs[at : at + _NEIGHBOURS]) for at in range(len(runs) - _NEIGHBOURS + 1)]
    return sorted(set(runs))
