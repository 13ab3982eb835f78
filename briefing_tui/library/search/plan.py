"""Work out which articles may be hits of a query, and in which order."""

import heapq
from collections.abc import Callable, Collection, Iterable, Iterator
from functools import cached_property
from itertools import groupby, islice

from msgspec import Struct

from briefing_tui.library.index.library_index import LibraryIndex
from briefing_tui.library.index.records import ArticleRecord, QuoteRecord
from briefing_tui.library.index.rows import StoredArticle
from briefing_tui.library.index.schema import DAY_BITS, FIRST_DATED, first_number, last_number
from briefing_tui.library.search.expressions import expression, negated_expression, without_beginning
from briefing_tui.library.search.hits import ArticleHits, QuoteInArticle, SearchHit
from briefing_tui.library.search.passages import TermFinder, snippet
from briefing_tui.library.search.query import Query
from briefing_tui.library.search.user_data import UserData
from briefing_tui.model.reading import STATUSES

MOST_COUNTED = 1000
"""Articles that are counted, and put in order for "best"; if there are more, their number is not known."""
_FIRST_PORTION, _LARGEST_PORTION = 40, 5000
MANY_USES = 5000
"""Articles with some names from which each article is looked at for them, instead of listing those that have them."""
_SHORT, _SHORTISH = 2, 3
"""Letters of beginnings that SQLite is not asked for at first; of the longer ones it is for numbers and for BM25."""
_CHECKED = 200
"""Articles that are looked at for such beginnings before SQLite is asked for them."""
_AT_A_TIME = 10
"""Articles that are read from the index at a time."""
_PROBED, _LEAST_SHARE, _LEAST_SHARE_OF_SHORT = 10, 0.2, 0.1
"""After so many, a smaller share that has them ends it: SQLite is quicker then. It is quick with rare beginnings."""


class FoundArticle(Struct, frozen=True):
    """An article with its hits, in the article's order, then those in notes.

    There are none if the query has filters only.
    """

    article: ArticleRecord
    hits: tuple[SearchHit, ...] = ()


class _NameCheck:
    """Says whether an article has one of many names.

    It looks at each article, until it has been asked so often that a list of all that have them takes less time.
    """

    _MOST_LOOKED_AT = 1000

    def __init__(self, index: LibraryIndex, key: str, names: Collection[int]) -> None:
        self._names, self._looked = names, 0
        is_speaker = key == "speaker"
        self._names_in = index.names_quoted_in if is_speaker else index.names_acting_in
        self._articles = index.articles_by_speaker if is_speaker else index.articles_with_actor
        self._listed: set[int] | None = None

    def __call__(self, num: int) -> bool:
        self._looked += 1
        if self._looked <= self._MOST_LOOKED_AT:
            return not self._names_in(num).isdisjoint(self._names)
        if self._listed is None:
            self._listed = self._articles(self._names)
        return num in self._listed


class SearchPlan:
    """A query, worked out: the articles that may be hits, and the hits in them."""

    def __init__(self, index: LibraryIndex, query: Query, user: UserData) -> None:
        self._index, self._query, self._user = index, query, user
        self._since, self._until = (next(iter(query.values(key)), None) for key in ("since", "until"))
        dated = self._since or self._until
        self._lowest = first_number(self._since) if self._since else FIRST_DATED if dated else 0
        self._highest = last_number(self._until) + (index.spill() << DAY_BITS if self._until else 0)
        self.names = self._names_of("speaker")
        self._finder = TermFinder(query.wanted)
        self._expression = self._without_beginnings(_SHORT)
        """What SQLite is asked for; without beginnings of one or two letters, and empty if nothing is left."""
        self._first_expression = self._without_beginnings(_SHORTISH)
        self._looked_at, self._with_hits = 0, 0
        self.hits = ArticleHits(index, self._finder, query.values("in"), self.names)

    def _without_beginnings(self, letters: int) -> str:
        left = (without_beginning(term, letters) for term in self._query.wanted)
        return expression(self._query, [term for term in left if term is not None])

    @cached_property
    def _banned(self) -> set[int]:
        banned: set[int] = set()
        for key in ("speaker", "actor"):
            for value in self._query.values(key, is_negated=True):
                banned |= self._articles_of(key, self._named(value))
        for value in self._query.values("tag", is_negated=True):
            banned |= self._user.tagged(value)
        if self._statuses is not None and "unread" in self._statuses:
            banned |= self._user.with_status(set(STATUSES) - self._statuses)
        if not self._first_expression and (not_wanted := negated_expression(self._query)):
            banned |= set(self._index.matching(not_wanted, self._lowest, self._highest))
        return banned

    @property
    def _allowed(self) -> set[int] | None:
        """The articles that filters allow; None if all are that pass the checks."""
        return self._filters[0]

    @cached_property
    def _filters(self) -> tuple[set[int] | None, list[Callable[[int], bool]]]:
        """The articles that filters allow, and checks for what too many articles have to list them all."""
        sets: list[set[int]] = []
        checks: list[Callable[[int], bool]] = []
        named = [("speaker", self.names)] if self.names is not None else []
        named += [("actor", self._named(value)) for value in self._query.values("actor")]
        for key, names in named:
            if self._index.uses_of(names, in_quotes=key == "speaker") > MANY_USES:
                checks.append(_NameCheck(self._index, key, names))
            else:
                sets.append(self._articles_of(key, names))
        sets += [self._user.tagged(value) for value in self._query.values("tag")]
        if self._statuses is not None and "unread" not in self._statuses:
            sets.append(self._user.with_status(self._statuses))
        return set.intersection(*sets) if sets else None, checks

    @cached_property
    def _statuses(self) -> set[str] | None:
        """The statuses that are wanted; None if all are."""
        wanted, excluded = self._query.values("is"), self._query.values("is", is_negated=True)
        return set(wanted or STATUSES) - set(excluded) if wanted or excluded else None

    def _names_of(self, key: str) -> set[int] | None:
        values = self._query.values(key)
        return set().union(*map(self._named, values)) if values else None

    def _named(self, value: str) -> set[int]:
        return self._index.name_numbers(value, is_prefix=True)

    def _articles_of(self, key: str, names: Iterable[int]) -> set[int]:
        return self._index.articles_by_speaker(names) if key == "speaker" else self._index.articles_with_actor(names)

    # Words

    @cached_property
    def _only_in_notes(self) -> bool:
        return bool(self._query.wanted) and set(self._query.values("in")) == {"notes"}

    @cached_property
    def _in_notes(self) -> dict[int, list[SearchHit]]:
        """The hits in notes by the numbers of their articles."""
        kinds = self._query.values("in")
        if not self._query.wanted or self.names is not None or (kinds and "notes" not in kinds):
            return {}
        found: dict[int, list[SearchHit]] = {}
        words = " ".join(word for term in self._query.wanted for word in term.words)
        for num, note in self._user.notes(words):
            text = note.body or note.words
            spans = self._finder.find(text)
            around = self._finder.find(f"{note.body}\n{note.words}\n{' '.join(note.tags)}")
            if all(around):
                shown = snippet(text, spans)
                found.setdefault(num, []).append(SearchHit("note", shown.text, shown.spans, note.id))
        return found

    # Articles

    def newest(self, start: int | None) -> Iterator[tuple[int, int]]:
        """Yield the articles that may be hits, the newest first.

        Each is a pair: the start of a page that would begin with it, and its number.
        """
        highest = self._highest if start is None else min(self._highest, start)
        for num in filter(self._may_be_hit, self._ordered(highest)):
            yield num, num

    def best(self, skipped: int) -> Iterator[tuple[int, int]]:
        """Yield the newest articles that may be hits, those that fit best first.

        They come as from `newest`.
        """
        ordered: Iterable[int]
        if not self._expression or self._only_in_notes:
            ordered = self._ordered(self._highest)
        else:
            ordered = self._index.best(self._expression, self._lowest, self._highest, MOST_COUNTED, self._allowed)
            known = set(ordered)
            ordered += [num for num in sorted(self._in_notes, reverse=True) if num not in known]
        yield from islice(enumerate(filter(self._may_be_hit, ordered)), skipped, None)

    def counted(self) -> Iterator[int]:
        """Yield the articles that may be hits, without looking at any."""
        return filter(self._may_be_hit, self._ordered(self._highest, is_exact=False))

    def _may_be_hit(self, num: int) -> bool:
        allowed, checks = self._filters
        return (allowed is None or num in allowed) and num not in self._banned and all(check(num) for check in checks)

    def _ordered(self, highest: int, is_exact: bool = True) -> Iterator[int]:
        """Yield the articles with the words, the newest first.

        Unless `is_exact`, beginnings of one or two letters are ignored.
        """
        if is_exact and self._first_expression != (whole := expression(self._query, self._query.wanted)):
            by_words = self._looked_at_first(self._candidates(self._first_expression, highest), whole)
        else:
            by_words = self._candidates(self._expression, highest)
        in_notes = sorted((num for num in self._in_notes if self._lowest <= num <= highest), reverse=True)
        if self._only_in_notes:
            yield from in_notes
            return
        before = None
        for num in heapq.merge(by_words, in_notes, reverse=True):
            if num != before:
                yield num
            before = num

    def _candidates(self, words: str, highest: int) -> Iterator[int]:
        if words:
            return self._matching(words, highest)
        if self._allowed is not None:
            return iter(sorted((num for num in self._allowed if self._lowest <= num <= highest), reverse=True))
        return self._in_portions(lambda last, most: self._index.numbers(self._lowest, last, most), highest)

    def _looked_at_first(self, candidates: Iterator[int], whole: str) -> Iterator[int]:
        """Yield some candidates, which are looked at for the beginnings anyway, then what SQLite finds for all words.

        Either many have them, and the first ones are enough; or few have them, and SQLite is quick.
        """
        last, least = 0, _LEAST_SHARE if self._expression == whole else _LEAST_SHARE_OF_SHORT
        for last in islice(candidates, _CHECKED):
            yield last
            if self._looked_at >= _PROBED and self._with_hits < least * self._looked_at:
                break
        if last:
            yield from self._matching(whole, last - 1)

    def _matching(self, words: str, highest: int) -> Iterator[int]:
        among = self._allowed if self._allowed is not None and len(self._allowed) <= _LARGEST_PORTION else None
        return self._in_portions(lambda last, most: self._index.matching(words, self._lowest, last, most, among), highest)

    def _in_portions(self, ask: Callable[[int, int], list[int]], highest: int) -> Iterator[int]:
        """Yield articles, asking for a few first."""
        portion = _FIRST_PORTION
        while True:
            found = ask(highest, portion)
            yield from found
            if len(found) < portion:
                return
            highest, portion = found[-1] - 1, min(portion * 8, _LARGEST_PORTION)

    def is_in_time(self, article: ArticleRecord) -> bool:
        """Return whether the article's day is within the query's."""
        day = article.published or ""
        return (not self._since or day >= self._since) and (not self._until or day <= self._until)

    def with_hits(self, candidates: Iterable[tuple[int, int]]) -> Iterator[tuple[int, FoundArticle]]:
        """Yield those of the articles that have hits if words were asked for.

        The articles come from `newest` or `best`; each has the start of a page that would begin with it.
        """
        left = iter(candidates)
        while some := list(islice(left, _AT_A_TIME)):
            stored = self.hits.stored([num for _, num in some])
            for position, num in some:
                if num in stored and (one := self._found(num, stored[num])) is not None:
                    yield position, one

    def _found(self, num: int, stored: StoredArticle) -> FoundArticle | None:
        if not self.is_in_time(stored.record):
            return None
        wanted = len(self._query.wanted)
        self._looked_at += 1
        hits = [] if self._only_in_notes else self.hits.of(stored, wanted)
        hits += self._in_notes.get(num, ())
        if not wanted and self.names is None:
            hits += self._actor_hits(num)
        if wanted and not hits:
            return None
        self._with_hits += 1
        return FoundArticle(stored.record, tuple(hits))

    @cached_property
    def _actor_names(self) -> set[int]:
        return self._names_of("actor") or set()

    def _actor_hits(self, num: int) -> Iterator[SearchHit]:
        for actor in self._index.actors_of(num) if self._actor_names else ():
            if actor.name_num in self._actor_names:
                yield SearchHit("actor", " · ".join((actor.name, *actor.roles)), ((0, len(actor.name)),), actor.id)

    def quotes_by_name(self) -> Iterator[QuoteInArticle]:
        """Yield the quotes by the speakers, which the filters allow."""
        words = self._expression
        matching = set(self._index.matching(words, self._lowest, self._highest)) if words else None
        known: dict[int, ArticleRecord] = {}
        for quote in self._quotes_in_order():
            num = quote.article
            if not self._lowest <= num <= self._highest or num in self._banned or (matching is not None and num not in matching):
                continue
            if self._allowed is not None and num not in self._allowed:
                continue
            if num not in known and (article := self._index.article(num)):
                known = {num: article}
            if num in known and self.is_in_time(known[num]):
                yield QuoteInArticle(known[num], quote, (), self._index.heading(num, quote.section))

    def _quotes_in_order(self) -> Iterator[QuoteRecord]:
        """Yield the quotes by the speakers, the newest articles first, each article's in its order."""
        quotes = self._index.quotes(sorted(self.names or ()))
        for _, of_article in groupby(quotes, key=lambda quote: quote.article):
            yield from reversed(list(of_article))
