"""Run the command as users do, in a process of its own."""

import os
import subprocess
import sys
from collections.abc import Callable, Mapping
from pathlib import Path

import pytest

Run = Callable[..., "subprocess.CompletedProcess[bytes]"]


@pytest.fixture
def run(fixtures: Path) -> Run:
    """Return a function that runs `briefing` in the folder of fixtures; outputs are bytes."""

    def running(
        *arguments: str | Path, stdin: bytes = b"", env: Mapping[str, str] | None = None, cwd: Path | None = None
    ) -> "subprocess.CompletedProcess[bytes]":
        return subprocess.run(
            [sys.executable, "-m", "briefing_tui", *map(str, arguments)],
            input=stdin,
            capture_output=True,
            cwd=cwd or fixtures,
            env={**os.environ, "PYTHONPATH": str(fixtures.parent.parent), **(env or {})},
            timeout=60,
            check=False,
        )

    return running
