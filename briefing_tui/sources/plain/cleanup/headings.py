"""Headings as text browsers set them: further out than the text or centred over it, or between stars (html2text).

html2text also ties the words of a link with underscores; where its headings tell that it made the dump, they become blanks.
"""

import re
from collections import Counter
from itertools import zip_longest

from briefing_tui.sources.plain.cleanup.wraps import is_centred
from briefing_tui.sources.plain.lines import Line
from briefing_tui.sources.shared.sentences import ends_sentence

_MOST_LINES = 4
"""A heading runs over no more lines than this."""
_INDENT = 5
"""The next line of a centred heading is set in by so much more, or it is a paragraph's first line."""
_NARROW, _MARGINS = 40, 16
"""Columns of a line of text at least, and of what a dump may leave free beside one."""
_STARS = re.compile(r"(\*{2,6}) (?=\S)")
_TIED_STARS = re.compile(r"(?<=\*)_(?=[^\W_])|(?<=[\w?!.’”])_(?=\*\*)")
"""Where a heading is a link whole, its stars are tied to it, too."""
_TIE = re.compile(r"(?<=[\w,;.’'])_(?=\w)")

_PROSE, _LONGEST, _LEAST_PROSE = 50, 40, 10
"""Columns of a line of text at least, words of a heading at most, and so many such lines tell how far a dump sets its text in."""
_CENTRED = 20
"""Words of a heading that is centred, at most: captions are, too."""
_WORDS, _SENTENCES = 8, 5
"""Lines of more words that end as sentences do are text; where there are fewer headings to each, a dump sets out no headings."""


def text_indent(lines: list[Line]) -> int:
    """How far most lines of text are set in, 0 where they are not. (`words` holds the physical line's length here.)"""
    indents = Counter(line.indent for line in lines if line.words >= _PROSE and not line.mark)
    indent, count = indents.most_common(1)[0] if indents else (0, 0)
    return indent if count >= _LEAST_PROSE and count > 0.5 * indents.total() else 0


def mark_headings(lines: list[Line], indent: int, width: int) -> None:
    """Marks the lines that stand further out than the text of a dump, unless they are text too, or are centred over its `width`
    columns (level 1).

    Wraps are undone; `words` still holds the length of a line's first physical one.
    """
    apart = [line for number, line in enumerate(lines) if (line.gap or not number) and not line.mark]
    outer = [line for line in apart if line.indent < indent]
    headings = [line for line in outer if line.text.count(" ") < _LONGEST and not _is_sentence(line.text)]
    if len(headings) > _SENTENCES * (len(outer) - len(headings)):
        for line in headings:
            line.mark, line.order = "#", 2
    for line, below in zip_longest(lines, lines[1:]):
        is_alone = (line.gap or line is lines[0]) and (below is None or below.gap)
        may_be = is_alone and not line.mark and line.indent > indent and line.text.count(" ") < _CENTRED
        if may_be and is_centred(line.indent + line.words, indent, width):
            line.mark, line.order = "#", 1


def _is_sentence(text: str) -> bool:
    return text.count(" ") >= _WORDS and text[-1] != "?" and ends_sentence(text)


def headings_whole(raw: list[str]) -> None:
    """Joins each heading in its first line and blanks its others, so that the lines keep their numbers."""
    starred = False
    width = 0
    for index, line in enumerate(raw):
        if line[:2] == "**":
            raw[index] = _TIED_STARS.sub(" ", line)
            starred = _without_stars(raw, index) or starred
        elif index + 1 < len(raw) and raw[index + 1][:_INDENT].isspace() and line.strip():
            width = width or _usual_width(raw)
            _join_centred(raw, index, width)
    if starred:
        for index, line in enumerate(raw):
            if "_" in line and "://" not in line:
                raw[index] = _TIE.sub(" ", line)


def _without_stars(raw: list[str], first: int) -> bool:
    """`****** A heading of level 1 ******` becomes Markdown's; whether it was one."""
    found = _STARS.match(raw[first])
    if found is None:
        return False
    for last in range(first, min(first + _MOST_LINES, len(raw))):
        line = raw[last].rstrip()
        if not line:
            return False
        if line.endswith(" " + found[1]) and (last > first or len(line) > 2 * len(found[1]) + 2):
            words = " ".join(" ".join(raw[first : last + 1]).split())
            raw[first] = f"{'#' * (7 - len(found[1]))} {words[len(found[1]) + 1 : -len(found[1]) - 1]}"
            raw[first + 1 : last + 1] = [""] * (last - first)
            return True
    return False


def _usual_width(raw: list[str]) -> int:
    """The length of a text's longest lines, but for some."""
    lengths = sorted(len(line) for line in raw if len(line) >= _NARROW)
    return lengths[int(0.95 * (len(lengths) - 1))] if lengths else _NARROW


def _join_centred(raw: list[str], first: int, width: int) -> None:
    """Lines between blank ones, each set in further than the one before and centred under it, are one heading, where each is as
    long as it could be: a caption may have its credit below."""
    if first and raw[first - 1].strip():
        return
    last = first
    while last + 1 < len(raw) and last - first < _MOST_LINES and _is_centred_under(raw[last], raw[last + 1], width):
        last += 1
    if last == first or (last + 1 < len(raw) and raw[last + 1].strip()):
        return
    raw[first] = "# " + " ".join(line.strip() for line in raw[first : last + 1])
    raw[first + 1 : last + 1] = [""] * (last - first)


def _is_centred_under(above: str, below: str, width: int) -> bool:
    if not below.strip() or len(above.strip()) + 1 + len(below.split(None, 1)[0]) < width - _MARGINS:
        return False
    indents = [len(line) - len(line.lstrip(" ")) for line in (above, below)]
    centres = [indent + len(line.rstrip()) for indent, line in zip(indents, (above, below), strict=True)]
    return indents[1] >= indents[0] + _INDENT and abs(centres[0] - centres[1]) <= 3
