"""Reading: panes, live evidence, jumps, history, bookmarks, the remembered position."""

from pathlib import Path

import pytest

from briefing_tui.model.briefing import Place
from briefing_tui.settings.paths import shipped_content
from tests.sources import pages
from tests.ui.driver import DIGEST, HARBOUR, Driver, Opener
from tests.ui.driver.program import run_without_terminal


async def test_opens_at_the_start_with_outline_article_and_summary(open_reader: Opener) -> None:
    async with open_reader() as on:
        text = on.screen_text()
        assert "The harbour that would not settle" in text.splitlines()[0]
        assert "Outline" in text
        assert "A line in the cobbles" in text
        assert "1Summary" in text
        assert on.region() == "article"


async def test_at_the_start_the_title_is_the_current_paragraph_not_the_line_over_it(open_reader: Opener) -> None:
    async with open_reader() as on:
        assert on.article_kinds()[0] == "kicker"
        for keys in ((), ("space", "home"), ("}", "}", "b"), ("]", "g", "g")):
            await on.press(*keys)
            assert on.current_kind() == "title", keys
            assert on.top_row() == 0
        await on.press("y")
        assert on.copied == [on.briefing().title]
        await on.press("{")
        assert on.current_number() == 0


async def test_a_place_at_the_title_is_the_title_and_is_shown_with_the_line_over_it(open_reader: Opener, tmp_path: Path) -> None:
    file = tmp_path / "report.md"
    file.write_bytes(HARBOUR.read_bytes())
    async with open_reader(file) as on:
        await on.press("m", "x", "]", "]", "apostrophe", "x")
        assert on.current_kind() == "title"
        assert on.top_row() == 0
        file.write_text(file.read_text().replace("The first to notice was a dog.", "The first was a dog."))
        await on.look_at_file()
        assert on.top_row() == 0
        assert on.kind_at(Place("title")) == "title"


async def test_enter_goes_to_the_place_and_back_returns(open_reader: Opener) -> None:
    async with open_reader() as on:
        before = on.top_words()
        await on.press("3", "G", "enter")
        there = on.top_words()
        assert on.region() == "article"
        assert on.lit_words() == list(on.briefing().quotes[-1].parts)
        await on.press("escape")
        assert on.top_words() == there
        await on.press("H")
        assert on.top_words() == before
        await on.press("L")
        assert on.current_number() > 10


async def test_reading_on_at_a_previewed_place_leaves_a_way_back(open_reader: Opener) -> None:
    async with open_reader() as on:
        await on.press("space", "space", "j", "j")
        before = on.top_words()
        await on.press("3", "G", "0", "k")
        assert on.top_words() != before
        await on.press("H")
        assert on.top_words() == before


async def test_a_new_place_cuts_the_forward_part_of_history(open_reader: Opener) -> None:
    async with open_reader() as on:
        await on.press("]", "]", "]", "H", "H", "G", "[")
        assert not on.can_go_forward()


async def test_section_keys_walk_through_the_sections_and_back(open_reader: Opener) -> None:
    async with open_reader() as on:
        await on.press("]")
        assert on.current_section() == "Lead"
        await on.press("]")
        assert on.current_section() == "A line in the cobbles"
        assert on.top_words().startswith("A line in the cobbles")
        await on.press("J", "K")
        assert on.current_section() == "A line in the cobbles"


async def test_quote_keys_walk_through_every_quote_in_article_order(open_reader: Opener) -> None:
    async with open_reader() as on:
        seen = []
        for _ in range(5):
            await on.press(")")
            seen.append(on.lit_words()[0])
        assert seen == [quote.parts[0] for quote in on.briefing().quotes[:5]]
        await on.press("(")
        assert on.lit_words()[0] == seen[3]


async def test_g_lists_the_sections_and_a_letter_goes_there(open_reader: Opener) -> None:
    async with open_reader() as on:
        await on.press("g", "c")
        assert on.top_words().startswith("Three surveys, one answer")
        await on.press("g", "g")
        assert on.top_row() == 0


async def test_f_puts_letters_on_the_screen_and_a_letter_jumps(open_reader: Opener) -> None:
    async with open_reader() as on:
        await on.press("f")
        assert on.jump_letters() > 20
        await on.press("f", "escape")
        assert on.screen_names() == ["reader"]


async def test_a_mark_is_set_and_visited(open_reader: Opener) -> None:
    async with open_reader() as on:
        await on.press("]", "]", "]", "m", "x")
        there = on.top_words()
        await on.press("home", "apostrophe", "x")
        assert on.top_words() == there


async def test_actors_open_to_what_they_said_and_where_they_are_named(open_reader: Opener) -> None:
    async with open_reader() as on:
        await on.press("2")
        closed = len(on.pane_items())
        await on.press("l", "j")
        item = on.cursor_item()
        assert len(on.pane_items()) > closed
        assert item is not None
        assert item.kind == "quote"
        assert on.lit_words()
        await on.press("h")
        assert len(on.pane_items()) == closed


async def test_s_shows_one_speakers_quotes_only_and_esc_everybodys_again(open_reader: Opener) -> None:
    async with open_reader() as on:
        await on.press("3")
        everybody = len(on.pane_items())
        await on.press("s", "b")
        alone = len(on.pane_items())
        assert 0 < alone < everybody
        assert f"only {on.only_speaker()}" in on.screen_text()
        await on.press("escape", "escape")
        assert len(on.pane_items()) == everybody


async def test_captions_lead_to_their_place(open_reader: Opener) -> None:
    async with open_reader() as on:
        await on.press("4", "j")
        image = on.briefing().images[1]
        assert on.lit_words() == [image.caption]


async def test_a_digest_sets_quotes_and_captions_between_its_paragraphs(open_reader: Opener) -> None:
    async with open_reader(DIGEST) as on:
        assert on.article_kinds().count("caption") >= 4
        assert all(on.is_set_in_article(quote.id) for quote in on.briefing().quotes)
        await on.press("3", "j")
        assert on.lit_words() == [f"“{part}”" for part in on.briefing().quotes[1].parts]


async def test_opens_at_the_item_that_was_asked_for(open_reader: Opener) -> None:
    async with open_reader(item="who-pays") as on:
        assert on.top_words().startswith("Who pays")
    async with open_reader(item="nothing-of-that-name") as on:
        assert "There is no nothing-of-that-name" in on.screen_text()


async def test_reads_on_where_one_stopped(open_reader: Opener) -> None:
    async with open_reader() as on:
        await on.press("]", "]", "]", "d", "m", "a")
        there = on.top_words()
        await on.press("q")
    async with open_reader() as on:
        assert on.top_words() == there
        assert "a" in on.marks()


async def test_a_changed_file_is_read_anew_in_place(open_reader: Opener, tmp_path: Path) -> None:
    file = tmp_path / "report.md"
    file.write_bytes(HARBOUR.read_bytes())
    async with open_reader(file) as on:
        await on.press("]", "]", "]")
        there = on.top_words()
        file.write_text(file.read_text().replace("The first to notice was a dog.", "A new first sentence. The first was a dog."))
        await on.look_at_file()
        assert on.top_words() == there
        assert any("A new first sentence." in text for text in on.article_paragraphs())


async def test_a_file_that_vanishes_stays_on_the_screen(open_reader: Opener, tmp_path: Path) -> None:
    file = tmp_path / "report.md"
    file.write_bytes(HARBOUR.read_bytes())
    async with open_reader(file) as on:
        file.unlink()
        await on.look_at_file()
        assert "The first to notice was a dog." in on.screen_text()


async def test_a_file_that_turns_into_something_else_does_not_wipe_the_screen(open_reader: Opener, tmp_path: Path) -> None:
    file = tmp_path / "report.md"
    file.write_bytes(HARBOUR.read_bytes())
    async with open_reader(file) as on:
        file.write_bytes(b"\xff\xfe\x00")
        await on.look_at_file()
        assert "The first to notice was a dog." in on.screen_text()


async def test_keys_that_come_in_one_burst_are_handled_one_after_the_other(open_reader: Opener) -> None:
    async with open_reader() as on:
        for burst in ("gd", "/quay"):
            for character in burst:
                on.post(character)
            await on.settle()
        assert on.current_section() == "What lies under the stone"
        assert on.sought() == "quay"


async def test_a_name_in_a_script_without_spaces_is_found(open_reader: Opener) -> None:
    text = "---\nbriefing: 1\n---\n\n## Key actors\n\n### 山田太郎\n\nperson\n\n## Article\n\n「待つ」と山田太郎は言った。\n"
    async with open_reader(None, text=text) as on:
        await on.press("2")
        assert "1 mention" in on.screen_text()


NAMED_ELSEWHERE = """---
briefing: 1
title: Ortega Works closes
---

## Key actors

### Maria Ortega

person · harbour engineer

### Ada Brandt

person

### Jun Sato

person

### Ortega Works

organization

## Images

![](quay.jpg)

Maria Ortega measures the crack in the wall of the quay while Ada Brandt, right, waits for her.
*Jun Sato*, [Lead](#lead)

![](yard.jpg)

Ada Brandt at the yard
[Lead](#lead)

## Article

### Lead

Nobody is named here.
"""


async def test_an_actor_whom_no_paragraph_names_leads_to_the_caption_or_the_title_that_does(open_reader: Opener) -> None:
    async with open_reader(None, text=NAMED_ELSEWHERE) as on:
        await on.press("2", "home")
        seen = []
        for _ in range(4):
            item = on.cursor_item()
            assert item is not None
            seen.append((item.lines[-1], on.lit_words(), "█" in item.lines[-2]))
            await on.press("j")
        assert seen == [
            ("only in a picture's caption", ["Maria Ortega"], True),
            ("only in 2 pictures' captions", ["Ada Brandt", "Ada Brandt"], True),
            ("0 mentions", [], False),
            ("only in the title", ["Ortega Works"], True),
        ]
        await on.press("home", "l", "j")
        assert "Maria Ortega measures the crack" in on.screen_text().partition("Actors")[2]
        assert on.lit_words() == ["Maria Ortega"]


async def test_prose_that_was_left_out_of_a_saved_page_is_among_the_problems(open_reader: Opener, isolation: Path) -> None:
    words = "The fence was taken down on Sunday night, and it lay in the basin until the crane came."
    path = isolation / "fence.html"
    path.write_text(pages.PAGE.replace("<p>Sign up", f"<div class='promo'><p>{words}</p></div><p>Sign up"), "utf-8")
    async with open_reader(path) as on:
        await on.press("P")
        assert any("left out (in a box named 'promo'): The fence was" in text for text in on.pane_lines())


async def test_a_file_with_problems_opens_and_lists_them(open_reader: Opener) -> None:
    front = "---\nbriefing: 1\ntitle: Broken\n---\n\n"
    quote = "## Quotes\n\n> “Words”\n\n— [Nobody](#nobody), said, [Gone](#gone)\n\n"
    broken = f"{front}{quote}## Article\n\nText.\n"
    async with open_reader(None, text=broken) as on:
        await on.press("P")
        assert "Problems in this file" in on.screen_text()
        item = on.cursor_item()
        assert item is not None
        assert item.kind == "problem"


ARTICLE = """The harbour that moved

March 2, 2026

Two quays are closed, and nobody agrees who pays.

The harbour board said on Tuesday that the east quay would stay closed until the autumn, after a survey found cracks in it.

"We measured it three times," said Maria Ortega, the harbour engineer. "It moved three times."

Who pays

The ministry has not said whether it will pay for the repair, which the board expects to cost four million.

"Nobody asked the crews," said Jun Sato, a ferry captain.
"""


async def test_an_article_is_built_on_the_way(open_reader: Opener, tmp_path: Path) -> None:
    file = tmp_path / "harbour.txt"
    file.write_text(ARTICLE)
    async with open_reader(file) as on:
        assert on.briefing().title == "The harbour that moved"
        assert "Built from the article as it is" in on.screen_text()
        await on.press("3")
        assert "Maria Ortega" in on.screen_text()
        assert on.is_quoted_in_article(on.briefing().quotes[0])
    assert file.read_text() == ARTICLE


def test_a_key_behind_the_one_that_quits_is_no_failure(monkeypatch: pytest.MonkeyPatch) -> None:
    async def quit_and_go_on(on: Driver) -> None:
        await on.settle()
        await on.settle()
        for key in "qa":
            on.send(key)

    assert run_without_terminal(monkeypatch, HARBOUR, shipped_content(), quit_and_go_on) == 0


async def test_a_key_typed_as_a_list_opens_moves_in_it(open_reader: Opener) -> None:
    async with open_reader() as on:
        on.send("g")
        await on.wait_for_screen()
        on.send("G")
        await on.settle()
        assert on.chosen() == len(on.choices()) - 1 > 0


@pytest.mark.parametrize("keys", ["g", "f", "m", "?", "e"])
async def test_a_screen_that_is_closed_twice_at_once_closes_nothing_else(open_reader: Opener, keys: str) -> None:
    async with open_reader() as on:
        await on.press(*keys)
        assert on.screen_name() != "reader"
        await on.close_twice()
        assert on.screen_name() == "reader"
        await on.press("3", "j")
        assert on.lit_words()


async def test_the_end_of_a_last_paragraph_longer_than_the_screen_is_reached_and_kept(open_reader: Opener) -> None:
    text = f"---\nbriefing: 1\ntitle: Long\n---\n\n## Article\n\n{'Word after word. ' * 400}The end.\n"
    async with open_reader(None, text=text, size=(80, 20)) as on:
        for keys in (("G",), ("space",), ("j",), ("home", *["space"] * 30)):
            await on.press(*keys)
            assert on.is_in_view("The end."), keys
