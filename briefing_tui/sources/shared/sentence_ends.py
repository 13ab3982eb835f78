"""Recognise the end of a sentence."""

from briefing_tui.text.late_pattern import late_pattern

_CLOSING = frozenset(".!?…。！？\"'”’»«“‘)]")
_SENTENCE_END = late_pattern(r"[.!?…。！？][\"'”’»«“‘)\]]{0,3}$")
_CLAUSE_END = late_pattern(r"[.!?…:;。！？：][\"'”’»)\]」』]*$")


def ends_sentence(text: str) -> bool:
    """Return whether the text ends as a sentence does, closing marks aside."""
    return text[-1:] in _CLOSING and _SENTENCE_END.search(text[-5:]) is not None


def ends_clause(text: str) -> bool:
    """Return whether the text ends as a sentence or clause does.

    A colon or semicolon counts, too. This is the rule for blocks of a page; it knows no opening marks at the end.
    """
    return _CLAUSE_END.search(text) is not None
