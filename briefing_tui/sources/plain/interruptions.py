"""Find where an article goes on behind lines of its page.

These are pointers to other articles, buttons below a post, pictures. Such lines cost a body more than a short article's
paragraphs weigh.
"""

from briefing_tui.sources.plain.body import LineFacts
from briefing_tui.sources.plain.lines import Line
from briefing_tui.sources.shared.credits.lines import credit_in_line

_MOST = 6
"""The most lines of the page between two paragraphs."""
_LONGEST_POST_TITLE = 12
"""The most words of a title between a post's time and its text."""


def find_first_post(lines: list[Line], known: list[LineFacts], start: int) -> int:
    """Return the line of the first post of a live page.

    It is `start` unless the body as found begins at a later post. Each post has its time above it, and only lines of the page are
    between two of them.
    """
    first, others = start, 0
    index = start
    while index > 0 and others <= _MOST:
        if known[index].prose and not known[index].promo and _has_time_above(lines, known, index):
            first, others = index, 0
        elif index < start and not (known[index].is_page or known[index].time or _is_post_title(lines, known, index)):
            break
        else:
            others += 1
        index -= 1
    return first


def _has_time_above(lines: list[Line], known: list[LineFacts], index: int) -> bool:
    return known[index - 1].time or (index > 1 and _is_post_title(lines, known, index - 1))


def find_continued_end(lines: list[Line], known: list[LineFacts], end: int) -> int:
    """Return the line behind the last paragraph that is the article's.

    A paragraph is, if only lines of the page are between it and the one before. Other short lines there are the titles of other
    articles, and end the search; but a post of a live page has a title below its time, and a caption a description above.

    Args:
        lines: the lines of the text.
        known: the facts about them.
        end: the line behind the body as it was found.
    """
    last, others = end, 0
    index = end
    while index < len(lines) and others <= _MOST:
        line, facts = lines[index], known[index]
        if facts.prose and not facts.promo and _stands_alone(lines, known, index):
            last, others = index + 1, 0
        elif facts.ending or _opens_box(line, facts):
            break
        elif facts.is_page or facts.time or _is_post_title(lines, known, index):
            others += 1
        elif (caption := _caption_at(lines, index)) > index:
            others += 1
            index = caption
        else:
            break
        index += 1
    return last


def _stands_alone(lines: list[Line], known: list[LineFacts], index: int) -> bool:
    """Return whether a line is between blank lines, or below a line of the page."""
    below = index + 1 >= len(lines) or lines[index + 1].gap > 0 or known[index + 1].is_page
    before = known[index - 1] if index else None
    beside = before is not None and (before.is_page or before.time or _is_post_title(lines, known, index - 1))
    return below and (lines[index].gap > 0 or beside)


def _opens_box(line: Line, facts: LineFacts) -> bool:
    """Return whether a line opens a box of links, and is none itself."""
    _, colon, title = line.text.partition(":")
    return facts.opener and not (colon and title.strip())


def _is_post_title(lines: list[Line], known: list[LineFacts], index: int) -> bool:
    line = lines[index]
    return bool(index and known[index - 1].time) and line.gap == 0 and line.words <= _LONGEST_POST_TITLE and not line.ends


def _caption_at(lines: list[Line], index: int) -> int:
    """Return the line behind a caption with its credit; `index` if there is none.

    The description of its picture may be the line above.
    """
    for at in range(index, min(index + 2, len(lines))):
        if at > index and lines[at].gap:
            break
        credited = credit_in_line(lines[at].text)
        if credited is not None and credited.sure and credited.caption:
            return at + 1
    return index
