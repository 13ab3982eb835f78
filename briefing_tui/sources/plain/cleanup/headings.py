"""Recognise headings as text browsers write them.

They are indented less than the text, centred over it, or between stars (html2text). html2text also ties the words of a link
with underscores; if its headings show that it made the dump, the underscores become blanks.
"""

import re
from collections import Counter
from itertools import zip_longest

from briefing_tui.sources.plain.cleanup.wraps import is_centred
from briefing_tui.sources.plain.lines import Line
from briefing_tui.sources.shared.sentence_ends import ends_sentence
from briefing_tui.text.late_pattern import late_pattern

_MOST_LINES = 4
"""The most lines of a heading."""
_INDENT = 5
"""The least indent of a centred heading's next line; less is a paragraph's first line."""
_NARROW, _MARGINS = 40, 16
"""The fewest columns of a line of text, and the most that a dump may leave free beside one."""
_STARS = re.compile(r"(\*{2,6}) (?=\S)")
_TIED_STARS = late_pattern(r"(?<=\*)_(?=[^\W_])|(?<=[\w?!.’”])_(?=\*\*)")
"""Stars that are tied to a heading which is wholly a link."""
_TIE = late_pattern(r"(?<=[\w,;.’'])_(?=\w)")

_PROSE, _LONGEST, _LEAST_PROSE = 50, 40, 10
"""The fewest columns of a line of text, the most words of a heading, and the fewest such lines that show a dump's indent."""
_CENTRED = 20
"""The most words of a centred heading; captions are centred, too."""
_WORDS, _SENTENCES = 8, 5
"""The fewest words of a line that is text if it ends as a sentence does, and the fewest headings to each such line; with fewer,
a dump does not set out its headings.
"""


def text_indent(lines: list[Line]) -> int:
    """Return the indent of most lines of text, 0 if they have none.

    `words` holds the physical line's length here.
    """
    indents = Counter(line.indent for line in lines if line.words >= _PROSE and not line.mark)
    indent, count = indents.most_common(1)[0] if indents else (0, 0)
    return indent if count >= _LEAST_PROSE and count > 0.5 * indents.total() else 0


def mark_headings(lines: list[Line], indent: int, width: int) -> None:
    """Mark the lines that are indented less than the text, or centred over it.

    A centred heading has level 1. Lines that are text themselves are left alone. Wraps are undone; `words` still holds the
    length of a line's first physical one.

    Args:
        lines: the lines, which are changed.
        indent: the text's indent in columns.
        width: the column at which the text is wrapped.
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


def join_headings(raw: list[str]) -> None:
    """Join each heading in its first line and blank its other lines.

    Lines keep their numbers so.
    """
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
    """Turn `****** A heading of level 1 ******` into Markdown's; return whether it was one."""
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
    """Return the length of a text's longest lines, a few outliers left out."""
    lengths = sorted(len(line) for line in raw if len(line) >= _NARROW)
    return lengths[int(0.95 * (len(lengths) - 1))] if lengths else _NARROW


def _join_centred(raw: list[str], first: int, width: int) -> None:
    """Join the lines of a centred heading.

    They are between blank lines, each is indented more than the one before and centred under it, and each is as long as it can
    be: a caption may have its credit below.
    """
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
