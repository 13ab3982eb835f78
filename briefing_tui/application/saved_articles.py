"""Make sources, entries of the reading list and notes of what another tool has saved."""

import re
from collections.abc import Iterator
from dataclasses import replace
from hashlib import sha256
from html import escape
from pathlib import Path
from typing import TYPE_CHECKING

from briefing_tui.anchoring.plain_article import PlainArticle
from briefing_tui.anchoring.selectors import Attached, attach
from briefing_tui.imports.saved import SavedArticle, SavedHighlight
from briefing_tui.model.identity import Identity, address_key
from briefing_tui.model.note import Note, cleaned, now
from briefing_tui.model.reading import ReadingEntry
from briefing_tui.model.selector import Selector
from briefing_tui.notes.places import draft_on
from briefing_tui.notes.reading_list import CopiedEntry
from briefing_tui.text.safety import harmless, one_line
from briefing_tui.text.slugs import slug

if TYPE_CHECKING:
    from briefing_tui.model.briefing import Place

_LONGEST_NAME = 80
_BLANKS = re.compile(r"[^\S\n]+")


def page_of(saved: SavedArticle) -> bytes:
    """Return the text of a saved article as a page.

    In its head is what the tool knows of the article.
    """
    title = escape(one_line(saved.title))
    facts = {
        "og:title": title,
        "og:site_name": escape(one_line(saved.publisher)),
        "article:published_time": saved.published,
    }
    head = "".join(f'<meta property="{name}" content="{value}">\n' for name, value in facts.items() if value)
    head += "".join(f'<meta name="author" content="{escape(one_line(name))}">\n' for name in saved.authors)
    if address_key(saved.url):
        head += f'<link rel="canonical" href="{escape(saved.url.strip())}">\n'
    heading = "" if re.search(r"<h1[\s>]", saved.html[:20_000], re.IGNORECASE) else f"<h1>{title}</h1>\n"
    page = (
        f'<!doctype html>\n<html><head><meta charset="utf-8">\n<title>{title}</title>\n{head}</head>\n'
        f"<body><article>\n{heading}{saved.html}\n</article></body></html>\n"
    )
    return page.encode("utf-8", "replace")


def text_of(saved: SavedArticle) -> bytes:
    """Return the text of a saved article that has no markup, below its title."""
    return f"{one_line(saved.title)}\n\n{saved.text}".strip().encode("utf-8", "replace")


def entry_of(saved: SavedArticle, who: Identity | None) -> CopiedEntry:
    """Return what the reading list and the notes learn of a saved article.

    `who` is the article as the library has it; None if it has not. Then the address alone identifies it, or its title.
    """
    key = address_key(saved.url)
    facts = [("address", key)] if key else []
    name = who.briefing if who else _name_of(saved, key)
    if who is not None:
        facts += [("id", who.briefing), ("file", who.path)]
        facts += [("address", who.address)] if who.address and who.address != key else []
    title = one_line(saved.title) or (who.article.title if who else "") or ""
    entry = ReadingEntry(name, saved.status, saved.tags, saved.added, title=title)
    return CopiedEntry(entry, facts, set(who.words) if who else set())


def _name_of(saved: SavedArticle, key: str) -> str:
    return (slug(saved.title) or slug(key.replace("/", " ").replace(".", " ")) or "article")[:_LONGEST_NAME].strip("-")


def notes_of(saved: SavedArticle, tool: str) -> Iterator[Note]:
    """Yield a saved article's highlights and notes.

    Their places are the words alone; what can't be a note is left out. Their ids follow from the tool's, or from their words,
    so a highlight has the same id in every export.
    """
    of = address_key(saved.url) or saved.title
    for mark in saved.highlights:
        words = "\n".join(filter(None, (_BLANKS.sub(" ", line).strip() for line in harmless(mark.words).splitlines())))
        if not words and not mark.body.strip():
            continue
        key = "\0".join((tool, of, mark.key or f"{words}\0{mark.body}"))
        made = _times(mark, saved)
        note = Note(
            f"{tool}-{sha256(key.encode('utf-8', 'replace')).hexdigest()[:12]}",
            "unknown",
            "selection" if words else "briefing",
            selector=Selector(words or one_line(saved.title)),
            body=mark.body.strip(),
            colour=mark.colour if words else None,
            tags=mark.tags,
            created=made[0],
            modified=made[1],
        )
        try:
            yield cleaned(note)
        except ValueError:
            continue


def _times(mark: SavedHighlight, saved: SavedArticle) -> tuple[str, str]:
    """Return when a note was made and changed; the present if that is unknown or in the future."""
    present = now()
    made = min(mark.created or saved.added or present, present)
    return made, min(max(made, mark.modified), present)


def anchored(note: Note, article: PlainArticle) -> Note | None:
    """Return a note with its place in the article.

    The place is described by the words there and around them. None if its words are not there, or there more than once without
    anything that tells which.
    """
    if len(note.words) > 2 * len(article.text):
        return None  # looking for them would take long
    found = attach(note.selector, article)
    if not isinstance(found, Attached):
        return None
    places: tuple[Place, ...] = found.places
    made = draft_on(article, "selection", places)
    return made and replace(note, selector=made.selector, section=made.section)


def content_file_at(paths: Iterator[Path], library: Path) -> Path | None:
    """Return the first of some files that is a content file in the library."""
    folder = library.absolute()
    return next((path for path in paths if path.suffix == ".md" and path.parent == folder and path.is_file()), None)
