"""Which line is an article's title, and which its kicker."""

import re

from briefing_tui.sources import plain_words as words
from briefing_tui.sources.plain_body import Facts
from briefing_tui.sources.plain_dates import find_dates
from briefing_tui.sources.plain_head import Head
from briefing_tui.sources.plain_lead import best_lead
from briefing_tui.sources.plain_lines import Line
from briefing_tui.sources.plain_names import read_byline
from briefing_tui.sources.plain_shapes import is_byline, is_dated, is_order, may_lead

_REACH = 45
"""How many lines above the first paragraph a title may stand."""

_FAR = 160
_RIVALS = 5
_LEAST = 0.8
"""No title has a lower score."""

_HOME = re.compile(r"(?:Home(?:page)?|Startseite|Accueil|Inicio|Portada|You are here|Sie sind hier)(?:[A-Z]|\b)")
"""How a path of links to the page begins; its last link is the page's short name."""
_TOKEN = re.compile(r"\w{4,}")


def find_title(lines: list[Line], known: list[Facts], first: int, end: int) -> int | None:
    """The likeliest title above the body's first paragraph: of several words that the body has too, near it, by a byline,
    a date or a lead, perhaps repeated on the page. None where nothing is likely."""
    body = _body_tokens(lines, first, end)
    scores = {index: _title_score(lines, known, index, first, body) for index in range(max(0, first - _FAR), first)}
    for index in scores:
        if _has_credit_below(lines, known, index) and any(scores.get(i, -9.0) > 1.2 for i in range(index + 2, index + 7)):
            scores[index] = -9.0
    best = max(scores, key=lambda index: scores[index], default=None)
    if best is None or scores[best] <= _LEAST:
        return None
    near = range(max(best - _RIVALS, min(scores)), min(best + _RIVALS, first))
    rivals = [index for index in near if scores[index] > scores[best] - 2.5]
    rivals = [index for index in rivals if index == best or scores[index] > 0.3]
    return max(rivals, key=lambda index: scores[index] + _lead_bonus(lines, known, index, first))


def _has_credit_below(lines: list[Line], known: list[Facts], index: int) -> bool:
    """Whether a line that is nothing but a credit stands right below: then the line may be a caption."""
    below = known[index + 1].credited if index + 1 < len(lines) else None
    return bool(below and below.caption is None and below.sure and lines[index + 1].gap == 0)


def _lead_bonus(lines: list[Line], known: list[Facts], index: int, first: int) -> float:
    """What a lead below a line speaks for its being the title; below a short one, only a sentence can be a lead."""
    found = best_lead(lines, known, index, first)
    if not found:
        return 0.0
    score, lead = found
    return 0.5 * score if lines[lead].ends or lines[index].words >= 5 else 0.0


def _title_score(lines: list[Line], known: list[Facts], index: int, first: int, body: set[str]) -> float:
    line, facts = lines[index], known[index]
    text, n = line.text, line.words
    if facts.furniture or facts.gallery or facts.ending or facts.promo or facts.time or n > 45 or len(text) < 5:
        return -9.0
    if facts.credited and (facts.credited.caption is None or facts.credited.sure):
        return -9.0
    dates = find_dates(text)
    if dates and dates[0].end - dates[0].start > 0.4 * len(text):
        return -9.0
    if n < 2 and not (line.mark == "#" or line.repeats > 1):
        return -9.0
    byline = read_byline(text)
    if byline and (byline.labelled or len(byline.names) > 1):
        return -9.0
    tokens = {token for token in _TOKEN.findall(line.key) if token not in words.ALL_FUNCTION_WORDS}
    hits = sum(token in body or _stem(token) in body for token in tokens)
    score = 3.0 * hits / max(len(tokens), 5)
    score += min(n, 8) * 0.17
    if _has_credit_below(lines, known, index):
        score -= 1.2
    if first - index > _REACH and (n < 5 or len(tokens) < 3 or hits < 0.5 * len(tokens)):
        return -9.0
    score -= min(0.035 * (first - index), 1.6)
    if line.repeats > 1:
        score += 0.6 if n >= 4 else 0.1
    if line.mark == "#":
        score += 1.6 if line.order == 1 else 0.8
    elif line.mark:
        score -= 0.8
    if line.ends and text[-1] == ".":
        score -= 0.8
    if n > 40:
        score -= 1.0
    if text[-1] in ":–—-|" or (_HOME.match(text) and n > 3):
        score -= 1.0
    if line.ends and n > 16:
        score -= 0.5
    if facts.opener or is_order(line):
        score -= 2.0
    if dates:
        score -= 0.8
    if index and _HOME.match(lines[index - 1].text) and lines[index - 1].words < 12:
        score -= 1.0
    if byline and not line.mark:
        score -= 1.5
    if words.CAPTION_HINTS.search(text):
        score -= 1.0
    if any(is_dated(lines[i]) or is_byline(lines[i]) for i in range(index + 1, min(index + 5, first))):
        score += 0.7
    if any(may_lead(lines[i], known[i]) and lines[i].key != line.key for i in range(index + 1, min(index + 3, first))):
        score += 0.5
    if index + 1 < first and (is_byline(lines[index + 1]) or is_dated(lines[index + 1])):
        score += 0.4
    return score


def _stem(token: str) -> str:
    return token[:-1] if token.endswith("s") else token + "s"


def _body_tokens(lines: list[Line], first: int, end: int) -> set[str]:
    tokens: set[str] = set()
    for line in lines[first : min(end, first + 60)]:
        tokens.update(_TOKEN.findall(line.key[:2000]))
    return tokens


def find_kicker(lines: list[Line], known: list[Facts], head: Head) -> int | None:
    """A line of up to six words right above the title that is no menu's last entry."""
    if not head.title:
        return None
    index = head.title - 1
    line, facts = lines[index], known[index]
    if (
        lines[head.title].gap > 1
        or line.words > 7
        or len(line.text) > 60
        or line.mark
        or index in head.used
        or facts.credited
        or facts.promo
        or facts.opener
        or line.text[-1] in "|›>»"
    ):
        return None
    menu = all(lines[i].gap == 0 and lines[i].words <= 3 for i in range(max(0, index - 3), index + 1)) and index >= 3
    if facts.furniture or facts.gallery or menu or is_dated(line) or not any(char.isalpha() for char in line.text):
        return None
    return index
