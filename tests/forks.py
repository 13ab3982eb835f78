"""Run `briefing` in forks of a process that has imported it.

Each run is a process of its own, with its own streams, folder and environment, but it starts in milliseconds.
"""

import array
import io
import json
import os
import signal
import socket
import subprocess
import sys
import time
import traceback
from collections.abc import Mapping, Sequence
from contextlib import suppress
from pathlib import Path
from threading import Thread

ROOT = Path(__file__).parent.parent
_LARGEST = 100_000
"""The most characters of a request that one message surely holds."""
_OF_INTERPRETER = ("PYTHON", "LC_", "LANG", "COVERAGE")
"""The beginnings of variables that an interpreter reads when it starts."""


def can_fork(arguments: Sequence[str], env: Mapping[str, str]) -> bool:
    """Return whether a run needs no interpreter of its own."""
    is_plain = not any(name.startswith(_OF_INTERPRETER) for name in env) and "COVERAGE_PROCESS_START" not in os.environ
    return hasattr(os, "fork") and is_plain and sum(map(len, arguments)) < _LARGEST


class ForkServer:
    """A process that has imported the program, and forks for each run."""

    def __init__(self) -> None:
        """Start the process."""
        self._channel, theirs = socket.socketpair(socket.AF_UNIX, socket.SOCK_SEQPACKET)
        self._process = subprocess.Popen(
            [sys.executable, "-m", "tests.forks", str(theirs.fileno())],
            pass_fds=[theirs.fileno()], cwd=ROOT, env={**os.environ, "PYTHONPATH": str(ROOT)}, start_new_session=True,
        )  # fmt: skip
        theirs.close()

    def run(
        self, arguments: Sequence[str], cwd: Path, env: Mapping[str, str], stdin: bytes
    ) -> "subprocess.CompletedProcess[bytes]":
        """Run the program as `subprocess.run` does; it may take a minute."""
        pipes = [os.pipe() for _ in range(3)]
        (given, feed), (out, out_end), (err, err_end) = pipes
        request = json.dumps([list(arguments), str(cwd), dict(env)]).encode()
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

    def close(self) -> None:
        """End the process and its forks."""
        self._channel.close()
        with suppress(ProcessLookupError):
            os.killpg(self._process.pid, signal.SIGKILL)
        self._process.wait()


def _feed(end: int, data: bytes) -> None:
    with suppress(BrokenPipeError), open(end, "wb", buffering=0) as pipe:
        while data:
            data = data[pipe.write(data) :]


def _drain(end: int, found: dict[int, bytes]) -> None:
    with open(end, "rb") as pipe:
        found[end] = pipe.read()


def _serve(channel: socket.socket) -> None:
    import briefing_tui.application.opening
    import briefing_tui.builder
    import briefing_tui.cli.build
    import briefing_tui.cli.show
    import briefing_tui.contentfile.rebuild.merge
    import briefing_tui.export.formats
    import briefing_tui.fetching.connections
    import briefing_tui.fetching.decompressing
    import briefing_tui.fetching.failures
    import briefing_tui.fetching.fetcher
    import briefing_tui.library.filed_articles
    import briefing_tui.notes.store
    import briefing_tui.sources.html.reader
    import briefing_tui.sources.plain.reader  # noqa: F401

    while True:
        request, streams, _, _ = socket.recv_fds(channel, 2 * _LARGEST, 3)
        if not request:
            return
        process = os.fork()
        if process == 0:
            channel.close()
            _run(streams, *json.loads(request))
        for stream in streams:
            os.close(stream)
        channel.send(array.array("i", [os.waitstatus_to_exitcode(os.waitpid(process, 0)[1])]).tobytes())


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
            new = io.TextIOWrapper(open(number, mode), old.encoding, old.errors, line_buffering=name == "stderr")  # noqa: PTH123, SIM115
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
    _serve(socket.socket(fileno=int(sys.argv[1])))
