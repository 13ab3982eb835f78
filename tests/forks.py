"""Run `briefing` in forks of a process that has imported it.

Each run is a process of its own, with its own streams, folder and environment, but it starts in milliseconds.
"""

import array
import ctypes
import fcntl
import gc
import io
import json
import os
import pkgutil
import pty
import signal
import socket
import struct
import subprocess
import sys
import termios
import time
import traceback
from collections.abc import Mapping, Sequence
from contextlib import suppress
from functools import cache
from importlib import import_module
from pathlib import Path
from threading import Thread
from typing import Any

import pexpect
from ptyprocess import PtyProcess

ROOT = Path(__file__).parent.parent
_LARGEST = 100_000
"""The most characters of a request that one message surely holds."""
_OF_INTERPRETER = ("PYTHON", "LC_", "LANG", "COVERAGE")
"""The beginnings of variables that an interpreter reads when it starts."""
_USUAL = {**os.environ, "PYTHONPATH": str(ROOT), "LC_ALL": "C.UTF-8"}
"""The environment of a process that forks; `tests/conftest.py` sets the locale."""


def can_fork(arguments: Sequence[str], env: Mapping[str, str]) -> bool:
    """Return whether a run needs no interpreter of its own."""
    is_plain = not any(name.startswith(_OF_INTERPRETER) for name in env) and "COVERAGE_PROCESS_START" not in os.environ
    return hasattr(os, "fork") and is_plain and sum(map(len, arguments)) < _LARGEST


class ForkServer:
    """A process that has imported the program, and forks for each run.

    With `reader`, it has imported the reader, too.
    """

    def __init__(self, reader: bool = False) -> None:
        """Start the process."""
        self._channel, theirs = socket.socketpair(socket.AF_UNIX, socket.SOCK_SEQPACKET)
        self._process = subprocess.Popen(
            [sys.executable, "-m", "tests.forks", str(theirs.fileno()), *(["reader"] if reader else [])],
            pass_fds=[theirs.fileno()], cwd=ROOT, env={**os.environ, "PYTHONPATH": str(ROOT)}, start_new_session=True,
        )  # fmt: skip
        theirs.close()

    def run(
        self, arguments: Sequence[str], cwd: Path, env: Mapping[str, str], stdin: bytes
    ) -> "subprocess.CompletedProcess[bytes]":
        """Run the program as `subprocess.run` does; it may take a minute."""
        pipes = [os.pipe() for _ in range(3)]
        (given, feed), (out, out_end), (err, err_end) = pipes
        request = json.dumps([list(arguments), str(cwd), dict(env), False]).encode()
        self._channel.settimeout(60)
        socket.send_fds(self._channel, [request], [given, out_end, err_end])
        for end in (given, out_end, err_end):
            os.close(end)
        found: dict[int, bytes] = {}
        threads = [Thread(target=_feed, args=(feed, stdin)), *(Thread(target=_drain, args=(end, found)) for end in (out, err))]
        for thread in threads:
            thread.start()
        status = array.array("i", self._channel.recv(4))[0]
        for thread in threads:
            thread.join()
        return subprocess.CompletedProcess(arguments, status, found[out], found[err])

    def start(self, arguments: Sequence[str], cwd: str, env: Mapping[str, str], ours: int, theirs: int) -> PtyProcess:
        """Start the program on a pseudo-terminal, as a child of this process."""
        request = json.dumps([list(arguments), cwd, dict(env), True]).encode()
        self._channel.settimeout(60)
        socket.send_fds(self._channel, [request], [theirs])
        os.close(theirs)
        return PtyProcess(array.array("i", self._channel.recv(4))[0], ours)

    def close(self) -> None:
        """End the process and its forks."""
        self._channel.close()
        with suppress(ProcessLookupError):
            os.killpg(self._process.pid, signal.SIGKILL)
        self._process.wait()


@cache
def _reader_server() -> ForkServer:
    """Return a process that has imported the reader; it ends with this one.

    What it starts becomes a child of this process.
    """
    adopt_orphans = 36  # PR_SET_CHILD_SUBREAPER, linux/prctl.h
    ctypes.CDLL(None).prctl(adopt_orphans, 1, 0, 0, 0)
    return ForkServer(reader=True)


class TerminalProgram(pexpect.spawn):  # type: ignore[type-arg]  # for types alone it is generic
    """A program on a pseudo-terminal; ours is a fork where no interpreter has to start."""

    ptyproc: Any
    modes: list[Any]
    """The modes of the terminal's driver before the program."""

    def _spawnpty(self, args: list[Any], **options: Any) -> PtyProcess:
        words, env = [os.fsdecode(word) for word in args], options["env"]
        unusual = {name: value for name, value in env.items() if _USUAL.get(name) != value}
        if words[1:3] != ["-m", "briefing_tui"] or sys.platform != "linux" or not can_fork(words, unusual):
            program = super()._spawnpty(args, **options)  # type: ignore[misc]
            self.modes = termios.tcgetattr(program.fd)
            return program
        ours, theirs = pty.openpty()
        fcntl.ioctl(theirs, termios.TIOCSWINSZ, struct.pack("HHHH", *options["dimensions"], 0, 0))
        self.modes = termios.tcgetattr(ours)  # A fork may change them before this process runs again.
        return _reader_server().start(words[3:], options["cwd"], env, ours, theirs)


def _feed(end: int, data: bytes) -> None:
    with suppress(BrokenPipeError), open(end, "wb", buffering=0) as pipe:
        while data:
            data = data[pipe.write(data) :]


def _drain(end: int, found: dict[int, bytes]) -> None:
    with open(end, "rb") as pipe:
        found[end] = pipe.read()


def _warm_up(reader: bool) -> None:
    """Load and compile what commands use, so that no fork has to.

    Trafilatura alone takes longer to load than a command runs.
    """
    import briefing_tui
    from briefing_tui.builder import build
    from tests.sources.pages import LORE, PAGE

    left_out = ("__main__", "serving", *(() if reader else ("ui",)))
    for package in pkgutil.iter_modules(briefing_tui.__path__):
        name = f"briefing_tui.{package.name}"
        if package.name not in left_out:
            import_module(name)
            for module in pkgutil.walk_packages(sys.modules[name].__path__, f"{name}.") if package.ispkg else ():
                import_module(module.name)
    for article in (PAGE, "\n\n".join(LORE), (ROOT / "tests/fixtures/german/wire.txt").read_text("utf-8")):
        build(article.encode(), "article")
    gc.collect()
    gc.freeze()  # A collection in a fork would copy all that is shared with this process.


def _serve(channel: socket.socket, reader: bool) -> None:
    _warm_up(reader)
    while True:
        request, streams, _, _ = socket.recv_fds(channel, 2 * _LARGEST, 3)
        if not request:
            return
        *run, is_on_terminal = json.loads(request)
        answer, told = os.pipe()
        process = os.fork()
        if process == 0 and is_on_terminal and (adopted := os.fork()):
            os.write(told, array.array("i", [adopted]).tobytes())
            os._exit(0)
        if process == 0:
            channel.close()
            if is_on_terminal:
                os.setsid()
                fcntl.ioctl(streams[0], termios.TIOCSCTTY, 0)
                streams = [streams[0], os.dup(streams[0]), os.dup(streams[0])]
            _run(streams, *run)
        for stream in streams:
            os.close(stream)
        status = array.array("i", [os.waitstatus_to_exitcode(os.waitpid(process, 0)[1])]).tobytes()
        channel.send(os.read(answer, 4) if is_on_terminal else status)
        os.close(answer)
        os.close(told)


def _run(streams: list[int], arguments: list[str], cwd: str, env: dict[str, str]) -> None:
    """Do what an interpreter does for `python -m briefing_tui`, then end the process."""
    from briefing_tui.cli import main

    status: object = 1
    try:
        for number, stream in enumerate(streams):
            os.dup2(stream, number)
            os.close(stream)
        os.chdir(cwd)
        os.environ.clear()
        os.environ.update(env)
        time.tzset()
        for number, (name, mode) in enumerate((("stdin", "rb"), ("stdout", "wb"), ("stderr", "wb"))):
            old = getattr(sys, name)
            lines = name == "stderr" or (name == "stdout" and os.isatty(number))
            new = io.TextIOWrapper(open(number, mode), old.encoding, old.errors, line_buffering=lines)  # noqa: PTH123, SIM115
            setattr(sys, name, new)
            setattr(sys, f"__{name}__", new)
        sys.argv = ["briefing", *arguments]
        status = main(arguments)
        sys.stdout.flush()
    except SystemExit as error:
        status = error.code
    except BaseException:
        traceback.print_exc()
    finally:
        with suppress(BaseException):
            sys.stdout.flush()
        with suppress(BaseException):
            sys.stderr.flush()
        os._exit(status if isinstance(status, int) else 1)


if __name__ == "__main__":
    _serve(socket.socket(fileno=int(sys.argv[1])), "reader" in sys.argv[2:])
