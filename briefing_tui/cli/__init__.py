"""The command line: one thin module per verb, imported when its verb runs.

Standard output is for data and standard error for words about it. Whatever goes wrong is told in one line; a traceback
is shown to no one but to those who set `BRIEFING_DEBUG`.
"""

import os
import sys
from collections.abc import Sequence

from briefing_tui.cli.outcome import INTERRUPTED, OK, WRONG, Failure, say


def main(argv: Sequence[str] | None = None) -> int:
    """Run the command line and return its exit status: 0 done, 1 the answer is no, 2 wrong use or input, 130 interrupted."""
    try:
        _let_any_text_out()
        status = _run(sys.argv[1:] if argv is None else argv)
        if sys.stdout is not None:
            sys.stdout.flush()
        return status
    except Failure as failure:
        say(str(failure))
        return failure.status
    except BrokenPipeError:
        _write_no_more()
        return OK
    except KeyboardInterrupt:
        _write_no_more()
        return INTERRUPTED
    except OSError as error:
        _write_no_more()
        return _tell(": ".join(str(part) for part in (error.filename, error.strerror or error) if part), error)
    except Exception as error:
        _write_no_more()
        if _is_about_input(error):
            return _tell(str(error), error)
        known = f"{type(error).__name__}: {error}"
        return _tell(f"this should not happen ({known}); please report it, with what BRIEFING_DEBUG=1 shows", error)


def _run(argv: Sequence[str]) -> int:
    from briefing_tui.cli.parser import parse

    chosen = parse(argv)
    if chosen is None:
        return OK
    run, options = chosen
    return run(options)


def _is_about_input(error: Exception) -> bool:
    from briefing_tui.application.inputs import InputError
    from briefing_tui.contentfile.read.file_input import UnreadableFile

    return isinstance(error, InputError | UnreadableFile)


def _tell(line: str, error: Exception) -> int:
    if os.environ.get("BRIEFING_DEBUG"):
        raise error
    say(line)
    return WRONG


def _let_any_text_out() -> None:
    """A terminal or file that can't take a character gets its escape, never an exception."""
    for stream in (sys.stdout, sys.stderr):
        if stream is not None and hasattr(stream, "reconfigure"):
            stream.reconfigure(errors="backslashreplace")


def _write_no_more() -> None:
    """Point standard output to nowhere, so that the interpreter's last flush can't fail and complain."""
    try:
        nowhere = os.open(os.devnull, os.O_WRONLY)
        os.dup2(nowhere, 1)
        os.close(nowhere)
    except OSError:
        pass
