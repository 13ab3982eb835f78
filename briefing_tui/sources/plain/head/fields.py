"""Find where an article's body begins, and when it was published."""

import re
from itertools import pairwise

from msgspec import Struct, field

from briefing_tui.languages.dates import Dated, find_dates
from briefing_tui.model.document import SourceLineKind
from briefing_tui.sources.plain.body import LineFacts
from briefing_tui.sources.plain.line_shapes import is_advertisement, is_byline, is_dated
from briefing_tui.sources.plain.lines import Line
from briefing_tui.sources.shared.author_names import is_only_label

_SENTENCE = re.compile(r"\w{3}\. [A-ZÀ-Þ]")
_TITLE_WORDS = 25
_HEAD_PROSE = 4
"""The most paragraphs above the byline; if more seem to be, the dates between them are the article's own."""


class TextHead(Struct):
    """The head's lines by their index, and what they say. None means absent."""

    first: int
    title: int | None = None
    lead: int | None = None
    kicker: int | None = None
    used: dict[int, SourceLineKind] = field(default_factory=dict)
    authors: tuple[str, ...] = ()
    editors: tuple[str, ...] = ()
    published: str | None = None
    modified: str | None = None


def find_first_paragraph(lines: list[Line], known: list[LineFacts], start: int, end: int) -> int:
    """Return the first paragraph that nothing of the head separates from the next.

    Bylines, dates and rows of buttons separate them.
    """
    prose = [index for index in range(start, min(end, start + 200)) if known[index].prose and lines[index].mark != "#"]
    if len(prose) > 1 and prose[0] == 0 and _is_question_or_exclamation(lines[0]):
        prose = prose[1:]
    for index, following in list(pairwise(prose))[:_HEAD_PROSE]:
        if not _is_head(lines, known, index, range(index + 1, min(following, index + 25)), start):
            return index
    if len(prose) > _HEAD_PROSE:
        return prose[0]
    return prose[-1] if prose else start


def _is_question_or_exclamation(line: Line) -> bool:
    """Return whether a line is one question or exclamation, as a title may be but hardly a first paragraph."""
    return line.words <= _TITLE_WORDS and line.text.rstrip('"”’»“')[-1:] in ("?", "!") and not _SENTENCE.search(line.text)


def _is_head(lines: list[Line], known: list[LineFacts], index: int, between: range, start: int) -> bool:
    """Return whether a paragraph is a lead or a caption above the byline, the date, its credit or buttons.

    A post of a live page, with its own time above it and that of the next post below, is not.
    """
    if _is_below_time(lines, known, index) and any(known[i].time for i in between):
        return False
    if _head_continues_below(lines, index):
        return True
    below = known[index + 1].credited
    if index <= start + 1 and below and below.caption is None and below.sure and lines[index + 1].gap <= 1:
        return True
    if any(is_dated(lines[i]) or is_byline(lines[i]) or is_only_label(lines[i].text) for i in between):
        return True
    if index > start + 12 or any(known[i].opener for i in between):
        return False
    buttons = sum(known[i].furniture and not is_advertisement(lines[i]) for i in between)
    return buttons >= 2 and buttons >= 0.5 * len(between)


def _is_below_time(lines: list[Line], known: list[LineFacts], index: int) -> bool:
    """Return whether a time is right above a line, or above the title of its post."""
    return index > 0 and (known[index - 1].time or (index > 1 and known[index - 2].time and lines[index - 1].gap == 0))


def _head_continues_below(lines: list[Line], index: int) -> bool:
    """Return whether the date or the byline is right below a line, and not above it.

    Then the line is title or lead.
    """
    above = lines[max(0, index - 25) : index]
    if len(lines[index].text) > 250 or any(is_dated(line) or is_byline(line) or is_only_label(line.text) for line in above):
        return False
    return any(is_dated(line) or is_byline(line) for line in lines[index + 1 : index + 7])


def find_head_dates(lines: list[Line], head: TextHead, end: int) -> None:
    """Set when the article was published and modified.

    Days near the title show it, else those right below the body.
    """
    low = head.title + 1 if head.title is not None else max(0, head.first - 8)
    above = range(low - 2, max(-1, low - 8), -1)
    nearby = [*range(low, head.first), *above, *range(end, min(end + 6, len(lines)))]
    for index in nearby:
        line = lines[index]
        if index == head.lead or not is_dated(line):
            continue
        for dated in find_dates(line.text):
            _set_date(head, dated)
        head.used.setdefault(index, "date")
        if head.published and index not in range(low, head.first) and index not in above:
            break
    if not head.published and head.modified:
        head.published = head.modified


def _set_date(head: TextHead, dated: Dated) -> None:
    if dated.kind == "updated":
        head.modified = head.modified or dated.day
    elif not head.published:
        head.published = dated.day
