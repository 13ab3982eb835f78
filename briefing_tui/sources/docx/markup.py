"""Make a page of a document of Word with mammoth.

mammoth (BSD licence) keeps headings, lists and marks; other libraries give text alone, or take ten times its space.
"""

import re
from io import BytesIO
from typing import Any

from briefing_tui.sources.errors import NoArticle, Unreadable
from briefing_tui.sources.shared.zip_entries import MAX_BYTES, ZipEntries

_STYLES = """
p[style-name='Title'] => h1:fresh
p[style-name='Subtitle'] => p.subtitle:fresh
p[style-name='Quote'] => blockquote > p:fresh
p[style-name='Intense Quote'] => blockquote > p:fresh
p[style-name='Caption'] => p.caption:fresh
p[style-name='caption'] => p.caption:fresh
"""
_NOTES = re.compile(r'<ol><li id="(?:foot|end)note-.*\Z', re.S)
"""The notes, which mammoth puts below the text."""
_NOTE_SIGN = re.compile(r'<sup><a href="#(?:foot|end)note-[^<>]{0,200}>[^<>]{0,20}</a></sup>')


def markup_of(data: bytes) -> str:
    """Return the page of a document, with each block on a line of its own.

    Raises:
        NoArticle: it has no text.
        Unreadable: it is damaged or too large, or mammoth is not installed.
    """
    entries = ZipEntries(data, "a DOCX document")
    if sum(entries.size(name) for name in entries.names if name.endswith((".xml", ".rels"))) > MAX_BYTES:
        raise Unreadable(f"a DOCX document that grows to more than {MAX_BYTES // 1024 // 1024} MB; give its text alone")
    mammoth = _mammoth()
    try:
        made = mammoth.convert_to_html(BytesIO(data), style_map=_STYLES, convert_image=mammoth.images.img_element(_no_picture))
    except Exception:  # mammoth has no error of its own
        raise Unreadable("a damaged DOCX document; save it again, or give its text") from None
    body = _NOTE_SIGN.sub("", _NOTES.sub("", str(made.value)))
    if not body.strip():
        raise NoArticle("the document has no text")
    return f"<html><body>{_with_lines(body)}</body></html>"


def _mammoth() -> Any:
    try:
        import mammoth
    except ImportError:
        raise Unreadable("a DOCX document; reading it needs an extra: pip install 'briefing-tui[documents]'") from None
    return mammoth


def _no_picture(_image: object) -> dict[str, str]:
    return {}


def _with_lines(body: str) -> str:
    """Return markup with each block on a line of its own, so that lines count paragraphs."""
    return re.sub(r"(?<=>)(?=<(?:p|h[1-6]|li|tr|blockquote)\b)", "\n", body)
