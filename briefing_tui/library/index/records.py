"""The records that the index answers with."""

from msgspec import Struct

from briefing_tui.model.briefing import Briefing, Place, Problem, Quote, QuoteKind
from briefing_tui.presentation.speakers import speaker

GAP = " … "
"""What is shown between the parts of a quote."""


class ArticleRecord(Struct, frozen=True, gc=False):
    """An article of the library.

    - `num`: its number in the index; a higher one is of a later day. Numbers change when the index is made anew.
    - `id`, `file`: the briefing's id, and the name of its content file in the library's folder.
    - `published`: as the file has it, usually a day in ISO 8601.
    - `kind`: "full" or "digest"; None for a file that can't be read, which has a problem and no counts.
    - `minutes`: of reading; `quotes`, `actors`, `images`: numbers of them.
    - `modified`: when its file was last written, in seconds since 1970.
    - `address`: what identifies its address (`model.identity.address_key`), if it has one.
    """

    num: int
    id: str
    file: str
    title: str | None = None
    publisher: str | None = None
    published: str | None = None
    language: str | None = None
    url: str | None = None
    kind: str | None = None
    minutes: int | None = None
    quotes: int | None = None
    actors: int | None = None
    images: int | None = None
    modified: float = 0.0
    address: str | None = None
    problem: Problem | None = None


class QuoteRecord(Struct, frozen=True, gc=False):
    """A quote of an article.

    - `num`: its number in the index; `article` is its article's.
    - `name`, `speaker`: number and words of the speaker's name; None for an unresolved speaker.
    - `actor`: the number of the actor who speaks (`ActorRecord.num`); `called`: what the article calls the speaker there.
    - `parts`: its words, as `model.briefing.Quote` has them.
    - `places`: the place of each part; one without a paragraph is only the quote's section, None is no place at all.
    """

    num: int
    article: int
    id: str
    name: int | None
    speaker: str | None
    actor: int | None
    called: str | None
    verb: str | None
    kind: QuoteKind
    inferred: bool
    section: str | None
    parts: tuple[str, ...]
    places: tuple[Place | None, ...]

    @property
    def words(self) -> str:
        """The words of all parts, as they are shown."""
        return GAP.join(self.parts)


def worded_speaker(quote: QuoteRecord) -> str:
    """Word who said a quote, as everywhere in the program (see `presentation.speakers`)."""
    actor = None if quote.actor is None else str(quote.actor)
    said = Quote(quote.id, quote.parts, quote.kind, actor, quote.speaker, quote.called)
    return speaker(Briefing(""), said)


class ActorRecord(Struct, frozen=True, gc=False):
    """An actor of an article.

    - `name_num`, `name`: number and words of the name; `id`: the actor's id in the article.
    - `mentions`: how often the article names the actor.
    """

    num: int
    article: int
    id: str
    name_num: int
    name: str
    kind: str
    roles: tuple[str, ...]
    aliases: tuple[str, ...]
    mentions: int


class NameRecord(Struct, frozen=True, gc=False):
    """A name of actors or speakers, whoever has it, in any article.

    - `key`: the name without case and kinds of marks (`anchoring.anchors.name_key`).
    - `kind`: "person" or "organization"; None if only speakers have it who are no actors.
    - `quotes`, `articles`: the numbers of quotes by it, and of articles with it.
    """

    num: int
    key: str
    name: str
    kind: str | None
    quotes: int
    articles: int


class ArticleBlock(Struct, frozen=True, gc=False):
    """A heading or paragraph of an article's text; `paragraph` is None for a heading."""

    section: str
    paragraph: int | None
    text: str
