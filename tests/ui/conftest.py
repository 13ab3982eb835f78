"""A reader under test: opened on a content file, driven by keys, never waited for by the clock."""

from collections.abc import AsyncIterator, Callable
from contextlib import AbstractAsyncContextManager, asynccontextmanager
from pathlib import Path

import pytest
from textual.pilot import Pilot

from briefing_tui.paths import shipped_content
from briefing_tui.ui.app import BriefingApp
from briefing_tui.ui.opening import Document
from briefing_tui.ui.screens.library import LibraryScreen
from briefing_tui.ui.screens.read import ReadScreen

HARBOUR = shipped_content() / "the-harbour-that-would-not-settle.md"
DIGEST = shipped_content() / "us-pakistani-ties.md"


class Driver:
    """A running reader, and what a person does with it."""

    def __init__(self, app: BriefingApp, pilot: Pilot[int]) -> None:
        self.app, self.pilot = app, pilot
        self.copied: list[str] = []
        self.opened: list[str] = []

    @property
    def reader(self) -> ReadScreen:
        """The reading screen, whatever lies on top of it."""
        found = [screen for screen in self.app.screen_stack if isinstance(screen, ReadScreen)]
        assert found, "no briefing is open"
        return found[-1]

    @property
    def library(self) -> LibraryScreen:
        """The library screen."""
        screen = self.app.screen
        assert isinstance(screen, LibraryScreen)
        return screen

    async def settle(self) -> None:
        """Wait until nothing is being computed, and what was computed is shown."""
        await self.pilot.pause()
        await self.app.workers.wait_for_complete()
        await self.pilot.pause()

    async def press(self, *keys: str) -> None:
        """Press keys, one after the other, and let everything they started end."""
        for key in keys:
            await self.pilot.press(key)
            await self.settle()

    async def type(self, text: str) -> None:
        """Type a text."""
        await self.press(*("space" if character == " " else character for character in text))

    def screen_text(self) -> str:
        """What is on the screen, a line a row."""
        rows = self.app.screen._compositor.render_strips()
        return "\n".join(strip.text.rstrip() for strip in rows)

    def lit_words(self) -> list[str]:
        """The words that are lit in the article."""
        article = self.reader.article
        return [article.blocks[block].text[a:b] for block, spans in sorted(article.ranges("lit").items()) for a, b in spans]

    def top_words(self) -> str:
        """The words at the top of the article's view."""
        article = self.reader.article
        block, offset = article.top_position()
        return article.blocks[block].text[offset : offset + 30]

    def heading_at_top(self) -> str:
        """The heading of the section that the current paragraph stands in."""
        reader = self.reader
        return reader.session.section_heading(reader.session.text.section_of(reader.article.current))


Opener = Callable[..., AbstractAsyncContextManager[Driver]]


@pytest.fixture
def open_reader(isolation: Path, monkeypatch: pytest.MonkeyPatch) -> Opener:
    """Opens the reader: on a content file (the long report unless another is named), on text, or on a library's folder."""

    @asynccontextmanager
    async def opened(
        path: Path | None = HARBOUR,
        size: tuple[int, int] = (120, 40),
        item: str | None = None,
        text: str | None = None,
        library: Path | None = None,
        theme: str | None = None,
    ) -> AsyncIterator[Driver]:
        document = None if library and path is HARBOUR else Document(path, path.stem if path else "stdin", text)
        app = BriefingApp(library or shipped_content(), isolation / "state", document, item)
        async with app.run_test(size=size) as pilot:
            driver = Driver(app, pilot)
            monkeypatch.setattr(app, "copy_to_clipboard", driver.copied.append)
            monkeypatch.setattr(app, "open_url", driver.opened.append)
            if theme:
                app.theme = theme
            await driver.settle()
            await driver.settle()
            yield driver

    return opened
