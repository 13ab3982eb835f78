"""The screen while the user writes a note: the place, the text, problems, small terminals."""

from pathlib import Path

import pytest
from textual._compositor import Compositor, ReflowResult
from textual.geometry import Size
from textual.widget import Widget

from briefing_tui.settings.paths import notes as notes_file
from tests.ui.contents import ORDINARY
from tests.ui.driver import Driver, Opener

SIZES = [(40, 12), (80, 24), (120, 40)]
PARAGRAPH = 13


def at_foot(on: Driver) -> str:
    """Scroll a paragraph's last line to where the editor opens; return the paragraph's text."""
    return on.read_at_foot(PARAGRAPH)


@pytest.mark.parametrize("size", SIZES)
class TestThePlaceOfANote:
    async def test_a_paragraph_stays_in_view_while_the_editor_grows(self, size: tuple[int, int], open_reader: Opener) -> None:
        async with open_reader(size=size) as on:
            text = at_foot(on)
            await on.press("a", *["enter"] * 12)
            assert on.is_in_view(text)

    async def test_so_do_selected_words(self, size: tuple[int, int], open_reader: Opener) -> None:
        async with open_reader(size=size) as on:
            text = at_foot(on)
            on.select(PARAGRAPH, len(text) - 9, len(text) - 1)
            await on.press("a", *["enter"] * 12)
            assert on.is_in_view(text[-9:])

    async def test_so_does_a_quote_in_its_paragraph(self, size: tuple[int, int], open_reader: Opener) -> None:
        async with open_reader(size=size) as on:
            await on.press("3", "j", "j", "j")
            words = on.lit_words()[0]
            await on.press("a", *["enter"] * 12)
            assert on.is_in_view(words)

    async def test_so_do_the_words_of_a_note_that_is_edited(self, size: tuple[int, int], open_reader: Opener) -> None:
        async with open_reader(size=size) as on:
            text = at_foot(on)
            on.select(PARAGRAPH, len(text) - 9, len(text) - 1)
            await on.press("a", "x", "ctrl+s", "g", "g", "5", "E", *["enter"] * 12)
            assert on.is_in_view(text[-9:])

    async def test_nothing_is_held_when_the_note_is_done(self, size: tuple[int, int], open_reader: Opener) -> None:
        async with open_reader(size=size) as on:
            text = at_foot(on)
            await on.press("a", "x", "ctrl+s", "g", "g")
            await on.resize(size[0], size[1] - 2)
            assert on.top_row() == 0
            assert not on.is_in_view(text)


class TestWhatIsSaid:
    SAID = "The note is kept, its export is not: /home/someone/notes/harbour.md: a folder; name a file"

    @pytest.mark.parametrize("size", [(40, 12), (80, 24), (80, 12)])
    async def test_all_of_it_can_be_read(self, size: tuple[int, int], open_reader: Opener) -> None:
        async with open_reader(size=size) as on:
            await on.show_message(self.SAID)
            assert self.SAID in on.screen_words()

    async def test_the_lines_that_it_took_are_given_back_and_the_words_at_the_top_stay(self, open_reader: Opener) -> None:
        async with open_reader(size=(40, 12)) as on:
            await on.press("}", "}", "}")
            top, page = on.top_words(), on.article_height()
            await on.show_message(self.SAID)
            assert (on.top_words(), on.article_height()) == (top, page - 3)
            await on.end_message()
            assert (on.top_words(), on.article_height()) == (top, page)

    async def test_what_is_too_long_ends_in_dots_and_never_takes_more_than_a_quarter(self, open_reader: Opener) -> None:
        async with open_reader(size=(40, 8)) as on:
            await on.show_message("word " * 100)
            assert on.rows()[-2].endswith("…")
            assert on.footer_height() == 2 + 1

    @pytest.mark.parametrize(("said", "size"), [("Saved: 5 lists the notes.", (80, 24)), (SAID, (40, 12)), (SAID, (120, 40))])
    async def test_the_keys_stay_and_work(self, said: str, size: tuple[int, int], open_reader: Opener) -> None:
        async with open_reader(size=size) as on:
            await on.show_message(said)
            assert "? keys" in on.footer()
            assert "q quit" in on.footer()
            await on.click("? keys", "footer")
            assert on.screen_name() == "help"

    async def test_a_short_line_arranges_nothing_anew(self, open_reader: Opener, monkeypatch: pytest.MonkeyPatch) -> None:
        async with open_reader(size=(80, 24)) as on:
            arranged: list[object] = []
            reflow = Compositor.reflow

            def counted(self: Compositor, parent: Widget, size: Size) -> ReflowResult:
                arranged.append(parent)
                return reflow(self, parent, size)

            monkeypatch.setattr(Compositor, "reflow", counted)
            await on.show_message("Saved: 5 lists the notes.")
            assert "Saved: 5 lists" in on.screen_text()
            assert not arranged

    async def test_the_item_under_the_cursor_is_not_covered(self, open_reader: Opener) -> None:
        async with open_reader(size=(40, 12)) as on:
            await on.press("3", *"jjjjjjj")
            assert on.cursor_last_row() == on.pane_height() - 1
            await on.show_message(self.SAID)
            assert on.cursor_last_row() < on.pane_height()


class TestTroubles:
    @pytest.mark.parametrize("size", SIZES)
    async def test_why_a_note_is_not_saved_and_what_was_typed_are_seen_together(
        self, size: tuple[int, int], open_reader: Opener
    ) -> None:
        notes_file().parent.parent.mkdir(parents=True)
        notes_file().parent.write_text("in the way")
        async with open_reader(size=size) as on:
            text = at_foot(on)
            await on.press("a")
            await on.type("precious")
            await on.press("ctrl+s")
            told = "F5 copies, F6 writes it to a file. Notes: can't be opened; check that its folder exists and may be written ("
            seen = on.words_under_article()
            assert told in seen
            assert "precious" in seen
            assert on.is_in_view(text)

    @pytest.mark.parametrize("size", SIZES)
    async def test_a_change_that_can_t_be_made_is_told_each_time(self, size: tuple[int, int], open_reader: Opener) -> None:
        notes_file().parent.mkdir(parents=True)
        notes_file().write_bytes(b"this is no database, " * 400)
        async with open_reader(size=size) as on:
            for _ in range(2):
                on.drop_message()
                await on.press("]", "}", "A", "y")
                assert "Notes: damaged; 'briefing notes doctor' rescues what can be read (" in on.screen_words()

    async def test_a_look_for_the_changes_of_others_that_fails_is_told_once(self, open_reader: Opener) -> None:
        notes_file().parent.mkdir(parents=True)
        notes_file().write_bytes(b"this is no database, " * 400)
        async with open_reader() as on:
            on.drop_message()
            await on.look_at_notes(if_unread=True)
            assert "damaged" not in on.screen_text()

    async def test_a_file_that_was_written_instead_is_named(self, open_reader: Opener, isolation: Path) -> None:
        async with open_reader(size=(40, 12)) as on:
            await on.press("]", "}", "a")
            await on.type("rescued")
            await on.press("f6")
            on.put_answer(str(isolation / "n.txt"))
            await on.press("enter")
            assert f"Writtento{isolation / 'n.txt'}." in on.words_under_article().replace(" ", "")


class TestWhatIsListed:
    @pytest.mark.parametrize("size", SIZES)
    async def test_that_notes_are_filtered_is_seen(self, size: tuple[int, int], open_reader: Opener) -> None:
        async with open_reader(size=size) as on:
            for words in ("one", "two", "three"):
                await on.press("]", "}")
                await on.write_note(words)
            await on.press("5", "t")
            await on.type("two")
            await on.press("enter")
            assert "1 of 3, text: two" in on.screen_text()
            await on.press("enter", "5")  # To its place and back.
            assert "1 of 3, text: two" in on.screen_text()
            await on.press("escape")
            assert "1 of 3" not in on.screen_text()

    @pytest.mark.parametrize("size", SIZES)
    async def test_that_quotes_are_one_speakers_is_seen(self, size: tuple[int, int], open_reader: Opener) -> None:
        async with open_reader(size=size) as on:
            await on.list_quotes_of("Maria Ortega")
            assert "only Maria Ortega" in on.screen_text()

    async def test_a_click_on_a_tab_opens_it_beside_what_is_said_there(self, open_reader: Opener) -> None:
        async with open_reader(size=(40, 12)) as on:
            await on.list_quotes_of("Maria Ortega")
            column = on.screen_text().split("\n")[0].index("4")
            await on.click_at(column, 0)
            assert on.pane_title() == "images"


LEAD = "A board wants the light dark, the fleet wants it lit, and a school keeps the log."


async def test_a_note_on_the_lead_is_on_the_lead_and_not_on_the_first_section(open_reader: Opener) -> None:
    async with open_reader(None, text=ORDINARY) as on:
        await on.press("home")
        while on.current_kind() != "lead":
            await on.press("}")
        await on.press("A", "g")
        assert on.highlighted("green") == [LEAD]
        await on.press("G", "5", "enter")
        assert on.current_paragraph() == LEAD
