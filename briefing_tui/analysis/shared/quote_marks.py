"""Find the runs of an article's paragraphs that are between quotation marks.

Every mark is read from its neighbours before its glyph, because copied text mixes straight, curly, low and angled marks and
turns them the wrong way. Only outermost quotations are returned; a mark inside one belongs to it.
"""

import re
from collections.abc import Sequence

from msgspec import Struct

from briefing_tui.text.late_pattern import late_pattern

_DOUBLE = '"“”„‟«»＂'
_MARK = re.compile("``|''|[\"“”„‟«»＂‘’‚‛'‹›]")
_OPEN_GLYPHS = frozenset("“„«‘‚‹") | {"``"}
_CLOSE_GLYPHS = frozenset("”»’›") | {"''"}
_STRAIGHT = frozenset("\"＂'")
_BEFORE_OPENING = frozenset(" \t\n\u00a0\u202f([{—–―-:/…")
_AFTER_CLOSING = frozenset(" \t\n\u00a0\u202f)]}—–―-,.;:!?…/")
_SPOKEN_END = frozenset(",.!?…;-–—")
_ELISIONS = late_pattern(r"(?:\d0s|em|til|till|cause|tis|twas|n|cos|bout|round|im|er)\b", re.IGNORECASE)
_NESTED = 120
"""The most marks further on at which a quotation is closed."""
_SENTENCE_ENDS = (".", "!", "?", "…")
_FEWEST_WORDS = 4
"""The fewest words of a paragraph that is a quotation though it has only a mark at its end."""
_RUNNING = 8
"""The most paragraphs through which a quotation that is not closed is followed."""


class Quotation(Struct, frozen=True):
    """The words between two marks of one paragraph.

    `outer` is the range with the marks, `inner` without them. `closed` is false for a paragraph of a quotation that continues in
    the next; `single` means single marks.
    """

    paragraph: int
    outer: tuple[int, int]
    inner: tuple[int, int]
    closed: bool = True
    single: bool = False


class _Mark(Struct):
    """A quotation mark, and whether it may open or close a quotation."""

    start: int
    end: int
    glyph: str
    opens: bool
    closes: bool

    @property
    def double(self) -> bool:
        return self.glyph in _DOUBLE or len(self.glyph) == 2


def _read(text: str) -> list[_Mark]:
    """Return the marks of a paragraph, each with what it may be by its neighbours.

    Apostrophes, feet and inches are left out.
    """
    marks: list[_Mark] = []
    for match in _MARK.finditer(text):
        start, end = match.span()
        glyph = match.group()
        before, after = text[start - 1 : start], text[end : end + 1]
        if glyph in "'’‘" and before.isalnum() and after.isalnum():
            continue
        if glyph in "'\"" and before.isdigit() and (after.isdigit() or (glyph == "'" and not after)):
            continue
        after_mark = bool(marks) and marks[-1].end == start
        free_left = not before or before in _BEFORE_OPENING or (after_mark and marks[-1].opens)
        free_right = not after or after in _AFTER_CLOSING or _MARK.match(text, end) is not None
        opens = free_left and bool(after) and not after.isspace()
        closes = free_right and bool(before) and not before.isspace()
        if opens and closes:
            if glyph in _STRAIGHT:
                opens = not (after in ",.;:!?)" and not after_mark)
                closes = before not in "([{" and not (before in "—–-" and after.isalnum())
            else:
                opens, closes = glyph in _OPEN_GLYPHS, glyph in _CLOSE_GLYPHS or glyph == "“"
        elif opens and glyph in "»›" and before.isspace() and after in ",.;:!?)":
            opens, closes = False, True  # `« comme ceci », dit-elle`: French marks have spaces inside
        elif not opens and not closes:
            opens = glyph in _OPEN_GLYPHS or (glyph in _CLOSE_GLYPHS and not before)
            closes = glyph in _CLOSE_GLYPHS and bool(before)
            if glyph == "’" or (glyph == "'" and before.isalnum()):
                continue
            if glyph in _STRAIGHT:
                opens, closes = True, True
        if glyph in "'’" and opens and not closes and (glyph == "’" or _ELISIONS.match(text, end)):
            continue
        marks.append(_Mark(start, end, glyph, opens, closes))
    return marks


def _closer(marks: Sequence[_Mark], first: int) -> int | None:
    """Return the index of the mark that closes the quotation opened by `marks[first]`; None without one."""
    opener = marks[first]
    straight = opener.glyph in _STRAIGHT
    depth = 0
    for index in range(first + 1, min(len(marks), first + _NESTED)):
        mark = marks[index]
        if mark.double != opener.double:
            continue
        if mark.closes and (not mark.opens or straight == (mark.glyph in _STRAIGHT)):
            if depth and mark.glyph not in _STRAIGHT:
                depth -= 1
                continue
            return index
        if (
            mark.opens and not straight and mark.glyph not in _STRAIGHT and _closes_left(marks, index, opener.double) >= depth + 2
        ) or (mark.opens and straight and mark.glyph not in _STRAIGHT):
            depth += 1
        elif mark.opens and _closes_left(marks, index, opener.double) < 2:
            return None
    return None


def _closes_left(marks: Sequence[_Mark], first: int, double: bool) -> int:
    """Return how many closing marks follow, less the opening ones, within reach."""
    count = 0
    for mark in marks[first + 1 : first + 12]:
        if mark.double == double and mark.closes:
            count += 1
        elif mark.double == double and mark.opens:
            count -= 1
    return count


def _single_closer(text: str, marks: Sequence[_Mark], first: int) -> int | None:
    """Return the index of the closing single mark; None without one.

    It is one behind punctuation if there is one before the next opening mark, else the first that is no plural's apostrophe,
    else the last.
    """
    found: list[int] = []
    for index in range(first + 1, min(len(marks), first + _NESTED)):
        mark = marks[index]
        if mark.double:
            continue
        if mark.opens and not mark.closes:
            break
        if mark.closes:
            found.append(index)
    for index in found:
        if text[marks[index].start - 1] in _SPOKEN_END or text[marks[index].end : marks[index].end + 1] in _SPOKEN_END:
            return index
    for index in found:
        if text[marks[index].start - 1] not in "sS":
            return index
    return found[-1] if found else None


def _quotation(paragraph: int, text: str, opener: _Mark, end: int, close: _Mark | None) -> Quotation | None:
    outer = (opener.start, close.end if close else end)
    first, last = opener.end, close.start if close else end
    while first < last and text[first].isspace():
        first += 1
    while last > first and text[last - 1].isspace():
        last -= 1
    if first >= last or not any(letter.isalnum() for letter in text[first:last]):
        return None
    return Quotation(paragraph, outer, (first, last), close is not None, not opener.double)


def find_quotations(texts: Sequence[str], lost_openers: bool = False) -> list[Quotation]:
    """Return the outermost quotations of consecutive paragraphs, in order.

    A quotation left open continues if the next paragraph opens with a mark again, or closes it before opening another. One that
    nothing continues reaches to the paragraph's end if the paragraph began with it, else it is left out. With `lost_openers`, a
    paragraph whose only mark ends it is a quotation.
    """
    read = [_read(text) if _MARK.search(text) else [] for text in texts]
    found: list[Quotation] = []
    running = 0
    for number, text in enumerate(texts):
        marks = read[number]
        index = 0
        if running:
            index, quotation, running = _continue(number, text, marks, running, read)
            if quotation:
                found.append(quotation)
        elif lost_openers and _has_lost_opener(text, marks):
            found.append(Quotation(number, (0, len(text)), (0, marks[0].start)))
            index = 1
        while index < len(marks):
            opener = marks[index]
            if not opener.opens:
                index += 1
                continue
            close = _closer(marks, index) if opener.double else _single_closer(text, marks, index)
            if close is not None:
                quotation = _quotation(number, text, opener, len(text), marks[close])
                index = close + 1
            elif opener.double:
                end, goes_on = _left_open(number, text, marks, index, texts, read)
                quotation = _quotation(number, text, opener, end, None) if end else None
                running = _RUNNING if goes_on else 0
                index = next((i for i in range(index + 1, len(marks)) if marks[i].start >= (end or 0)), len(marks))
            else:
                quotation = None
                index += 1
            if quotation:
                found.append(quotation)
    return found


def _has_lost_opener(text: str, marks: Sequence[_Mark]) -> bool:
    """Return whether a paragraph's only mark ends it behind a sentence.

    Then it is a quotation whose first mark its page drew, or its author forgot.
    """
    if len(marks) != 1 or not marks[0].double or marks[0].end != len(text.rstrip()) or text[:1].islower():
        return False
    return text[marks[0].start - 1 : marks[0].start] in _SENTENCE_ENDS and len(text.split()) >= _FEWEST_WORDS


def _left_open(
    number: int, text: str, marks: Sequence[_Mark], index: int, texts: Sequence[str], read: Sequence[Sequence[_Mark]]
) -> tuple[int, bool]:
    """Return where a quotation without a closing mark ends here, and whether it continues in the next paragraph.

    The end is 0 if the mark opens no quotation.
    """
    later = any(marks[i].double and marks[i].opens for i in range(index + 1, len(marks)))
    if later or (marks[index].glyph in _STRAIGHT and _is_excerpt(number, read)):
        return 0, False
    following = read[number + 1] if number + 1 < len(texts) else []
    doubles = [mark for mark in following if mark.double]
    if doubles and (doubles[0].start <= 1 and doubles[0].opens):
        return len(text), True
    if doubles and doubles[0].closes and not doubles[0].opens:
        return len(text), True
    alone = not text[: marks[index].start].strip() or text[: marks[index].start].rstrip().endswith((":", ","))
    return (len(text), False) if alone else (0, False)


def _is_excerpt(number: int, read: Sequence[Sequence[_Mark]]) -> bool:
    """Return whether curly marks are speech here, up to the paragraph that closes the straight mark.

    Then the straight marks are what a page's indented excerpt was turned into.
    """
    curly = False
    for marks in read[number : number + _RUNNING]:
        straight = any(mark.closes and not mark.opens for mark in marks if mark.double and mark.glyph in _STRAIGHT)
        curly = curly or any(mark.double and mark.glyph not in _STRAIGHT for mark in marks)
        if straight:
            break
        if not marks:
            return curly
    return curly


def _continue(
    number: int, text: str, marks: Sequence[_Mark], running: int, read: Sequence[Sequence[_Mark]]
) -> tuple[int, Quotation | None, int]:
    """Return the part of a running quotation in its next paragraph.

    The result is the index of the first mark behind the part, the part, and the number of paragraphs that it may still continue.
    """
    doubles = [i for i, mark in enumerate(marks) if mark.double]
    if doubles and marks[doubles[0]].start <= 1 and marks[doubles[0]].opens:
        return 0, None, 0
    begin = _Mark(0, 0, '"', True, False)
    if doubles:
        close = marks[doubles[0]]
        return doubles[0] + 1, _quotation(number, text, begin, len(text), close), 0
    goes_on = running > 1 and any(mark.double for later in read[number + 1 : number + 2] for mark in later)
    return len(marks), _quotation(number, text, begin, len(text), None), running - 1 if goes_on else 0
