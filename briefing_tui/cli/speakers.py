"""Whose words: the quotes of a speaker who is named as a person would type it."""

import re
import unicodedata

from briefing_tui.model.briefing import Briefing, Quote
from briefing_tui.presentation.speakers import UNATTRIBUTED, unresolved_speaker


def said_by(name: str, briefing: Briefing) -> tuple[Quote, ...]:
    """The quotes of every speaker with a name or alias that has these words, in order.

    Words match from their beginning ("khal" finds Khalique). Small letters match capitals too, capitals only themselves;
    accents and kinds of apostrophe don't matter. `she` finds what the article attributes to nobody else than "she", and
    `unattributed` what it attributes to nobody.
    """
    plain = _plain(name)
    if not plain:
        return ()
    pattern = re.compile(rf"(?<!\w){re.escape(plain)}", 0 if plain != plain.lower() else re.IGNORECASE)
    aliases = {actor.id: (actor.name, *actor.aliases) for actor in briefing.actors}

    def is_meant(quote: Quote) -> bool:
        names = [*aliases.get(quote.speaker or "", ()), quote.speaker_name or "", unresolved_speaker(briefing, quote) or ""]
        return any(pattern.search(_plain(known)) for known in names if known) or (
            not any(names) and plain.lower() == UNATTRIBUTED
        )

    return tuple(quote for quote in briefing.quotes if is_meant(quote))


def _plain(text: str) -> str:
    letters = unicodedata.normalize("NFKD", text.translate({0x2019: "'", 0x2018: "'"}))
    return " ".join("".join(char for char in letters if not unicodedata.combining(char)).split())
