"""Timers that are late rather than lost."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from textual.message_pump import MessagePump

if TYPE_CHECKING:
    from textual.timer import Timer


class SureTimers(MessagePump):
    """An app or a screen whose `set_timer` always calls back.

    Textual drops a timer whose time has passed before it starts to wait, as happens on a busy machine that holds the process up
    for a hundredth of a second. Textual waits with a new terminal size for such a timer: once it was lost, no size was drawn
    again.
    """

    def set_timer(self, *args: Any, **options: Any) -> Timer:
        """Return a timer that is late at worst; arguments as for Textual's own."""
        timer = super().set_timer(*args, **options)
        timer._skip = False
        return timer
