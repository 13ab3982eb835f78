"""Screens that close only once, and only while they are on top."""

from textual.await_complete import AwaitComplete
from textual.screen import ScreenResultType

from briefing_tui.ui.terminal.drawing.frames import DimmedScreen, OneFrame


class ClosingScreen(OneFrame[ScreenResultType]):
    """A screen that ignores being closed again, or while another covers it.

    A second key may come after the first has closed it. Textual would then close whichever screen is on top, or fail.
    """

    def dismiss(self, result: ScreenResultType | None = None) -> AwaitComplete:
        """Close with a result; do nothing if the screen is closed already, or covered."""
        return super().dismiss(result) if self.is_active else AwaitComplete()


class ModalDialog(ClosingScreen[ScreenResultType], DimmedScreen[ScreenResultType]):
    """One that is shown over another screen."""
