"""Write the words of a query as an expression of SQLite's FTS5."""

from collections.abc import Sequence

from msgspec.structs import replace

from briefing_tui.library.index.folding import folded, words_of
from briefing_tui.library.search.query import Query, Term

_COLUMNS_OF_IN = {"text": "body", "quotes": "body quotes", "captions": "captions", "titles": "title"}
"""The columns of the index's words that hold the words of each value of `in:`."""


def without_beginning(term: Term, most: int) -> Term | None:
    """Return a term without a last word of so few letters.

    Most articles may have a word that begins with so few. SQLite collects them all before it gives the newest, which takes
    seconds for one or two letters, and a tenth of one for three. Of a single word nothing is left.
    """
    *before, last = term.words
    if not term.is_prefix or len(last) > most or folded(last) != last:
        return term
    return replace(term, words=tuple(before), is_prefix=False) if before else None


def expression(query: Query, terms: Sequence[Term]) -> str:
    """Return the expression for terms and the publishers of a query.

    It is empty if nothing is asked of the words.
    """
    columns = [_COLUMNS_OF_IN[kind] for kind in query.values("in") if kind in _COLUMNS_OF_IN]
    limited = f"{{{' '.join(columns)}}} : " if columns else "- publisher : "
    wanted = [limited + _one(term) for term in terms]
    if publishers := query.values("publisher"):
        wanted.append(" OR ".join(map(_publisher, publishers)))
    together = " AND ".join(f"({one})" for one in wanted)
    excluded = negated_expression(query)
    return f"({together}) NOT ({excluded})" if together and excluded else together


def negated_expression(query: Query) -> str:
    """Return the expression for what articles must not have; empty if there is nothing."""
    terms = [_one(term) for term in query.terms if term.is_negated]
    return " OR ".join((*terms, *map(_publisher, query.values("publisher", is_negated=True))))


def _one(term: Term) -> str:
    return f'"{" ".join(term.words)}"{" *" if term.is_prefix else ""}'


def _publisher(name: str) -> str:
    return f'publisher : "{" ".join(words_of(name))}" *'
