"""Recognise what a zip file is from its bytes alone, without reading it."""

_ZIP = b"PK\x03\x04"
_START, _END = 4_096, 256 * 1024
"""The bytes at the beginning, and at the end where the list of names is, that are looked at."""
_SIGNS = (
    ("epub", (b"application/epub+zip", b"META-INF/container.xml")),
    ("odt", (b"application/vnd.oasis.opendocument.text",)),
    ("docx", (b"word/document.xml",)),
    ("office", (b"application/vnd.oasis.opendocument", b"ppt/presentation.xml", b"xl/workbook.xml", b"[Content_Types].xml")),
    ("wacz", (b"datapackage.json",)),
)
"""Kinds of zip file, each with words of which it has one near its beginning or its end."""


def is_zip(data: bytes) -> bool:
    """Return whether bytes begin as those of a zip file."""
    return data.startswith(_ZIP)


def kind_of_zip(data: bytes) -> str:
    """Return epub, odt, docx, office or wacz; empty for any other zip file."""
    seen = data[:_START] + data[-_END:]
    return next((kind for kind, words in _SIGNS if any(word in seen for word in words)), "")
