"""The frame: its parts at each size, and how keys and mouse change them."""

import gc
from itertools import pairwise

import pytest
from textual._styles_cache import StylesCache
from textual.scrollbar import ScrollBar

from tests.ui.contents import ORDINARY
from tests.ui.driver import Opener, command_groups


@pytest.mark.parametrize(
    ("size", "outline", "pane"),
    [
        ((120, 40), True, True),
        ((110, 30), True, True),
        ((109, 30), False, True),
        ((80, 24), False, True),
        ((79, 24), False, False),
    ],
)
async def test_regions_by_width(open_reader: Opener, size: tuple[int, int], outline: bool, pane: bool) -> None:
    async with open_reader(size=size) as on:
        assert on.shows("outline") is outline
        assert on.shows("pane") is pane
        assert on.shows("article")


async def test_esc_brings_back_the_regions_beside_the_article(open_reader: Opener) -> None:
    async with open_reader() as on:
        await on.press("z")
        assert not on.shows("outline")
        assert not on.shows("pane")
        await on.press("escape")
        assert on.shows("outline")
        assert on.shows("pane")


async def test_text_is_never_wider_than_76_cells(open_reader: Opener) -> None:
    async with open_reader(size=(240, 40)) as on:
        await on.press("z")
        assert on.article_width() == 76


async def test_resizing_keeps_the_words_at_the_top(open_reader: Opener) -> None:
    async with open_reader() as on:
        await on.press("]", "]", "]", "j", "j", "j", "j")
        words = on.top_words()
        for size in ((80, 24), (40, 12), (200, 50), (120, 40)):
            await on.resize(*size)
            assert 0 <= on.offset_from_top(words[:12]) <= 80, size
        assert on.top_words() == words


async def test_the_mark_of_the_current_paragraph_is_drawn_where_it_went_whatever_was_drawn_before(open_reader: Opener) -> None:
    async with open_reader() as on:
        await on.make_current_unseen()
        assert "▎" not in on.screen_text()  # Drawn, as can happen between the new size and the message about it.
        await on.announce_size()
        assert "▎" in on.screen_text()


async def test_a_lower_view_takes_the_current_paragraph_and_the_share_read_along(open_reader: Opener) -> None:
    async with open_reader() as on:
        await on.press("]", "]", "]")
        while not on.is_current_last_in_view():
            await on.press("}")
        for change in ("a", "escape"):  # The editor uses lines of the article's region and returns them.
            await on.press(change)
            assert on.progress_shown() == on.progress()
        await on.resize(120, 20)
        assert 0 <= on.current_row() < on.article_height()


async def test_the_place_of_the_item_under_the_cursor_stays_in_view(open_reader: Opener) -> None:
    async with open_reader() as on:
        await on.press("3", "j", "j", "j", "j")
        for size in ((80, 24), (110, 30), (80, 14)):
            await on.resize(*size)
            assert 0 <= on.lit_row() < on.article_height(), size


async def test_the_scrollbar_is_the_framework_s_own_and_takes_the_mouse(open_reader: Opener) -> None:
    async with open_reader() as on:
        bar, length = on.article_scrollbar(), on.article_length()
        foot = (0, bar.size.height - 1)
        for top in (0, length // 3, length):
            await on.scroll_article(top)
            whole = bar.size.region
            assert bar.render_lines(whole) == ScrollBar.render_lines(bar, whole)
            low = whole.shrink((foot[1] // 2, 0, 0, 0))
            assert bar.render_lines(low) == ScrollBar.render_lines(bar, low)
        await on.press("home")
        await on.click_at(bar.region.x, bar.region.bottom - 1)
        assert on.top_row() > 0
        before = on.top_row()
        await on.click_at(bar.region.x, bar.region.y)
        assert on.top_row() < before


@pytest.mark.parametrize("size", [(120, 40), (80, 24), (40, 12)])
async def test_columns_of_lines_are_drawn_as_the_framework_draws_them(open_reader: Opener, size: tuple[int, int]) -> None:
    async with open_reader(size=size) as on:
        seen = set()
        for key in ("down", "pagedown", "v", "escape", "a", "x", "escape", "3", "j", "tab", "1", "0", "m", "g"):
            await on.press(key)
            for view in on.line_views():
                whole = view.size.region
                assert view.render_lines(whole) == StylesCache().render_widget(view, whole), (key, view)
                seen.add(view.id)
        assert "article" in seen
        assert "pane" in seen


async def test_what_was_drawn_of_a_briefing_goes_with_it(open_reader: Opener) -> None:
    def kept() -> int:
        gc.collect()
        return sum(isinstance(one, StylesCache) for one in gc.get_objects())

    async with open_reader() as on:
        await on.press("B", "enter", "B", "enter")
        before = kept()
        await on.press("B", "enter", "B", "enter", "B", "enter")
        for _ in range(300):  # A thread that reads for a screen may hold it for a moment after it was left.
            if kept() <= before:
                break
            await on.pilot.pause(0.01)
        assert kept() <= before


async def test_tab_goes_through_the_regions(open_reader: Opener) -> None:
    async with open_reader() as on:
        regions = []
        for _ in range(3):
            await on.press("tab")
            regions.append(on.region())
        assert regions == ["pane", "outline", "article"]


async def test_narrow_terminals_show_one_region_and_the_place_under_the_pane(open_reader: Opener) -> None:
    async with open_reader(size=(40, 12)) as on:
        assert not on.shows("pane")
        await on.press("3", "j")
        assert not on.shows("article")
        assert on.shows("place lines")
        assert "A line in the cobbles" in on.screen_text() or "%" in on.screen_text()
        await on.press("enter")
        assert on.shows("article")
        assert on.lit_words() == list(on.briefing().quotes[1].parts)


async def test_z_shows_the_article_alone_and_all_again(open_reader: Opener) -> None:
    async with open_reader() as on:
        await on.press("z")
        assert not on.shows("outline")
        assert not on.shows("pane")
        await on.press("z")
        assert on.shows("outline")
        assert on.shows("pane")


async def test_backslash_hides_the_outline_and_angle_brackets_move_the_border(open_reader: Opener) -> None:
    async with open_reader() as on:
        await on.press("backslash")
        assert not on.shows("outline")
        width = on.pane_width()
        await on.press("less_than_sign")
        assert on.pane_width() == width + 4
        await on.press("greater_than_sign", "greater_than_sign")
        assert on.pane_width() == width - 4


async def test_clicks_open_tabs_sections_and_footer_keys(open_reader: Opener) -> None:
    async with open_reader() as on:
        await on.click_tab(3)
        assert on.pane_title() == "quotes"
        await on.click("What lies", "outline")
        assert on.top_words().startswith("What lies under the stone")
        await on.click("[ section", "footer")
        assert on.current_section() == "Ash, shells and water"


async def test_help_lists_every_command_and_esc_closes_it(open_reader: Opener) -> None:
    async with open_reader() as on:
        await on.press("question_mark")
        assert "To the next section of the article." in on.help_text()
        assert "One line, or one item, down." in on.help_text()
        await on.press("escape")
        assert on.screen_names() == ["reader"]


@pytest.mark.parametrize(("size", "least"), [((120, 40), 62), ((80, 24), 45)])
async def test_help_takes_the_width_of_its_box(open_reader: Opener, size: tuple[int, int], least: int) -> None:
    async with open_reader(size=size) as on:
        await on.press("question_mark")
        told = on.help_on_commands()
        assert max(len(line.words) for lines in told for line in lines) > least
        for lines in told:
            for line, after in pairwise(lines):
                assert line.width + 1 + len(after.words.split(" ")[0]) > on.help_width()


async def test_help_begins_with_what_the_screen_that_asks_can_do(open_reader: Opener) -> None:
    async with open_reader() as on:
        for keys, group in (((), "Move"), (("B",), "Library")):
            await on.press(*keys, "question_mark")
            groups = [heading for heading in on.help_groups() if not heading.startswith("In the ")]
            assert groups[0] == group
            assert sorted(groups) == sorted(command_groups())
            await on.press("escape")


@pytest.mark.parametrize(
    ("keys", "heading", "first"),
    [
        ((), "In the article", "To the next section of the article."),
        (("3",), "In the quotes", "Go to the place that the article shows, and read on there."),
        (
            ("v", "w"),
            "While words are selected",
            "Copy the selection, or else the item under the cursor or the current paragraph.",
        ),
    ],
)
@pytest.mark.parametrize("size", [(120, 40), (40, 12)])
async def test_help_opens_at_what_works_where_it_is_asked_for(
    keys: tuple[str, ...], heading: str, first: str, size: tuple[int, int], open_reader: Opener
) -> None:
    async with open_reader(size=size) as on:
        await on.press(*keys, "question_mark")
        assert on.help_groups()[0] == heading
        assert heading in on.screen_text()
        assert " ".join(first.split()[:4]) in on.screen_words()


@pytest.mark.parametrize("size", [(120, 40), (40, 12)])
async def test_help_shows_what_fits_what_is_typed(size: tuple[int, int], open_reader: Opener) -> None:
    async with open_reader(size=size) as on:
        await on.press("question_mark")
        await on.type("undo note")
        assert on.help_groups() == ["Notes"]
        assert "Undo the last change" in on.screen_words()
        await on.press("escape")
        assert len(on.help_groups()) > 5
        await on.type("z")
        assert on.help_groups()[0] == "The key z"
        assert "Hide all but the article" in on.screen_words()
        await on.type("zz")
        assert "No command has these words" in on.screen_words()
        await on.press("escape", "question_mark")
        assert on.screen_name() == "reader"


async def test_the_palette_runs_a_command_of_the_table(open_reader: Opener) -> None:
    async with open_reader() as on:
        await on.press("colon")
        await on.type("images")
        await on.press("enter")
        await on.settle()
        assert on.pane_title() == "images"


async def test_the_footer_shows_what_works_here(open_reader: Opener) -> None:
    async with open_reader() as on:
        assert "]/[ section" in on.footer()
        await on.press("3")
        footer = on.footer()
        assert "s only…" in footer
        assert "⏎ to the place" in footer


async def test_the_footer_of_an_empty_pane_offers_nothing_for_an_item(open_reader: Opener) -> None:
    async with open_reader() as on:
        await on.press("5")
        footer = on.footer()
        for label in ("to the place", "edit", "delete", "words…", "sort", "only…"):
            assert label not in footer
        assert "a annotate" in footer
        await on.write_note("a first note")
        on.drop_message()
        await on.press("5")
        footer = on.footer()
        for label in ("to the place", "E edit", "D delete", "t words…", "S sort", "s only…"):
            assert label in footer
        await on.press("D")
        await on.end_message()
        assert "edit" not in on.footer()


async def test_the_footer_offers_no_place_that_an_item_does_not_have(open_reader: Opener) -> None:
    text = "---\nbriefing: 1\n---\n\n## Summary\n\n- A point without a section.\n\n## Article\n\nWords.\n"
    async with open_reader(None, text=text) as on:
        await on.press("1")
        assert "to the place" not in on.footer()
        await on.press("3")
        footer = on.footer()
        assert "to the place" not in footer
        assert "only…" not in footer
        await on.press("2")
        assert "open" not in on.footer()


async def test_the_link_is_shown_whole_and_opened_only_then(open_reader: Opener) -> None:
    text = (
        "---\nbriefing: 1\ntitle: T\nsource: {name: a.txt, url: https://example.org/a, sha256: ''}\n---\n\n## Article\n\nWords.\n"
    )
    async with open_reader(None, text=text) as on:
        await on.press("o")
        assert "https://example.org/a" in on.screen_text()
        assert on.opened == []
        await on.press("enter")
        assert on.opened == ["https://example.org/a"]


async def test_under_another_screen_nothing_is_asked_again_and_again(open_reader: Opener) -> None:
    async with open_reader() as on:
        assert len(on.polls()) == 2
        for key, asked in (("?", False), ("escape", True)):
            await on.press(key)
            assert on.polls() == [asked, asked]


@pytest.mark.parametrize(
    ("width", "pane", "tabs"),
    [
        (200, "3", "1 Summary (3) 2 Actors (4) 3 Quotes (6) 4 Images (2) 5 Notes (0)"),
        (120, "3", "1Summary 2Actors 3Quotes 4Images 5Notes"),
        (80, "3", "1 2 3 Quotes (6) 4 5"),
        (40, "4", "1 2 3 4 Images (2) 5"),
        (24, "1", "1 Summary 2 3 4 5"),
    ],
)
async def test_tabs_have_whole_names_or_none_and_say_how_much_there_is(
    width: int, pane: str, tabs: str, open_reader: Opener
) -> None:
    async with open_reader(None, text=ORDINARY, size=(width, 20)) as on:
        await on.press(pane)
        assert " ".join(on.rows_of("tabs")[0].strip("╭─╮ ").split()) == tabs
        if width == 120:
            assert "6 quotes" in on.rows_of("pane")[-1]


async def test_the_lines_of_a_wrapped_heading_are_indented(open_reader: Opener) -> None:
    async with open_reader() as on:
        rows = [row.strip("│▌").rstrip() for row in on.outline_rows()]
        first = next(number for number, row in enumerate(rows) if "A line in" in row)
        assert rows[first + 1].index("the cobbles") == rows[first].index("A line in") + 2
