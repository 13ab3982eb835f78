"""Get the paragraphs of a document in Rich Text Format with striprtf.

striprtf (BSD licence, no dependencies) knows the format's encodings and what is no text. Others bring a library under the
GPL (rtfparse), read only pages of mails (RTFDE) or write only. Two of its patterns take forever on hostile text: 3 kB of fonts
without an end take minutes.
So the table of fonts is rewritten to what it needs of it, and line breaks, which mean nothing in this format, are put where
these patterns then stop.
"""

import re
from codecs import lookup
from typing import Any

from briefing_tui.sources.errors import NoArticle, Unreadable
from briefing_tui.sources.registry import MAX_LINES
from briefing_tui.text.safety import harmless

_LARGEST = 8_000_000
"""The most characters without the data of pictures; a million take a third of a second."""
_EMBEDDED = re.compile(r"(?<![0-9a-fA-F\s])[0-9a-fA-F\s]{1000,}+")
"""The data of a picture or an object: digits in hex. They are found at their beginning alone, so that no digit is read twice."""
_FONT = re.compile(r"\\f(\d{1,5}+)(?![^{};]{0,200}\\f\d)[^{};]{0,200}?\\fcharset(\d{1,3}+)(?!\d)")
_MOST_FONTS = 10_000
_TABLE = re.compile(r"\{\\fonttbl")
_BRACE = re.compile(r"\\[\\{}]|[{}]")
_BREAK = re.compile(r"(?=\{\\field)|(?<=hyper)(?=link)|(?<=\\font)(?=tbl)", re.IGNORECASE)
_DAMAGED = "a damaged RTF document; save it again, or give its text"


def paragraphs_of(data: bytes) -> list[str]:
    """Return the paragraphs of a document that have words, made harmless; tabs stay.

    Raises:
        NoArticle: it has no words.
        Unreadable: it is damaged or too large, or striprtf is not installed.
    """
    text = _EMBEDDED.sub(" ", _decoded(data))
    if len(text) > _LARGEST:
        raise Unreadable(f"an RTF document of more than {_LARGEST // 1_000_000} MB without its pictures; give the article alone")
    convert, encodings = _striprtf()
    try:
        made = str(convert(_with_short_fonts(text, encodings), errors="replace"))
    except (ValueError, TypeError, LookupError, OverflowError):  # it has no error of its own
        raise Unreadable(_DAMAGED) from None
    whole = harmless(made.encode("utf-16", "surrogatepass").decode("utf-16", "replace"))
    lines = [line.strip(" |\t") for line in whole.split("\n")]
    found = [line for line in lines if any(map(str.isalnum, line))]
    if not found:
        raise NoArticle("the document has no text")
    if len(found) > MAX_LINES:
        raise Unreadable(f"it has more than {MAX_LINES:,} lines: give a file with the article alone")
    return found


def _decoded(data: bytes) -> str:
    """Return the characters of a document: ASCII, as the format has it, or what careless programs write instead."""
    try:
        return data.decode("utf-8-sig")
    except UnicodeDecodeError:
        return data.decode("cp1252", "replace")


def _striprtf() -> tuple[Any, dict[int, str]]:
    try:
        from striprtf.striprtf import charset_map, rtf_to_text
    except ImportError:
        raise Unreadable("an RTF document; reading it needs an extra: pip install 'briefing-tui[documents]'") from None
    return rtf_to_text, charset_map


def _with_short_fonts(text: str, encodings: dict[int, str]) -> str:
    """Return a document that striprtf reads in linear time.

    Its fonts have their number and encoding alone.
    """
    table = _TABLE.search(text)
    if table is None:
        return _BREAK.sub("\n", text)
    end, depth = len(text), 0
    for brace in _BRACE.finditer(text, table.start()):
        depth += {"{": 1, "}": -1}.get(brace[0], 0)
        if depth == 0:
            end = brace.end()
            break
    fonts = [
        f"\\f{number}\\fcharset{charset} x;\n"
        for number, charset in _FONT.findall(text, table.end(), end)[:_MOST_FONTS]
        if _is_known(encodings.get(int(charset), ""))
    ]
    before, after = (_BREAK.sub("\n", part) for part in (text[: table.start()], text[end:]))
    return f"{before}{table[0]}\n{''.join(fonts)}}}{after}"


def _is_known(encoding: str) -> bool:
    """Return whether Python knows an encoding; it lacks some of the old Macintosh."""
    try:
        return bool(encoding and lookup(encoding))
    except LookupError:
        return False
