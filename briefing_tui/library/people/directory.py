"""The people and organisations of a library, linked as the user wants it."""

from collections.abc import Iterable, Sequence

from msgspec.structs import replace

from briefing_tui.anchoring.anchors import name_key
from briefing_tui.library.index.library_index import LibraryIndex
from briefing_tui.library.index.records import NameRecord
from briefing_tui.library.people.linking import KnownActor, NameLinker, NameUse
from briefing_tui.library.people.people_file import DifferentNames, NameInArticles, PeopleFile, SameNames
from briefing_tui.library.people.person_names import parsed

_MOST_WORDS = 8


class LibraryPeople:
    """Answers who is who in a library. Every call raises IndexTrouble."""

    def __init__(self, index: LibraryIndex, wishes: PeopleFile) -> None:
        """Take the library's index and the user's file."""
        self._index = index
        self._wishes = wishes

    def everybody(self) -> list[KnownActor]:
        """Return all people and organisations, those of most articles first."""
        return self._linked(self._index.names())

    def called(self, words: str) -> list[KnownActor]:
        """Return those with a name that has all of these words.

        The last word may be unfinished. Those of most articles come first.
        """
        found = self._index.names_with_words(words, is_prefix=True)
        numbers = {name.num for name in found}
        known = self._linked(self._related(found))
        return [actor for actor in known if any(use.record.num in numbers for use in actor.uses)]

    def with_name(self, number: int, article: int | None = None) -> KnownActor | None:
        """Return whose name that is, perhaps in one article.

        Name and article are given by their numbers in the index.
        """
        record = next(iter(self._index.names_by_number((number,))), None)
        known = self._linked(self._related([record])) if record else []
        for actor in known:
            for use in actor.uses:
                if use.record.num == number and (article is None or use.articles is None or article in use.articles):
                    return actor
        return None

    def _related(self, names: Iterable[NameRecord]) -> list[NameRecord]:
        """Return names with all that may be linked to them: those with the same words, or that the user says are the same."""
        related: dict[int, NameRecord] = {}
        wished = [statement.names for statement in self._wishes.statements if isinstance(statement, SameNames)]
        waiting = list(names)
        while waiting:
            name = waiting.pop()
            if name.num in related:
                continue
            related[name.num] = name
            for group in wished:
                if name_key(name.name) in map(name_key, group):
                    waiting += filter(None, map(self._index.name, group))
            last = parsed(name.name).last if name.kind != "organization" else name.name
            if len(last.split()) <= _MOST_WORDS:
                for other in self._index.names_with_words(last):
                    related.setdefault(other.num, other)
            if given := parsed(name.name).given:
                single = self._index.name(given)
                if single:
                    related.setdefault(single.num, single)
        return list(related.values())

    def _linked(self, names: Sequence[NameRecord]) -> list[KnownActor]:
        known = NameLinker(names, self._index.actors_named).link()
        for statement in self._wishes.statements:
            if isinstance(statement, DifferentNames):
                known = _parted(known, statement)
            elif isinstance(statement, SameNames):
                known = _joined(known, statement)
            else:
                known = self._in_articles(known, statement)
        return sorted(known, key=lambda actor: (-sum(use.record.articles for use in actor.uses), actor.name))

    def _in_articles(self, known: list[KnownActor], statement: NameInArticles) -> list[KnownActor]:
        """Give the uses of a name in some articles to somebody else."""
        articles = frozenset(found.num for id in statement.articles for found in self._index.articles_called(id))  # noqa: A001
        key = name_key(statement.name)
        result: list[KnownActor] = []
        moved: list[NameUse] = []
        for actor in known:
            kept: list[NameUse] = []
            for use in actor.uses:
                if name_key(use.record.name) != key:
                    kept.append(use)
                    continue
                having = use.articles or frozenset(one.article for one in self._index.actors_named(use.record.num))
                if having & articles:
                    moved.append(NameUse(use.record, having & articles))
                if having - articles:
                    kept.append(NameUse(use.record, having - articles))
            if kept:
                result.append(replace(actor, uses=tuple(kept)))
        if moved:
            owner = next(actor for actor in known if any(use.record.num == moved[0].record.num for use in actor.uses))
            result.append(KnownActor(statement.meant, owner.kind, tuple(moved)))
        return result


def _has(actor: KnownActor, name: str) -> bool:
    return name_key(name) in {name_key(actor.name), *(name_key(use.record.name) for use in actor.uses)}


def _joined(known: list[KnownActor], statement: SameNames) -> list[KnownActor]:
    """Make one of those who have the names; the first of the names is the one that is shown."""
    same = [actor for actor in known if any(_has(actor, name) for name in statement.names)]
    if len(same) < 2:
        return known
    others = [actor for actor in known if actor not in same]
    return [*others, KnownActor(statement.names[0], same[0].kind, tuple(use for actor in same for use in actor.uses))]


def _parted(known: list[KnownActor], statement: DifferentNames) -> list[KnownActor]:
    """Make two of those who have both names: the second gets that name alone."""
    result: list[KnownActor] = []
    for actor in known:
        leaving = tuple(use for use in actor.uses if name_key(use.record.name) == name_key(statement.other))
        staying = tuple(use for use in actor.uses if use not in leaving)
        if _has(actor, statement.one) and leaving and staying:
            name = actor.name if name_key(actor.name) != name_key(statement.other) else staying[0].record.name
            result += [replace(actor, name=name, uses=staying), KnownActor(leaving[0].record.name, actor.kind, leaving)]
        else:
            result.append(actor)
    return result
