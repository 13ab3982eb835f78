"""Open a PDF with pypdfium2 and take the words of its pages, with their places.

pypdfium2 (BSD and Apache licences) brings PDFium, the reader of Chromium: it takes a tenth of the time of readers in Python.
"""

from contextlib import suppress
from itertools import islice
from typing import TYPE_CHECKING, Any

from briefing_tui.sources.errors import NoArticle, Unreadable
from briefing_tui.sources.pdf.fragments import Page, PdfText
from briefing_tui.sources.pdf.letters import PageReader
from briefing_tui.sources.pdf.tags import TagReader
from briefing_tui.text.safety import harmless, one_line

if TYPE_CHECKING:
    import pypdfium2

MAX_PAGES = 1_000
"""The most pages that are read: books have fewer, and articles hardly ever more than a hundred."""
MAX_LETTERS = 6_000_000
"""The most letters that are read, four times those of a long novel."""
_MAX_PICTURES, _LEAST_PICTURE = 200, 30
"""The most pictures of a page that are looked at, and their least sides in points."""
_ENCRYPTED, _SECURITY = 4, 5


def read_pages(data: bytes) -> PdfText:
    """Return the words of a PDF, page by page.

    Raises:
        Unreadable: it is encrypted or damaged, or pypdfium2 is not installed.
        NoArticle: its pages have no text.
    """
    pdfium = _pdfium()
    try:
        document = pdfium.PdfDocument(data)
        count = len(document)
    except pdfium.PdfiumError as error:
        raise Unreadable(_why(getattr(error, "err_code", None))) from None
    try:
        return _read(document, count)
    finally:
        document.close()


def _pdfium() -> Any:
    try:
        import pypdfium2
    except ImportError:
        raise Unreadable("a PDF; reading it needs an extra: pip install 'briefing-tui[documents]'") from None
    return pypdfium2


def _why(code: int | None) -> str:
    if code in (_ENCRYPTED, _SECURITY):
        return "an encrypted PDF; save a copy without its password, and give that"
    return "a damaged PDF; open it in another program and save it again, or give its text"


def _read(document: "pypdfium2.PdfDocument", count: int) -> PdfText:
    pages: list[Page] = []
    letters = pictured = 0
    notes: list[str] = []
    tags = TagReader()
    for number in range(min(count, MAX_PAGES)):
        page = _read_page(document, number, tags)
        letters += sum(len(fragment.text) for fragment in page.fragments)
        pictured += page.has_pictures
        pages.append(page)
        if letters > MAX_LETTERS:
            break
    if len(pages) < count:
        notes.append(f"only the first {len(pages):,} of {count:,} pages were read")
    if not letters:
        raise NoArticle(
            "a scan without text: its pages are pictures; recognise their text first, for example with 'ocrmypdf'"
            if pictured
            else "the PDF has no text"
        )
    if count >= 4 and letters < 20 * count and pictured >= 0.8 * len(pages):
        raise NoArticle("a scan with hardly any text; recognise the text of its pages first, for example with 'ocrmypdf'")
    if tags.is_spent:
        for page in pages:
            page.tags.clear()
    info = document.get_metadata_dict(skip_empty=True)
    return PdfText(pages, _told(info.get("Title")), tuple(notes))


def _told(value: str | None) -> str:
    return one_line(harmless(value or ""))[:400]


def _read_page(document: "pypdfium2.PdfDocument", number: int, tags: TagReader) -> Page:
    import pypdfium2

    try:
        page = document[number]
    except pypdfium2.PdfiumError:
        return Page(number + 1, 0.0, [])
    try:
        height = page.get_height()
        text = page.get_textpage()
        try:
            reader = PageReader(page, text)
            fragments = list(reader.fragments())
        finally:
            text.close()
        return Page(number + 1, height, fragments, _has_pictures(page), tags.read(page), reader.note_signs)
    finally:
        page.close()


def _has_pictures(page: "pypdfium2.PdfPage") -> bool:
    """Return whether a page has pictures of some size."""
    import pypdfium2
    import pypdfium2.raw as raw

    for item in islice(page.get_objects(filter=[raw.FPDF_PAGEOBJ_IMAGE], max_depth=3), _MAX_PICTURES):
        with suppress(pypdfium2.PdfiumError):
            left, bottom, right, top = item.get_bounds()
            if right - left > _LEAST_PICTURE < top - bottom:
                return True
    return False
