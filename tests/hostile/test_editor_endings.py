"""However the user's own editor ends, the reader returns with the note and a reason."""

import stat
import sys
from pathlib import Path

import pytest

from briefing_tui.notes.store import NoteStore
from briefing_tui.ui.terminal.external_editor import NoEditor, command
from tests.hostile.test_editor import CTRL_S, F4
from tests.test_pty import HARBOUR, Start, Terminal, at_prompt, start  # noqa: F401 - a fixture

EDITOR = """#!{python}
import os, signal, sys, time, tty
note = sys.argv[1]
exec(open({ending!r}).read())
"""
WRITE = "open(note, 'w').write('written outside');"
ENDINGS = {
    "sys.exit(1)": "ended with status 1; the text is as it was",
    f"{WRITE} sys.exit(3)": "ended with status 3; what it wrote is in",
    "os.kill(os.getpid(), signal.SIGKILL)": "was ended by SIGKILL; the text is as it was",
    "tty.setraw(0); os.kill(os.getpid(), signal.SIGSEGV)": "was ended by SIGSEGV; the text is as it was",
    "os.remove(note)": "left no file; the text is as it was",
    "os.remove(note); os.mkdir(note)": "left what can't be read",
    "os.remove(note); os.mkfifo(note)": "left what can't be read",
    "open(note, 'wb').write(bytes(100))": "left something that is not text; what it wrote is in",
    "open(note, 'w').write('x' * 30_000_000)": "left too long a text",
    "signal.signal(signal.SIGTTOU, signal.SIG_IGN); os.setpgid(0, 0); os.tcsetpgrp(0, os.getpid()); sys.exit(4)": "status 4",
    "os.kill(os.getppid(), signal.SIGINT); os.kill(os.getppid(), signal.SIGQUIT); sys.exit(5)": "status 5",
}
"""Endings of an editor, each with the words that the reader then shows."""


@pytest.fixture
def editor(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Name an editor that does what the file `ending` beside it says; return its path."""
    program = tmp_path / "ed"
    program.write_text(EDITOR.format(python=sys.executable, ending=str(tmp_path / "ending")))
    program.chmod(0o755)
    monkeypatch.setenv("EDITOR", str(program))
    monkeypatch.setenv("TMPDIR", str(tmp_path))
    return program


def writing(terminal: Terminal) -> Terminal:
    """Begin a note."""
    terminal.shows("]/[ section")
    terminal.press("2")
    terminal.shows("→ open")  # The complete file has been read.
    terminal.press("W")
    terminal.shows("F4 $EDITOR")
    terminal.press("mine")
    terminal.shows("mine")
    return terminal


def hand_over(terminal: Terminal, reason: str) -> None:
    """Open the editor, and wait until the reader says why it took nothing from it."""
    entered = terminal.bytes.count(b"\x1b[?1049h")
    terminal.press(F4)
    terminal.until(lambda _: terminal.bytes.count(b"\x1b[?1049h") > entered, "the reader again")
    terminal.until(lambda text: reason in " ".join(text.replace("│", " ").split()), reason)


def test_every_ending_of_the_editor_leads_back_to_the_note(start: Start, editor: Path) -> None:
    terminal = writing(start("read", str(HARBOUR), columns=78, rows=40))
    typed = "mine"
    for ending, reason in ENDINGS.items():
        editor.with_name("ending").write_text(ending)
        hand_over(terminal, reason)
        terminal.press("!")
        typed += "!"
        terminal.shows(typed)
    editor.chmod(0o644)
    hand_over(terminal, "could not be started: permission denied")
    editor.unlink()
    hand_over(terminal, "there is no program")
    terminal.press(CTRL_S)
    terminal.shows("● 1 note")
    terminal.press("q")
    assert terminal.end() == 0
    assert terminal.left_as_found() == []
    with NoteStore() as store:
        assert [note.body for note in store.notes()] == [typed]
    kept = [path.read_text() for path in editor.parent.glob("briefing-*/note.md") if stat.S_ISREG(path.stat().st_mode)]
    assert "written outside" in kept


@pytest.mark.parametrize(
    ("value", "reason"), [(" ", "neither .VISUAL nor .EDITOR"), ("vim '", "no closing quotation"), ("''", "an empty word")]
)
def test_an_editor_that_is_no_command_is_told(monkeypatch: pytest.MonkeyPatch, value: str, reason: str) -> None:
    monkeypatch.setenv("EDITOR", value)
    with pytest.raises(NoEditor, match=reason):
        command()


@pytest.mark.parametrize("target", ["os.getpid()", "0"])
def test_an_editor_that_stops_is_a_job_of_the_shell(start: Start, editor: Path, target: str) -> None:
    editor.with_name("ending").write_text(f"print('EDITING', flush=True); os.kill({target}, signal.SIGTSTP); {WRITE}")
    terminal = start.shell("")  # type: ignore[attr-defined]
    terminal.press("PS1='ready> '\r")
    terminal.shows("ready> ")
    terminal.press(f'"{sys.executable}" -m briefing_tui read "{HARBOUR}"\r')
    writing(terminal)
    terminal.press(F4)
    terminal.until(
        lambda _text: terminal.bytes.rfind(b"Stopped") > terminal.bytes.rfind(b"EDITING") > 0 and at_prompt(terminal, b"Stopped"),
        "the shell",
    )
    terminal.press("fg\r")
    terminal.shows("written outside")
    terminal.press(f"{CTRL_S}")
    terminal.shows("Saved")
    terminal.press("q")
    terminal.until(lambda _text: at_prompt(terminal, b"\x1b[?1049l", 2), "the shell again")
    terminal.press("exit\r")
    assert terminal.end() == 0


def test_where_no_shell_could_continue_it_nothing_stops(start: Start, editor: Path) -> None:
    """A program that a terminal starts itself, as `xterm -e` does, would never be continued."""
    editor.with_name("ending").write_text(f"os.kill(os.getpid(), signal.SIGSTOP); {WRITE}")
    terminal = writing(start("read", str(HARBOUR), columns=78, rows=40))
    terminal.press(F4)
    terminal.shows("written outside")
    terminal.press(CTRL_S)
    terminal.shows("● 1 note")
    entered = terminal.bytes.count(b"\x1b[?1049h")
    terminal.press("\x1a")
    terminal.until(lambda _: terminal.bytes.count(b"\x1b[?1049h") > entered, "the reader again")
    terminal.press("3")
    terminal.shows("— ")
    terminal.press("q")
    assert terminal.end() == 0
    assert terminal.left_as_found() == []


def test_a_terminal_that_is_closed_while_the_editor_is_open_loses_no_draft(start: Start, editor: Path) -> None:
    editor.with_name("ending").write_text(f"{WRITE} os.kill(os.getppid(), signal.SIGHUP); sys.exit()")
    terminal = writing(start("read", str(HARBOUR), columns=78, rows=40))
    terminal.press(F4)
    terminal.end()
    with NoteStore() as store:
        store.session = "another"
        assert [draft.body for draft in store.drafts("the-harbour-that-would-not-settle")] == ["written outside"]
