"""The driver of a reader in a browser, which ends when the server is gone."""

import os
import signal

from textual.drivers.web_driver import WebDriver


class BrowserDriver(WebDriver):
    """Textual's web driver, but a program whose server is gone ends.

    With Textual's, it would go on for ever.
    """

    def run_input_thread(self) -> None:
        """Handle input; when it ends before the program, hang up as a terminal does."""
        super().run_input_thread()
        if not self.exit_event.is_set():
            os.kill(os.getpid(), signal.SIGHUP)
