"""Items for the hits of a query, below their articles."""

from collections.abc import Callable, Container, Sequence
from pathlib import Path
from typing import NamedTuple

from briefing_tui.library.index.records import ArticleRecord
from briefing_tui.library.search.hits import SearchHit
from briefing_tui.library.search.passages import Span
from briefing_tui.library.search.searching import FoundArticle
from briefing_tui.model.briefing import Place
from briefing_tui.presentation.dates import day, short_day
from briefing_tui.presentation.speakers import UNATTRIBUTED
from briefing_tui.ui.text.layout import Block, Run
from briefing_tui.ui.view.pane_items import Item, Items

_BEFORE = {"caption": "▨ ", "note": "● ", "title": "", "text": "", "quote": "", "actor": "☺ "}


class FoundPlace(NamedTuple):
    """The article and the hit that an item leads to.

    Without a hit it is the article as a whole.
    """

    path: Path
    article: ArticleRecord
    hit: SearchHit | None = None

    @property
    def place(self) -> str | Place | None:
        """The place or the item to open the article at."""
        if self.hit is None:
            return None
        return self.hit.place or self.hit.item or None


def hit_items(
    found: Sequence[FoundArticle],
    folder: Path,
    shelved: Callable[[str], tuple[Block, ...] | None],
    selected: Container[Path] = (),
) -> tuple[Items, dict[str, FoundPlace]]:
    """Return the items of a result and what each leads to.

    `shelved` returns the blocks of a briefing of the list, by its path; the files `selected` are marked.
    """
    items, places = Items(), {}
    for one in found:
        path = folder / one.article.file
        if not one.hits:
            item = Item(str(path), "briefing", shelved(str(path)) or _article_blocks(one.article))
            items.append(item)
            places[item.id] = FoundPlace(path, one.article)
        head: Block | None = _head(one.article, path in selected, one.hits)
        for number, hit in enumerate(one.hits):
            blocks = _hit_blocks(hit)
            if head is not None and _is_heading(hit, one.article):
                if len(one.hits) > 1:
                    continue  # It is highlighted in the heading.
                blocks, head = (head,), None
            item = Item(f"{path}#{number}", "hit", blocks, head=head)
            items.append(item)
            places[item.id] = FoundPlace(path, one.article, hit)
            head = None
    return items.prepare(), places


def _is_heading(hit: SearchHit, article: ArticleRecord) -> bool:
    """Return whether a hit is the title, all of which is shown."""
    return hit.kind == "title" and hit.text == article.title


def _head(article: ArticleRecord, is_selected: bool, hits: Sequence[SearchHit]) -> Block:
    title = article.title or article.id
    found = next((hit.spans for hit in hits if _is_heading(hit, article)), ())
    about = " · ".join(part for part in (article.publisher, short_day(article.published or "")) if part)
    return Block(
        f"{title}  {about}",
        "meta",
        (Run(0, len(title), "name"), *(Run(start, end, "hit") for start, end in found)),
        "✓ " if is_selected else "",
        above=1,
    )


def _article_blocks(article: ArticleRecord) -> tuple[Block, ...]:
    about = " · ".join(part for part in (short_day(article.published or ""), article.publisher) if part)
    return Block(article.title or article.id, "name", above=1), Block(about, "meta")


def _hit_blocks(hit: SearchHit) -> tuple[Block, ...]:
    first = f"  {_BEFORE[hit.kind]}"
    open_mark, close_mark = ("“", "”") if hit.kind == "quote" else ("", "")
    runs = tuple(Run(start + len(open_mark), end + len(open_mark), "hit") for start, end in hit.spans)
    style = "caption" if hit.kind == "caption" else "words"
    words = Block(f"{open_mark}{hit.text}{close_mark}", style, runs, first, " " * len(first))
    who = hit.speaker if hit.kind == "quote" else ""
    about = " · ".join(part for part in (who, hit.heading if hit.kind != "title" else "") if part)
    if not about:
        return (words,)
    named = (Run(0, len(who), "speaker"),) if who not in ("", UNATTRIBUTED) else ()
    return words, Block(about, "meta", named, "  — " if who else "    ", "    ")


def place_blocks(found: FoundPlace, words: str, spans: Sequence[Span] = ()) -> list[Block]:
    """Return the details of a hit: its article and its passage.

    The ranges are highlighted in the passage.
    """
    article, hit = found.article, found.hit
    about = " · ".join(part for part in (article.publisher, day(article.published or "")) if part)
    blocks = [Block(article.title or article.id, "title", above=1), Block(about, "meta")]
    if hit is not None:
        blocks.append(Block(hit.heading, "group", above=1) if hit.heading else Block(""))
        runs = tuple(Run(start, end, "hit") for start, end in (spans if words else hit.spans))
        blocks.append(Block(words or hit.text, "text", runs))
        if hit.speaker:
            blocks.append(Block(f"— {hit.speaker}", "speaker"))
    return [block for block in blocks if block.text]
