"""`briefing setup`: what it adds, and that it removes exactly that."""

import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from briefing_tui.cli import main
from briefing_tui.cli.integration import additions
from briefing_tui.cli.integration.default_handler import default_of, with_default, without_default

LINE = "x-scheme-handler/briefing=briefing-address.desktop"


def tree(home: Path) -> dict[str, str]:
    """Return every file below the home folder with its text; folders are their names alone."""
    return {
        str(path.relative_to(home)): path.read_text() if path.is_file() else "folder"
        for path in home.rglob("*")
        if "state" not in path.relative_to(home).parts[0]
    }


def test_everything_is_added_once_and_then_as_it_should_be(isolation: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["setup", "--dry-run"]) == 0
    assert tree(isolation) == {}
    planned = capsys.readouterr().out
    assert main(["setup"]) == 0
    assert capsys.readouterr().out == planned.replace("would be ", "")
    assert planned.count("would be written") == 7
    added = tree(isolation)
    assert {name for name, text in added.items() if text != "folder"} == {
        "data/bash-completion/completions/briefing",
        "data/zsh/site-functions/_briefing",
        "config/fish/completions/briefing.fish",
        "data/man/man1/briefing.1",
        "data/applications/briefing.desktop",
        "data/applications/briefing-address.desktop",
        "config/mimeapps.list",
    }
    assert main(["setup"]) == 0
    assert all(": as it should be: " in line for line in capsys.readouterr().out.splitlines())
    assert tree(isolation) == added


def test_exactly_what_was_added_is_removed(isolation: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (isolation / "data" / "applications").mkdir(parents=True)
    (isolation / "data" / "applications" / "other.desktop").write_text("[Desktop Entry]\n")
    (isolation / "config").mkdir()
    (isolation / "config" / "mimeapps.list").write_text("[Default Applications]\ntext/html=web.desktop\n")
    before = tree(isolation)
    assert main(["setup"]) == 0
    assert main(["setup", "--remove", "--dry-run"]) == 0
    assert main(["setup", "--remove"]) == 0
    assert tree(isolation) == before
    assert "removed" in capsys.readouterr().out
    assert main(["setup", "--remove"]) == 0
    assert capsys.readouterr() == ("", "briefing: nothing to remove\n")


def test_what_the_user_changed_or_had_before_is_kept(isolation: Path, capsys: pytest.CaptureFixture[str]) -> None:
    own = isolation / "config" / "fish" / "completions" / "briefing.fish"
    own.parent.mkdir(parents=True)
    own.write_text("# mine\n")
    assert main(["setup"]) == 1
    assert f"{own}: left alone, as it is not from 'briefing setup'" in capsys.readouterr().out
    changed = isolation / "data" / "bash-completion" / "completions" / "briefing"
    changed.write_text("# changed\n")
    assert main(["setup"]) == 1
    capsys.readouterr()
    assert main(["setup", "--remove"]) == 1
    assert f"{changed}: kept, as it was changed" in capsys.readouterr().out
    assert (own.read_text(), changed.read_text()) == ("# mine\n", "# changed\n")
    assert {name for name, text in tree(isolation).items() if text != "folder"} == {
        str(path.relative_to(isolation)) for path in (own, changed)
    }


def test_files_of_an_earlier_version_are_replaced(isolation: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    with monkeypatch.context() as earlier:
        earlier.setattr(additions, "_ENTRY", additions._ENTRY.replace("Comment=Read", "Comment=Open"))
        assert main(["setup"]) == 0
    entry = isolation / "data" / "applications" / "briefing.desktop"
    assert "Comment=Open" in entry.read_text()
    assert main(["setup"]) == 0
    assert "Comment=Read" in entry.read_text()


def test_another_default_is_respected(isolation: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (isolation / "config").mkdir()
    defaults = isolation / "config" / "mimeapps.list"
    defaults.write_text("[Default Applications]\nx-scheme-handler/briefing=mine.desktop\n")
    assert main(["setup"]) == 1
    assert "names another program for addresses: mine.desktop" in capsys.readouterr().out
    assert main(["setup", "--remove"]) == 0
    assert "mine.desktop" in defaults.read_text()


def test_a_list_of_defaults_that_is_no_text_is_left_alone(isolation: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (isolation / "config").mkdir()
    defaults = isolation / "config" / "mimeapps.list"
    defaults.write_bytes(b"[Default Applications]\n\xff\n")
    assert main(["setup"]) == 1
    assert f"{defaults}: left alone, as it can't be read" in capsys.readouterr().out
    assert main(["setup", "--remove"]) == 0
    assert defaults.read_bytes() == b"[Default Applications]\n\xff\n"


DEFAULTS = (
    "",
    "[Added Associations]\na=b",
    "[Added Associations]\na=b\n\n",
    "[Default Applications]",
    "# c\n[Default Applications]\nx=y\n[Z]\n",
)


@pytest.mark.parametrize("text", DEFAULTS)
def test_the_line_of_the_default_comes_and_goes_without_a_trace(text: str) -> None:
    changed, piece = with_default(text)
    assert default_of(text) is None
    assert default_of(changed) == "briefing-address.desktop"
    assert without_default(changed, piece) == text
    grown = changed.replace(LINE, f"{LINE}\nlater=other.desktop")
    assert default_of(without_default(grown, piece)) is None
    assert "[Default Applications]" in without_default(grown, piece)
    assert "later=other.desktop" in without_default(grown, piece)


def test_desktop_entries_are_valid_and_start_this_program(isolation: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    assert main(["setup"]) == 0
    entry, handler = (isolation / "data" / "applications" / f"{name}.desktop" for name in ("briefing", "briefing-address"))
    assert f'Exec="{sys.executable}" "-m" "briefing_tui"\n' in entry.read_text()
    assert f'Exec="{sys.executable}" "-m" "briefing_tui" open -- %u\n' in handler.read_text()
    odd = isolation / 'a "b" $c%d' / "briefing"
    odd.parent.mkdir()
    odd.write_text("#!/bin/sh\n")
    odd.chmod(0o755)
    monkeypatch.setattr(sys, "argv", [str(odd), "setup"])
    assert main(["setup"]) == 0
    assert str(isolation) + r'/a \\"b\\" \\$c%%d/briefing" open -- %u' in handler.read_text()
    if not shutil.which("desktop-file-validate"):
        pytest.skip("desktop-file-validate is not installed")
    for file in (entry, handler):
        done = subprocess.run(["desktop-file-validate", str(file)], capture_output=True, text=True, check=False)
        assert (done.returncode, done.stdout) == (0, "")


def test_a_system_without_such_desktops_is_told(monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> None:
    monkeypatch.setattr(sys, "platform", "darwin")
    assert main(["setup"]) == 0
    printed, told = capsys.readouterr()
    assert "completions for zsh" in printed
    assert ".desktop" not in printed
    assert "desktop entries and briefing:// addresses are not supported on darwin" in told


def test_a_folder_that_cannot_be_written_is_told_in_a_line(
    isolation: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("briefing_tui.cli._discard_output", lambda: None)
    (isolation / "data").write_text("no folder")
    assert main(["setup"]) == 2
    told = capsys.readouterr().err
    assert told.count("\n") == 1
    assert str(isolation / "data") in told
