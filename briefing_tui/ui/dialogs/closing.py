"""Screens that close once: a second key may be on its way, or another screen may lie on top by then."""

from textual.await_complete import AwaitComplete
from textual.screen import ModalScreen, Screen, ScreenResultType


class Closing(Screen[ScreenResultType]):
    """Closed only while it is the one on top: the framework would close whichever is, and fail at the second time."""

    def dismiss(self, result: ScreenResultType | None = None) -> AwaitComplete:
        """Close, and give back the result; nothing happens where it is closed already, or covered."""
        return super().dismiss(result) if self.is_active else AwaitComplete()


class Modal(Closing[ScreenResultType], ModalScreen[ScreenResultType]):
    """One that is shown over another."""
