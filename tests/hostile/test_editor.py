"""The user's own editor on a terminal: the text it gets and leaves."""

import json
import os
import sys
from pathlib import Path

import pytest

from briefing_tui.notes.store import NoteStore
from tests.hostile.test_reader import odd
from tests.test_pty import HARBOUR, Start, start  # noqa: F401 - a fixture

F4, CTRL_S = "\x1bOS", "\x13"
EDITOR = r"""
import json, os, sys
path = sys.argv[-1]
about = {
    "arguments": sys.argv[2:-1], "path": path, "file": os.stat(path).st_mode & 0o777,
    "folder": os.stat(os.path.dirname(path)).st_mode & 0o777, "text": open(path, encoding="utf-8").read(),
    "terminal": os.isatty(0) and os.isatty(1),
}
json.dump(about, open(sys.argv[1], "w"))
with open(path, "ab") as file:
    file.write(" from outside \x1b]0;evil\x07\x1b[31m\x9b2J\u202e\u200bwords".encode() + b"\xff\x9b1m\n")
"""


@pytest.mark.parametrize("name", ["EDITOR", "VISUAL"])
def test_an_editor_gets_a_file_of_its_owners_alone_and_what_it_leaves_is_words(
    name: str, start: Start, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    program, told, temporary = tmp_path / "my editor.py", tmp_path / "told.json", tmp_path / "temporary"
    program.write_text(EDITOR)
    temporary.mkdir()
    monkeypatch.setenv("EDITOR", "/nonexistent/editor")
    monkeypatch.setenv(name, f"{sys.executable} '{program}' '{told}' --wait '; touch {tmp_path}/run'")
    monkeypatch.setenv("TMPDIR", str(temporary))
    before = os.umask(0)
    try:
        terminal = start("read", str(HARBOUR), columns=120)
    finally:
        os.umask(before)
    terminal.shows("13 min")  # The complete file has been read.
    terminal.press("a")
    terminal.shows("F4 $EDITOR")
    terminal.press("typed; $(touch run) €")
    terminal.shows("€")
    terminal.press(F4)
    terminal.shows("from outside")
    terminal.press(CTRL_S)
    terminal.shows("● 1 note")
    terminal.press("q")
    assert terminal.end() == 0
    assert terminal.left_as_found() == []
    assert odd(terminal.bytes) == []
    assert b"\x1b[31m" not in terminal.bytes
    assert b"\x1b[2J" not in terminal.bytes

    about = json.loads(told.read_text())
    assert (about["file"], about["folder"]) == (0o600, 0o700)
    assert about["text"] == "typed; $(touch run) €"
    assert about["arguments"] == ["--wait", f"; touch {tmp_path}/run"]
    assert about["terminal"]
    assert not Path(about["path"]).exists()
    assert list(temporary.iterdir()) == []
    assert not (tmp_path / "run").exists()
    with NoteStore() as store:
        assert [note.body for note in store.notes()] == ["typed; $(touch run) € from outside ␛]0;evil␇␛[31m�2Jwords��1m"]
