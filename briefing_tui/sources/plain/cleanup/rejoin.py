"""Sentences that were torn at every link and every word in bold, made whole: what a program writes that puts each piece of a
page's text on a line of its own.

A piece that goes on begins in lower case or with a sign that ends something. One that begins with a capital goes on where the
line before it can't be at its end: an article or a comma stands there, or a sentence has begun and goes on below.
"""

from collections.abc import Sequence
from itertools import pairwise

from briefing_tui.sources.plain.lines import Line
from briefing_tui.sources.shared.author_names import is_only_label
from briefing_tui.sources.shared.sentences import ends_sentence

_FEWEST, _SHARE = 3, 0.06
"""So many lines go on from the one above in a text that was torn, and so many to each line of prose."""
_SENTENCE, _PROSE, _LITTLE = 12, 8, 6
"""A line of so many words has begun a sentence, one of so many is prose, one of so few may be an entry of a menu."""
_CLOSING = frozenset(",.;:!?)]}”’»…%")
_OPENING = frozenset(",;([{“„«–—-/&")
_NEVER_LAST = frozenset(
    [
        "a", "an", "the", "of", "and", "or", "with", "from", "that", "which", "who", "as", "than", "per", "via", "against",
        "between", "les", "et", "del", "los", "las", "und", "oder", "von", "vom", "mit", "für", "der", "den", "dem", "des", "zum",
        "zur", "beim",
    ]
)  # fmt: skip
_SELDOM_LAST = frozenset(
    [
        "in", "on", "at", "to", "by", "for", "into", "over", "under", "after", "before", "about", "but", "said", "called", "is",
        "are", "was", "were", "has", "have", "had",
    ]
)  # fmt: skip
"""Words that no line ends with, and those that hardly any but a heading does."""
_AHEAD, _NAME = 4, 6
"""So many lines of so few words each may be names, before a piece tells that the sentence goes on."""


def is_torn(lines: Sequence[Line]) -> bool:
    """Whether so many lines go on from the one above that the text was torn."""
    pairs = [(above, line) for above, line in pairwise(lines) if not line.gap and _begins_within(line.text)]
    if len(pairs) < _FEWEST:
        return False
    torn = sum(max(above.text.count(" "), line.text.count(" ")) >= _LITTLE and _goes_on(above, line) for above, line in pairs)
    return torn >= _FEWEST and torn >= _SHARE * sum(line.text.count(" ") >= _PROSE for line in lines)


def mended(lines: list[Line], refused: list[tuple[int, str, str]]) -> list[Line]:
    """The lines with their sentences whole; signs that end something are taken back from what was refused as no words."""
    _with_signs(lines, refused)
    whole: list[Line] = []
    parts: list[str] = []
    for index, line in enumerate(lines):
        if parts and (_goes_on(lines[index - 1], line) or _must_go_on(lines, index, len(parts) > 1)):
            parts.append(line.text if line.text[0] in _CLOSING else f" {line.text}")
        else:
            _close(whole, parts)
            whole.append(line)
            parts = [line.text]
    _close(whole, parts)
    return whole


def _with_signs(lines: list[Line], refused: list[tuple[int, str, str]]) -> None:
    """Puts a full stop, a comma or the like that stands on a line of its own at the end of the line above."""
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
    """Whether a line begins as the middle of a sentence does."""
    return text[0].islower() or text[0] in _CLOSING


def _goes_on(above: Line, line: Line) -> bool:
    """Whether a line begins as the middle of the sentence above does."""
    if line.gap or line.mark or not _begins_within(line.text) or is_only_label(line.text):
        return False
    return line.text[0] in _CLOSING or not ends_sentence(above.text)


def _must_go_on(lines: list[Line], index: int, has_begun: bool) -> bool:
    """Whether the line before one that begins with a capital can't be a sentence's last."""
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
    return (has_begun or above.text.count(" ") >= _SENTENCE) and _goes_on_below(lines, index)


def _is_aside(text: str) -> bool:
    """Whether a line is all in brackets, as credits are."""
    return text[0] in "([" and text[-1] in ")]"


def _goes_on_below(lines: list[Line], index: int) -> bool:
    """Whether a line is a name, with others perhaps, and the sentence goes on behind."""
    for ahead in range(index, min(index + _AHEAD, len(lines) - 1)):
        if lines[ahead].text.count(" ") >= _NAME or ends_sentence(lines[ahead].text):
            return False
        if _goes_on(lines[ahead], lines[ahead + 1]):
            return True
    return False
