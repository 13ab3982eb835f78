"""Small DOCX, ODT, RTF and EPUB files of invented articles."""

import io
import re
import zipfile
from collections.abc import Sequence

Styled = tuple[str, str]
"""A paragraph: its style, and its words."""

ARTICLE: tuple[Styled, ...] = (
    ("Title", "The island without a doctor"),
    ("", "By Nora Feld, 3 March 2026"),
    ("", "The only doctor on the island of Skerry will leave in May, and nobody has been found to follow her."),
    ("Heading", "What the board says"),
    ("", "“I’ve been on call for eleven years,” said Dr Hanne Moe, who would like to sleep through a storm once."),
    ("Quote", "“We have advertised three times, with a house and a boat,” said the board’s chair, Jorun Aas."),
)
_WORD = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
_PACKAGE = "http://schemas.openxmlformats.org/package/2006"
_RELATIONS = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_WORD_TYPE = "application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"
_TYPES = (
    f'<Types xmlns="{_PACKAGE}/content-types"><Default Extension="xml" ContentType="application/xml"/>'
    f'<Override PartName="/word/document.xml" ContentType="{_WORD_TYPE}"/></Types>'
)
_STYLES = {"Title": ("Title", "Title"), "Heading": ("Heading1", "heading 1"), "Quote": ("Quote", "Quote")}
_OASIS = "urn:oasis:names:tc:opendocument:xmlns"


def zipped(files: dict[str, bytes | str], compression: int = zipfile.ZIP_DEFLATED) -> bytes:
    """Return a zip file."""
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", compression) as file:
        for name, data in files.items():
            file.writestr(name, data, zipfile.ZIP_STORED if name == "mimetype" else compression)
    return out.getvalue()


def docx(paragraphs: Sequence[Styled] = ARTICLE) -> bytes:
    """Return a document of Word."""
    body = "".join(
        f"<w:p>{_word_style(style)}<w:r><w:t xml:space='preserve'>{text}</w:t></w:r></w:p>" for style, text in paragraphs
    )
    names = "".join(
        f"<w:style w:type='paragraph' w:styleId='{key}'><w:name w:val='{name}'/></w:style>" for key, name in _STYLES.values()
    )
    relation = f'<Relationship Id="r1" Type="{_RELATIONS}/officeDocument" Target="word/document.xml"/>'
    return zipped(
        {
            "[Content_Types].xml": _TYPES,
            "_rels/.rels": f'<Relationships xmlns="{_PACKAGE}/relationships">{relation}</Relationships>',
            "word/document.xml": f"<w:document {_WORD}><w:body>{body}</w:body></w:document>",
            "word/styles.xml": f"<w:styles {_WORD}>{names}</w:styles>",
        }
    )


def _word_style(style: str) -> str:
    return f"<w:pPr><w:pStyle w:val='{_STYLES[style][0]}'/></w:pPr>" if style else ""


def rtf(paragraphs: Sequence[Styled] = ARTICLE) -> bytes:
    """Return a document as Word writes RTF.

    It has tables of fonts and styles, a header, a footnote and a picture.
    """
    picture = r"{\*\shppict{\pict\pngblip" + "\n89504e470d0a1a0a" * 100 + "}}"
    note = r"{\super\chftn{\footnote\pard\plain{\super\chftn} A note that nobody reads.}}"
    body = "".join(
        rf"\pard\plain\f0 {_in_rtf(text)}{note if at == 2 else ''}\par" + "\n" for at, (_, text) in enumerate(paragraphs)
    )
    return (
        r"{\rtf1\ansi\ansicpg1252\deff0{\fonttbl{\f0\froman\fcharset0\fprq2{\*\panose 02020603}Times New Roman;}"
        r"{\f1\fswiss\fcharset204 Arial Cyr;}{\f2\ftech\fcharset2 Symbol;}}"
        "\n" + r"{\colortbl;\red0\green0\blue0;}{\stylesheet{\s1 heading 1;}}{\info{\title Unnamed}{\author Nobody}}"
        r"{\header\pard Skerry papers\par}" + picture + body + "}"
    ).encode("ascii")


def _in_rtf(text: str) -> str:
    text = re.sub(r"[\\{}]", r"\\\g<0>", text)
    return re.sub(r"[^\x00-\x7f]", lambda found: rf"\u{ord(found[0])}\'3f", text)


def odt(paragraphs: Sequence[Styled] = ARTICLE, manifest: str = "") -> bytes:
    """Return a text in OpenDocument."""
    spaces = " ".join(f'xmlns:{name}="{_OASIS}:{name}:1.0"' for name in ("office", "text", "style", "table"))
    names = {"P1": "Title", "P2": "Quotations"}
    styles = "".join(f"<style:style style:name='{at}' style:parent-style-name='{name}'/>" for at, name in names.items())
    body = "".join(_odt_paragraph(style, text) for style, text in paragraphs)
    content = (
        f"<office:document-content {spaces}><office:automatic-styles>{styles}</office:automatic-styles><office:body>"
        f"<office:text>{body}</office:text></office:body></office:document-content>"
    )
    return zipped(
        {
            "mimetype": "application/vnd.oasis.opendocument.text",
            "META-INF/manifest.xml": f"<manifest>{manifest}</manifest>",
            "content.xml": content,
        }
    )


def _odt_paragraph(style: str, text: str) -> str:
    if style == "Heading":
        return f"<text:h text:outline-level='1'>{text}</text:h>"
    name = {"Title": "P1", "Quote": "P2"}.get(style, "Standard")
    half = len(text) // 2
    note = "<text:note><text:note-body><text:p>A note.</text:p></text:note-body></text:note>"
    return f"<text:p text:style-name='{name}'>{text[:half]}<text:span>{text[half:]}</text:span>{note}</text:p>"


CHAPTERS = (
    "<h2>The quay</h2><p>The quay of Arnholt was built in the year of the great herring, and has leaned ever since.</p>",
    "<h2>The ferry</h2><p>“Nobody has ever drowned on my ferry,” said Captain Dahl, “and nobody has arrived on time.”</p>",
)


def epub(chapters: Sequence[str] = CHAPTERS, **files: str) -> bytes:
    """Return an e-book with a table of contents and chapters.

    `files` are added by names in which `__` stands for `/`.
    """
    numbered = range(1, len(chapters) + 1)
    items = "".join(f'<item id="c{at}" href="text/c{at}.xhtml" media-type="application/xhtml+xml"/>' for at in numbered)
    order = "".join(f'<itemref idref="c{at}"/>' for at in numbered)
    said = {"title": "Notes on Arnholt", "creator": "Nora Feld", "date": "2026-03-02", "language": "en"}
    metadata = "".join(f"<dc:{name}>{text}</dc:{name}>" for name, text in said.items())
    package = (
        '<package xmlns="http://www.idpf.org/2007/opf" xmlns:dc="http://purl.org/dc/elements/1.1/">'
        f"<metadata>{metadata}</metadata><manifest>"
        f'<item id="nav" href="nav.xhtml" properties="nav" media-type="application/xhtml+xml"/>{items}</manifest>'
        f'<spine><itemref idref="nav"/>{order}</spine></package>'
    )
    page = '<?xml version="1.0"?><html xmlns="http://www.w3.org/1999/xhtml"><head><title>x</title></head><body>{}</body></html>'
    root = '<rootfiles><rootfile full-path="OPS/book.opf"/></rootfiles>'
    container = f'<container xmlns="urn:oasis:names:tc:opendocument:xmlns:container">{root}</container>'
    texts = {f"OPS/text/c{at}.xhtml": page.format(chapter) for at, chapter in enumerate(chapters, 1)}
    others = {name.replace("__", "/").replace("_xml", ".xml"): text for name, text in files.items()}
    return zipped(
        {
            "mimetype": "application/epub+zip",
            "META-INF/container.xml": container,
            "OPS/book.opf": package,
            "OPS/nav.xhtml": page.format("<nav><ol><li><a href='text/c1.xhtml'>The quay</a></li></ol></nav>"),
            **texts,
            **others,
        }
    )
