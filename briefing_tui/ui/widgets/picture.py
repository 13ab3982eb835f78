"""Show a picture as well as the terminal can."""

import time
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from random import randrange
from typing import cast

from textual.events import Click
from textual.geometry import Region
from textual.message import Message
from textual.strip import Strip
from textual.widget import Widget
from textual.worker import get_current_worker

from briefing_tui.model.briefing import Image
from briefing_tui.pictures.files import NoPicture, read_picture
from briefing_tui.ui.terminal.app import TerminalApp
from briefing_tui.ui.terminal.graphics import write_to_terminal
from briefing_tui.ui.view.picture_rows import Drawn, Look, draw, words_rows

_DELAY, _IN_A_ROW = 0.03, 0.3
"""Seconds that the cursor must rest on an image before its picture is decoded if another was asked for so many seconds ago.

So a key that is held decodes one picture.
"""
_MOST_KEPT = 8
"""The pictures that are kept decoded, so that going back to one is at once."""


class PictureView(Widget):
    """The picture of an image.

    If there is none, words say what it shows, and why there is none.
    """

    DEFAULT_CSS = """
    PictureView { width: 1fr; height: 1fr; background: $surface; }
    """

    @dataclass(eq=False, repr=False)
    class Pressed(Message):
        """Posted when the picture was clicked."""

        view: "PictureView"

        @property
        def control(self) -> "PictureView":
            return self.view

    @dataclass(eq=False, repr=False)
    class _Decoded(Message):
        wanted: Look
        drawn: Drawn

    def __init__(self, *, id: str | None = None) -> None:  # noqa: A002 - the framework's name
        super().__init__(id=id)
        self._image: Image | None = None
        self._folder: Path | None = None
        self._wanted: Look | None = None
        self._drawn = Drawn([])
        self._kept: dict[Look, Drawn] = {}
        self._asked_at = 0.0
        self._number = randrange(1, 2**24)
        """The picture's number in kitty's protocol. Another program's has another, as good as surely."""

    def show(self, image: Image | None, folder: Path | None) -> None:
        """Show the picture of an image; `folder` is the one that its briefing is in."""
        self._image, self._folder = image, folder
        self._look()

    def on_mount(self) -> None:
        """Draw again when the terminal has said what it can show."""
        cast(TerminalApp, self.app).graphics_signal.subscribe(self, lambda _: self._look())

    def on_resize(self) -> None:
        """Draw for another size."""
        self._look()

    def notify_style_update(self) -> None:
        """Draw on the background of another theme."""
        super().notify_style_update()
        self._look()

    def on_click(self, event: Click) -> None:
        """Post that the picture was clicked."""
        event.stop()
        self.post_message(self.Pressed(self))

    # Decoding

    def _look(self) -> None:
        """Draw the picture if it is known, else start decoding it."""
        if not self.is_mounted or not self.size.area or self._image is None:
            return
        app = cast(TerminalApp, self.app)
        behind = self.background_colors[1].rgb
        wanted = Look(self._image.url, self._folder, self.size, app.graphics, behind, app.no_color)
        if wanted == self._wanted:
            return
        self._wanted = wanted
        if (drawn := self._kept.get(wanted)) is not None:
            self._draw(drawn)
            return
        app.ask_for_graphics()
        now = time.monotonic()
        delay, self._asked_at = _DELAY if now - self._asked_at < _IN_A_ROW else 0.0, now
        work = partial(self._work, wanted, self._image, delay)
        self.run_worker(work, thread=True, exclusive=True, group="picture", exit_on_error=False)

    def _work(self, wanted: Look, image: Image, delay: float) -> None:
        worker = get_current_worker()
        time.sleep(delay)
        if worker.is_cancelled:
            return
        try:
            drawn = draw(wanted, self._number, read_picture(wanted.address, wanted.folder))
        except (NoPicture, MemoryError) as error:
            words = f"{image.shows or image.alt or ''}\n\nNo picture: {error or 'there is too little memory'}.".strip()
            drawn = Drawn(words_rows(words, wanted.size))
        if not worker.is_cancelled:
            self.post_message(self._Decoded(wanted, drawn))

    def on_picture_view__decoded(self, event: "_Decoded") -> None:
        """Draw what was decoded, if it is still wanted."""
        event.stop()
        self._kept[event.wanted] = event.drawn
        if len(self._kept) > _MOST_KEPT:
            del self._kept[next(iter(self._kept))]
        if event.wanted == self._wanted:
            self._draw(event.drawn)

    # Drawing

    def _draw(self, drawn: Drawn) -> None:
        self._drawn = drawn
        if drawn.sent:
            write_to_terminal(self.app, drawn.sent)
        self.refresh()

    def render_lines(self, crop: Region) -> list[Strip]:
        """Return the rows in view, and paint over them once they are on the screen."""
        if self._drawn.painted:
            self.call_after_refresh(self._paint)
        return super().render_lines(crop)

    def render_line(self, y: int) -> Strip:
        """Return one row of the picture."""
        rows = self._drawn.rows
        return rows[y].apply_style(self.rich_style) if y < len(rows) else Strip.blank(self.size.width, self.rich_style)

    def _paint(self) -> None:
        if self._drawn.painted and self.is_attached and self.screen.is_active and self.display:
            column, row = self._drawn.at
            x, y = self.content_region.x + column + 1, self.content_region.y + row + 1
            write_to_terminal(self.app, f"\x1b7\x1b[{y};{x}H{self._drawn.painted}\x1b8")

    def on_unmount(self) -> None:
        """Free the terminal's copy of the picture, and let the program forget the view."""
        from briefing_tui.pictures.protocols import forget

        cast(TerminalApp, self.app).graphics_signal.unsubscribe(self)
        if any(drawn.sent for drawn in self._kept.values()):
            write_to_terminal(self.app, forget(self._number))
