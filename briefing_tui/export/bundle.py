"""The notes of one briefing, and the wording that formats have in common."""

import re
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from functools import lru_cache
from itertools import groupby
from shlex import quote

from briefing_tui.export.article_facts import facts_of
from briefing_tui.model.briefing import Briefing
from briefing_tui.model.note import Note
from briefing_tui.model.typed_text import tag_word as tag_word
from briefing_tui.presentation import conventions
from briefing_tui.presentation.dates import moment

WHOLE, ACTORS = "The whole briefing", "Key actors"
"""The headings of notes that are in no section."""
_MARKS = ("“", "„", "«", "»", "‘", '"')


@dataclass(frozen=True, slots=True)
class Bundle:
    """The notes of one briefing in the order in which they are written.

    `briefing` is None if its file was not found.
    """

    id: str
    notes: tuple[Note, ...]
    briefing: Briefing | None = None

    @property
    def title(self) -> str:
        """The article's headline, or the briefing's id."""
        return (self.briefing and self.briefing.title) or self.id

    @property
    def facts(self) -> dict[str, str | list[str]]:
        """The known facts of the article besides title and address (`article_facts.FACTS`)."""
        return facts_of(self.briefing)

    @property
    def language(self) -> str | None:
        """The article's language, a BCP 47 tag."""
        return self.briefing.language if self.briefing else None

    @property
    def authors(self) -> tuple[str, ...]:
        """The article's authors."""
        return self.briefing.authors if self.briefing else ()

    @property
    def url(self) -> str:
        """The article's web address, or an empty text."""
        url = (self.briefing and self.briefing.source and self.briefing.source.url) or ""
        return url if re.match(r"https?://[^\s\"<>\\]+\Z", url) else ""

    def by_section(self) -> Iterator[tuple[str | None, Note]]:
        """Yield each note with the heading that comes before it.

        Notes on the whole briefing come first, then those on actors, then each section's. The heading is None if the note is in
        the same section as the one before, and empty if it is in none.
        """
        groups: dict[str, list[Note]] = {WHOLE: [], "": [], ACTORS: []}
        for note in self.notes:
            groups.setdefault(_heading(note), []).append(note)
        for heading, notes in groups.items():
            for number, note in enumerate(notes):
                yield heading if number == 0 else None, note


def bundles(notes: Iterable[Note], find: Callable[[str], Briefing | None]) -> Iterator[Bundle]:
    """Group notes by briefing; `notes` are in the order of their briefings.

    `find` returns the briefing with an id. Sections and speakers of the notes are updated from it.
    """
    for briefing_id, group in groupby(notes, key=lambda note: note.briefing):
        briefing, own = find(briefing_id), tuple(group)
        yield Bundle(briefing_id, tuple(_refreshed(own, briefing)) if briefing else own, briefing)


def _refreshed(notes: Iterable[Note], briefing: Briefing) -> Iterator[Note]:
    from briefing_tui.anchoring.plain_article import PlainArticle
    from briefing_tui.notes.places import refreshed

    article = PlainArticle(briefing)
    return (refreshed(note, article) for note in notes)


def _heading(note: Note) -> str:
    return {"briefing": WHOLE, "actor": ACTORS}.get(note.kind, note.section)


def link(note: Note) -> str:
    """Return the command that opens the briefing at the note."""
    return briefing_link(note.briefing, f"#{note.id}")


def briefing_link(briefing_id: str, item: str = "") -> str:
    """Return the command that opens a briefing.

    `item` is empty, or `#` and the id of an item.
    """
    what = f"{briefing_id}{item}"
    return f"briefing read {what}" if _is_one_word(briefing_id) else f"briefing read {quote(what)}"


@lru_cache(maxsize=256)
def _is_one_word(briefing_id: str) -> bool:
    return re.fullmatch(r"\w[\w.-]*", briefing_id) is not None


def quoted(words: str, language: str | None = None) -> str:
    """Put each line in the quotation marks of a language unless it begins with one.

    Each line is a part of a quote.
    """
    lines = words.split("\n")
    return "\n".join(line if not line.strip() or line[0] in _MARKS else conventions.quoted(line, language) for line in lines)


def about(note: Note) -> list[str]:
    """Return the details of a note: speaker or credit, section, kind and colour, time. Tags and link are not among them."""
    kind = f"{note.colour} highlight" if note.colour and note.is_highlight else note.kind
    return [part for part in (note.attribution, note.section and f"§ {note.section}", kind, moment(note.created)) if part]
