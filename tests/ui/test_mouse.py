"""The mouse: clicks, drags and the wheel do what the keys do."""

from pathlib import Path
from shutil import rmtree

import pytest

from tests.ui.contents import ORDINARY
from tests.ui.driver import HARBOUR, Driver, Opener

LINKED = """---
briefing: 1
title: Links
---

## Article

### Lead

The [survey](https://example.org/survey) was read aloud, as [the last part](#the-last) tells.

Nothing in this paragraph is a link.

### The last

The last part is short.
"""


class TestClickInTheArticle:
    async def test_it_makes_the_paragraph_current_and_takes_the_focus(self, open_reader: Opener) -> None:
        async with open_reader() as on:
            await on.press("3")
            assert on.region() == "pane"
            await on.click("The first to notice", "article")
            assert on.region() == "article"
            assert on.current_paragraph().startswith("The first to notice was a dog.")
            assert "▎" in next(row for row in on.article_rows() if "The first to notice" in row)
            await on.press("y")
            assert on.copied[-1].startswith("The first to notice was a dog.")

    async def test_it_moves_the_outline_along(self, open_reader: Opener) -> None:
        async with open_reader() as on:
            await on.press("]", "]", "]", "[", "{")
            section = on.current_section()
            heading = "Three surveys, one answer"
            await on.scroll_to(heading)
            await on.click(heading, "article")
            assert on.current_section() == heading != section
            assert on.outline_cursor() == heading

    async def test_it_reads_on_at_a_previewed_place(self, open_reader: Opener) -> None:
        async with open_reader() as on:
            await on.press("3", "j", "j", "j", "j")
            words = on.lit_words()[0]
            top = on.top_row()
            assert top > 0
            await on.click(words.split("\n")[0][:10], "article")
            assert words in on.current_paragraph()
            await on.press("escape", "escape")
            assert on.top_row() == top

    async def test_on_a_link_it_shows_the_address_and_opens_nothing(self, open_reader: Opener) -> None:
        async with open_reader(None, text=LINKED) as on:
            await on.click("survey", "article")
            assert "https://example.org/survey" in on.screen_text()
            assert on.opened == []
            await on.press("enter")
            assert on.opened == ["https://example.org/survey"]

    @pytest.mark.parametrize("words", ["The survey", "was read", "Nothing in", "a link"])
    async def test_beside_a_link_it_shows_no_address(self, words: str, open_reader: Opener) -> None:
        async with open_reader(None, text=LINKED) as on:
            await on.click(words, "article")
            assert on.screen_names() == ["reader"]

    async def test_on_a_link_to_a_section_it_goes_there(self, open_reader: Opener) -> None:
        async with open_reader(None, text=LINKED) as on:
            await on.click("the last part", "article")
            assert on.current_section() == "The last"
            assert on.screen_names() == ["reader"]

    async def test_it_ends_a_selection_first(self, open_reader: Opener) -> None:
        async with open_reader() as on:
            await on.press("v", "w")
            await on.click("The first to notice", "article")
            assert on.selected_words() is None


class TestSelectingWithTheMouse:
    async def test_y_copies_exactly_the_words_that_were_dragged_over(self, open_reader: Opener) -> None:
        async with open_reader() as on:
            await on.select_with_mouse("notice was a dog")
            assert on.selected_words() == "notice was a dog"
            assert "Y cite" in on.footer()
            await on.press("y")
            assert on.copied == ["notice was a dog"]
            assert on.selected_words() is None

    async def test_dragging_back_selects_the_same_words(self, open_reader: Opener) -> None:
        async with open_reader() as on:
            await on.select_with_mouse("notice was a dog", backwards=True)
            await on.press("y")
            assert on.copied == ["notice was a dog"]

    async def test_capital_y_copies_them_with_their_citation(self, open_reader: Opener) -> None:
        async with open_reader() as on:
            await on.select_with_mouse("notice was a dog")
            await on.press("Y")
            assert on.copied == [
                "“notice was a dog” — The harbour that would not settle, by Ines Calder "
                "(The Saltmarsh Courier, 2 March 2026, updated 4 March 2026)"
            ]

    async def test_a_word_that_is_clicked_twice_is_copied(self, open_reader: Opener) -> None:
        async with open_reader() as on:
            await on.click("notice was", "article", times=2)
            await on.press("y")
            assert on.copied == ["notice"]

    async def test_keys_move_the_end_of_a_selection_that_the_mouse_made(self, open_reader: Opener) -> None:
        async with open_reader() as on:
            await on.select_with_mouse("The first")
            await on.press("w", "y")
            assert on.copied == ["The first to"]

    async def test_a_note_is_written_on_words_that_the_mouse_selected(self, open_reader: Opener) -> None:
        async with open_reader() as on:
            await on.select_with_mouse("notice was a dog")
            await on.write_note("why a dog?")
            assert on.noted_words() == ["notice was a dog"]

    async def test_the_next_click_ends_it_and_copies_nothing(self, open_reader: Opener) -> None:
        async with open_reader() as on:
            await on.select_with_mouse("notice was a dog")
            await on.click("The first", "article")
            assert on.selected_words() is None
            assert on.copied == []

    async def test_a_drag_that_begins_in_the_pane_selects_nothing(self, open_reader: Opener) -> None:
        async with open_reader() as on:
            await on.select_with_mouse("notice was a dog")
            await on.press("escape")
            await on.drag(on.find("Summary", "tabs"), on.find("notice", "article"), on.find("was a dog", "article"))
            assert on.selected_words() is None

    async def test_dragging_below_the_last_row_scrolls(self, open_reader: Opener) -> None:
        async with open_reader(size=(80, 14)) as on:
            await on.press("}", "}", "}")
            before = on.top_row()
            await on.drag_out_of_article(steps=6)
            assert on.top_row() > before
            assert len(on.selected_paragraphs()) > 1 or len(on.selected_words() or "") > 80


class TestClickInAList:
    async def test_on_a_panes_item_it_shows_the_place_and_a_second_one_goes_there(self, open_reader: Opener) -> None:
        async with open_reader() as on:
            before = on.top_words()
            await on.press("3")
            quote = on.briefing().quotes[2]
            await on.click(quote.parts[0][:12], "pane")
            assert on.cursor() == 2
            assert on.region() == "pane"
            assert on.current_quote() == quote
            assert not on.can_go_back()
            await on.click(quote.parts[0][:12], "pane")
            assert on.region() == "article"
            assert on.current_quote() == quote
            await on.press("H")
            assert on.top_words() == before

    async def test_on_a_heading_of_a_pane_it_changes_nothing(self, open_reader: Opener) -> None:
        async with open_reader() as on:
            await on.press("2", "j")
            await on.click("People", "pane")
            assert on.cursor() == 1
            assert on.region() == "pane"

    @pytest.mark.parametrize(("number", "pane"), enumerate(("summary", "actors", "quotes", "images", "notes"), 1))
    @pytest.mark.parametrize("size", [(120, 40), (80, 24)], ids=str)
    async def test_a_tab_opens_its_pane(self, number: int, pane: str, size: tuple[int, int], open_reader: Opener) -> None:
        async with open_reader(size=size) as on:
            await on.press("3" if number != 3 else "1")
            await on.click_tab(number)
            assert on.pane_title() == pane
            assert on.region() == "pane"

    async def test_below_the_tabs_it_opens_no_other_pane(self, open_reader: Opener) -> None:
        async with open_reader() as on:
            await on.press("1")
            x, y = on.find("Quotes", "tabs")
            await on.click_at(x, y + 2)
            assert on.pane_title() == "summary"

    async def test_a_section_of_the_outline_is_gone_to_at_once(self, open_reader: Opener) -> None:
        async with open_reader() as on:
            assert any("Who pays" in row for row in on.outline_rows())
            await on.click("Who pays", "outline")
            assert on.current_section() == "Who pays"
            assert on.top_words().startswith("Who pays")
            assert on.region() == "article"
            assert on.can_go_back()

    async def test_a_choice_is_chosen(self, open_reader: Opener) -> None:
        async with open_reader() as on:
            await on.press("g")
            await on.click_in_box("Who pays")
            assert on.screen_names() == ["reader"]
            assert on.current_section() == "Who pays"

    async def test_a_briefing_of_the_library_is_opened_by_the_second_one(self, open_reader: Opener) -> None:
        async with open_reader(library=HARBOUR.parent, size=(100, 40)) as on:
            await on.click("The woman who records foghorns")
            assert on.screen_name() == "library"
            assert "foghorns" in (on.library_cursor() or "")
            await on.click("The woman who records foghorns")
            assert on.screen_name() == "reader"
            assert on.briefing().title == "The woman who records foghorns"


def seen(on: Driver) -> tuple[object, ...]:
    """Return everything that a command can have changed."""
    if on.screen_name() == "library":
        return on.screen_names(), on.rows()
    return on.screen_names(), on.region(), on.pane_title(), on.position(), on.lit_words(), on.selected_words(), on.rows()


@pytest.mark.parametrize(
    ("label", "keys", "before"),
    [
        ("section", "]", ()),
        ("quote", ")", ()),
        ("jump", "f", ()),
        ("select", "v", ()),
        ("copy", "y", ()),
        ("annotate", "a", ()),
        ("keys", "?", ()),
        ("find", "/", ()),
        ("export", "e", ()),
        ("library", "B", ()),
        ("to the place", "enter", ("3", "j")),
        ("only…", "s", ("3",)),
        ("article", "0", ("3",)),
    ],
)
async def test_a_click_in_the_footer_does_what_the_key_does(
    label: str, keys: str, before: tuple[str, ...], open_reader: Opener, isolation: Path
) -> None:
    async with open_reader(None, text=ORDINARY, size=(200, 30)) as on:
        await on.press(*before)
        unused = seen(on)
        await on.click(f" {label}", "footer")
        clicked = seen(on)
    rmtree(isolation / "state")  # Else the second reader begins where the first one ended.
    async with open_reader(None, text=ORDINARY, size=(200, 30)) as on:
        await on.press(*before, keys)
        assert clicked == seen(on) != unused


async def test_a_click_on_a_message_or_beside_the_keys_does_nothing(open_reader: Opener) -> None:
    async with open_reader(None, text=ORDINARY, size=(200, 30)) as on:
        before = on.position(), on.screen_names()
        await on.click_at(199, 29)
        await on.show_message("A message that is longer than the first keys")
        await on.click("longer than", "footer")
        assert (on.position(), on.screen_names()) == before


class TestTheWheel:
    async def test_it_scrolls_the_article_down_and_up_and_takes_no_focus(self, open_reader: Opener) -> None:
        async with open_reader() as on:
            await on.press("3")
            top = on.top_row()
            await on.scroll_wheel("article", 3)
            below = on.top_row()
            assert below > top
            assert on.region() == "pane"
            await on.scroll_wheel("article", -1)
            assert top < on.top_row() < below

    async def test_the_current_paragraph_comes_along(self, open_reader: Opener) -> None:
        async with open_reader() as on:
            title = on.current_paragraph()
            await on.scroll_wheel("article", 12)
            assert on.current_paragraph() != title
            assert on.is_in_view(on.current_paragraph()[-10:])

    async def test_it_stops_at_both_ends(self, open_reader: Opener) -> None:
        async with open_reader(None, text=ORDINARY) as on:
            await on.scroll_wheel("article", -2)
            assert on.top_row() == 0
            await on.scroll_wheel("article", 60)
            assert on.top_row() == on.article_length() - on.article_height()
            assert on.progress_shown() == "100 %"

    @pytest.mark.parametrize("part", ["pane", "outline"])
    async def test_it_scrolls_the_list_that_it_is_over_and_nothing_else(self, part: str, open_reader: Opener) -> None:
        async with open_reader(size=(120, 12)) as on:
            await on.press("3")
            rows, top, cursor = on.rows_of(part), on.top_row(), on.cursor()
            await on.scroll_wheel(part, 1)
            assert on.rows_of(part)[1:-1] != rows[1:-1]
            assert (on.top_row(), on.cursor()) == (top, cursor)
