"""What each line of an article's body is: paragraph, list item, heading, or something to leave out, with the reason."""

from dataclasses import dataclass

from briefing_tui.sources.plain_body import Facts
from briefing_tui.sources.plain_head import is_dated
from briefing_tui.sources.plain_lines import Line
from briefing_tui.sources.plain_names import read_byline

_HEADING_WORDS = 16
_HEADING_LENGTH = 120


@dataclass(slots=True)
class Part:
    """What a line is ("paragraph", "item", "quote", "heading", "dropped") and why."""

    kind: str
    why: str = ""


def read_parts(lines: list[Line], known: list[Facts], first: int, end: int, taken: set[int]) -> dict[int, Part]:
    """The part that each line from `first` to `end` plays, but for those already `taken` by a figure or the head."""
    parts: dict[int, Part] = {}
    order = [index for index in range(first, end) if index not in taken]
    box = False
    seen: set[str] = set()
    previous: int | None = None
    for position, index in enumerate(order):
        line, facts = lines[index], known[index]
        following = order[position + 1] if position + 1 < len(order) else None
        part = _alone(line, facts)
        if part is None and line.key in seen and len(line.text) < 400:
            part = Part("dropped", "repeated")
        if part is None and box:
            part = _boxed(lines, known, order, position)
            box = part is not None
        if part is None:
            part = _among_others(lines, known, parts, order, position, previous)
        if facts.opener and part.kind == "dropped":
            box = True
        parts[index] = part
        if part.kind != "dropped":
            seen.add(line.key)
            previous = index
        del following
    return parts


def _alone(line: Line, facts: Facts) -> Part | None:
    """What the line is by its own words."""
    if facts.furniture or facts.gallery or facts.ending:
        return Part("dropped", "the page's furniture")
    if facts.opener and not facts.prose:
        return Part("dropped", "opens a box of links or an offer")
    if facts.promo > 1 or (facts.promo and not facts.prose):
        return Part("dropped", "an offer or a notice of the page")
    if not any(char.isalnum() for char in line.text[:200]):
        return Part("dropped", "no words")
    return Part("paragraph") if facts.prose and not line.mark else None


def _boxed(lines: list[Line], known: list[Facts], order: list[int], position: int) -> Part | None:
    """A line in a box of links stays dropped until a paragraph, or the heading right above one, ends the box."""
    index = order[position]
    line = lines[index]
    if known[index].prose:
        return None
    if position + 1 < len(order):
        following = order[position + 1]
        inside = position and not known[order[position - 1]].opener
        if inside and known[following].prose and line.gap and lines[following].gap and line.words <= 7 and line.repeats == 1 and not line.ends:
            return None
    return Part("dropped", "in a box of links")


def _among_others(
    lines: list[Line], known: list[Facts], parts: dict[int, Part], order: list[int], position: int, previous: int | None
) -> Part:
    """What a line is by its neighbours."""
    index = order[position]
    line = lines[index]
    before = lines[previous] if previous is not None else None
    before_part = parts[previous].kind if previous is not None else ""
    after = lines[order[position + 1]] if position + 1 < len(order) else None
    if line.mark == ">":
        return Part("quote")
    if line.mark == "*":
        return _item(line, before, before_part)
    if line.mark == "#":
        return Part("heading") if _paragraph_follows(lines, known, order, position) else Part("dropped", "a heading with nothing below it")
    if _unmarked_item(line, before, before_part, after, previous == order[position - 1] if position else False):
        return Part("item")
    if line.text[-1] in ":;," and line.words >= 3:
        return Part("paragraph") if _paragraph_near(known, order, position) else Part("dropped", "a short line among the page's furniture")
    if line.ends and line.text[-1] != "?" and line.words >= 3:
        return Part("paragraph") if _paragraph_near(known, order, position) else Part("dropped", "a short line among the page's furniture")
    if _is_heading(lines, known, order, position):
        return Part("heading")
    if line.ends and line.words >= 3 and _paragraph_near(known, order, position):
        return Part("paragraph")
    if line.words >= 12 and not line.ends and _both_sides(known, order, position) and line.repeats == 1:
        return Part("paragraph")
    return Part("dropped", "a short line with no paragraph below it")


def _item(line: Line, before: Line | None, before_part: str) -> Part:
    announced = before is not None and (before.text.endswith(":") or before_part == "item")
    if announced or line.words >= 6 or line.ends:
        return Part("item")
    return Part("dropped", "an entry of a menu")


def _unmarked_item(line: Line, before: Line | None, before_part: str, after: Line | None, adjacent: bool) -> bool:
    """A browser's text has no list marks: items follow a colon, or one another, without blank lines between them."""
    if before is None or not adjacent:
        return False
    if before_part == "item":
        return line.gap == 0 and (not line.mark or line.mark == "*") and line.words >= 2 and line.text[-1] in ".;,!?" 
    if before.text.endswith(":"):
        return (after is not None and after.gap == 0 and not after.ends and line.words <= 40 and line.words >= 2) or line.text[-1] in ";,"
    return False


def _paragraph_follows(lines: list[Line], known: list[Facts], order: list[int], position: int) -> bool:
    for ahead in range(position + 1, min(position + 5, len(order))):
        facts, line = known[order[ahead]], lines[order[ahead]]
        if facts.prose or line.mark == "*" or (line.ends and line.words >= 5) or (line.text[-1] == ":" and line.words >= 4):
            return not facts.opener
        if not (facts.furniture or facts.gallery or facts.promo):
            return False
    return False


def _paragraph_near(known: list[Facts], order: list[int], position: int) -> bool:
    return any(known[order[i]].prose for i in range(max(0, position - 2), min(position + 3, len(order))))


def _both_sides(known: list[Facts], order: list[int], position: int) -> bool:
    return 0 < position < len(order) - 1 and known[order[position - 1]].prose and known[order[position + 1]].prose


def _is_heading(lines: list[Line], known: list[Facts], order: list[int], position: int) -> bool:
    line = lines[order[position]]
    if line.words > _HEADING_WORDS or len(line.text) > _HEADING_LENGTH or line.repeats > 2:
        return False
    if line.text[0].islower() or is_dated(line) or not any(char.isalpha() for char in line.text):
        return False
    byline = read_byline(line.text)
    if byline and byline.labelled:
        return False
    if not _paragraph_follows(lines, known, order, position):
        return False
    return line.repeats == 1 or line.words <= 6
