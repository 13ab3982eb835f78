"""The library as articles that quotations are looked up in, through its index."""

from collections.abc import Iterable, Sequence
from functools import lru_cache

from briefing_tui.library.index.library_index import LibraryIndex
from briefing_tui.library.index.schema import ITEM_BITS
from briefing_tui.model.briefing import Actor, Briefing, Image, Paragraph, Quote, Section, Source
from briefing_tui.verification.articles import ArticleText
from briefing_tui.verification.names import name_words
from briefing_tui.verification.shelf import SHORT
from briefing_tui.verification.words import words_of

_QUOTED, _REPORTED = 4, 3
"""The most articles that are looked into because of their quotes, and because of a phrase in their text."""
_PHRASE, _PHRASES = 3, 3
"""Words of a phrase by which an article's own words are found, and the most phrases that are looked for."""
_WITH_SHORT = 8
"""The most articles with all of a few words, which several people may have said."""
_SAID = 2_000
"""The most quotes of a speaker, the newest, that are looked through for a few words."""
_SHARED = 0.2
"""Runs that a quote shares, for each word of a quotation, that leave no doubt about the article. All that are kept are 0.4."""
_KEPT = 256


class LibraryArticles:
    """The articles of the library."""

    def __init__(self, index: LibraryIndex) -> None:
        """Take the library's index."""
        self.index = index
        self._article = lru_cache(_KEPT)(self._read)

    def likely(self, words: Sequence[str], speaker: str | None = None) -> Sequence[ArticleText]:
        """Return the articles that may have these words, the likeliest first.

        Those with a quote that shares runs of words come first. If none has all words, so do those with a phrase in their text.
        """
        weights: dict[int, int] = {}
        for quote, shared in self.index.quotes_like(" ".join(words), most=_QUOTED * 8):
            weights[quote >> ITEM_BITS] = weights.get(quote >> ITEM_BITS, 0) + shared
        numbers = sorted(weights, key=lambda number: (-weights[number], -number))[:_QUOTED]
        found = self._articles(numbers)
        if len(words) > SHORT:
            needle = f" {' '.join(words)} "
            if max(weights.values(), default=0) >= _SHARED * len(words) or any(needle in article.line for article in found):
                return found
            others: list[int] = []
        else:
            others = self.index.articles_with_words(" ".join(words), limit=_WITH_SHORT)
            if not others and speaker:
                others = self._said_by(speaker, words)
        for phrase in _phrases(words):
            others += self.index.articles_with_words(phrase, limit=_REPORTED)
        return found + self._articles(number for number in dict.fromkeys(others) if number not in numbers)

    def _said_by(self, speaker: str, words: Sequence[str]) -> list[int]:
        """Return the articles in which a speaker said most of these words."""
        names = [name.num for name in self.index.names_with_words(" ".join(name_words(speaker)[-1:]))]
        weights: dict[int, int] = {}
        for quote in self.index.quotes(names, limit=_SAID) if names else ():
            alike = len(set(words) & set(words_of(quote.words).folded))
            weights[quote.article] = max(alike, weights.get(quote.article, 0))
        likely = sorted(weights, key=lambda number: (-weights[number], -number))
        return [number for number in likely[:_REPORTED] if 2 * weights[number] > len(words)]

    def _articles(self, numbers: Iterable[int]) -> list[ArticleText]:
        """Return articles by their numbers, without those that another program removed meanwhile."""
        return [article for number in numbers if (article := self._article(number))]

    def _read(self, number: int) -> ArticleText | None:
        briefing = briefing_of(self.index, number)
        return ArticleText(briefing) if briefing else None


def _phrases(words: Sequence[str]) -> list[str]:
    """Return the runs of words that are likely to be rarest: those with most letters.

    In a short quotation they overlap, as any of its words may be changed; otherwise they do not.
    """
    size = min(_PHRASE, len(words))
    apart = 1 if len(words) <= SHORT else size
    starts = sorted(range(len(words) - size + 1), key=lambda at: -sum(map(len, words[at : at + size])))
    chosen: list[int] = []
    for start in starts:
        if all(abs(start - other) >= apart for other in chosen):
            chosen.append(start)
        if len(chosen) == _PHRASES:
            break
    return [" ".join(words[start : start + size]) for start in chosen]


def briefing_of(index: LibraryIndex, number: int) -> Briefing | None:
    """Return what the index holds of an article; None if it is not there."""
    article = index.article(number)
    if article is None:
        return None
    actors = index.actors_of(number)
    by_number = {actor.num: actor.id for actor in actors}
    sections: dict[str, Section] = {}
    for block in index.blocks(number):
        section = sections.get(block.section) or Section(block.section, None)
        if block.paragraph is None:
            sections[block.section] = Section(section.id, block.text, section.paragraphs)
        else:
            sections[block.section] = Section(section.id, section.heading, (*section.paragraphs, Paragraph(block.text)))
    return Briefing(
        article.id,
        title=article.title,
        lead=dict(index.headlines(number)).get("lead"),
        publisher=article.publisher,
        published=article.published,
        language=article.language,
        source=Source(article.file, article.url),
        actors=tuple(
            Actor(one.id, one.name, "person" if one.kind == "person" else "organization", one.roles, one.aliases)
            for one in actors
        ),
        quotes=tuple(
            Quote(
                quote.id,
                quote.parts,
                quote.kind,
                by_number.get(quote.actor or 0),
                quote.speaker,
                quote.called,
                quote.verb,
                quote.inferred,
                quote.section,
            )
            for quote in index.quotes_of(number)
        ),
        sections=tuple(sections.values()),
        images=tuple(Image(image, caption) for image, caption in index.captions_of(number, is_only_caption=True)),
    )
