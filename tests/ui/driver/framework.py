"""Drawing of widgets and screens, to compare with Textual or another run."""

from textual.geometry import Offset

from briefing_tui.ui.widgets.bars import KeyLine
from briefing_tui.ui.widgets.lines import LineView
from tests.ui.driver.input import Input


class FrameworkSeen(Input):
    """Widgets, for tests of how they are drawn."""

    def line_views(self) -> list[LineView]:
        """Return the visible widgets of the screen on top that draw their own lines."""
        return [view for view in self.app.screen.query(LineView) if view.is_on_screen and view.size.width]

    def theme(self) -> str:
        """Return the name of the theme that the screen is drawn in."""
        return self.app.current_theme.name

    def screenshot(self) -> str:
        """Return a picture of the screen, as SVG."""
        return self.app.export_screenshot()

    def full_screen(self) -> str:
        """Return the text that draws the complete screen on a terminal."""
        return self.app.screen._compositor.render_full_update().render_segments(self.app.console)

    def draw_whole(self, before: str, after: str) -> str:
        """Draw the complete screen on the terminal, as after a change of size.

        The drawing is written between two texts, and returned.
        """
        screen, driver = self.app.screen, self.app._driver
        assert driver is not None
        update = screen._compositor.render_full_update()
        self.app.cursor_position = Offset(0, 0)  # The editor leaves it where its layout was at the time.
        driver.write(before)
        self.app._display(screen, update)
        driver.write(after)
        for line in screen.query(KeyLine):
            line.hush()  # How long a message stays depends on the clock.
        return update.render_segments(self.app.console)
