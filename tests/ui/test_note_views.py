"""What is to be seen while one writes notes, also where there is little room: the place, the words, what went wrong."""

from pathlib import Path

import pytest
from textual._compositor import Compositor, ReflowResult
from textual.geometry import Size
from textual.widget import Widget

from briefing_tui.settings.paths import notes as notes_file
from briefing_tui.ui.dialogs.ask import Ask
from briefing_tui.ui.view.selection import Selection
from tests.ui.conftest import Driver, Opener
from tests.ui.notes import write

SIZES = [(40, 12), (80, 24), (120, 40)]
PARAGRAPH = 13


def under_the_article(on: Driver) -> str:
    """The words in the editor's lines, as they follow one another."""
    rows = on.screen_text().split("\n")[on.reader.article.region.bottom :]
    left, right = on.reader.middle.region.x, on.reader.middle.region.right
    return " ".join(" ".join(row[left:right] for row in rows).split())


def at_foot(on: Driver) -> str:
    """Read so that a paragraph's last line is the view's, where the editor comes up; gives the paragraph's text."""
    article = on.reader.article
    article.set_current(PARAGRAPH)
    article.scroll_to_line(article.last_line(PARAGRAPH) - article.page + 1)
    article.set_current(PARAGRAPH)
    return article.blocks[PARAGRAPH].text


def is_in_view(on: Driver, words: str) -> bool:
    """Whether the first of the words can be seen in the article."""
    article = on.reader.article
    block = next(number for number, block in enumerate(article.blocks) if words in block.text)
    return article.top <= article.line_of(block, article.blocks[block].text.index(words)) < article.top + article.page


@pytest.mark.parametrize("size", SIZES)
class TestThePlaceOfANote:
    async def test_a_paragraph_stays_in_view_while_the_editor_grows(self, size: tuple[int, int], open_reader: Opener) -> None:
        async with open_reader(size=size) as on:
            text = at_foot(on)
            await on.press("a", *["enter"] * 12)
            assert is_in_view(on, text)

    async def test_so_do_selected_words(self, size: tuple[int, int], open_reader: Opener) -> None:
        async with open_reader(size=size) as on:
            text = at_foot(on)
            on.reader.article.select(Selection((PARAGRAPH, len(text) - 9), (PARAGRAPH, len(text) - 1)))
            await on.press("a", *["enter"] * 12)
            assert is_in_view(on, text[-9:])

    async def test_so_does_a_quote_in_its_paragraph(self, size: tuple[int, int], open_reader: Opener) -> None:
        async with open_reader(size=size) as on:
            await on.press("3", "j", "j", "j")
            words = on.lit_words()[0]
            await on.press("a", *["enter"] * 12)
            assert is_in_view(on, words)

    async def test_so_do_the_words_of_a_note_that_is_edited(self, size: tuple[int, int], open_reader: Opener) -> None:
        async with open_reader(size=size) as on:
            text = at_foot(on)
            on.reader.article.select(Selection((PARAGRAPH, len(text) - 9), (PARAGRAPH, len(text) - 1)))
            await on.press("a", "x", "ctrl+s", "g", "g", "5", "E", *["enter"] * 12)
            assert is_in_view(on, text[-9:])

    async def test_nothing_is_held_when_the_note_is_done(self, size: tuple[int, int], open_reader: Opener) -> None:
        async with open_reader(size=size) as on:
            text = at_foot(on)
            await on.press("a", "x", "ctrl+s", "g", "g")
            await on.pilot.resize_terminal(size[0], size[1] - 2)
            await on.settle()
            assert on.reader.article.top == 0
            assert not is_in_view(on, text)


class TestWhatIsSaid:
    SAID = "The note is kept, its export is not: /home/someone/notes/harbour.md: a folder; name a file"

    @pytest.mark.parametrize("size", [(40, 12), (80, 24), (80, 12)])
    async def test_all_of_it_can_be_read(self, size: tuple[int, int], open_reader: Opener) -> None:
        async with open_reader(size=size) as on:
            on.reader.say(self.SAID)
            await on.settle()
            assert self.SAID in " ".join(on.screen_text().split())

    async def test_the_lines_that_it_took_are_given_back_and_the_words_at_the_top_stay(self, open_reader: Opener) -> None:
        async with open_reader(size=(40, 12)) as on:
            await on.press("}", "}", "}")
            top, page = on.top_words(), on.reader.article.page
            on.reader.say(self.SAID)
            await on.settle()
            assert (on.top_words(), on.reader.article.page) == (top, page - 2)
            on.reader.key_line.hush()
            await on.settle()
            assert (on.top_words(), on.reader.article.page) == (top, page)

    async def test_what_is_too_long_ends_in_dots_and_never_takes_more_than_a_quarter(self, open_reader: Opener) -> None:
        async with open_reader(size=(40, 8)) as on:
            on.reader.say("word " * 100)
            await on.settle()
            assert on.screen_text().endswith("…")
            assert on.reader.key_line.size.height == 2

    async def test_a_short_line_arranges_nothing_anew(self, open_reader: Opener, monkeypatch: pytest.MonkeyPatch) -> None:
        async with open_reader(size=(80, 24)) as on:
            arranged: list[object] = []
            reflow = Compositor.reflow

            def counted(self: Compositor, parent: Widget, size: Size) -> ReflowResult:
                arranged.append(parent)
                return reflow(self, parent, size)

            monkeypatch.setattr(Compositor, "reflow", counted)
            on.reader.say("Saved: 5 lists the notes.")
            await on.settle()
            assert "Saved: 5 lists" in on.screen_text()
            assert not arranged

    async def test_the_item_under_the_cursor_is_not_covered(self, open_reader: Opener) -> None:
        async with open_reader(size=(40, 12)) as on:
            shown = on.reader.side.shown
            await on.press("3", "j", "j", "j", "j", "j")
            assert shown.item_range(shown.cursor)[1] == shown.top + shown.page - 1
            on.reader.say(self.SAID)
            await on.settle()
            assert shown.item_range(shown.cursor)[1] < shown.top + shown.page


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
            seen = under_the_article(on)
            assert told in seen
            assert "precious" in seen
            assert is_in_view(on, text)

    @pytest.mark.parametrize("size", SIZES)
    async def test_a_change_that_can_t_be_made_is_told_each_time(self, size: tuple[int, int], open_reader: Opener) -> None:
        notes_file().parent.mkdir(parents=True)
        notes_file().write_bytes(b"this is no database, " * 400)
        async with open_reader(size=size) as on:
            for _ in range(2):
                on.reader.key_line.hush()
                await on.press("]", "}", "A", "y")
                assert "Notes: damaged; 'briefing notes doctor' rescues what can be read (" in " ".join(on.screen_text().split())

    async def test_a_look_for_the_changes_of_others_that_fails_is_told_once(self, open_reader: Opener) -> None:
        notes_file().parent.mkdir(parents=True)
        notes_file().write_bytes(b"this is no database, " * 400)
        async with open_reader() as on:
            on.reader.key_line.hush()
            on.reader.noting.has_loaded = True
            on.reader.noting.poll()
            await on.settle()
            assert "damaged" not in on.screen_text()

    async def test_a_file_that_was_written_instead_is_named(self, open_reader: Opener, isolation: Path) -> None:
        async with open_reader(size=(40, 12)) as on:
            await on.press("]", "}", "a")
            await on.type("rescued")
            await on.press("f6")
            assert isinstance(on.app.screen, Ask)
            on.app.screen.line.value = str(isolation / "n.txt")
            await on.press("enter")
            assert f"Writtento{isolation / 'n.txt'}." in under_the_article(on).replace(" ", "")


class TestWhatIsListed:
    @pytest.mark.parametrize("size", SIZES)
    async def test_that_notes_are_filtered_is_seen(self, size: tuple[int, int], open_reader: Opener) -> None:
        async with open_reader(size=size) as on:
            for words in ("one", "two", "three"):
                await on.press("]", "}")
                await write(on, words)
            await on.press("5", "t")
            await on.type("two")
            await on.press("enter")
            assert "1 of 3, text: two" in on.screen_text()
            await on.press("enter", "5")  # to its place and back
            assert "1 of 3, text: two" in on.screen_text()
            await on.press("escape")
            assert "1 of 3" not in on.screen_text()

    @pytest.mark.parametrize("size", SIZES)
    async def test_that_quotes_are_one_speakers_is_seen(self, size: tuple[int, int], open_reader: Opener) -> None:
        async with open_reader(size=size) as on:
            on.reader.open_pane("quotes")
            on.reader.side.filter_speaker("Maria Ortega")
            await on.settle()
            assert "only Maria Ortega" in on.screen_text()

    async def test_a_click_on_a_tab_opens_it_beside_what_is_said_there(self, open_reader: Opener) -> None:
        async with open_reader(size=(40, 12)) as on:
            on.reader.open_pane("quotes")
            on.reader.side.filter_speaker("Maria Ortega")
            await on.settle()
            column = on.screen_text().split("\n")[0].index("4")
            await on.pilot.click(offset=(column, 0))
            await on.settle()
            assert on.reader.side.current == "images"
