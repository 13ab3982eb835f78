"""The names of authors, taken apart as reference managers want them."""

import re
from typing import NamedTuple

from briefing_tui.languages.agencies import LONG_WIRES, WIRES
from briefing_tui.languages.words import SHARED, words

_PARTICLES = words(SHARED, "name_particles")
_GROUPS = words(SHARED, "group_author_words")
_SUFFIX = re.compile(r"(?:Jr|Sr)\.?|I{2,3}|IV|PhD|MD")
_SEVERAL = re.compile(r"[,&/]|\d|\b(?:and|und|et|y|e)\b")
"""Signs that a name is a list, or not a person's."""
_ARTICLES = ("the", "die", "der", "das", "la", "le", "les", "el")


class AuthorName(NamedTuple):
    """An author's name: that of an organisation is `literal`, a person's has a family name.

    `particle` is what is left out when names are sorted: "von der" of "Ursula von der Leyen".
    """

    literal: str = ""
    given: str = ""
    particle: str = ""
    family: str = ""
    suffix: str = ""

    @property
    def inverted(self) -> str:
        """The name with the family name first, as in catalogues."""
        if self.literal:
            return self.literal
        family = f"{self.particle} {self.family}".strip()
        return ", ".join(part for part in (family, self.given, self.suffix) if part)


def author_name(name: str, publisher: str | None = None) -> AuthorName:
    """Take a name apart.

    A name stays whole if it is the publisher's or another organisation's, a single word, or written without spaces.
    """
    parts = name.split()
    suffix = parts.pop() if len(parts) > 2 and _SUFFIX.fullmatch(parts[-1]) else ""
    if len(parts) < 2 or _is_group(" ".join(parts).replace(",", "") if suffix else name, publisher):
        return AuthorName(literal=" ".join(name.split()))
    last = len(parts) - 1
    start = next((at for at in range(1, last) if parts[at] in _PARTICLES), last)
    family = next(at for at in range(start, last + 1) if at == last or parts[at] not in _PARTICLES)
    given, particle = " ".join(parts[:start]), " ".join(parts[start:family])
    return AuthorName("", given, particle, " ".join(parts[family:]).rstrip(","), suffix)


def _is_group(name: str, publisher: str | None) -> bool:
    return (
        name.casefold() == (publisher or "").casefold()
        or name in WIRES
        or LONG_WIRES.search(name) is not None
        or not _GROUPS.isdisjoint(name.casefold().split())
        or _SEVERAL.search(name) is not None
        or name.split()[0].casefold() in _ARTICLES
    )
