"""Whether the reader can open here, and the keyboard it gets when standard input was a pipe."""

import os
import sys

from briefing_tui.cli.outcome import Failure


def is_terminal() -> bool:
    """Standard output is a terminal (not a pipe, a file, or closed)."""
    return sys.stdout is not None and sys.stdout.isatty()


def shows_no_reader() -> str | None:
    """Why this terminal can't show the reader, in a few words; None when it can."""
    name = os.environ.get("TERM", "")
    if os.name == "nt" or name not in ("", "dumb", "unknown"):
        return None
    return f"TERM is '{name}'" if name else "TERM is not set"


def connect() -> None:
    """Make the terminal what keys are read from and what the reader draws on (Textual draws on standard error).

    Raises Failure where standard input is no terminal and the process has none to open.
    """
    if sys.stdin is None or not sys.stdin.isatty():
        try:
            keyboard = os.open("/dev/tty", os.O_RDWR)
        except OSError:
            raise Failure("no terminal to read keys from; 'briefing show' prints without one") from None
        os.dup2(keyboard, 0)
        if keyboard != 0:
            os.close(keyboard)
        if sys.__stdin__ is None:
            vars(sys)["stdin"] = vars(sys)["__stdin__"] = os.fdopen(0, encoding="utf-8", errors="replace", closefd=False)
    if sys.stderr is None or not sys.stderr.isatty():
        os.dup2(1, 2)
        if sys.__stderr__ is None:
            vars(sys)["stderr"] = vars(sys)["__stderr__"] = os.fdopen(2, "w", encoding="utf-8", closefd=False)
    _draw_in_utf8()
    _agree_on_a_size()


def _agree_on_a_size() -> None:
    """Where the terminal says that it has no size (a serial line, some containers), one is named for all who ask: the framework
    and its drawing library would each take another, and draw for ever."""
    try:
        columns, rows = os.get_terminal_size(1)
    except OSError:
        return
    if not columns or not rows:
        os.environ.setdefault("COLUMNS", "80")
        os.environ.setdefault("LINES", "24")


def _draw_in_utf8() -> None:
    """Frames and letters are drawn in UTF-8 whatever the locale says: there is no terminal left that shows a reader and not them,
    while the escapes that a locale without them would get are read by nobody."""
    for stream in (sys.stderr, sys.__stderr__):
        if stream is not None and hasattr(stream, "reconfigure") and stream.encoding.lower() not in ("utf-8", "utf8"):
            stream.reconfigure(encoding="utf-8", errors="replace")
