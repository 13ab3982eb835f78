"""Group candidates for names by their words, with points for each kind."""

from collections import Counter
from collections.abc import Mapping

from briefing_tui.analysis.en.names.shapes import Kind
from briefing_tui.analysis.en.names.splitting import Candidate
from briefing_tui.analysis.en.names.usage import Use
from briefing_tui.languages.english_names import FEMALE_NAMES, GIVEN_NAMES, MALE_NAMES, PARTICLES, SUFFIXES, title_gender

_ENOUGH = 2
"""The points by which a kind is believed."""
_CAP = 5
"""The most points of the words around many mentions, beside what the name's own words show."""
_KINDS = ("organization", "person", "thing")


class Group:
    """Candidates with the same words, and later those of the name's other forms.

    `base` holds the points that the words themselves give for each kind, `points` those of the words around them; `own` is the
    kind of the first candidate by its words, `kind` the kind that was decided. `beside` are the groups next to it in a list.
    `uses` counts what the article does with the name.
    """

    __slots__ = (
        "base", "beside", "core", "forms", "found", "kind", "listed", "lows", "own", "points", "text", "uses", "words",
    )  # fmt: skip

    def __init__(self, candidate: Candidate) -> None:
        self.base = {"person": 0, "organization": 0, "thing": 0}
        self.points = {"person": 0, "organization": 0, "thing": 0}
        self.own: Kind = candidate.kind
        self.uses: Counter[Use] = Counter()
        self.kind: str | None = None
        self.listed = ""
        self.found: list[tuple[int, Candidate]] = []
        self.forms: list[Group] = []
        self.beside: list[Group] = []
        self.set_name(candidate.text, [word.text for word in candidate.words])

    def set_name(self, text: str, words: list[str]) -> None:
        """Set the name: its text and words.

        `core` are the words in lower case without suffixes ("Jr.") and a leading "De".
        """
        self.text, self.words = text, words
        self.lows = [word.lower().rstrip(".") for word in words]
        core = [low for low in self.lows if low not in SUFFIXES] or self.lows
        while len(core) > 1 and core[0] in PARTICLES and core[0] not in GIVEN_NAMES:
            core = core[1:]
        self.core = core

    def add_points(self, points: Mapping[str, int]) -> None:
        """Add points for each kind."""
        for kind in _KINDS:
            self.points[kind] += points[kind]

    @property
    def first(self) -> tuple[int, int]:
        """The place of the first mention: the text's number, and the offset in it."""
        return min((number, candidate.start) for number, candidate in self.found)

    def points_for(self, kind: str) -> int:
        """Return the points for a kind.

        The words around many mentions count no more than a few of them.
        """
        return self.base[kind] + max(-_CAP, min(_CAP, self.points[kind]))

    def decide_kind(self) -> str | None:
        """Return "person" or "organization" if the points show it; else None."""
        totals = [(self.points_for(kind), -rank, kind) for rank, kind in enumerate(_KINDS)]
        most, _, best = max(totals)
        return None if most < _ENOUGH or best == "thing" else best

    def absorb(self, group: "Group") -> None:
        """Merge another form of the same name into this group."""
        self.found.extend(group.found)
        self.add_points(group.points)
        self.uses += group.uses
        self.forms.append(group)

    @property
    def gender(self) -> str | None:
        """ "female" or "male" by the titles, else by the given name; else None."""
        for _, candidate in self.found:
            gender = title_gender(candidate.title.split()[0]) if candidate.title else None
            if gender:
                return gender
        low = self.core[0]
        if (low in FEMALE_NAMES) == (low in MALE_NAMES):
            return None
        return "female" if low in FEMALE_NAMES else "male"
