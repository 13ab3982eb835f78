"""Words with their source, as the user pastes them into a text."""

from typing import NamedTuple

from briefing_tui.model.briefing import Briefing
from briefing_tui.presentation.dates import day

_MARKS = {"“": "”", "„": "“", "«": "»", '"': '"'}
_SINGLE = str.maketrans("“”", "‘’")


class CopiedText(NamedTuple):
    """Words that are copied out of the reader."""

    parts: tuple[str, ...]
    """The words; an utterance may have several parts."""
    name: str
    """What a message calls them."""
    is_verbatim: bool = True
    """Whether they are the article's own, word for word, and not an editor's."""
    speaker: str | None = None
    """Who said them."""

    @property
    def text(self) -> str:
        """The words alone, with a sign for what is left out between the parts."""
        return " […] ".join(self.parts)


def cite(briefing: Briefing, copied: CopiedText) -> str:
    """Return “words” — Speaker, Title (Publisher, date, URL), without what the briefing does not know.

    Words that are not the article's get no quotation marks; it is said whose they are.
    """
    url = briefing.source.url if briefing.source else None
    where = ", ".join(part for part in (briefing.publisher, day(briefing.published or ""), url) if part)
    title = briefing.title or "Untitled"
    origin = f"{title} ({where})" if where else title
    if not copied.is_verbatim:
        return f"{copied.text} — a briefing's words on {origin}"
    words = " […] ".join(_quoted(part) for part in copied.parts)
    return f"{words} — {copied.speaker}, {origin}" if copied.speaker else f"{words} — {origin}"


def _quoted(words: str) -> str:
    """Return the words in quotation marks, with single ones in them; a whole quotation stays as it is."""
    closing = _MARKS.get(words[:1])
    if closing and len(words) > 1 and words.find(closing, 1) == len(words) - 1:
        return words
    return f"“{words.translate(_SINGLE)}”"
