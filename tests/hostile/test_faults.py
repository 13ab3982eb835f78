"""Faults: signals, closed terminals, odd sizes and locales, files that change.

The terminal is always left as it was found.
"""

import os
import pty
import shlex
import shutil
import signal
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

import psutil
import pytest

from briefing_tui.contentfile.read.file_input import UnreadableFile, load_bytes
from briefing_tui.file_io import read_file
from tests.cli.conftest import Run, forks, run  # noqa: F401 - fixtures
from tests.test_pty import HARBOUR, ROOT, SECONDS, Start, Terminal, at_prompt, noting, start  # noqa: F401 - a fixture


@pytest.fixture
def article(tmp_path: Path) -> Path:
    path = tmp_path / "harbour.md"
    path.write_bytes(HARBOUR.read_bytes())
    return path


def quits(terminal: Terminal) -> None:
    """Quit by the keys."""
    terminal.press("q")
    assert terminal.end() == 0
    assert terminal.left_as_found() == []


def fifo(path: Path) -> None:
    os.mkfifo(path)


def sparse(path: Path) -> None:
    path.touch()
    os.truncate(path, 200 * 1024 * 1024)


BECOMES: dict[str, Callable[[Path], object]] = {
    "a folder": Path.mkdir,
    "a pipe that nobody writes into": fifo,
    "a device without end": lambda path: path.symlink_to("/dev/zero"),
    "a huge sparse file": sparse,
    "a link to itself": lambda path: path.symlink_to(path),
    "nothing": lambda _path: None,
}


@pytest.mark.parametrize("what", BECOMES)
def test_a_file_that_becomes_something_else_is_told_and_never_waited_for(what: str, article: Path) -> None:
    article.unlink()
    BECOMES[what](article)
    with pytest.raises(UnreadableFile) as unreadable:
        load_bytes(article)
    assert str(unreadable.value).startswith(str(article))
    assert "\n" not in str(unreadable.value)


def test_no_more_is_read_of_a_file_than_is_asked_for(article: Path) -> None:
    assert len(read_file(article, 10)) == 10


def test_the_reader_stays_when_its_file_becomes_a_pipe_and_is_deleted(start: Start, article: Path) -> None:
    terminal = start("read", str(article), columns=250)
    terminal.shows("]/[ section")
    article.unlink()
    os.mkfifo(article)
    terminal.shows("a pipe, not a file")
    article.unlink()
    terminal.shows("The file is gone")
    quits(terminal)


def test_a_file_replaced_by_one_from_before_is_read_anew(start: Start, article: Path) -> None:
    """As after a clock was set back, or an old copy restored."""
    terminal = start("read", str(article), columns=120)
    terminal.shows("]/[ section")
    fresh = article.with_name("fresh")
    fresh.write_text(article.read_text().replace("The harbour that would not settle", "The harbour that did settle"))
    os.utime(fresh, (0, 0))
    fresh.replace(article)
    terminal.shows("The harbour that did settle")
    quits(terminal)


def test_a_library_whose_folder_vanishes_stays_and_can_be_left(
    start: Start, article: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("BRIEFING_LIBRARY", str(article.parent / "library"))
    article.parent.joinpath("library").mkdir()
    article.rename(article.parent / "library" / "harbour.md")
    terminal = start(columns=200)
    terminal.shows("The harbour that would not settle")
    shutil.rmtree(article.parent / "library")
    terminal.press("\r")
    terminal.until(
        lambda text: "no such file" in text or "No briefings in" in text, "that it is gone"
    )  # which is seen by itself, too
    terminal.press("B")
    terminal.shows("No briefings in")
    quits(terminal)


@pytest.mark.parametrize(("keys", "shown"), [("a", "Ctrl+S"), ("/", "/ "), ("3", "s only…"), ("?", "Esc"), (":", "Search for")])
@pytest.mark.parametrize("sent", [signal.SIGTERM, signal.SIGHUP])
def test_a_signal_ends_the_reader_in_good_order_whatever_is_open(
    keys: str, shown: str, sent: signal.Signals, start: Start
) -> None:
    terminal = start("read", str(HARBOUR))
    terminal.shows("1 Summary")
    terminal.press(keys)
    terminal.shows(shown)
    terminal.child.kill(sent)
    terminal.end()
    assert terminal.left_as_found() == []
    assert b"Traceback" not in terminal.bytes


def test_a_stop_from_outside_gives_the_terminal_back_and_fg_returns(start: Start) -> None:
    terminal = start.shell("")  # type: ignore[attr-defined]
    terminal.press("PS1='ready> '\r")
    terminal.shows("ready> ")
    terminal.press(f'"{sys.executable}" -m briefing_tui read "{HARBOUR}"\r')
    terminal.shows("]/[ section")
    (reader,) = psutil.Process(terminal.child.pid).children()
    reader.send_signal(signal.SIGTSTP)
    terminal.until(
        lambda _text: (
            terminal.bytes.rfind(b"Stopped") > terminal.bytes.rfind(b"\x1b[?1049l") > 0 and at_prompt(terminal, b"Stopped")
        ),
        "the shell",
    )
    assert set(terminal.left_as_found()) <= {
        "bracketed paste",
        "the driver's modes",
    }  # The shell's own settings while it reads a line.
    terminal.press("fg\r")
    terminal.until(lambda _text: terminal.bytes.count(b"\x1b[?1049h") == 2, "the reader again")
    terminal.press("2")
    terminal.shows("→ open")
    terminal.press("q")
    terminal.until(lambda _text: at_prompt(terminal, b"\x1b[?1049l", 2), "the shell again")
    terminal.press("exit\r")
    assert terminal.end() == 0


STOPPED_WHILE_WRITING = """
import os, signal, sys
from textual.drivers._writer_thread import WriterThread
write, written = WriterThread.write, []
def stopped(self, text):
    written.append(text)
    if len(written) == 12:
        with self._queue.mutex:  # as in the middle of putting the text there
            os.kill(os.getpid(), signal.SIGTSTP)
    write(self, text)
WriterThread.write = stopped
from briefing_tui.cli import main
sys.exit(main())
"""

AS_A_JOB = """
import os, signal, sys
child = os.fork()
if not child:
    signal.signal(signal.SIGTTOU, signal.SIG_IGN)
    os.setpgid(0, 0)
    os.tcsetpgrp(0, os.getpid())
    signal.signal(signal.SIGTTOU, signal.SIG_DFL)
    os.execv(sys.argv[1], sys.argv[1:])
sys.exit(os.waitstatus_to_exitcode(os.waitpid(child, 0)[1]))
"""
"""Runs a command as a shell runs a job: only that can be stopped."""


@pytest.mark.parametrize("how", ["while writing", "without being asked"])
def test_a_stop_at_any_moment_is_one_from_which_the_reader_returns(how: str, start: Start) -> None:
    program = ["-c", STOPPED_WHILE_WRITING] if how == "while writing" else ["-m", "briefing_tui"]
    command = [sys.executable, *program, "read", str(HARBOUR)]
    terminal = start.shell(f"exec {shlex.join([sys.executable, '-c', AS_A_JOB, *command])}")  # type: ignore[attr-defined]
    terminal.until(lambda _text: psutil.Process(terminal.child.pid).children(), "the job")
    (reader,) = psutil.Process(terminal.child.pid).children()
    if how == "without being asked":
        terminal.shows("]/[ section")
        reader.send_signal(signal.SIGSTOP)
    terminal.until(lambda _text: reader.status() == psutil.STATUS_STOPPED, "the stop")
    reader.send_signal(signal.SIGCONT)
    terminal.until(lambda _text: terminal.bytes.count(b"\x1b[?1049h") == 2, "the reader again")
    terminal.press("2")
    terminal.shows("→ open")
    assert reader.num_threads() < 8
    terminal.press("q")
    assert terminal.end() == 0
    assert terminal.left_as_found() == []


def test_bytes_that_are_no_text_are_no_end_of_the_reader(start: Start) -> None:
    terminal = noting(start, "ca")
    os.write(terminal.child.child_fd, b"f\xe9\xff ")
    terminal.press("then")
    terminal.shows("then")
    assert "caf" in terminal.text


@pytest.mark.parametrize("ending", ["q", "signal"])
def test_a_terminal_that_is_slow_to_take_what_is_drawn_is_left_as_it_was_found(ending: str, start: Start) -> None:
    """The terminal reads a few bytes at a time, from a full buffer."""
    terminal = start("read", str(HARBOUR), columns=200, rows=60)
    terminal.shows("]/[ section")
    terminal.press("G" + "bbb" * 5 + "jjj" * 20 + "3" + "jjj" * 20 + "0")
    if ending == "q":
        terminal.press("q")
    else:
        terminal.child.kill(signal.SIGTERM)
    while terminal.take(most=512):
        pass
    assert terminal.end() in (0, 128 + signal.SIGTERM)
    assert terminal.left_as_found() == []


def test_a_disk_that_takes_nothing_leaves_reading_and_ending_as_they_are(start: Start) -> None:
    """Neither the reading place nor a note can be written, by a resource limit.

    The note stays in its editor.
    """
    line = f'ulimit -f 0; exec "{sys.executable}" -m briefing_tui read "{HARBOUR}"'
    terminal = start.shell(line)  # type: ignore[attr-defined]
    terminal.shows("• The East Quay")  # The complete file has been read; before, no note can be started.
    terminal.press("a")
    terminal.shows("Ctrl+S")
    terminal.press("words typed\x13")
    terminal.until(lambda text: "words typed" in text and "no room on the disk" in text, "why it is not saved")
    terminal.child.kill(signal.SIGTERM)
    terminal.end()
    assert terminal.left_as_found() == []
    assert b"Traceback" not in terminal.bytes


@pytest.mark.parametrize("size", [(0, 0), (1, 1), (1000, 20)], ids=str)
def test_a_terminal_that_lies_about_its_size_is_survived(size: tuple[int, int], start: Start) -> None:
    line = f'stty cols {size[0]} rows {size[1]}; exec "{sys.executable}" -m briefing_tui read "{HARBOUR}"'
    terminal = start.shell(line)  # type: ignore[attr-defined]
    terminal.until(lambda _text: terminal.bytes.count(b"\x1b[1;1H") > 1, "a frame")
    terminal.press("jj3j0")
    quits(terminal)


XDG = ("XDG_STATE_HOME", "XDG_DATA_HOME", "XDG_CONFIG_HOME", "XDG_CACHE_HOME")


@pytest.mark.parametrize(
    "env",
    [
        {"LC_ALL": "C", "PYTHONUTF8": "0", "PYTHONCOERCECLOCALE": "0"},
        {"LC_ALL": "C", "PYTHONIOENCODING": "latin-1"},
        {"NO_COLOR": "1"},
        {
            "HOME": "",
            "XDG_STATE_HOME": "/dev/null/state",
            "XDG_DATA_HOME": "/dev/null/data",
            "XDG_CONFIG_HOME": "/dev/null/config",
        },
        {"HOME": None},
        {"HOME": "/nonexistent/home", **dict.fromkeys(XDG)},
        {"HOME": "/proc", **dict.fromkeys(XDG)},
    ],
    ids=["locale C", "Latin-1", "no colour", "no folders", "no HOME", "a home that is not there", "a home that can't be written"],
)
def test_the_reader_is_readable_in_a_poor_environment(
    env: dict[str, str | None], start: Start, monkeypatch: pytest.MonkeyPatch
) -> None:
    for name, value in env.items():
        if value is None:
            monkeypatch.delenv(name)
        else:
            monkeypatch.setenv(name, value)
    terminal = start("read", str(HARBOUR))
    terminal.shows("]/[ section")
    assert "╭" in terminal.text
    assert "\\u" not in terminal.text
    quits(terminal)


def test_garbage_for_a_size_in_the_environment_is_survived(run: Run) -> None:
    for columns in ("many", "-5", "0", "9" * 30, "٣"):
        done = run("show", "harbour.md", env={"COLUMNS": columns})
        assert done.returncode == 0
        assert b"Traceback" not in done.stderr


def test_a_terminal_that_goes_away_ends_the_reader(start: Start) -> None:
    terminal = start("read", str(HARBOUR))
    terminal.shows("]/[ section")
    child: Any = terminal.child
    child.ptyproc.fileobj.close()
    assert _ended(child.pid)
    child.ptyproc.closed = child.ptyproc.terminated = child.closed = True


def test_a_terminal_that_goes_away_without_a_signal_ends_the_reader() -> None:
    """A signal reports only the end of the controlling terminal; otherwise a read does."""
    ours, theirs = pty.openpty()
    command = [sys.executable, "-m", "briefing_tui", "read", str(HARBOUR)]
    child = subprocess.Popen(command, stdin=theirs, stdout=theirs, stderr=theirs, start_new_session=True)
    os.close(theirs)
    drawn = b""
    while b"settle" not in drawn:
        drawn += os.read(ours, 65536)
    os.close(ours)
    try:
        assert child.wait(SECONDS) == 128 + signal.SIGHUP
    finally:
        child.kill()
        child.wait()


def _ended(pid: int) -> bool:
    """Wait for the end of a child, at most `seconds`."""
    import time

    deadline = time.monotonic() + SECONDS
    while time.monotonic() < deadline:
        if os.waitpid(pid, os.WNOHANG)[0]:
            return True
        os.sched_yield()
    os.kill(pid, signal.SIGKILL)
    os.waitpid(pid, 0)
    return False


def test_modes_of_the_terminal_are_as_they_were_after_a_failure(start: Start, tmp_path: Path) -> None:
    command = f'"{sys.executable}" -m tests.hostile.broken_reader read "{HARBOUR}"'
    line = f'stty -g > before; {command}; echo "status $?"; stty -g > after; cmp before after && echo modes-kept'
    terminal = start.shell(f'cd "{tmp_path}"; export PYTHONPATH="{ROOT}"; {line}')  # type: ignore[attr-defined]
    terminal.shows("]/[ section")
    terminal.press("B")
    terminal.shows("modes-kept")
    assert "status 2" in terminal.text
    assert "internal error (RuntimeError: broken" in terminal.text.replace("\n", "")
    assert terminal.left_as_found() == []
    assert terminal.bytes.count(b"\x1b[>1u") <= terminal.bytes.count(b"\x1b[<u")


@pytest.mark.parametrize("sent", [signal.SIGINT, signal.SIGTERM, signal.SIGHUP])
@pytest.mark.parametrize("verb", [["build", "-"], ["export", "--follow", "-o", "folder/"]], ids=lambda verb: verb[0])
def test_every_verb_that_waits_ends_at_a_signal_without_a_traceback(
    verb: list[str], sent: signal.Signals, tmp_path: Path
) -> None:
    child = subprocess.Popen(
        [sys.executable, "-m", "briefing_tui", *verb],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        cwd=tmp_path,
        env={**os.environ, "PYTHONPATH": str(ROOT), "PYTHONPROFILEIMPORTTIME": "1"},
        preexec_fn=lambda: signal.signal(signal.SIGHUP, signal.SIG_DFL),  # which `nohup` has it ignore
    )
    assert child.stderr is not None
    awaited = b"briefing_tui.cli.building.jobs" if verb[0] == "build" else b"following the notes"
    while awaited not in child.stderr.readline():
        assert child.poll() is None
    child.send_signal(sent)
    _, told = child.communicate(timeout=SECONDS)
    assert child.returncode in (128 + sent, -sent)
    assert b"Traceback" not in told


def test_a_reader_of_a_pipe_that_leaves_early_is_no_error(fixtures: Path) -> None:
    for verb in ("show harbour.md", "list .", "build ../fixtures/harbour.md --format json", "check .", "--help"):
        line = f'{{ "{sys.executable}" -m briefing_tui {verb} 2>told; }} | true; cat told'
        done = subprocess.run(
            ["bash", "-c", f"cd \"$(mktemp -d)\" && ln -s '{fixtures}'/* . && {line}"],
            capture_output=True,
            env={**os.environ, "PYTHONPATH": str(ROOT)},
            check=False,
        )
        assert b"Traceback" not in done.stdout + done.stderr
        assert b"Broken pipe" not in done.stdout + done.stderr


def test_a_size_that_no_file_may_pass_leaves_the_old_file(tmp_path: Path) -> None:
    """The disk is full by a resource limit; the old file stays."""
    (tmp_path / "out.md").write_text("old\n")
    code = (
        "import resource, signal, sys\n"
        "from pathlib import Path\n"
        "from briefing_tui.file_io import write_atomically\n"
        "signal.signal(signal.SIGXFSZ, signal.SIG_IGN)\n"
        "resource.setrlimit(resource.RLIMIT_FSIZE, (1000, 1000))\n"
        "try:\n    write_atomically(Path('out.md'), ['x' * 5000])\nexcept OSError as error:\n    print(error.strerror)\n"
    )
    done = subprocess.run(
        [sys.executable, "-c", code], cwd=tmp_path, capture_output=True, env={**os.environ, "PYTHONPATH": str(ROOT)}, check=False
    )
    assert done.stdout == b"File too large\n"
    assert (tmp_path / "out.md").read_text() == "old\n"
    assert [path.name for path in tmp_path.iterdir()] == ["out.md"]
