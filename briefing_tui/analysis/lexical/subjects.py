"""Recognise mentions that speak or open their sentence."""

import re

from briefing_tui.analysis.lexical.lexicon import Lexicon
from briefing_tui.analysis.shared.names import Mention

_WORD_BEFORE = re.compile(r"(\w+) (?:sich )?$")
_WORD_AFTER = re.compile(r" (\w+)")


def is_speaking(lexicon: Lexicon, text: str, mention: Mention) -> bool:
    """Return whether a mention is beside a verb of speech or begins its sentence."""
    start, end = mention.place.start or 0, mention.place.end or 0
    first = start - len(mention.title) - 1 if mention.title else start
    before = text[max(0, first - 30) : max(0, first)]
    if not before.strip() or before.rstrip()[-1] in '.!?“”"«»':
        return True
    verbs = (_WORD_BEFORE.search(before), _WORD_AFTER.match(text, end))
    return any(verb is not None and verb[1] in lexicon.speech for verb in verbs)
