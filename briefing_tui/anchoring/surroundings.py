"""The surroundings of an item, which tell it from others of the same words."""

from functools import lru_cache
from typing import NamedTuple

from briefing_tui.anchoring.anchors import fold


class Surroundings(NamedTuple):
    """The surroundings of an item, besides the words beside it.

    - `section`: the heading of its section; empty for sections and actors.
    - `attribution`: a quote's speaker, an image's credit, or an actor's roles separated by semicolons.
    - `own`: the roles of a quote's speaker, an image's address (without its query, often a size) or alternative text, an actor's
      aliases, or the last words of a section; lists are separated by semicolons.
    - `before`, `after`: the words of the items of its kind that come before and after it.
    """

    section: str = ""
    attribution: str = ""
    own: str = ""
    before: str = ""
    after: str = ""


class Context(NamedTuple):
    """The article's words before and after an item; empty without a known place."""

    before: str = ""
    after: str = ""


@lru_cache(maxsize=1024)
def plain(words: str) -> str:
    """Return words without case, kinds of marks and extra spaces, for comparing."""
    return " ".join(fold(words).casefold().split())


def agreement(one: str, other: str) -> int:
    """Compare two texts of surroundings.

    The parts of a text are separated by semicolons. Returns 1 if all parts are the same, -1 if no part is, and 0 if some are, or
    if one of the texts is empty.
    """
    if not one or not other:
        return 0
    first, second = plain(one), plain(other)
    return 1 if first == second else -1 if set(first.split("; ")).isdisjoint(second.split("; ")) else 0
