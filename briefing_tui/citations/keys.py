"""The keys by which bibliographies call an article."""

import re
import unicodedata

from briefing_tui.citations.names import author_name
from briefing_tui.model.briefing import Briefing

_LITTLE = frozenset(("a", "an", "the", "der", "die", "das", "ein", "eine", "le", "la", "les", "el", "los", "un", "une"))


def key_of(briefing: Briefing) -> str:
    """Return the key of an article, as in `calder2025harbour`.

    It is the author's or publisher's name, the year and the first word of the title. It has Latin letters and digits only; if
    these leave nothing, it is made of the briefing's id.
    """
    name = author_name(briefing.authors[0], briefing.publisher) if briefing.authors else None
    who = (name.family or name.literal.partition(" ")[0]) if name else (briefing.publisher or "").rpartition(" ")[2]
    title = [word for word in map(_letters, (briefing.title or "").split()) if word and word not in _LITTLE]
    made = _letters(who) + (briefing.published or "")[:4] + (title[0] if title else "")
    return made if re.search("[a-z]", made) else _letters(briefing.id) or "article"


def _letters(text: str) -> str:
    plain = unicodedata.normalize("NFKD", text.casefold())
    return re.sub("[^a-z0-9]", "", plain)
