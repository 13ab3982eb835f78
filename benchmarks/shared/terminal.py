"""A program on a pseudo-terminal of 120×40: what it draws, its processor time and memory."""

import contextlib
import errno
import fcntl
import os
import pty
import select
import signal
import struct
import subprocess
import tempfile
import termios
import time
from collections.abc import Iterator, Mapping
from pathlib import Path
from types import MappingProxyType

import psutil

from benchmarks.shared.machine import fresh_environment

ROWS, COLUMNS = 40, 120
SAMPLE = 0.1
"""Seconds between two readings of the processor time."""
IDLE = 0.1
"""A program that uses less than this part of a core is idle."""
CALM = 1.0
"""Seconds of idleness after which a program has settled."""
QUIET = 0.05
"""Seconds without output after which an answer is complete."""


BETWEEN_FRAMES = 0.005
"""Seconds without output after which a frame is complete."""


class NoAnswerError(Exception):
    """The program ended, or took longer than allowed."""


class Terminal:
    """A running program and the bytes that it drew."""

    def __init__(self, process: "subprocess.Popen[bytes]", master: int, started: float) -> None:
        self._process, self._master, self._started = process, master, started
        self._watched = psutil.Process(process.pid)
        self._tail = b""

    def elapsed(self) -> float:
        """Return the seconds since the program was started."""
        return time.perf_counter() - self._started

    def wait_for(self, word: bytes, limit: float) -> float:
        """Return the seconds from the start until a word is drawn. Raises NoAnswerError."""
        while word not in self._tail:
            if self.elapsed() > limit:
                raise NoAnswerError(f"> {limit:.0f} s")
            self._read(0.05)
        return self.elapsed()

    def wait_until_settled(self, limit: float) -> float:
        """Return the seconds from the start until nothing is computed for a second.

        Raises NoAnswerError.
        """
        last_work = looked = self.elapsed()
        used = self._processor_time()
        while looked - last_work < CALM:
            if looked > limit:
                raise NoAnswerError(f"drawn, but not settled in {limit:.0f} s")
            self._read_for(SAMPLE)
            now, now_used = self.elapsed(), self._processor_time()
            if now_used - used > IDLE * (now - looked):
                last_work = now
            looked, used = now, now_used
        return last_work

    def memory(self) -> float:
        """Return the resident memory in MB (millions of bytes), children included."""
        return sum(process.memory_info().rss for process in self._family()) / 1e6

    def press(self, key: bytes) -> float:
        """Return the milliseconds from a key to the last byte drawn for it."""
        self._read_until_quiet()
        pressed = time.perf_counter()
        os.write(self._master, key)
        answered = self._read(5.0)
        if answered is None:
            raise NoAnswerError("no answer to a key")
        return ((self._read_until_quiet() or answered) - pressed) * 1000

    def answer(self, key: bytes, word: bytes, is_whole: bool = False) -> float:
        """Return the milliseconds from a key until a word is drawn again.

        With `is_whole`, until the last byte of the frame that has it.
        """
        self._read_until_quiet()
        self._tail = b""
        pressed = time.perf_counter()
        os.write(self._master, key)
        while word not in self._tail:
            if self._read(5.0) is None:
                raise NoAnswerError(f"no {word!r} for a key")
        answered = time.perf_counter()
        while is_whole and (more := self._read(BETWEEN_FRAMES)) is not None:
            answered = more
        return (answered - pressed) * 1000

    def _read_until_quiet(self) -> float | None:
        last = None
        while (read := self._read(QUIET)) is not None:
            last = read
        return last

    def _read_for(self, seconds: float) -> None:
        end = time.perf_counter() + seconds
        while (left := end - time.perf_counter()) > 0:
            self._read(left)

    def _read(self, seconds: float) -> float | None:
        """Read output within some seconds; return the time it came, or None."""
        if not select.select([self._master], [], [], seconds)[0]:
            return None
        try:
            drawn = os.read(self._master, 65536)
        except OSError as error:
            if error.errno != errno.EIO:
                raise
            drawn = b""
        if not drawn:
            raise NoAnswerError(f"ended: {self._tail[-200:]!r}")
        self._tail = self._tail[-1_000_000:] + drawn
        return time.perf_counter()

    def _family(self) -> list[psutil.Process]:
        return [self._watched, *self._watched.children(recursive=True)]

    def _processor_time(self) -> float:
        times = [process.cpu_times() for process in self._family()]
        return sum(spent.user + spent.system for spent in times)


@contextlib.contextmanager
def started(
    command: list[str], home: Path | None = None, settings: str = "", more: Mapping[str, str] = MappingProxyType({})
) -> Iterator[Terminal]:
    """Start a program with this home or a new one, and kill it on leaving.

    `settings` are written to the user's settings file; `more` are variables of its environment.
    """
    with contextlib.nullcontext(str(home)) if home else tempfile.TemporaryDirectory() as name:
        if settings:
            file = Path(fresh_environment(name)["XDG_CONFIG_HOME"]) / "briefing" / "config.toml"
            file.parent.mkdir(parents=True)
            file.write_text(settings, "utf-8")
        master, slave = pty.openpty()
        fcntl.ioctl(slave, termios.TIOCSWINSZ, struct.pack("HHHH", ROWS, COLUMNS, 0, 0))
        start = time.perf_counter()
        environment = {**fresh_environment(name), **more}
        process = subprocess.Popen(command, stdin=slave, stdout=slave, stderr=slave, start_new_session=True, env=environment)
        os.close(slave)
        try:
            yield Terminal(process, master, start)
        finally:
            with contextlib.suppress(ProcessLookupError):
                os.killpg(process.pid, signal.SIGKILL)
            process.wait()
            os.close(master)
