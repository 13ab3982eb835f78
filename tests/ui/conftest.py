"""A reader under test: opened on a content file, driven by keys, never waited for by the clock."""

import unicodedata
from collections.abc import AsyncIterator, Callable
from contextlib import AbstractAsyncContextManager, asynccontextmanager, suppress
from pathlib import Path

import pytest
from textual import events
from textual.keys import REPLACED_KEYS, _character_to_key, _get_unicode_name_from_key
from textual.pilot import Pilot
from textual.worker import WorkerCancelled

from briefing_tui.settings.paths import shipped_content
from briefing_tui.ui.app import BriefingApp
from briefing_tui.ui.library.screen import LibraryScreen
from briefing_tui.ui.read_screen import ReadScreen
from briefing_tui.ui.view.opened_file import Document

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
        """Wait until nothing is being computed, no message is under way, and what was computed is shown.

        Pilot waits for the process to be idle, by the clock: 20 ms and more each time. Here the queues are asked.
        """
        quiet = 0
        for _ in range(60):
            if quiet == 2 or not self.app.is_running:
                return
            await self.pilot._wait_for_screen()
            with suppress(WorkerCancelled):  # by another that came after it
                await self.app.workers.wait_for_complete()
            self.app.screen._on_timer_update()
            pumps = [self.app, *(node for screen in self.app.screen_stack for node in screen.walk_children(with_self=True))]
            quiet = 0 if any(pump.message_queue_size for pump in pumps) else quiet + 1

    async def press(self, *keys: str) -> None:
        """Press keys, one after the other, and let everything they started end."""
        for key in keys:
            self.send(key)
            await self.settle()

    def send(self, key: str) -> None:
        """A key as the terminal's driver sends it."""
        if len(key) == 1 and not key.isalnum():
            key = _character_to_key(key)
        name = _get_unicode_name_from_key(REPLACED_KEYS.get(key, key))
        try:
            character: str | None = unicodedata.lookup(name)
        except KeyError:
            character = key if len(key) == 1 else None
        event = events.Key(key, character)
        event.set_sender(self.app)
        assert self.app._driver is not None
        self.app._driver.send_message(event)

    async def type(self, text: str) -> None:
        """Type a text."""
        await self.press(*("space" if character == " " else character for character in text))

    async def paste(self, text: str) -> None:
        """Paste a text."""
        event = events.Paste(text)
        event.set_sender(self.app)
        assert self.app._driver is not None
        self.app._driver.send_message(event)
        await self.settle()

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
    (isolation / "Downloads").mkdir()  # Else a picture of the screen, which any key may ask for, goes to the current folder.

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
