"""The command line: its parser, its help, and what every command prints.

Standard output is for data, standard error for messages. An error is reported in one line; `BRIEFING_DEBUG` shows the traceback
too.
"""

import gc
import os
import sys
from collections.abc import Sequence

from briefing_tui.cli.outcome import INTERRUPTED, OK, OUT_OF_MEMORY, WRONG, EndedBySignal, Failure, say

_ALLOCATIONS = 100_000
"""New objects after which the garbage collector looks for unreachable ones: more than most commands make.

Nearly all of these stay, and looking among them after each 700, Python's default, takes 3 % of the time."""
_LACKS_MEMORY = ("cannot allocate memory", "failed to map segment", "can't start new thread")
"""Words of errors of imports and threads for a lack of memory."""


def main(argv: Sequence[str] | None = None) -> int:
    """Run the command line and return the exit status.

    0 success; 1 nothing found, or a check failed; 2 wrong use, or unreadable input; 130 interrupted.
    """
    gc.set_threshold(_ALLOCATIONS)
    try:
        _escape_unencodable()
        status = _run(sys.argv[1:] if argv is None else argv)
        if sys.stdout is not None:
            sys.stdout.flush()
        return status
    except Failure as failure:
        return _ended(failure)
    except BrokenPipeError:
        _discard_output()
        return OK
    except KeyboardInterrupt as interrupt:
        _discard_output()
        return interrupt.status if isinstance(interrupt, EndedBySignal) else INTERRUPTED
    except MemoryError as error:
        _discard_output()
        return _report(OUT_OF_MEMORY, error)
    except OSError as error:
        _discard_output()
        return _report(": ".join(str(part) for part in (error.filename, error.strerror or error) if part), error)
    except Exception as error:
        _discard_output()
        if isinstance(error, ImportError | RuntimeError) and any(words in str(error).lower() for words in _LACKS_MEMORY):
            return _report(OUT_OF_MEMORY, error)
        if _is_about_input(error):
            return _report(str(error), error)
        known = f"{type(error).__name__}: {error}"
        return _report(f"internal error ({known}); please report it with the output of BRIEFING_DEBUG=1", error)


def _ended(failure: Failure) -> int:
    """Write out what was printed before the failure, then report it."""
    try:
        if sys.stdout is not None:
            sys.stdout.flush()
    except OSError:
        _discard_output()
    say(str(failure))
    return failure.status


def _run(argv: Sequence[str]) -> int:
    if argv[:1] == ["_complete"]:
        from briefing_tui.cli.completion import run as complete

        return complete(argv[1:])
    from briefing_tui.cli.parser import parse

    parsed = parse(argv)
    if parsed is None:
        return OK
    run, options = parsed
    return run(options)


def _is_about_input(error: Exception) -> bool:
    from briefing_tui.application.inputs import InputError
    from briefing_tui.contentfile.read.file_input import UnreadableFile
    from briefing_tui.library.index.errors import IndexTrouble

    return isinstance(error, InputError | UnreadableFile | IndexTrouble)


def _report(line: str, error: Exception) -> int:
    if os.environ.get("BRIEFING_DEBUG"):
        raise error
    say(line)
    return WRONG


def _escape_unencodable() -> None:
    """Write an escape instead of raising an error for a character that an output can't encode."""
    for stream in (sys.stdout, sys.stderr):
        if stream is not None and hasattr(stream, "reconfigure"):
            stream.reconfigure(errors="backslashreplace")


def _discard_output() -> None:
    """Discard further output, so that the interpreter's last flush can't fail."""
    try:
        nowhere = os.open(os.devnull, os.O_WRONLY)
        os.dup2(nowhere, 1)
        os.close(nowhere)
    except OSError:
        pass
