"""Notes taken in the reader: on anything it shows, kept whatever happens, shown at their place, listed and exported."""

import stat
import subprocess
import sys
import unicodedata
from contextlib import nullcontext
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from briefing_tui.library.memory import home_of
from briefing_tui.library.note import Note
from briefing_tui.library.noterows import Wanted
from briefing_tui.library.notes import NoteStore
from briefing_tui.paths import config
from briefing_tui.paths import notes as notes_file
from briefing_tui.ui.notefilter import NoteFilter, Only, choices, plain_note
from briefing_tui.ui.screens.ask import Ask
from briefing_tui.ui.screens.choose import Chooser
from briefing_tui.ui.screens.export import ExportScreen
from briefing_tui.ui.tagging import as_typed, joined, parted, tags_of
from tests.ui.conftest import DIGEST, HARBOUR, Driver, Opener

ID = HARBOUR.stem
LATIN = st.characters(max_codepoint=0x17F, categories=("L", "Zs"), exclude_characters="ı")


def stored() -> list[Note]:
    """The notes that are on the disk."""
    with NoteStore() as store:
        return store.notes(Wanted(briefing=ID))


async def write(on: Driver, text: str) -> None:
    """Write a note on what one is at, and save it."""
    await on.press("a")
    await on.type(text)
    await on.press("ctrl+s")


def settings(text: str) -> None:
    """Write the file of settings."""
    config().mkdir(parents=True, exist_ok=True)
    (config() / "config.toml").write_text(text)


def noted_words(on: Driver, look: str) -> list[str]:
    """The words that are highlighted in a look."""
    article = on.reader.article
    return [article.blocks[block].text[a:b] for block, spans in sorted(article.ranges(look).items()) for a, b in spans]


def pane_lines(on: Driver) -> list[str]:
    """What the notes' pane lists, block by block."""
    return [block.text for block in on.reader.side.shown.blocks]


def gutter(on: Driver, block: int) -> str:
    """The mark beside a block's first line."""
    return on.reader.article.gutter_of(block, 0)[0]


class TestWriting:
    async def test_a_note_on_the_paragraph_is_on_the_disk_when_the_editor_closes(self, open_reader: Opener) -> None:
        async with open_reader() as on:
            await on.press("]", "}", "}")
            words = on.reader.article.blocks[on.reader.article.current].text
            await write(on, "ask #Ortega about it")
            (note,) = stored()
            assert (note.kind, note.words, note.body, note.tags) == ("paragraph", words, "ask #Ortega about it", ("Ortega",))
            assert not on.reader.writing.is_open
            assert "● 1 note" in on.screen_text().splitlines()[0]
            assert gutter(on, on.reader.article.current) == "●"

    async def test_a_note_leads_back_to_its_file_wherever_that_stands(self, open_reader: Opener, isolation: Path) -> None:
        async with open_reader() as on:
            assert home_of(isolation / "state", ID) is None
            await on.press("]", "}")
            await write(on, "here")
            assert home_of(isolation / "state", ID) == HARBOUR

    async def test_every_key_of_a_burst_lands_in_the_editor(self, open_reader: Opener) -> None:
        async with open_reader() as on:
            await on.pilot.press("a", *"jot35q")
            await on.settle()
            assert on.reader.writing._editor is not None
            assert on.reader.writing._editor.text == "jot35q"

    async def test_a_selection_is_noted_word_for_word(self, open_reader: Opener) -> None:
        async with open_reader() as on:
            await on.press("]", "}", "v", "w", "w")
            assert on.reader.article.selection is not None
            words = on.reader.article.selection.text(on.reader.article.blocks)
            await write(on, "mine")
            (note,) = stored()
            assert (note.kind, note.words) == ("selection", words)
            assert noted_words(on, "noted") == [words]
            assert on.reader.article.selection is None

    @pytest.mark.parametrize(("key", "kind"), [("3", "quote"), ("2", "actor"), ("4", "image"), ("1", "selection")])
    async def test_an_item_of_a_pane_is_noted(self, key: str, kind: str, open_reader: Opener) -> None:
        async with open_reader() as on:
            await on.press(key)
            item = on.reader.side.shown.item
            await write(on, "hm")
            (note,) = stored()
            assert note.kind == kind
            assert item is not None
            assert note.item == (item.id if kind != "selection" else "")
            if kind == "actor":
                assert gutter(on, item.targets[0].block) == "●"
                assert gutter(on, item.targets[-1].block) != "●"

    async def test_the_lines_of_a_note_are_lines_in_the_pane(self, open_reader: Opener) -> None:
        with NoteStore() as store:
            store.add(Note("n-lines", ID, "briefing", body="one\n\n\ttwo\nthree" + "\nmore" * 100))
        async with open_reader() as on:
            await on.press("5")
            assert pane_lines(on)[1:5] == ["one", "", "    two", "three"]
            assert pane_lines(on)[-2] == "…"
            rows = [strip.text for strip in on.app.screen._compositor.render_strips()]
            assert not [row for row in rows if unicodedata.category(min(row)) == "Cc"]

    async def test_a_section_is_noted_from_the_outline(self, open_reader: Opener) -> None:
        async with open_reader() as on:
            await on.press("tab", "tab", "j", "j")
            await write(on, "the core")
            (note,) = stored()
            assert note.kind == "section"
            assert note.words == on.reader.session.section_heading(note.item)

    async def test_the_whole_briefing_is_noted(self, open_reader: Opener) -> None:
        async with open_reader() as on:
            await on.press("W")
            await on.type("read again")
            await on.press("ctrl+s")
            assert [note.kind for note in stored()] == ["briefing"]

    async def test_in_a_digest_the_set_quotes_are_noted_as_quotes(self, open_reader: Opener) -> None:
        async with open_reader(DIGEST) as on:
            await on.press(")")
            await on.press("0", "a")
            await on.type("so")
            await on.press("ctrl+s")
            with NoteStore() as store:
                (note,) = store.notes(Wanted(briefing=DIGEST.stem))
            assert note.kind == "quote"
            await on.press("5")
            assert on.reader.side.shown.item is not None
            assert on.reader.side.shown.item.targets

    async def test_nothing_is_saved_without_a_text(self, open_reader: Opener) -> None:
        async with open_reader() as on:
            await on.press("a", "ctrl+s")
            assert on.reader.writing.is_open
            await on.press("escape")
            assert not on.reader.writing.is_open
            assert stored() == []

    async def test_a_note_is_edited_and_the_change_taken_back_and_done_again(self, open_reader: Opener) -> None:
        async with open_reader() as on:
            await on.press("]", "}")
            await write(on, "first")
            await on.press("E")
            await on.type(" second")
            await on.press("ctrl+s")
            assert [note.body for note in stored()] == ["first second"]
            await on.press("U")
            assert [note.body for note in stored()] == ["first"]
            await on.press("R")
            assert [note.body for note in stored()] == ["first second"]

    async def test_a_draft_and_what_can_be_taken_back_are_there_after_a_visit_to_the_library(self, open_reader: Opener) -> None:
        async with open_reader() as on:
            await on.press("]", "}")
            await write(on, "taken back later")
            await on.press("}", "a")
            await on.type("half")
            await on.press("escape", "B")
            await on.press("escape")
            assert [placed.note.body for placed in on.reader.noting.all if placed.is_draft] == ["half"]
            await on.press("U")
            assert stored() == []

    async def test_a_deleted_note_comes_back(self, open_reader: Opener) -> None:
        async with open_reader() as on:
            await on.press("]", "}")
            await write(on, "gone soon")
            await on.press("5", "D")
            assert stored() == []
            assert "●" not in on.screen_text().splitlines()[0]
            await on.press("U")
            assert [note.body for note in stored()] == ["gone soon"]

    async def test_the_persons_own_editor_gets_the_text_and_gives_it_back(
        self, open_reader: Opener, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
    ) -> None:
        program = tmp_path / "edit.py"
        program.write_text("import sys\nwith open(sys.argv[1], 'a') as file:\n    file.write(' from outside\\n')\n")
        monkeypatch.setenv("EDITOR", f"{sys.executable} {program}")
        async with open_reader() as on:
            monkeypatch.setattr(on.app, "suspend", nullcontext)
            await on.press("]", "}", "a")
            await on.type("and")
            await on.press("f4", "ctrl+s")
            assert [note.body for note in stored()] == ["and from outside"]
            await on.press("}", "V", "ctrl+s")
            assert [note.body.strip() for note in stored()] == ["and from outside", "from outside"]

    async def test_no_editor_is_told(self, open_reader: Opener) -> None:
        async with open_reader() as on:
            await on.press("V")
            assert "neither $VISUAL nor $EDITOR" in on.screen_text()


class TestDrafts:
    async def test_escape_keeps_the_draft_and_the_same_place_goes_on_with_it(self, open_reader: Opener) -> None:
        async with open_reader() as on:
            await on.press("]", "}", "a")
            await on.type("half a")
            await on.press("escape")
            assert stored() == []
            await on.press("a")
            await on.type(" thought")
            await on.press("ctrl+s")
            assert [note.body for note in stored()] == ["half a thought"]
            with NoteStore() as store:
                assert store.drafts(ID) == []

    async def test_a_draft_of_a_dead_reader_is_there_at_the_next_start(self, open_reader: Opener) -> None:
        program = (
            "from briefing_tui.library.notes import NoteStore\n"
            "from briefing_tui.library.note import Note\n"
            f"NoteStore().save_draft(Note('n-lost', {ID!r}, 'briefing', body='I was just'))\n"
        )
        subprocess.run([sys.executable, "-c", program], check=True)
        async with open_reader() as on:
            assert "1 note was not saved yet" in on.screen_text()
            await on.press("5", "E")
            await on.type(" typing")
            await on.press("ctrl+s")
            assert [note.body for note in stored()] == ["I was just typing"]
            assert "Not saved yet" not in pane_lines(on)

    async def test_what_is_being_typed_is_kept_while_one_types(self, open_reader: Opener) -> None:
        async with open_reader() as on:
            await on.press("]", "}", "a")
            await on.type("dra")
            on.reader.writing._keep_draft()
            await on.settle()
            with NoteStore() as store:
                store.session = on.reader.noting.store_there().session
                assert [draft.body for draft in store.drafts(ID)] == ["dra"]

    async def test_what_is_being_typed_when_the_reader_closes_is_kept(self, open_reader: Opener) -> None:
        async with open_reader() as on:
            await on.press("]", "}", "a")
            await on.type("not yet")
            session, thread = on.reader.noting.store_there().session, on.reader.noting._thread
        thread.shutdown(wait=True)
        with NoteStore() as store:
            store.session = session
            assert [draft.body for draft in store.drafts(ID)] == ["not yet"]


class TestHighlights:
    async def test_words_are_highlighted_in_the_chosen_colour(self, open_reader: Opener) -> None:
        async with open_reader() as on:
            await on.press("]", "}", "v", "w", "A", "g")
            (note,) = stored()
            assert (note.colour, note.is_highlight) == ("green", True)
            assert noted_words(on, "note-green") == [note.words]
            await on.press("}", "A", "enter")
            assert [note.colour for note in stored()] == ["green", "green"]

    async def test_a_note_gets_another_colour(self, open_reader: Opener) -> None:
        async with open_reader() as on:
            await on.press("]", "}")
            await write(on, "text")
            await on.press("5", "A", "p")
            assert [(note.body, note.colour) for note in stored()] == [("text", "pink")]

    async def test_the_editor_goes_through_the_colours(self, open_reader: Opener) -> None:
        async with open_reader() as on:
            await on.press("]", "}", "a", "f3", "ctrl+s")
            assert [note.colour for note in stored()] == ["yellow"]

    async def test_an_actor_can_t_be_highlighted(self, open_reader: Opener) -> None:
        async with open_reader() as on:
            await on.press("2", "A")
            assert "Words are highlighted" in on.screen_text()


class TestThePane:
    async def test_enter_goes_to_the_place_and_moving_previews(self, open_reader: Opener) -> None:
        async with open_reader() as on:
            await on.press("]", "]", "}", "v", "w", "w", "a")
            await on.type("far")
            await on.press("ctrl+s", "G", "5")
            (note,) = stored()
            on.reader.preview()
            assert on.lit_words() == [note.words]
            await on.press("enter")
            assert on.reader.frame.region == "article"
            assert on.lit_words() == [note.words]

    async def test_it_is_sorted_by_place_or_by_time(self, open_reader: Opener) -> None:
        async with open_reader() as on:
            await on.press("]", "]", "}")
            await write(on, "later place")
            await on.press("g", "g", "]", "}")
            await write(on, "earlier place")
            await on.press("5")
            bodies = [text for text in pane_lines(on) if text.endswith("place")]
            assert bodies == ["earlier place", "later place"]
            with NoteStore() as other:
                (late,) = other.notes(Wanted(text="later"))
                other.edit(late, replace(late, tags=("newest",)))
            on.reader.noting.poll()
            await on.settle()
            await on.press("S")
            assert [text for text in pane_lines(on) if text.endswith("place")] == ["later place", "earlier place"]
            await on.press("S")
            assert [text for text in pane_lines(on) if text.endswith("place")] == ["earlier place", "later place"]

    async def test_it_is_filtered_by_tag_kind_and_colour(self, open_reader: Opener) -> None:
        async with open_reader() as on:
            await on.press("]", "}")
            await write(on, "one #cost")
            await on.press("}")
            await write(on, "two")
            await on.press("}", "A", "b", "5", "s")
            assert "#cost" in on.screen_text()
            await on.press("b")
            assert [text for text in pane_lines(on) if text in ("one #cost", "two")] == ["one #cost"]
            assert "1 of 3, #cost" in on.screen_text()
            await on.press("escape")
            assert [text for text in pane_lines(on) if text in ("one #cost", "two")] == ["one #cost", "two"]
            found = [(str(only), count) for only, count in choices(stored())]
            assert found == [("#cost", 1), ("paragraph", 3), ("highlight", 1), ("blue", 1)]

    async def test_typed_words_filter_it_key_by_key_together_with_the_tag(self, open_reader: Opener) -> None:
        with NoteStore() as store:
            for body, tags in (("The Café bill", ("cost",)), ("caffeine", ("cost",)), ("a cafe", ()), ("tide", ("cost",))):
                store.add(Note("", ID, "briefing", body=body, tags=tags))
        async with open_reader() as on:
            await on.press("5", "t")
            await on.type("caf")
            assert "3 of 4, text: caf" in on.screen_text()
            await on.type("E")
            await on.press("enter")
            assert "2 of 4, text: cafE" in on.screen_text()
            await on.press("s", "b")
            assert "1 of 4, #cost, text: cafE" in on.screen_text()
            assert "The Café bill" in pane_lines(on)
            await on.press("t", "escape")
            assert "3 of 4, #cost" in on.screen_text()
            await on.press("escape")
            assert " of 4" not in on.screen_text()
            assert len(on.reader.side.shown.items) == 4

    @given(st.text(LATIN, min_size=1, max_size=30), st.sampled_from(["", "cost", "Küche"]), st.sampled_from(["cost", "else"]))
    def test_every_word_of_a_note_finds_it_in_any_case_and_without_accents(self, body: str, tag: str, wanted: str) -> None:
        note = Note("n-1", ID, "briefing", body=body, tags=(tag,) if tag else ())
        without = "".join(c for c in unicodedata.normalize("NFD", body) if not unicodedata.combining(c))
        for word in {*body.split(), *body.upper().split(), *without.split(), body, *(["KUCHE"] if tag == "Küche" else [])}:
            assert NoteFilter((), word).has(note, plain_note(note))
            assert NoteFilter((Only("tag", wanted),), word).has(note, plain_note(note)) == (tag == wanted)
            assert not NoteFilter((), f"{word} {body}x").has(note, plain_note(note))

    async def test_find_finds_in_notes(self, open_reader: Opener) -> None:
        async with open_reader() as on:
            await on.press("]", "}")
            await write(on, "xylophone")
            await on.press("5", "slash")
            await on.type("xyloph")
            assert "1/1 in notes" in on.screen_text()

    async def test_an_orphan_is_listed_with_its_words_and_attached_anew(self, open_reader: Opener) -> None:
        async with open_reader() as on:
            await on.press("]", "}")
            await write(on, "keep me")
        with NoteStore() as store:
            (note,) = store.notes()
            lost = replace(note.selector, exact="Words that nobody ever wrote about any tide.", prefix="", suffix="")
            store.edit(note, replace(note, selector=lost))
        async with open_reader() as on:
            await on.press("5")
            assert "“Words that nobody ever wrote about any tide.”" in pane_lines(on)
            assert any("T attaches the note anew" in text for text in pane_lines(on))
            await on.press("0", "]", "}", "v", "w", "T")
            (note,) = stored()
            assert note.body == "keep me"
            assert noted_words(on, "noted") == [note.words]
            assert not any("T attaches the note anew" in text for text in pane_lines(on))

    async def test_a_note_is_opened_at(self, open_reader: Opener) -> None:
        async with open_reader() as on:
            await on.press("]", "]", "}", "v", "w")
            await write(on, "here")
        (note,) = stored()
        async with open_reader(item=note.id) as on:
            assert on.reader.side.current == "notes"
            assert on.lit_words() == [note.words]
        async with open_reader(item="n-nothere") as on:
            assert "There is no n-nothere in this briefing." in on.screen_text()


class TestTwoReaders:
    async def test_what_another_window_does_is_seen_at_the_next_look(self, open_reader: Opener) -> None:
        async with open_reader() as on:
            with NoteStore() as other:
                added = other.add(Note("", ID, "briefing", body="from elsewhere"))
                on.reader.noting.poll()
                await on.settle()
                assert "● 1 note" in on.screen_text().splitlines()[0]
                other.edit(added, Note("", ID, "briefing", body="changed elsewhere"))
                on.reader.noting.poll()
                await on.settle()
                await on.press("5")
                assert "changed elsewhere" in pane_lines(on)
                other.delete(stored()[0])
                on.reader.noting.poll()
                await on.settle()
                assert "changed elsewhere" not in pane_lines(on)

    async def test_two_texts_of_one_note_both_stay(self, open_reader: Opener) -> None:
        async with open_reader() as on:
            await on.press("]", "}")
            await write(on, "base")
            await on.press("E")
            await on.type(" mine")
            with NoteStore() as other:
                (there,) = other.notes()
                other.edit(there, replace(there, body="theirs"))
            await on.press("ctrl+s")
            assert sorted(note.body for note in stored()) == ["base mine", "theirs"]
            assert "both stay" in on.screen_text()


class TestTroubles:
    async def test_a_damaged_store_is_told_and_what_is_typed_stays_and_can_be_copied(self, open_reader: Opener) -> None:
        path = notes_file()
        path.parent.mkdir(parents=True)
        path.write_bytes(b"this is no database, " * 400)
        async with open_reader() as on:
            assert "damaged" in on.screen_text()
            await on.press("]", "}", "a")
            await on.type("precious")
            await on.press("ctrl+s")
            assert on.reader.writing.is_open
            assert "damaged" in on.screen_text()
            assert "precious" in on.screen_text()
            await on.press("f5")
            assert on.copied == ["precious"]
            await on.press("ctrl+s", "escape")
            assert not on.reader.writing.is_open
            assert on.copied[-1] == "precious"
            await on.press("a")
            assert "precious" in on.screen_text()
            await on.press("ctrl+s", "escape")
        assert on.app.endings
        for ending in on.app.endings:
            ending.result()
        assert [text for _, text in on.app.unsaved] == ["precious"]
        assert path.read_bytes().startswith(b"this is no database")

    async def test_what_can_t_be_saved_can_be_written_to_a_new_file(self, open_reader: Opener, isolation: Path) -> None:
        notes_file().parent.parent.mkdir(parents=True)
        notes_file().parent.write_text("in the way")
        (isolation / "taken.txt").write_text("mine")
        async with open_reader() as on:
            await on.press("]", "}", "a")
            await on.type("rescued")
            await on.press("ctrl+s")
            assert "F6 writes it to a file" in " ".join(on.screen_text().split())
            await on.press("f6")
            assert isinstance(on.app.screen, Ask)
            on.app.screen.line.value = str(isolation / "taken.txt")
            await on.press("enter")
            assert "it stays" in on.screen_text()
            on.app.screen.line.value = str(isolation / "note.txt")
            await on.press("enter")
            assert on.reader.writing.is_typing
        assert (isolation / "note.txt").read_text() == "rescued\n"
        assert (isolation / "taken.txt").read_text() == "mine"

    async def test_what_was_held_becomes_a_draft_when_there_is_room_again(self, open_reader: Opener) -> None:
        folder = notes_file().parent
        folder.parent.mkdir(parents=True)
        folder.write_text("in the way")
        async with open_reader() as on:
            await on.press("]", "}", "a")
            await on.type("later")
            await on.press("ctrl+s", "escape")
            folder.unlink()
            session = on.reader.noting.store_there().session
        assert on.app.endings
        for ending in on.app.endings:
            ending.result()
        assert on.app.unsaved == []
        with NoteStore() as store:
            store.session = session
            assert [draft.body for draft in store.drafts(ID)] == ["later"]

    async def test_a_store_that_can_be_written_again_takes_what_was_typed(self, open_reader: Opener) -> None:
        folder = notes_file().parent
        folder.parent.mkdir(parents=True)
        folder.write_text("in the way")
        async with open_reader() as on:
            await on.press("]", "}", "a")
            await on.type("patience")
            await on.press("ctrl+s")
            assert on.reader.writing.is_open
            folder.unlink()
            await on.press("ctrl+s")
            assert not on.reader.writing.is_open
            assert [note.body for note in stored()] == ["patience"]
            assert stat.S_IMODE(notes_file().stat().st_mode) & 0o077 == 0


class TestExport:
    async def test_the_preview_is_what_is_written_where_it_says(self, open_reader: Opener, isolation: Path) -> None:
        async with open_reader() as on:
            await on.press("]", "}")
            await write(on, "into the vault")
            await on.press("e")
            screen = on.app.screen
            assert isinstance(screen, ExportScreen)
            shown = [block.text for block in screen.preview.blocks]
            path = Path(screen.file.value)
            assert path.is_relative_to(isolation)
            assert not path.exists()
            await on.press("enter")
            assert path.read_text("utf-8").split("\n") == shown
            assert "into the vault" in shown
            assert "Written: " in on.screen_text()
            await on.press("e", "enter")
            assert "It holds them already" in on.screen_text()

    async def test_only_the_notes_that_are_shown_are_exported(self, open_reader: Opener) -> None:
        async with open_reader() as on:
            await on.press("]", "}")
            await write(on, "with #tag")
            await on.press("}")
            await write(on, "without")
            await on.press("5", "s", "b", "e")
            assert "Export 1 note, only #tag" in on.screen_text()

    async def test_another_format_names_the_file_after_it_and_a_folder_gets_the_briefings_name(
        self, open_reader: Opener, isolation: Path
    ) -> None:
        async with open_reader() as on:
            await on.press("]", "}")
            await write(on, "a, b")
            await on.press("e", "j", "j", "j", "j")
            screen = on.app.screen
            assert isinstance(screen, ExportScreen)
            assert screen.file.value.endswith(f"{ID}.csv")
            screen.file.value = f"{isolation}/"
            await on.press("tab", "enter")
            assert (isolation / f"{ID}.csv").is_file()

    async def test_a_file_that_a_person_has_changed_is_left_as_it_is_and_that_is_told(self, open_reader: Opener) -> None:
        async with open_reader() as on:
            await on.press("]", "}")
            await write(on, "a, b")
            await on.press("e", "j", "j", "j", "j")
            screen = on.app.screen
            assert isinstance(screen, ExportScreen)
            path = Path(screen.file.value)
            path.parent.mkdir(parents=True)
            path.write_text("my own table\n")
            await on.press("enter")
            assert isinstance(on.app.screen, ExportScreen)
            assert "not as briefing wrote it" in on.app.screen.preview.blocks[0].text
            assert path.read_text() == "my own table\n"

    async def test_without_notes_it_says_so_and_the_briefing_itself_can_be_written(self, open_reader: Opener) -> None:
        async with open_reader() as on:
            await on.press("e", "enter")
            assert "no notes to export" in on.screen_text()
            await on.press(*"jjjjjjj", "enter")
            assert "Written" in on.screen_text()

    async def test_what_is_exported_is_chosen_a_tag_of_this_briefing_or_the_whole_library(
        self, open_reader: Opener, isolation: Path
    ) -> None:
        with NoteStore() as store:
            for briefing, body, tags in ((ID, "one", ("cost",)), (ID, "two", ()), ("elsewhere", "three", ("cost",))):
                store.add(Note("", briefing, "briefing", body=body, tags=tags))
        async with open_reader() as on:
            await on.press("e", "s", "b")
            assert "Export 1 note, only #cost, of this briefing" in on.screen_text()
            screen = on.app.screen
            assert isinstance(screen, ExportScreen)
            await on.press("s")
            assert "all, of the library  3" in on.screen_text()
            chooser = on.app.screen
            assert isinstance(chooser, Chooser)
            await on.press(next(label for label, choice in zip(chooser._labels, chooser._choices, strict=True)
                                if choice.text == "#cost, of the library"))  # fmt: skip
            assert "Export 2 notes, only #cost, of the library" in on.screen_text()
            screen.file.value = f"{isolation}/all/"
            await on.settle()
            assert [block.text.rpartition("/")[2] for block in screen.preview.blocks[2:]] == ["elsewhere.md  1", f"{ID}.md  1"]
            await on.press("enter")
            assert "Written: 2 files" in on.reader.key_line.message
            assert "three" in (isolation / "all" / "elsewhere.md").read_text("utf-8")
            assert "two" not in (isolation / "all" / f"{ID}.md").read_text("utf-8")


class TestKeeping:
    async def test_the_folder_of_the_settings_is_in_step_with_every_change(self, open_reader: Opener, isolation: Path) -> None:
        vault = isolation / "vault"
        settings(f'[export]\nfolder = "{vault}"\n')
        async with open_reader() as on:
            await on.press("]", "}")
            await write(on, "kept as I go")
            file = vault / f"{ID}.md"
            assert "kept as I go" in file.read_text("utf-8")
            await on.press("U")
            assert "kept as I go" not in file.read_text("utf-8")

    async def test_an_export_that_fails_is_told_and_the_note_is_kept(self, open_reader: Opener, isolation: Path) -> None:
        (isolation / "vault").write_text("a file in the way")
        settings(f'[export]\nfolder = "{isolation / "vault"}"\n')
        async with open_reader() as on:
            await on.press("]", "}")
            await write(on, "first")
            assert "its export is not" in on.screen_text()
            settings('[export]\nfolder = "/x"\nformat = "wrod"\n')
            await on.press("}")
            await write(on, "second")
            assert "config.toml:3: no format 'wrod'" in on.reader.key_line.message
            assert [note.body for note in stored()] == ["first", "second"]


LETTERS = st.characters(exclude_categories=("C", "Z"), exclude_characters="#")
TYPED = st.text(st.characters(exclude_categories=["Cs"]))
OTHERS = st.lists(st.sampled_from(["cost", "two words", "ÄØ", "x/y", 'the "board"', '"', "back\\slash", '\\"']), unique=True)


class TestTags:
    @given(st.lists(st.text(LETTERS, min_size=1, max_size=20), max_size=4, unique_by=str.casefold))
    def test_tags_are_read_as_they_are_shown(self, tags: list[str]) -> None:
        assert tags_of(" ".join(as_typed(tag) for tag in tags)) == tuple(tags)

    @given(TYPED, OTHERS)
    def test_a_note_is_the_same_after_it_was_opened_and_saved(self, text: str, tags: list[str]) -> None:
        body, own = parted(joined(text, tags))
        assert parted(joined(body, own)) == (body, own)

    def test_numbers_places_in_words_and_headings_are_no_tags(self) -> None:
        assert tags_of("C# #1 a#b # heading ## two https://x.org/#y #yes") == ("yes",)

    def test_a_last_line_of_tags_is_no_part_of_the_text(self) -> None:
        assert parted('Look at #this.\n\n#cost #"two words"\n') == ("Look at #this.", ("this", "cost", "two words"))


def test_the_engine_and_the_notes_are_not_loaded_before_the_first_screen() -> None:
    program = "import sys, briefing_tui.ui.app, briefing_tui.ui.commands as c; c.table('read'); print(*sys.modules)"
    loaded = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, check=True).stdout.split()
    late = {"sqlite3", "briefing_tui.library.note", "briefing_tui.library.notes", "briefing_tui.ui.widgets.editor",
            "briefing_tui.export.files", "textual.widgets._text_area"}  # fmt: skip
    assert not late & set(loaded)
