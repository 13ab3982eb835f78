"""`briefing search`: find articles, quotes and actors in the library."""

import json
from argparse import Namespace
from collections.abc import Iterator
from typing import TYPE_CHECKING

from briefing_tui.application.library import ask_library
from briefing_tui.cli.answers import checked_query, put_quotes
from briefing_tui.cli.outcome import NO, OK, Failure, put, put_json, put_piece, say
from briefing_tui.cli.progress import index_progress
from briefing_tui.library.search.query import Query
from briefing_tui.notes.errors import StoreError

if TYPE_CHECKING:
    from briefing_tui.library.index.library_index import LibraryIndex
    from briefing_tui.library.search.searching import FoundArticle, SearchPage
    from briefing_tui.notes.store import NoteStore


def run(options: Namespace) -> int:
    """Search, or save, list and delete searches. Raises Failure and InputError."""
    from briefing_tui.notes.store import NoteStore

    try:
        with NoteStore() as store:
            return _run(options, store)
    except StoreError as error:
        raise Failure(str(error)) from None


def _run(options: Namespace, store: "NoteStore") -> int:
    words = " ".join(options.words)
    if options.forget is not None:
        return _forget(options.forget, store)
    if options.saved is not None:
        if not options.saved:
            return _list_saved(store)
        words = f"{_saved_query(options.saved, store)} {words}".strip()
    query = checked_query(words)
    if options.save:
        store.reading_list.save_search(options.save, words)
    if options.of == "articles":
        return _print_articles(query, words, options, store)
    return _print_rows(query, options, store)


def _print_articles(query: Query, words: str, options: Namespace, store: "NoteStore") -> int:
    from briefing_tui.library.search.searching import LibrarySearch

    if options.format == "csv":
        raise Failure("--format csv is for quotes and actors; add --of quotes or --of actors")
    if options.format == "markdown":
        raise Failure("--format markdown is for quotes; add --of quotes")

    def asked(index: "LibraryIndex") -> "SearchPage":
        return LibrarySearch(index, store).find(query, options.limit, order=options.order)

    with index_progress() as report:
        page = ask_library(asked, report=report, is_enough=_is_current)
    if options.format == "json":
        found = [_as_dict(one) for one in page.articles]
        put_json(
            json.dumps({"query": words, "articles": found, "more": page.following is not None}, ensure_ascii=False, indent=2)
        )
    elif options.format == "jsonl":
        for one in page.articles:
            put_json(json.dumps(_as_dict(one), ensure_ascii=False))
    else:
        from briefing_tui.cli.printing.found import found_lines

        put("\n".join(found_lines(page.articles))) if page.articles else None
        if page.following is not None:
            say(f"there are more; the first {len(page.articles)} articles are shown (--limit)")
    if not page.articles:
        say("nothing found")
    return OK if page.articles else NO


def _is_current(index: "LibraryIndex", page: "SearchPage") -> bool:
    """Return whether something was found, and in files that have not changed since."""
    return bool(page.articles) and not index.has_changed(one.article.file for one in page.articles)


def _print_rows(query: Query, options: Namespace, store: "NoteStore") -> int:
    """Print quotes or actors of the articles that are found."""
    from briefing_tui.library.search.searching import LibrarySearch

    if options.of == "actors" and options.format == "markdown":
        raise Failure("--format markdown is for quotes; use text, csv, json or jsonl for actors")

    def asked(index: "LibraryIndex") -> bool:
        search = LibrarySearch(index, store)
        return _put_quotes(search, query, options) if options.of == "quotes" else _put_actors(search, query, options)

    with index_progress() as report:
        found = ask_library(asked, report=report)
    if not found:
        say("nothing found")
    return OK if found else NO


def _put_quotes(search: object, query: Query, options: Namespace) -> bool:
    from briefing_tui.library.search.searching import LibrarySearch

    assert isinstance(search, LibrarySearch)
    return put_quotes(search.quotes(query), search.index.folder, options.format, options.limit)


def _put_actors(search: object, query: Query, options: Namespace) -> bool:
    from itertools import chain

    from briefing_tui.cli.printing.found import actor_lines
    from briefing_tui.export.library_rows import WRITERS, Row, actor_row
    from briefing_tui.library.search.searching import LibrarySearch

    assert isinstance(search, LibrarySearch)
    index = search.index

    def rows() -> Iterator[Row]:
        for one in search.find(query, options.limit, order=options.order).articles:
            for actor in index.actors_of(one.article.num):
                yield actor_row(actor, one.article, index.folder)

    found = rows()
    first = next(found, None)
    if first is None:
        return False
    both = chain((first,), found)
    if options.format == "text":
        put("\n".join(actor_lines(both)))
    else:
        for piece in WRITERS[options.format](both):
            put_piece(piece)
    return True


def _as_dict(one: "FoundArticle") -> dict[str, object]:
    from briefing_tui.model.address import address_of

    article = one.article
    hits = [
        {
            "kind": hit.kind, "text": hit.text, "highlights": hit.spans, "item": hit.item or None, "speaker": hit.speaker or None,
            "section": hit.heading or None, "paragraph": hit.place and hit.place.paragraph,
            "address": address_of(article.id, hit.item),
        }
        for hit in one.hits
    ]  # fmt: skip
    return {
        "id": article.id, "file": article.file, "title": article.title, "publisher": article.publisher,
        "published": article.published, "url": article.url, "hits": hits,
    }  # fmt: skip


# Saved searches


def _saved_query(name: str, store: "NoteStore") -> str:
    saved = store.reading_list.searches()
    found = next((search.query for search in saved if search.name == name), None)
    if found is None:
        names = ", ".join(search.name for search in saved) or "none yet; 'briefing search --save NAME WORDS' saves one"
        raise Failure(f"no saved search '{name}'; there are: {names}")
    return found


def _list_saved(store: "NoteStore") -> int:
    saved = store.reading_list.searches()
    for search in saved:
        put(f"{search.name}: {search.query}")
    if not saved:
        say("no saved searches; 'briefing search --save NAME WORDS' saves one")
    return OK if saved else NO


def _forget(name: str, store: "NoteStore") -> int:
    _saved_query(name, store)
    store.reading_list.drop_search(name)
    return OK
