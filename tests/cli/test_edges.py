"""Edges of the system.

Files that are none, outputs that take nothing, too little memory, two runs at once.
"""

import json
import os
import resource
import socket
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from briefing_tui.cli import main
from briefing_tui.settings import paths
from tests.cli.conftest import Run

ROOT = Path(__file__).parent.parent.parent
ARTICLE = """The quay is to be rebuilt

The mayor of Northport, Anna Berg, said on Monday that the quay would not be rebuilt before winter.

“We have no money for it this year,” she said. “The harbour has to wait until spring.”
"""


def bash(command: str, cwd: Path, **env: str) -> "subprocess.CompletedProcess[str]":
    """Run a line of the shell; `briefing` in it is this program."""
    line = f'briefing() {{ "{sys.executable}" -m briefing_tui "$@"; }}; {command}'
    return subprocess.run(
        ["bash", "-c", line],
        capture_output=True,
        text=True,
        cwd=cwd,
        env={**os.environ, "PYTHONPATH": str(ROOT), **env},
        stdin=subprocess.DEVNULL,
        timeout=60,
        check=False,
    )


def pipe(folder: Path) -> Path:
    os.mkfifo(folder / "it.md")
    return folder / "it.md"


def unix_socket(folder: Path) -> Path:
    with socket.socket(socket.AF_UNIX) as made:
        made.bind(str(folder / "it.md"))
    return folder / "it.md"


def device(folder: Path) -> Path:
    (folder / "it.md").symlink_to("/dev/zero")
    return folder / "it.md"


def folder_of_that_name(folder: Path) -> Path:
    (folder / "it.md").mkdir()
    return folder / "it.md"


KINDS: dict[str, tuple[Callable[[Path], Path], str]] = {
    "a pipe": (pipe, "a pipe, not a file"),
    "a socket": (unix_socket, "a socket, not a file"),
    "a device": (device, "a device, not a file"),
    "a folder": (folder_of_that_name, "folder"),
}
READING = ("show IT", "read IT", "check IT", "build IT", "add IT", "import IT", "show IT#x", "read --explain IT")
WRITING = ("build article.txt -o IT", "build article.txt article.txt -o IT", "export -o IT", "export --format csv -o IT")
BESIDE = ("check harbour.md --source IT", "list IT", "notes IT", "export IT", "list .", "add article.txt", "show no-such-id")
"""Commands that meet such a file, but need not refuse: they must only not wait for it."""
_RUN_ALL = """
import contextlib, io, json, sys
from briefing_tui.cli import main
from briefing_tui.settings import paths
for line in json.load(open("commands.json")):
    told, printed = io.StringIO(), io.StringIO()
    print(line, file=sys.stderr, flush=True)
    with contextlib.redirect_stderr(told), contextlib.redirect_stdout(printed):
        status = main(line.split())
    with open("outcomes.jsonl", "a") as file:
        print(json.dumps([line, status, told.getvalue(), printed.getvalue()]), file=file)
"""


@pytest.mark.parametrize("kind", KINDS)
def test_what_is_no_file_is_named_in_a_line_and_never_waited_for(
    kind: str, tmp_path: Path, fixtures: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    make, words = KINDS[kind]
    make(tmp_path)
    monkeypatch.setenv("BRIEFING_LIBRARY", str(tmp_path))
    (tmp_path / "article.txt").write_text(ARTICLE)
    (tmp_path / "harbour.md").write_bytes((fixtures / "harbour.md").read_bytes())
    annotation = {"target": "x", "body": "b", "briefing:note": {"briefing": "harbour"}}
    (tmp_path / "note.json").write_text(json.dumps([annotation]))
    lines = ["import note.json", *(line.replace("IT", "it.md") for line in (*READING, *WRITING, *BESIDE))]
    (tmp_path / "commands.json").write_text(json.dumps(lines))
    done = subprocess.run(
        [sys.executable, "-c", _RUN_ALL],
        cwd=tmp_path,
        env={**os.environ, "PYTHONPATH": str(ROOT)},
        stdin=subprocess.DEVNULL,
        capture_output=True,
        timeout=60,
        check=False,
    )
    assert done.returncode == 0, done.stderr.decode()
    outcomes = [json.loads(row) for row in (tmp_path / "outcomes.jsonl").read_text().splitlines()]
    assert len(outcomes) == len(lines)
    for line, _, told, _ in outcomes:
        assert "Traceback" not in told, line
        assert "internal error" not in told, line
    if kind != "a folder":
        ends = {row[0]: row[1:3] for row in outcomes}
        assert ends["build article.txt -o it.md"] == [2, "briefing: it.md: not a file; name another, or leave out -o to print\n"]
        assert ends["check harbour.md --source it.md"][1].startswith("briefing: it.md: neither a file nor a folder; give")
        assert words in ends["export -o it.md"][1]
    refused = {row[0]: row[1:] for row in outcomes if kind != "a folder" and row[0] in lines[1 : 1 + len(READING)]}
    for line, (status, told, printed) in refused.items():
        assert (status, printed) == (2, ""), line
        assert words in told.splitlines()[0], line
    assert (tmp_path / "it.md").is_dir() or not (tmp_path / "it.md").is_file()


def test_a_file_in_the_place_of_a_folder_is_told_in_a_line(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr("briefing_tui.cli._discard_output", lambda: None)
    article, file = tmp_path / "article.txt", tmp_path / "file"
    article.write_text(ARTICLE)
    file.write_text("mine")
    monkeypatch.setenv("BRIEFING_LIBRARY", str(file))
    for command, told in (
        (["add", str(article)], "not a folder; name another in BRIEFING_LIBRARY"),
        (["build", str(article), "-o", str(file / "x.md")], "a file, not a folder; name another"),
        (["build", str(article), "-o", f"{file}/"], "a file; several sources need a folder"),
    ):
        assert main(command) == 2
        assert capsys.readouterr() == ("", f"briefing: {file}: {told}\n")
    assert file.read_text() == "mine"


@pytest.mark.parametrize("kind", KINDS)
def test_notes_that_are_in_no_file_are_told_in_a_line(
    kind: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    path = KINDS[kind][0](tmp_path)
    monkeypatch.setenv("BRIEFING_NOTES", str(path))
    for command in ("notes", "notes doctor", "notes doctor --rescue", "export"):
        assert main(command.split()) == 2
        assert capsys.readouterr() == ("", f"briefing: {path}: not a file; name another in BRIEFING_NOTES\n")


def test_what_a_shell_hands_over_is_read_like_a_file(tmp_path: Path) -> None:
    (tmp_path / "article.txt").write_text(ARTICLE)
    for command in ("show <(cat article.txt)", "build <(cat article.txt)", "show /dev/stdin < article.txt"):
        done = bash(f"briefing {command}", tmp_path)
        assert (done.returncode, done.stderr) == (0, ""), command
        assert "We have no money for it this year" in done.stdout, command


@pytest.mark.parametrize("command", ["build -", "show -", "add -"])
def test_a_closed_standard_input_is_told(command: str, tmp_path: Path) -> None:
    done = bash(f"briefing {command} <&-", tmp_path)
    assert (done.returncode, done.stdout) == (2, "")
    assert "nothing is piped in; give a file" in done.stderr
    assert "internal error" not in done.stderr


OUTPUTS = ("--help", "--version", "show --help", "show harbour.md", "list .")


@pytest.mark.parametrize("command", OUTPUTS)
def test_an_output_that_takes_nothing_is_a_failure(command: str, fixtures: Path) -> None:
    done = bash(f"briefing {command} >/dev/full", fixtures, PYTHONUNBUFFERED="1" if "--" in command else "")
    assert (done.returncode, done.stderr) == (2, "briefing: No space left on device\n")


@pytest.mark.parametrize("command", OUTPUTS)
def test_a_closed_output_is_a_failure_and_one_that_is_left_early_is_none(command: str, fixtures: Path) -> None:
    closed = bash(f"briefing {command} >&-", fixtures)
    assert (closed.returncode, closed.stderr) == (2, "briefing: standard output is closed; nothing can be printed\n")
    left = bash(f'briefing {command} | true; echo "${{PIPESTATUS[0]}}"', fixtures, PYTHONUNBUFFERED="1")
    assert (left.stdout, left.stderr) == ("0\n", "")


def test_a_lack_of_memory_is_told_wherever_it_shows(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str], tmp_path: Path
) -> None:
    def fails(*_: object, **__: object) -> int:
        raise MemoryError

    monkeypatch.setattr("briefing_tui.cli._discard_output", lambda: None)
    monkeypatch.setattr("briefing_tui.cli.commands.listing.run", fails)
    assert main(["list"]) == 2
    monkeypatch.setattr("briefing_tui.builder.build", fails)
    (tmp_path / "article.txt").write_text(ARTICLE)
    assert main(["build", str(tmp_path / "article.txt")]) == 2
    told = capsys.readouterr().err.splitlines()
    assert len(told) == 2
    assert all("not enough memory; close other programs" in line for line in told)


def test_a_name_that_speaks_of_memory_is_only_a_name(capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("briefing_tui.cli._discard_output", lambda: None)
    assert main(["show", "cannot allocate memory.md"]) == 2
    assert "no such file" in capsys.readouterr().err


@pytest.mark.parametrize(
    ("megabytes", "command"),
    [
        (34, "list ."),
        (34, "show long.txt"),
        (42, "build long.txt"),
        (42, "build . -o built --jobs 2"),
        (50, "build . -o built --jobs 2"),
    ],
)
def test_little_memory_is_enough_or_told_in_a_line(megabytes: int, command: str, tmp_path: Path) -> None:
    (tmp_path / "long.txt").write_text(ARTICLE * 1_000)
    (tmp_path / "short.txt").write_text(ARTICLE)
    done = subprocess.run(
        [sys.executable, "-m", "briefing_tui", *command.split()],
        cwd=tmp_path,
        env={**os.environ, "PYTHONPATH": str(ROOT)},
        stdin=subprocess.DEVNULL,
        capture_output=True,
        timeout=60,
        check=False,
        preexec_fn=lambda: resource.setrlimit(resource.RLIMIT_AS, (megabytes * 2**20,) * 2),
    )
    told = done.stderr.decode()
    if "briefing: " not in told and done.returncode not in (0, 2):
        pytest.skip("with so little memory Python itself does not start")
    assert "internal error" not in told
    assert "Traceback" not in told
    assert done.returncode in (0, 1, 2)
    if done.returncode == 2:
        assert "memory" in told


def test_two_builds_into_one_folder_or_file_both_end_well(tmp_path: Path) -> None:
    (tmp_path / "sources").mkdir()
    for number in range(3):
        (tmp_path / "sources" / f"{number}.txt").write_text(ARTICLE.replace("Monday", f"{number + 2} March"))
    for command in ("build sources -o built", "build sources/1.txt -o one.md", "add sources/1.txt"):
        done = bash(f"briefing {command} & briefing {command}; first=$?; wait $!; echo $first $?", tmp_path)
        assert done.stdout.endswith("0 0\n"), (command, done.stderr)
        assert ".tmp" not in done.stderr
    assert sorted(path.name for path in (tmp_path / "built").iterdir()) == [f"{number}.md" for number in range(3)]
    assert len(list(paths.library().glob("*.md"))) == 1


OTHER_KINDS = {
    "PDF": (b"%PDF-1.7\n1 0 obj << /Type /Catalog >> endobj\n", "a damaged PDF"),
    "binary PDF": (b"%PDF-1.7\n" + bytes(range(256)) * 40, "a damaged PDF"),
    "RSS": (b'<?xml version="1.0"?>\n<!-- made -->\n<rss version="2.0"><channel><title>News</title></channel></rss>', "a feed"),
    "Atom": (b'<feed xmlns="http://www.w3.org/2005/Atom"><title>News</title></feed>', "a feed"),
    "picture": (b"\x89PNG\r\n\x1a\n" + bytes(200), "a picture"),
    "damaged zip": (b"PK\x03\x04" + bytes(range(1, 200)), "a zip file that is damaged"),
    "empty": (b"", "empty"),
    "blank": (b"\n \n", "empty"),
}


@pytest.mark.parametrize("name", OTHER_KINDS)
def test_what_can_hold_no_article_is_refused_by_name(
    name: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    data, words = OTHER_KINDS[name]
    monkeypatch.setattr("briefing_tui.cli._discard_output", lambda: None)
    (tmp_path / "file.txt").write_bytes(data)
    for command in ("read", "show", "build", "read --explain"):
        status = main([*command.split(), str(tmp_path / "file.txt")])
        printed, told = capsys.readouterr()
        assert (status, printed) == (1 if command == "build" and words == "empty" else 2, "")
        assert words in told
        assert told.count("\n") == 1


@pytest.mark.parametrize("name", ["binary PDF", "empty"])
@pytest.mark.parametrize("command", ["read", "build"])
def test_what_can_hold_no_article_is_refused_by_name_from_a_pipe(name: str, command: str, run: Run) -> None:
    data, words = OTHER_KINDS[name]
    done = run(command, "-", stdin=data)
    assert (done.returncode in (1, 2), done.stdout) == (True, b"")
    assert words in done.stderr.decode()


@pytest.mark.parametrize("start", [2**31, 2**63, 2**64, 10**40, -1])
def test_a_position_that_is_in_no_article_is_refused_with_its_line(
    start: int, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    quoted = [{"type": "TextQuoteSelector", "exact": "the quay"}, {"type": "TextPositionSelector", "start": start}]
    path = tmp_path / "notes.json"
    path.write_text(json.dumps([{"target": {"source": "https://courier.example/quay", "selector": quoted}, "body": "b"}]))
    assert main(["import", str(path)]) == 2
    printed, told = capsys.readouterr()
    assert printed == ""
    assert told.startswith(f"briefing: {path}:1: ")
    assert "is no place in an article" in told
