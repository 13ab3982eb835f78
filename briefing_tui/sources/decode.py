"""Decode bytes: by byte order mark, declared encoding, as strict UTF-8, or by a guess.

Text that is UTF-8 but for a few broken lines counts as UTF-8. Valid UTF-8 with letters beyond ASCII wins over a declared
single-byte encoding: bytes hardly form valid UTF-8 by chance, and pages often declare an encoding that they no longer have.
What a server says counts more than what the page says, as in browsers.
"""

import codecs
import re

from briefing_tui.contentfile.read.other_kinds import kind_without_text
from briefing_tui.sources.errors import Unreadable

_MARKS = (
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF32_LE, "utf-32"),
    (codecs.BOM_UTF32_BE, "utf-32"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
_DECLARED = re.compile(rb"""<(?:meta|\?xml)[^>]{0,200}?(?:charset|encoding)\s*+=\s*+["']?\s*+([\w-]{2,30})""", re.I)
_CONTROLS = re.compile("[\x00-\x08\x0b\x0e-\x1a\x1c-\x1f\ufffd]")
_NOT_OF_TEXTS = frozenset({"punycode", "idna", "unicode-escape", "raw-unicode-escape", "undefined", "utf-7"})
"""Codecs of Python that are no encoding of texts in use; the first takes quadratic time."""
_SAMPLE = 64 * 1024
_QUOTED = re.compile(r"^> ?")
_MAILS = 100
"""The most mails that a text is taken out of, one quoting the next: each costs a pass over the whole text."""
_WESTERN = frozenset((0x80, 0x85, 0xA0, 0xA3, 0xA7, 0xA9, 0xAB, 0xAE, 0xB0, 0xB4, 0xB7, 0xBB, 0xBD, 0x99)) | frozenset(
    {*range(0x91, 0x98), *range(0xC0, 0x100)} - {0xD7, 0xF7}
)


def decode(data: bytes, charset: str = "") -> str:
    """Decode the bytes of a text file.

    `charset` is the encoding that the server declared which sent them. Raises Unreadable if the bytes are not text.
    """
    if why := kind_without_text(data):
        raise Unreadable(why)
    for mark, name in _MARKS:
        if data.startswith(mark):
            if name != "utf-8-sig" or _decode_strictly(data, name) is not None:
                return _refuse_binary(data.decode(name, "replace"))
            data = data[len(mark) :]  # a wrong mark: what follows is decoded like a file without one
            break
    if wide := _utf16_byte_order(data):
        return _refuse_binary(data.decode(wide, "replace"))
    utf8 = _decode_strictly(data, "utf-8")
    if utf8 is not None:
        return _refuse_binary(utf8)
    declared = _DECLARED.search(data[:4096])
    for name in (charset, declared[1].decode("ascii") if declared else ""):
        if name and (text := _decode_strictly(data, _encoding(name))) is not None:
            return _refuse_binary(text)
    return _damaged_utf8(data) or _refuse_binary(_guess(data))


def self_contained(data: bytes, charset: str) -> bytes:
    """Return bytes from the web as a source that needs no header.

    They are those that came; but a text whose encoding only the server's header tells is given in UTF-8, with the mark of it.
    Kept as it came, no quote of it could be proved.
    """
    if not charset or charset.lower() in ("utf-8", "utf8") or data.isascii():
        return data
    try:
        text = decode(data, charset)
        alone = decode(data)
    except Unreadable:
        return data
    return data if text == alone else codecs.BOM_UTF8 + text.encode("utf-8", "replace")


def _encoding(name: str) -> str:
    """Return the encoding that browsers use for a declared one: Latin-1 and ASCII mean Windows-1252."""
    low = name.lower().replace("_", "-")
    if low in _NOT_OF_TEXTS:
        return "none"
    return "cp1252" if low in ("iso-8859-1", "latin1", "latin-1", "us-ascii", "ascii", "windows-1252") else low


def _decode_strictly(data: bytes, name: str) -> str | None:
    try:
        return data.decode(name)
    except (UnicodeDecodeError, LookupError, UnicodeError, ValueError):
        return None


def _damaged_utf8(data: bytes) -> str | None:
    """Decode UTF-8 that a program damaged or cut; return None if it is something else.

    It is UTF-8 if most lines with letters beyond ASCII are valid.
    """
    lines = [line for line in data.split(b"\n") if not line.isascii()]
    valid = [text for line in lines if (text := _decode_strictly(line, "utf-8")) is not None]
    if len(valid) < 2 or len(valid) <= 3 * (len(lines) - len(valid)):
        return None
    _refuse_binary("\n".join(valid))
    return data.decode("utf-8", "replace")


def _utf16_byte_order(data: bytes) -> str | None:
    """Return the byte order of UTF-16 without a mark; None if it is not UTF-16.

    The places of its zero bytes show it.
    """
    head = data[:2000]
    zeros = head.count(0)
    if len(head) < 4 or zeros < 0.3 * len(head):
        return None
    odd = head[1::2].count(0)
    return "utf-16-le" if odd > 0.9 * zeros else "utf-16-be" if odd < 0.1 * zeros else None


def _guess(data: bytes) -> str:
    """Decode text whose encoding nothing names.

    Western European text is recognised by its letters, other text by charset-normalizer.
    """
    high = {byte for byte in data if byte >= 0x80}
    if high <= _WESTERN and sum(byte >= 0x80 for byte in data[:_SAMPLE]) <= 0.1 * len(data[:_SAMPLE]):
        return data.decode("cp1252", "replace")
    from charset_normalizer import from_bytes

    best = from_bytes(data[:_SAMPLE]).best()
    if best is None:
        raise Unreadable("its encoding is unknown: save it as UTF-8")
    return data.decode(best.encoding, "replace")


def _refuse_binary(text: str) -> str:
    """Return the text. Raises Unreadable if its control characters show that it is a binary file."""
    head = text[:20_000]
    controls = len(_CONTROLS.findall(head))
    if controls > max(8, 0.02 * len(head)):
        raise Unreadable("this is a binary file, not text: save the article as text, HTML or Markdown")
    return text


def unquoted(text: str) -> str:
    """Return a text that a mail quotes, line for line, without the mail's quotation marks."""
    for _ in range(_MAILS):
        if not text.startswith(">"):
            break
        lines = text.split("\n")
        if not all(line[:1] == ">" for line in lines if line.strip()):
            break
        text = "\n".join(_QUOTED.sub("", line, count=1) for line in lines)
    return text
