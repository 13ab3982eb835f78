"""Characters of every Unicode plane survive export, import and search."""

from dataclasses import replace
from pathlib import Path

import pytest

from briefing_tui.export.bundle import Bundle
from briefing_tui.export.formats import jsonld, markdown, named
from briefing_tui.model.selector import Selector
from briefing_tui.model.typed_text import note_tag
from briefing_tui.notes.rows import Wanted
from briefing_tui.notes.store import NoteStore
from briefing_tui.text.tagging import as_typed, parted
from briefing_tui.ui.notes.note_filter import NoteFilter, Only, plain_note
from tests.library.helpers import PLAIN

LETTERS = {plane: chr(plane * 0x10000 + 0x1041) for plane in range(17)} | {1: "😀"}
"""The assigned characters of plane 14 hide text and are removed on input; an unassigned one counts as a letter."""
NOTES = {
    plane: replace(
        PLAIN,
        id=f"n-plane{plane}",
        selector=Selector(f"so {letter} says", prefix=f"{letter} before ", suffix=f" behind {letter}", position=plane),
        section=f"section {letter}",
        attribution=f"by {letter}",
        body=f"{letter} first\n\nand {letter}",
        tags=(letter, f"two {letter}"),
    )
    for plane, letter in LETTERS.items()
}
ALL = tuple(NOTES.values())


@pytest.mark.parametrize("form", ["markdown", "org", "html", "text", "csv", "jsonl", "jsonld"])
def test_it_leaves_in_every_format(form: str) -> None:
    text = "".join(named(form).write([Bundle("harbour", ALL)]))
    for plane, letter in LETTERS.items():
        for words in (f"so {letter} says", f"{letter} first", f"by {letter}", f"section {letter}"):
            assert words in text, (plane, words)


def test_it_comes_back() -> None:
    bundle = Bundle("harbour", ALL)
    back = jsonld.read("".join(named("jsonld").write([bundle])), lambda *_: "none").notes
    assert back == ALL
    for found, note in zip(markdown.read("".join(named("markdown").write([bundle]))).notes, ALL, strict=True):
        assert (found.words, found.section, found.attribution, found.body) == (
            note.words,
            note.section,
            note.attribution,
            note.body,
        )
        assert [note_tag(tag) for tag in note.tags if note_tag(tag)] == list(found.tags)


def test_it_is_kept_and_found_by_text_and_tag(tmp_path: Path) -> None:
    with NoteStore(tmp_path / "notes.db") as store:
        store.import_notes(ALL)
        assert [replace(note, revision=1) for note in store.notes()] == list(ALL)
        for plane, letter in LETTERS.items():
            assert store.notes(Wanted(tags=(letter,)))[0].id == f"n-plane{plane}"
            assert [note.id for note in store.notes(Wanted(text=letter))] == [f"n-plane{plane}"]


@pytest.mark.parametrize("plane", range(17))
def test_the_pane_filters_by_it(plane: int) -> None:
    letter = LETTERS[plane]
    for wanted in (NoteFilter(text=letter), NoteFilter(only=(Only("tag", letter),))):
        assert [note.id for note in ALL if wanted.has(note, plain_note(note))] == [f"n-plane{plane}"]


@pytest.mark.parametrize("plane", range(17))
def test_a_tag_is_typed_as_it_is_shown(plane: int) -> None:
    letter = LETTERS[plane]
    assert parted(f"words {as_typed(letter)}")[1] == (letter,)
