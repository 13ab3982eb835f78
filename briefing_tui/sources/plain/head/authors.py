"""Find who wrote and edited the article, by the lines above and below its body."""

from briefing_tui.languages import byline_words as people
from briefing_tui.languages.words import all_entries
from briefing_tui.sources.plain.body import LineFacts
from briefing_tui.sources.plain.head.fields import TextHead
from briefing_tui.sources.plain.line_shapes import is_dated, is_order
from briefing_tui.sources.plain.lines import Line
from briefing_tui.sources.shared.author_names import Byline, is_only_label, is_wire, read_byline, read_editors

_GOES_ON = (",", "&", *all_entries("words_before_next_name"))


def find_authors(lines: list[Line], known: list[LineFacts], head: TextHead, end: int) -> None:
    """Set the authors, by the likeliest lines for them.

    These are a labelled byline near the title, else a line of names near the title or a date, else a byline below the body.
    """
    low = head.title + 1 if head.title is not None else max(0, head.first - 8)
    names = (
        _labelled_names(lines, known, head, low)
        or _unlabelled_names(lines, known, head, low, end)
        or _names_below_body(lines, known, head, end)
    )
    head.authors = tuple(dict.fromkeys(names))
    _labelled_below(lines, head, end)


def _labelled_names(lines: list[Line], known: list[LineFacts], head: TextHead, low: int) -> list[str]:
    """Return the names of every labelled byline from a little above the title to the body."""
    names: list[str] = []
    for index in [*range(low, head.first), *range(max(0, low - 5), low - 1)]:
        line = lines[index]
        if index == head.lead or len(line.text) > 200:
            continue
        if is_only_label(line.text):
            names += _names_below(lines, known, head, index)
            head.used[index] = "byline"
        elif not known[index].furniture and not (line.ends and line.words > 10):
            found = read_byline(line.text)
            if found and found.labelled:
                names += found.names
                head.used[index] = "byline"
    return names


def _labelled_below(lines: list[Line], head: TextHead, end: int) -> None:
    """Read `Author:` and `Editor:` below the body; the authors count if none were found above."""
    for index in range(max(0, end - 6), min(end + 10, len(lines))):
        line = lines[index]
        editors = read_editors(line.text) if index >= end else ()
        if editors:
            head.editors = tuple(dict.fromkeys((*head.editors, *editors)))
            head.used[index] = "editor"
        elif line.key.startswith(("author", "autor", "written by")) and len(line.key) < 120:
            found = read_byline(line.text)
            if found and found.labelled:
                head.used[index] = "byline"
                head.authors = head.authors or found.names


def _names_below(lines: list[Line], known: list[LineFacts], head: TextHead, index: int) -> list[str]:
    """Return the names on the lines below a label of its own, one or more on each."""
    names: list[str] = []
    for following in range(index + 1, min(index + 14, head.first)):
        found = read_byline(lines[following].text) or read_byline("By " + lines[following].text.rstrip(" ,&0123456789"))
        if (
            not found
            or known[following].furniture
            or is_dated(lines[following])
            or lines[following].words > 12
            or len(found.names[0]) < 3
        ):
            break
        if names and not lines[following - 1].text.endswith(_GOES_ON) and lines[following].gap:
            break
        names += found.names
        head.used[following] = "byline"
    return names


def _unlabelled_names(lines: list[Line], known: list[LineFacts], head: TextHead, low: int, end: int) -> list[str]:
    """Return the names on the likeliest line of names alone."""
    best: tuple[float, int, Byline] | None = None
    tail = {line.key for line in lines[end : end + 60] if line.words <= 6}
    starts = [line.key for line in lines[end : end + 80] if line.words > 6]
    for index in [*range(max(0, low - 9), low - 1), *range(low, head.first)]:
        line, facts = lines[index], known[index]
        if (
            facts.furniture
            or facts.opener
            or index == head.lead
            or line.words > 14
            or (line.ends and not line.text.endswith("."))
        ):
            continue
        found = read_byline(line.text)
        if not found or found.labelled:
            continue
        around = range(max(0, index - 1), min(index + 3, len(lines)))
        near = any(is_dated(lines[i]) or known[i].time for i in around)
        name = found.names[0].casefold()
        if index < low and not near:
            continue
        score = 1.0 + (1.0 if near else 0.0) + (0.7 if 0 <= index - low <= 2 else 0.0) - 0.05 * abs(index - low)
        if name in tail:
            score += 0.5
        if any(start.startswith(name) for start in starts):
            score += 1.5
        if facts.credited and not (index == low and not line.gap and is_wire(found.names[0])):
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
        if not more or known[following].furniture or is_order(lines[following]):
            break
        names += [name for name in more.names if name not in names]
        head.used[following] = "byline"
        following += 1
    return names


def _names_below_body(lines: list[Line], known: list[LineFacts], head: TextHead, end: int) -> list[str]:
    """Return the names of a byline below the body: labelled, or with a note about them below."""
    for index in range(max(head.first + 1, end - 3), min(end + 14, len(lines))):
        line = lines[index]
        if line.words > 14 or known[index].furniture:
            continue
        found = read_byline(line.text)
        if not found:
            continue
        name = found.names[0].casefold()
        has_note = any(lines[i].key.startswith(name) and lines[i].words > 6 for i in range(index + 1, min(index + 6, len(lines))))
        if (found.labelled and not line.ends) or has_note:
            head.used[index] = "byline"
            return list(found.names)
    return []


def cut_author_note(lines: list[Line], known: list[LineFacts], head: TextHead, end: int) -> int:
    """Return the body's end, moved before the page's note about its authors.

    The note is a name on a line of its own, or begins like `A. Name is a …`.
    """
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
    if not rest or (line.words <= 8 and not line.ends):
        return True
    return rest.split(" ", 1)[0] in people.NOTE_VERBS or line.key[length : length + 1].isalpha()
