"""What a line of a plain-text article is: source lines made whole again, freed from what a text browser adds to them.

A dump wraps its paragraphs, indents them, numbers its links, marks list items and form fields; a selection copied from a browser
does none of this. Both become the same `Line`s: one for a paragraph, a heading, a caption or a menu entry. Repairs made here,
and no others: white space is collapsed, wrapped lines are joined (a word hyphenated at the wrap is made whole where the text
has it whole), link numbers, list marks and Markdown's link and emphasis marks are taken off.
"""

import re
from collections import Counter
from dataclasses import dataclass

INVISIBLE = "\u200b\u200c\u200d\u2060\ufeff\u00ad\u200e\u200f"

_MARK = re.compile(r"(?P<mark>[*+•‣◦▪●○■□–-]|o(?=\s)|\d{1,3}[.)]|#{1,6}|>+)\s+(?=\S)")
_ONLY_MARK = re.compile(r"(?:[*+•‣◦▪●○■□|·#>–—-]|\d{1,3}[.)])+$")
_BROWSER_NOISE = re.compile(
    r"\(BUTTON\)|_{3,}|\[\s*[xX*]?\s*\]|\(\s*[*]?\s*\)|\[(?:IMG|INLINE|LINK|EMBED|image|img)\]|<<|>>|^(?:IFRAME|FRAME|Link|REFRESH\(.{0,12}\)):.*"
)
_FILE_NAME = re.compile(r"\[[\w%.,+&?=;:~@/-]{0,200}\](?=\s|$)")
_LINK_NUMBER = re.compile(r"(?<![\w.,;:!?”\"'’)\]])\[(\d{1,4})\](?=\S)")
_REFERENCES = re.compile(r"^\s*(?:References|Links|Visible links|Verweise|Références|Referencias)\s*:?\s*$")
_REFERENCE = re.compile(r"^\s*(?:\[?\d{1,4}\]?[.:)]?\s+)?(?:https?|file|mailto|ftp|javascript|tel|about):\S*\s*$")
_ADDRESS = r"\(\s*<?(?P<to>(?:[^()\s]|\n(?!\n)|\([^()\s]{0,300}\)){0,2000})>?(?:\s+\"[^\"]{0,400}\")?\s?\)"
_MD_IMAGE = re.compile(r"!\[(?P<words>[^\[\]]{0,600})\]" + _ADDRESS)
_MD_LINK = re.compile(r"\[(?P<words>[^\[\]]{0,1000})\]" + _ADDRESS)
_MD_STRONG = re.compile(r"(\*\*|__)(?=\S)([^*_]{1,600}?)(?<=\S)\1")
_MD_EMPHASIS = re.compile(r"(?<![\w*_])([*_])(?=\S)([^*_]{1,600}?)(?<=\S)\1(?![\w*_])")
_MD_ESCAPE = re.compile(r"\\([\\`*_{}\[\]()#+.!>|~-])")
_BREAK, _PICTURE = "\ue000", "\ue001"
"""Stand for a line break within a link's address, and for the words of a picture, while Markdown's marks are taken off."""
_GLUED_HEADING = re.compile(r"((?:\S+ ){3,14}?\S*[a-zß-ÿ?!])(?=[A-Z][a-z]* [a-z(\"“‘])|((?:\S+ ){3,14}?\S*[a-zß-ÿ?!])(?=[A-Z][a-z]+ \S+ [a-z])")
_SENTENCE_END = re.compile(r"[.!?…。！？][\"'”’»«“‘)\]]{0,3}$")
_WORD_HYPHEN = re.compile(r"(\w+)-$")
_WORD_START = re.compile(r"\w+")
_WORD = re.compile(r"\w+(?:-\w+)*")


@dataclass(slots=True)
class Line:
    """One logical line: `text` with its white space collapsed, `number` the source's line (from 1), `gap` the blank lines above it,
    `indent` its first column, `mark` the sign of a list item ("*"), a heading ("#") or a quotation (">"), `order` an item's number.

    `repeats` counts its occurrences in the source. `words` and `ends` (with the end of a sentence) are known from the text.
    """

    text: str
    number: int
    gap: int = 0
    indent: int = 0
    mark: str = ""
    order: int | None = None
    repeats: int = 1
    words: int = 0
    ends: bool = False
    key: str = ""


@dataclass(slots=True)
class Source:
    """A source's logical lines, and the lines of it that no article can be made of, each with the reason."""

    lines: list[Line]
    refused: list[tuple[int, str, str]]


def read_lines(text: str) -> Source:
    """The source's lines made whole; time and memory are linear in its length."""
    refused: list[tuple[int, str, str]] = []
    markdown = text.count("](") >= 3
    if markdown:
        text = _without_links(text)
    raw = text.split("\n")
    _cut_references(raw, refused)
    lines = _physical(raw, _has_link_numbers(raw), refused)
    if markdown:
        lines = _without_markdown(_flowed(lines, raw))
    elif width := _wrap_width(lines):
        lines = _unwrapped(lines, width, text)
    lines = _headings_unglued(_parentheses_closed(lines))
    _describe(lines)
    return Source(lines, refused)


def ends_sentence(text: str) -> bool:
    """Whether the text ends as a sentence does, closing marks aside."""
    return bool(_SENTENCE_END.search(text[-5:]))


def _cut_references(raw: list[str], refused: list[tuple[int, str, str]]) -> None:
    """Blanks the list of link addresses that lynx, links and elinks put at the end."""
    end = len(raw)
    start = end
    for index in range(end - 1, -1, -1):
        line = raw[index]
        if not line.strip():
            continue
        if _REFERENCE.match(line[:2000]):
            start = index
        elif _REFERENCES.match(line[:40]) and start < end:
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
    rising = sum(1 for a, b in zip(numbers, numbers[1:], strict=False) if b == a + 1)
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


def _wrap_width(lines: list[Line]) -> int:
    """The column at which the source was wrapped, 0 where it was not. (`words` holds the physical line's length here.)

    A break that a wrap made stands where the next word did not fit, and often goes on in lower case.
    """
    lengths = sorted(line.words for line in lines if line.words >= 40)
    if len(lengths) < 4:
        return 0
    usual = lengths[int(0.95 * (len(lengths) - 1))]
    long = sum(length for length in lengths if length > usual + 40)
    if usual > 140 or long > 0.2 * sum(lengths):
        return 0
    fits: list[int] = []
    for a, b in zip(lines, lines[1:], strict=False):
        if (
            b.gap == 0
            and not b.mark
            and a.words >= 0.5 * usual
            and b.text[0].islower()
            and not a.text.endswith((".", "!", "?", ":"))
        ):
            fits.append(a.words + 1 + len(b.text.split(" ", 1)[0]))
    if len(fits) < 3 or len(fits) < 0.03 * len(lengths):
        return 0
    fits.sort()
    return max(fits[len(fits) // 20] - 1, usual // 2)


def _unwrapped(lines: list[Line], width: int, text: str) -> list[Line]:
    """The lines with their wraps undone: one goes on in the next where the next's first word would not have fitted."""
    joined: list[Line] = []
    parts: list[str] = []
    hyphens = sum(1 for line in lines if line.text.endswith("-"))
    hyphenated = hyphens > 0.02 * len(lines)
    vocabulary = frozenset(_WORD.findall(text)) if hyphens else frozenset()
    end = 0
    for line in lines:
        if joined and _goes_on(joined[-1], line, end, width):
            parts.append(line.text)
        else:
            if len(parts) > 1:
                joined[-1].text = _join(parts, hyphenated, vocabulary)
            joined.append(line)
            parts = [line.text]
        end = line.words
    if len(parts) > 1:
        joined[-1].text = _join(parts, hyphenated, vocabulary)
    return joined


def _goes_on(first: Line, line: Line, end: int, width: int) -> bool:
    if line.gap or line.mark:
        return False
    lower = line.text[0].islower()
    if line.indent != first.indent and not lower and not (first.mark and line.indent <= first.indent):
        return False
    word = line.text.split(" ", 1)[0]
    return end + 1 + len(word) > width or (lower and end > 0.7 * width)


def _join(parts: list[str], hyphenated: bool, vocabulary: frozenset[str]) -> str:
    """The wrapped parts as one line. A hyphen at a wrap stays where the text has the word with it elsewhere, goes where it has the word
    without, and goes throughout a text that is hyphenated."""
    out = [parts[0]]
    for part in parts[1:]:
        last = out[-1]
        head = _WORD_HYPHEN.search(last[-60:]) if last.endswith("-") else None
        tail = _WORD_START.match(part) if head else None
        if not head or not tail:
            out.append(" " + part)
        elif f"{head[1]}-{tail[0]}" in vocabulary or not tail[0][0].islower() or not (hyphenated or head[1] + tail[0] in vocabulary):
            out.append(part)
        else:
            out[-1] = last[:-1]
            out.append(part)
    return "".join(out)


def _without_links(text: str) -> str:
    """The text without the addresses that html2text writes behind its links; a break within one leaves a sign, so that lines keep
    their numbers."""
    text = text.replace(_BREAK, "").replace(_PICTURE, "")
    text = _MD_IMAGE.sub(lambda found: (_PICTURE + found["words"] + " " if found["words"].strip() else "") + _BREAK * found["to"].count("\n"), text)
    return _MD_LINK.sub(lambda found: found["words"] + _BREAK * found["to"].count("\n"), text)


def _flowed(lines: list[Line], raw: list[str]) -> list[Line]:
    """Markdown's lines: one goes on in the next unless a blank line, a mark or two spaces at its end part them."""
    out: list[Line] = []
    parts: list[str] = []
    number = 0
    for line in lines:
        starts = not out or line.gap or line.mark or line.text[0] == _PICTURE or raw[number - 1].endswith("  ")
        if starts:
            if len(parts) > 1:
                out[-1].text = " ".join(parts)
            out.append(line)
            parts = []
        parts.append(line.text)
        number = line.number
    if len(parts) > 1:
        out[-1].text = " ".join(parts)
    shift = 0
    for line in out:
        line.number += shift
        shift += line.text.count(_BREAK)
    return out


def _without_markdown(lines: list[Line]) -> list[Line]:
    """The lines without emphasis marks and escapes; those that were a picture are marked."""
    kept: list[Line] = []
    for line in lines:
        text = line.text.replace(_BREAK, "")
        if text[:1] == _PICTURE and text.count(_PICTURE) == 1:
            line.mark = "!"
        text = text.replace(_PICTURE, "").strip()
        if len(text) < 20_000:
            text = _MD_STRONG.sub(r"\2", text) if "**" in text or "__" in text else text
            text = _MD_EMPHASIS.sub(r"\2", text) if "_" in text or "*" in text else text
            text = _MD_ESCAPE.sub(r"\1", text) if "\\" in text else text
            text = " ".join(text.split())
        if text:
            line.text = text
            kept.append(line)
    return kept


def _parentheses_closed(lines: list[Line]) -> list[Line]:
    """A parenthesis that a page's markup broke over lines is one line: `A fern (`, `Image:`, `A. Name)`."""
    out: list[Line] = []
    skip = 0
    for index, line in enumerate(lines):
        if skip:
            skip -= 1
            continue
        if len(line.text) < 400 and line.text[-1] == "(" or ("(" in line.text[-30:] and ")" not in line.text[-30:] and line.text[-1] in ":("):
            for ahead in range(1, 4):
                if index + ahead < len(lines) and len(lines[index + ahead].text) < 80 and lines[index + ahead].text.endswith(")"):
                    line.text = " ".join(part.text for part in lines[index : index + ahead + 1]).replace("( ", "(")
                    skip = ahead
                    break
        elif line.text[-1] == ":" and len(line.text) < 20 and index + 1 < len(lines) and out and line.text[0] == "(":
            line.text = f"{line.text} {lines[index + 1].text}"
            skip = 1
        out.append(line)
    return out


def _headings_unglued(lines: list[Line]) -> list[Line]:
    """`A Heading In Title CaseThe paragraph that follows it` is two lines, told by the change of case."""
    out: list[Line] = []
    for line in lines:
        out.append(line)
        if len(line.text) < 120 or line.mark:
            continue
        found = _GLUED_HEADING.match(line.text[:160])
        if not found or not _in_title_case((found[1] or found[2])) or (found[1] or found[2]).endswith(("Mc", "Mac", "De", "La", "Le", "Di")):
            continue
        out.append(Line(line.text[found.end() :], line.number, 1, line.indent))
        line.text = (found[1] or found[2])
        line.gap = max(line.gap, 1)
    return out


def _in_title_case(text: str) -> bool:
    long = [word for word in text.split() if len(word) > 3]
    return len(long) >= 3 and all(not word[0].islower() for word in long)


def _describe(lines: list[Line]) -> None:
    counts: Counter[str] = Counter()
    for line in lines:
        line.key = line.text.casefold() if len(line.text) < 400 else line.text
        counts[line.key] += 1
    for line in lines:
        line.words = line.text.count(" ") + 1
        line.ends = ends_sentence(line.text)
        line.repeats = counts[line.key]
