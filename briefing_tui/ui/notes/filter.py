"""What the notes' pane is filtered by: a tag, a kind, a colour, words; and the line in which the words are typed."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable, Iterable, Sequence
from functools import lru_cache
from typing import TYPE_CHECKING, NamedTuple

from briefing_tui.anchoring.anchors import fold

if TYPE_CHECKING:
    from textual.timer import Timer

    from briefing_tui.model.note import Note
    from briefing_tui.ui.read_screen import ReadScreen

_ACCENTS = re.compile("[\u0300-\u036f\u0483-\u0487\u0591-\u05bd\u05bf-\u05c7\u0610-\u061a\u064b-\u065f\u06d6-\u06dc]+")


def plain(text: str) -> str:
    """The text without regard to case, accents and points, and the shape of marks: what typed words are looked for in."""
    if text.isascii():
        return text.lower()
    return fold(_ACCENTS.sub("", unicodedata.normalize("NFKD", text))).casefold()


def plain_note(note: Note) -> str:
    """What words are looked for in: a note's text, the words that it is on, its tags."""
    return plain("\n".join((note.body, note.words, *(f"#{tag}" for tag in note.tags))))


class Only(NamedTuple):
    """A "tag", a "kind" or a "colour", and the one that is wanted."""

    what: str
    value: str

    def has(self, note: Note) -> bool:
        """Whether a note is wanted."""
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
    """At most one tag, one kind and one colour, and words that all stand in the note."""

    only: tuple[Only, ...] = ()
    text: str = ""

    def has(self, note: Note, text: str) -> bool:
        """Whether a note is wanted; `text` is what `plain_note` makes of it."""
        return all(word in text for word in _words(self.text)) and all(only.has(note) for only in self.only)

    def toggled(self, only: Only) -> NoteFilter:
        """With another tag, kind or colour in the place of the one there was; without it, if it is the one."""
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
    """What the notes can be filtered by, and how many each would leave: tags, then kinds, then colours."""
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


class FilterTyping:
    """The line in which the words are typed that the notes are filtered by: the pane follows every key."""

    PROMPT = "text:"
    FIRST = 200
    """How many notes are listed at once while one types; the others follow when one pauses."""
    PAUSE_SECONDS = 0.2

    def __init__(self, reader: ReadScreen) -> None:
        self._reader = reader
        self._timer: Timer | None = None

    def typed(self, words: str) -> None:
        """Filter by other words."""
        noting = self._reader.noting
        self._stop_timer()
        noting.filter(noting.only._replace(text=words), self.FIRST)
        self._reader.line.count(noting.count_shown)
        if len(noting.shown) > self.FIRST:
            self._timer = self._reader.set_timer(self.PAUSE_SECONDS, self._list_all)

    def _list_all(self) -> None:
        self._stop_timer()
        self._reader.noting.relist()

    def _stop_timer(self) -> None:
        if self._timer is not None:
            self._timer.stop()
            self._timer = None

    def entered(self) -> None:
        """The words stay; the keys are the pane's again."""
        if self._timer is not None:
            self._list_all()

    def given_up(self) -> None:
        """List the notes whatever their words."""
        self.typed("")

    def stepped(self, step: int) -> None:
        """Move in the list while typing."""
        self._reader.side.shown.go_lines(step)
