"""Run the command many times in one process on a pseudo-terminal, and record every byte."""

import fcntl
import json
import os
import pty
import select
import struct
import subprocess
import sys
import termios
from collections.abc import Mapping, Sequence
from pathlib import Path

ROOT = Path(__file__).parent.parent.parent
_END = "=== the end of a run ==="
_SILENT = 30.0
"""Seconds without a byte after which a run hangs: its terminal is closed, and the test fails."""
_RUN = f"""
import json, os, sys
from briefing_tui.cli import main
terminal = os.dup(1)
for argv in json.load(open(sys.argv[1], "rb")):
    status = main([word.encode("utf-8", "surrogatepass").decode("utf-8", "surrogatepass") for word in argv])
    os.dup2(terminal, 1)  # a run that failed has pointed it to nowhere
    print("{_END}", status, flush=True)
"""


def on_terminal(
    runs: Sequence[Sequence[str]], folder: Path, columns: int = 200, env: Mapping[str, str] | None = None
) -> list[tuple[bytes, int]]:
    """Return the bytes that each run wrote to its terminal, and its exit status."""
    wanted = folder / "runs.json"
    wanted.write_text(json.dumps(runs), "ascii")
    written, status = written_by([sys.executable, "-c", _RUN, str(wanted)], folder, columns, 50, env)
    assert status == 0, written[-2000:]
    parts = written.split(_END.encode())
    statuses = [int(part.split(b"\r\n", 1)[0]) for part in parts[1:]]
    texts = [parts[0], *(part.split(b"\r\n", 1)[1] for part in parts[1:-1])]
    assert len(texts) == len(runs)
    return list(zip(texts, statuses, strict=True))


def written_by(
    command: Sequence[str], folder: Path, columns: int, rows: int, env: Mapping[str, str] | None = None
) -> tuple[bytes, int]:
    """Run a command in a folder; return its bytes and exit status."""
    ours, theirs = pty.openpty()
    fcntl.ioctl(theirs, termios.TIOCSWINSZ, struct.pack("HHHH", rows, columns, 0, 0))
    child = subprocess.Popen(
        command,
        stdin=theirs,
        stdout=theirs,
        stderr=theirs,
        cwd=folder,
        env={**os.environ, "PYTHONPATH": str(ROOT), "COLUMNS": "", "LINES": "", **(env or {})},
        start_new_session=True,
    )
    os.close(theirs)
    written = _drained(ours)
    return written, child.wait(timeout=30)


def _drained(terminal: int) -> bytes:
    pieces = []
    try:
        while select.select([terminal], [], [], _SILENT)[0] and (piece := os.read(terminal, 65536)):
            pieces.append(piece)
    except OSError:  # Linux reports so that the other side is closed.
        pass
    os.close(terminal)
    return b"".join(pieces)
