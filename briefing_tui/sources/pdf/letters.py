"""Read the letters of a PDF's page into fragments of lines."""

import ctypes
import re
from collections.abc import Iterator
from typing import TYPE_CHECKING, NamedTuple

from briefing_tui.sources.pdf.fragments import Fragment
from briefing_tui.text.safety import harmless

if TYPE_CHECKING:
    import pypdfium2

_MAX_LETTERS = 200_000
"""The most letters of a page."""
_BOLD = re.compile(r"bold|black|heavy|demi|[-,]bd\b|\bcmbx", re.I)
_BOLD_WEIGHT = 600
_SPECIAL, _SOFT_HYPHEN = 0xD800, 0xAD
_LETTERS = {
    0xFB00: "ff", 0xFB01: "fi", 0xFB02: "fl", 0xFB03: "ffi", 0xFB04: "ffl", 0xFB05: "st", 0xFB06: "st",
    0xF0B7: "•", 0xF0A7: "▪", 0xF076: "•", 2: "-", 0xFFFE: "-", _SOFT_HYPHEN: "-",
}  # fmt: skip
"""Signs that stand for others: ligatures, bullets of symbol fonts, and the hyphen at a line's end, which PDFium gives as 2."""
_JOINED, _SPACE = 1.0, 0.14
"""The widest gap within a fragment, and the narrowest between two words, in sizes of the font."""
_SMALL, _RAISED = 0.85, 0.15
"""The size of a note's sign, and how far it is raised, in sizes of the font."""
_DROP = 1.8
"""How many times as large as the text a letter is that drops into the lines below."""
_NOTE_SIGN = re.compile(r"[\d,\s*†‡§]{1,8}")


class _Placed(NamedTuple):
    """Where the letters of a run are, and how they are set."""

    x0: float
    x1: float
    y: float
    size: float
    is_bold: bool


class PageReader:
    """Reads the letters of one page."""

    def __init__(self, page: "pypdfium2.PdfPage", text: "pypdfium2.PdfTextPage") -> None:
        """Give the open page and its text."""
        import pypdfium2.raw as raw

        self._raw, self._text = raw, text.raw
        self._count = min(max(0, text.count_chars()), _MAX_LETTERS)
        # Handles as plain numbers: to compare them is all that most letters need.
        number, integer = ctypes.c_void_p, ctypes.c_int
        self._handle = ctypes.cast(text.raw, number).value or 0
        self._object = ctypes.cast(raw.FPDFText_GetTextObject, ctypes.CFUNCTYPE(number, number, integer))
        self._letter = ctypes.cast(raw.FPDFText_GetUnicode, ctypes.CFUNCTYPE(ctypes.c_uint, number, integer))
        self.note_signs: set[str] = set()
        """The raised signs of notes that were left out so far."""
        self._fonts: dict[int, bool] = {}
        self._turn = page.get_rotation()
        sides = page.get_size()
        self._width, self._height = sides if self._turn in (0, 180) else sides[::-1]

    def fragments(self) -> Iterator[Fragment]:
        """Yield the fragments of the page in the order of its content."""
        current: Fragment | None = None
        order, space, content = 0, False, -1
        for start, handle, text in self._runs():
            words = text.strip()
            blank = len(text) - len(text.lstrip())
            placed = self._placed(start + blank, start + blank + len(words), handle) if handle and words else None
            if placed is None:
                space = space or bool(handle)  # not for a space that PDFium adds: it adds some between letters
                continue
            space = space or blank > 0
            content = self._raw.FPDFPageObj_GetMarkedContentID(ctypes.cast(handle, self._raw.FPDF_PAGEOBJECT))
            if current is not None and _is_near(placed, current):
                if _is_note_sign(words, placed, current):
                    self.note_signs.update(re.split(r"[,\s]+", words))
                    continue
                if content == current.content and _is_beside(placed, current):
                    _append(current, words, placed, space)
                    space = text != text.rstrip()
                    continue
            if current is not None:
                yield self._finished(current)
            current = Fragment(words, *placed, order=order, content=content)
            space = text != text.rstrip()
            order += 1
        if current is not None:
            yield self._finished(current)

    def _finished(self, fragment: Fragment) -> Fragment:
        fragment.text = harmless(" ".join(fragment.text.split()))
        return fragment

    def _runs(self) -> Iterator[tuple[int, int, str]]:
        """Yield start, text object and words of each run; spaces that PDFium adds have no object."""
        text: list[str] = []
        handle, start = -1, 0
        page, of, letter = self._handle, self._object, self._letter
        for index in range(self._count):
            now = of(page, index) or 0
            if now != handle:
                if text:
                    yield start, handle, "".join(text)
                text, handle, start = [], now, index
            code = letter(page, index)
            text.append(chr(code) if 31 < code < _SPECIAL and code != _SOFT_HYPHEN else _letter_of(code))
        if text:
            yield start, handle, "".join(text)

    def _placed(self, start: int, end: int, handle: int) -> "_Placed | None":
        """Return where letters are and how they are set; None if they are turned."""
        raw, page = self._raw, self._text
        matrix = raw.FS_MATRIX()
        if not raw.FPDFText_GetMatrix(page, start, matrix):
            return None
        first, last = raw.FS_RECTF(), raw.FS_RECTF()
        x, y = ctypes.c_double(), ctypes.c_double()
        if not raw.FPDFText_GetLooseCharBox(page, start, first) or not raw.FPDFText_GetLooseCharBox(page, end - 1, last):
            return None
        raw.FPDFText_GetCharOrigin(page, start, x, y)
        size = abs(raw.FPDFText_GetFontSize(page, start)) * (matrix.c**2 + matrix.d**2) ** 0.5
        ends = [self._shown(box.left, box.bottom) for box in (first, last)]
        ends += [self._shown(box.right, box.top) for box in (first, last)]
        origin, ahead = self._shown(x.value, y.value), self._shown(x.value + matrix.a, y.value + matrix.b)
        along, across = ahead[0] - origin[0], ahead[1] - origin[1]
        if along <= 0 or abs(across) > 0.1 * along or not 1.0 < size < 1000.0:
            return None
        return _Placed(min(end[0] for end in ends), max(end[0] for end in ends), origin[1], size, self._is_bold(handle))

    def _shown(self, x: float, y: float) -> tuple[float, float]:
        """Return where a point of the page is when the page is shown, which may be turned."""
        if self._turn == 90:
            return y, self._width - x
        if self._turn == 180:
            return self._width - x, self._height - y
        return (self._height - y, x) if self._turn == 270 else (x, y)

    def _is_bold(self, handle: int) -> bool:
        """Return whether the font of a text object is bold."""
        raw = self._raw
        font = raw.FPDFTextObj_GetFont(ctypes.cast(handle, raw.FPDF_PAGEOBJECT))
        key = ctypes.cast(font, ctypes.c_void_p).value or 0
        found = self._fonts.get(key)
        if found is None:
            buffer = ctypes.create_string_buffer(256)
            raw.FPDFFont_GetBaseFontName(font, buffer, 256)
            found = bool(_BOLD.search(buffer.value.decode("latin-1"))) or raw.FPDFFont_GetWeight(font) >= _BOLD_WEIGHT
            self._fonts[key] = found
        return found


def _letter_of(code: int) -> str:
    """Return a letter of a code that is not simply its own."""
    if code in _LETTERS:
        return _LETTERS[code]
    if code < _SPECIAL:
        return " "
    is_private = 0xE000 <= code < 0xF900
    return chr(code) if 0xE000 <= code < 0x110000 and not is_private else ""


def _is_near(placed: _Placed, current: Fragment) -> bool:
    """Return whether letters begin about where a fragment ends."""
    return -0.4 * placed.size < placed.x0 - current.x1 < _JOINED * max(placed.size, current.size)


def _is_beside(placed: _Placed, current: Fragment) -> bool:
    """Return whether letters are on the baseline of a fragment, or smaller ones raised or lowered."""
    off, small, large = abs(placed.y - current.y), *sorted((placed.size, current.size))
    return off < 0.25 * small or (off < 0.5 * large and small < 0.9 * large and large < _DROP * small)


def _append(current: Fragment, text: str, placed: _Placed, space: bool) -> None:
    if (space or placed.x0 - current.x1 > _SPACE * placed.size) and not current.text.endswith(" "):
        current.text += " "
    if placed.size > current.size and len(text) > 2:
        current.size, current.y = placed.size, placed.y
    if placed.is_bold != current.is_bold and len(text) > len(current.text):
        current.is_bold = placed.is_bold
    current.text += text
    current.x1 = max(current.x1, placed.x1)


def _is_note_sign(text: str, placed: _Placed, current: Fragment) -> bool:
    """Return whether letters are the raised number of a note."""
    if placed.size > _SMALL * current.size or placed.y - current.y < _RAISED * current.size or not _NOTE_SIGN.fullmatch(text):
        return False
    behind = current.text.rstrip()[-3:]
    return len(behind) == 3 and (behind.isalpha() or behind[-1] in ".,;:!?”\"'’)»")
