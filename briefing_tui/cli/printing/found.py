"""Print what was found in the library as plain text.

On a terminal, the words that were searched for are in bold.
"""

import os
from collections.abc import Iterable, Iterator, Sequence
from typing import TYPE_CHECKING

from briefing_tui.cli.terminal import is_terminal, text_width
from briefing_tui.library.index.records import ArticleRecord, worded_speaker
from briefing_tui.presentation.counts import counted_any
from briefing_tui.presentation.dates import day
from briefing_tui.text.wrapping import line_spans, wrap

if TYPE_CHECKING:
    from briefing_tui.export.library_rows import Row
    from briefing_tui.library.search.hits import QuoteInArticle, SearchHit
    from briefing_tui.library.search.passages import Span
    from briefing_tui.library.search.searching import FoundArticle

_BESIDE = "    "
_SHOWN = 6
"""Hits of an article that are printed."""


def found_lines(articles: Sequence["FoundArticle"]) -> list[str]:
    """Return the lines of articles with their hits."""
    width = text_width()
    lines: list[str] = []
    for one in articles:
        is_title = [hit.kind == "title" and hit.text == one.article.title for hit in one.hits]
        title = next((hit for hit, is_it in zip(one.hits, is_title, strict=True) if is_it), None)
        hits = [hit for hit, is_it in zip(one.hits, is_title, strict=True) if not is_it]
        lines += [*([""] if lines else []), *_article_lines(one.article, width, title.spans if title else ())]
        for hit in hits[:_SHOWN]:
            lines += _hit_lines(hit, width)
        if len(hits) > _SHOWN:
            lines.append(f"{_BESIDE}… {len(hits) - _SHOWN} more")
    return lines


def quote_lines(quotes: Iterable["QuoteInArticle"]) -> Iterator[list[str]]:
    """Yield the lines of each quote, below those of its article."""
    width, last = text_width(), None
    for found in quotes:
        lines = []
        if found.article.num != last:
            lines = [*([""] if last is not None else []), *_article_lines(found.article, width)]
            last = found.article.num
        quote = found.quote
        lines += _marked_lines(f"“{quote.words}”", [(start + 1, end + 1) for start, end in found.spans], width, _BESIDE)
        yield [*lines, *_about(worded_speaker(quote), found.heading, quote.id, width)]


def actor_lines(rows: Iterable["Row"]) -> Iterator[str]:
    """Yield the lines of actors, below those of their articles."""
    width, last = text_width(), None
    for row in rows:
        if row["article"] != last:
            if last is not None:
                yield ""
            last = row["article"]
            yield from wrap(str(row["title"] or last), width)
            yield from wrap(" · ".join(filter(None, (day(row["published"] or ""), row["publisher"], last))), width)
        about = "; ".join((row["kind"], *row["roles"], counted_any(row["mentions"], "mention")))
        yield from wrap(f"{row['name']} ({about.strip('; ')})", width, _BESIDE, f"{_BESIDE}  ")


def _article_lines(article: ArticleRecord, width: int, spans: Sequence["Span"] = ()) -> list[str]:
    about = " · ".join(filter(None, (day(article.published or ""), article.publisher, article.id)))
    return [*_marked_lines(article.title or article.id, spans, width, ""), *wrap(about, width)]


def _hit_lines(hit: "SearchHit", width: int) -> list[str]:
    text, spans = hit.text, list(hit.spans)
    if hit.kind == "quote":
        text, spans = f"“{text}”", [(start + 1, end + 1) for start, end in spans]
    lines = _marked_lines(text, spans, width, _BESIDE)
    if hit.kind == "quote":
        return [*lines, *_about(hit.speaker, hit.heading, hit.item, width)]
    if hit.kind == "text":
        return [*lines, *_about("", "", hit.item, width)]
    return [*lines, *_about(hit.kind, hit.heading, "" if hit.kind == "title" else hit.item, width)]


def _about(who: str, heading: str, item: str, width: int) -> list[str]:
    about = " · ".join(filter(None, (who, heading and f"§ {heading}", item and f"#{item}")))
    return wrap(about, width, f"{_BESIDE}— ", f"{_BESIDE}  ")


def _marked_lines(text: str, spans: Sequence["Span"], width: int, indent: str) -> list[str]:
    """Wrap a text, with its highlighted ranges in bold if this is a terminal with colours."""
    is_marked = is_terminal() and not os.environ.get("NO_COLOR") and os.environ.get("TERM", "dumb") != "dumb"
    lines = []
    for first, last in line_spans(text, max(width - len(indent), 2)):
        line, at = indent, first
        for start, end in spans if is_marked else ():
            start, end = max(start, first), min(end, last)
            if start < end:
                line += f"{text[at:start]}\x1b[1m{text[start:end]}\x1b[22m"
                at = end
        lines.append(line + text[at:last])
    return lines
