"""Link the names that are one person or organisation.

Names are linked where the evidence is clear, and stay apart where it is not. A full name is one person in all articles, with
everyday forms, middle names and suffixes aside; unless an article has two of these forms as two people. A single name is whom
articles mean by it that also give the full name.
"""

from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Iterator, Sequence, Set

from msgspec import Struct

from briefing_tui.anchoring.anchors import name_key
from briefing_tui.library.index.records import ActorRecord, NameRecord
from briefing_tui.library.people.person_names import PersonName, do_middles_differ, is_initial, is_same_given, parsed
from briefing_tui.model.briefing import ActorKind

ActorsNamed = Callable[[int], Sequence[ActorRecord]]
"""Returns the actors, one for each article, with a name's number."""

_CLEAR = 0.8
"""The share of the articles that mean one of several people by a single name, from which that is clear."""
_SEVERAL = 2
"""The fewest of these articles."""
_LOOKED_AT = 200
"""The most articles of a name that are looked at, the newest."""


class NameUse(Struct, frozen=True):
    """A name of somebody.

    `articles` are the numbers of those in which it is theirs, None for all that have it.
    """

    record: NameRecord
    articles: frozenset[int] | None = None


class KnownActor(Struct, frozen=True):
    """A person or organisation of the library; `uses` are the names, the most used first."""

    name: str
    kind: ActorKind
    uses: tuple[NameUse, ...]


class NameLinker:
    """Links names by what they look like and by the articles that have them."""

    def __init__(self, names: Iterable[NameRecord], actors_named: ActorsNamed) -> None:
        """Take the names of a library, or those that have to do with each other."""
        self._names = [name for name in names if _is_name(name)]
        self._actors_named = actors_named
        self._actors: dict[int, Sequence[ActorRecord]] = {}
        self._parent = {name.num: name.num for name in self._names}

    def link(self) -> list[KnownActor]:
        """Return the people and organisations.

        A single name that may be several people's is one for each article.
        """
        people = [name for name in self._names if name.kind != "organization"]
        families: dict[str, list[NameRecord]] = defaultdict(list)
        for name in people:
            if parsed(name.name).given:
                families[parsed(name.name).last].append(name)
        for family in families.values():
            self._link_family(family)
        self._link_organizations([name for name in self._names if name.kind == "organization"])
        self._link_single(families, [name for name in people if not parsed(name.name).given])
        groups: dict[int, list[NameRecord]] = defaultdict(list)
        for name in self._names:
            groups[self._root(name.num)].append(name)
        shared = {
            word for family in families.values() for name in family for word in (parsed(name.name).given, parsed(name.name).last)
        }
        return [actor for group in groups.values() for actor in self._known(group, shared)]

    def _known(self, group: list[NameRecord], shared: Set[str]) -> Iterator[KnownActor]:
        group.sort(key=lambda name: (-name.articles, -name.quotes, name.name))
        first = group[0]
        kind: ActorKind = "organization" if first.kind == "organization" else "person"
        if len(group) == 1 and kind == "person" and not parsed(first.name).given and parsed(first.name).last in shared:
            for actor in self._actors_named(first.num):
                yield KnownActor(first.name, kind, (NameUse(first, frozenset((actor.article,))),))
        else:
            full = next((name for name in group if parsed(name.name).given), first) if kind == "person" else first
            yield KnownActor(full.name, kind, tuple(map(NameUse, group)))

    def _root(self, num: int) -> int:
        while self._parent[num] != num:
            self._parent[num] = self._parent[self._parent[num]]
            num = self._parent[num]
        return num

    def _join(self, one: NameRecord, other: NameRecord) -> None:
        self._parent[self._root(other.num)] = self._root(one.num)

    def _actors_of(self, name: NameRecord) -> Sequence[ActorRecord]:
        if name.num not in self._actors:
            self._actors[name.num] = self._actors_named(name.num)[:_LOOKED_AT]
        return self._actors[name.num]

    def _are_beside(self, one: NameRecord, other: NameRecord) -> bool:
        """Return whether an article has two names as two actors."""
        articles = {actor.article for actor in self._actors_of(one)}
        return any(actor.article in articles for actor in self._actors_of(other))

    def _link_family(self, family: Sequence[NameRecord]) -> None:
        """Link people of one last name; the most used names first, so that rarer forms join them."""
        known: list[NameRecord] = []
        for name in sorted(family, key=lambda name: (-name.articles, name.name)):
            fits = [other for other in known if self._is_one(name, other)]
            roots = {self._root(other.num) for other in fits}
            if len(roots) == 1:
                self._join(fits[0], name)
            elif fits:
                self._join(max(fits, key=lambda other: other.articles), name)
            known.append(name)

    def _is_one(self, one: NameRecord, other: NameRecord) -> bool:
        first, second = parsed(one.name), parsed(other.name)
        if do_middles_differ(first, second):
            return False
        if first.given == second.given and first.suffix == second.suffix:
            return True
        alike = is_same_given(first.given, second.given) or _fit_initials(first, second)
        return alike and not self._are_beside(one, other)

    def _link_single(self, families: dict[str, list[NameRecord]], names: Sequence[NameRecord]) -> None:
        """Link single names with the people whom articles mean by them."""
        by_given: dict[str, list[NameRecord]] = defaultdict(list)
        for family in families.values():
            for name in family:
                by_given[parsed(name.name).given].append(name)
        for name in names:
            word = parsed(name.name).last
            if found := self._meant_by(name, [*families.get(word, ()), *by_given.get(word, ())]):
                self._join(found, name)

    def _link_organizations(self, names: Sequence[NameRecord]) -> None:
        """Link a short name or acronym with the organisation whose other name it is."""
        owners: dict[str, list[NameRecord]] = defaultdict(list)
        for name in names:
            for alias in {_plain(alias) for actor in self._actors_of(name) for alias in actor.aliases}:
                owners[alias].append(name)
        by_plain: dict[str, NameRecord] = {}
        for name in sorted(names, key=lambda name: -name.articles):
            same = by_plain.setdefault(_plain(name.name), name)
            if same is not name:
                self._join(same, name)
        for name in names:
            others = [owner for owner in owners.get(_plain(name.name), ()) if owner is not name]
            if len(_plain(name.name)) < min((len(_plain(owner.name)) for owner in others), default=0) and (
                found := self._meant_by(name, others)
            ):
                self._join(found, name)

    def _meant_by(self, name: NameRecord, others: Sequence[NameRecord]) -> NameRecord | None:
        """Return which of several names a shorter one clearly stands for."""
        uses: Counter[int] = Counter()
        for other in others:
            called = sum(1 for actor in self._actors_of(other) if _plain(name.name) in map(_plain, actor.aliases))
            uses[self._root(other.num)] += called
        roots = {self._root(other.num): other for other in reversed(others)}
        if len(roots) < 2:
            return next(iter(roots.values()), None)
        root, most = uses.most_common(1)[0]
        return roots[root] if most >= max(_SEVERAL, _CLEAR * uses.total()) else None


def _is_name(record: NameRecord) -> bool:
    """Return whether a name is an actor's, or of a speaker who is called like one and not described."""
    if record.kind:
        return True
    words = record.name.split()
    return len(words) > 1 and all(word[0].isupper() for word in words)


def _fit_initials(one: PersonName, other: PersonName) -> bool:
    return is_initial(one.given, other.given)


def _plain(name: str) -> str:
    return name_key(name).removeprefix("the ").replace(".", "")
