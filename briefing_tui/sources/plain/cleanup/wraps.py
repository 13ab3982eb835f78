"""Undo wraps, and breaks within a word or a parenthesis."""

import re
from itertools import pairwise

from msgspec.structs import replace

from briefing_tui.languages.common_words import ALL_FUNCTION_WORDS
from briefing_tui.languages.dates import find_dates
from briefing_tui.languages.detection import language_of
from briefing_tui.sources.plain.lines import Line
from briefing_tui.sources.shared.author_names import read_byline
from briefing_tui.sources.shared.sentence_ends import ends_sentence

_GLUED_HEADING = re.compile(
    r"((?:\S+ ){3,14}?\S*[a-zß-ÿ?!])(?=[A-Z][a-z]* [a-z(\"“‘])|((?:\S+ ){3,14}?\S*[a-zß-ÿ?!])(?=[A-Z][a-z]+ \S+ [a-z])"
)

_GLUED_SENTENCE = re.compile(r"[a-zß-ÿ]{3}[.!?][”\"]?(?=[A-Z“][a-z’]* [A-Za-z])")
_CAPITAL_NOUNS = frozenset({"de"})
"""Languages in which every noun has a capital, so that a sentence looks like a title: `Das Haus RunBuddy Invest GmbH …`."""
_GLUED_LENGTH, _PIECE, _UNGLUED = 300, 60, 90
_WORD_HYPHEN = re.compile(r"(?<!\w)(\w+)-$")

_OFF_CENTRE = 3
_FEWEST, _HEAD = 3, 4
"""The fewest breaks that a wrap made, and the first lines, whose breaks count only if there are too few others: a headline in
larger type is wrapped earlier.
"""
_LONGEST_BYLINE, _LONGEST_DAY, _LABEL = 80, 45, 12
_PARAGRAPH, _DOUBTS = 4, 50
"""The fewest lines of a paragraph, above the first of which is the head; and the most wraps there that are checked twice."""
_NARROW = 0.35
"""The least length of a headline's line, as a share of the text's width."""
_WORD_START = re.compile(r"\w+")

_WORD = re.compile(r"(?<!\w)\w++(?:-\w++)*+(?!-\s)")
"""A word with its hyphens, but not the half of one at a line's end."""


def wrap_width(lines: list[Line]) -> int:
    """Return the column at which the source was wrapped, 0 if it was not.

    A wrap breaks a line where the next word did not fit, often before a lower-case word. Text that continues in lower case
    behind short lines more often than behind long ones was not wrapped but broken at its links. `words` holds the physical
    line's length here.
    """
    lengths = sorted(line.words for line in lines if line.words >= 40 and line.text.count(" ") >= 3)
    if len(lengths) < 4:
        return 0
    usual = lengths[int(0.95 * (len(lengths) - 1))]
    long = sum(length for length in lengths if length > usual + 40)
    if usual > 140 or long > 0.2 * sum(lengths):
        return 0
    fits: list[int] = []
    short = head = 0
    for number, (a, b) in enumerate(pairwise(lines)):
        if number == _HEAD:
            head = len(fits)
        if b.gap == 0 and not b.mark and b.text[0].islower() and not a.text.endswith((".", "!", "?", ":")):
            if a.words >= 0.5 * usual:
                fits.append(a.words + 1 + len(b.text.split(" ", 1)[0]))
            else:
                short += 1
    if len(fits) < _FEWEST or len(fits) < 0.03 * len(lengths) or short > len(fits):
        return 0
    fits = sorted(fits[head:] if len(fits) - head >= _FEWEST else fits)
    most = max(fits[len(fits) // 20] - 1, usual // 2)
    return max((length for length in lengths if length <= most), default=most)


def unwrap(lines: list[Line], width: int, text: str, indent: int = 0) -> list[Line]:
    """Return the lines with their wraps undone.

    A line continues in the next if the next's first word would not have fitted.

    Args:
        lines: the physical lines, which are changed.
        width: the column of the wrap.
        text: the whole text, which shows how its words are spelt.
        indent: the text's indent in a dump, which may then centre captions and headings.
    """
    joined: list[Line] = []
    parts: list[str] = []
    hyphens = sum(1 for line in lines if line.text.endswith("-"))
    vocabulary = frozenset(_WORD.findall(text)) if hyphens else frozenset()
    hyphenated = (hyphens >= 3 and hyphens > 0.03 * len(lines)) or (hyphens > 1 and _breaks_a_word(lines, vocabulary))
    end = centre = 0
    doubts = 0 if indent else _DOUBTS
    for line in lines:
        goes_on = joined and (
            _continues(joined[-1], line, end, width) or (indent and _centred_continues(line, end, centre, indent, width))
        )
        if joined and doubts and not goes_on:
            goes_on = not joined[-1].mark and _headline_continues(parts, line, width)
        elif goes_on and doubts and (_is_byline(line.text) or _is_day(parts[-1], line.text)):
            goes_on = False
        elif goes_on and doubts and len(parts) == 1:
            doubts -= 1
            goes_on = not _is_whole_title(parts[0], line.text, text)
        if goes_on:
            parts.append(line.text)
        else:
            if len(parts) > 1:
                joined[-1].text = join_wrapped(parts, hyphenated, vocabulary)
                doubts = doubts if len(parts) < _PARAGRAPH else 0
            joined.append(line)
            parts = [line.text]
        end, centre = line.words, line.words + line.indent
    if len(parts) > 1:
        joined[-1].text = join_wrapped(parts, hyphenated, vocabulary)
    return joined


def _breaks_a_word(lines: list[Line], vocabulary: frozenset[str]) -> bool:
    """Return whether a hyphen at a line's end is in a word that the text has elsewhere without it."""
    for above, line in pairwise(lines):
        head = _WORD_HYPHEN.search(above.text[-60:]) if above.text[-1] == "-" and not line.gap else None
        tail = _WORD_START.match(line.text) if head else None
        if head and tail and head[1] not in vocabulary and head[1] + tail[0] in vocabulary:
            return True
    return False


def _continues(first: Line, line: Line, end: int, width: int) -> bool:
    if line.gap or line.mark:
        return False
    lower = line.text[0].islower()
    if line.indent > first.indent and not lower:
        return False
    word = line.text.split(" ", 1)[0]
    return end + 1 + len(word) > width or (lower and end > 0.7 * width)


def _is_whole_title(first: str, following: str, text: str) -> bool:
    """Return whether a line above the paragraphs is a whole title.

    The next first word would not have fitted. It has a capital here but not elsewhere in the text, and only a title in title
    case would continue with it.
    """
    if following == first:
        return True
    word = following.split(" ", 1)[0]
    if not word[0].isupper() or first.endswith((",", "-", "–", "—", "(", "/", "|")) or ends_sentence(first):
        return False
    if _in_title_case(first):
        return following.count(" ") >= 3 and not _in_title_case(following)
    return first.rsplit(" ", 1)[-1] not in ALL_FUNCTION_WORDS and _has_word(word.lower(), text)


def _headline_continues(parts: list[str], line: Line, width: int) -> bool:
    """Return whether a line above the paragraphs continues though the next first word would have fitted.

    A headline in larger type is wrapped earlier.
    """
    above = parts[-1]
    if line.gap or line.mark or len(parts) >= _PARAGRAPH or above.count(" ") < 3 or len(above) < _NARROW * width:
        return False
    if ends_sentence(above) or above[-1] in ":;|" or find_dates(line.text) or _is_byline(line.text):
        return False
    return line.text[0].islower() or above.rsplit(" ", 1)[-1] in ALL_FUNCTION_WORDS


def _is_byline(text: str) -> bool:
    """Return whether a line is a byline; `by` within a sentence has no day behind its names."""
    found = read_byline(text) if len(text) <= _LONGEST_BYLINE else None
    return bool(found and found.labelled and (text[0].isupper() or find_dates(text)))


def _is_day(above: str, text: str) -> bool:
    """Return whether a line is a day, perhaps with its time, that does not continue the line above."""
    days = find_dates(text) if len(text) <= _LONGEST_DAY and not ends_sentence(text) else ()
    return bool(days) and days[0].start <= _LABEL and above.rsplit(" ", 1)[-1].strip(",") not in ALL_FUNCTION_WORDS


def _has_word(word: str, text: str) -> bool:
    """Return whether a text has a word."""
    at = text.find(word)
    while at >= 0:
        if not (text[at - 1 : at].isalnum() or text[at + len(word) : at + len(word) + 1].isalnum()):
            return True
        at = text.find(word, at + 1)
    return False


def _centred_continues(line: Line, end: int, centre: int, indent: int, width: int) -> bool:
    """Return whether a centred line continues the centred one above.

    `centre` is that line's centre, doubled, and `end` its last column.
    """
    if line.gap or line.mark or not is_centred(centre, indent, width) or not is_centred(line.indent + line.words, indent, width):
        return False
    return 2 * end - centre + 1 + len(line.text.split(" ", 1)[0]) > width - indent


def is_centred(centre: int, indent: int, width: int) -> bool:
    """Return whether a line's centre is that of the text; both are doubled."""
    return abs(centre - indent - width) <= _OFF_CENTRE


def join_wrapped(parts: list[str], hyphenated: bool, vocabulary: frozenset[str]) -> str:
    """Return the wrapped parts as one line.

    A hyphen at a wrap stays if the text has the word with it elsewhere. It goes if the text has the word without it, or is
    hyphenated throughout.
    """
    out = [parts[0]]
    for part in parts[1:]:
        last = out[-1]
        head = _WORD_HYPHEN.search(last[-60:]) if last.endswith("-") else None
        tail = _WORD_START.match(part) if head else None
        if not head or not tail:
            out.append(" " + part)
        elif (
            f"{head[1]}-{tail[0]}" in vocabulary
            or not tail[0][0].islower()
            or not (hyphenated or head[1] + tail[0] in vocabulary)
        ):
            out.append(part)
        else:
            out[-1] = last[:-1]
            out.append(part)
    return "".join(out)


def join_parentheses(lines: list[Line]) -> list[Line]:
    """Join parentheses that a page's markup broke: `A fern (`, `Image:`, `A. Name)`."""
    out: list[Line] = []
    skip = 0
    for index, line in enumerate(lines):
        if skip:
            skip -= 1
            continue
        if (len(line.text) < 400 and line.text[-1] == "(") or (
            "(" in line.text[-30:] and ")" not in line.text[-30:] and line.text[-1] in ":("
        ):
            for ahead in range(1, 4):
                if index + ahead < len(lines) and len(lines[index + ahead].text) < 80 and lines[index + ahead].text.endswith(")"):
                    line.text = " ".join(part.text for part in lines[index : index + ahead + 1]).replace("( ", "(")
                    skip = ahead
                    break
        out.append(line)
    return out


def unglue_headings(lines: list[Line]) -> list[Line]:
    """Return the lines with headings separated from what a page glued to them.

    They are in title case: `What the County DidThe county …`.
    """
    out: list[Line] = []
    for line in lines:
        if len(line.text) < _UNGLUED or line.mark:
            out.append(line)
            continue
        for piece in _sentences_unglued(line.text):
            heading = _heading_end(piece)
            texts = (piece[:heading], piece[heading:]) if heading else (piece,)
            out += [replace(line, text=text, gap=max(line.gap, 1 if piece is not line.text or heading else 0)) for text in texts]
    return out


def _sentences_unglued(text: str) -> list[str]:
    """Return the text cut where no space follows a sentence's end and a heading begins."""
    if len(text) < _GLUED_LENGTH or not _GLUED_SENTENCE.search(text):
        return [text]
    pieces, start = [], 0
    for found in _GLUED_SENTENCE.finditer(text):
        if found.end() - start >= _PIECE and _heading_end(text[found.end() : found.end() + 160]):
            pieces.append(text[start : found.end()])
            start = found.end()
    return [*pieces, text[start:]]


def _heading_end(text: str) -> int:
    """Return where a heading in title case ends that is glued to its paragraph; 0 if there is none."""
    found = _GLUED_HEADING.match(text[:160]) if len(text) >= _UNGLUED else None
    if not found:
        return 0
    heading = found[1] or found[2]
    if not _in_title_case(heading) or heading.endswith(("Mc", "Mac", "De", "La", "Le", "Di")):
        return 0
    return len(heading) if language_of([text]) not in _CAPITAL_NOUNS else 0


def _in_title_case(text: str) -> bool:
    long = [word for word in text.split() if len(word) > 3 and word not in ALL_FUNCTION_WORDS]
    return len(long) >= 3 and all(not word[0].islower() for word in long)
