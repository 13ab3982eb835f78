"""Recognise mentions that speak or open their sentence."""

import re

from briefing_tui.analysis.lexical.lexicon import Lexicon
from briefing_tui.analysis.shared.names import Mention

_WORD_AFTER = re.compile(r" (\w+)")


def is_speaking(lexicon: Lexicon, text: str, mention: Mention) -> bool:
    """Return whether a mention is beside a verb of speech or begins its sentence."""
    start, end = mention.place.start or 0, mention.place.end or 0
    first = start - len(mention.title) - 1 if mention.title else start
    before = text[max(0, first - 30) : max(0, first)]
    if not before.strip() or before.rstrip()[-1] in '.!?“”"«»':
        return True
    words = [word for word in before.split()[-2:] if word not in lexicon.reflexives]
    behind = _WORD_AFTER.match(text, end)
    is_before = bool(words) and words[-1] in lexicon.speech
    return is_before or (behind is not None and behind[1] in lexicon.speech)
