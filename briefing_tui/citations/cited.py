"""An article, or words of it, that are cited."""

from collections.abc import Iterable
from dataclasses import dataclass, field

from briefing_tui.anchoring.plain_article import PlainArticle
from briefing_tui.model.briefing import Briefing, Image, Place, Quote
from briefing_tui.presentation.conventions import quoted
from briefing_tui.presentation.dates import day
from briefing_tui.presentation.speakers import UNATTRIBUTED, speaker

_MARKS = {"“": "”", "„": "“", "«": "»", '"': '"'}
_SINGLE = str.maketrans("“”", "‘’")
_COMMAS = ",，、，"
LEFT_OUT = " […] "


@dataclass(frozen=True, slots=True)
class CitedWords:
    """Words that are cited.

    - `parts`: the words; an utterance may have several parts.
    - `is_verbatim`: they are the article's own, word for word, and not an editor's.
    - `speaker`, `credit`: who said them; whose picture they are printed below.
    - `places`: where they are in the article, from the first place's start to the last one's end, if that is known.
    """

    parts: tuple[str, ...]
    is_verbatim: bool = True
    speaker: str | None = None
    credit: str | None = None
    places: tuple[Place, ...] = ()

    @property
    def text(self) -> str:
        """The words alone, with a sign for what is left out between the parts."""
        return LEFT_OUT.join(self.parts)

    def quoted(self, language: str | None) -> str:
        """Return the words in the quotation marks of a language, those in them single.

        Words that are not the article's stay as they are.
        """
        return LEFT_OUT.join(_quoted(part, language) for part in self.parts) if self.is_verbatim else self.text


def quote_words(briefing: Briefing, quote: Quote, places: Iterable[Place] = ()) -> CitedWords:
    """Return the words of a quote with its speaker; a digest's quotes have no places."""
    who = speaker(briefing, quote)
    known = () if briefing.article == "digest" else tuple(places)
    return CitedWords(quote.parts, speaker=None if who == UNATTRIBUTED else who, places=known)


def image_words(image: Image) -> CitedWords:
    """Return the caption of an image, or else its alternative text, with the credit."""
    places = (Place(image.id),) if image.caption else ()
    return CitedWords((image.caption or image.alt or "",), credit=image.credit, places=places)


def _quoted(words: str, language: str | None) -> str:
    """Put words in quotation marks; a whole quotation keeps its own.

    A comma at the end belongs to the sentence around the quotation.
    """
    closing = _MARKS.get(words[:1])
    if closing and len(words) > 1 and words.find(closing, 1) == len(words) - 1:
        return words[:-1].rstrip(_COMMAS) + closing
    return quoted(words.rstrip(_COMMAS).translate(_SINGLE) if "„" not in words else words.rstrip(_COMMAS), language)


@dataclass(frozen=True, slots=True)
class Cited:
    """A briefing whose article is cited, as a whole or with words of it."""

    briefing: Briefing
    words: CitedWords | None = None
    article: PlainArticle | None = field(default=None, compare=False)
    """The article's words if they are at hand; made when needed otherwise."""

    @property
    def title(self) -> str:
        """The article's headline."""
        return self.briefing.title or "Untitled"

    @property
    def quoted(self) -> str:
        """The cited words in the quotation marks of the article's language."""
        return self.words.quoted(self.briefing.language) if self.words is not None else ""

    @property
    def url(self) -> str:
        """The article's web address, or an empty text."""
        return (self.briefing.source and self.briefing.source.url) or ""

    @property
    def updated(self) -> str:
        """The day of the last revision, empty if there is none (ISO 8601)."""
        modified = self.briefing.modified or ""
        return modified if modified != self.briefing.published else ""

    @property
    def revision(self) -> str:
        """The last revision (`updated 4 March 2026`) as the article's language writes it."""
        return f"updated {day(self.updated, self.briefing.language)}" if self.updated else ""

    def remark(self) -> str:
        """Return the cited words and whose they are, on one line.

        It is empty for a whole article.
        """
        if self.words is None:
            return ""
        whose = self.words.speaker or self.words.credit or ("" if self.words.is_verbatim else "a briefing's words")
        return " ".join(f"{self.quoted}{f' ({whose})' if whose else ''}".split())
