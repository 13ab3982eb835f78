"""Items for what two articles share, and what only one has."""

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from briefing_tui.model.briefing import Actor, Briefing, Image, Quote
from briefing_tui.presentation.dates import short_day
from briefing_tui.presentation.speakers import UNATTRIBUTED, speaker
from briefing_tui.ui.text.layout import Block, Run
from briefing_tui.ui.view.pane_items import Item, Items
from briefing_tui.verification.same_words import Likeness
from briefing_tui.verification.side_by_side import SideBySide

_BESIDE = 90
"""Columns of the list from which what both have is in two columns."""


class ComparedLine(NamedTuple):
    """A line of the comparison, with its item's id in either article."""

    words: str
    one: str | None = None
    other: str | None = None


_Line = tuple[ComparedLine, list[Block]]


def compared_items(found: SideBySide, width: int) -> tuple[Items, list[ComparedLine]]:
    """Return the items of a comparison and what each leads to, in the same order."""
    items, lines = Items(), []
    for title, part in _parts(found, width):
        head: Block | None = Block(title, "group", above=1)
        for line, blocks in part:
            items.append(Item(str(len(items)), "hit", tuple(blocks), head=head))
            lines.append(line)
            head = None
    return items.prepare(), lines


def _parts(found: SideBySide, width: int) -> Iterator[tuple[str, Sequence[_Line]]]:
    one, other = found.one, found.other
    differing_first = sorted(found.quotes, key=lambda shared: _likeness_rank(shared.likeness))
    both = [_shared_quote(one, each.one, other, each.other, each.likeness, width) for each in differing_first]
    yield f"Quotes in both ({len(both)})", both
    yield f"Quotes only on the left ({len(found.quotes_of_one)})", [_quote(one, quote, False) for quote in found.quotes_of_one]
    yield (
        f"Quotes only on the right ({len(found.quotes_of_other)})",
        [_quote(other, quote, True) for quote in found.quotes_of_other],
    )
    yield f"People and organisations in both ({len(found.actors)})", [_shared_actor(*pair) for pair in found.actors]
    yield "Only on the left", [_actor(actor, False) for actor in found.actors_of_one]
    yield "Only on the right", [_actor(actor, True) for actor in found.actors_of_other]
    yield "Captions in both", [_shared_caption(each.one, each.other, each.likeness, width) for each in found.captions]
    yield "Captions only on the left", [_caption(image, False) for image in found.captions_of_one]
    yield "Captions only on the right", [_caption(image, True) for image in found.captions_of_other]


def _likeness_rank(likeness: Likeness) -> int:
    """Return a number that is lower the more two quotes differ."""
    if likeness.relation == "different words":
        return 0
    return 1 if likeness.is_by_other else 3 if likeness.relation == "identical" else 2


def heading_of(briefing: Briefing) -> str:
    """Return an article's title with publisher and date."""
    about = (briefing.title or briefing.id, briefing.publisher, short_day(briefing.published or ""))
    return " · ".join(part for part in about if part)


def _words(quote: Quote) -> str:
    return f"“{' … '.join(' '.join(part.split()) for part in quote.parts)}”"


def _beside(one: str, other: str, width: int) -> list[Block]:
    """Return the words of both: in two columns, or one below the other; once if they are the same."""
    if one == other:
        return [Block(one, "words", (), "  ", "  ")]
    if width >= _BESIDE:
        return [Block(f"{one}\t{other}", "words", form="table", first="  ", rest="  ")]
    return [Block(one, "words", (), "◂ ", "  "), Block(other, "words", (), "▸ ", "  ")]


def _difference(likeness: Likeness) -> list[Block]:
    blocks = [
        Block(f"{change.draft or '(nothing)'} → {change.article or '(nothing)'}", "problem", (), "    ", "    ")
        for change in likeness.changes
    ]
    style = "good" if likeness.relation == "identical" else "problem"
    return [Block(likeness.relation, style, (), "  ", "  "), *blocks]


def _shared_quote(one: Briefing, quote: Quote, other: Briefing, same: Quote, likeness: Likeness, width: int) -> _Line:
    blocks = [*_beside(_words(quote), _words(same), width), *_difference(likeness)]
    who, whom = speaker(one, quote), speaker(other, same)
    text = who if who == whom else f"{who} on the left, {whom} on the right"
    style = "problem" if likeness.is_by_other else "meta"
    blocks.append(Block(text, style, (), "  — ", "    "))
    blocks[0] = blocks[0]._replace(above=1)
    return ComparedLine(f"{_words(quote)}\n{_words(same)}", quote.id, same.id), blocks


def _quote(briefing: Briefing, quote: Quote, is_other: bool) -> _Line:
    who = speaker(briefing, quote)
    runs = (Run(0, len(who), "speaker"),) if who != UNATTRIBUTED else ()
    sign = "▸ " if is_other else "◂ "
    blocks = [Block(_words(quote), "words", (), sign, "  ", 1), Block(who, "meta", runs, "  — ", "    ")]
    return _line(_words(quote), quote.id, is_other), blocks


def _line(words: str, item: str, is_other: bool) -> ComparedLine:
    return ComparedLine(words, None, item) if is_other else ComparedLine(words, item)


def _shared_actor(one: Actor, other: Actor) -> _Line:
    name = one.name if one.name == other.name else f"{one.name} / {other.name}"
    roles = " · ".join(dict.fromkeys((*one.roles, *other.roles)))
    block = Block(f"{name}  {roles}".rstrip(), "meta", (Run(0, len(name), "name"),), "  ", "    ")
    return ComparedLine(name, one.id, other.id), [block]


def _actor(actor: Actor, is_other: bool) -> _Line:
    text = f"{actor.name}  {' · '.join(actor.roles)}".rstrip()
    sign = "▸ " if is_other else "◂ "
    return _line(actor.name, actor.id, is_other), [Block(text, "meta", (Run(0, len(actor.name), "name"),), sign, "    ")]


def _shared_caption(one: Image, other: Image, likeness: Likeness, width: int) -> _Line:
    blocks = [*_beside(one.caption or "", other.caption or "", width), *_difference(likeness)]
    return ComparedLine(one.caption or "", one.id, other.id), blocks


def _caption(image: Image, is_other: bool) -> _Line:
    sign = "▸ " if is_other else "◂ "
    return _line(image.caption or "", image.id, is_other), [Block(image.caption or "", "caption", (), sign, "  ")]
