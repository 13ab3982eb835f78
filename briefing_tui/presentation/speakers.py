"""Put into words who said a quote, alike in the reader, the shell and exports.

There are three cases:

- The article names the speaker, or has a description that it never replaces by a name: `Maria Ortega`, `a skipper`.
- The article has only a pronoun or other words that could not be resolved: `“she” (unidentified)`.
- The article has no words for the speaker: `unattributed`.

JSON has no wording: `speaker` is the actor's id, `speaker_name` the name or description, and `speaker_text` the article's own
words. A speaker is unresolved if `speaker` is null and `speaker_name` is null or a pronoun.
"""

import re
import unicodedata

from briefing_tui.model.briefing import Briefing, Quote
from briefing_tui.presentation.conventions import conventions

UNATTRIBUTED = "unattributed"


def speaker(briefing: Briefing, quote: Quote) -> str:
    """Word who said a quote: a name, the marked words of the article, or `unattributed`."""
    if name := named_speaker(briefing, quote):
        return name
    words = unresolved_speaker(briefing, quote)
    return f"“{words}” (unidentified)" if words else UNATTRIBUTED


def named_speaker(briefing: Briefing, quote: Quote) -> str | None:
    """Return the speaker's name, or the description that the article has instead, or None."""
    name = quote.speaker_name
    if quote.speaker and not name:
        name = next((actor.name for actor in briefing.actors if actor.id == quote.speaker), None)
    is_pronoun = name and not quote.speaker and name.casefold() in conventions(briefing.language).pronouns
    return None if is_pronoun else name


def unresolved_speaker(briefing: Briefing, quote: Quote) -> str | None:
    """Return the article's words for a speaker who is not named, or None."""
    return None if named_speaker(briefing, quote) else quote.speaker_text or quote.speaker_name


def attribution(briefing: Briefing, quote: Quote) -> str:
    """Word the speaker with the article's own words: `Maria Ortega (“she”)`."""
    who, words = speaker(briefing, quote), quote.speaker_text
    return f"{who} (“{words}”)" if words and words != who and named_speaker(briefing, quote) else who


def speech_verb(briefing: Briefing, quote: Quote) -> str:
    """Return the verb of speech in a form that can be printed behind the speaker.

    In English, "denouncing" becomes `denounced`, and a plain form, as in "would say", is left out. What the word lists lack, and
    what is in another language, is as written.
    """
    verb = quote.verb or ""
    if verb in ("", "said", "says", "told") or (briefing.language or "en").partition("-")[0] != "en":
        return verb
    from briefing_tui.languages.english_speech import SPEECH

    low = verb.casefold()
    lemma = SPEECH.get(low, "")
    stem = low.removesuffix("ing")
    plain = (lemma, stem, f"{stem}e")
    past = [form for form, of in SPEECH.items() if of == lemma and form not in plain and not form.endswith(("ing", "s"))]
    if low.endswith("ing") and low != lemma:
        return next((form for form in past if form.startswith(stem)), next(iter(past), lemma or verb))
    return "" if low == lemma and past else verb


def said_by(name: str, briefing: Briefing) -> tuple[Quote, ...]:
    """Return the quotes of every speaker with these words in a name or alias.

    Words match from their beginning ("khal" finds Khalique). Lower case matches upper case too, upper case only itself; accents
    and kinds of apostrophe are ignored. "she" finds those of an unidentified "she", and "unattributed" those without a speaker.
    """
    plain = _without_accents(name)
    if not plain:
        return ()
    pattern = re.compile(rf"(?<!\w){re.escape(plain)}", 0 if plain != plain.lower() else re.IGNORECASE)
    aliases = {actor.id: (actor.name, *actor.aliases) for actor in briefing.actors}

    def is_meant(quote: Quote) -> bool:
        names = [*aliases.get(quote.speaker or "", ()), quote.speaker_name or "", unresolved_speaker(briefing, quote) or ""]
        return any(pattern.search(_without_accents(known)) for known in names if known) or (
            not any(names) and plain.lower() == UNATTRIBUTED
        )

    return tuple(quote for quote in briefing.quotes if is_meant(quote))


def _without_accents(text: str) -> str:
    letters = unicodedata.normalize("NFKD", text.translate({0x2019: "'", 0x2018: "'"}))
    return " ".join("".join(char for char in letters if not unicodedata.combining(char)).split())
