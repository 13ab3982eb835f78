"""Slugs as forges make them, and ids that are given out once each."""

import re
from collections.abc import Iterable

_DROPPED = re.compile(r"[^\w\- ]")
_WORDS = 4
"""Words of a text that go into its id."""
RESERVED = frozenset({"title", "lead"})
"""Names of the front matter's title and lead as places; only the section "Lead" may have one as its id."""


def slug(heading: str) -> str:
    """Return a heading's slug as GitHub makes it for anchors.

    It is in lower case, without punctuation, with a hyphen for every space.
    """
    return _DROPPED.sub("", heading.strip().lower()).replace(" ", "-")


def words_slug(prefix: str, text: str) -> str:
    """Return a short id made of the first words of a text: `q-we-measured-it-three`."""
    words = re.findall(r"\w+", text.lower().replace("'", "").replace("’", ""))[:_WORDS]
    return "-".join([prefix, *words])[:60]


class Ids:
    """The ids of one briefing, each given out once.

    Ids that are written in the file are reserved before any default is given out. The time does not depend on how many are
    alike.
    """

    def __init__(self, written: Iterable[str] = ()) -> None:
        self._taken = set(written)
        self._next: dict[str, int] = {}

    def default(self, wanted: str) -> str:
        """Give out the wanted id, or that id with the first free number."""
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
        """Give out exactly this id, or a numbered one if it is in use."""
        if name in self._taken:
            return self.default(name)
        self._taken.add(name)
        return name

    def claim_lead(self) -> str:
        """Give out the id of the section "Lead"."""
        self._taken.add("lead")
        return "lead"
