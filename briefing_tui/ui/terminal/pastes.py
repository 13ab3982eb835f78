"""A parser of terminal input that bounds pastes, and finds every key and no other.

Textual's parser goes through the input letter by letter: a paste of ten megabytes, which is then refused, takes it seconds in
which no key is handled. It also takes what follows an ESC within a paste for keys, and an ESC with the letters that come at once
behind it for a single key.
"""

import re
from collections.abc import Generator, Iterable
from time import monotonic

from textual._xterm_parser import BRACKETED_PASTE_END, BRACKETED_PASTE_START, XTermParser
from textual.events import Key, Paste
from textual.message import Message

from briefing_tui.text.safety import harmless

LONGEST = 100_000
"""The most code points of a text that is typed or pasted: with them in one line, a key is drawn within a fifth of a second."""
FLOOD = 200
"""The fewest code points that come at once only in a paste: a key held down takes six seconds for it."""
_CALM_SECONDS = 0.05
"""Seconds without input after which a paste without marks is over."""
_ESCAPE = re.compile("\x1b(?![\x1b\\[O\x7f\tbf]|$)")
_EARLY_ESCAPE = re.compile("\x1b(?![\x1b\\[O]|$)")
"""An ESC that is a key of its own; with what it is followed by otherwise, terminals send other keys."""


class PasteParser(XTermParser):
    """Textual's parser with pastes cut to LONGEST + 1 code points.

    What comes in a flood is a paste, too: a terminal without marks around pastes sends one as if it were typed.
    """

    def __init__(self, debug: bool = False) -> None:
        super().__init__(debug)
        self._room: int | None = None
        """How many code points of a paste are still accepted; None while nothing is being pasted."""
        self._held = ""
        """The end of the input so far, if it may be the beginning of a mark around a paste."""
        self._flood = ""
        self._flooded = 0.0
        self._ends_in_escape = False

    def feed(self, data: str) -> Iterable[Message]:
        """Yield the messages in a piece of input; an empty piece ends the input."""
        if not data:
            yield from super().feed(data)
        is_flooding = bool(self._flood) and monotonic() - self._flooded <= _CALM_SECONDS
        if self._room is None and "\x1b" not in data and len(data) >= (1 if is_flooding else FLOOD):
            self._flood += data[: LONGEST + 1 - len(self._flood)]
            self._flooded = monotonic()
            return
        yield from self._pasted_in_flood()
        while data:
            if self._room is None:
                data = yield from self._keys(data)
            else:
                data = yield from self._pasted(data)

    def tick(self) -> Iterable[Message]:
        """Yield the messages that are due now that time has passed.

        What began like a mark was a key.
        """
        if self._flood and monotonic() - self._flooded > _CALM_SECONDS:
            yield from self._pasted_in_flood()
        yield from super().tick()
        if self._room is None and self._timeout_time is None:
            self._held = ""

    def feed_early(self, data: str) -> Iterable[Message]:
        """Yield the messages in what was typed before the program read keys.

        The terminal had its usual modes then: it made a line feed of Enter.
        """
        yield from self._typed(data.replace("\n", "\r"), _EARLY_ESCAPE)

    def _typed(self, data: str, escape: re.Pattern[str] = _ESCAPE) -> Generator[Message, None, None]:
        """Parse keys; an ESC before a letter is one of them."""
        if self._ends_in_escape and self._timeout_time is not None and escape.match(f"\x1b{data}"):
            self._timeout_time = 0.0  # nothing that belongs to the ESC can come any more
            yield from super().tick()
        start = 0
        for match in escape.finditer(data):
            yield from super().feed(data[start : match.start()])
            yield Key("escape", "\x1b")
            start = match.end()
        if start < len(data):
            yield from super().feed(data[start:])
        self._ends_in_escape = data.endswith("\x1b")

    def _pasted_in_flood(self) -> Generator[Message, None, None]:
        if text := self._flood:
            self._flood = ""
            yield Paste(harmless(text).ljust(LONGEST + 1 if len(text) > LONGEST else 0))

    def _keys(self, data: str) -> Generator[Message, None, str]:
        """Parse the input up to a paste, its opening mark included; return the rest."""
        seen = self._held + data
        at = seen.find(BRACKETED_PASTE_START)
        if at < 0:
            self._held = _beginning(seen, BRACKETED_PASTE_START)
            yield from self._typed(data)
            return ""
        behind = at + len(BRACKETED_PASTE_START) - len(self._held)
        self._held, self._room = "", LONGEST + 1
        yield from super().feed(data[:behind])
        return data[behind:]

    def _pasted(self, data: str) -> Generator[Message, None, str]:
        """Parse a paste as far as there is room, and its end; return the rest."""
        assert self._room is not None
        seen = self._held + data
        at = seen.find(BRACKETED_PASTE_END)
        self._held = _beginning(seen, BRACKETED_PASTE_END) if at < 0 else ""
        text = seen[: len(seen) - len(self._held)] if at < 0 else seen[:at]
        if accepted := text[: self._room].replace("\x1b", "␛"):
            self._room -= len(accepted)
            yield from super().feed(accepted)
        if at < 0:
            return ""
        is_cut, self._room = self._room == 0, None
        for message in super().feed(BRACKETED_PASTE_END):
            if isinstance(message, Paste):
                # A paste that was cut stays too long, whatever `harmless` drops.
                message = Paste(harmless(message.text).ljust(LONGEST + 1 if is_cut else 0))
            yield message
        return seen[at + len(BRACKETED_PASTE_END) :]


def _beginning(text: str, mark: str) -> str:
    """Return the longest end of a text that is a beginning of the mark."""
    return next((mark[:size] for size in range(len(mark) - 1, 0, -1) if text.endswith(mark[:size])), "")
