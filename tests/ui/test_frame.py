"""The frame: what is shown at which size, what the keys and the mouse change about it."""

import gc
from itertools import pairwise

import pytest
from textual._styles_cache import StylesCache
from textual.scrollbar import ScrollBar

from briefing_tui.ui.commands import GROUPS
from briefing_tui.ui.dialogs.help import HelpView
from briefing_tui.ui.read_screen import ReadScreen
from briefing_tui.ui.widgets.lines import LineView
from tests.ui.conftest import Opener
from tests.ui.notes import write


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
        assert on.reader.left.display is outline
        assert on.reader.side.display is pane
        assert on.reader.article.display


async def test_text_is_never_wider_than_76_cells(open_reader: Opener) -> None:
    async with open_reader(size=(240, 40)) as on:
        await on.press("z")
        assert on.reader.article.text_width == 76


async def test_resizing_keeps_the_words_at_the_top(open_reader: Opener) -> None:
    async with open_reader() as on:
        await on.press("]", "]", "]", "j", "j", "j", "j")
        words = on.top_words()
        for size in ((80, 24), (40, 12), (200, 50), (120, 40)):
            await on.pilot.resize_terminal(*size)
            await on.settle()
            article = on.reader.article
            block, start = article.top_position()
            line_end = article.blocks[block].text.find(words[:12])
            assert start <= line_end <= start + 80, size
        assert on.top_words() == words


async def test_the_mark_of_the_current_paragraph_is_drawn_where_it_went_whatever_was_drawn_before(open_reader: Opener) -> None:
    async with open_reader() as on:
        article = on.reader.article
        article.current = len(article.blocks) - 1
        article.refresh()
        await on.settle()
        assert "▎" not in on.screen_text()  # drawn, as it may be between the new size and the news of it
        article.resized()
        await on.settle()
        assert "▎" in on.screen_text()


async def test_a_lower_view_takes_the_current_paragraph_and_the_share_read_along(open_reader: Opener) -> None:
    async with open_reader() as on:
        article = on.reader.article
        await on.press("]", "]", "]")
        while article.block_at(article.top + article.page - 1) > article.current:
            await on.press("}")
        for change in ("a", "escape"):  # The editor takes lines from the article, and gives them back.
            await on.press(change)
            assert on.reader.top_line.progress == f"{article.progress:.0%}".replace("%", " %")
        await on.pilot.resize_terminal(120, 20)
        await on.settle()
        assert article.top <= article.first_line(article.current) < article.top + article.page


async def test_the_place_of_the_item_under_the_cursor_stays_in_view(open_reader: Opener) -> None:
    async with open_reader() as on:
        article = on.reader.article
        await on.press("3", "j", "j", "j", "j")
        for size in ((80, 24), (110, 30), (80, 14)):
            await on.pilot.resize_terminal(*size)
            await on.settle()
            block, ((start, _),) = next(iter(article.ranges("lit").items()))
            assert article.top <= article.line_of(block, start) < article.top + article.page, size


async def test_the_scrollbar_is_the_framework_s_own_and_takes_the_mouse(open_reader: Opener) -> None:
    async with open_reader() as on:
        bar, article = on.reader.article.vertical_scrollbar, on.reader.article
        foot = (0, bar.size.height - 1)
        for top in (0, article.line_count // 3, article.line_count):
            article.scroll_to_line(top)
            await on.settle()
            whole = bar.size.region
            assert bar.render_lines(whole) == ScrollBar.render_lines(bar, whole)
            low = whole.shrink((foot[1] // 2, 0, 0, 0))
            assert bar.render_lines(low) == ScrollBar.render_lines(bar, low)
        await on.press("home")
        await on.pilot.click(bar, offset=foot)
        await on.settle()
        assert article.top > 0
        before = article.top
        await on.pilot.click(bar, offset=(0, 0))
        await on.settle()
        assert article.top < before


@pytest.mark.parametrize("size", [(120, 40), (80, 24), (40, 12)])
async def test_columns_of_lines_are_drawn_as_the_framework_draws_them(open_reader: Opener, size: tuple[int, int]) -> None:
    async with open_reader(size=size) as on:
        seen = set()
        for key in ("down", "pagedown", "v", "escape", "a", "x", "escape", "3", "j", "tab", "1", "0", "m", "g"):
            await on.press(key)
            for view in on.app.screen.query(LineView):
                if view.is_on_screen and view.size.width:
                    whole = view.size.region
                    assert view.render_lines(whole) == StylesCache().render_widget(view, whole), (key, view)
                    seen.add(type(view).__name__)
        assert "Article" in seen
        assert "PaneList" in seen


async def test_what_was_drawn_of_a_briefing_goes_with_it(open_reader: Opener) -> None:
    async with open_reader() as on:
        kept = []
        for _ in range(4):
            await on.press("B", "enter")
            gc.collect()
            kept.append(sum(isinstance(one, StylesCache) for one in gc.get_objects()))
        assert kept[1] == kept[2] == kept[3]


async def test_tab_goes_through_the_regions(open_reader: Opener) -> None:
    async with open_reader() as on:
        regions = []
        for _ in range(3):
            await on.press("tab")
            regions.append(on.reader.frame.region)
        assert regions == ["pane", "outline", "article"]


async def test_narrow_terminals_show_one_region_and_the_place_under_the_pane(open_reader: Opener) -> None:
    async with open_reader(size=(40, 12)) as on:
        assert not on.reader.side.display
        await on.press("3", "j")
        assert not on.reader.article.display
        assert on.reader.place_lines.display
        assert "A line in the cobbles" in on.screen_text() or "%" in on.screen_text()
        await on.press("enter")
        assert on.reader.article.display
        assert on.lit_words() == list(on.reader.session.briefing.quotes[1].parts)


async def test_z_shows_the_article_alone_and_all_again(open_reader: Opener) -> None:
    async with open_reader() as on:
        await on.press("z")
        assert not on.reader.left.display
        assert not on.reader.side.display
        await on.press("z")
        assert on.reader.left.display
        assert on.reader.side.display


async def test_backslash_hides_the_outline_and_angle_brackets_move_the_border(open_reader: Opener) -> None:
    async with open_reader() as on:
        await on.press("backslash")
        assert not on.reader.left.display
        width = on.reader.side.size.width
        await on.press("less_than_sign")
        assert on.reader.side.size.width == width + 4
        await on.press("greater_than_sign", "greater_than_sign")
        assert on.reader.side.size.width == width - 4


async def test_clicks_open_tabs_sections_and_footer_keys(open_reader: Opener) -> None:
    async with open_reader() as on:
        x, name = on.reader.side.tab_spans[2]
        await on.pilot.click(on.reader.side, offset=(x + 1, 0))
        await on.settle()
        assert on.reader.side.current == name == "quotes"
        first, _ = on.reader.outline.item_range(3)
        await on.pilot.click(on.reader.outline, offset=(4, first))
        await on.settle()
        assert on.top_words().startswith("What lies under the stone")
        await on.pilot.click(on.reader.key_line, offset=(2, 0))
        await on.settle()
        assert on.heading_at_top() == "Ash, shells and water"


async def test_help_lists_every_command_and_esc_closes_it(open_reader: Opener) -> None:
    from briefing_tui.ui.dialogs.help import help_blocks

    everything = "\n".join(block.text for block in help_blocks([ReadScreen.TABLE], ReadScreen.TABLE))
    assert "To the next section of the article." in everything
    async with open_reader() as on:
        await on.press("question_mark")
        assert "One line, or one item, down." in on.screen_text()
        await on.press("escape")
        assert len(on.app.screen_stack) == 1


@pytest.mark.parametrize(("size", "least"), [((120, 40), 62), ((80, 24), 45)])
async def test_help_takes_the_width_of_its_box(open_reader: Opener, size: tuple[int, int], least: int) -> None:
    async with open_reader(size=size) as on:
        await on.press("question_mark")
        view = on.app.screen.query_one(HelpView)
        widths = [
            [sum(piece.end - piece.start for piece in line) for line in view.lines_of(number)]
            for number, block in enumerate(view.blocks)
            if block.style == "text"
        ]
        assert max(width for lines in widths for width in lines) > least
        for number, block in enumerate(view.blocks):
            lines = view.lines_of(number)
            for line, after in pairwise(lines):
                word = block.text[after[-1].start :].split(" ")[0]
                assert sum(piece.end - piece.start + len(piece.fill) for piece in line) + 1 + len(word) > view.text_width


async def test_help_begins_with_what_the_screen_that_asks_can_do(open_reader: Opener) -> None:
    async with open_reader() as on:
        for keys, group in (((), "Move"), (("B",), "Library")):
            await on.press(*keys, "question_mark")
            view = on.app.screen.query_one(HelpView)
            assert view.blocks[0].text == group
            assert sorted(block.text for block in view.blocks if block.style == "group") == sorted(GROUPS)
            await on.press("escape")


async def test_the_palette_runs_a_command_of_the_table(open_reader: Opener) -> None:
    async with open_reader() as on:
        await on.press("colon")
        await on.type("images")
        await on.press("enter")
        await on.settle()
        assert on.reader.side.current == "images"


async def test_the_footer_shows_what_works_here(open_reader: Opener) -> None:
    async with open_reader() as on:
        assert "]/[ section" in on.screen_text().splitlines()[-1]
        await on.press("3")
        footer = on.screen_text().splitlines()[-1]
        assert "s only…" in footer
        assert "⏎ to the place" in footer


async def test_the_footer_of_an_empty_pane_offers_nothing_for_an_item(open_reader: Opener) -> None:
    async with open_reader() as on:
        await on.press("5")
        footer = on.screen_text().splitlines()[-1]
        for label in ("to the place", "edit", "delete", "words…", "sort", "only…"):
            assert label not in footer
        assert "a annotate" in footer
        await write(on, "a first note")
        on.reader.key_line.hush()
        await on.press("5")
        footer = on.screen_text().splitlines()[-1]
        for label in ("to the place", "E edit", "D delete", "t words…", "S sort", "s only…"):
            assert label in footer
        await on.press("D")
        on.reader.key_line.hush()
        await on.settle()
        assert "edit" not in on.screen_text().splitlines()[-1]


async def test_the_footer_offers_no_place_that_an_item_does_not_have(open_reader: Opener) -> None:
    text = "---\nbriefing: 1\n---\n\n## Summary\n\n- A point without a section.\n\n## Article\n\nWords.\n"
    async with open_reader(None, text=text) as on:
        await on.press("1")
        assert "to the place" not in on.screen_text().splitlines()[-1]
        await on.press("3")
        footer = on.screen_text().splitlines()[-1]
        assert "to the place" not in footer
        assert "only…" not in footer
        await on.press("2")
        assert "open" not in on.screen_text().splitlines()[-1]


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
        timers = on.reader.loader.timers
        assert len(timers) == 2
        for key, asked in (("?", False), ("escape", True)):
            await on.press(key)
            assert [timer._active.is_set() for timer in timers] == [asked, asked]
