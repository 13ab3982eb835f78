"""Gather what a library has of one person or organisation."""

from collections import Counter
from collections.abc import Iterator
from datetime import date

from msgspec import Struct
from msgspec.structs import replace

from briefing_tui.library.index.library_index import LibraryIndex
from briefing_tui.library.index.records import ActorRecord, ArticleRecord, QuoteRecord
from briefing_tui.library.people.linking import KnownActor

_MOST_BESIDE = 12
_MOST_LOOKED_AT = 150
"""The most articles, the newest, whose other actors are counted."""


class ActorInArticle(Struct, frozen=True):
    """An article that has somebody.

    `names` are what it calls them, `quotes` what they say there, in its order.
    """

    article: ArticleRecord
    names: tuple[str, ...]
    roles: tuple[str, ...]
    mentions: int
    quotes: tuple[QuoteRecord, ...]


class Dossier(Struct, frozen=True):
    """Everything that a library has of somebody.

    `names` are all names used, with the number of articles. `articles` are in order of their days, those without one first.
    `beside` are the names of other actors in these articles, with the number of articles, the most frequent first.
    """

    actor: KnownActor
    names: tuple[tuple[str, int], ...]
    articles: tuple[ActorInArticle, ...]
    beside: tuple[tuple[str, int], ...]

    @property
    def quotes(self) -> int:
        """The number of quotes."""
        return sum(len(one.quotes) for one in self.articles)

    def timeline(self, width: int) -> tuple[int, ...]:
        """Return the number of articles in each of `width` equal spans of time.

        They reach from the first to the last day.
        """
        days = [day for one in self.articles if (day := _day(one.article.published)) is not None]
        if not days:
            return ()
        counts = [0] * width
        first = min(days)
        span = max(days) - first + 1
        for day in days:
            counts[(day - first) * width // span] += 1
        return tuple(counts)

    def roles(self) -> Iterator[tuple[str, tuple[str, ...]]]:
        """Yield each role with the days of the articles that give it, in order."""
        days: dict[str, list[str]] = {}
        for one in self.articles:
            for role in one.roles:
                days.setdefault(role, []).append(one.article.published or "")
        yield from ((role, tuple(given)) for role, given in days.items())


def _day(published: str | None) -> int | None:
    try:
        return date.fromisoformat(published or "").toordinal()
    except ValueError:
        return None


def names_by_article(index: LibraryIndex, actor: KnownActor) -> Iterator[tuple[int, str]]:
    """Yield the number of every article that has somebody, with each name that it uses."""
    for article, records in _records(index, actor).items():
        for record in records:
            yield article, record.name
            yield from ((article, alias) for alias in record.aliases)
    for use in actor.uses:
        if use.record.kind is None:
            yield from ((quote.article, use.record.name) for quote in index.quotes(use.record.num))


def dossier_of(index: LibraryIndex, actor: KnownActor, with_others: bool = True) -> Dossier:
    """Gather the articles, names, roles and quotes of somebody. Raises IndexTrouble.

    Without `with_others`, who else the articles have is left out: counting them takes most of the time.
    """
    records = _records(index, actor)
    quotes: dict[int, list[QuoteRecord]] = {}
    for use in actor.uses:
        for quote in index.quotes(use.record.num):
            if use.articles is None or quote.article in use.articles:
                quotes.setdefault(quote.article, []).append(quote)
    found = []
    for article in index.articles_by_number({*records, *quotes}):
        number = article.num
        here = records.get(number, [])
        names = tuple(dict.fromkeys(name for record in here for name in (record.name, *record.aliases)))
        roles = tuple(dict.fromkeys(role for record in here for role in record.roles))
        said = tuple(sorted(quotes.get(number, ()), key=lambda quote: quote.num))
        found.append(ActorInArticle(article, names, roles, sum(record.mentions for record in here), said))
    used = Counter(name for one in found for name in one.names)
    made = Dossier(actor, tuple(used.most_common()), tuple(found), ())
    return with_company(index, made) if with_others else made


def with_company(index: LibraryIndex, dossier: Dossier) -> Dossier:
    """Return a dossier with those who are named in the same articles. Raises IndexTrouble."""
    own = {use.record.num for use in dossier.actor.uses}
    newest = [one.article.num for one in dossier.articles if one.names][-_MOST_LOOKED_AT:]
    others = Counter(other.name for article in newest for other in index.actors_of(article) if other.name_num not in own)
    return replace(dossier, beside=tuple(others.most_common(_MOST_BESIDE)))


def _records(index: LibraryIndex, actor: KnownActor) -> dict[int, list[ActorRecord]]:
    """Return the actors of articles that are somebody, by article."""
    found: dict[int, list[ActorRecord]] = {}
    for use in actor.uses:
        for record in index.actors_named(use.record.num):
            if use.articles is None or record.article in use.articles:
                found.setdefault(record.article, []).append(record)
    return found
