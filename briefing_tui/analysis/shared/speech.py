"""Hold quotations with their speakers, before they are joined to utterances."""

from collections.abc import Sequence
from typing import Literal, Protocol

from msgspec import Struct

from briefing_tui.analysis.shared.quote_marks import Quotation

QuoteKind = Literal["direct", "partial"]


class SpeakingReferent(Protocol):
    """Someone or something that speaks in an article.

    Parts of one utterance have the same one.
    """

    @property
    def display_name(self) -> str:
        """The fullest name, or the description of someone without a name."""


class Speaker(Struct):
    """The speaker of a quotation.

    `text` is the article's word for the referent there, `verb` the verb as written; `inferred` means that no tag names the
    speaker.
    """

    referent: SpeakingReferent
    text: str
    verb: str | None
    inferred: bool


class SpokenPart(Struct):
    """A run of quoted words: the paragraph's number, and the range.

    `joins` means that it continues the utterance of the part before.
    """

    paragraph: int
    start: int
    end: int
    kind: QuoteKind
    speaker: Speaker | None
    joins: bool = False


class ParagraphState(Struct):
    """The state of reading one paragraph: its quotations, and who is speaking.

    `announced` is the speaker whom a colon before the paragraph announced. `previous` is the person whom the paragraph before is
    about, `current` the one whom this paragraph is about so far, `group` an organisation or group that was its subject since
    then. `has_quotes` is true once a quotation was read.
    """

    number: int
    quotes: Sequence[Quotation]
    inners: Sequence[str]
    announced: Speaker | None
    previous: Speaker | None
    current: Speaker | None = None
    group: Speaker | None = None
    has_quotes: bool = False
