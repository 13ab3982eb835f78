"""The installed command on a pseudo-terminal: what the user sees, and the terminal's state afterwards."""

import os
import re
import select
import signal
import sys
import termios
import time
from collections.abc import Callable, Iterator
from pathlib import Path

import pexpect
import pyte
import pytest

from briefing_tui.settings.paths import shipped_content
from tests.forks import TerminalProgram
from tests.pictures.drawings import encoded, halves
from tests.ui.contents import ORDINARY

ROOT = Path(__file__).parent.parent
HARBOUR = shipped_content() / "the-harbour-that-would-not-settle.md"
SECONDS = 20.0
"""The longest wait; a test that reaches it has failed."""

LEFT_ON = {
    "alternate screen": b"\x1b[?1049",
    "mouse buttons": b"\x1b[?1000",
    "mouse drags": b"\x1b[?1003",
    "mouse coordinates": b"\x1b[?1006",
    "mouse coordinates of another kind": b"\x1b[?1015",
    "synchronized output": b"\x1b[?2026",
    "sizes told in band": b"\x1b[?2048",
    "bracketed paste": b"\x1b[?2004",
    "focus reports": b"\x1b[?1004",
}
"""Modes that a full-screen program turns on with `h` and off with `l`."""


LEFT_OFF = {"cursor": b"\x1b[?25", "line wrap": b"\x1b[?7"}
"""Modes that it turns off with `l`, and on again with `h`."""


class Terminal:
    """A terminal in which the program runs, and the screen that a user sees."""

    def __init__(self, command: str, arguments: list[str], columns: int = 80, rows: int = 24) -> None:
        self.screen = pyte.Screen(columns, rows)
        self._stream = pyte.ByteStream(self.screen)
        self.bytes = b""
        self.is_quiet = False
        """Nothing came at the last reading."""
        size = {"COLUMNS", "LINES"}  # If these are set, the program uses them as the terminal's size.
        env = {name: value for name, value in os.environ.items() if name not in size} | {"PYTHONPATH": str(ROOT)}
        self.child = TerminalProgram(
            command,
            arguments,
            env=env,
            cwd=str(ROOT),
            dimensions=(rows, columns),
            timeout=SECONDS,
        )
        self.child.delaybeforesend = None
        self.child.ptyproc.delayafterclose = self.child.ptyproc.delayafterterminate = 0.01
        self.driver = self.child.modes
        """The terminal driver's modes before the program; those after it are in `driver_left`."""
        self.driver_left = self.driver

    @property
    def text(self) -> str:
        """Return the text on the screen."""
        return "\n".join(self.screen.display)

    def take(self, seconds: float = 0.2, most: int = 65536) -> bool:
        """Read output of at most so many bytes; return whether more may come."""
        self.is_quiet = True
        try:
            data = self.child.read_nonblocking(most, timeout=seconds)
        except pexpect.TIMEOUT:
            return True
        except pexpect.EOF:
            return False
        assert isinstance(data, bytes)
        self.is_quiet = False
        self.bytes += data
        # pyte mistakes the `>` and `<` sequences of newer keyboard protocols and XTVERSION for others.
        self._stream.feed(re.sub(rb"\x1b\[[<>=?][0-9;]*[uqc]|\x1b\[\?[0-9;]*\$p", b"", data))
        return True

    def until(self, seen: Callable[[str], object], what: str) -> None:
        """Wait until the screen shows something."""
        deadline = time.monotonic() + SECONDS
        while not seen(self.text):
            assert time.monotonic() < deadline, f"not seen: {what}\n{self.text}"
            assert self.take(), f"ended before: {what}\n{self.text}"

    def shows(self, words: str) -> None:
        """Wait until the screen shows some words."""
        self.until(lambda text: words in text, words)

    def press(self, keys: str) -> None:
        """Type keys."""
        self.child.send(keys)

    def paste(self, data: bytes) -> None:
        """Paste text as a terminal with bracketed paste does, reading output meanwhile."""
        left = memoryview(b"\x1b[200~" + data + b"\x1b[201~")
        while left:
            _, can_be_written, _ = select.select([], [self.child.child_fd], [], 0.2)
            if can_be_written:
                left = left[os.write(self.child.child_fd, left[:4096]) :]
            else:
                assert self.take(0), "ended before the paste did"

    def resize(self, columns: int, rows: int) -> None:
        """Change the terminal's size; the system sends the program SIGWINCH."""
        self.screen.resize(rows, columns)
        self.screen.reset()
        self.child.setwinsize(rows, columns)

    def end(self) -> int | None:
        """Wait until the program has ended; return its exit status."""
        deadline = time.monotonic() + SECONDS
        while self.take():
            assert time.monotonic() < deadline, f"still running\n{self.text}"
        while self.child.isalive():  # It has closed the terminal, and is about to end.
            assert time.monotonic() < deadline, "still running without a terminal"
            os.sched_yield()
        self.driver_left = termios.tcgetattr(self.child.child_fd)
        self.child.close()
        return self.child.exitstatus

    def stop(self) -> None:
        """End the program if it has not ended."""
        if self.child.isalive():
            self.child.kill(signal.SIGKILL)
            self.child.wait()
        self.child.close()

    def left_as_found(self) -> list[str]:
        """Return the modes that differ from those before the program."""
        on = [name for name, start in LEFT_ON.items() if self.bytes.rfind(start + b"h") > self.bytes.rfind(start + b"l")]
        on += [name for name, start in LEFT_OFF.items() if self.bytes.rfind(start + b"l") > self.bytes.rfind(start + b"h")]
        if len(re.findall(rb"\x1b\[>[0-9]+u", self.bytes)) > self.bytes.count(b"\x1b[<u"):
            on.append("reports of the keyboard")
        return on + (["the driver's modes"] if self.driver != self.driver_left else [])


def at_prompt(terminal: Terminal, after: bytes, times: int = 1) -> bool:
    """Return whether the shell asks (`ready> `) after some bytes.

    What is typed before may be lost.
    """
    return terminal.bytes.count(after) >= times and b"ready> " in terminal.bytes.rpartition(after)[2]


Start = Callable[..., Terminal]


@pytest.fixture
def start() -> Iterator[Start]:
    """Return a function that starts the command on a terminal until the test ends."""
    started: list[Terminal] = []

    def run(*arguments: str, columns: int = 80, rows: int = 24) -> Terminal:
        started.append(Terminal(sys.executable, ["-m", "briefing_tui", *arguments], columns, rows))
        return started[-1]

    def shell(line: str) -> Terminal:
        started.append(Terminal("bash", ["--norc", "--noprofile", *(["-c", line] if line else ["-i"])]))
        return started[-1]

    run.shell = shell  # type: ignore[attr-defined]
    yield run
    for terminal in started:
        terminal.stop()


def test_open_jump_find_pane_resize_and_quit(start: Start) -> None:
    terminal = start("read", str(HARBOUR))
    terminal.shows("The harbour that would not settle")
    terminal.shows("1 Sum")
    terminal.press("g")
    terminal.shows("Sections")
    terminal.press("c")
    terminal.until(lambda text: "Sections" not in text and "Three surveys, one answer" in text, "the section")
    terminal.press("/")
    terminal.press("harbour board")
    terminal.until(lambda text: re.search(r"/ harbour board.* 1/\d", text), "the hits")
    terminal.press("\r")
    terminal.until(lambda text: "]/[ section" in text or re.search(r"1/\d+ harbour board", text), "the footer")
    terminal.press("3")
    terminal.shows("3 Quotes")
    terminal.resize(40, 12)
    terminal.until(lambda text: "3 Quo" in text and "Article" not in text, "one region")
    terminal.press("0")
    terminal.until(lambda text: "3 Quo" not in text and "? keys" in text, "the article alone")
    terminal.press("g")  # a dialog, over a screen that gets its new size later than the dialog
    terminal.shows("Sections")
    terminal.resize(120, 40)
    terminal.shows("Outline")
    terminal.press("\x1b")
    terminal.until(lambda text: "Sections" not in text, "the article")
    terminal.press("q")
    assert terminal.end() == 0
    assert terminal.left_as_found() == []
    assert terminal.bytes.count(b"\x1b[?1049h") == 1


def test_a_broken_settings_file_is_told_at_start_and_at_the_end_and_the_reader_opens(start: Start, isolation: Path) -> None:
    file = isolation / "config" / "briefing" / "config.toml"
    file.parent.mkdir(parents=True)
    file.write_bytes(b'[reader\n\xff\n[keys]\nquit_reader = "x"\nfind = "ctrl+m"\n')
    terminal = start("read", str(HARBOUR))
    terminal.shows("config.toml:1 (2 more: briefing config): this is not TOML")
    terminal.shows("The harbour that would not settle")
    terminal.press("x")
    assert terminal.end() == 0
    assert terminal.left_as_found() == []
    after = terminal.bytes.rpartition(b"\x1b[?1049l")[2].decode()
    assert [line.strip() for line in re.findall(r"config.toml:\d+: \S+ \S+", after)] == [
        "config.toml:1: this is", "config.toml:2: not UTF-8", "config.toml:5: keys.find: ctrl+m",
    ]  # fmt: skip
    assert b"Traceback" not in terminal.bytes


def test_the_screen_is_the_alternate_one_while_reading(start: Start) -> None:
    terminal = start("read", str(HARBOUR))
    terminal.shows("The harbour that would not settle")
    assert b"\x1b[?1049h" in terminal.bytes
    assert "alternate screen" in terminal.left_as_found()
    terminal.press("q")
    terminal.end()


def test_what_is_piped_in_is_read_and_the_keys_come_from_the_terminal(start: Start, tmp_path: Path) -> None:
    (tmp_path / "lighthouse.md").write_text(ORDINARY, "utf-8")
    terminal = start.shell(f'cat "{tmp_path}/lighthouse.md" | "{sys.executable}" -m briefing_tui read -')  # type: ignore[attr-defined]
    terminal.shows("The lighthouse that was switched off")
    terminal.press("2")
    terminal.shows("Maren Holt")
    terminal.press("q")
    assert terminal.end() == 0
    assert terminal.left_as_found() == []


@pytest.mark.parametrize("sent", [signal.SIGTERM, signal.SIGHUP, signal.SIGINT])
def test_a_signal_to_end_leaves_the_terminal_as_it_was(start: Start, sent: signal.Signals) -> None:
    terminal = start("read", str(HARBOUR))
    terminal.shows("]/[ section")
    terminal.child.kill(sent)
    terminal.end()
    assert terminal.left_as_found() == []
    assert b"Traceback" not in terminal.bytes


def test_ctrl_z_gives_the_terminal_back_to_the_shell_and_fg_returns(start: Start) -> None:
    terminal = start.shell("")  # type: ignore[attr-defined]
    terminal.press("PS1='ready> '\r")
    terminal.shows("ready> ")
    terminal.press(f'"{sys.executable}" -m briefing_tui read "{HARBOUR}"\r')
    terminal.shows("]/[ section")
    terminal.until(lambda _text: terminal.is_quiet, "nothing more to draw")
    terminal.press("\x1a")
    terminal.until(
        lambda _text: (
            terminal.bytes.rfind(b"Stopped") > terminal.bytes.rfind(b"\x1b[?1049l") > 0 and at_prompt(terminal, b"Stopped")
        ),
        "the shell",
    )
    assert terminal.left_as_found() in ([], ["bracketed paste"])  # The shell turns bracketed paste on for itself.
    terminal.press("fg\r")
    terminal.until(lambda _text: terminal.bytes.count(b"\x1b[?1049h") == 2, "the reader again")
    terminal.until(lambda _text: b"section" in terminal.bytes.rpartition(b"\x1b[?1049h")[2], "all of it, before any key")
    terminal.press("2")
    terminal.shows("→ open")
    terminal.press("q")
    terminal.until(lambda _text: at_prompt(terminal, b"\x1b[?1049l", 2), "the shell again")
    terminal.press("exit\r")
    assert terminal.end() == 0


def test_the_place_is_kept_from_one_run_to_the_next(start: Start) -> None:
    first = start("read", str(HARBOUR))
    first.shows("]/[ section")
    first.press("g")
    first.shows("Sections")
    first.press("c")
    first.until(lambda text: "Sections" not in text and "Three surveys, one answer" in text, "the section")
    first.press("q")
    assert first.end() == 0
    second = start("read", str(HARBOUR))
    second.shows("Three surveys, one answer")
    second.press("q")
    assert second.end() == 0


@pytest.mark.parametrize(("columns", "rows"), [(20, 5), (12, 3), (300, 100)])
def test_it_opens_and_quits_in_a_terminal_of_any_size(start: Start, columns: int, rows: int) -> None:
    terminal = start("read", str(HARBOUR), columns=columns, rows=rows)
    terminal.until(lambda text: text.strip(), "anything")
    terminal.press("jjj3j0q")
    assert terminal.end() == 0
    assert terminal.left_as_found() == []


def noting(start: Start, words: str) -> Terminal:
    """Start the reader and type words into a new note."""
    terminal = start("read", str(HARBOUR))
    terminal.shows("• The East Quay")  # The complete file has been read; before, no note can be started.
    terminal.press("a")
    terminal.shows("Ctrl+S")
    terminal.press(words)
    terminal.shows(words)
    return terminal


@pytest.mark.skipif(not Path("/proc/self/stat").exists(), reason="needs /proc")
def test_ten_megabytes_that_are_pasted_cost_little_and_the_next_key_is_handled(start: Start) -> None:
    terminal = noting(start, "mine")
    used = seconds_used(terminal.child.pid)
    terminal.paste(b"a wall of words " * 655_360)
    terminal.shows("Not pasted: it is too long")
    assert seconds_used(terminal.child.pid) - used < 3
    terminal.press(" still")
    terminal.shows("mine still")


def seconds_used(process: int | None) -> float:
    """Return the processor time that a process has used."""
    fields = Path(f"/proc/{process}/stat").read_text("utf-8").rpartition(")")[2].split()
    return (int(fields[11]) + int(fields[12])) / os.sysconf("SC_CLK_TCK")


def test_a_note_that_could_not_be_saved_is_printed_when_the_reader_ends(
    start: Start, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "in the way").write_text("a file")
    monkeypatch.setenv("BRIEFING_NOTES", str(tmp_path / "in the way" / "notes.db"))
    terminal = start("read", str(HARBOUR))
    terminal.shows("• The East Quay")  # The complete file has been read; before, no note can be started.
    terminal.press("W")
    terminal.shows("Note on the whole briefing")
    terminal.press("precious words")
    terminal.shows("precious words")
    terminal.press("\x13")
    terminal.shows("F6 writes it to a file")
    terminal.press("\x11")
    assert terminal.end() == 0
    ended = terminal.bytes.rpartition(b"\x1b[?1049l")[2].decode()
    assert "this note is not saved:\r\nprecious words\r\n" in ended


KEYS = ["3", "j", "j", "\r", "/", *"quay", "\r", "n", "]", "}", "a", *"jqx", "\x1bOQ", "5", "\x1b", "2", "l", "j"]
"""A quote, a search, a note saved with F2, and an actor."""


def settle(terminal: Terminal) -> None:
    """Wait until nothing more is drawn."""
    quiet = 0
    while quiet < 1:
        terminal.take(0.15)
        quiet = quiet + 1 if terminal.is_quiet else 0


def content(terminal: Terminal) -> str:
    """Return the screen without the footer, whose messages come and go."""
    return "\n".join(terminal.screen.display[:-3])


def test_keys_typed_before_the_program_draws_act_as_when_typed_slowly(start: Start, isolation: Path) -> None:
    early = start("read", str(HARBOUR))
    early.press("".join(KEYS))
    early.shows("▾ ")  # The actor is open.
    settle(early)
    typed_early = content(early)
    early.press("q")  # Else it carries its note into the next one's file.
    assert early.end() == 0
    for kept in ("state", "data"):
        (isolation / kept).rename(isolation / f"{kept} of the first")
    slow = start("read", str(HARBOUR))
    slow.shows("]/[ section")
    settle(slow)
    for key in KEYS:
        slow.press(key)
        settle(slow)
    slow.until(lambda _: content(slow) == typed_early, f"this:\n{typed_early}")


def test_a_terminal_that_says_it_can_is_sent_the_picture_itself(start: Start, tmp_path: Path) -> None:
    (tmp_path / "quay.png").write_bytes(encoded(halves(80, 40)))
    images = "## Images\n\n![A quay](quay.png)\nThe quay at dawn."
    article = f"---\ntitle: The quay\n---\n\n{images}\n\n## Article\n\nThe quay was quiet.\n"
    (tmp_path / "quay.md").write_text(article, "utf-8")
    for answer, sent in (
        ("\x1b_Gi=31;OK\x1b\\\x1bP>|kitty(0.40)\x1b\\\x1b[6;20;10t\x1b[?62;c", b"\x1b_Ga=T"),
        ("\x1bP>|iTerm2 3.5\x1b\\\x1b[6;20;10t\x1b[?62;4c", b"\x1b]1337;File=inline=1"),
        ("\x1b[?62;4;22c", b'\x1bP0;1q"1;1;'),
    ):
        terminal = start("read", str(tmp_path / "quay.md"))
        terminal.shows("The quay was quiet")
        terminal.press("4")
        terminal.until(lambda _: b"\x1b[>q\x1b[16t\x1b[c" in terminal.bytes, "the question")  # noqa: B023
        terminal.press(answer)
        terminal.until(lambda _: sent in terminal.bytes, "the picture")  # noqa: B023
        terminal.press("q")
        assert terminal.end() == 0
        assert terminal.left_as_found() == []
