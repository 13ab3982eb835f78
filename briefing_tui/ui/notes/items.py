"""Notes as the reader shows them: in the article and in the pane."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from operator import attrgetter
from typing import TYPE_CHECKING, NamedTuple

from briefing_tui.export.bundle import quoted
from briefing_tui.presentation.dates import short_day
from briefing_tui.text.tagging import as_typed, tags_in, tags_of
from briefing_tui.ui.notes.note_filter import plain_note
from briefing_tui.ui.text.article_blocks import ArticleBlocks, Target
from briefing_tui.ui.text.layout import Block, Run
from briefing_tui.ui.text.text_styles import tag_style
from briefing_tui.ui.view.pane_items import Item, Items
from briefing_tui.ui.view.session import Session

if TYPE_CHECKING:
    from briefing_tui.anchoring.plain_article import PlainArticle
    from briefing_tui.model.briefing import Place
    from briefing_tui.model.note import Note

_MOST_WORDS, _MOST_TEXT, _MOST_LINES = 280, 1500, 40
"""Characters of a note's words, and characters and lines of its text, that the pane shows; the editor shows the whole."""

_WHY_LOST = {
    "gone": "gone from the article",
    "twice": "more than once in the article, and can't be told apart",
    "other": "there, but in another place or by another speaker",
}
_RULE = Block("", "gutter", form="rule")

_GROUPS = ("Not saved yet", "Notes", "Not found in the article")
DRAFT = "draft/"
"""The beginning of a draft's id in the pane."""


class PlacedNote(NamedTuple):
    """A note with its places in the article on the screen."""

    note: Note
    targets: tuple[Target, ...] = ()
    trouble: str = ""
    """Why it has no place, as `Orphan` says it; empty for a note that has one."""
    changed: bool = False
    """True if its words are no longer exactly the same."""
    is_draft: bool = False
    text: str = ""
    """The text in which typed words are looked for."""
    blocks: tuple[Block, ...] = ()
    """The blocks that show it in the pane."""
    rank: tuple[int, bool, Target, str] = (0, False, Target(0, 0, 0), "")
    """What it is listed by: drafts, notes by place and time, those without a place."""

    @property
    def id(self) -> str:
        """Its id in the pane."""
        return DRAFT + self.note.id if self.is_draft else self.note.id


def place_note(note: Note, session: Session, article: PlainArticle, is_draft: bool = False) -> PlacedNote:
    """Return a note with its places; `article` holds the words of the session's briefing."""
    placed = _placed(note, session, article, is_draft)
    first = placed.targets[0]._replace(end=0) if placed.targets else Target(0, 0, 0)
    rank = (_GROUPS.index(group_of(placed)), not placed.targets, first, note.modified)
    return placed._replace(blocks=tuple(_blocks(session, placed)), rank=rank)


def group_of(placed: PlacedNote) -> str:
    """Return the heading that a note is listed under."""
    return _GROUPS[0 if placed.is_draft else 2 if placed.trouble else 1]


def _placed(note: Note, session: Session, article: PlainArticle, is_draft: bool) -> PlacedNote:
    from briefing_tui.anchoring.selectors import Orphan
    from briefing_tui.notes.places import locate_note

    found = locate_note(note, article)
    if isinstance(found, Orphan):
        return PlacedNote(note, (), found.why, False, is_draft, plain_note(note))
    targets = [target for one in found.places if (target := _target(session, one)) is not None]
    briefing = session.briefing
    if note.kind == "quote":
        targets = [t for quote in briefing.quotes if quote.id == found.item for t in session.quote_targets(quote)]
    elif note.kind == "actor":
        targets = [t for actor in briefing.actors if actor.id == found.item for t in session.actor_targets(actor)]
    elif note.kind == "briefing":
        targets = [Target(session.text.title)] if session.text.blocks else []
    return PlacedNote(note, tuple(targets), "", found.changed, is_draft, plain_note(note))


def _target(session: Session, at: Place) -> Target | None:
    target = session.text.target(at)
    if target is not None and at.paragraph is None and at.start is not None:
        return Target(target.block, at.start, at.end)
    return target


def ordered(notes: Sequence[PlacedNote], by_time: bool) -> list[PlacedNote]:
    """Return drafts, then notes by place or time, then those without a place.

    To sort what is nearly in order takes little time.
    """
    if not by_time:
        return sorted(notes, key=attrgetter("rank"))
    return sorted(sorted(notes, key=lambda placed: placed.note.modified, reverse=True), key=lambda placed: placed.rank[0])


def note_items(notes: Iterable[PlacedNote], under: str = "") -> Items:
    """Return the notes as items of the pane.

    Drafts and notes without a place are under headings of their own. `under` is the heading of the notes before these, if any.
    """
    items = Items()
    for placed in notes:
        group = group_of(placed)
        head = Block(group, "group", above=1) if group != under and (under or group != "Notes") else _RULE if under else None
        under = group
        items.append(Item(placed.id, "note", placed.blocks, placed.targets, head))
    return items


class NoteMarks(NamedTuple):
    """The notes in the article: blocks that have some, words by their look."""

    blocks: frozenset[int]
    ranges: dict[str, dict[int, list[tuple[int, int]]]]


def marks_of(notes: Iterable[PlacedNote], text: ArticleBlocks) -> NoteMarks:
    """Return what shows the saved notes in the article."""
    blocks: set[int] = set()
    ranges: dict[str, dict[int, list[tuple[int, int]]]] = {}
    for placed in notes:
        note = placed.note
        if placed.is_draft:
            continue
        blocks.update(target.block for target in (placed.targets[:1] if note.kind == "actor" else placed.targets))
        look = f"note-{note.colour}" if note.colour else "noted" if note.kind in ("selection", "quote") else ""
        for target in placed.targets if look and note.kind not in ("actor", "section", "briefing") else ():
            end = len(text.blocks[target.block].text) if target.end is None else target.end
            ranges.setdefault(look, {}).setdefault(target.block, []).append((target.start, end))
    return NoteMarks(frozenset(blocks), ranges)


def _blocks(session: Session, placed: PlacedNote) -> list[Block]:
    note = placed.note
    named = note.kind in ("actor", "image", "section", "briefing")
    words = _clip("\n".join(" ".join(line.split()) for line in note.words.strip().split("\n")), _MOST_WORDS)
    shown = " ".join((words if named else quoted(words)).split())
    look = f"note-{note.colour}" if note.colour else "name" if named else "words"
    blocks = [Block(shown or f"The {note.kind}", look)]
    if not note.is_highlight:
        blocks += [Block(line, "text", _tag_runs(line), "  ", "  ") for line in _lines(note.body)]
    in_text = {tag.casefold() for tag in tags_of(note.body)}
    if tags := [tag for tag in note.tags if tag.casefold() not in in_text]:
        line = " ".join(as_typed(tag) for tag in tags)
        blocks.append(Block(line, "meta", _tag_runs(line), "  ", "  "))
    blocks.append(Block(" · ".join(_details(session, placed)), "meta", (), "— ", "  "))
    if placed.trouble:
        why = _WHY_LOST[placed.trouble]
        blocks.append(Block(f"These words are {why}: T attaches the note anew.", "problem", (), "! ", "  "))
    return blocks


def _details(session: Session, placed: PlacedNote) -> list[str]:
    note = placed.note
    section = session.section_heading(session.text.section_of(placed.targets[0].block)) if placed.targets else note.section
    kind = f"{note.colour} highlight" if note.colour and note.is_highlight else note.colour or ""
    parts = [note.attribution, section if note.kind != "section" else "", kind, "words changed" if placed.changed else ""]
    return [*(part for part in parts if part), "E goes on writing, D drops it" if placed.is_draft else _moment(note.created)]


def _tag_runs(text: str) -> tuple[Run, ...]:
    """Return the tags of a line as runs, each tag in a colour of its own."""
    return tuple(Run(start, end, tag_style(tag)) for start, end, tag in tags_in(text))


def _moment(time: str) -> str:
    from datetime import datetime

    try:
        here = datetime.fromisoformat(time).astimezone()
    except ValueError:
        return "not saved yet"
    return short_day(here.date().isoformat()).replace(" ", "\u00a0")


def _lines(body: str) -> list[str]:
    """Return the lines of a note's text that the pane shows, with tabs expanded: terminals have columns of their own for them."""
    lines = _clip(body.strip(), _MOST_TEXT).expandtabs(4).split("\n")
    return lines if len(lines) <= _MOST_LINES else [*lines[:_MOST_LINES], "…"]


def _clip(text: str, most: int) -> str:
    return text if len(text) <= most else f"{text[:most].rstrip()} …"
