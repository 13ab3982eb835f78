"""Behaviour that depends on a terminal, tested on a pseudo-terminal."""

import os
import re
import signal
import subprocess
import sys
from pathlib import Path

import pexpect
import pytest

from tests.cli.conftest import Run
from tests.forks import TerminalProgram

ROOT = Path(__file__).parent.parent.parent


def on_terminal(*arguments: str, columns: int = 80, **env: str) -> tuple[str, int | None]:
    """Run a command on a terminal; return its output and its status."""
    child = TerminalProgram(
        sys.executable,
        ["-m", "briefing_tui", *arguments],
        env={**os.environ, "PYTHONPATH": str(ROOT), **env},
        cwd=str(ROOT / "tests" / "fixtures"),
        dimensions=(24, columns),
        encoding="utf-8",
        timeout=30,
    )
    printed = child.read()
    child.close()
    return printed.replace("\r\n", "\n"), child.exitstatus


@pytest.mark.parametrize("term", ["dumb", ""])
def test_a_terminal_that_shows_no_reader_gets_the_text_and_a_line_about_it(term: str, run: Run) -> None:
    printed, status = on_terminal("read", "wire.md", TERM=term)
    line, text = printed.split("\n", 1)
    assert re.fullmatch(r"briefing: TERM is .*, so the reader can't open here; printing instead", line)
    assert text == run("show", "wire.md").stdout.decode()
    assert status == 0


def test_a_terminal_that_shows_no_reader_gets_the_list(run: Run) -> None:
    printed, status = on_terminal(TERM="dumb", COLUMNS="", columns=200)
    assert printed.split("\n", 1)[1] == run().stdout.decode()
    assert status == 0


def test_long_ids_leave_room_for_titles(tmp_path: Path) -> None:
    long = tmp_path / f"{'a-very-long-id' * 4}.md"
    long.write_bytes((ROOT / "tests" / "fixtures" / "harbour.md").read_bytes())
    printed, _ = on_terminal("list", str(tmp_path), columns=80)
    title, about = printed.splitlines()
    assert title == "The harbour that would not settle"
    assert about.split() == [long.stem, "2026-03-02", "1", "min"]


def test_a_list_is_fitted_to_the_terminal() -> None:
    printed, status = on_terminal("list", ".", columns=58)
    assert max(map(len, printed.splitlines())) <= 58
    assert "…" in printed
    assert "2026-03-02" in printed
    assert status == 0


def test_a_briefing_is_fitted_to_a_narrow_terminal() -> None:
    printed, _ = on_terminal("show", "wire.md", columns=30, COLUMNS="")
    assert max(map(len, printed.splitlines())) <= 30


def test_standard_input_that_is_the_terminal_is_not_waited_for() -> None:
    printed, status = on_terminal("show", "-")
    assert printed.startswith("briefing: standard input: nothing is piped in")
    assert status == 2


def test_piped_reading_prints_what_show_prints(run: Run, fixtures: Path) -> None:
    assert run("read", "harbour.md").stdout == run("show", "harbour.md").stdout
    text = (fixtures / "harbour.md").read_bytes()
    assert run("read", "-", stdin=text).stdout == run("show", "harbour.md").stdout


def test_keys_without_a_terminal_are_told_in_one_line() -> None:
    """Standard output is a terminal, but the process can't open one for keys.

    It runs in its own session.
    """
    import pty

    ours, theirs = pty.openpty()
    try:
        done = subprocess.run(
            [sys.executable, "-m", "briefing_tui", "read", "wire.md"],
            stdin=subprocess.DEVNULL,
            stdout=theirs,
            stderr=subprocess.PIPE,
            start_new_session=True,
            cwd=ROOT / "tests" / "fixtures",
            env={**os.environ, "PYTHONPATH": str(ROOT)},
            timeout=30,
            check=False,
        )
    finally:
        os.close(ours)
        os.close(theirs)
    assert done.returncode == 2
    assert done.stderr == b"briefing: no terminal to read keys from; 'briefing show' prints without one\n"


def test_a_file_that_cannot_be_read_is_told_before_the_screen_is_taken(tmp_path: Path) -> None:
    path = tmp_path / "binary.md"
    path.write_bytes(bytes(5000))
    printed, status = on_terminal("read", str(path))
    assert printed == f"briefing: {path}: a binary file; give a content file, or the article as text, HTML or Markdown\n"
    assert status == 2


@pytest.mark.parametrize(
    "command",
    [
        "briefing read wire.md",
        "briefing read - < wire.md",
        "cat wire.md | briefing read - 2>/dev/null",
        "briefing read <(cat wire.md) < /dev/null",
        "briefing read .",
    ],
)
def test_the_reader_opens_and_quits_on_a_terminal(command: str) -> None:
    briefing = f'"{sys.executable}" -m briefing_tui'
    child = pexpect.spawn(
        "bash",
        ["-c", command.replace("briefing", briefing, 1)],
        env={**os.environ, "PYTHONPATH": str(ROOT)},
        cwd=str(ROOT / "tests" / "fixtures"),
        dimensions=(24, 80),
        encoding="utf-8",
        timeout=30,
    )
    child.expect("Portolan board")
    child.expect("Coast Wire")
    child.send("q")
    child.expect(pexpect.EOF)
    child.close()
    assert child.exitstatus == 0


def test_an_interrupted_run_ends_quietly_with_the_status_of_sigint() -> None:
    child = subprocess.Popen(
        [sys.executable, "-m", "briefing_tui", "show", "-"],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        env={**os.environ, "PYTHONPATH": str(ROOT), "PYTHONPROFILEIMPORTTIME": "1"},
    )
    assert child.stderr is not None
    while b"contentfile.read.file_input" not in child.stderr.readline():  # It is about to read standard input.
        assert child.poll() is None
    child.send_signal(signal.SIGINT)
    _, told = child.communicate(timeout=30)
    assert child.returncode == 130
    assert not [line for line in told.splitlines() if not line.startswith(b"import time:")]


@pytest.mark.parametrize(("closed", "status"), [("2>&-", 0), (">&- 2>&- <&-", 2)])
def test_closed_outputs_are_survived(closed: str, status: int, fixtures: Path) -> None:
    command = f'"{sys.executable}" -m briefing_tui show harbour.md {closed}'
    done = subprocess.run(
        ["bash", "-c", command], capture_output=True, cwd=fixtures, env={**os.environ, "PYTHONPATH": str(ROOT)}, check=False
    )
    assert (done.returncode, done.stderr) == (status, b"")
