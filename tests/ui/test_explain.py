"""The screen of a source's lines: what each was taken for, setting one right, and where that is kept."""

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
from briefing_tui.ui.app import BriefingApp
from briefing_tui.ui.dialogs.building import BuildingScreen
from briefing_tui.ui.read_screen import ReadScreen
from briefing_tui.ui.reader import loader
from briefing_tui.ui.source_lines.screen import ExplainScreen
from briefing_tui.ui.view.opened_file import Document
from briefing_tui.ui.widgets.bars import KeyLine
from tests.sources import dumps, pages
from tests.ui.conftest import Driver, Opener

Compare = Callable[..., bool]


@pytest.fixture
def source(isolation: Path) -> Path:
    """An article as it was copied from a browser."""
    path = isolation / "ferry.txt"
    path.write_text(dumps.browser(), "utf-8")
    return path


def lines_of(on: Driver) -> ExplainScreen:
    """The screen of the source's lines."""
    screen = on.app.screen
    assert isinstance(screen, ExplainScreen)
    return screen


async def go_to(on: Driver, words: str) -> None:
    """Put the cursor on a line, by finding it."""
    await on.press("slash", *(key.replace(" ", "space") for key in words), "enter")
    row = lines_of(on).list.row
    assert row is not None
    assert words.casefold() in row.text.casefold()
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
        row = lines_of(on).list.row
        assert row is not None
        assert row.kind != "dropped"
        assert "The harbour that would not settle" in on.screen_text()


async def test_a_line_set_right_twice_is_one_line(open_reader: Opener, source: Path) -> None:
    async with open_reader(source) as on:
        await on.press("X")
        await go_to(on, "nobody at the meeting")
        await on.press("h", "l")
        assert lines_of(on).top_line.details[1].startswith("1 set right")


async def test_a_line_set_right_is_shown_and_remembered(open_reader: Opener, source: Path, isolation: Path) -> None:
    async with open_reader(source) as on:
        await on.press("X")
        await go_to(on, "nobody at the meeting")
        number = lines_of(on).list.cursor
        await on.press("h")
        assert lines_of(on).list.cursor == number
        assert "heading" in lines_of(on).detail.heading
        await on.press("escape")
        assert on.reader.session.briefing.sections[-1].heading == dumps.BELOW[2]
    (kept,) = (isolation / "state" / "corrections").iterdir()
    assert [correction.kind for correction in recall_corrections(kept)] == ["heading"]
    async with open_reader(source) as on:
        assert on.reader.session.briefing.sections[-1].heading == dumps.BELOW[2]
        await on.press("X", "U", "escape")
        assert on.reader.session.briefing.sections[-1].heading == dumps.HEADING
    assert not kept.exists()


async def test_a_content_file_has_it_written_and_keeps_edits(open_reader: Opener, source: Path, isolation: Path) -> None:
    path = isolation / "ferry.md"
    text = write(build(source, id="ferry").briefing)
    path.write_text(text.replace("# Who pays for the bus", "# Who pays for it"), "utf-8")
    async with open_reader(path) as on:
        await on.press("X")
        await go_to(on, "tilda marsh")
        await on.press("x", "escape")
        assert not any("Tilda" in block.text for block in on.reader.session.text.blocks)
    briefing = load(path).briefing
    assert briefing.sections[-1].heading == "Who pays for it"
    assert not any("Tilda" in quote.parts[0] for quote in briefing.quotes)
    assert "is: nothing" in path.read_text("utf-8")


async def test_enter_leads_to_the_lines_place_and_a_dropped_one_says_why(open_reader: Opener, source: Path) -> None:
    async with open_reader(source, size=(80, 24)) as on:
        await on.press("X", "G", "enter")
        assert "not in the article" in lines_of(on).key_line.message
        await go_to(on, "councillor ambrose")
        await on.press("enter")
        assert on.app.screen is on.reader
        article = on.reader.article
        assert article.blocks[article.current].text.startswith("Councillor Ambrose")


async def test_a_filter_shows_what_was_dropped_and_a_saved_file_has_what_was_said(open_reader: Opener, source: Path) -> None:
    async with open_reader(source) as on:
        await on.press("X", "v", "v")
        shown = [lines_of(on).list.rows[index].kind for index in lines_of(on).list.shown]
        assert set(shown) == {"dropped"}
        await on.press("h", "escape", "C", "enter")
        saved = on.reader.document.path
        assert saved is not None
        assert saved != source
        assert "is: heading" in saved.read_text("utf-8")


async def test_where_the_source_is_not_at_hand_the_reader_says_so(open_reader: Opener) -> None:
    async with open_reader() as on:
        await on.press("X")
        assert on.app.screen is on.reader


async def test_a_long_build_tells_what_it_does_and_can_be_left(isolation: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    started, release = threading.Event(), threading.Event()

    def slow(*arguments: object) -> None:
        tell = arguments[2]
        assert callable(tell)
        tell("finding the article")
        started.set()
        release.wait(20)

    monkeypatch.setattr(Document, "load", slow)
    monkeypatch.setattr(loader, "PATIENCE", 0.01)
    path = isolation / "book.txt"
    path.write_text("words", "utf-8")
    app = BriefingApp(paths.shipped_content(), isolation / "state", Document(path, "book"))
    async with app.run_test() as pilot:
        while not (started.is_set() and isinstance(app.screen, BuildingScreen)):
            await pilot.pause(0.01)
        await pilot.pause()
        assert "finding the article" in Driver(app, pilot).screen_text()
        await pilot.press("escape")
    assert app.return_code == 0
    release.set()


@pytest.mark.parametrize("size", [(40, 12), (80, 24), (120, 40)], ids=str)
def test_the_lines_at_three_sizes(
    size: tuple[int, int], source: Path, isolation: Path, snap_compare: Compare, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(KeyLine, "MESSAGE_SECONDS", 3600)
    app = BriefingApp(paths.shipped_content(), isolation / "state", Document(source, "ferry"))

    async def use(pilot: Pilot[int]) -> None:
        on = Driver(app, pilot)
        await on.settle()
        await on.settle()
        assert isinstance(app.screen, ReadScreen)
        await on.press("X", "home", *"ddkkk", "c", "j", "j", "x", "k", "k")
        lines_of(on).key_line.hush()
        await on.settle()

    assert snap_compare(app, terminal_size=size, run_before=use)


async def test_of_a_source_without_an_article_lines_can_be_said_to_be_one(open_reader: Opener, isolation: Path) -> None:
    path = isolation / "notice.txt"
    path.write_text("The ferry is late\n\nOn Mondays\n\nIt leaves at nine\n", "utf-8")
    async with open_reader(path) as on:
        await on.press("X")
        screen = lines_of(on)
        assert screen.explaining is not None
        assert [row.kind for row in screen.explaining.rows] == ["dropped"] * 3
        await on.press("t", "j", "h")
        assert not screen.explaining.built.briefing.sections
        await on.press("j", "p", "escape")
        briefing = on.reader.session.briefing
        assert briefing.title == "The ferry is late"
        assert [(section.heading, section.paragraphs[0].text) for section in briefing.sections] == [
            ("On Mondays", "It leaves at nine")
        ]
    async with open_reader(path) as on:
        assert on.reader.session.briefing.title == "The ferry is late"
        assert len(on.reader.session.corrections) == 3


async def test_a_page_without_an_article_shows_its_lines(open_reader: Opener, isolation: Path) -> None:
    path = isolation / "login.html"
    path.write_text("<html><body><h1>The ferry</h1><p>Log in to read on</p></body></html>", "utf-8")
    async with open_reader(path) as on:
        await on.press("X")
        screen = lines_of(on)
        assert screen.explaining is not None
        assert [row.text for row in screen.explaining.rows] == ["The ferry", "Log in to read on"]
        await on.press("j", "p", "escape")
        assert on.reader.session.briefing.sections[0].paragraphs[0].text == "Log in to read on"
