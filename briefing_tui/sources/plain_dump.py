"""Source lines made whole again, freed from what a text browser adds to them.

A dump wraps its paragraphs, indents them, numbers its links, marks list items and form fields; a selection copied from a browser
does none of this. Both become the same `Line`s: one for a paragraph, a heading, a caption or a menu entry. Repairs made here,
and no others: white space is collapsed, wrapped lines are joined (a word hyphenated at the wrap is made whole where the text
has it whole), link numbers, list marks and Markdown's link and emphasis marks are taken off.
"""

import re
from itertools import pairwise

from briefing_tui.sources.plain_lines import Line, Source, describe
from briefing_tui.sources.plain_markup import flowed, without_links, without_marks
from briefing_tui.sources.plain_wraps import headings_unglued, parentheses_closed, unwrapped, wrap_width

INVISIBLE = "\u200b\u200c\u200d\u2060\ufeff\u00ad\u200e\u200f"

_MARK = re.compile(r"(?P<mark>[*+•‣◦▪●○■□–-]|o(?=\s)|\d{1,3}[.)]|#{1,6}|>+)\s+(?=\S)")

_ONLY_MARK = re.compile(r"(?:[*+•‣◦▪●○■□|·#>–—-]|\d{1,3}[.)])+$")

_BROWSER_NOISE = re.compile(
    r"\(BUTTON\)|_{3,}|\[\s*[xX*]?\s*\]|\(\s*[*]?\s*\)|\[(?:IMG|INLINE|LINK|EMBED|image|img)\]|<<|>>|^(?:IFRAME|FRAME|"
    r"Link|REFRESH\(.{0,12}\)):.*"
)

_FILE_NAME = re.compile(r"\[[\w%.,+&?=;:~@/-]{0,200}\](?=\s|$)")

_LINK_NUMBER = re.compile(r"(?<![\w.,;:!?”\"'’)\]])\[(\d{1,4})\](?=\S)")

_REFERENCES = re.compile(r"^\s*(?:References|Links|Visible links|Verweise|Références|Referencias)\s*:?\s*$")

_REFERENCE = re.compile(r"^\s*(?:\[?\d{1,4}\]?[.:)]?\s+)?(?:https?|file|mailto|ftp|javascript|tel|about):\S*\s*$")


def read_lines(text: str) -> Source:
    """The source's lines made whole; time and memory are linear in its length."""
    refused: list[tuple[int, str, str]] = []
    markdown = text.count("](") >= 3
    if markdown:
        text = without_links(text)
    raw = text.split("\n")
    _cut_references(raw, refused)
    lines = _physical(raw, _has_link_numbers(raw), refused)
    if markdown:
        lines = without_marks(flowed(lines, raw))
    elif width := wrap_width(lines):
        lines = unwrapped(lines, width, text)
    lines = headings_unglued(parentheses_closed(lines))
    describe(lines)
    return Source(lines, refused)


def _cut_references(raw: list[str], refused: list[tuple[int, str, str]]) -> None:
    """Blanks the list of link addresses that lynx, links and elinks put at the end."""
    end = len(raw)
    start = end
    for index in range(end - 1, -1, -1):
        line = raw[index]
        if not line.strip():
            continue
        if _REFERENCE.match(line[:2000]) or (_REFERENCES.match(line[:40]) and start < end):
            start = index
        else:
            break
    if end - start < 2:
        return
    for index in range(start, end):
        if raw[index].strip():
            refused.append((index + 1, " ".join(raw[index].split()), "the browser's list of links"))
            raw[index] = ""


def _has_link_numbers(raw: list[str]) -> bool:
    """Whether `[12]` before a word is a link's number here: they count up, one by one, as in no article's own notes."""
    numbers: list[int] = []
    for line in raw:
        if "[" in line:
            numbers += [int(number) for number in _LINK_NUMBER.findall(line)]
            if len(numbers) > 40:
                break
    rising = sum(1 for a, b in pairwise(numbers) if b == a + 1)
    return len(numbers) >= 3 and rising >= 0.7 * (len(numbers) - 1)


def _physical(raw: list[str], numbered: bool, refused: list[tuple[int, str, str]]) -> list[Line]:
    lines: list[Line] = []
    gap = 0
    for number, line in enumerate(raw, 1):
        if not line or line.isspace():
            gap += 1
            continue
        text = line.strip()
        indent = len(line) - len(line.lstrip())
        if text[0] in INVISIBLE or text[-1] in INVISIBLE:
            text = text.strip(INVISIBLE + " \t\xa0")
        if numbered and "[" in text:
            text = _LINK_NUMBER.sub("", text)
        if ("[" in text or "(" in text or "__" in text or ":" in text or "<<" in text or ">>" in text) and len(text) < 2000:
            bare = _BROWSER_NOISE.sub(" ", text)
            if bare != text or text[0] == "[":
                bare = _FILE_NAME.sub(" ", bare) if bare.startswith("[") else bare
                if not bare.strip():
                    refused.append((number, " ".join(text.split()), "a form field or a picture's sign of the text browser"))
                    continue
                text = bare.strip()
        mark, order = "", None
        if len(text) > 1 and (text[0] in "*+•‣◦▪●○■□–-o#>" or text[0].isdigit()):
            if _ONLY_MARK.match(text):
                refused.append((number, text, "an empty list item"))
                continue
            found = _MARK.match(text)
            if found and _is_list_mark(found["mark"], indent):
                sign = found["mark"]
                indent += found.end()
                text = text[found.end() :]
                mark = sign[0] if sign[0] in "#>" else "*"
                order = int(sign[:-1]) if sign[0].isdigit() else None
                if mark == "#":
                    order = len(sign)
        elif len(text) == 1 and not text.isalnum():
            continue
        collapsed = " ".join(text.split())
        if not collapsed:
            gap += 1
            continue
        lines.append(Line(collapsed, number, gap, indent, mark, order, words=len(line.rstrip())))
        gap = 0
    return lines


def _is_list_mark(sign: str, indent: int) -> bool:
    """Numbers, dashes, `o` and `+` are list marks where the browser set the line in; flush left they may be the text's own."""
    if sign[0].isdigit() or sign in "o+–-":
        return indent > 0
    return True
