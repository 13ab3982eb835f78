"""Put the fragments of a page into reading order: columns, and the lines of each.

A gutter is a place that few fragments cross and that has text on both sides. What crosses it (a headline, a picture's caption)
divides the page into bands; each is read column by column, and columns may have gutters of their own.
"""

from collections.abc import Iterator
from itertools import count, groupby

from briefing_tui.sources.pdf.fragments import Fragment, Page, PdfLine

_DEPTH = 4
_BIN = 3.0
"""The width in points of the places at which gutters are looked for."""
_CANDIDATES = 14
_FEWEST, _LETTERS = 3, 90
"""The fewest fragments on each side of a gutter in a band, and the fewest letters on each side in all bands."""
_MEAN = 9
"""The fewest letters that the fragments beside a gutter have on average: cells of tables have fewer."""
_NARROW, _LOWER = 10, 0.5
"""The fewest fragments of a narrow column of prose, whatever their length, and the share that begins with a small letter."""
_APART = 2.0
"""The gap between words of one line, in sizes of the font; what is farther apart is two lines."""
_DROP, _DROP_LETTERS = 1.8, 2
"""How many times as large as the text a dropped initial is, and how many letters it has."""


def read_columns(fragments: list[Fragment], page: int, columns: "count[int]") -> Iterator[PdfLine]:
    """Yield the lines of a page in reading order.

    Args:
        fragments: the fragments of the page.
        page: the page's number.
        columns: gives each column its number.
    """
    by_height = sorted((each for each in fragments if each.text), key=lambda each: (-each.y, each.x0))
    for column in _columns(by_height, _DEPTH):
        yield from _lines(column, page, next(columns))


def read_tagged(order: list[tuple[Page, Fragment]], columns: "count[int]") -> Iterator[PdfLine]:
    """Yield the lines of a document in the order of its tags.

    A block that continues at the top of another column or page has lines in several columns.

    Args:
        order: the fragments in this order, each with its page.
        columns: gives each column its number.
    """
    held: list[Fragment] = []
    last: tuple[Page, Fragment] | None = None
    for page, each in (pair for pair in order if pair[1].text and not (pair[1].tag and pair[1].tag.is_label)):
        if last is not None and not _is_below(last, page, each):
            yield from _lines(held, last[0].number, next(columns))
            held = []
        held.append(each)
        last = (page, each)
    if last is not None:
        yield from _lines(held, last[0].number, next(columns))


def _is_below(last: tuple[Page, Fragment], page: Page, each: Fragment) -> bool:
    """Return whether a fragment is of the same block as the last one and on its line or below."""
    tag, other = last[1].tag, each.tag
    is_same = tag is not None and other is not None and tag.path == other.path
    return is_same and last[0] is page and each.y < last[1].y + 0.6 * max(each.size, last[1].size)


def _columns(fragments: list[Fragment], depth: int) -> Iterator[list[Fragment]]:
    """Yield the columns of a part of a page, each from top to bottom."""
    gutter = _gutter(fragments) if depth else None
    if gutter is None:
        if fragments:
            yield fragments
        return
    for beside, band in groupby(_banded(fragments, gutter), key=lambda pair: pair[0]):
        parts = [each for _, each in band]
        if not beside:
            yield parts
            continue
        left = [each for each in parts if (each.x0 + each.x1) / 2 < gutter]
        yield from _columns(left, depth - 1)
        yield from _columns([each for each in parts if (each.x0 + each.x1) / 2 >= gutter], depth - 1)


def _banded(fragments: list[Fragment], gutter: float) -> Iterator[tuple[bool, Fragment]]:
    """Yield the fragments, each with whether it is beside the gutter and does not cross it."""
    for each in fragments:
        yield not _crosses(each, gutter), each


def _crosses(fragment: Fragment, gutter: float) -> bool:
    return fragment.x0 < gutter - 1 and fragment.x1 > gutter + 1


def _gutter(fragments: list[Fragment]) -> float | None:
    """Return where the best gutter is, None without one."""
    if len(fragments) < 2 * _FEWEST:
        return None
    left, right = min(each.x0 for each in fragments), max(each.x1 for each in fragments)
    bins = int((right - left) / _BIN)
    if bins < 12:
        return None
    best, best_score = None, 0.0
    for at in _sparse(fragments, left, bins):
        score = _support(fragments, at)
        if score > best_score:
            best, best_score = at, score
    return best


def _sparse(fragments: list[Fragment], left: float, bins: int) -> list[float]:
    """Return the places that the fewest fragments cross, those in the middle of a gap first."""
    steps = [0] * (bins + 2)
    for each in fragments:
        steps[max(0, min(bins, int((each.x0 - left) / _BIN)))] += 1
        steps[max(0, min(bins, int((each.x1 - left) / _BIN))) + 1] -= 1
    covers: list[tuple[int, int, int]] = []
    cover = 0
    heights = []
    for step in steps[: bins + 1]:
        cover += step
        heights.append(cover)
    start = 0
    for end in range(1, bins + 2):
        if end == bins + 1 or heights[end] != heights[start]:
            if start > 1 and end < bins:
                covers.append((heights[start], start - end, (start + end) // 2))
            start = end
    return [left + (middle + 0.5) * _BIN for _, _, middle in sorted(covers)[:_CANDIDATES]]


def _support(fragments: list[Fragment], gutter: float) -> float:
    """Return how many letters are beside a gutter on its lesser side, band by band; 0 if it is none."""
    total = 0.0
    for beside, band in groupby(_banded(fragments, gutter), key=lambda pair: pair[0]):
        if not beside:
            continue
        sides: tuple[list[Fragment], list[Fragment]] = [], []
        for _, each in band:
            sides[(each.x0 + each.x1) / 2 >= gutter].append(each)
        if all(len(side) >= _FEWEST and _is_prose(side) for side in sides):
            total += min(sum(len(each.text) for each in side) for side in sides)
    return total if total >= _LETTERS else 0.0


def _is_prose(side: list[Fragment]) -> bool:
    """Return whether fragments on one side of a gutter may be lines of a column, not cells of a table."""
    if sum(len(each.text) for each in side) >= _MEAN * len(side):
        return True
    return len(side) >= _NARROW and sum(each.text[:1].islower() for each in side) >= _LOWER * len(side)


def _lines(column: list[Fragment], page: int, number: int) -> Iterator[PdfLine]:
    """Yield the lines of a column from top to bottom."""
    for row in _rows(_with_dropped_initials(column)):
        parts: list[Fragment] = []
        for each in sorted(row, key=lambda each: each.x0):
            if parts and each.x0 - parts[-1].x1 > _APART * max(each.size, parts[-1].size):
                yield _line(parts, page, number)
                parts = []
            parts.append(each)
        yield _line(parts, page, number)


def _rows(column: list[Fragment]) -> Iterator[list[Fragment]]:
    """Yield the fragments on each baseline."""
    row: list[Fragment] = []
    for each in column:
        if row and row[0].y - each.y > 0.35 * min(row[0].size, each.size):
            yield row
            row = []
        row.append(each)
    if row:
        yield row


def _line(parts: list[Fragment], page: int, column: int) -> PdfLine:
    letters = sum(len(each.text) for each in parts)
    bold = sum(len(each.text) for each in parts if each.is_bold)
    main = max(parts, key=lambda each: len(each.text))
    return PdfLine(
        text=" ".join(each.text for each in parts),
        x0=parts[0].x0,
        x1=parts[-1].x1,
        y=main.y,
        size=main.size,
        is_bold=bold > 0.8 * letters,
        page=page,
        column=column,
        tag=parts[0].tag,
    )


def _with_dropped_initials(column: list[Fragment]) -> list[Fragment]:
    """Return a column whose dropped initials are at the beginning of their first lines."""
    if len(column) < _FEWEST:
        return column
    sizes = sorted(each.size for each in column)
    usual = sizes[len(sizes) // 2]
    initials = [each for each in column if each.size >= _DROP * usual and _is_initial(each.text)]
    for initial in initials[:20]:
        beside = [
            each
            for each in column
            if each.size < initial.size / _DROP * 1.2
            and -1 < each.x0 - initial.x1 < 2.5 * each.size
            and initial.bottom - 0.3 * usual < each.y < initial.top + 0.3 * usual
        ]
        if beside and len(beside) <= 8:
            first = max(beside, key=lambda each: each.y)
            first.text = initial.text + INITIAL + first.text
            for each in beside:
                each.x0 = min(each.x0, initial.x0)
            column = [each for each in column if each is not initial]
    return column


def _is_initial(text: str) -> bool:
    return 1 <= len(text) <= _DROP_LETTERS and text[-1].isalpha()


INITIAL = "\x1d"
"""Between a dropped initial and what follows it, until it is known whether they are one word; text has no such character."""
