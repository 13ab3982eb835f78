"""`briefing quotes --like`: print the same words in other articles."""

import json
from argparse import Namespace
from pathlib import Path
from typing import TYPE_CHECKING, Any

from briefing_tui.application.library import ask_library
from briefing_tui.cli.outcome import NO, OK, Failure, put, put_json, say
from briefing_tui.cli.progress import index_progress
from briefing_tui.cli.terminal import text_width

if TYPE_CHECKING:
    from briefing_tui.library.index.library_index import LibraryIndex
    from briefing_tui.library.index.records import ArticleRecord, QuoteRecord
    from briefing_tui.verification.same_words import QuoteVersion

    Versions = tuple[QuoteRecord, list[tuple[ArticleRecord, QuoteVersion]]]


def print_versions(options: Namespace) -> int:
    """Print the versions of a quote of the library; return the exit status. Raises Failure and InputError."""
    if options.speaker or options.about or options.since or options.until or options.limit:
        raise Failure("--like is about one quote; use it without other options than --format")
    if options.format not in ("text", "json"):
        raise Failure("--like prints text or json")
    name, _, item = options.like.rpartition("#")
    with index_progress() as report:
        found = ask_library(
            lambda index: _versions(index, Path(name).name.removesuffix(".md"), item), report=report, is_enough=_has_versions
        )
    if found is None:
        raise Failure(f"{options.like}: no such quote in the library; write ID#ITEM, as 'briefing quotes' prints it")
    quote, versions = found
    if options.format == "json":
        put_json(json.dumps([_as_json(article, version) for article, version in versions], ensure_ascii=False, indent=2))
    elif versions:
        put("\n".join(line for article, version in versions for line in _lines(article, version, text_width())))
    if not versions:
        say(f"no other article has “{quote.words[:60]}…”" if len(quote.words) > 60 else f"no other article has “{quote.words}”")
    return OK if versions else NO


def _has_versions(_: "LibraryIndex", found: "Versions | None") -> bool:
    return found is not None and bool(found[1])


def _versions(index: "LibraryIndex", name: str, item: str) -> "Versions | None":
    """Return a quote with its versions, each with its article; None if there is no such quote."""
    from briefing_tui.verification.same_words import same_words

    articles = index.articles_called(name)
    quote = next((quote for article in articles for quote in index.quotes_of(article.num) if quote.id == item), None)
    if quote is None:
        return None
    found = []
    for version in same_words(index, quote):
        article = index.article(version.quote.article)
        if article is not None:
            found.append((article, version))
    return quote, found


def _lines(article: "ArticleRecord", version: "QuoteVersion", width: int) -> list[str]:
    from textwrap import wrap

    from briefing_tui.presentation.dates import day

    about = ", ".join(filter(None, (article.publisher, day(article.published) if article.published else None)))
    likeness = version.likeness
    changes = "; ".join(f"“{change.draft}” → “{change.article}”" for change in likeness.changes)
    who = f"by {version.quote.speaker}" if likeness.is_by_other else ""
    return [
        f"{article.title or article.id}{f' ({about})' if about else ''}",
        *wrap(
            f"“{version.quote.words}” — {version.quote.speaker or 'unattributed'}",
            width,
            initial_indent="  ",
            subsequent_indent="  ",
        ),
        *wrap(", ".join(filter(None, (likeness.relation, who, changes))), width, initial_indent="  ", subsequent_indent="    "),
        f"    {article.id}#{version.quote.id}",
    ]


def _as_json(article: "ArticleRecord", version: "QuoteVersion") -> dict[str, Any]:
    likeness = version.likeness
    return {
        "article": article.id,
        "title": article.title,
        "publisher": article.publisher,
        "published": article.published,
        "id": version.quote.id,
        "words": version.quote.words,
        "speaker": version.quote.speaker,
        "relation": likeness.relation,
        "other_speaker": likeness.is_by_other,
        "changes": [{"this": change.draft, "there": change.article} for change in likeness.changes],
    }
