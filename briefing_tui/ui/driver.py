"""The framework's driver of a Unix terminal, with our reading of pastes."""

import os
import selectors
from codecs import getincrementaldecoder

from textual.drivers.linux_driver import LinuxDriver

from briefing_tui.ui.pastes import PasteParser

_MOST_BYTES = 4096


class TerminalDriver(LinuxDriver):
    """Draws on the terminal, and reads keys, the mouse and pastes from it."""

    def run_input_thread(self) -> None:
        """Pass on what the terminal says until the program ends or the terminal is left to another. Bytes that are no UTF-8 are
        replaced: the framework's own reading ends the program at them."""
        parser = PasteParser(self._debug)
        decode = getincrementaldecoder("utf-8")("replace").decode
        with selectors.SelectSelector() as selector:
            selector.register(self.fileno, selectors.EVENT_READ)
            while not self.exit_event.is_set():
                if selector.select(0.1) and (data := decode(os.read(self.fileno, _MOST_BYTES))):
                    for message in parser.feed(data):
                        self.process_message(message)
                for message in parser.tick():
                    self.process_message(message)
