"""Find an article's lead."""

from briefing_tui.languages import picture_words as pictures
from briefing_tui.sources.plain.body import LineFacts
from briefing_tui.sources.plain.head.fields import TextHead
from briefing_tui.sources.plain.line_shapes import is_byline, is_dated, is_order, is_title_case, may_lead
from briefing_tui.sources.plain.lines import Line
from briefing_tui.sources.shared.author_names import is_only_label, read_byline

_COPY = 14
_MANY_NAMES = 3


def find_lead(lines: list[Line], known: list[LineFacts], head: TextHead, end: int) -> None:
    """Set the lead: a line under the title, or a first paragraph set apart.

    The byline may be above or below it. More blank lines than usual set a paragraph apart. A page often has its title twice;
    the lead is under one of them.
    """
    if head.title is None:
        return
    key = lines[head.title].key
    best: tuple[float, int, int] | None = None
    for title in range(max(0, head.title - _COPY), min(head.title + _COPY, head.first)):
        if title == head.title or (lines[title].key == key and not lines[title].mark):
            found = best_lead(lines, known, title, head.first)
            if found and (best is None or found[0] > best[0] or (title == head.title and found[0] == best[0])):
                best = (*found, title)
    if best and best[0] >= 1.1:
        head.lead, head.title = best[1], best[2]
    else:
        _lead_set_off(lines, known, head, end)


def best_lead(lines: list[Line], known: list[LineFacts], title: int, first: int) -> tuple[float, int] | None:
    """Return the likeliest lead between a title and the first paragraph, as score and index.

    A score of 1.1 or more means that it is one.
    """
    best: tuple[float, int] | None = None
    after_byline = False
    distance = -1
    for index in range(title + 1, first):
        line, facts = lines[index], known[index]
        if not (facts.furniture or facts.time or facts.gallery):
            distance += 1
        if is_dated(line) or is_byline(line):
            after_byline = True
            continue
        if not may_lead(line, facts) or line.key == lines[title].key or is_order(line):
            continue
        below = known[index + 1].credited
        if below and below.caption is None and lines[index + 1].gap <= 1:
            continue
        byline = read_byline(line.text)
        if byline and (line.words <= 7 or len(byline.names) >= _MANY_NAMES):
            continue
        score = _lead_score(lines, known, index, title, distance, after_byline)
        if best is None or score > best[0]:
            best = (score, index)
    return best


def _lead_score(lines: list[Line], known: list[LineFacts], index: int, title: int, distance: int, after_byline: bool) -> float:
    line, after = lines[index], lines[index + 1]
    score = 1.0 + (0.8 if line.ends else 0.0) + (0.8 if index == title + 1 else 0.0) - 0.1 * distance
    if line.words >= 8:
        score += 0.4
    if pictures.CAPTION_HINTS.search(line.text):
        score -= 1.0
    if after_byline and not line.ends:
        score -= 0.2 if line.gap and after.gap else 0.6
    if line.repeats > 1 and not line.ends:
        score -= 0.7
    if is_title_case(line.text):
        score -= 0.8
    if is_dated(after) or is_byline(after) or is_only_label(after.text):
        score += 0.6
    elif after.words >= 5 and after.gap == 0 and not known[index + 1].prose and not known[index + 1].furniture:
        score -= 0.5
    return score


def _lead_set_off(lines: list[Line], known: list[LineFacts], head: TextHead, end: int) -> None:
    following = next((i for i in range(head.first + 1, min(end, head.first + 6)) if known[i].prose), None)
    if following != head.first + 1 or len(lines[head.first].text) > 450:
        return
    later = [lines[i].gap for i in range(following + 1, min(end, following + 12)) if known[i].prose and known[i - 1].prose]
    if later and lines[following].gap > max(later):
        head.lead, head.first = head.first, following
