"""Notes in the reader: their places, lists, filters and tags; other windows; problems."""

import stat
import subprocess
import sys
import unicodedata
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from briefing_tui.cli import main
from briefing_tui.model.note import Note
from briefing_tui.notes.rows import Wanted
from briefing_tui.notes.store import NoteStore
from briefing_tui.settings.paths import notes as notes_file
from briefing_tui.text.tagging import as_typed, joined, parted, tags_of
from briefing_tui.ui.notes.note_filter import NoteFilter, Only, choices, plain_note
from tests.ui.driver import Opener
from tests.ui.notes import ID, stored

LATIN = st.characters(max_codepoint=0x17F, categories=("L", "Zs"), exclude_characters="ı")


class TestHighlights:
    async def test_words_are_highlighted_in_the_chosen_colour(self, open_reader: Opener) -> None:
        async with open_reader() as on:
            await on.press("]", "}", "v", "w", "A", "g")
            (note,) = stored()
            assert (note.colour, note.is_highlight) == ("green", True)
            assert on.highlighted("green") == [note.words]
            await on.press("}", "A", "enter")
            assert [note.colour for note in stored()] == ["green", "green"]

    async def test_a_note_gets_another_colour(self, open_reader: Opener) -> None:
        async with open_reader() as on:
            await on.press("]", "}")
            await on.write_note("text")
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
            on.preview_item()
            assert on.lit_words() == [note.words]
            await on.press("enter")
            assert on.region() == "article"
            assert on.lit_words() == [note.words]

    async def test_it_is_sorted_by_place_or_by_time(self, open_reader: Opener) -> None:
        async with open_reader() as on:
            await on.press("]", "]", "}")
            await on.write_note("later place")
            await on.press("g", "g", "]", "}")
            await on.write_note("earlier place")
            await on.press("5")
            bodies = [text for text in on.pane_lines() if text.endswith("place")]
            assert bodies == ["earlier place", "later place"]
            with NoteStore() as other:
                (late,) = other.notes(Wanted(text="later"))
                other.edit(late, replace(late, tags=("newest",)))
            await on.look_at_notes()
            await on.press("S")
            assert [text for text in on.pane_lines() if text.endswith("place")] == ["later place", "earlier place"]
            await on.press("S")
            assert [text for text in on.pane_lines() if text.endswith("place")] == ["earlier place", "later place"]

    async def test_it_is_filtered_by_tag_kind_and_colour(self, open_reader: Opener) -> None:
        async with open_reader() as on:
            await on.press("]", "}")
            await on.write_note("one #cost")
            await on.press("}")
            await on.write_note("two")
            await on.press("}", "A", "b", "5", "s")
            assert "#cost" in on.screen_text()
            await on.press("b")
            assert [text for text in on.pane_lines() if text in ("one #cost", "two")] == ["one #cost"]
            assert "1 of 3, #cost" in on.screen_text()
            await on.press("escape")
            assert [text for text in on.pane_lines() if text in ("one #cost", "two")] == ["one #cost", "two"]
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
            assert "The Café bill" in on.pane_lines()
            await on.press("t", "escape")
            assert "3 of 4, #cost" in on.screen_text()
            await on.press("escape")
            assert " of 4" not in on.screen_text()
            assert len(on.pane_items()) == 4

    @given(st.text(LATIN, min_size=1, max_size=30), st.sampled_from(["", "cost", "Küche"]), st.sampled_from(["cost", "else"]))
    def test_every_word_of_a_note_finds_it_in_any_case_and_without_accents(self, body: str, tag: str, wanted: str) -> None:
        note = Note("n-1", ID, "briefing", body=body, tags=(tag,) if tag else ())
        without = "".join(c for c in unicodedata.normalize("NFD", body) if not unicodedata.combining(c))
        for word in {*body.split(), *body.upper().split(), *without.split(), body, *(["KUCHE"] if tag == "Küche" else [])}:
            assert NoteFilter((), word).has(note, plain_note(note))
            assert NoteFilter((Only("tag", wanted),), word).has(note, plain_note(note)) == (tag == wanted)
            assert not NoteFilter((), f"{word} {''.join(body.split())}x").has(note, plain_note(note))

    async def test_find_finds_in_notes(self, open_reader: Opener) -> None:
        async with open_reader() as on:
            await on.press("]", "}")
            await on.write_note("xylophone")
            await on.press("5", "slash")
            await on.type("xyloph")
            assert "1/1 in notes" in on.screen_text()

    async def test_an_orphan_is_listed_with_its_words_and_attached_anew(self, open_reader: Opener) -> None:
        async with open_reader() as on:
            await on.press("]", "}")
            await on.write_note("keep me")
        with NoteStore() as store:
            (note,) = store.notes()
            lost = replace(note.selector, exact="Words that nobody ever wrote about any tide.", prefix="", suffix="")
            store.edit(note, replace(note, selector=lost))
        async with open_reader() as on:
            await on.press("5")
            assert "“Words that nobody ever wrote about any tide.”" in on.pane_lines()
            assert any("T attaches the note anew" in text for text in on.pane_lines())
            await on.press("T")
            assert "Now go to its words" in on.footer()
            await on.press("0", "]", "}", "v", "w", "T")
            (note,) = stored()
            assert note.body == "keep me"
            assert on.noted_words() == [note.words]
            assert not any("T attaches the note anew" in text for text in on.pane_lines())

    async def test_a_note_is_opened_at(self, open_reader: Opener) -> None:
        async with open_reader() as on:
            await on.press("]", "]", "}", "v", "w")
            await on.write_note("here")
        (note,) = stored()
        async with open_reader(item=note.id) as on:
            assert on.pane_title() == "notes"
            assert on.lit_words() == [note.words]
        async with open_reader(item="n-nothere") as on:
            assert "There is no n-nothere in this briefing." in on.screen_text()


class TestTwoReaders:
    async def test_what_another_window_does_is_seen_at_the_next_look(self, open_reader: Opener) -> None:
        async with open_reader() as on:
            with NoteStore() as other:
                added = other.add(Note("", ID, "briefing", body="from elsewhere"))
                await on.look_at_notes()
                assert "● 1 note" in on.header()
                other.edit(added, Note("", ID, "briefing", body="changed elsewhere"))
                await on.look_at_notes()
                await on.press("5")
                assert "changed elsewhere" in on.pane_lines()
                other.delete(stored()[0])
                await on.look_at_notes()
                assert "changed elsewhere" not in on.pane_lines()

    async def test_two_texts_of_one_note_both_stay(self, open_reader: Opener) -> None:
        async with open_reader() as on:
            await on.press("]", "}")
            await on.write_note("base")
            await on.press("E")
            await on.type(" mine")
            with NoteStore() as other:
                (there,) = other.notes()
                other.edit(there, replace(there, body="theirs"))
            await on.press("ctrl+s")
            assert sorted(note.body for note in stored()) == ["base mine", "theirs"]
            assert "both stay" in on.screen_text()


EARLIER = Path(__file__).parent.parent / "library" / "earlier"


class TestTheArticle:
    async def test_articles_from_files_of_one_name_share_no_notes_and_a_pipe_shows_those_of_its_article(
        self, open_reader: Opener
    ) -> None:
        mill, lighthouse = EARLIER / "mill" / "article.html", EARLIER / "lighthouse" / "article.html"
        async with open_reader(mill) as on:
            await on.write_note("on the mill")
        async with open_reader(lighthouse) as on:
            assert "● " not in on.header()
            await on.write_note("on the lighthouse")
            assert [note.body for note in on.notes_shown()] == ["on the lighthouse"]
        async with open_reader(None, text=mill.read_text()) as on:
            assert [note.body for note in on.notes_shown()] == ["on the mill"]

    async def test_a_note_stays_in_view_when_another_program_gives_its_article_a_file(self, open_reader: Opener) -> None:
        page = EARLIER / "mill" / "article.html"
        async with open_reader(page) as on:
            await on.write_note("before")
            assert main(["add", str(page)]) == 0
            await on.look_at_notes()
            assert [note.briefing for note in on.notes_shown()] == ["the-mill-at-orrin-bend-falls-silent"]
            await on.press("}")
            await on.write_note("after")
            await on.press("U")
            assert "● 1 note" in on.header()
            await on.press("R")
        with NoteStore() as store:
            found = [(note.body, note.briefing) for note in store.notes()]
        assert found == [
            ("before", "the-mill-at-orrin-bend-falls-silent"),
            ("after", "the-mill-at-orrin-bend-falls-silent"),
        ]


class TestAFileThatIsReplaced:
    async def test_a_note_is_saved_with_all_others_though_the_file_was_deleted(self, open_reader: Opener) -> None:
        async with open_reader() as on:
            await on.press("]", "}")
            await on.write_note("before")
            notes_file().unlink()
            await on.write_note("after")
            assert sorted(note.body for note in stored()) == ["after", "before"]
            assert "Saved. The notes file was deleted, and is written again: 1 note carried over." in on.screen_words()
            assert "● 2 notes" in on.header()

    async def test_what_is_typed_stays_until_the_file_can_be_used(self, open_reader: Opener) -> None:
        async with open_reader() as on:
            await on.press("]", "}")
            await on.write_note("before")
            notes_file().unlink()
            notes_file().write_text("a shopping list, long enough to be read as a header\n" * 10)
            await on.press("a")
            await on.type("after")
            await on.press("ctrl+s")
            assert "damaged" in on.screen_text()
            assert on.text_in_editor() == "after"
            notes_file().unlink()
            await on.press("ctrl+s")
            assert sorted(note.body for note in stored()) == ["after", "before"]

    async def test_an_older_copy_is_noticed_at_the_next_look(self, open_reader: Opener) -> None:
        async with open_reader() as on:
            await on.press("]", "}")
            await on.write_note("before")
            older = notes_file().with_name("older.db")
            older.write_bytes(notes_file().read_bytes())
            await on.write_note("after")
            older.replace(notes_file())
            await on.look_at_notes()
            assert sorted(note.body for note in stored()) == ["after", "before"]
            assert "● 2 notes" in on.header()


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
            assert on.is_writing()
            assert "damaged" in on.screen_text()
            assert "precious" in on.screen_text()
            await on.press("f5")
            assert on.copied == ["precious"]
            await on.press("ctrl+s", "escape")
            assert not on.is_writing()
            assert on.copied[-1] == "precious"
            await on.press("a")
            assert "precious" in on.screen_text()
            await on.press("ctrl+s", "escape")
        assert on.unsaved_texts() == ["precious"]
        assert path.read_bytes().startswith(b"this is no database")

    @pytest.mark.parametrize("size", [(40, 12), (80, 24)], ids=str)
    async def test_what_can_be_done_is_seen_however_long_the_path(
        self, size: tuple[int, int], open_reader: Opener, isolation: Path, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        monkeypatch.setenv("XDG_DATA_HOME", str(isolation / ("long " * 30).strip()))
        notes_file().parent.parent.mkdir(parents=True)
        notes_file().parent.write_text("in the way")
        async with open_reader(size=size) as on:
            await on.press("]", "}", "a")
            await on.type("rescued")
            await on.press("ctrl+s")
            assert "F5 copies, F6 writes it to a file" in on.screen_text()

    async def test_what_can_t_be_saved_can_be_written_to_a_new_file(self, open_reader: Opener, isolation: Path) -> None:
        notes_file().parent.parent.mkdir(parents=True)
        notes_file().parent.write_text("in the way")
        (isolation / "taken.txt").write_text("mine")
        async with open_reader() as on:
            await on.press("]", "}", "a")
            await on.type("rescued")
            await on.press("ctrl+s")
            assert "F6 writes it to a file" in on.screen_words()
            await on.press("f6")
            on.put_answer(str(isolation / "taken.txt"))
            await on.press("enter")
            assert "not overwritten" in on.screen_text()
            on.put_answer(str(isolation / "note.txt"))
            await on.press("enter")
            assert on.is_typing_note()
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
            session = on.drafts_owner()
        assert on.unsaved_texts() == []
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
            assert on.is_writing()
            folder.unlink()
            await on.press("ctrl+s")
            assert not on.is_writing()
            assert [note.body for note in stored()] == ["patience"]
            assert stat.S_IMODE(notes_file().stat().st_mode) & 0o077 == 0


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
    program = "import sys, briefing_tui.ui.app; print(*sys.modules)"
    loaded = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, check=True).stdout.split()
    late = {"sqlite3", "briefing_tui.model.note", "briefing_tui.notes.store", "briefing_tui.ui.notes.editor_widget",
            "briefing_tui.export.files", "textual.widgets._text_area"}  # fmt: skip
    assert not late & set(loaded)
