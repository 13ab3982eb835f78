"""Notes written in the reader, on anything it shows, and their drafts: kept whatever happens."""

import subprocess
import sys
import time
import unicodedata
from contextlib import nullcontext
from pathlib import Path

import pytest
from textual._compositor import Compositor, ReflowResult
from textual.geometry import Size
from textual.strip import Strip
from textual.widget import Widget

from briefing_tui.library.reading_state import home_of
from briefing_tui.model.note import Note
from briefing_tui.notes.rows import Wanted
from briefing_tui.notes.store import NoteStore
from briefing_tui.ui.terminal.pastes import LONGEST
from briefing_tui.ui.widgets.item_list import ItemList
from tests.ui.conftest import DIGEST, HARBOUR, Opener
from tests.ui.notes import ID, gutter, noted_words, pane_lines, stored, write


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

    async def test_a_note_that_is_saved_in_the_moment_in_which_the_reader_ends_is_on_the_disk(self, open_reader: Opener) -> None:
        async with open_reader() as on:
            await on.press("]", "}", "a")
            await on.type("last words")
            threads = on.reader.noting.thread._thread
            on.reader.writing.save()
            on.app.exit()
        threads.shutdown(wait=True)
        assert [note.body for note in stored()] == ["last words"]

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

    async def test_writing_and_saving_draw_neither_the_outline_nor_a_pane_that_lists_no_notes(
        self, open_reader: Opener, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        drawn: list[str | None] = []
        draw = ItemList.render_line

        def render_line(view: ItemList, y: int) -> Strip:
            drawn.append(view.id)
            return draw(view, y)

        async with open_reader() as on:
            await on.press("]", "}")
            monkeypatch.setattr(ItemList, "render_line", render_line)
            await write(on, "ask")
            assert len(stored()) == 1
            assert drawn == []
            await on.press("3")
            assert drawn

    async def test_in_a_narrow_terminal_a_note_on_an_item_is_written_under_the_article(self, open_reader: Opener) -> None:
        async with open_reader(size=(40, 12)) as on:
            await on.press("3", "a")
            await on.type("hm")
            assert on.reader.article.is_on_screen
            await on.press("ctrl+s")
            assert on.reader.focused is on.reader.side.shown
            assert on.reader.side.shown.is_on_screen
            assert [note.kind for note in stored()] == ["quote"]

    async def test_a_terminal_made_narrow_keeps_what_is_being_written_in_view(self, open_reader: Opener) -> None:
        async with open_reader() as on:
            await on.press("3", "a")
            await on.type("hm")
            await on.pilot.resize_terminal(40, 12)
            await on.settle()
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
                await write(on, text)
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
            assert on.reader.finder.words == "tide"

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
            assert "Not saved yet" not in pane_lines(on)

    async def test_what_is_being_typed_is_kept_while_one_types(self, open_reader: Opener) -> None:
        async with open_reader() as on:
            await on.press("]", "}", "a")
            await on.type("dra")
            on.reader.writing._keep_draft()
            await on.settle()
            with NoteStore() as store:
                store.session = on.reader.noting.thread.store_there().session
                assert [draft.body for draft in store.drafts(ID)] == ["dra"]

    async def test_what_is_being_typed_when_the_reader_closes_is_kept(self, open_reader: Opener) -> None:
        async with open_reader() as on:
            await on.press("]", "}", "a")
            await on.type("not yet")
            session, thread = on.reader.noting.thread.store_there().session, on.reader.noting.thread._thread
        thread.shutdown(wait=True)
        with NoteStore() as store:
            store.session = session
            assert [draft.body for draft in store.drafts(ID)] == ["not yet"]
