"""What stands above an article's body: title, kicker, lead, byline and dates; and the byline that may stand below it instead."""

import re
from dataclasses import dataclass, field

from briefing_tui.sources import plain_words as words
from briefing_tui.sources.plain_body import Facts
from briefing_tui.sources.plain_dates import Dated, find_dates
from briefing_tui.sources.plain_lines import Line
from briefing_tui.sources.plain_names import Byline, is_only_label, read_byline, read_editors

_REACH = 45
"""How many lines above the first paragraph a title may stand."""
_FAR = 160
_COPY = 14
_TOLD = frozenset("is are was has have covers writes reports joined works worked studied lives contributed makes serves holds can ist war hat schreibt arbeitet berichtet studierte est a es è".split())
_TOKEN = re.compile(r"\w{4,}")


@dataclass(slots=True)
class Head:
    """The head's lines by their index (None where the article has none), and what was read from them."""

    first: int
    title: int | None = None
    lead: int | None = None
    kicker: int | None = None
    used: dict[int, str] = field(default_factory=dict)
    authors: tuple[str, ...] = ()
    editors: tuple[str, ...] = ()
    published: str | None = None
    modified: str | None = None


def read_head(lines: list[Line], known: list[Facts], start: int, end: int) -> Head:
    """The head of the article whose body is about `start` to `end`; `first` is then the body's first paragraph."""
    head = Head(_first_paragraph(lines, known, start, end))
    body = _body_tokens(lines, head.first, end)
    head.title = _title(lines, known, head.first, body)
    _lead(lines, known, head, end)
    _authors(lines, known, head, end)
    _dates(lines, head, end)
    _kicker(lines, known, head)
    return head


def before_author_note(lines: list[Line], known: list[Facts], head: Head, end: int) -> int:
    """The body's end, moved before what the page tells of its authors: their name on a line of its own, or `A. Name is a …`."""
    names = [name.casefold() for name in head.authors if " " in name]
    if not names:
        return end
    prose = [index for index in range(head.first, end) if known[index].prose]
    if len(prose) < 4:
        return end
    for index in range(prose[len(prose) // 2] + 1, end):
        line = lines[index]
        for name in names:
            if line.key.startswith(name) and _is_note(line, len(name)):
                return index
    return end


def _is_note(line: Line, length: int) -> bool:
    rest = line.key[length:].strip(" .,–—-:|•")
    if not rest or line.words <= 8 and not line.ends:
        return True
    return rest.split(" ", 1)[0] in _TOLD or line.key[length : length + 1].isalpha()


def is_dated(line: Line) -> bool:
    """Whether the line is about its date: a short one that holds a day."""
    return len(line.text) <= 110 and bool(find_dates(line.text)) and not (line.ends and line.words > 9)


def _is_byline(line: Line) -> bool:
    found = read_byline(line.text) if len(line.text) <= 120 and not (line.ends and line.words > 8) else None
    return bool(found and found.labelled)


def _first_paragraph(lines: list[Line], known: list[Facts], start: int, end: int) -> int:
    """The first paragraph that no byline, date or row of buttons parts from the next one."""
    prose = [index for index in range(start, min(end, start + 200)) if known[index].prose]
    for index, following in zip(prose, prose[1:], strict=False):
        between = range(index + 1, min(following, index + 25))
        below = known[index + 1].credited
        if index == prose[0] and below and below.caption is None and below.sure and lines[index + 1].gap <= 1:
            continue
        if any(is_dated(lines[i]) or _is_byline(lines[i]) or is_only_label(lines[i].text) for i in between):
            continue
        buttons = sum(known[i].furniture and not is_advertisement(lines[i]) for i in between)
        if index <= start + 12 and buttons >= 2 and buttons >= 0.5 * len(between) and not any(known[i].opener for i in between):
            continue
        return index
    return prose[-1] if prose else start


def is_advertisement(line: Line) -> bool:
    """Whether a line of furniture announces an advertisement, which stands anywhere in a text."""
    return line.key.startswith(("ad", "anzeige", "werbung", "story continues", "article continues", "publi", "sponsor"))


def _body_tokens(lines: list[Line], first: int, end: int) -> set[str]:
    tokens: set[str] = set()
    for line in lines[first : min(end, first + 60)]:
        tokens.update(_TOKEN.findall(line.key[:2000]))
    return tokens


def _title(lines: list[Line], known: list[Facts], first: int, body: set[str]) -> int | None:
    best, best_score = None, 0.8
    scores: dict[int, float] = {}
    low = max(0, first - _FAR)
    for index in range(low, first):
        score = _title_score(lines, known, index, first, body)
        scores[index] = score
        if score > best_score:
            best, best_score = index, score
    return _above_lead(lines, known, scores, best, best_score) if best is not None else None


def _above_lead(lines: list[Line], known: list[Facts], scores: dict[int, float], best: int, best_score: float) -> int:
    """The title rather than the lead below it: of two likely lines, the upper one, unless that is a mere kicker."""
    for above in range(best - 1, max(-1, best - 5), -1):
        if known[above].furniture:
            continue
        if known[above].time or known[above].credited or is_dated(lines[above]) or _is_byline(lines[above]):
            break
        upper, lower = lines[above], lines[best]
        lead_like = lower.text[-1] == "." or (lower.ends and lower.words > 16) or lower.words > 1.4 * upper.words
        followed = best + 1 < len(lines) and (is_dated(lines[best + 1]) or _is_byline(lines[best + 1]))
        if not lead_like and followed:
            break
        if scores.get(above, -9.0) > max(0.3, best_score - (2.0 if lead_like else 0.6)) and upper.words >= (3 if lead_like else 7) and upper.key != lower.key:
            return _above_lead(lines, known, scores, above, scores[above])
        if scores.get(above, -9.0) > 0.0:
            break
    return best


def _title_score(lines: list[Line], known: list[Facts], index: int, first: int, body: set[str]) -> float:
    line, facts = lines[index], known[index]
    text, n = line.text, line.words
    if facts.furniture or facts.gallery or facts.ending or facts.promo or facts.time or n > 45 or len(text) < 5:
        return -9.0
    if facts.credited and (facts.credited.caption is None or facts.credited.sure):
        return -9.0
    follower = lines[index + 1] if index + 1 < len(lines) else None
    followed = known[index + 1].credited if follower else None
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
    score = 3.0 * hits / max(len(tokens), 3) if len(tokens) != 2 else 0.9 * hits
    score += min(n, 8) * 0.17
    if follower and follower.gap == 0 and followed and followed.caption is None and followed.sure:
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
    if line.ends and n > 16:
        score -= 0.5
    if facts.opener or is_order(line):
        score -= 2.0
    if dates:
        score -= 0.8
    if byline and not line.mark:
        score -= 1.5
    if words.CAPTION_HINTS.search(text):
        score -= 1.0
    if any(is_dated(lines[i]) or _is_byline(lines[i]) for i in range(index + 1, min(index + 5, first))):
        score += 0.7
    if any(_may_lead(lines[i], known[i]) and lines[i].key != line.key for i in range(index + 1, min(index + 3, first))):
        score += 0.5
    if index + 1 < first and (_is_byline(lines[index + 1]) or is_dated(lines[index + 1])):
        score += 0.4
    return score


def _may_lead(line: Line, facts: Facts) -> bool:
    """Whether a line under the title could be the lead."""
    if facts.furniture or facts.gallery or facts.opener or facts.promo or facts.ending or facts.time or len(line.text) < 18:
        return False
    if facts.credited and (facts.credited.sure or facts.credited.caption is None):
        return False
    return line.words >= 5 or (line.ends and line.words >= 3)


def _stem(token: str) -> str:
    return token[:-1] if token.endswith("s") else token + "s"


def _lead(lines: list[Line], known: list[Facts], head: Head, end: int) -> None:
    """The lead: what stands under the title, above or below the byline; or a first paragraph set off by more blank lines than the rest.

    A page often has its title twice; the lead stands under one of them.
    """
    if head.title is None:
        return
    key = lines[head.title].key
    best: tuple[float, int, int] | None = None
    for title in range(max(0, head.title - _COPY), min(head.title + _COPY, head.first)):
        if title == head.title or (lines[title].key == key and not lines[title].mark):
            found = _best_lead(lines, known, title, head.first)
            if found and (best is None or found[0] > best[0] or (title == head.title and found[0] == best[0])):
                best = (*found, title)
    if best and best[0] >= 1.1:
        head.lead, head.title = best[1], best[2]
    else:
        _lead_set_off(lines, known, head, end)


def _best_lead(lines: list[Line], known: list[Facts], title: int, first: int) -> tuple[float, int] | None:
    best: tuple[float, int] | None = None
    after_byline = False
    distance = -1
    for index in range(title + 1, first):
        line, facts = lines[index], known[index]
        if not (facts.furniture or facts.time or facts.gallery):
            distance += 1
        if is_dated(line) or _is_byline(line):
            after_byline = True
            continue
        if not _may_lead(line, facts) or line.key == lines[title].key or is_order(line):
            continue
        below = known[index + 1].credited
        if below and below.caption is None and lines[index + 1].gap <= 1:
            continue
        if line.words <= 7 and read_byline(line.text):
            continue
        score = _lead_score(lines, known, index, title, distance, after_byline)
        if best is None or score > best[0]:
            best = (score, index)
    return best


def _lead_score(lines: list[Line], known: list[Facts], index: int, title: int, distance: int, after_byline: bool) -> float:
    line, after = lines[index], lines[index + 1]
    score = 1.0 + (0.8 if line.ends else 0.0) + (0.8 if index == title + 1 else 0.0) - 0.1 * distance
    if line.words >= 8:
        score += 0.4
    if words.CAPTION_HINTS.search(line.text):
        score -= 1.0
    if after_byline and not line.ends:
        score -= 0.2 if line.gap and after.gap else 0.6
    if line.repeats > 1 and not line.ends:
        score -= 0.7
    if is_title_case(line.text):
        score -= 0.8
    if is_dated(after) or _is_byline(after) or is_only_label(after.text):
        score += 0.6
    elif after.words >= 5 and after.gap == 0 and not known[index + 1].prose and not known[index + 1].furniture:
        score -= 0.5
    return score


def is_title_case(text: str) -> bool:
    """Whether a line of five words or more writes nearly all its longer words with a capital, as English headlines may."""
    long = [word for word in text.split() if len(word) > 3 and word[0].isalpha()]
    return len(long) >= 4 and sum(word[0].isupper() for word in long) >= 0.85 * len(long)


_ORDERS = frozenset("share search contact sign follow listen watch download subscribe print view click get add join buy read see für teilen folgen hören sehen lesen jetzt kostenlos partager compartir".split())


def is_order(line: Line) -> bool:
    """Whether the line tells the visitor what to do, as buttons do."""
    return line.key.split(" ", 1)[0] in _ORDERS and not (line.ends and line.words > 12)


def _lead_set_off(lines: list[Line], known: list[Facts], head: Head, end: int) -> None:
    following = next((i for i in range(head.first + 1, min(end, head.first + 6)) if known[i].prose), None)
    if following != head.first + 1 or len(lines[head.first].text) > 450:
        return
    later = [lines[i].gap for i in range(following + 1, min(end, following + 12)) if known[i].prose and known[i - 1].prose]
    if later and lines[following].gap > max(later):
        head.lead, head.first = head.first, following


def _authors(lines: list[Line], known: list[Facts], head: Head, end: int) -> None:
    """The names of a labelled byline near the title, else of a line of names near the title or a date, else of a line below the body."""
    low = head.title + 1 if head.title is not None else max(0, head.first - 8)
    labelled: list[str] = []
    for index in [*range(low, head.first), *range(max(0, low - 5), low - 1)]:
        line = lines[index]
        if index == head.lead or len(line.text) > 200 or known[index].furniture and not is_only_label(line.text):
            continue
        if is_only_label(line.text):
            labelled += [name for name in _names_below(lines, known, head, index) if name not in labelled]
            head.used[index] = "byline"
        elif not (line.ends and line.words > 10):
            found = read_byline(line.text)
            if found and found.labelled:
                labelled += [name for name in found.names if name not in labelled]
                head.used[index] = "byline"
        if labelled and index >= low:
            continue
    if not labelled:
        labelled = _unlabelled(lines, known, head, low, end)
    if not labelled:
        labelled = _below(lines, known, head, end)
    head.authors = tuple(dict.fromkeys(labelled))
    for index in range(end, min(end + 10, len(lines))):
        editors = read_editors(lines[index].text)
        if editors:
            head.editors = tuple(dict.fromkeys((*head.editors, *editors)))
            head.used[index] = "editor"
    for index in range(max(0, end - 6), min(end + 6, len(lines))):
        key = lines[index].key
        if key.startswith(("author", "autor", "written by")) and len(key) < 120:
            found = read_byline(lines[index].text)
            if found and found.labelled:
                head.used[index] = "byline"
                if not head.authors:
                    head.authors = found.names


def _names_below(lines: list[Line], known: list[Facts], head: Head, index: int) -> list[str]:
    """The names on the lines below a label that stands alone, one or more a line."""
    names: list[str] = []
    for following in range(index + 1, min(index + 14, head.first)):
        found = read_byline(lines[following].text) or read_byline("By " + lines[following].text.rstrip(" ,&0123456789"))
        if not found or known[following].furniture or is_dated(lines[following]) or lines[following].words > 12 or len(found.names[0]) < 3:
            break
        if names and not lines[following - 1].text.endswith((",", "&", "and", "und")) and lines[following].gap:
            break
        names += found.names
        head.used[following] = "byline"
    return names


def _unlabelled(lines: list[Line], known: list[Facts], head: Head, low: int, end: int) -> list[str]:
    """The likeliest line of names alone."""
    best: tuple[float, int, Byline] | None = None
    tail = {line.key for line in lines[end : end + 60] if line.words <= 6}
    starts = [line.key for line in lines[end : end + 80] if line.words > 6]
    for index in [*range(max(0, low - 9), low - 1), *range(low, head.first)]:
        line, facts = lines[index], known[index]
        if facts.furniture or facts.opener or index == head.lead or line.words > 14 or (line.ends and not line.text.endswith(".")):
            continue
        found = read_byline(line.text)
        if not found or found.labelled:
            continue
        near = any(0 <= i < len(lines) and is_dated(lines[i]) for i in (index, index - 1, index + 1, index + 2))
        name = found.names[0].casefold()
        if index < low and not near:
            continue
        score = 1.0 + (1.0 if near else 0.0) + (0.7 if 0 <= index - low <= 2 else 0.0) - 0.05 * abs(index - low)
        if name in tail:
            score += 0.5
        if any(start.startswith(name) for start in starts):
            score += 1.5
        if facts.credited:
            score -= 1.0
        if best is None or score > best[0]:
            best = (score, index, found)
    if best is None or best[0] < 1.2:
        return []
    head.used[best[1]] = "byline"
    names = list(best[2].names)
    following = best[1] + 1
    while following < head.first and lines[following].gap == 0 and lines[following].words <= 4:
        more = read_byline(lines[following].text)
        if not more or known[following].furniture:
            break
        names += [name for name in more.names if name not in names]
        head.used[following] = "byline"
        following += 1
    return names


def _below(lines: list[Line], known: list[Facts], head: Head, end: int) -> list[str]:
    """The byline below the body: labelled, or a name that the next lines tell about."""
    for index in range(max(head.first + 1, end - 3), min(end + 14, len(lines))):
        line = lines[index]
        if line.words > 14 or known[index].furniture:
            continue
        found = read_byline(line.text)
        if not found:
            continue
        name = found.names[0].casefold()
        told = any(lines[i].key.startswith(name) and lines[i].words > 6 for i in range(index + 1, min(index + 6, len(lines))))
        if found.labelled and not line.ends or told:
            head.used[index] = "byline"
            return list(found.names)
    return []


def _dates(lines: list[Line], head: Head, end: int) -> None:
    low = head.title + 1 if head.title is not None else max(0, head.first - 8)
    above = range(low - 2, max(-1, low - 8), -1)
    nearby = [*range(low, head.first), *above, *range(end, min(end + 6, len(lines)))]
    for index in nearby:
        line = lines[index]
        if index == head.lead or not is_dated(line):
            continue
        for dated in find_dates(line.text):
            _take(head, dated)
        head.used.setdefault(index, "date")
        if head.published and index not in range(low, head.first) and index not in above:
            break
    if not head.published and head.modified:
        head.published = head.modified


def _take(head: Head, dated: Dated) -> None:
    if dated.kind == "updated":
        head.modified = head.modified or dated.day
    elif not head.published:
        head.published = dated.day


def _kicker(lines: list[Line], known: list[Facts], head: Head) -> None:
    """A line of up to six words right above the title that is no menu's last entry."""
    if not head.title:
        return
    index = head.title - 1
    line, facts = lines[index], known[index]
    if lines[head.title].gap > 1 or line.words > 7 or len(line.text) > 60 or line.mark or index in head.used or facts.credited or facts.promo or facts.opener:
        return
    menu = all(lines[i].gap == 0 and lines[i].words <= 3 for i in range(max(0, index - 3), index + 1)) and index >= 3
    if not facts.furniture and not facts.gallery and not menu and any(char.isalpha() for char in line.text) and not is_dated(line):
        head.kicker = index
