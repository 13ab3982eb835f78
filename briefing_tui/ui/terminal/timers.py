"""Timers that are never lost."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from textual.message_pump import MessagePump

if TYPE_CHECKING:
    from textual.timer import Timer


class SureTimers(MessagePump):
    """What is asked for once, after a while, happens.

    The framework drops a timer whose time has come before it began to wait: a process that is held up just then for a hundredth
    of a second, as on a busy machine, was deaf to sizes of its terminal from then on, as that timer stood for all later ones.
    """

    def set_timer(self, *args: Any, **options: Any) -> Timer:
        """A timer of the framework that is late rather than never."""
        timer = super().set_timer(*args, **options)
        timer._skip = False
        return timer
