"""Keys, mouse and terminal sizes, as the terminal's driver sends them."""

import random
import unicodedata

from textual import events
from textual.geometry import Size
from textual.keys import REPLACED_KEYS, _character_to_key, _get_unicode_name_from_key

from tests.ui.driver.screen import Seen


class Input(Seen):
    """Keyboard, mouse and terminal size as the user works them."""

    # Keys

    async def press(self, *keys: str) -> None:
        """Press keys one after the other and wait until everything they started has ended."""
        for key in keys:
            self.send(key)
            await self.settle()

    async def type(self, text: str) -> None:
        """Type a text."""
        await self.press(*("space" if character == " " else character for character in text))

    async def burst(self, *keys: str) -> None:
        """Press keys as fast as Pilot can, then wait."""
        await self.pilot.press(*keys)
        await self.settle()

    async def paste(self, text: str) -> None:
        """Paste a text."""
        event = events.Paste(text)
        event.set_sender(self.app)
        assert self.app._driver is not None
        self.app._driver.send_message(event)
        await self.settle()

    def send(self, key: str) -> None:
        """Send a key as the terminal's driver does, without waiting."""
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

    def post(self, key: str) -> None:
        """Post a key to the program, without waiting."""
        character = key if len(key) == 1 else {"space": " ", "enter": "\r"}.get(key)
        self.app.post_message(events.Key(_character_to_key(key) if len(key) == 1 else key, character))

    # Mouse

    async def click(self, words: str, within: str = "", times: int = 1) -> None:
        """Click the first letter of words on the screen, or in one of its parts."""
        await self.click_at(*self.find(words, within), times=times)

    async def click_at(self, x: int, y: int, times: int = 1) -> None:
        """Click a cell of the screen."""
        await self.pilot.click(offset=(x, y), times=times)
        await self.settle()

    async def click_frame(self) -> None:
        """Click the line at the top, which cannot have the focus."""
        region = self._region_of("header")
        await self.click_at(region.x + 3, region.y)

    async def click_article_row(self, row: int) -> None:
        """Click near the left end of a row of the article, counted from its frame."""
        region = self._region_of("article")
        await self.click_at(region.x + 10, region.y + row + 1)

    async def click_tab(self, number: int) -> None:
        """Click a pane's tab."""
        await self.click(str(number), "tabs")

    async def select_with_mouse(self, words: str, backwards: bool = False) -> None:
        """Drag over words in one row of the article, forwards or backwards."""
        x, y = self.find(words, "article")
        first, last = (x, y), (x + self.width_of(words) - 1, y)
        await self.drag(*(last, first) if backwards else (first, last))

    async def drag_out_of_article(self, steps: int) -> None:
        """Drag from the middle of the article to the row below it, and move there."""
        region = self._region_of("article")
        x = region.x + region.width // 2
        below = [(x + step % 2, region.bottom - 1) for step in range(steps)]
        await self.drag((x, region.y + region.height // 2), *below)

    async def drag(self, start: tuple[int, int], *others: tuple[int, int]) -> None:
        """Press the button over a cell, move over others, release over the last."""
        await self.pilot.mouse_down(offset=start)
        for cell in others:
            await self.pilot.hover(offset=cell)
        await self.pilot.mouse_up(offset=others[-1])
        await self.settle()

    async def scroll_wheel(self, part: str, steps: int) -> None:
        """Turn the wheel over a part of the screen; positive steps go down."""
        region = self._region_of(part)
        x, y = region.x + region.width // 2, region.y + region.height // 2
        kind = events.MouseScrollDown if steps > 0 else events.MouseScrollUp
        assert self.app._driver is not None
        for _ in range(abs(steps)):
            self.app._driver.send_message(kind(None, x, y, 0, 0, 0, False, False, False, x, y))
            await self.settle()

    def post_click(self, dice: random.Random) -> None:
        """Click a random cell, sometimes after a drag, without waiting."""
        assert self.app._driver is not None
        x, y = dice.randrange(max(1, self.app.size.width)), dice.randrange(max(1, self.app.size.height))
        for kind in (events.MouseMove, events.MouseDown, events.MouseUp):
            self.app._driver.process_message(kind(None, x, y, 0, 0, int(kind is not events.MouseMove), False, False, False, x, y))
            if kind is events.MouseDown and dice.random() < 0.3:
                x, y = dice.randrange(max(1, self.app.size.width)), dice.randrange(max(1, self.app.size.height))
                self.app._driver.process_message(events.MouseMove(None, x, y, 0, 0, 1, False, False, False, x, y))

    # The terminal's size

    async def resize(self, width: int, height: int) -> None:
        """Change the terminal's size."""
        await self.pilot.resize_terminal(width, height)
        await self.settle()

    def post_size(self, width: int, height: int) -> None:
        """Change the terminal's size, without waiting."""
        assert self.app._driver is not None
        self.app._driver._size = (width, height)
        size = Size(width, height)
        self.app._driver.process_message(events.Resize(size, size))
