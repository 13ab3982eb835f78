"""The notes of one briefing as every format takes them, and what every note says of itself wherever it goes."""

import re
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from functools import lru_cache
from itertools import groupby
from shlex import quote

from briefing_tui.model.briefing import Briefing
from briefing_tui.model.note import Note
from briefing_tui.notes.places import refreshed
from briefing_tui.presentation.dates import moment

_MARKS = ("“", "„", "«", "‘", '"')


@dataclass(frozen=True, slots=True)
class Bundle:
    """The notes of one briefing in the order they are written in, and the briefing, where it is at hand."""

    id: str
    notes: tuple[Note, ...]
    briefing: Briefing | None = None

    @property
    def title(self) -> str:
        """The article's headline, else the briefing's id."""
        return (self.briefing and self.briefing.title) or self.id

    @property
    def authors(self) -> tuple[str, ...]:
        """Who wrote the article."""
        return self.briefing.authors if self.briefing else ()

    @property
    def url(self) -> str:
        """The article's address, if it is one of the web."""
        url = (self.briefing and self.briefing.source and self.briefing.source.url) or ""
        return url if re.match(r"https?://[^\s\"<>\\]+\Z", url) else ""

    def by_section(self) -> Iterator[tuple[str | None, Note]]:
        """Each note with the section that begins with it (empty: none has it), None where the one before goes on."""
        before = None
        for note in self.notes:
            yield None if note.section == before else note.section, note
            before = note.section


def bundles(notes: Iterable[Note], find: Callable[[str], Briefing | None]) -> Iterator[Bundle]:
    """Notes that stand in order of their briefings, a bundle each; sections and speakers are those that the briefing has now."""
    for briefing_id, group in groupby(notes, key=lambda note: note.briefing):
        briefing = find(briefing_id)
        yield Bundle(briefing_id, tuple(refreshed(note, briefing) if briefing else note for note in group), briefing)


def link(note: Note) -> str:
    """The command that leads back to the note's place."""
    what = f"{note.briefing}#{note.id}"
    return f"briefing read {what}" if _is_one_word(note.briefing) else f"briefing read {quote(what)}"


@lru_cache(maxsize=256)
def _is_one_word(briefing_id: str) -> bool:
    return re.fullmatch(r"\w[\w.-]*", briefing_id) is not None


def quoted(words: str) -> str:
    """Words between quotation marks, their own if they begin with some; a mark of its own for each part of an utterance."""
    return "\n".join(line if not line.strip() or line[0] in _MARKS else f"“{line}”" for line in words.split("\n"))


def about(note: Note) -> list[str]:
    """Speaker or credit, section, kind and colour, time: what stands under the words, but for tags and link."""
    kind = f"{note.colour} highlight" if note.colour and note.is_highlight else note.kind
    return [part for part in (note.attribution, note.section and f"§ {note.section}", kind, moment(note.created)) if part]


@lru_cache(maxsize=4096)
def tag_word(tag: str, joint: str = "-") -> str:
    """A tag as one word, as formats want it whose tags can't hold spaces; empty where nothing is left."""
    word = re.sub(r"[\W_]*[^\w_][\W_]*|_{2,}", joint, tag).strip(joint + "_")
    return f"n{word}" if word.isdigit() else word
