"""Small PDFs of invented articles, written by hand."""

from collections.abc import Sequence
from typing import NamedTuple


class Words(NamedTuple):
    """Words at a place of a page.

    `x` and `y` are where their baseline begins, in points.
    """

    x: float
    y: float
    text: str
    size: float = 10
    bold: bool = False


def pdf(pages: Sequence[Sequence[Words]], title: str = "", extra: str = "", picture: bool = False, rotate: int = 0) -> bytes:
    """Return a PDF of 600 x 800 points whose pages have these words.

    Args:
        pages: the words of each page.
        title: the title that the PDF names.
        extra: more entries of the trailer.
        picture: whether each page has a picture over all of it.
        rotate: how far each page is turned when it is shown.
    """
    objects = [
        "<< /Type /Catalog /Pages 2 0 R >>",
        f"<< /Type /Pages /Count {len(pages)} /Kids [{' '.join(f'{7 + 2 * at} 0 R' for at in range(len(pages)))}] >>",
        "<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica /Encoding /WinAnsiEncoding >>",
        "<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica-Bold /Encoding /WinAnsiEncoding >>",
        f"<< /Title {_string(title)} >>",
        _stream("\x00\x00\x00", "/Type /XObject /Subtype /Image /Width 1 /Height 1 /BitsPerComponent 8 /ColorSpace /DeviceRGB"),
    ]
    for number, words in enumerate(pages):
        content = "".join(
            f"BT /{'B' if each.bold else 'R'} {each.size} Tf {each.x} {each.y} Td {_string(each.text)} Tj ET\n" for each in words
        )
        content = f"q 600 0 0 800 0 0 cm /P Do Q\n{content}" if picture else content
        objects += [
            f"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 600 800] /Rotate {rotate} /Contents {8 + 2 * number} 0 R"
            " /Resources << /Font << /R 3 0 R /B 4 0 R >> /XObject << /P 6 0 R >> >> >>",
            _stream(content),
        ]
    out = b"%PDF-1.4\n"
    places = []
    for number, item in enumerate(objects, 1):
        places.append(len(out))
        out += f"{number} 0 obj\n{item}\nendobj\n".encode("cp1252")
    table = "".join(f"{place:010} 00000 n \n" for place in places)
    trailer = f"trailer << /Size {len(objects) + 1} /Root 1 0 R /Info 5 0 R {extra} >>\nstartxref\n{len(out)}\n%%EOF\n"
    return out + f"xref\n0 {len(objects) + 1}\n0000000000 65535 f \n{table}{trailer}".encode("cp1252")


def _string(text: str) -> str:
    return "(" + text.replace("\\", "\\\\").replace("(", "\\(").replace(")", "\\)") + ")"


def _stream(content: str, entries: str = "") -> str:
    return f"<< /Length {len(content.encode('cp1252'))} {entries} >>\nstream\n{content}\nendstream"


def column(lines: Sequence[str], x: float, y: float, size: float = 10, lead: float = 12) -> list[Words]:
    """Return lines below one another."""
    return [Words(x, y - lead * at, line, size) for at, line in enumerate(lines)]


LEFT = (
    "The bridge at Arnholt has been closed since the",
    "autumn, and nobody in the town hall can say when",
    "it will open again. The ferry that replaced it runs",
    "every hour, but not at night, and the bakers of the",
    "island have to take their bread over before six in",
    "the evening.",
    "   Mayor Ilse Brandt said the repairs had begun too",
    "late. “We were told in May that the pillars would",
    "hold another winter,” she said. “They did not, and",
    "so we pay twice for the same piece of concrete, and",
    "the commis-",
)
RIGHT = (
    "sion that was to find out why has met only once.”",
    "   Engineers from the county measured the pillars",
    "three times in November. The report that they wrote",
    "has forty pages and one sentence that everybody in",
    "Arnholt knows by heart: the bridge is safe as long",
    "as nobody uses it. The commission will read it in",
    "the spring.",
)


OTHER = (
    (
        "Jorun Aas, who bakes in the old school, rises at two",
        "in the morning and has missed the ferry eleven times.",
        "She has kept a list.",
    ),
    (
        "On the quay, opinions differ by the side of the water",
        "on which they are asked for, and by the price of bread",
        "on that side.",
    ),
)


def newsletter(pages: int = 1) -> bytes:
    """Return an article in two columns, with a running head and page numbers."""
    first = [
        Words(60, 700, "The bridge that waits for spring", 24, bold=True),
        Words(60, 680, "By Nora Feld, 3 March 2026", 9),
        *column(LEFT, 60, 640),
        *column(RIGHT, 320, 640),
    ]
    names = ("What the island says", "Bread")
    others = [[Words(60, 700, name, 14), *column(OTHER[at], 60, 670)] for at, name in enumerate(names)]
    made = []
    for at in range(pages):
        edge = [Words(60, 770, "The Saltmarsh Courier"), Words(300, 30, str(at + 1))]
        made.append([*edge, *(first if at == 0 else others[at % 2])])
    return pdf(made, title="The bridge that waits for spring")
