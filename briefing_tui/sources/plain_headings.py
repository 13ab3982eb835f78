"""Headings as text browsers set them, made one line each: centred over several lines (links), or between stars (html2text).

html2text also ties the words of a link with underscores; where its headings tell that it made the dump, they become blanks.
"""

import re

_MOST_LINES = 4
"""A heading runs over no more lines than this."""
_INDENT = 5
"""The next line of a centred heading is set in by so much more, or it is a paragraph's first line."""
_STARS = re.compile(r"(\*{2,6}) (?=\S)")
_TIE = re.compile(r"(?<=[\w,;.’'])_(?=\w)")


def headings_whole(raw: list[str]) -> None:
    """Joins each heading in its first line and blanks its others, so that the lines keep their numbers."""
    starred = False
    for index, line in enumerate(raw):
        if line[:2] == "**":
            starred = _without_stars(raw, index) or starred
        elif line[:1] == " " and line.strip():
            _join_centred(raw, index)
    if starred:
        for index, line in enumerate(raw):
            if "_" in line and "://" not in line:
                raw[index] = _TIE.sub(" ", line)


def _without_stars(raw: list[str], first: int) -> bool:
    """`****** A heading of level 1 ******` becomes Markdown's; whether it was one."""
    found = _STARS.match(raw[first])
    if found is None:
        return False
    for last in range(first, min(first + _MOST_LINES, len(raw))):
        line = raw[last].rstrip()
        if not line:
            return False
        if line.endswith(" " + found[1]) and (last > first or len(line) > 2 * len(found[1]) + 2):
            words = " ".join(" ".join(raw[first : last + 1]).split())
            raw[first] = f"{'#' * (7 - len(found[1]))} {words[len(found[1]) + 1 : -len(found[1]) - 1]}"
            raw[first + 1 : last + 1] = [""] * (last - first)
            return True
    return False


def _join_centred(raw: list[str], first: int) -> None:
    """Lines between blank ones, each set in further than the one before and centred under it, are one heading."""
    if first and raw[first - 1].strip():
        return
    last = first
    while last + 1 < len(raw) and last - first < _MOST_LINES and _is_centred_under(raw[last], raw[last + 1]):
        last += 1
    if last == first or (last + 1 < len(raw) and raw[last + 1].strip()):
        return
    raw[first] = " ".join([raw[first].rstrip(), *(line.strip() for line in raw[first + 1 : last + 1])])
    raw[first + 1 : last + 1] = [""] * (last - first)


def _is_centred_under(above: str, below: str) -> bool:
    if not below.strip():
        return False
    indents = [len(line) - len(line.lstrip(" ")) for line in (above, below)]
    centres = [indent + len(line.rstrip()) for indent, line in zip(indents, (above, below), strict=True)]
    return indents[1] >= indents[0] + _INDENT and abs(centres[0] - centres[1]) <= 3
