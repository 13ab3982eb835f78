"""Made-up articles with identical items, and edits that follow each item.

Sections, quotes, captions and actors share their words with others. Every item and paragraph has a key that it keeps through all
edits, so that the item that a note was made on is known afterwards. The same seed makes the same articles and edits.
"""

import random
from collections.abc import Callable
from copy import deepcopy
from dataclasses import dataclass, field
from typing import TypeVar

from msgspec.structs import replace

from benchmarks.notes.common_articles import CommonArticles
from briefing_tui.contentfile.ids import with_default_ids
from briefing_tui.model.briefing import Actor, Briefing, Image, Paragraph, Quote, Section

Thing = TypeVar("Thing")

_QUOTES = (
    "No comment.",
    "It moved.",
    "We measured it three times.",
    "Nobody's money is safe in this harbour until the quay has been paid for, and the quay will never be paid for.",
)
_CAPTIONS = ("The east quay", "Cracks run the length of the east quay.", "A view of the harbour in March")
_CREDITS = ("Photo: Portolan Archive", "Photo: Ines Calder", None)
_HEADINGS = ("Background", "Who pays", "What happens next")
_NAMES = ("Maria Ortega", "Teodor Askew", "The harbour board", "Jon Falk")
_ROLES = ("harbour engineer", "skipper", "mayor")


@dataclass
class MadeQuote:
    """A quote; `speaker` is the key of an actor."""

    key: int
    words: str
    speaker: int | None


@dataclass
class MadeImage:
    """An image, which follows a paragraph."""

    key: int
    caption: str
    credit: str | None
    url: str


@dataclass
class MadeParagraph:
    """Sentences with a quote between them, and the images that follow."""

    key: int
    before: str
    after: str
    quote: MadeQuote | None = None
    images: list[MadeImage] = field(default_factory=list)

    @property
    def text(self) -> str:
        """The words of the paragraph."""
        said = f"“{self.quote.words}” she said." if self.quote else ""
        return " ".join(part for part in (self.before, said, self.after) if part)


@dataclass
class MadeSection:
    """A heading with its paragraphs."""

    key: int
    heading: str
    paragraphs: list[MadeParagraph]


@dataclass
class MadeActor:
    """An actor."""

    key: int
    name: str
    roles: tuple[str, ...]


@dataclass
class MadeArticle:
    """An article before it becomes a briefing.

    `unlisted` are the keys of quotes whose words stay in the text, while the briefing does not list them any more.
    """

    sections: list[MadeSection]
    actors: list[MadeActor]
    is_digest: bool
    unlisted: set[int] = field(default_factory=set)

    def paragraphs(self) -> list[MadeParagraph]:
        """Return all paragraphs in order."""
        return [paragraph for section in self.sections for paragraph in section.paragraphs]

    def shown(self, paragraph: MadeParagraph) -> str:
        """Return the text of a paragraph in the briefing; a digest's has no quotes."""
        return f"{paragraph.before} {paragraph.after}".strip() if self.is_digest else paragraph.text

    def quotes(self) -> list[MadeQuote]:
        """Return the listed quotes in order."""
        found = [paragraph.quote for paragraph in self.paragraphs() if paragraph.quote]
        return [quote for quote in found if quote.key not in self.unlisted]

    def images(self) -> list[MadeImage]:
        """Return all images in order."""
        return [image for paragraph in self.paragraphs() for image in paragraph.images]


@dataclass(frozen=True)
class Made:
    """A briefing with the key of each of its items by id."""

    briefing: Briefing
    keys: dict[str, int]


class AlikeArticles:
    """Makes articles in which many items have the same words, and edits them."""

    def __init__(self, seed: int) -> None:
        self.random = random.Random(seed)
        self._sentences = CommonArticles(seed)
        self._next = 0

    # Making

    def _key(self) -> int:
        self._next += 1
        return self._next

    def _sentence(self) -> str:
        return " ".join(self._sentences.sentence())

    def _some(self, most: int) -> str:
        """Return no sentence, or up to `most`."""
        return " ".join(self._sentence() for _ in range(self.random.randint(0, most)))

    def _quote(self, actors: list[MadeActor]) -> MadeQuote:
        speaker = self.random.choice([None, *(actor.key for actor in actors)])
        return MadeQuote(self._key(), self.random.choice(_QUOTES), speaker)

    def _image(self) -> MadeImage:
        key = self._key()
        url = self.random.choice((f"https://harbour.example/{key}.jpg", ""))
        return MadeImage(key, self.random.choice(_CAPTIONS), self.random.choice(_CREDITS), url)

    def _actor(self) -> MadeActor:
        return MadeActor(
            self._key(), self.random.choice(_NAMES), tuple(self.random.sample(_ROLES, self.random.choice((0, 1, 1, 2))))
        )

    def _paragraph(self, actors: list[MadeActor]) -> MadeParagraph:
        key = self._key()
        quote = self._quote(actors) if self.random.random() < 0.5 else None
        before, after = self._some(2), self._some(2)
        if not quote and not before + after:
            before = self._sentence()
        images = [self._image()] if self.random.random() < 0.25 else []
        return MadeParagraph(key, before, after, quote, images)

    def _section(self, actors: list[MadeActor]) -> MadeSection:
        paragraphs = [self._paragraph(actors) for _ in range(self.random.randint(1, 5))]
        return MadeSection(self._key(), self.random.choice(_HEADINGS), paragraphs)

    def article(self) -> MadeArticle:
        """Make an article.

        One in five is a digest, whose quotes have no place in the text.
        """
        actors = [self._actor() for _ in range(self.random.randint(2, 6))]
        sections = [self._section(actors) for _ in range(self.random.randint(2, 6))]
        return MadeArticle(sections, actors, self.random.random() < 0.2)

    # Editing

    def edited(self, article: MadeArticle, most: int = 4) -> MadeArticle:
        """Return the article after one to `most` random edits."""
        after = deepcopy(article)
        for _ in range(self.random.randint(1, most)):
            self.random.choice(_EDITS)(self, after)
        return after

    def _delete(self, article: MadeArticle) -> None:
        what = self.random.choice(("paragraph", "quote", "unlisted", "image", "section", "actor"))
        section = self.random.choice(article.sections)
        paragraph = self.random.choice(section.paragraphs) if section.paragraphs else None
        if what == "section" and len(article.sections) > 1:
            article.sections.remove(section)
        elif what == "actor" and len(article.actors) > 1:
            self._drop_actor(article, self.random.choice(article.actors))
        elif what == "paragraph" and paragraph:
            section.paragraphs.remove(paragraph)
        elif what == "quote" and (holders := [one for one in article.paragraphs() if one.quote]):
            self.random.choice(holders).quote = None
        elif what == "unlisted" and (quotes := article.quotes()):
            article.unlisted.add(self.random.choice(quotes).key)
        elif what == "image" and (holders := [one for one in article.paragraphs() if one.images]):
            self.random.choice(holders).images.pop()

    def _drop_actor(self, article: MadeArticle, actor: MadeActor) -> None:
        article.actors.remove(actor)
        for paragraph in article.paragraphs():
            if paragraph.quote and paragraph.quote.speaker == actor.key:
                paragraph.quote.speaker = None

    def _swap(self, article: MadeArticle) -> None:
        """Exchange two items of the same words, each with what belongs to it.

        If nothing tells them apart, nothing is exchanged.
        """
        what = self.random.choice(("quote", "paragraph", "image", "section", "actor"))
        paragraphs = article.paragraphs()
        if what in ("quote", "paragraph"):
            quotes = [paragraph.quote for paragraph in paragraphs if paragraph.quote]
            speakers = {actor.key: (actor.name, actor.roles) for actor in article.actors}
            texts = {paragraph.quote.key: paragraph.text for paragraph in paragraphs if paragraph.quote and what == "paragraph"}
            pair = self._twins(quotes, lambda one: (one.words, (speakers.get(one.speaker or 0), texts.get(one.key))))
            if pair:
                first, second = (next(one for one in paragraphs if one.quote is quote) for quote in pair)
                if what == "quote":
                    first.quote, second.quote = second.quote, first.quote
                else:
                    _exchange([section.paragraphs for section in article.sections], first, second)
        elif what == "image" and (images := self._twins(article.images(), lambda one: (one.caption, (one.credit, one.url)))):
            _exchange([one.images for one in paragraphs], *images)
        elif what == "section" and (sections := self._twins(article.sections, lambda one: (one.heading, one.key))):
            _exchange([article.sections], *sections)
        elif what == "actor" and (actors := self._twins(article.actors, lambda one: (one.name, one.roles))):
            _exchange([article.actors], *actors)

    def _twins(self, things: list[Thing], about: Callable[[Thing], tuple[str, object]]) -> tuple[Thing, Thing] | None:
        """Choose two things of the same words that differ otherwise.

        `about` returns the words and the rest.
        """
        pairs = [
            (one, other)
            for at, one in enumerate(things)
            for other in things[at + 1 :]
            if about(one)[0] == about(other)[0] and about(one)[1] != about(other)[1]
        ]
        return self.random.choice(pairs) if pairs else None

    def _insert(self, article: MadeArticle) -> None:
        """Add an item, often one of the same words as another."""
        what = self.random.choice(("paragraph", "paragraph", "image", "section", "actor"))
        section = self.random.choice(article.sections)
        if what == "section":
            article.sections.insert(self.random.randint(0, len(article.sections)), self._section(article.actors))
        elif what == "actor":
            article.actors.insert(self.random.randint(0, len(article.actors)), self._actor())
        elif what == "image" and section.paragraphs:
            self.random.choice(section.paragraphs).images.insert(0, self._image())
        else:
            section.paragraphs.insert(self.random.randint(0, len(section.paragraphs)), self._paragraph(article.actors))

    def _reorder(self, article: MadeArticle) -> None:
        self.random.shuffle(article.sections)

    def _reword(self, article: MadeArticle) -> None:
        """Change the words beside a quote or image, or elsewhere."""
        if paragraphs := article.paragraphs():
            one = self.random.choice(paragraphs)
            if self.random.random() < 0.5:
                one.before = self._some(2)
            else:
                one.after = self._some(2)
            if not one.text:
                one.before = self._sentence()

    def _respeak(self, article: MadeArticle) -> None:
        """Change a speaker, a credit or the roles of an actor."""
        what = self.random.choice(("quote", "quote", "image", "actor"))
        if what == "quote" and (quotes := article.quotes()):
            self.random.choice(quotes).speaker = self.random.choice([None, *(actor.key for actor in article.actors)])
        elif what == "image" and (images := article.images()):
            self.random.choice(images).credit = self.random.choice(_CREDITS)
        elif what == "actor":
            self.random.choice(article.actors).roles = self._actor().roles

    def _rename(self, article: MadeArticle) -> None:
        if self.random.random() < 0.5:
            self.random.choice(article.sections).heading = self.random.choice((*_HEADINGS, "The bill"))
        else:
            self.random.choice(article.actors).name = self.random.choice((*_NAMES, "Ines Calder"))

    # The briefing

    def built(self, article: MadeArticle, known: Made | None = None) -> Made:
        """Return the briefing of an article.

        With `known`, items keep the ids that they have there, as when a content file is edited by hand; otherwise all ids are
        given anew, as when the article is built again.
        """
        old = {key: name for name, key in known.keys.items()} if known else {}
        names = {actor.key: actor.name for actor in article.actors}
        quotes, images, sections = [], [], []
        for section in article.sections:
            at = str(section.key)
            paragraphs = [paragraph for paragraph in section.paragraphs if article.shown(paragraph)]
            shown = tuple(Paragraph(article.shown(paragraph)) for paragraph in paragraphs)
            sections.append(Section(at, section.heading, shown))
            after = -1
            for paragraph in section.paragraphs:
                after += paragraph in paragraphs
                said = paragraph.quote
                if said and said.key not in article.unlisted:
                    who, name = (str(said.speaker), names.get(said.speaker)) if said.speaker else (None, None)
                    quotes.append(Quote(str(said.key), (said.words,), "direct", who, name, section=at, after=after))
                images += [
                    Image(str(one.key), one.caption, None, one.credit, one.url or None, at, after) for one in paragraph.images
                ]
        made = Briefing(
            "harbour",
            title="The harbour",
            article="digest" if article.is_digest else "full",
            actors=tuple(Actor(str(one.key), one.name, "person", one.roles) for one in article.actors),
            quotes=tuple(quotes),
            images=tuple(images),
            sections=tuple(sections),
        )
        return _named(made, old)


def _named(made: Briefing, old: dict[int, str]) -> Made:
    """Give the items of a briefing their ids; so far these are their keys."""
    fresh = with_default_ids(made)
    if not old:
        return Made(fresh, _keys(made, fresh))
    taken = set(old.values())
    new: dict[str, str] = {}
    for before, after in zip(_items(made), _items(fresh), strict=True):
        name = old.get(int(before.id))
        if name is None:
            name, number = after.id, 0
            while name in taken:
                number += 1
                name = f"{after.id}-{number}"
            taken.add(name)
        new[after.id] = name
    quotes = tuple(
        replace(one, id=new[one.id], speaker=new.get(one.speaker or ""), section=new.get(one.section or ""))
        for one in fresh.quotes
    )
    kept = replace(
        fresh,
        actors=tuple(replace(one, id=new[one.id]) for one in fresh.actors),
        sections=tuple(replace(one, id=new[one.id]) for one in fresh.sections),
        quotes=quotes,
        images=tuple(replace(one, id=new[one.id], section=new.get(one.section or "")) for one in fresh.images),
    )
    return Made(kept, _keys(made, kept))


def _items(briefing: Briefing) -> list[Actor | Section | Quote | Image]:
    return [*briefing.actors, *briefing.sections, *briefing.quotes, *briefing.images]


def _keys(made: Briefing, named: Briefing) -> dict[str, int]:
    return {after.id: int(before.id) for before, after in zip(_items(made), _items(named), strict=True)}


def _exchange(lists: list[list[Thing]], one: Thing, other: Thing) -> None:
    """Put two things in each other's place; each is in one of the lists."""
    for things in lists:
        things[:] = [other if thing is one else one if thing is other else thing for thing in things]


_EDITS: tuple[Callable[[AlikeArticles, MadeArticle], None], ...] = (
    AlikeArticles._delete,
    AlikeArticles._delete,
    AlikeArticles._swap,
    AlikeArticles._swap,
    AlikeArticles._insert,
    AlikeArticles._insert,
    AlikeArticles._reorder,
    AlikeArticles._reword,
    AlikeArticles._reword,
    AlikeArticles._respeak,
    AlikeArticles._rename,
)
