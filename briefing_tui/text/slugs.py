"""Ids of a briefing: slugs as forges make them, each taken once."""

import re
from collections.abc import Iterable

_DROPPED = re.compile(r"[^\w\- ]")
_WORDS = 4
RESERVED = frozenset({"title", "lead"})
"""Names that a place has for the front matter's title and lead; only the section Lead may take one as its id."""


def slug(heading: str) -> str:
    """The heading as GitHub's anchors have it: lower case, punctuation dropped, a hyphen for every space."""
    return _DROPPED.sub("", heading.strip().lower()).replace(" ", "-")


def words_slug(prefix: str, text: str) -> str:
    """A short id of the first words of a text: `q-we-measured-it-three`."""
    words = re.findall(r"\w+", text.lower().replace("'", "").replace("’", ""))[:_WORDS]
    return "-".join([prefix, *words])[:60]


class Ids:
    """Hands out the ids of one briefing, each in the same time however many are alike. Those written in its file are taken before
    any default is made, so that none is given twice."""

    def __init__(self, written: Iterable[str] = ()) -> None:
        self._taken = set(written)
        self._next: dict[str, int] = {}

    def default(self, wanted: str) -> str:
        """A free id like the wanted one, now taken."""
        wanted = wanted or "item"
        free = wanted
        if wanted in self._taken or wanted in RESERVED:
            number = self._next.get(wanted, 1)
            while f"{wanted}-{number}" in self._taken:
                number += 1
            self._next[wanted] = number + 1
            free = f"{wanted}-{number}"
        self._taken.add(free)
        return free

    def claimed(self, name: str) -> str:
        """The id itself, or with a number where it is taken; now taken."""
        if name in self._taken:
            return self.default(name)
        self._taken.add(name)
        return name

    def claim_lead(self) -> str:
        """The id of the section Lead."""
        self._taken.add("lead")
        return "lead"
