"""The pictures of a plain-text article: which lines are caption, credit and alternative text, and which belong together."""

from dataclasses import dataclass

from briefing_tui.sources import plain_words as words
from briefing_tui.sources.plain_body import Facts
from briefing_tui.sources.plain_head import Head, is_dated, is_order, is_title_case
from briefing_tui.sources.plain_lines import Line
from briefing_tui.sources.plain_names import read_byline

_CAPTION_WORDS = 90
_TAIL = 12


@dataclass(slots=True)
class Figure:
    """A picture's words and the indices of the lines that they stand on; `at` is the first of them."""

    at: int
    lines: tuple[int, ...]
    caption: str | None = None
    credit: str | None = None
    alt: str | None = None


def read_figures(lines: list[Line], known: list[Facts], head: Head, end: int) -> list[Figure]:
    """The figures in the article's order. Lines that the head uses are left alone."""
    start = max(0, min(head.title if head.title is not None else head.first, head.first) - 6)
    stop = _tail_end(lines, known, end)
    taken = set(head.used) | {index for index in (head.title, head.lead, head.kicker) if index is not None}
    figures: list[Figure] = []
    for index in range(start, stop):
        if index in taken:
            continue
        figure = _figure(lines, known, head, index, taken)
        if figure:
            taken.update(figure.lines)
            figures.append(figure)
    _uncredited_above(lines, known, head, taken, figures)
    figures.sort(key=lambda figure: figure.at)
    return _merged(figures, known)


def _merged(figures: list[Figure], known: list[Facts]) -> list[Figure]:
    """Alternative text alone goes with the figure right below it, `View 3 Images` between them aside."""
    out: list[Figure] = []
    for figure in figures:
        last = out[-1] if out else None
        if last and last.caption and figure.caption and figure.at - last.lines[-1] == 1 and last.credit and _tells_the_same(last.caption, figure.caption):
            figure.alt, figure.at, figure.lines = last.caption, last.at, last.lines + figure.lines
            out[-1] = figure
            continue
        alone = last and last.alt and not last.caption and not last.credit and not figure.alt
        if alone and last and all(known[i].gallery for i in range(last.lines[-1] + 1, figure.at)) and figure.at - last.lines[-1] <= 3:
            figure.alt, figure.at, figure.lines = last.alt, last.at, last.lines + figure.lines
            out[-1] = figure
        else:
            out.append(figure)
    return out


def _tail_end(lines: list[Line], known: list[Facts], end: int) -> int:
    """Behind the body, figures are read until a box of links or a menu begins."""
    stop = end
    for index in range(end, min(end + _TAIL, len(lines))):
        facts = known[index]
        if facts.opener or facts.ending or facts.promo or lines[index].repeats > 1 or (facts.furniture and index > end + 2):
            break
        if facts.credited and facts.credited.sure:
            stop = index + 1
    return stop


def _figure(lines: list[Line], known: list[Facts], head: Head, index: int, taken: set[int]) -> Figure | None:
    line, facts = lines[index], known[index]
    credited = facts.credited
    if line.mark == "!":
        return _marked(lines, known, index)
    if credited and credited.caption is None:
        return _credit_line(lines, known, head, index, taken)
    if credited and credited.caption and line.words <= _CAPTION_WORDS and (credited.sure or not _in_running_text(lines, known, index)):
        alt = _alt(lines, known, head, index, taken)
        used = (index,) if alt is None else (alt, index)
        used = _with_twin(lines, index, used)
        return Figure(used[0], used, credited.caption, credited.credit, lines[alt].text if alt is not None else None)
    if index < head.first and index < (head.title or 0):
        return None
    if index and known[index - 1].gallery and not facts.furniture and not facts.opener and not facts.gallery and line.words <= 40 and not is_dated(line):
        if not facts.prose or line.gap == 0:
            return Figure(index, (index,), line.text)
    if index + 1 < len(lines) and known[index + 1].gallery and lines[index + 1].gap == 0 and line.gap and line.words >= 2 and len(line.text) < 200:
        if not (facts.furniture or facts.opener or facts.promo or facts.gallery or facts.time or is_dated(line) or read_byline(line.text)):
            return Figure(index, (index,), alt=line.text)
    if words.CAPTION_HINTS.search(line.text[:400]) and line.words <= 45 and len(line.text) < 300 and not facts.promo and _stands_alone(lines, index):
        if not (line.ends and line.words > 25):
            return Figure(index, (index,), line.text)
    following = lines[index + 1] if index + 1 < len(lines) else None
    if following and following.key == line.key and not facts.opener and not facts.promo and not is_order(line) and line.words >= 4 and following.gap <= 1 and not facts.furniture and index + 1 not in taken:
        return Figure(index, (index, index + 1), line.text, alt=line.text)
    return None


def _marked(lines: list[Line], known: list[Facts], index: int) -> Figure:
    """A picture that the source marks as one, with the caption below it, if that has a credit."""
    following = index + 1
    if following < len(lines) and lines[following].gap <= 1:
        credited = known[following].credited
        if credited and credited.caption:
            return Figure(index, (index, following), credited.caption, credited.credit, lines[index].text)
        if credited:
            return Figure(index, (index, following), None, credited.credit, lines[index].text)
    return Figure(index, (index,), alt=lines[index].text)


def _in_running_text(lines: list[Line], known: list[Facts], index: int) -> bool:
    """Whether a line with an unsure credit is more likely a paragraph that ends in an agency's name."""
    line, credited = lines[index], known[index].credited
    assert credited
    return line.words > 60 or bool(credited.caption and len(credited.caption) < 12)


def _with_twin(lines: list[Line], index: int, used: tuple[int, ...]) -> tuple[int, ...]:
    if index + 1 < len(lines) and lines[index + 1].key == lines[index].key:
        return (*used, index + 1)
    return used


def _alt(lines: list[Line], known: list[Facts], head: Head, index: int, taken: set[int]) -> int | None:
    """The line of alternative text right above a caption, if there is one."""
    above = index - 1
    if above < 0 or above in taken or above in (head.title, head.lead) or known[above].furniture or known[above].gallery or known[above].opener or known[above].promo:
        return None
    line = lines[above]
    caption = lines[index].key
    if lines[index].gap <= 2 and line.words >= 3 and (caption.startswith(line.key.rstrip(".")) or line.words <= 40 and not known[above].prose and _shares(line.key, caption)):
        return None if known[above].credited or line.mark == "*" else above
    if known[above].credited or known[above].prose or line.ends or line.words < 3 or line.words > 40 or is_dated(line) or line.mark == "*":
        return None
    if lines[index].gap == 0 and (above < head.first or line.gap) and line.words >= 6:
        return above
    if lines[index].gap and line.gap and line.words >= 6 and above > head.first:
        before = above - 1
        heading_above = before > head.first and not known[before].prose and lines[before].words <= 10 and not known[before].furniture
        return above if heading_above or line.words >= 10 else None
    return None


def _shares(alt: str, caption: str) -> bool:
    """Whether two texts share the words that tell of the same picture."""
    words_of = {word for word in alt.replace("’", "'").split() if len(word) > 4}
    return sum(word in caption for word in words_of) >= max(2, len(words_of) // 2)


def _tells_the_same(alt: str, caption: str) -> bool:
    """Whether two captions in a row are the same picture's: agencies' own words as alternative text, then the page's."""
    short, long = sorted((set(alt.casefold().split()), set(caption.casefold().split())), key=len)
    short = {word for word in short if len(word) > 3}
    return len(short & long) >= max(3, 0.5 * len(short))


def _credit_line(lines: list[Line], known: list[Facts], head: Head, index: int, taken: set[int]) -> Figure | None:
    """A line that is nothing but a credit turns the line above it, or the one right below, into a caption."""
    credited, line = known[index].credited, lines[index]
    assert credited
    above = index - 1
    if above >= 0 and above not in taken and _may_be_caption(lines, known, head, above, line.gap):
        figure_alt = _alt(lines, known, head, above, taken)
        used = (above, index) if figure_alt is None else (figure_alt, above, index)
        return Figure(used[0], used, lines[above].text, credited.credit, lines[figure_alt].text if figure_alt is not None else None)
    below = index + 1
    if below < len(lines) and below not in taken and lines[below].gap == 0 and line.gap and _may_be_caption(lines, known, head, below, 0):
        if lines[below].words >= 6 and (below + 1 >= len(lines) or lines[below + 1].gap):
            return Figure(index, (index, below), lines[below].text, credited.credit)
    if credited.sure and (index >= head.first or head.title is not None and index > head.title):
        return Figure(index, (index,), None, credited.credit)
    return None


def _may_be_caption(lines: list[Line], known: list[Facts], head: Head, index: int, gap: int) -> bool:
    line, facts = lines[index], known[index]
    if index in (head.title, head.lead, head.kicker) or facts.furniture or facts.opener or facts.gallery or facts.promo or line.words < 4 or line.words > _CAPTION_WORDS:
        return False
    if is_dated(line) and line.words < 8 or facts.credited and facts.credited.caption is None:
        return False
    byline = read_byline(line.text)
    if byline and byline.labelled:
        return False
    if gap == 0:
        return True
    return gap <= 1 and (index < head.first or not facts.prose) and (line.words >= 5)


def _stands_alone(lines: list[Line], index: int) -> bool:
    after = lines[index + 1].gap if index + 1 < len(lines) else 1
    return bool(lines[index].gap or after)


def _uncredited_above(lines: list[Line], known: list[Facts], head: Head, taken: set[int], figures: list[Figure]) -> None:
    """The opening picture's caption, without a credit: what is left over between title and body and reads like words."""
    if head.title is None or any(head.title < figure.at < head.first for figure in figures):
        return
    for index in range(head.title + 1, head.first):
        line, facts = lines[index], known[index]
        if index in taken or facts.furniture or facts.opener or facts.promo or facts.gallery or facts.ending or is_dated(line):
            continue
        if is_order(line) or is_title_case(line.text) or line.words < 5 or line.repeats > 1 or line.mark or line.text.endswith("?") or line.key == lines[head.title].key or read_byline(line.text):
            continue
        if line.words <= 60:
            figures.append(Figure(index, (index,), line.text))
            return
