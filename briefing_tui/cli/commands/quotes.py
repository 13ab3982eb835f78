"""`briefing quotes`: print who said what, about what, when, across the library."""

from argparse import Namespace
from typing import TYPE_CHECKING

from briefing_tui.application.library import ask_library
from briefing_tui.cli.answers import checked_query, put_quotes
from briefing_tui.cli.outcome import NO, OK, Failure, say
from briefing_tui.cli.progress import index_progress
from briefing_tui.library.search.query import Filter, Query, full_day

if TYPE_CHECKING:
    from briefing_tui.library.index.library_index import LibraryIndex


def run(options: Namespace) -> int:
    """Print the quotes that the options ask for. Raises Failure and InputError."""
    if options.like is not None:
        from briefing_tui.cli.commands.quotes_like import print_versions

        return print_versions(options)
    query = wanted_quotes(options)

    def asked(index: "LibraryIndex") -> bool:
        from briefing_tui.library.search.searching import LibrarySearch

        return put_quotes(LibrarySearch(index).quotes(query), index.folder, options.format, options.limit)

    with index_progress() as report:
        found = ask_library(asked, report=report)
    if not found:
        say("no such quotes")
    return OK if found else NO


def wanted_quotes(options: Namespace) -> Query:
    """Return the query that the options make. Raises Failure."""
    about = checked_query(options.about) if options.about is not None else Query()
    filters = list(about.filters)
    if options.speaker is not None:
        filters.append(Filter("speaker", options.speaker))
    for key in ("since", "until"):
        value = getattr(options, key)
        if value is not None:
            day = full_day(value, is_last=key == "until")
            if day is None:
                raise Failure(f"--{key} {value}: not a day; write a year, month or day: 2024, 2024-03, 2024-03-29")
            filters.append(Filter(key, day))
    return Query(about.terms, tuple(filters))
