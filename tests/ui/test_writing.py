"""Writing notes in the reader, on anything it shows; drafts that survive."""

import subprocess
import sys
import time
import unicodedata
from contextlib import nullcontext
from pathlib import Path

import pytest
from textual._compositor import Compositor, ReflowResult
from textual.geometry import Size
from textual.widget import Widget

from briefing_tui.library.reading_state import home_of
from briefing_tui.model.note import Note
from briefing_tui.notes.rows import Wanted
from briefing_tui.notes.store import NoteStore
from briefing_tui.ui.terminal.pastes import LONGEST
from tests.ui.driver import DIGEST, HARBOUR, Opener
from tests.ui.driver.lists import record_drawn_lists
from tests.ui.notes import ID, stored


class TestWriting:
    async def test_a_note_on_the_paragraph_is_on_the_disk_when_the_editor_closes(self, open_reader: Opener) -> None:
        async with open_reader() as on:
            await on.press("]", "}", "}")
            words = on.current_paragraph()
            await on.write_note("ask #Ortega about it")
            (note,) = stored()
            assert (note.kind, note.words, note.body, note.tags) == ("paragraph", words, "ask #Ortega about it", ("Ortega",))
            assert not on.is_writing()
            assert "● 1 note" in on.header()
            assert on.current_gutter() == "●"

    async def test_a_note_that_is_saved_in_the_moment_in_which_the_reader_ends_is_on_the_disk(self, open_reader: Opener) -> None:
        async with open_reader() as on:
            await on.press("]", "}", "a")
            await on.type("last words")
            wait_for_notes = on.notes_ending()
            on.save_and_exit()
        wait_for_notes()
        assert [note.body for note in stored()] == ["last words"]

    async def test_a_note_leads_back_to_its_file_wherever_that_stands(self, open_reader: Opener, isolation: Path) -> None:
        async with open_reader() as on:
            assert home_of(isolation / "state", ID) is None
            await on.press("]", "}")
            await on.write_note("here")
            assert home_of(isolation / "state", ID) == HARBOUR

    async def test_every_key_of_a_burst_lands_in_the_editor(self, open_reader: Opener) -> None:
        async with open_reader() as on:
            await on.burst("a", *"jot35q")
            assert on.text_in_editor() == "jot35q"

    async def test_writing_and_saving_draw_neither_the_outline_nor_a_pane_that_lists_no_notes(
        self, open_reader: Opener, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        async with open_reader() as on:
            await on.press("]", "}")
            drawn = record_drawn_lists(monkeypatch)
            await on.write_note("ask")
            assert len(stored()) == 1
            assert drawn == []
            await on.press("3")
            assert drawn

    async def test_in_a_narrow_terminal_a_note_on_an_item_is_written_under_the_article(self, open_reader: Opener) -> None:
        async with open_reader(size=(40, 12)) as on:
            await on.press("3", "a")
            await on.type("hm")
            assert on.shows("article")
            await on.press("ctrl+s")
            assert on.region() == "pane"
            assert on.shows("pane")
            assert [note.kind for note in stored()] == ["quote"]

    async def test_a_terminal_made_narrow_keeps_what_is_being_written_in_view(self, open_reader: Opener) -> None:
        async with open_reader() as on:
            await on.press("3", "a")
            await on.type("hm")
            await on.resize(40, 12)
            await on.type(" more")
            assert "hm more" in on.screen_text()
            await on.press("ctrl+s")
            assert [note.body for note in stored()] == ["hm more"]

    async def test_a_letter_that_filters_the_notes_arranges_nothing_anew(
        self, open_reader: Opener, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        arranged: list[Size] = []
        reflow = Compositor.reflow

        def counted(compositor: Compositor, parent: Widget, size: Size) -> ReflowResult:
            arranged.append(size)
            return reflow(compositor, parent, size)

        async with open_reader() as on:
            for text in ("tide", "tide and time"):
                await on.press("}")
                await on.write_note(text)
            await on.press("5", "t")
            await on.type("t")
            monkeypatch.setattr(Compositor, "reflow", counted)
            await on.type("im")
            assert "1 of 2" in on.screen_text()
            assert arranged == []

    @pytest.mark.parametrize(
        ("unit", "times"),
        [("a wall of words ", 655_360), ("a line\n", 1_500_000), ("\U0001f30a", 10_000_000)],
        ids=["one line", "lines", "beyond the first plane"],
    )
    async def test_ten_megabytes_that_are_pasted_are_refused_and_what_was_typed_stays(
        self, unit: str, times: int, open_reader: Opener
    ) -> None:
        pasted = unit * times
        async with open_reader() as on:
            await on.press("]", "}", "a")
            await on.type("mine")
            began = time.process_time()
            await on.paste(pasted)
            assert time.process_time() - began < 2
            assert "Not pasted: it is too long; a note takes" in on.screen_text()
            await on.type(" still")
            assert "Not pasted" not in on.screen_text()
            await on.paste(" and\nmore")
            await on.press("ctrl+s")
            assert [note.body for note in stored()] == ["mine still and\nmore"]

    async def test_pastes_count_together(self, open_reader: Opener) -> None:
        async with open_reader() as on:
            await on.press("]", "}", "a")
            await on.paste("x\n" * (LONGEST // 2 - 10))
            await on.paste("y" * 21)
            assert "Not pasted: 21 letters" in on.screen_text()
            await on.paste("y" * 20)
            await on.press("ctrl+s")
            assert [len(note.body) for note in stored()] == [LONGEST]

    async def test_a_tag_with_a_line_break_that_is_pasted_is_no_tag_of_two_lines(self, open_reader: Opener) -> None:
        async with open_reader() as on:
            await on.press("]", "}", "a")
            await on.paste('ask #"two\nlines" and #one\nline\r\n#"a\u2028b"')
            await on.press("ctrl+s")
            (note,) = stored()
            assert all(len(tag.splitlines()) == 1 for tag in note.tags)
            assert "one" in note.tags

    async def test_a_line_is_typed_into_and_not_filled_with_what_is_endless(self, open_reader: Opener) -> None:
        async with open_reader() as on:
            await on.press("/")
            await on.type("tide")
            await on.paste("x" * 1_000_000)
            await on.press("enter")
            assert on.sought() == "tide"

    async def test_a_selection_is_noted_word_for_word(self, open_reader: Opener) -> None:
        async with open_reader() as on:
            await on.press("]", "}", "v", "w", "w")
            words = on.selected_words()
            assert words
            await on.write_note("mine")
            (note,) = stored()
            assert (note.kind, note.words) == ("selection", words)
            assert on.noted_words() == [words]
            assert on.selected_words() is None

    @pytest.mark.parametrize(("key", "kind"), [("3", "quote"), ("2", "actor"), ("4", "image"), ("1", "selection")])
    async def test_an_item_of_a_pane_is_noted(self, key: str, kind: str, open_reader: Opener) -> None:
        async with open_reader() as on:
            await on.press(key, "home")
            item = on.cursor_item()
            await on.write_note("hm")
            (note,) = stored()
            assert note.kind == kind
            assert item is not None
            assert note.item == (item.id if kind != "selection" else "")
            if kind == "actor":
                first, *_, last = on.gutters_of_cursor_item()
                assert first == "●"
                assert last != "●"

    async def test_the_lines_of_a_note_are_lines_in_the_pane(self, open_reader: Opener) -> None:
        with NoteStore() as store:
            store.add(Note("n-lines", ID, "briefing", body="one\n\n\ttwo\nthree" + "\nmore" * 100))
        async with open_reader() as on:
            await on.press("5")
            assert on.pane_lines()[1:5] == ["one", "", "    two", "three"]
            assert on.pane_lines()[-2] == "…"
            rows = on.rows()
            assert not [row for row in rows if unicodedata.category(min(row)) == "Cc"]

    async def test_a_section_is_noted_from_the_outline(self, open_reader: Opener) -> None:
        async with open_reader() as on:
            await on.press("tab", "tab", "j", "j")
            await on.write_note("the core")
            (note,) = stored()
            assert note.kind == "section"
            assert note.words == on.heading_of(note.item)

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
            item = on.cursor_item()
            assert item is not None
            assert item.places

    async def test_nothing_is_saved_without_a_text(self, open_reader: Opener) -> None:
        async with open_reader() as on:
            await on.press("a", "ctrl+s")
            assert on.is_writing()
            await on.press("escape")
            assert not on.is_writing()
            assert stored() == []

    async def test_a_note_is_edited_and_the_change_taken_back_and_done_again(self, open_reader: Opener) -> None:
        async with open_reader() as on:
            await on.press("]", "}")
            await on.write_note("first")
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
            await on.write_note("taken back later")
            await on.press("}", "a")
            await on.type("half")
            await on.press("escape", "B")
            await on.press("escape")
            assert [draft.body for draft in on.drafts_shown()] == ["half"]
            await on.press("U")
            assert stored() == []

    async def test_a_deleted_note_comes_back(self, open_reader: Opener) -> None:
        async with open_reader() as on:
            await on.press("]", "}")
            await on.write_note("gone soon")
            await on.press("5", "D")
            assert stored() == []
            assert "●" not in on.header()
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
            "from briefing_tui.notes.store import NoteStore\n"
            "from briefing_tui.model.note import Note\n"
            f"NoteStore().save_draft(Note('n-lost', {ID!r}, 'briefing', body='I was just'))\n"
        )
        subprocess.run([sys.executable, "-c", program], check=True)
        async with open_reader() as on:
            assert "1 note was not saved yet" in on.screen_text()
            await on.press("5", "E")
            await on.type(" typing")
            await on.press("ctrl+s")
            assert [note.body for note in stored()] == ["I was just typing"]
            assert "Not saved yet" not in on.pane_lines()

    async def test_what_is_being_typed_is_kept_while_one_types(self, open_reader: Opener) -> None:
        async with open_reader() as on:
            await on.press("]", "}", "a")
            await on.type("dra")
            await on.keep_draft()
            with NoteStore() as store:
                store.session = on.drafts_owner()
                assert [draft.body for draft in store.drafts(ID)] == ["dra"]

    async def test_what_is_being_typed_when_the_reader_closes_is_kept(self, open_reader: Opener) -> None:
        async with open_reader() as on:
            await on.press("]", "}", "a")
            await on.type("not yet")
            session, wait_for_notes = on.drafts_owner(), on.notes_ending()
        wait_for_notes()
        with NoteStore() as store:
            store.session = session
            assert [draft.body for draft in store.drafts(ID)] == ["not yet"]
