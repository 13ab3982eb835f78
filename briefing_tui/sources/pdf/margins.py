"""Find running heads and feet: what the pages of a PDF repeat at their edges."""

import re
from collections import defaultdict

from briefing_tui.sources.pdf.fragments import Fragment, PdfText

_ZONE = 0.13
"""The share of a page's height at its top and its foot where running lines are."""
_EDGE = 0.065
_ROWS = 3
_DIGITS = re.compile(r"\d+")
_PAGE_NUMBER = re.compile(
    r"(?:\w{1,8}\.? )?[-–—|\[(• ]{0,3}(?:\d{1,4}|[ivxl]{1,7})[-–—|\])• ]{0,3}(?:(?:/|\w{1,3}) ?\d{1,4})?", re.I
)

_ADDRESS = re.compile(r"(?:https?|file)://\S{3,}(?: \d{1,4}/\d{1,4})?")
_CLOCK = re.compile(r"\d{1,2}[:.]\d{2}")
_OFTEN = 0.3
"""The share of pages that have a running line, as heads may differ on left and right pages and in each chapter."""


def remove_margins(pdf: PdfText) -> list[tuple[int, str]]:
    """Remove running heads, feet and page numbers; return each with the index of its page."""
    rows = [(index, *row) for index, page in enumerate(pdf.pages) for row in _edge_rows(page.fragments, page.height)]
    seen: dict[tuple[str, int], set[int]] = defaultdict(set)
    for index, place, _, text in rows:
        seen[_key(text, place)].add(index)
    least = 2 if len(pdf.pages) <= 6 else max(3, min(20, int(_OFTEN / 2 * len(pdf.pages))))
    removed: list[tuple[int, str]] = []
    gone: set[int] = set()
    outer: set[tuple[int, bool]] = set()
    for index, place, fragments, text in rows:
        is_running = len(seen[_key(text, place)]) >= least
        is_far = len(pdf.pages) > 1 or (text.isdigit() and abs(place) < 100 * _EDGE)
        is_number = is_far and (index, place < 0) not in outer and _PAGE_NUMBER.fullmatch(text) is not None
        if is_running or is_number or _is_of_browser(text, pdf.title, place):
            removed.append((index, text))
            gone.update(map(id, fragments))
        else:
            outer.add((index, place < 0))
    for page in pdf.pages:
        page.fragments = [each for each in page.fragments if id(each) not in gone]
    return removed


def _key(text: str, place: int) -> tuple[str, int]:
    return _DIGITS.sub("0", text.casefold()), place


def _is_of_browser(text: str, title: str, place: int) -> bool:
    """Return whether a line at the very edge is the head or foot that a browser prints."""
    if abs(place) > _EDGE * 100:
        return False
    is_head = bool(title) and title[:40] in text and _CLOCK.search(text) is not None
    return is_head or _ADDRESS.fullmatch(text) is not None


def _edge_rows(fragments: list[Fragment], height: float) -> list[tuple[int, list[Fragment], str]]:
    """Return the outermost rows of a page, from the edge inwards.

    Each has its place in hundredths of the page's height (from the top, or negative from the foot), its fragments and its text.
    """
    found: list[tuple[int, list[Fragment], str]] = []
    for is_foot in (False, True):
        near = [each for each in fragments if (each.y if is_foot else height - each.y) <= _ZONE * height]
        near.sort(key=lambda each: each.y if is_foot else -each.y)
        rows: list[list[Fragment]] = []
        for each in near:
            if rows and abs(rows[-1][0].y - each.y) <= 0.5 * each.size:
                rows[-1].append(each)
            elif len(rows) == _ROWS:
                break
            else:
                rows.append([each])
        for row in rows:
            y = row[0].y if is_foot else height - row[0].y
            place = max(1, round(100 * y / height))
            text = " ".join(each.text for each in sorted(row, key=lambda each: each.x0))
            found.append((-place if is_foot else place, row, text))
    return found
