"""The drawing of widgets and of the screen, for tests that compare it with Textual's own or with another run's."""

from textual.geometry import Offset

from briefing_tui.ui.widgets.bars import KeyLine
from briefing_tui.ui.widgets.lines import LineView
from tests.ui.driver.input import Input


class FrameworkSeen(Input):
    """Widgets, for tests of how they are drawn."""

    def line_views(self) -> list[LineView]:
        """Return the widgets of the screen on top that draw their own lines, as far as they are seen."""
        return [view for view in self.app.screen.query(LineView) if view.is_on_screen and view.size.width]

    def screenshot(self) -> str:
        """Return a picture of the screen, as SVG."""
        return self.app.export_screenshot()

    def full_screen(self) -> str:
        """Return what draws the whole screen on a terminal."""
        return self.app.screen._compositor.render_full_update().render_segments(self.app.console)

    def draw_whole(self, before: str, after: str) -> str:
        """Draw the whole screen on the terminal, as after a change of size, between two texts; return what is drawn."""
        screen, driver = self.app.screen, self.app._driver
        assert driver is not None
        update = screen._compositor.render_full_update()
        self.app.cursor_position = Offset(0, 0)  # where the editor left the terminal's own cursor depends on when it was arranged
        driver.write(before)
        self.app._display(screen, update)
        driver.write(after)
        for line in screen.query(KeyLine):
            line.hush()  # how long a message stays is a matter of the clock
        return update.render_segments(self.app.console)
