"""Run the command as users do, in a process of its own.

It is a fork where no interpreter has to start.
"""

import os
import subprocess
import sys
from collections.abc import Callable, Iterator, Mapping
from pathlib import Path

import pytest

from tests.forks import ForkServer, can_fork

Run = Callable[..., "subprocess.CompletedProcess[bytes]"]


@pytest.fixture(scope="session")
def forks() -> Iterator[ForkServer]:
    """Provide a process that has imported the program."""
    server = ForkServer()
    yield server
    server.close()


@pytest.fixture
def run(fixtures: Path, forks: ForkServer) -> Run:
    """Return a function that runs `briefing` in the folder of fixtures; outputs are bytes."""

    def running(
        *arguments: str | Path, stdin: bytes = b"", env: Mapping[str, str] | None = None, cwd: Path | None = None
    ) -> "subprocess.CompletedProcess[bytes]":
        words = [*map(str, arguments)]
        if can_fork(words, env or {}):
            return forks.run(words, cwd or fixtures, {**os.environ, **(env or {})}, stdin)
        return subprocess.run(
            [sys.executable, "-m", "briefing_tui", *words],
            input=stdin,
            capture_output=True,
            cwd=cwd or fixtures,
            env={**os.environ, "PYTHONPATH": str(fixtures.parent.parent), **(env or {})},
            timeout=60,
            check=False,
        )

    return running
