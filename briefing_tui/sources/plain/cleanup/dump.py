"""Restore the lines of a text, without what a text browser adds to them.

A dump wraps its paragraphs, indents them, numbers its links, marks list items and form fields; a selection copied from a
browser does none of this. Both become the same `Line`s: one for a paragraph, a heading, a caption or a menu entry. Only these
repairs are made: white space is collapsed, wrapped lines are joined (a word hyphenated at the wrap loses its hyphen if the text
has it without one elsewhere), link numbers, list marks and Markdown's link and emphasis marks are removed.
"""

import re
from io import StringIO
from itertools import pairwise

from briefing_tui.languages.words import all_words
from briefing_tui.sources.errors import NoArticle
from briefing_tui.sources.plain.alt_texts import mark_pictures
from briefing_tui.sources.plain.cleanup.headings import join_headings, mark_headings, text_indent
from briefing_tui.sources.plain.cleanup.mail import remove_mail_foot, remove_mail_head
from briefing_tui.sources.plain.cleanup.markup import has_links, join_flowing_lines, remove_links, remove_marks, remove_stars
from briefing_tui.sources.plain.cleanup.rejoin import is_broken, rejoin
from briefing_tui.sources.plain.cleanup.wraps import join_parentheses, unglue_headings, unwrap, wrap_width
from briefing_tui.sources.plain.lines import Line, TextLines, describe
from briefing_tui.text.late_pattern import late_pattern

INVISIBLE = "\u200b\u200c\u200d\u2060\ufeff\u00ad\u200e\u200f"

_MARK = re.compile(r"(?P<mark>[*+•‣◦▪●○■□–-]|o(?=\s)|\d{1,3}[.)]|#{1,6}|>+)\s+(?=\S)")

_ONLY_MARK = re.compile(r"(?:[*+•‣◦▪●○■□|·#>–—-]|\d{1,3}[.)])++$")

_BROWSER_NOISE = late_pattern(
    r"\(BUTTON\)|_{3,}|\[\s*+[xX*]?\s*+\]|\(\s*+[*]?\s*+\)|\[(?:IMG|INLINE|LINK|EMBED|image|img)\]|<<|>>|^(?:I[Ff][Rr][Aa][Mm][Ee]|FRAME|"
    r"Link|REFRESH\(.{0,12}\)):.*"
)

_NOISE_SIGNS = ("(BUTTON)", "___", "[", "( )", "(*)", "IFRAME:", "IFrame:", "FRAME:", "Link:", "REFRESH(", "<<", ">>")
_MARKS = frozenset("*+•‣◦▪●○■□–-o#>0123456789|·—")
_FILE_NAME = re.compile(r"\[[\w%.,+&?=;:~@/-]{0,200}\](?=\s|$)")

_LINK_NUMBER = late_pattern(r"(?<![\w.,;:!?”\"'’)\]])\[(\d{1,4})\](?=\S)")

_ONLY_MARKUP = late_pattern(r"(?:</?[a-z][^<>]{0,200}+>[.\s]*+)++", re.I)

_REFERENCES = all_words("reference_headings")

_REFERENCE = re.compile(r"^\s*(?:\[?\d{1,4}\]?[.:)]?\s+)?(?:https?|file|mailto|ftp|javascript|tel|about):\S*\s*$")
_ADDRESS = late_pattern(r"\s*(?:\[?\d{1,4}\]?[.:)]?\s+)?(?:https?|file|mailto|ftp|javascript|tel|about):")

_ANGLED = late_pattern(r"(?<=\S) ?<https?://[^<>\s]{1,2000}>")
"""The address of a link behind its words, as mail programs write it."""
_UNDERLINE = re.compile(r"([=-])\1{3,}\s*")
_LONGEST_UNDERLINED = 120

_LISTED, _TITLED = 0.6, 0.45
"""The share of lines in a list of addresses that begin with one.

It is lower under a heading by elinks, where each link may have its title above.
"""
_MANY_NUMBERS = 20
_MANY, _NARROWEST = 50_000, 20
"""A text of more lines, hardly any of which is so long, is a list of words or figures: even a telephone wraps wider."""


def read_lines(text: str) -> TextLines:
    """Return the restored lines of a text, in linear time and memory.

    Raises NoArticle for a mass of single words.
    """
    refused: list[tuple[int, str, str]] = []
    markdown = has_links(text)
    if markdown:
        text = remove_links(text)
    if "<http" in text:
        text = _ANGLED.sub("", text)
    raw = text.split("\n")
    if len(raw) > _MANY and sum(len(line) >= _NARROWEST for line in raw) * 10_000 <= len(raw):
        raise NoArticle("no line of the text is as long as an article's")
    _cut_references(raw, refused)
    remove_mail_head(raw, refused)
    remove_mail_foot(raw, refused)
    _mark_underlined(raw)
    join_headings(raw)
    numbered = _has_link_numbers(raw)
    lines = _physical_lines(raw, numbered, numbered or any(sign in text for sign in _NOISE_SIGNS), refused)
    if markdown:
        lines = remove_marks(join_flowing_lines(lines, raw))
    elif width := wrap_width(lines):
        indent = text_indent(lines)
        lines = unwrap(lines, width, text, indent)
        if indent:
            mark_headings(lines, indent, width)
    elif is_broken(lines):
        lines = rejoin(lines, refused)
    if not markdown and "**" in text:
        remove_stars(lines)
    lines = unglue_headings(join_parentheses(lines))
    mark_pictures(lines)
    describe(lines)
    return TextLines(lines, refused)


def _mark_underlined(raw: list[str]) -> None:
    """Mark headings that are underlined with `=` or `-` about as long as they are."""
    for above, line in enumerate(raw[1:]):
        words = raw[above].strip()
        if line[:1] in ("=", "-") and 2 < len(words) <= _LONGEST_UNDERLINED and _UNDERLINE.fullmatch(line):
            is_alone = above == 0 or not raw[above - 1].strip()
            if is_alone and abs(len(words) - len(line.strip())) <= max(2, len(words) // 5):
                raw[above] = f"{'#' if line[0] == '=' else '##'} {words}"


def _cut_references(raw: list[str], refused: list[tuple[int, str, str]]) -> None:
    """Blank the list of link addresses that lynx, links and elinks put at the end."""
    end = len(raw)
    start = _headed_references(raw)
    for index in range(start - 1, -1, -1):
        line = raw[index]
        if not line.strip():
            continue
        if _REFERENCE.match(line[:2000]) or (start < end and _heads_references(line)):
            start = index
        else:
            break
    if end - start < 2:
        return
    for index in range(start, end):
        if raw[index].strip():
            refused.append((index + 1, " ".join(raw[index].split()), "the browser's list of links"))
            raw[index] = ""


def _heads_references(line: str) -> bool:
    return len(line) <= 40 and line.strip().rstrip(": ") in _REFERENCES


def _headed_references(raw: list[str]) -> int:
    """Return where the list of link addresses with a heading begins.

    That is the number of lines if there is none. Titles of links and broken addresses may be among the list's lines.
    """
    heads = [index for index, line in enumerate(raw) if _heads_references(line)]
    for head in heads[-2:]:
        listed = [line for line in raw[head + 1 :] if line.strip()]
        share = _TITLED if raw[head].strip().endswith(" links") else _LISTED
        if sum(_ADDRESS.match(line[:100]) is not None for line in listed) > share * len(listed):
            return head
    return len(raw)


def _has_link_numbers(raw: list[str]) -> bool:
    """Return whether `[12]` before a word is a link's number here.

    Such numbers count up one by one, which an article's own notes never do.
    """
    numbers: list[int] = []
    for line in raw:
        if "[" in line:
            numbers += [int(number) for number in _LINK_NUMBER.findall(line)]
            if len(numbers) > 40:
                break
    steps = [b - a for a, b in pairwise(numbers)]
    if len(numbers) >= _MANY_NUMBERS and sum(step > 0 for step in steps) >= 0.95 * len(steps):
        return sum(step == 1 for step in steps) >= 0.4 * len(steps)  # links without words leave gaps
    return len(numbers) >= 3 and sum(step == 1 for step in steps) >= 0.7 * len(steps)


def _physical_lines(raw: list[str], numbered: bool, noisy: bool, refused: list[tuple[int, str, str]]) -> list[Line]:
    """Return the lines that have words, marks removed.

    The length of each is in `words` until the wraps are undone.
    """
    lines: list[Line] = []
    gap = 0
    for number, line in enumerate(raw, 1):
        text = line.strip()
        if text and (text[0] in INVISIBLE or text[-1] in INVISIBLE):
            text = text.strip(INVISIBLE + " \t\xa0")
        if not text or not (text[0].isalnum() or text[-1].isalnum() or any(map(str.isalnum, text))):
            gap += 1
            if text:
                refused.append((number, text[:200], "no words"))
            continue
        if text[0] == "<" and len(text) < 1000 and _ONLY_MARKUP.fullmatch(text) and "://" not in text:
            refused.append((number, text[:200], "markup with no words in it"))
            continue
        if noisy or text[0] == "[":
            text = _without_noise(text, numbered)
            if not text:
                refused.append((number, " ".join(line.split()), "a form field or a picture's sign of the text browser"))
                continue
        indent = len(line) - len(line.lstrip()) if line[0].isspace() else 0
        mark, order = "", None
        if text[0] in _MARKS:
            if _ONLY_MARK.match(text):
                refused.append((number, text, "an empty list item"))
                continue
            mark, order, end = _mark_of(text, indent)
            indent, text = indent + end, text[end:]
        lines.append(Line(" ".join(text.split()), number, gap, indent, mark, order, bool(mark), words=len(line.rstrip())))
        gap = 0
    return lines


def _without_noise(text: str, numbered: bool) -> str:
    """Return a line without link numbers, buttons, form fields and pictures' file names."""
    if numbered and "[" in text:
        text = _replaced(_LINK_NUMBER, "", text)
    if len(text) > 2000 or not any(sign in text for sign in _NOISE_SIGNS):
        return text
    bare = _BROWSER_NOISE.sub(" ", text)
    if bare == text and text[0] != "[":
        return text
    return (_replaced(_FILE_NAME, " ", bare) if bare[0] == "[" else bare).strip()


def _replaced(pattern: re.Pattern[str], by: str, text: str) -> str:
    """Return the text with every match replaced, like `re.sub` but without a list of all the pieces."""
    out, at = StringIO(), 0
    for found in pattern.finditer(text):
        out.write(text[at : found.start()])
        out.write(by)
        at = found.end()
    out.write(text[at:])
    return out.getvalue()


def _mark_of(text: str, indent: int) -> tuple[str, int | None, int]:
    """Return the mark that a line begins with, its number or level, and where the words behind it begin."""
    found = _MARK.match(text)
    if not found or not _is_list_mark(found["mark"], indent):
        return "", None, 0
    sign = found["mark"]
    if sign[0] == "#":
        return "#", len(sign), found.end()
    return (">" if sign[0] == ">" else "*"), int(sign[:-1]) if sign[0].isdigit() else None, found.end()


def _is_list_mark(sign: str, indent: int) -> bool:
    """Return whether a sign is a list mark.

    Numbers, dashes, `o` and `+` are list marks if the browser indented the line; flush left they may be the text's own.
    """
    if sign[0].isdigit() or sign in "o+–-":
        return indent > 0
    return True
