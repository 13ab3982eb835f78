"""The screen of source lines: what each was recognised as, and corrections."""

import threading
from collections.abc import Callable
from pathlib import Path

import pytest
from textual.pilot import Pilot

from briefing_tui.builder import build
from briefing_tui.contentfile.read.reader import load
from briefing_tui.contentfile.write.writer import write
from briefing_tui.library.line_correction_store import recall_corrections
from briefing_tui.settings import paths
from tests.sources import dumps, pages
from tests.ui.driver import Driver, Opener, new_app
from tests.ui.driver.screen import keep_messages
from tests.ui.driver.source_lines import slow_build

Compare = Callable[..., bool]


@pytest.fixture
def source(isolation: Path) -> Path:
    """Return the file of an article copied from a browser."""
    path = isolation / "ferry.txt"
    path.write_text(dumps.browser(), "utf-8")
    return path


async def go_to(on: Driver, words: str) -> None:
    """Put the cursor on a line, by finding it."""
    await on.press("slash", *(key.replace(" ", "space") for key in words), "enter")
    assert words.casefold() in on.source_line().text.casefold()
    await on.press("escape")


async def test_help_begins_with_the_keys_for_lines(open_reader: Opener, source: Path) -> None:
    async with open_reader(source) as on:
        await on.press("X", "question_mark")
        rows = on.screen_text().splitlines()
        assert any("This line is the title." in row for row in rows[:8])


async def test_the_lines_open_at_the_articles_first(open_reader: Opener, isolation: Path) -> None:
    path = isolation / "ferry.html"
    menu = "".join(f"<li><a href='/{n}'>Part {n} of the page's menu</a></li>" for n in range(60))
    path.write_text(pages.PAGE.replace("<main>", f"<nav><ul>{menu}</ul></nav><main>"), "utf-8")
    async with open_reader(path) as on:
        await on.press("X")
        assert on.source_line().kind != "dropped"
        assert "The harbour that would not settle" in on.screen_text()


async def test_a_click_moves_the_cursor_to_the_line_and_n_goes_from_hit_to_hit(open_reader: Opener, source: Path) -> None:
    async with open_reader(source) as on:
        await on.press("X")
        await on.click_at(20, 6)
        first = on.source_cursor()
        await on.click_at(20, 9)
        assert on.source_cursor() == first + 3
        await on.press("slash", *"the", "enter")
        first = on.source_cursor()
        await on.press(*"nnnnnnnn")
        assert on.source_cursor() != first
        await on.press(*"NNNNNNNN")
        assert on.source_cursor() == first


async def test_a_line_set_right_twice_is_one_line(open_reader: Opener, source: Path) -> None:
    async with open_reader(source) as on:
        await on.press("X")
        await go_to(on, "nobody at the meeting")
        await on.press("h", "l")
        assert on.details_shown()[1].startswith("1 corrected")


async def test_a_line_set_right_is_shown_and_remembered(open_reader: Opener, source: Path, isolation: Path) -> None:
    async with open_reader(source) as on:
        await on.press("X")
        await go_to(on, "nobody at the meeting")
        number = on.source_cursor()
        await on.press("h")
        assert on.source_cursor() == number
        assert "heading" in on.source_line_told()
        await on.press("escape")
        assert on.briefing().sections[-1].heading == dumps.BELOW[2]
    (kept,) = (isolation / "state" / "corrections").iterdir()
    assert [correction.kind for correction in recall_corrections(kept)] == ["heading"]
    async with open_reader(source) as on:
        assert on.briefing().sections[-1].heading == dumps.BELOW[2]
        await on.press("X", "U", "escape")
        assert on.briefing().sections[-1].heading == dumps.HEADING
    assert not kept.exists()


async def test_a_content_file_has_it_written_and_keeps_edits(open_reader: Opener, source: Path, isolation: Path) -> None:
    path = isolation / "ferry.md"
    text = write(build(source, id="ferry").briefing)
    path.write_text(text.replace("# Who pays for the bus", "# Who pays for it"), "utf-8")
    async with open_reader(path) as on:
        await on.press("X")
        await go_to(on, "tilda marsh")
        await on.press("x", "escape")
        assert not any("Tilda" in text for text in on.article_paragraphs())
    briefing = load(path).briefing
    assert briefing.sections[-1].heading == "Who pays for it"
    assert not any("Tilda" in quote.parts[0] for quote in briefing.quotes)
    assert "is: nothing" in path.read_text("utf-8")


async def test_enter_leads_to_the_lines_place_and_a_dropped_one_says_why(open_reader: Opener, source: Path) -> None:
    async with open_reader(source, size=(80, 24)) as on:
        await on.press("X", "G", "enter")
        assert "not in the article" in on.message()
        await go_to(on, "councillor ambrose")
        await on.press("enter")
        assert on.screen_name() == "reader"
        assert on.current_paragraph().startswith("Councillor Ambrose")


async def test_a_filter_shows_what_was_dropped_and_a_saved_file_has_what_was_said(open_reader: Opener, source: Path) -> None:
    async with open_reader(source) as on:
        await on.press("X", "v", "v")
        assert {line.kind for line in on.source_lines_shown()} == {"dropped"}
        await on.press("h", "escape", "C", "enter")
        saved = on.path()
        assert saved is not None
        assert saved != source
        assert "is: heading" in saved.read_text("utf-8")


async def test_where_the_source_is_not_at_hand_the_reader_says_so(open_reader: Opener) -> None:
    async with open_reader() as on:
        await on.press("X")
        assert on.screen_name() == "reader"


async def test_a_long_build_tells_what_it_does_and_can_be_left(isolation: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    started, release = threading.Event(), threading.Event()

    def slow(*arguments: object) -> None:
        tell = arguments[2]
        assert callable(tell)
        tell("finding the article")
        started.set()
        release.wait(20)

    slow_build(monkeypatch, slow)
    path = isolation / "book.txt"
    path.write_text("words", "utf-8")
    app = new_app(paths.shipped_content(), isolation / "state", path)
    async with app.run_test() as pilot:
        on = Driver(app, pilot)
        while not (started.is_set() and on.screen_name() == "building"):
            await pilot.pause(0.01)
        await pilot.pause()
        assert "finding the article" in on.screen_text()
        await pilot.press("escape")
    assert app.return_code == 0
    release.set()


@pytest.mark.parametrize("size", [(40, 12), (80, 24), (120, 40)], ids=str)
def test_the_lines_at_three_sizes(
    size: tuple[int, int], source: Path, isolation: Path, snap_compare: Compare, monkeypatch: pytest.MonkeyPatch
) -> None:
    keep_messages(monkeypatch)
    app = new_app(paths.shipped_content(), isolation / "state", source)

    async def use(pilot: Pilot[int]) -> None:
        on = Driver(app, pilot)
        await on.settle()
        await on.settle()
        assert on.screen_name() == "reader"
        await on.press("X", "home", *"ddkkk", "c", "j", "j", "x", "k", "k")
        await on.end_message()

    assert snap_compare(app, terminal_size=size, run_before=use)


async def test_of_a_source_without_an_article_lines_can_be_said_to_be_one(open_reader: Opener, isolation: Path) -> None:
    path = isolation / "notice.txt"
    path.write_text("The ferry is late\n\nOn Mondays\n\nIt leaves at nine\n", "utf-8")
    async with open_reader(path) as on:
        await on.press("X")
        assert [line.kind for line in on.source_lines()] == ["dropped"] * 3
        await on.press("t", "j", "h")
        assert not on.rebuilt_briefing().sections
        await on.press("j", "p", "escape")
        briefing = on.briefing()
        assert briefing.title == "The ferry is late"
        assert [(section.heading, section.paragraphs[0].text) for section in briefing.sections] == [
            ("On Mondays", "It leaves at nine")
        ]
    async with open_reader(path) as on:
        assert on.briefing().title == "The ferry is late"
        assert on.corrections_count() == 3


async def test_a_page_without_an_article_shows_its_lines(open_reader: Opener, isolation: Path) -> None:
    path = isolation / "login.html"
    path.write_text("<html><body><h1>The ferry</h1><p>Log in to read on</p></body></html>", "utf-8")
    async with open_reader(path) as on:
        await on.press("X")
        assert [line.text for line in on.source_lines()] == ["The ferry", "Log in to read on"]
        await on.press("j", "p", "escape")
        assert on.briefing().sections[0].paragraphs[0].text == "Log in to read on"
