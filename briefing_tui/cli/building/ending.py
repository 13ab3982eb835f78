"""End a build in good order when another program ends it."""

import signal
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from threading import current_thread, main_thread

from briefing_tui.cli.outcome import EndedBySignal

_SIGNALS = [getattr(signal, name) for name in ("SIGTERM", "SIGHUP") if hasattr(signal, name)]


@contextmanager
def ended_as_interrupted() -> Iterator[None]:
    """Let SIGTERM and SIGHUP end what is done meanwhile as Ctrl+C does.

    A second one ends it at once. One that is ignored, as by `nohup`, stays so. Raises EndedBySignal.
    """
    ours = [number for number in _SIGNALS if signal.getsignal(number) is signal.SIG_DFL] if _is_main() else []

    def end(number: int, frame: object) -> None:
        del frame
        leave_to_system(ours)
        raise EndedBySignal(number)

    for number in ours:
        signal.signal(number, end)
    try:
        yield
    finally:
        leave_to_system(ours)


def leave_to_system(numbers: Iterable[int] = _SIGNALS) -> None:
    """Let signals end this process at once, as in a worker.

    One that is ignored stays so.
    """
    for number in numbers:
        if signal.getsignal(number) is not signal.SIG_IGN:
            signal.signal(number, signal.SIG_DFL)


def _is_main() -> bool:
    return current_thread() is main_thread()  # Only that thread may say what signals do.
