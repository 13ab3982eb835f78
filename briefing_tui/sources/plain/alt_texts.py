"""Separate a picture's alternative text from its caption, and recognise pictures in brackets."""

import re

from briefing_tui.languages.common_words import ALL_FUNCTION_WORDS
from briefing_tui.languages.words import phrases
from briefing_tui.sources.plain.lines import Line
from briefing_tui.text.late_pattern import late_pattern

_BRACKETED = re.compile(r"\[([^\[\]]{3,600})\] ?(?=\S)")
"""`[Cracks in a wall]The east quay in May`, as html2text writes a picture."""
_GLUE = re.compile(r"(?<=[a-zß-ÿ.!?…”])(?=[A-ZÀ-Þ][\w’'-]{0,60}+ \S)")
_NAME = re.compile(r"(?:Ma?c|De|La|Le|Di|Van)$")
_SENTENCE_END = late_pattern(r"\w{3}[.!?…]['\"”’)]{0,2} ")
_CREDITED = late_pattern(
    rf"[^()]{{8,600}}(?<= )\({phrases('alt_credit_words')}s?\b[^()]{{2,100}}\) (?=[A-ZÀ-Þ“\"‘][^ ]{{0,60}} [^ ])"
)
"""An agency's alternative text with its credit in parentheses, and the page's own caption behind it."""
_STRAIGHT = str.maketrans("’‘“”", "''\"\"")
_FEWEST = 3
"""The fewest words of either."""
_PICTURE = re.compile(r"\[([^\[\]]+)\]")
_PICTURE_WORDS, _PICTURES = 4, 2
"""The fewest words of a picture's line in brackets, and the fewest such lines; a single one is an editor's note."""


def mark_pictures(lines: list[Line]) -> None:
    """Mark the lines in brackets as pictures and remove the brackets.

    pandoc and html2text write a picture's words so.
    """
    found = [line for line in lines if line.text[0] == "[" and line.text[-1] == "]" and not line.mark]
    found = [line for line in found if line.text.count(" ") >= _PICTURE_WORDS - 1 and _PICTURE.fullmatch(line.text)]
    if len(found) >= _PICTURES:
        for line in found:
            line.mark, line.text = "!", line.text[1:-1].strip()


def split_alt_text(caption: str) -> tuple[str | None, str]:
    """Return a caption's alternative text, None without one, and the rest.

    A dump writes alternative text in brackets, glued to the caption's first word, or with nothing between them before a caption
    that begins with the same words or is the same; or the text ends with a credit of its own in parentheses.
    """
    bracketed = _BRACKETED.match(caption)
    if bracketed:
        return bracketed[1], caption[bracketed.end() :]
    half = len(caption) // 2
    if caption[half] == " " and caption[:half].translate(_STRAIGHT) == caption[half + 1 :].translate(_STRAIGHT):
        return caption[:half], caption[half + 1 :]
    if behind := end_of_credited_alt(caption):
        return _parted(caption, behind)
    glued = [found.start() for found in _GLUE.finditer(caption)]
    if len(glued) == 1 and not _NAME.search(caption[: glued[0]]):
        return _parted(caption, glued[0])
    first, _, rest = caption.partition(" ")
    opening = f"{first} {rest.partition(' ')[0]}"
    again = caption.find(f" {opening} ", len(opening))
    if again > 0 and first[0].isupper() and caption.count(f"{opening} ") == 2 and not _SENTENCE_END.search(caption[:again]):
        last = caption[:again].rpartition(" ")[2]
        if last.casefold() not in ALL_FUNCTION_WORDS and last[-1].isalnum():
            return _parted(caption, again)
    return None, caption


def end_of_credited_alt(text: str) -> int:
    """Return where a caption begins behind a credited alternative text; 0 without one."""
    found = _CREDITED.match(text) if ") " in text else None
    return found.end() if found and text.count(" ", found.end()) >= _FEWEST - 1 else 0


def _parted(caption: str, at: int) -> tuple[str | None, str]:
    alt, words = caption[:at].strip(), caption[at:].strip()
    if min(alt.count(" "), words.count(" ")) + 1 < _FEWEST:
        return None, caption
    return alt, words
