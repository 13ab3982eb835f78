"""Words with where they come from, as a person pastes them into a text."""

from typing import NamedTuple

from briefing_tui.model.briefing import Briefing
from briefing_tui.presentation.dates import day

_MARKS = {"“": "”", "„": "“", "«": "»", '"': '"'}
_SINGLE = str.maketrans("“”", "‘’")


class Taken(NamedTuple):
    """Words taken out of the reader. `what` names them for a message; `parts` are the article's own, word for word, or, where
    `is_verbatim` is false, an editor's; `speaker` said them."""

    parts: tuple[str, ...]
    what: str
    is_verbatim: bool = True
    speaker: str | None = None

    @property
    def text(self) -> str:
        """The words alone; what stands between the parts of an utterance is shown as left out."""
        return " […] ".join(self.parts)


def cite(briefing: Briefing, taken: Taken) -> str:
    """“words” — Speaker, Title (Publisher, date, URL); what the briefing does not know is left out.

    Words that are not the article's get no quotation marks, and it is said whose they are.
    """
    url = briefing.source.url if briefing.source else None
    where = ", ".join(part for part in (briefing.publisher, day(briefing.published or ""), url) if part)
    title = briefing.title or "Untitled"
    origin = f"{title} ({where})" if where else title
    if not taken.is_verbatim:
        return f"{taken.text} — a briefing's words on {origin}"
    words = " […] ".join(_quoted(part) for part in taken.parts)
    return f"{words} — {taken.speaker}, {origin}" if taken.speaker else f"{words} — {origin}"


def _quoted(words: str) -> str:
    """The words in quotation marks; those within them become single ones. A quotation as a whole stays as it is."""
    closing = _MARKS.get(words[:1])
    if closing and len(words) > 1 and words.find(closing, 1) == len(words) - 1:
        return words
    return f"“{words.translate(_SINGLE)}”"
