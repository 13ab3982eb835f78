"""What is pasted, read in bulk and made harmless: as much as a text takes, the rest passed over, and nothing in it a key.

The framework's parser goes through what comes from the terminal letter by letter: ten megabytes that are pasted and then refused
would take it seconds, in which no key is handled. And what follows an ESC in a paste it takes for keys.
"""

from collections.abc import Generator, Iterable

from textual._xterm_parser import BRACKETED_PASTE_END, BRACKETED_PASTE_START, XTermParser
from textual.events import Paste
from textual.message import Message

from briefing_tui.text.safety import harmless

LONGEST = 100_000
"""The most code points of a text that one types, and of a paste: with them in one line, a key is on the screen in a fifth of a
second."""


class PasteParser(XTermParser):
    """The framework's parser, to which a paste of more than LONGEST code points is one of LONGEST + 1."""

    def __init__(self, debug: bool = False) -> None:
        super().__init__(debug)
        self._room: int | None = None
        """How much of a paste is still taken; None where nothing is being pasted."""
        self._held = ""
        """The end of what came, where it may be the beginning of one of the two marks."""

    def feed(self, data: str) -> Iterable[Message]:
        """What the terminal says in some text; an empty one is its end."""
        if not data:
            yield from super().feed(data)
        while data:
            if self._room is None:
                data = yield from self._keys(data)
            else:
                data = yield from self._pasted(data)

    def tick(self) -> Iterable[Message]:
        """What is to be said now that time has passed: what had begun like a mark was none, but a key."""
        yield from super().tick()
        if self._room is None and self._timeout_time is None:
            self._held = ""

    def _keys(self, data: str) -> Generator[Message, None, str]:
        """Pass on what stands before a paste, its mark included; gives what is left."""
        seen = self._held + data
        at = seen.find(BRACKETED_PASTE_START)
        if at < 0:
            self._held = _beginning(seen, BRACKETED_PASTE_START)
            yield from super().feed(data)
            return ""
        behind = at + len(BRACKETED_PASTE_START) - len(self._held)
        self._held, self._room = "", LONGEST + 1
        yield from super().feed(data[:behind])
        return data[behind:]

    def _pasted(self, data: str) -> Generator[Message, None, str]:
        """Pass on what is pasted as far as there is room, and its end; gives what is left."""
        assert self._room is not None
        seen = self._held + data
        at = seen.find(BRACKETED_PASTE_END)
        self._held = _beginning(seen, BRACKETED_PASTE_END) if at < 0 else ""
        text = seen[: len(seen) - len(self._held)] if at < 0 else seen[:at]
        if taken := text[: self._room].replace("\x1b", "␛"):
            self._room -= len(taken)
            yield from super().feed(taken)
        if at < 0:
            return ""
        is_cut, self._room = self._room == 0, None
        for message in super().feed(BRACKETED_PASTE_END):
            if isinstance(message, Paste):
                # Too long it stays, whatever is dropped from what was read of it.
                message = Paste(harmless(message.text).ljust(LONGEST + 1 if is_cut else 0))
            yield message
        return seen[at + len(BRACKETED_PASTE_END) :]


def _beginning(text: str, mark: str) -> str:
    """The end of a text that a mark begins with."""
    return next((mark[:size] for size in range(len(mark) - 1, 0, -1) if text.endswith(mark[:size])), "")
