"""The filter of the notes' pane: a tag, a kind, a colour, and words."""

from __future__ import annotations

import unicodedata
from collections.abc import Callable, Iterable, Sequence
from functools import lru_cache
from typing import TYPE_CHECKING, NamedTuple

from briefing_tui.anchoring.anchors import fold
from briefing_tui.text.late_pattern import late_pattern

if TYPE_CHECKING:
    from briefing_tui.model.note import Note

_ACCENTS = late_pattern("[\u0300-\u036f\u0483-\u0487\u0591-\u05bd\u05bf-\u05c7\u0610-\u061a\u064b-\u065f\u06d6-\u06dc]+")


def plain(text: str) -> str:
    """Return a text in lower case, without accents and points, and with plain quotation marks.

    Typed words are looked for in this form.
    """
    if text.isascii():
        return text.lower()
    return fold(_ACCENTS.sub("", unicodedata.normalize("NFKD", text))).casefold()


def plain_note(note: Note) -> str:
    """Return the note's text, words and tags as typed words are looked for in them."""
    return plain("\n".join((note.body, note.words, *(f"#{tag}" for tag in note.tags))))


class Only(NamedTuple):
    """A tag, a kind or a colour that notes must have."""

    what: str
    """"tag", "kind" or "colour"."""
    value: str

    def has(self, note: Note) -> bool:
        """Return whether a note has it."""
        match self.what:
            case "tag":
                return self.value.casefold() in (tag.casefold() for tag in note.tags)
            case "colour":
                return note.colour == self.value
            case _:
                return note.is_highlight if self.value == "highlight" else note.kind == self.value

    def __str__(self) -> str:
        return f"#{self.value}" if self.what == "tag" else self.value


class NoteFilter(NamedTuple):
    """A tag, a kind, a colour and words, all of which notes must have."""

    only: tuple[Only, ...] = ()
    text: str = ""

    def has(self, note: Note, text: str) -> bool:
        """Return whether a note passes; `text` is what `plain_note` returns for it."""
        return all(word in text for word in _words(self.text)) and all(only.has(note) for only in self.only)

    def toggled(self, only: Only) -> NoteFilter:
        """Return the filter with a tag, kind or colour added, or removed.

        One of the same sort is replaced.
        """
        rest = tuple(other for other in self.only if other.what != only.what)
        return self._replace(only=rest if only in self.only else (*rest, only))

    def __bool__(self) -> bool:
        return bool(self.only or self.text.strip())

    def __str__(self) -> str:
        text = " ".join(self.text.split())
        return ", ".join([*map(str, self.only), *([f"text: {text}"] if text else [])])


@lru_cache(maxsize=8)
def _words(text: str) -> list[str]:
    return plain(text).split()


def choices(notes: Iterable[Note]) -> list[tuple[Only, int]]:
    """Return the tags, kinds and colours of some notes, each with its number of notes."""
    saved, counts = list(notes), dict[Only, int]()

    def count(what: str, values: Callable[[Note], Sequence[str]]) -> None:
        first: dict[str, Only] = {}
        own: dict[Only, int] = {}
        for note in saved:
            for value in values(note):
                key = first.setdefault(value.casefold(), Only(what, value))
                own[key] = own.get(key, 0) + 1
        counts.update(sorted(own.items(), key=lambda pair: (-pair[1], pair[0].value)))

    count("tag", lambda note: note.tags)
    count("kind", lambda note: (note.kind, "highlight") if note.is_highlight else (note.kind,))
    count("colour", lambda note: (note.colour,) if note.colour else ())
    return list(counts.items())
