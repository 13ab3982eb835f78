"""Find out what the terminal can show, and connect it to the reader."""

import os
import sys

from briefing_tui.cli.outcome import Failure

_WIDEST = 80


def text_width() -> int:
    """Return the columns for text: the terminal's, from 20 to 80; 80 without a terminal."""
    chosen = os.environ.get("COLUMNS", "")
    if chosen.isascii() and chosen.isdigit() and int(chosen[:6]) > 0:
        columns = int(chosen[:6])
    else:
        try:
            columns = os.get_terminal_size(sys.stdout.fileno()).columns or _WIDEST
        except (OSError, ValueError, AttributeError):
            columns = _WIDEST
    return max(20, min(_WIDEST, columns))


def is_terminal() -> bool:
    """Return whether standard output is a terminal."""
    return sys.stdout is not None and sys.stdout.isatty()


def reader_obstacle() -> str | None:
    """Return why this terminal can't show the reader, or None if it can."""
    name = os.environ.get("TERM", "")
    if os.name == "nt" or name not in ("", "dumb", "unknown"):
        return None
    return f"TERM is '{name}'" if name else "TERM is not set"


def connect() -> None:
    """Make standard input and standard error the terminal.

    Keys are read from the first, and Textual draws on the second.

    Raises Failure if standard input is not a terminal and the process has none to open.
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
    _name_a_size()


def _name_a_size() -> None:
    """Set a size if the terminal has none (a serial line, some containers).

    Textual and Rich would each assume a different one, and draw for ever.
    """
    try:
        columns, rows = os.get_terminal_size(1)
    except OSError:
        return
    if not columns or not rows:
        os.environ.setdefault("COLUMNS", "80")
        os.environ.setdefault("LINES", "24")


def _draw_in_utf8() -> None:
    """Draw in UTF-8 whatever the locale says: terminals that can show the reader know it, and escapes would be unreadable."""
    for stream in (sys.stderr, sys.__stderr__):
        if stream is not None and hasattr(stream, "reconfigure") and stream.encoding.lower() not in ("utf-8", "utf8"):
            stream.reconfigure(encoding="utf-8", errors="replace")
