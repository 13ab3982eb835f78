"""The lines of a dossier as items, each with what it leads to."""

from collections.abc import Iterator
from itertools import islice
from typing import NamedTuple

from briefing_tui.export.dossiers import strip
from briefing_tui.library.index.records import ArticleRecord, QuoteRecord
from briefing_tui.library.people.dossier import ActorInArticle, Dossier
from briefing_tui.model.briefing import Place
from briefing_tui.presentation.counts import counted
from briefing_tui.presentation.dates import day, short_day
from briefing_tui.ui.text.layout import Block, Run
from briefing_tui.ui.view.pane_items import Item, Items

_STRIP_CELLS = 30


class DossierLine(NamedTuple):
    """A line of a dossier: a place in an article, or another name."""

    text: str
    article: ArticleRecord | None = None
    place: Place | str | None = None
    quote: QuoteRecord | None = None
    name: str = ""
    """The name of somebody else, whose dossier it opens, or one of the names used."""

    @property
    def id(self) -> str:
        """The id of its item."""
        if self.quote is not None:
            return f"quote {self.quote.num}"
        kind = "role" if not self.name else "name" if self.article else "with"
        return f"{kind} {self.text}"


def dossier_items(dossier: Dossier, most: int | None = None) -> tuple[Items, dict[str, DossierLine]]:
    """Return the items of a dossier, and what each leads to by its id.

    There are at most so many.
    """
    items, lines = Items(), {}
    for line, blocks, head in islice(_lines(dossier), most):
        key = line.id
        items.append(Item(key, "hit", blocks, (), head))
        lines[key] = line
    return items.prepare(), lines


def time_strip(dossier: Dossier, width: int = _STRIP_CELLS) -> str:
    """Return when articles name somebody, as a strip between two years."""
    days = sorted(one.article.published for one in dossier.articles if one.article.published)
    if not days or days[0] == days[-1]:
        return short_day(days[0]) if days else ""
    return f"{short_day(days[0])} {strip(dossier.timeline(width))} {short_day(days[-1])}"


_Line = tuple[DossierLine, tuple[Block, ...], Block | None]


def _lines(dossier: Dossier) -> Iterator[_Line]:
    yield from _names(dossier)
    yield from _roles(dossier)
    yield from _company(dossier)
    for one in dossier.articles[::-1]:
        head: Block | None = _article_head(one)
        for quote in one.quotes:
            yield _quote(one, quote), _quote_blocks(quote), head
            head = None


def _names(dossier: Dossier) -> Iterator[_Line]:
    head: Block | None = Block("Names used", "group", above=1)
    for name, count in dossier.names:
        latest = next(one for one in reversed(dossier.articles) if name in one.names)
        about = f"{name}  {counted(count, 'article')}"
        block = Block(about, "meta", (Run(0, len(name), "name"),), "  ", "  ")
        yield DossierLine(name, latest.article, _actor_of(latest), name=name), (block,), head
        head = None


def _roles(dossier: Dossier) -> Iterator[_Line]:
    head: Block | None = Block("Roles", "group", above=1)
    for role, days in dossier.roles():
        first = next(one for one in dossier.articles if role in one.roles)
        known = sorted(filter(None, days))
        when = day(known[0]) if known else ""
        if len(known) > 1 and known[0] != known[-1]:
            when = f"{short_day(known[0])} to {short_day(known[-1])}"
        block = Block(f"{role}  {when}".rstrip(), "meta", (Run(0, len(role), "words"),), "  ", "    ")
        yield DossierLine(role, first.article, _actor_of(first)), (block,), head
        head = None


def _company(dossier: Dossier) -> Iterator[_Line]:
    head: Block | None = Block("Named with", "group", above=1)
    for name, count in dossier.beside:
        block = Block(f"{name}  {counted(count, 'article')}", "meta", (Run(0, len(name), "words"),), "  ", "  ")
        yield DossierLine(name, name=name), (block,), head
        head = None


def _article_head(one: ActorInArticle) -> Block:
    article = one.article
    title = article.title or article.id
    about = " · ".join(part for part in (article.publisher, short_day(article.published or "")) if part)
    return Block(f"{title}  {about}", "meta", (Run(0, len(title), "name"),), above=1)


def _actor_of(one: ActorInArticle) -> str | None:
    """Return the id of somebody's actor in an article; None if it has none there."""
    from briefing_tui.text.slugs import slug

    return slug(one.names[0]) if one.names else None


def _quote(one: ActorInArticle, quote: QuoteRecord) -> DossierLine:
    place = next((place for place in quote.places if place), None)
    return DossierLine(" ".join(quote.words.split()), one.article, place or quote.id, quote)


def _quote_blocks(quote: QuoteRecord) -> tuple[Block, ...]:
    style = "partial" if quote.kind == "partial" else "words"
    words = Block(f"“{' … '.join(quote.parts)}”", style, (), "  ", "  ")
    about = [f"called “{quote.called}”" if quote.called else "", "speaker inferred" if quote.inferred else ""]
    text = " · ".join(part for part in about if part)
    return (words, Block(text, "meta", (), "    ", "    ")) if text else (words,)


def cited_words(words: str, speaker: str, article: object) -> str:
    """Return words with speaker, title, publisher and date."""
    title, publisher, published = (getattr(article, name) or "" for name in ("title", "publisher", "published"))
    about = ", ".join(filter(None, (publisher, day(published))))
    return f"“{words}” — {speaker}, {title}{f' ({about})' if about else ''}"
