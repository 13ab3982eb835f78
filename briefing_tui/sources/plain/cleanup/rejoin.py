"""Rejoin sentences that were broken at every link and every bold word.

Some programs write each piece of a page's text on a line of its own. A piece continues the line above if it begins in lower
case or with a sign that ends something. One with a capital does if the line above can't end there: at an article or a comma, or
in a sentence that continues below.
"""

from collections.abc import Sequence
from itertools import pairwise

from briefing_tui.languages.words import all_words
from briefing_tui.sources.plain.lines import Line
from briefing_tui.sources.shared.author_names import is_only_label
from briefing_tui.sources.shared.sentence_ends import ends_sentence

_FEWEST, _SHARE = 3, 0.06
"""The fewest lines that continue the one above in a broken text, and their least share of the lines of prose."""
_SENTENCE, _PROSE, _LITTLE = 12, 8, 6
"""The words of a line that has begun a sentence, of a line of prose, and of one that may be a menu's entry."""
_CLOSING = frozenset(",.;:!?)]}”’»…%")
_OPENING = frozenset(",;([{“„«–—-/&")
_NEVER_LAST, _SELDOM_LAST = all_words("words_never_last"), all_words("words_seldom_last")
"""Words that no line ends with, and words that hardly any line but a heading ends with."""
_AHEAD, _NAME = 4, 6
"""The most lines, and the most words of each, that may be names before the sentence continues."""


def is_broken(lines: Sequence[Line]) -> bool:
    """Return whether enough lines continue the one above for a broken text."""
    pairs = [(above, line) for above, line in pairwise(lines) if not line.gap and _begins_within(line.text)]
    if len(pairs) < _FEWEST:
        return False
    continuations = sum(
        max(above.text.count(" "), line.text.count(" ")) >= _LITTLE and _continues(above, line) for above, line in pairs
    )
    return continuations >= _FEWEST and continuations >= _SHARE * sum(line.text.count(" ") >= _PROSE for line in lines)


def rejoin(lines: list[Line], refused: list[tuple[int, str, str]]) -> list[Line]:
    """Return the lines with their sentences rejoined.

    Signs that end something are taken back from the refused lines, which have no words.
    """
    _append_signs(lines, refused)
    whole: list[Line] = []
    parts: list[str] = []
    for index, line in enumerate(lines):
        if parts and (_continues(lines[index - 1], line) or _must_continue(lines, index, len(parts) > 1)):
            parts.append(line.text if line.text[0] in _CLOSING else f" {line.text}")
        else:
            _close(whole, parts)
            whole.append(line)
            parts = [line.text]
    _close(whole, parts)
    return whole


def _append_signs(lines: list[Line], refused: list[tuple[int, str, str]]) -> None:
    """Append signs that are on a line of their own to the line above.

    Such signs are a full stop, a comma and the like.
    """
    signs = {number: text for number, text, _ in refused if _CLOSING.issuperset(text)}
    for above, line in pairwise(lines):
        between = range(above.number + 1, line.number)
        if line.gap and between and all(number in signs for number in between):
            above.text += "".join(signs.pop(number) for number in between)
            line.gap = 0
    refused[:] = [one for one in refused if not _CLOSING.issuperset(one[1]) or one[0] in signs]


def _close(whole: list[Line], parts: list[str]) -> None:
    if len(parts) > 1:
        whole[-1].text = "".join(parts)


def _begins_within(text: str) -> bool:
    """Return whether a line begins like the middle of a sentence."""
    return text[0].islower() or text[0] in _CLOSING


def _continues(above: Line, line: Line) -> bool:
    """Return whether a line begins like the middle of the sentence above."""
    if line.gap or line.mark or not _begins_within(line.text) or is_only_label(line.text):
        return False
    return line.text[0] in _CLOSING or not ends_sentence(above.text)


def _must_continue(lines: list[Line], index: int, has_begun: bool) -> bool:
    """Return whether the line before one with a capital can't end its sentence."""
    above, line = lines[index - 1], lines[index]
    if line.gap or line.mark or ends_sentence(above.text) or is_only_label(above.text):
        return False
    if _is_aside(above.text) or _is_aside(line.text):
        return False
    last = above.text.rsplit(" ", 1)[-1]
    if last[-1] in _OPENING or last.lower() in _NEVER_LAST:
        return True
    is_heading = not has_begun and above.text.count(" ") < _PROSE <= line.text.count(" ")
    if last in _SELDOM_LAST and not is_heading:
        return True
    return (has_begun or above.text.count(" ") >= _SENTENCE) and _continues_below(lines, index)


def _is_aside(text: str) -> bool:
    """Return whether a line is all in brackets, as credits are."""
    return text[0] in "([" and text[-1] in ")]"


def _continues_below(lines: list[Line], index: int) -> bool:
    """Return whether a line is a name, perhaps with others, and the sentence continues behind."""
    for ahead in range(index, min(index + _AHEAD, len(lines) - 1)):
        if lines[ahead].text.count(" ") >= _NAME or ends_sentence(lines[ahead].text):
            return False
        if _continues(lines[ahead], lines[ahead + 1]):
            return True
    return False
