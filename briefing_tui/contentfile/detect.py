"""The one test for content files, and the names of their parts.

It imports nothing heavy, so that every command can use it.
"""

import re

PARTS = ("Summary", "Key actors", "Quotes", "Images", "Article")
"""The headings of level 2 that the format knows, in the order in which a file has them."""

PART_HEADING = rf"(?im)^## +({'|'.join(PARTS)})[ \t]*$"
"""A pattern for a part's heading in text with `\\n` line ends; the group holds its name as written.

The patterns here are compiled on first use, because most commands need only the names.
"""

SAMPLE = 400_000
"""Characters (or bytes) at the start of a file that decide what it is."""

_KNOWN = {name.lower(): name for name in PARTS}
_FRONT_MATTER = r"\ufeff?---[ \t]*\n(?:(?!(?:---|\.\.\.)[ \t]*\n).*\n){0,200}?briefing[ \t]*:"
_PART_LINE = rf"\n## +({'|'.join(PARTS)})[ \t]*\r?(?=\n|\Z)"
_PAGE = r"\ufeff?\s*<[!?]?[A-Za-z]"


def is_content_file(data: bytes | str) -> bool:
    """Say whether a text is a content file.

    It is one if its front matter has the key `briefing`, or if it has a heading of one of the five parts in upper or lower case
    and is no page of HTML. The first SAMPLE characters decide.

    Args:
        data: a file's bytes, read as UTF-8, or its text; any line ends.
    """
    sample = data[:SAMPLE]
    text = sample.decode("utf-8", "replace") if isinstance(sample, bytes) else sample
    if "\r" in text:
        text = text.replace("\r\n", "\n").replace("\r", "\n")
    if re.match(_FRONT_MATTER, text):
        return True
    return re.search(PART_HEADING, text) is not None and not re.match(_PAGE, text)


def part_named(heading: str) -> str | None:
    """Return the part that a heading names, spelled as in PARTS.

    Case does not matter; None if it names no part.
    """
    return _KNOWN.get(heading.lower())


def part_start(data: bytes | str, part: str, end: int | None = None) -> int:
    """Return the offset of the line break before a part's heading.

    It is -1 if there is none before `end`. Bytes stay bytes, so that a long file need not be decoded to find its article.
    """
    stop = len(data) if end is None else end
    if isinstance(data, bytes):
        in_bytes = re.compile(_PART_LINE.encode(), re.IGNORECASE)
        usual = data.find(b"\n## " + part.encode(), 0, stop)  # much faster in a long file than the pattern
        if usual >= 0 and in_bytes.match(data, usual, stop):
            return usual
        return next((found.start() for found in in_bytes.finditer(data, 0, stop) if part_named(found[1].decode()) == part), -1)
    in_text = re.compile(_PART_LINE, re.IGNORECASE)
    usual = data.find(f"\n## {part}", 0, stop)
    if usual >= 0 and in_text.match(data, usual, stop):
        return usual
    return next((found.start() for found in in_text.finditer(data, 0, stop) if part_named(found[1]) == part), -1)
