"""Completion after Tab: the offers, and that no name becomes code."""

import os
import shutil
import sys
from pathlib import Path

import pexpect
import pytest

from briefing_tui.cli import main
from briefing_tui.cli.completion import Offers, offers
from briefing_tui.cli.parser import make_parser
from briefing_tui.settings import paths

ROOT = Path(__file__).parent.parent.parent
FILES = ROOT / "briefing_tui" / "cli" / "integration"


def put(briefing_id: str, speaker: str = "Anna Berg") -> None:
    """Put a small briefing with one quote into the library."""
    paths.library().mkdir(parents=True, exist_ok=True)
    (paths.library() / f"{briefing_id}.md").write_text(
        f"---\nbriefing: 1\ntitle: T\n---\n\n## Key actors\n\n### {speaker}\n\n<!-- id: a -->\n\n## Quotes\n\n"
        f"> “It is closed.”\n\n— [{speaker}](#a), said\n\n## Article\n\n“It is closed,” {speaker} said.\n"
    )


def words(*typed: str) -> set[str]:
    """Return what is offered for the last word, as far as it begins like it."""
    return {word for word in offers(typed).words if word.startswith(typed[-1])}


def test_commands_and_briefings_are_offered_first() -> None:
    put("quay")
    first = offers([""])
    assert {*make_parser().commands, "help", "quay", "us-pakistani-ties"} <= set(first.words)
    assert first.files == "files"
    assert words("sh") == {"show"}
    assert first.words["show"] == "print a briefing, or a part"
    assert words("help", "sh") == {"show"}
    assert words("-") == {"--help", "--version"}


@pytest.mark.parametrize("command", make_parser().commands)
def test_every_option_of_every_command_is_offered(command: str) -> None:
    options = make_parser().commands[command][1].options()
    assert words(command, "-") == {"--help", *(name for option in options for name in option.option_strings)}


def test_briefings_people_and_choices_are_offered_where_they_fit() -> None:
    put("quay")
    assert words("show", "q") == words("read", "--explain", "q") == {"quay"}
    assert words("show", "quay", "us") == set(), "one briefing is enough"
    assert words("show", "quay", "--speaker", "") == words("show", "--format", "text", "quay", "--speaker", "A") == {"Anna Berg"}
    assert words("show", "--speaker", "") == words("show", "nothing", "--speaker", "") == set()
    assert words("quotes", "--speaker", "") == words("quotes", "--speaker", "An") == {"Anna Berg"}
    assert words("quotes", "--speaker", "B") == set()
    assert words("show", "--pane", "q") == {"quotes"}
    assert words("show", "--pane=q") == {"--pane=quotes"}
    assert words("export", "--format", "j") == {"jsonl", "jsonld"}
    assert words("notes", "do") == {"doctor"}
    assert offers(["build", ""]) == Offers("", {}, "files")
    assert offers(["list", ""]) == Offers("", {}, "folders")
    feeds = paths.feeds()
    feeds.parent.mkdir(parents=True)
    feeds.write_text("https://courier.example/feed # The Saltmarsh Courier\n")
    assert {"add", "fetch"} <= offers(["feed", ""]).words.keys()
    assert offers(["feed", "fetch", ""]) == Offers("", {"https://courier.example/feed": "The Saltmarsh Courier"})
    assert offers(["feed", "import", ""]) == Offers("", {}, "files")
    assert offers(["check", "--source", ""]).files == "files"
    assert offers(["nonsense", ""]) == Offers("")


def test_names_that_would_break_a_line_are_not_offered(capsys: pytest.CaptureFixture[str]) -> None:
    put("quay\nrm")
    put("quay\x1b[2J")
    put("quay-one")
    assert main(["_complete", "show", "q"]) == 0
    assert capsys.readouterr().out.splitlines() == ["q", "files", "quay-one"]


@pytest.mark.parametrize(
    ("typed", "meant"),
    [("'Anna B", "Anna B"), ('"Anna B', "Anna B"), (r"Anna\ B", "Anna B"), ("$(touch x)", "$(touch x)"), ("Anna\\", "Anna")],
)
def test_a_word_is_understood_as_it_is_typed(typed: str, meant: str, capsys: pytest.CaptureFixture[str]) -> None:
    main(["_complete", "show", "quay", "--speaker", "=", typed])
    assert capsys.readouterr().out.splitlines()[0] == meant


ATTACKS = ("zz$(touch x)", "zz`touch x`;touch x", 'zz it\'s "so" $HOME', "zz\\&touch x!!", "zz*{a,b}<x|y")
SHELLS = {
    "bash": (["--norc", "--noprofile", "-i"], f"source {FILES}/briefing.bash"),
    "zsh": (["-f", "-i"], f"unsetopt zle_bracketed_paste; autoload -U compinit; compinit -D -u; source {FILES}/briefing.zsh"),
    "fish": (["--no-config", "-i"], f"function fish_prompt; echo -n '> '; end; source {FILES}/briefing.fish"),
}


class Shell:
    """A shell in a terminal.

    Its `briefing` completes as ours does, and otherwise writes down its arguments.
    """

    def __init__(self, name: str, folder: Path) -> None:
        if not shutil.which(name):
            pytest.skip(f"{name} is not installed")
        self.folder = folder
        (folder / "bin").mkdir()
        program = folder / "bin" / "briefing"
        program.write_text(
            f'#!/bin/sh\nif [ "$1" = _complete ]; then exec "{sys.executable}" -m briefing_tui "$@"; fi\n'
            f"printf '%s\\n' \"$@\" > '{folder}/arguments'\nprintf 'all%s\\n' done\n"
        )
        program.chmod(0o755)
        (folder / "work").mkdir()
        # Without this folder, fish begins to read every man page of the system in the background.
        (Path(os.environ["XDG_DATA_HOME"]) / "fish" / "generated_completions").mkdir(parents=True)
        arguments, setup = SHELLS[name]
        env = {**os.environ, "PATH": f"{folder}/bin:{os.environ['PATH']}", "PYTHONPATH": str(ROOT), "PS1": "> ", "TERM": "dumb"}
        self.child = pexpect.spawn(
            name, arguments, cwd=str(folder / "work"), env=env, dimensions=(24, 200), encoding="utf-8", timeout=20
        )
        self.child.sendline(f"{setup}; printf 'is%s\\n' ready")
        self.child.expect("isready")

    def arguments(self, typed: str) -> list[str]:
        """Type a line and Enter; return the arguments that the program got."""
        self.child.send(f"{typed}\r")
        self.child.expect("alldone")
        return (self.folder / "arguments").read_text().splitlines()


@pytest.mark.parametrize("name", SHELLS)
def test_names_are_completed_in_a_shell_and_never_obeyed(name: str, tmp_path: Path) -> None:
    shell = Shell(name, tmp_path)
    put("quay-of-northport", "Zoe $(touch x)")
    assert shell.arguments("briefing sho\tquay-\t") == ["show", "quay-of-northport"]
    assert shell.arguments("briefing show quay-of-northport --speaker Z\t") == [
        "show", "quay-of-northport", "--speaker", "Zoe $(touch x)",
    ]  # fmt: skip
    assert shell.arguments("briefing show quay-of-northport --pane su\t") == ["show", "quay-of-northport", "--pane", "summary"]
    for attack in ATTACKS:
        put(attack)
        assert shell.arguments("briefing show zz\t") == ["show", attack], attack
        (paths.library() / f"{attack}.md").unlink()
    if name == "bash":  # The other shells quote what they insert.
        assert shell.arguments('briefing show quay-of-northport --speaker "Z\t"') == [
            *("show", "quay-of-northport", "--speaker"),
            "Z",
        ]
    put("plain text")
    assert shell.arguments("briefing read 'plain t\t") == ["read", "plain text"]
    (tmp_path / "work" / "article one.txt").write_text("")
    assert shell.arguments("briefing build arti\t") == ["build", "article one.txt"]
    assert not (tmp_path / "work" / "x").exists()
    shell.child.close(force=True)
