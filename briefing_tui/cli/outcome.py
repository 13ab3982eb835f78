"""Exit statuses, the failure that ends a run, and output of data and messages."""

import sys
from io import TextIOWrapper
from typing import TextIO

from briefing_tui.text.safety import escaped_json, one_line

OK = 0
NO = 1
"""Nothing was found, or a check failed."""
WRONG = 2
"""Wrong use, or unreadable input."""
INTERRUPTED = 130
"""The status that shells give a command ended by SIGINT."""
OUT_OF_MEMORY = "not enough memory; close other programs, or give a shorter article"


class Failure(Exception):  # noqa: N818 - most are wrong input, not errors of the program
    """The end of a run, with a message of one line and an exit status."""

    def __init__(self, line: str, status: int = WRONG) -> None:
        """Give the message and the exit status."""
        super().__init__(line)
        self.status = status


class EndedBySignal(KeyboardInterrupt):
    """The end of a run by a signal of another program.

    `status` is what shells give a command that it ended.
    """

    def __init__(self, number: int) -> None:
        """Give the signal's number."""
        super().__init__()
        self.status = 128 + number


def say(line: str) -> None:
    """Write a message of one line to standard error; never fails.

    If standard error is closed or full, the message is lost.
    """
    try:
        if sys.stderr is not None:
            sys.stderr.write(f"briefing: {one_line(line)}\n")
            sys.stderr.flush()
    except OSError:
        pass


def put(text: str) -> None:
    """Write data and, if it has none, a line end to standard output. Raises Failure if that is closed, and OSError."""
    _output().write(text if text.endswith("\n") else text + "\n")


def put_line(line: str) -> None:
    """Write one line of data, made harmless, as it may hold a path. Raises what `put` raises."""
    put(one_line(line))


def put_json(text: str) -> None:
    """Write JSON with escapes for what a terminal would obey. Raises what `put` raises."""
    put_exact(escaped_json(text))


def put_exact(text: str) -> None:
    """Write data in UTF-8 whatever the locale says. Raises what `put` raises."""
    stream = _output()
    if isinstance(stream, TextIOWrapper):
        stream.reconfigure(encoding="utf-8")
    put(text)


def put_piece(text: str) -> None:
    """Write a piece of a file in UTF-8, with its own line ends. Raises what `put` raises."""
    stream = _output()
    if isinstance(stream, TextIOWrapper):
        stream.reconfigure(encoding="utf-8", newline="")
    stream.write(text)


def put_bytes(data: bytes) -> None:
    """Write bytes as they are, for a pipe or a file, never for a terminal. Raises what `put` raises."""
    stream = _output()
    stream.flush()
    stream.buffer.write(data)
    stream.buffer.flush()


def _output() -> TextIO:
    """Return standard output. Raises Failure if it is closed, as the data would be lost."""
    if sys.stdout is None:
        raise Failure("standard output is closed; nothing can be printed")
    return sys.stdout
