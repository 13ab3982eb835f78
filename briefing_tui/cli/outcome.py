"""How a run ends: the exit statuses, the failure that carries one, and the way messages are told."""

import sys

from briefing_tui.text.safety import escaped_json, one_line

OK = 0
NO = 1
"""The answer is no: a check failed, nothing was found."""
WRONG = 2
"""Wrong use, or input that can't be read."""
INTERRUPTED = 130
"""As a shell tells a command that SIGINT ended."""


class Failure(Exception):  # noqa: N818 - most are wrong input, not errors of the program
    """The end of a run, told in one line."""

    def __init__(self, line: str, status: int = WRONG) -> None:
        """Take the line, and the exit status that goes with it."""
        super().__init__(line)
        self.status = status


def say(line: str) -> None:
    """Tell one line on standard error; when that is closed or full, nobody is told and nothing fails."""
    try:
        if sys.stderr is not None:
            sys.stderr.write(f"briefing: {one_line(line)}\n")
            sys.stderr.flush()
    except OSError:
        pass


def put(text: str) -> None:
    """Write data to standard output, ended by a line end. Raises OSError."""
    if sys.stdout is not None:
        sys.stdout.write(text if text.endswith("\n") else text + "\n")


def put_line(line: str) -> None:
    """Write one line of data that may hold a path or another name. Raises OSError."""
    put(one_line(line))


def put_json(text: str) -> None:
    """Write JSON to standard output, what a terminal would obey as escapes. Raises OSError."""
    put_exact(escaped_json(text))


def put_exact(text: str) -> None:
    """Write data that is UTF-8 by its format whatever the locale says. Raises OSError."""
    if sys.stdout is not None:
        if hasattr(sys.stdout, "reconfigure"):
            sys.stdout.reconfigure(encoding="utf-8")
        put(text)
