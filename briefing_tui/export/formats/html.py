"""Notes as one HTML page without scripts.

The page fetches nothing; all text of the user and of articles is escaped.
"""

from base64 import b64encode
from collections.abc import Iterable, Iterator
from hashlib import sha256
from html import escape

from briefing_tui.export.article_facts import origin
from briefing_tui.export.bundle import Bundle, about, link
from briefing_tui.export.format import marked
from briefing_tui.export.managed_parts import HTML_MARKS, Chunk
from briefing_tui.model.address import address_of
from briefing_tui.model.note import Note

_STYLE = (
    ":root{color-scheme:light dark}body{max-width:42rem;margin:2rem auto;padding:0 1rem;font:1rem/1.55 Georgia,serif}"
    "article{margin:1.5rem 0;padding-left:1rem;border-left:.3rem solid #999}blockquote{margin:0;font-style:italic}"
    "blockquote,.text{white-space:pre-wrap;overflow-wrap:anywhere}.about{font:.85rem/1.5 system-ui,sans-serif;opacity:.75}"
    ".yellow{border-color:#e0b400}.green{border-color:#3c9a4b}.blue{border-color:#3a7bd5}.pink{border-color:#d6568f}"
    ".orange{border-color:#e07b1f}.purple{border-color:#8a5cc7}"
)


def chunks(bundles: Iterable[Bundle]) -> Iterator[Chunk]:
    """Make the pieces of one page with the notes of all bundles."""
    allowed = b64encode(sha256(_STYLE.encode()).digest()).decode()
    heading = (
        '<!DOCTYPE html>\n<html>\n<head>\n<meta charset="utf-8">\n'
        f"<meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'; style-src 'sha256-{allowed}'\">\n"
        '<meta name="viewport" content="width=device-width, initial-scale=1">\n<title>Notes</title>\n'
        f"<style>{_STYLE}</style>\n</head>\n<body>\n<main>\n"
    )
    for bundle in bundles:
        title = escape(bundle.title)
        url = escape(bundle.url)
        heading += f'<h1 dir="auto">{f"<a href={chr(34)}{url}{chr(34)}>{title}</a>" if url else title}</h1>\n'
        about_article = escape(" · ".join(origin(bundle.facts, bundle.language)))
        heading += f'<p class="about" dir="auto">{about_article}</p>\n' if about_article else ""
        for section, note in bundle.by_section():
            heading += f'<h2 dir="auto">{escape(section)}</h2>\n' if section else ""
            yield Chunk(heading)
            yield Chunk(_part(note), note.id)
            heading = ""
    yield Chunk(heading)
    yield Chunk(f"{HTML_MARKS.end}</main>\n</body>\n</html>\n")


def _part(note: Note) -> str:
    lines = [f'<article id="{note.id}" class="{note.colour or "note"}">']
    if note.words.strip():
        lines.append(f'<blockquote dir="auto">{escape(note.words)}</blockquote>')
    if note.body:
        lines.append(f'<div class="text" dir="auto">{escape(note.body)}</div>')
    details = [*about(note), *(f"#{tag}" for tag in note.tags)]
    back = f'<a href="{address_of(note.briefing, note.id)}">Open in briefing</a> · <code>{escape(link(note))}</code>'
    lines.append(f'<p class="about" dir="auto">{escape(" · ".join(details))} · {back}</p>')
    return "\n".join([*lines, "</article>", ""])


FORMAT = marked("html", "one web page, no scripts", chunks, HTML_MARKS, rank=3)
