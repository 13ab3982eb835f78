"""Remove the marks that html2text leaves in a text: addresses, pictures, emphasis, escapes."""

import re
from itertools import islice

from briefing_tui.sources.plain.lines import Line
from briefing_tui.text.late_pattern import late_pattern

_ADDRESS = r"\(\s*+<?(?P<to>(?:[^()\s]|\n(?!\n)|\([^()\s]{0,300}\)){0,2000})>?(?:\s{1,20}\"[^\"]{0,400}\")?\s?\)"

_MD_IMAGE = late_pattern(r"!\[(?P<words>[^\[\]]{0,600})\]" + _ADDRESS)

_MD_LINK = late_pattern(r"\[(?P<words>[^\[\]]{0,1000})\]" + _ADDRESS)

_MD_STRONG = re.compile(r"(\*\*|__)(?=\S)([^*_]{1,600}?)(?<=\S)\1")

_FEWEST = 3
_LINKED = re.compile(r"\]\(\s{0,4}+<?[^\s()\[\]./#:?]{0,300}+[./#:?]")
_STRONG = re.compile(r"(?<![\w*])\*\*(?=[^\s*])([^*]{1,600})(?<=[^\s*])\*\*(?![\w*])")
"""Bold type in a text that is not Markdown otherwise, but not a word masked with stars: `f**k`."""
_HEADING_WORDS = 16

_MD_EMPHASIS = re.compile(r"(?<![\w*_])([*_])(?=\S)([^*_]{1,600}?)(?<=\S)\1(?![\w*_])")

_MD_ESCAPE = re.compile(r"\\([\\`*_{}\[\]()#+.!>|~-])")

_BREAK, _PICTURE = "\ue000", "\ue001"
"""Placeholders for a line break within a link's address, and for a picture, while marks are removed."""


def has_links(text: str) -> bool:
    """Return whether a text has a few of Markdown's links, brackets with addresses behind.

    A text browser's form fields have no addresses.
    """
    return text.count("](") >= _FEWEST and sum(1 for _ in islice(_LINKED.finditer(text), _FEWEST)) == _FEWEST


def remove_links(text: str) -> str:
    """Return the text without the addresses that html2text writes behind its links.

    A line break within an address leaves a placeholder, so that lines keep their numbers.
    """
    text = text.replace(_BREAK, "").replace(_PICTURE, "")
    text = _MD_IMAGE.sub(
        lambda found: (_PICTURE + found["words"] + " " if found["words"].strip() else "") + _BREAK * found["to"].count("\n"), text
    )
    return _MD_LINK.sub(lambda found: found["words"] + _BREAK * found["to"].count("\n"), text)


def join_flowing_lines(lines: list[Line], raw: list[str]) -> list[Line]:
    """Join Markdown's lines, and return them.

    A blank line, a mark or two spaces at the end separate lines.
    """
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


def remove_marks(lines: list[Line]) -> list[Line]:
    """Return the lines without emphasis marks and escapes; former pictures are marked."""
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


def remove_stars(lines: list[Line]) -> None:
    """Remove the stars of bold type from a text without other Markdown.

    Short bold lines are marked as headings.
    """
    for line in lines:
        text = line.text
        if "**" not in text or len(text) >= 20_000:
            continue
        bare = _STRONG.sub(r"\1", text)
        if bare.startswith("**") and bare.count("**") == 1:
            bare = bare[2:].strip()
        if not any(map(str.isalnum, bare)):
            continue
        line.text = bare
        whole = text[:2] == "**" and len(bare) >= len(text) - 4 and "*" not in bare
        if whole and not line.mark and bare.count(" ") < _HEADING_WORDS and bare[-1] not in ".:,;":
            line.mark, line.order = "#", 2
