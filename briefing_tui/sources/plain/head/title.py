"""Find an article's title and its kicker."""

import re
from collections.abc import Iterable

from briefing_tui.languages import common_words as words
from briefing_tui.languages import picture_words as pictures
from briefing_tui.languages.dates import find_dates
from briefing_tui.languages.words import phrases
from briefing_tui.sources.plain.body import LineFacts, upward
from briefing_tui.sources.plain.head.fields import TextHead
from briefing_tui.sources.plain.head.lead import best_lead
from briefing_tui.sources.plain.line_shapes import is_byline, is_dated, is_order, may_lead
from briefing_tui.sources.plain.lines import Line
from briefing_tui.sources.shared.author_names import read_byline

_REACH = 45
"""The most lines between a title and the first paragraph."""

_FAR = 160
_RIVALS = 5
_NONE = -9.0
_LEAST = 0.8
"""The score below which no line is a title."""

_HOME = re.compile(rf"{phrases('home_links')}(?:[A-Z]|\b)")
"""The beginning of a path of links to the page; its last link is the page's short name."""
_AGAIN = 0.6
"""The evidence for a title that the page has twice."""
_FIRST = 0.45
"""The evidence for a title that is the only line above the text."""
_PAGE_TITLE = re.compile(r"(.{10,}) (?:[|–—·•»:-]|::|\.{3}) .{2,60}")
"""The title of a page's window: `The ferry is late - The Saltmarsh Courier`."""
_WINDOW = re.compile(r"(.*\S) \| [A-Z0-9][^\s|]*(?: [^\s|]+){0,3}")
"""A page's title with its site behind a bar, which no headline has."""
_CLOCK = re.compile(r"\d{1,2}[:.]\d\d\b(?! ?%)")
"""The time of a post on a live page, with which its heading begins."""
_TOKEN = re.compile(r"\w{4,}")
_READING_TIME = re.compile(rf"\d+ ?[-–] ?\d+ ?{phrases('minutes')}s?")
"""The time that a browser's reader view shows below title and author: `4–5 minutes`."""


def find_title(lines: list[Line], known: list[LineFacts], first: int, end: int) -> int | None:
    """Return the likeliest title above the first paragraph; None if nothing is likely.

    It shares words with the body, is near it, beside a byline, a date or a lead, and the page may have it twice.
    """
    body = _body_tokens(lines, first, end)
    above = sorted(upward(lines, known, first, _FAR))
    scores = {index: _title_score(lines, known, index, first, distance, body) for index, distance in above}
    for page, title in _page_titles(lines, scores):
        scores[page], scores[title] = _NONE, scores[title] + _AGAIN
    for index in scores:
        if _has_credit_below(lines, known, index) and any(scores.get(i, _NONE) > 1.2 for i in range(index + 2, index + 7)):
            scores[index] = _NONE
    best = max(scores, key=lambda index: scores[index], default=None)
    if best is None or scores[best] <= _LEAST:
        return None
    near = range(best - _RIVALS, best + _RIVALS)
    rivals = [i for i in scores if (i in near or _is_main_heading(lines[i])) and scores[i] > scores[best] - 2.5]
    rivals = [index for index in rivals if index == best or scores[index] > 0.3]
    return max(rivals, key=lambda index: scores[index] + _lead_bonus(lines, known, index, first))


def title_words(line: Line) -> str:
    """Return the title's words on its line, without the site's name in a window's title."""
    window = _WINDOW.fullmatch(line.text) if len(line.text) <= 250 else None
    return window[1] if window and window[1].count(" ") >= 2 else line.text


def _page_titles(lines: list[Line], near: Iterable[int]) -> list[tuple[int, int]]:
    """Return the lines that are a window's title, each with the line that has only the article's title."""
    alone = {lines[index].key: index for index in near}
    found = ((index, _PAGE_TITLE.fullmatch(lines[index].key)) for index in near if len(lines[index].text) <= 250)
    return [(index, alone[parts[1]]) for index, parts in found if parts and parts[1] in alone]


def _is_main_heading(line: Line) -> bool:
    return line.mark == "#" and line.order == 1


def _has_credit_below(lines: list[Line], known: list[LineFacts], index: int) -> bool:
    """Return whether a line of only a credit is right below, so that this line may be a caption."""
    below = known[index + 1].credited if index + 1 < len(lines) else None
    return bool(below and below.caption is None and below.sure and lines[index + 1].gap == 0)


def _lead_bonus(lines: list[Line], known: list[LineFacts], index: int, first: int) -> float:
    """Return the evidence that a lead below a line gives for its being the title.

    Below a short line only a sentence can be a lead.
    """
    found = best_lead(lines, known, index, first)
    if not found:
        return 0.0
    score, lead = found
    return max(0.0, 0.5 * score) if lines[lead].ends or lines[index].words >= 5 else 0.0


def _title_score(lines: list[Line], known: list[LineFacts], index: int, first: int, distance: int, body: set[str]) -> float:
    """Return how likely a line is the title, by its words, its distance to the body and its neighbours."""
    line, facts = lines[index], known[index]
    if _is_no_title(line, facts, is_top=not index):
        return _NONE
    tokens = {found[0] for found in _TOKEN.finditer(line.key)} - words.ALL_FUNCTION_WORDS
    hits = sum(token in body or _stem(token) in body for token in tokens)
    if distance > _REACH and (line.words < 5 or len(tokens) < 3 or hits < 0.5 * len(tokens)):
        return _NONE
    score = 3.0 * hits / max(len(tokens), 5) + min(line.words, 8) * 0.17 - min(0.035 * distance, 1.6)
    if score < 0.2 and not line.mark:
        return score
    dates, byline = find_dates(line.text), read_byline(line.text)
    if (dates and dates[0].end - dates[0].start > 0.4 * len(line.text)) or (
        byline and (byline.labelled or len(byline.names) > 1)
    ):
        return _NONE
    score += _shape_evidence(line, facts) + _neighbour_evidence(lines, known, index, first)
    return score - (0.8 if dates else 0.0) - (1.5 if byline and not line.mark else 0.0)


def _is_no_title(line: Line, facts: LineFacts, *, is_top: bool) -> bool:
    """Return whether a line can't be a title.

    What looks like a credit behind a bar is the site's name if the line is the text's first.
    """
    if facts.is_page and not facts.opener:
        return True
    if facts.time or line.words > 45 or len(line.text) < 5 or _CLOCK.match(line.text):
        return True
    if facts.credited and (facts.credited.caption is None or facts.credited.sure):
        return not (is_top and facts.credited.caption and _WINDOW.fullmatch(line.text[:250]))
    return line.words < 2 and line.mark != "#" and line.repeats < 2


def _shape_evidence(line: Line, facts: LineFacts) -> float:
    """Return the evidence of a line's repetition, marks, end and length for its being a title."""
    text, score = line.text, 0.0
    if line.repeats > 1:
        score += _AGAIN if line.words >= 4 else 0.1
    if line.mark == "#":
        score += 1.6 if _is_main_heading(line) else 0.8
    elif line.mark:
        score -= 0.8
    if line.ends:
        score -= (0.8 if text[-1] == "." else 0.0) + (0.5 if line.words > 16 else 0.0)
    if line.words > 40:
        score -= 1.0
    if text[-1] in ":–—-|" or (line.words > 3 and _HOME.match(text)):
        score -= 1.0
    if facts.opener or is_order(line):
        score -= 2.0
    if pictures.CAPTION_HINTS.search(text):
        score -= 1.0
    return score


def _neighbour_evidence(lines: list[Line], known: list[LineFacts], index: int, first: int) -> float:
    """Return the evidence of the neighbouring lines for a title.

    A date, a byline or a lead below it counts.
    """
    score = -1.2 if _has_credit_below(lines, known, index) else 0.0
    if index == 0 and first == 1:
        score += _FIRST
    if index and lines[index - 1].words < 12 and _HOME.match(lines[index - 1].text):
        score -= 1.0
    dated = [
        i
        for i in range(index + 1, min(index + 5, first))
        if _READING_TIME.fullmatch(lines[i].key) or is_dated(lines[i]) or is_byline(lines[i])
    ]
    if dated:
        score += 1.1 if dated[0] == index + 1 else 0.7
    key = lines[index].key
    if any(may_lead(lines[i], known[i]) and lines[i].key != key for i in range(index + 1, min(index + 3, first))):
        score += 0.5
    return score


def _stem(token: str) -> str:
    return token[:-1] if token.endswith("s") else token + "s"


def _body_tokens(lines: list[Line], first: int, end: int) -> set[str]:
    tokens: set[str] = set()
    for line in lines[first : min(end, first + 60)]:
        tokens.update(found[0] for found in _TOKEN.finditer(line.key[:2000]))
    return tokens


def find_kicker(lines: list[Line], known: list[LineFacts], head: TextHead) -> int | None:
    """Return the kicker: up to seven words right above the title.

    They are not a menu's last entry, nor the title again.
    """
    if not head.title:
        return None
    index = head.title - 1
    line, facts = lines[index], known[index]
    if (
        lines[head.title].gap > 1
        or line.key == lines[head.title].key
        or line.words > 7
        or len(line.text) > 60
        or line.mark
        or index in head.used
        or facts.credited
        or facts.promo
        or facts.opener
        or line.text[-1] in "|›>»,"
    ):
        return None
    menu = all(lines[i].gap == 0 and lines[i].words <= 3 for i in range(max(0, index - 3), index + 1)) and index >= 3
    if facts.furniture or facts.gallery or menu or is_dated(line) or not any(char.isalpha() for char in line.text):
        return None
    return index
