"""The data model of a note: frozen, typed, without input or output.

A highlight is a note with a colour and no text.
"""

import re
from dataclasses import dataclass, field, fields, replace
from typing import Any, Literal, get_args

from briefing_tui.model.selector import Selector
from briefing_tui.text.safety import harmless, one_line

Kind = Literal["paragraph", "selection", "quote", "actor", "image", "section", "briefing"]
Colour = Literal["yellow", "green", "blue", "pink", "orange", "purple"]

KINDS: tuple[Kind, ...] = get_args(Kind)
COLOURS: tuple[Colour, ...] = get_args(Colour)

LONGEST_BODY = 16 * 1024 * 1024
"""The most code points in a note's text: a pasted book fits, a disk image does not."""

LONGEST_TAG = 100

LARGEST_NUMBER = 2**31 - 1
"""The largest position, length or revision: more than any article is long, and what every database holds."""

_LETTERS = "23456789abcdefghjkmnpqrstuvwxyz"
_ID = re.compile(r"[A-Za-z0-9](?:[A-Za-z0-9-]{0,62}[A-Za-z0-9])?")
_OWN_ID = re.compile(rf"n-[{_LETTERS}]{{10}}(?:-[0-9a-f]{{6,8}})?")
"""The ids that `new_id` makes, and those of notes that an import kept beside another."""
_TIME = re.compile(r"\d{4}-(?:0[1-9]|1[0-2])-(?:0[1-9]|[12]\d|3[01])T(?:[01]\d|2[0-3]):[0-5]\d:[0-5]\d\.\d{3}Z")


@dataclass(frozen=True, slots=True)
class Note:
    """The user's words on a place of a briefing.

    - `id`: unique among all notes; letters, digits and dashes. It follows `#` in `briefing read ID#NOTE`, and is an Obsidian
      block id.
    - `item`: the id of the quote, actor, image or section that the note is on, if it is on one.
    - `selector`: the words that the note is on.
    - `section`, `attribution`: the section's heading and the speaker or credit, as they were when the note was made.
    - `created`, `modified`: UTC, ISO 8601 with milliseconds and `Z`.
    - `revision`: the number of the note's changes in its store, from 1.
    """

    id: str
    briefing: str
    kind: Kind
    item: str = ""
    selector: Selector = field(default_factory=lambda: Selector(""))
    section: str = ""
    attribution: str = ""
    body: str = ""
    colour: Colour | None = None
    tags: tuple[str, ...] = ()
    created: str = ""
    modified: str = ""
    revision: int = 0

    @property
    def words(self) -> str:
        """The words that the note is on; empty if the item has none."""
        return self.selector.exact

    @property
    def is_highlight(self) -> bool:
        """True if the note has no text of its own."""
        return not self.body.strip()


_PARTS = tuple(part.name for part in fields(Note))
_WORDS = fields(Selector)


def new_id() -> str:
    """Make a note's id: `n-` and ten random letters and digits.

    That is 49 bits; characters that look alike are not used.
    """
    import secrets

    return "n-" + "".join(secrets.choice(_LETTERS) for _ in range(10))


def is_id(text: str) -> bool:
    """Return whether the text can be a note's id."""
    return _ID.fullmatch(text) is not None


UNDATED = "0001-01-01T00:00:00.000Z"
"""The time of a note of another program that gives none. The store gives it one, and never lets it replace a note."""


def is_own_id(text: str) -> bool:
    """Return whether the text looks like an id that this program gave.

    Notes of other programs have no such ids.
    """
    return _OWN_ID.fullmatch(text) is not None


def now() -> str:
    """Return the present time in UTC as notes hold it."""
    from datetime import UTC, datetime

    return datetime.now(UTC).isoformat(timespec="milliseconds").replace("+00:00", "Z")


def is_time(text: str) -> bool:
    """Return whether the text is a time as notes hold it."""
    return _TIME.fullmatch(text) is not None


def clean_tags(tags: tuple[str, ...] | list[str]) -> tuple[str, ...]:
    """Return each tag once, as one harmless line without a number sign.

    Empty tags are left out. Raises ValueError for a tag that is longer than LONGEST_TAG.
    """
    found: dict[str, str] = {}
    for tag in tags:
        clean = one_line(tag).lstrip("#").strip()
        if len(clean) > LONGEST_TAG:
            raise ValueError(f"a tag of {len(clean)} letters is too long; the most is {LONGEST_TAG}")
        if clean:
            found.setdefault(clean.casefold(), clean)
    return tuple(found.values())


def cleaned(note: Note) -> Note:
    """Return the note without anything that a terminal would obey.

    Raises ValueError, with one line, for what can't be a note.
    """
    if not is_id(note.id):
        raise ValueError(f"'{one_line(note.id)[:40]}' can't be a note's id; ids have letters, digits and dashes")
    if not one_line(note.briefing):
        raise ValueError(f"{note.id} belongs to no briefing; give a briefing's id")
    if len(note.body) > LONGEST_BODY:
        raise ValueError(f"a note of {len(note.body) // 2**20} MiB is too long; the most is {LONGEST_BODY // 2**20} MiB")
    for time in (note.created, note.modified):
        if not is_time(time):
            raise ValueError(f"'{one_line(time)[:40]}' is no time like 2026-03-02T10:11:12.000Z")
    if note.kind not in KINDS or note.colour not in (None, *COLOURS):
        raise ValueError(f"no such kind or colour: '{one_line(f'{note.kind}, {note.colour}')[:40]}'")
    words = note.selector
    for number in (words.position, *words.shared, note.revision):
        if not 0 <= number <= LARGEST_NUMBER:
            raise ValueError(f"'{str(number)[:40]}' is no place in an article; places are numbers from 0 to {LARGEST_NUMBER}")
    if words.rival is not None and not 0 <= words.rival <= 1:
        raise ValueError(f"'{words.rival}' is no similarity; similarities are numbers from 0 to 1")
    return replace(
        note,
        briefing=one_line(note.briefing),
        item=one_line(note.item),
        selector=replace(
            words,
            exact=harmless(words.exact),
            prefix=harmless(words.prefix),
            suffix=harmless(words.suffix),
            version=one_line(words.version),
            own=one_line(words.own),
            neighbours=(one_line(words.neighbours[0]), one_line(words.neighbours[1])),
            common=tuple(map(one_line, words.common)),
        ),
        section=one_line(note.section),
        attribution=one_line(note.attribution),
        body=harmless(note.body),
        tags=clean_tags(note.tags),
    )


def same(first: Note, second: Note) -> bool:
    """Return whether two notes are equal apart from their revisions."""
    return replace(first, revision=0) == replace(second, revision=0)


def as_dict(note: Note) -> dict[str, Any]:
    """Return the note as JSON has it, without keys that hold nothing or the default."""
    words = {part.name: value for part in _WORDS if (value := getattr(note.selector, part.name)) != part.default}
    parts = {name: words if name == "selector" else getattr(note, name) for name in _PARTS}
    return {name: value for name, value in parts.items() if value}


def from_dict(data: object) -> Note:
    """Return the note that JSON holds. Raises ValueError, with one line, if it is none."""
    import msgspec

    try:
        return cleaned(msgspec.convert(data, Note))
    except msgspec.ValidationError as error:
        raise ValueError(one_line(str(error))) from None
