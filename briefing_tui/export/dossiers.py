"""Write a dossier, or a list of people and organisations, for people and other tools."""

from collections.abc import Iterable, Iterator
from typing import Any

from briefing_tui.export.csv_cells import csv_line
from briefing_tui.library.index.records import QuoteRecord
from briefing_tui.library.people.dossier import ActorInArticle, Dossier
from briefing_tui.library.people.linking import KnownActor
from briefing_tui.markdown.escaping import escape
from briefing_tui.model.address import address_of
from briefing_tui.presentation.counts import counted_any
from briefing_tui.presentation.dates import day

Json = dict[str, Any]

_STRIP = "·░▒▓█"
_QUOTE_COLUMNS = ("Speaker", "Quote", "Title", "Publisher", "Published", "URL", "Link", "Called", "Roles")
_LIST_COLUMNS = ("Name", "Kind", "Articles", "Quotes", "Other names")


def strip(counts: Iterable[int]) -> str:
    """Draw counts as a strip of blocks, each darker the higher its count."""
    numbers = tuple(counts)
    most = max(numbers, default=0)
    return "".join(_STRIP[0 if not number else max(1, number * (len(_STRIP) - 1) // most)] for number in numbers)


def facts(dossier: Dossier, width: int = 24) -> Iterator[tuple[str, str]]:
    """Yield what a dossier opens with: a word for each fact, and the fact."""
    yield "names", ", ".join(f"{name} ({count})" for name, count in dossier.names)
    roles = ((role, sorted({given for given in days if given})) for role, days in dossier.roles())
    listed = (
        f"{role} ({day(days[0])}{f' to {day(days[-1])}' if len(days) > 1 else ''})" if days else role for role, days in roles
    )
    if text := "; ".join(listed):
        yield "roles", text
    if dossier.beside:
        yield "with", ", ".join(f"{name} {count}" for name, count in dossier.beside)
    days = sorted(one.article.published for one in dossier.articles if one.article.published)
    if days:
        yield "time", f"{strip(dossier.timeline(width))} {day(days[0])} to {day(days[-1])}"


def heading(dossier: Dossier) -> str:
    """Return who it is about, with the numbers of articles and quotes."""
    counts = ", ".join(filter(None, (counted_any(len(dossier.articles), "article"), counted_any(dossier.quotes, "quote"))))
    return f"{dossier.actor.name} ({dossier.actor.kind}): {counts}"


def link_of(one: ActorInArticle, quote: QuoteRecord) -> str:
    """Return the address of a quote."""
    return address_of(one.article.id, quote.id)


def about(one: ActorInArticle) -> str:
    """Return an article's title with publisher and date."""
    known = filter(None, (one.article.publisher, day(one.article.published) if one.article.published else None))
    text = ", ".join(known)
    return f"{one.article.title or one.article.id}{f' ({text})' if text else ''}"


def as_markdown(dossiers: Iterable[Dossier]) -> Iterator[str]:
    """Yield dossiers in Markdown, with a link for every quote."""
    for dossier in dossiers:
        yield f"# {escape(heading(dossier))}\n\n"
        for word, fact in facts(dossier):
            yield f"- {word}: {escape(fact)}\n"
        for one in dossier.articles:
            yield f"\n## {escape(about(one))}\n"
            for quote in one.quotes:
                words = escape(" ".join(quote.words.split()))
                yield f"\n> “{words}”\n\n<{link_of(one, quote)}>\n"
        yield "\n"


def as_json(dossier: Dossier) -> Json:
    """Return a dossier as JSON."""
    return {
        "name": dossier.actor.name,
        "kind": dossier.actor.kind,
        "names": [{"name": name, "articles": count} for name, count in dossier.names],
        "roles": [{"role": role, "published": list(days)} for role, days in dossier.roles()],
        "with": [{"name": name, "articles": count} for name, count in dossier.beside],
        "articles": [
            {
                "id": one.article.id,
                "title": one.article.title,
                "publisher": one.article.publisher,
                "published": one.article.published,
                "url": one.article.url,
                "mentions": one.mentions,
                "names": list(one.names),
                "quotes": [
                    {"id": quote.id, "words": quote.words, "called": quote.called, "link": link_of(one, quote)}
                    for quote in one.quotes
                ],
            }
            for one in dossier.articles
        ],
    }


def as_csv(dossiers: Iterable[Dossier]) -> Iterator[str]:
    """Yield a line of CSV for each quote of dossiers."""
    yield csv_line(_QUOTE_COLUMNS)
    for dossier in dossiers:
        for one in dossier.articles:
            for quote in one.quotes:
                article = one.article
                facts = (article.title or "", article.publisher or "", article.published or "", article.url or "")
                roles = "; ".join(one.roles)
                yield csv_line((dossier.actor.name, quote.words, *facts, link_of(one, quote), quote.called or "", roles))


def list_as_json(known: Iterable[KnownActor]) -> list[Json]:
    """Return a list of people and organisations as JSON."""
    return [
        {"name": actor.name, "kind": actor.kind, "articles": articles, "quotes": quotes, "names": list(names)}
        for actor in known
        for articles, quotes, names in [counts_of(actor)]
    ]


def list_as_csv(known: Iterable[KnownActor]) -> Iterator[str]:
    """Yield a line of CSV for each of a list of people and organisations."""
    yield csv_line(_LIST_COLUMNS)
    for actor in known:
        articles, quotes, names = counts_of(actor)
        yield csv_line((actor.name, actor.kind, str(articles), str(quotes), "; ".join(names)))


def counts_of(actor: KnownActor) -> tuple[int, int, tuple[str, ...]]:
    """Return the numbers of articles and quotes of somebody's names, and the other names.

    An article with two of the names counts twice.
    """
    articles = sum(use.record.articles if use.articles is None else len(use.articles) for use in actor.uses)
    quotes = sum(use.record.quotes for use in actor.uses if use.articles is None)
    return articles, quotes, tuple(use.record.name for use in actor.uses if use.record.name != actor.name)
