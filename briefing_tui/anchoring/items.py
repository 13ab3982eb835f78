"""The items of a briefing with what tells those of the same words apart.

An item is a quote, actor, image or section. Its surroundings are its section, its speaker, credit or roles, its neighbours among
the items of its kind, and the words beside it in the article.
"""

from collections.abc import Sequence
from functools import cached_property

from briefing_tui.anchoring.anchors import locate_quotes, occurrences, opens_quotation
from briefing_tui.anchoring.like_items import LikeItem, LikeItems
from briefing_tui.anchoring.plain_article import PlainArticle
from briefing_tui.anchoring.surroundings import Context, Surroundings, plain
from briefing_tui.model.briefing import Actor, Briefing, Image, Place, Quote, Section
from briefing_tui.model.selector import Selector
from briefing_tui.presentation.sections import heading_of, section_heading
from briefing_tui.presentation.speakers import UNATTRIBUTED, speaker

Item = Quote | Actor | Image | Section

CONTEXT = 64
"""Code points of context on each side; four times as many if other items have the same words."""
_NEIGHBOUR = 40
"""Code points of a neighbour's words that are enough to know it again."""

_NONE = "—"
"""Stands for the neighbour that a first or last item lacks; an empty text for one that is unknown."""


def words_of(item: Item) -> str:
    """Return the words of an item: its parts, name, caption or heading.

    Each part of a quote is a line.
    """
    if isinstance(item, Quote):
        return "\n".join(item.parts)
    if isinstance(item, Actor):
        return item.name
    if isinstance(item, Image):
        return item.caption or item.alt or item.url or ""
    return section_heading(item)


def attribution_of(briefing: Briefing, item: Item) -> str:
    """Return a quote's speaker, an image's credit or an actor's roles."""
    if isinstance(item, Quote):
        who = speaker(briefing, item)
        return "" if who == UNATTRIBUTED else who
    if isinstance(item, Image):
        return item.credit or ""
    return "; ".join(item.roles) if isinstance(item, Actor) else ""


def section_of(briefing: Briefing, item: Item) -> str:
    """Return the heading of an item's section; a section's own heading."""
    if isinstance(item, Section):
        return section_heading(item)
    return "" if isinstance(item, Actor) else heading_of(briefing, item.section)


class KindIndex:
    """The items of one kind by their ids and by their words."""

    def __init__(self, items: Sequence[Item]) -> None:
        self.items = items
        self.by_id = {item.id: item for item in reversed(items)}
        self.numbers = {item.id: number for number, item in enumerate(items)}
        self._by_words: dict[str, list[Item]] = {}
        for item in items:
            self._by_words.setdefault(plain(words_of(item)), []).append(item)

    def of_words(self, words: str) -> list[Item]:
        """Return the items with the same words, whatever their case and marks."""
        return self._by_words.get(plain(words), [])

    def beside(self, item: Item) -> tuple[str, str]:
        """Return how the items before and after an item begin.

        Actors are told with their roles.
        """
        number = self.numbers[item.id]
        before = _known_by(self.items[number - 1]) if number else _NONE
        after = _known_by(self.items[number + 1]) if number + 1 < len(self.items) else _NONE
        return before, after


def _known_by(item: Item) -> str:
    words = f"{item.name} ({', '.join(item.roles)})" if isinstance(item, Actor) and item.roles else words_of(item)
    return words[:_NEIGHBOUR]


class ItemIndex:
    """The items of one article, made once and asked for many notes."""

    def __init__(self, article: PlainArticle) -> None:
        self.article, self.briefing = article, article.briefing
        self._likes: dict[tuple[str, str], LikeItems[Item]] = {}

    @cached_property
    def _kinds(self) -> dict[str, KindIndex]:
        briefing = self.briefing
        lists: dict[str, Sequence[Item]] = {
            "quote": briefing.quotes, "actor": briefing.actors, "image": briefing.images, "section": briefing.sections,
        }  # fmt: skip
        return {kind: KindIndex(items) for kind, items in lists.items()}

    def of_kind(self, kind: str) -> KindIndex:
        """Return the items of a kind of note: quote, actor, image or section."""
        return self._kinds[kind]

    @cached_property
    def _quote_places(self) -> dict[str, tuple[Place | None, ...]]:
        return locate_quotes(self.briefing)

    def places(self, item: Item) -> tuple[Place, ...]:
        """Return the places of an item in the article; an actor has none."""
        if isinstance(item, Section | Image):
            return (Place(item.id),)
        return tuple(filter(None, self._quote_places[item.id])) if isinstance(item, Quote) else ()

    def span(self, item: Item) -> tuple[int, int] | None:
        """Return the range of an item in the article's text.

        It is empty for an item that only comes in there, and None if unknown.
        """
        if isinstance(item, Actor):
            return None
        if isinstance(item, Section):
            span = self.article.span(Place(item.id))
            return span and (span[0], span[0])
        spans = [] if self.briefing.article == "digest" and isinstance(item, Quote) else map(self.article.span, self.places(item))
        known = [span for span in spans if span]
        if known:
            return min(span[0] for span in known), max(span[1] for span in known)
        return self._after_paragraph(item)

    def _after_paragraph(self, item: Quote | Image) -> tuple[int, int] | None:
        """Return where an item that is not in the text comes in: after a paragraph of its section."""
        if item.section is None or item.after is None:
            return None
        span = self.article.span(Place(item.section, max(item.after, 0)))
        at = span and span[item.after >= 0]
        return None if at is None else (at, at)

    def context(self, item: Item, reach: int) -> Context:
        """Return up to `reach` code points of the article on either side of an item."""
        if (span := self.span(item)) is None:
            return Context()
        text = self.article.text
        return Context(text[max(0, span[0] - reach) : span[0]], text[span[1] : span[1] + reach])

    def has_sure_place(self, item: Item) -> bool:
        """Return whether an item is where its words are found.

        It may not be if its words are also elsewhere in its section, as a quotation that is no other quote's. That happens if a
        quote is removed from a content file by hand: its words stay, and which of the two is left is unknown.
        """
        places = self.places(item) if isinstance(item, Quote) else ()
        if not isinstance(item, Quote) or self.briefing.article == "digest" or not places:
            return True
        section = next((one for one in self.briefing.sections if one.id == places[0].at), None)
        taken = self._taken
        for number, paragraph in enumerate(section.paragraphs if section else ()):
            for start, end in occurrences(item.parts[0], paragraph.text):
                is_free = all(end <= first or last <= start for first, last in taken.get((places[0].at, number), ()))
                if is_free and opens_quotation(paragraph, start):
                    return False
        return True

    @cached_property
    def _taken(self) -> dict[tuple[str, int | None], list[tuple[int, int]]]:
        """The ranges of all quotes by section and paragraph."""
        taken: dict[tuple[str, int | None], list[tuple[int, int]]] = {}
        for places in self._quote_places.values():
            for place in filter(None, places):
                taken.setdefault((place.at, place.paragraph), []).append((place.start or 0, place.end or 0))
        return taken

    def surroundings(self, kind: str, item: Item) -> Surroundings:
        """Return what tells an item from others of the same words."""
        own_section = self.of_kind("section").by_id.get(item.section or "") if isinstance(item, Quote | Image) else None
        section = words_of(own_section) if own_section else ""
        return Surroundings(section, attribution_of(self.briefing, item), self._own(item), *self.of_kind(kind).beside(item))

    def _own(self, item: Item) -> str:
        if isinstance(item, Image):
            return (item.url or "").partition("?")[0] or item.alt or ""
        if isinstance(item, Quote):
            speakers = self.of_kind("actor").by_id
            return attribution_of(self.briefing, speakers[item.speaker]) if item.speaker in speakers else ""
        if isinstance(item, Section):
            span = self.article.span(Place(item.id))
            return self.article.text[max(span[0], span[1] - CONTEXT) : span[1]] if span else ""
        return "; ".join(item.aliases)

    def like(self, kind: str, words: str) -> LikeItems[Item]:
        """Return the items of a kind that have some words."""
        key = kind, plain(words)
        if key not in self._likes:
            members = [
                LikeItem(item, self.surroundings(kind, item), self.context(item, CONTEXT * 4))
                for item in self.of_kind(kind).of_words(words)
            ]
            self._likes[key] = LikeItems(members)
        return self._likes[key]

    def describe(self, kind: str, item: Item) -> Selector:
        """Describe an item by its words and its surroundings."""
        words = words_of(item)
        like, is_alone = self.like(kind, words), len(self.of_kind(kind).of_words(words)) == 1
        here, about = self.context(item, CONTEXT if is_alone else CONTEXT * 4), self.surroundings(kind, item)
        span = self.span(item) or (max(0, self.article.text.find(words)),)
        return Selector(
            words, here.before, here.after, span[0], is_alone, (0, 0) if is_alone else like.shared(item), None, like.state,
            about.own, (about.before, about.after), like.common(item),
        )  # fmt: skip
