"""Read queries and print quotes, for every command that asks the library."""

from collections.abc import Iterator
from itertools import chain, islice
from pathlib import Path
from typing import TYPE_CHECKING

from briefing_tui.cli.outcome import Failure, put, put_piece
from briefing_tui.library.search.query import Query, parse_query

if TYPE_CHECKING:
    from briefing_tui.library.search.hits import QuoteInArticle


def checked_query(words: str) -> Query:
    """Return what was asked for. Raises Failure, which shows the place of a mistake."""
    query = parse_query(words)
    if query.problems:
        problem = query.problems[0]
        raise Failure(f"{words[: problem.start]}▸{words[problem.start : problem.end]}◂{words[problem.end :]}: {problem}")
    if not query:
        raise Failure("nothing to search for; give words or filters (see 'briefing search --help')")
    return query


def put_quotes(quotes: "Iterator[QuoteInArticle]", folder: Path, form: str, limit: int | None) -> bool:
    """Print quotes in a format; return whether there were any."""
    limited = islice(quotes, limit) if limit is not None else quotes
    first = next(limited, None)
    if first is None:
        return False
    both = chain((first,), limited)
    if form == "text":
        from briefing_tui.cli.printing.found import quote_lines

        for lines in quote_lines(both):
            put("\n".join(lines))
    else:
        from briefing_tui.export.library_rows import WRITERS, quote_row

        for piece in WRITERS[form](quote_row(found, folder) for found in both):
            put_piece(piece)
    return True
