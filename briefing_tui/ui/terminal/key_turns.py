"""Keys that are handled one after the other, however fast they come.

Textual passes keys on as they come, while what an earlier one caused (a dialog, a closing line) may still be on its way through
the widgets' queues. What is typed ahead then acts otherwise than the same keys typed slowly.
"""

from __future__ import annotations

from asyncio import get_running_loop
from collections import deque
from typing import Any

from textual.events import Event, Key, Paste
from textual.message_pump import MessagePump
from textual.screen import Screen

from briefing_tui.ui.terminal.drawing.frames import FrameHolder

_ROUNDS = 2
"""A key goes up to the app, which finds out what it is bound to; what that posts goes up once more."""
_HOPS = 2
"""A widget that has handled its last message tells the screen what to draw, which takes note of it."""
_MOST_SECONDS = 0.03
"""Seconds after which a key no longer waits for the widgets that handle the key before: one that closes never answers."""

_MOST_SECONDS_HELD = 0.25
"""Seconds after which a frame is drawn even if the key that it answers is not done with."""


class KeyHolder(MessagePump):
    """A screen for which keys wait while it is not ready for them.

    It calls `take_keys` when it is.
    """

    def holds(self, key: Key | None) -> bool:
        """Return whether a key, or a paste (None), has to wait."""
        del key
        return False

    def interrupts(self, key: Key) -> bool:
        """Return whether a key is handled at once, before those that wait."""
        del key
        return False

    def take_keys(self) -> None:
        """Take the keys that wait, as far as the screen does not hold them."""
        if isinstance(self.app, KeyTurns):
            self.app.hand_out_keys()


class KeyTurns(FrameHolder):
    """An app that hands out a key once the one before is done with.

    The screen must be ready for it, too.
    """

    def __init__(self, **options: Any) -> None:
        super().__init__(**options)
        self._waiting: deque[Key | Paste] = deque()
        self._turn = 0
        """The number of the key that was handed out last."""
        self._is_taken = False
        """True until that key is done with."""

    @property
    def waiting_keys(self) -> int:
        """The number of keys that wait."""
        return len(self._waiting)

    async def on_event(self, event: Event) -> None:
        """Handle an event; a key or paste has to wait for its turn."""
        if not isinstance(event, Key | Paste) or event.is_forwarded or self._interrupts(event):
            await super().on_event(event)
        elif self._waiting or self._must_wait(event):
            self._waiting.append(event)
            if self._is_taken:
                self.set_timer(_MOST_SECONDS, lambda turn=self._turn: self._end_turn(turn))
        else:
            await self._hand_out(event)

    def hand_out_keys(self) -> None:
        """Hand out the keys that wait, now that a screen is ready for them."""
        self.call_later(self._next)

    def _interrupts(self, event: Key | Paste) -> bool:
        screen = self._screen_now
        return isinstance(event, Key) and isinstance(screen, KeyHolder) and screen.interrupts(event)

    def _must_wait(self, event: Key | Paste) -> bool:
        screen = self._screen_now
        if screen is None or self._is_taken:
            return True
        return isinstance(screen, KeyHolder) and screen.holds(event if isinstance(event, Key) else None)

    @property
    def _screen_now(self) -> Screen[Any] | None:
        return self.screen_stack[-1] if self.screen_stack else None

    async def _next(self) -> None:
        if self._waiting and not self._must_wait(self._waiting[0]):
            await self._hand_out(self._waiting.popleft())

    async def _hand_out(self, event: Key | Paste) -> None:
        """Handle a key; its turn ends when all that may have to do with it have emptied their queues."""
        self._turn += 1
        self._is_taken = True
        self.hold_frame()
        get_running_loop().call_later(_MOST_SECONDS_HELD, self._show_frame_of, self._turn)
        try:
            await super().on_event(event)
        finally:
            self._pass_on(self._turn, _ROUNDS, [])

    def _pass_on(self, turn: int, rounds: int, way: list[MessagePump]) -> None:
        """Go up from what has the focus to the app, waiting for the messages of each; end the turn after so many rounds."""
        if not way and not rounds:
            self._settle(turn, _HOPS)
            return
        if not way:
            rounds, way = rounds - 1, self._way_up()
        node, *above = way
        if not node.call_later(self._pass_on, turn, rounds, way if node.message_queue_size else above):
            self._pass_on(turn, rounds, above)  # it is closing

    def _settle(self, turn: int, hops: int) -> None:
        """Let the screen draw once nothing is left that changes it, and end the turn then."""
        screen = self._screen_now
        if screen is not None and turn == self._turn and self.holds_frame:
            busy = next((node for node in screen.walk_children() if node.message_queue_size), None)
            if busy is not None and busy.call_later(self._settle, turn, _HOPS):
                return
            if busy is None and hops and screen.call_later(self._settle, turn, hops - 1):
                return
        self._show_frame_of(turn)
        if screen is None or not screen.call_after_refresh(self._end_turn, turn):  # until then, what is where may change
            self._end_turn(turn)

    def _show_frame_of(self, turn: int) -> None:
        if turn == self._turn and self.holds_frame:
            self.show_frame()

    def _way_up(self) -> list[MessagePump]:
        """Return what has the focus and everything around it, up to the app."""
        screen = self._screen_now
        return list((screen.focused or screen).ancestors_with_self) if screen is not None else [self]

    def _end_turn(self, turn: int) -> None:
        if turn == self._turn and self._is_taken:
            self._is_taken = False
            if self._waiting:
                self.hand_out_keys()
