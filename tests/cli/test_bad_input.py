"""Bad input is reported in a line with an exit status, never a traceback.

Whatever can be read is shown.
"""

import os
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from tests.cli.conftest import Run
from tests.sources import pages

HEAD = "---\nbriefing: 1\ntitle: T\n---\n\n# T\n\n"
QUOTE = "## Quotes\n\n> “Words.”\n\n— [Nobody](#nobody), said\n\n"
ARTICLE = "## Article\n\nThe only paragraph.\n"
BOMB = "---\nbriefing: 1\na: &a [x,x,x,x,x,x,x,x,x]\n" + "".join(
    f"{name}: &{name} [{','.join(['*' + before] * 9)}]\n" for before, name in zip("abcdefgh", "bcdefghi", strict=True)
)


def made(content: bytes) -> Callable[[Path], Path]:
    """Return a function that makes a file of these bytes."""

    def make(folder: Path) -> Path:
        path = folder / "file.md"
        path.write_bytes(content)
        return path

    return make


def huge(folder: Path) -> Path:
    """Return a file of 100 MB."""
    path = made((HEAD + ARTICLE).encode())(folder)
    os.truncate(path, 100 * 1024 * 1024)
    return path


UNREADABLE: dict[str, tuple[Callable[[Path], Path], str]] = {
    "missing": (lambda folder: folder / "none.md", "no such file"),
    "PDF": (made(b"%PDF-1.4\n"), "a damaged PDF"),
    "binary": (made(bytes(range(256)) * 40), "a binary file"),
    "too large": (huge, "MiB"),
}
CHECKED = {"PDF": "a PDF; 'briefing build FILE' makes a briefing of it"}
"""The answers of `check` for files that only other commands accept: it checks nothing but content files."""


@pytest.mark.parametrize("case", UNREADABLE)
@pytest.mark.parametrize("verb", ["show", "check", "read"])
def test_what_cannot_be_read_is_told_in_one_line(case: str, verb: str, run: Run, tmp_path: Path) -> None:
    make, words = UNREADABLE[case]
    done = run(verb, make(tmp_path))
    lines = (done.stdout + done.stderr).decode().splitlines()
    assert done.returncode == 2
    assert (CHECKED.get(case, words) if verb == "check" else words) in lines[0]
    assert len(done.stderr.decode().splitlines()) <= (2 if verb == "check" else 1)
    assert "Traceback" not in "".join(lines)


PROBLEMS: dict[str, tuple[bytes, str]] = {
    "not UTF-8": ((HEAD + ARTICLE.replace("The", "H\xf6he.\n\nThe")).encode("latin-1"), "UTF-8"),
    "no front matter": ((HEAD.split("---\n")[2] + ARTICLE).encode(), "front matter"),
    "front matter is a bomb": ((BOMB + HEAD[4:] + ARTICLE).encode(), "front matter"),
    "front matter is a list": (b"---\n- one\n- two\n---\n\n" + ARTICLE.encode(), "mapping"),
    "front matter is no YAML": (b"---\nbriefing: 1\ntitle: [\n---\n\n" + ARTICLE.encode(), "front matter"),
    "a quote by an unknown actor": ((HEAD + QUOTE + ARTICLE).encode(), "nobody"),
    "two ids alike": ((HEAD + (QUOTE.rstrip() + "\n<!-- id: q -->\n\n") * 2 + ARTICLE).encode(), "“q” is used twice"),
    "headings out of order": ((HEAD + ARTICLE + "\n" + QUOTE).encode(), "quotes"),
}


@pytest.mark.parametrize("case", PROBLEMS)
def test_a_file_with_problems_is_shown_with_the_first_told(case: str, run: Run, tmp_path: Path) -> None:
    content, _ = PROBLEMS[case]
    path = made(content)(tmp_path)
    done = run("show", path)
    told = done.stderr.decode()
    assert "Traceback" not in told
    assert len(told.splitlines()) == 1
    assert told.startswith(f"briefing: {path}:")
    assert done.returncode == 0
    assert b"The only paragraph." in done.stdout


@pytest.mark.parametrize("case", PROBLEMS)
def test_check_tells_every_problem_with_file_and_line(case: str, run: Run, tmp_path: Path) -> None:
    content, told = PROBLEMS[case]
    path = made(content)(tmp_path)
    done = run("check", path)
    assert done.returncode == 1
    assert told.casefold() in done.stdout.decode().casefold()
    for line in done.stdout.decode().splitlines():
        name, number, words = line.split(":", 2)
        assert name == str(path)
        assert int(number) >= 1
        assert words.strip()


@pytest.mark.parametrize("verb", ["read", "list"])
def test_a_folder_without_briefings_is_told(verb: str, run: Run, tmp_path: Path) -> None:
    (tmp_path / "README.md").write_text("# Only words\n")
    done = run(verb, tmp_path)
    assert (done.returncode, done.stdout) == (1, b"")
    assert done.stderr.decode() == f"briefing: {tmp_path}: no briefings here\n"


def test_a_folder_with_a_saved_page_alone_is_that_page(run: Run, tmp_path: Path) -> None:
    (tmp_path / "page_files").mkdir()
    (tmp_path / "page_files" / "frame.html").write_text("<p>An advertisement.")
    (tmp_path / "page.html").write_text(pages.PAGE, encoding="utf-8")
    assert run("read", tmp_path).stdout == run("read", tmp_path / "page.html").stdout != b""
    (tmp_path / "other.html").write_text(pages.PAGE, encoding="utf-8")
    done = run("read", tmp_path)
    told = f"briefing: {tmp_path}: no briefings here, but articles: name one, or file all with 'briefing add'\n"
    assert (done.returncode, done.stdout, done.stderr.decode()) == (1, b"", told)


def test_a_folder_with_a_huge_file_is_listed(run: Run, tmp_path: Path) -> None:
    huge(tmp_path)
    done = run("list", tmp_path)
    assert done.returncode == 0
    assert done.stdout.decode().splitlines()[1].startswith("file ")
    assert "MiB" in done.stderr.decode()


@pytest.mark.parametrize("verb", ["show harbour.md", "list", "check harbour.md", "read harbour.md"])
def test_a_home_that_cannot_be_written_prevents_nothing(verb: str, run: Run) -> None:
    nowhere = dict.fromkeys(("HOME", "XDG_DATA_HOME", "XDG_STATE_HOME", "XDG_CACHE_HOME", "BRIEFING_LIBRARY"), "/dev/null/home")
    done = run(*verb.split(), env=nowhere)
    assert done.returncode == 0
    assert b"Traceback" not in done.stderr


WRONG_USE = {
    "unknown verb": ("frobnicate",),
    "an empty verb": ("",),
    "a verb too long": ("x" * 5000,),
    "no file to check": ("check",),
    "nothing to show": ("show",),
    "empty name": ("show", ""),
    "unknown id": ("show", "no-such-briefing"),
    "unknown item": ("show", "harbour.md#no-such-item"),
    "unknown pane": ("show", "harbour.md", "--pane", "notes"),
    "no number": ("show", "harbour.md", "--width", "wide"),
    "too narrow": ("show", "harbour.md", "--width", "3"),
    "speaker of another pane": ("show", "harbour.md", "--pane", "images", "--speaker", "Sato"),
    "a folder to show": ("show", "."),
    "an item of a folder": ("read", ".#lead"),
    "a folder to list that is a file": ("list", "harbour.md"),
    "a folder to list that is none": ("list", "nowhere"),
    "a name with a zero byte's picture": ("show", "a\nb\x1b[31mc"),
    "a name too long": ("show", "x" * 5000),
}


@pytest.mark.parametrize("case", WRONG_USE)
def test_wrong_use_is_told_in_one_harmless_line(case: str, run: Run) -> None:
    done = run(*WRONG_USE[case])
    told = done.stderr.decode()
    assert (done.returncode, done.stdout) == (2, b"")
    assert told.startswith("briefing: ")
    assert told.count("\n") == 1
    assert told.isprintable() or "\x1b" not in told
    assert "Traceback" not in told


@pytest.mark.parametrize(("word", "meant"), [("biuld", "build"), ("us-pakistan-ties", "us-pakistani-ties")])
def test_a_slip_is_told_with_what_is_meant(word: str, meant: str, run: Run) -> None:
    done = run(word)
    told = f"briefing: unknown command or briefing '{word}'; did you mean '{meant}'? (see 'briefing --help')\n"
    assert (done.returncode, done.stderr.decode()) == (2, told)


@pytest.mark.parametrize("verb", ["read", "show"])
def test_a_page_without_an_article_is_told_with_status_1(verb: str, run: Run) -> None:
    page = b"<html><body><h1>Log in to read on</h1><p>Not a member yet?</p></body></html>"
    done = run(verb, "-", stdin=page)
    assert (done.returncode, done.stdout) == (1, b"")
    assert done.stderr.startswith(b"briefing: standard input: no article: ")
    assert done.stderr.count(b"\n") == 1


def test_a_speaker_whom_nobody_quotes_is_told_with_status_1(run: Run) -> None:
    done = run("show", "harbour.md", "--speaker", "Nemo")
    assert (done.returncode, done.stdout) == (1, b"")
    assert done.stderr == b"briefing: harbour.md: nobody quoted is called 'Nemo'\n"


@pytest.mark.parametrize("stdin", [b"", b"\xff\xfe\x00", b"words"], ids=["empty", "not UTF-8", "only words"])
def test_any_standard_input_is_survived(stdin: bytes, run: Run) -> None:
    done = run("show", "-", stdin=stdin)
    assert done.returncode in (0, 2)
    assert done.stderr.decode().startswith("briefing: standard input:")
    assert done.stderr.count(b"\n") == 1


def test_a_reader_of_the_pipe_that_leaves_early_is_no_error(fixtures: Path) -> None:
    command = f'"{sys.executable}" -m briefing_tui show harbour.md --format json; echo "status $?" >&2'
    done = subprocess.run(
        ["bash", "-c", f"{{ {command}; }} | head -c 1"],
        capture_output=True,
        cwd=fixtures,
        env={**os.environ, "PYTHONPATH": str(fixtures.parent.parent)},
        check=False,
    )
    assert done.stderr == b"status 0\n"


def test_a_full_disk_is_told(fixtures: Path) -> None:
    if not Path("/dev/full").exists():
        pytest.skip("this system has no /dev/full")
    with open("/dev/full", "wb") as full:  # noqa: PTH123
        done = subprocess.run(
            [sys.executable, "-m", "briefing_tui", "show", str(fixtures / "harbour.md")],
            stdout=full,
            stderr=subprocess.PIPE,
            env={**os.environ, "PYTHONPATH": str(fixtures.parent.parent)},
            check=False,
        )
    assert done.returncode == 2
    assert done.stderr == b"briefing: No space left on device\n"


@pytest.mark.parametrize("encoding", ["ascii", "latin-1"])
def test_an_output_that_lacks_letters_gets_their_escapes(encoding: str, run: Run) -> None:
    done = run("show", "harbour.md", env={"PYTHONIOENCODING": encoding})
    assert done.returncode == 0
    assert b"\\u201c" in done.stdout
    as_json = run("show", "harbour.md", "--format", "json", env={"PYTHONIOENCODING": encoding})
    assert "María" in as_json.stdout.decode("utf-8")


def test_the_plain_locale_prints(run: Run) -> None:
    done = run("show", "harbour.md", env={"LC_ALL": "C", "LANG": "C"})
    assert done.returncode == 0
    assert done.stderr == b""


def test_escape_sequences_in_an_article_reach_no_terminal(run: Run, tmp_path: Path) -> None:
    article = HEAD + "## Article\n\nRed \x1b[31mwords\x1b]0;title\x07 and [bold]markup[/bold].\n"
    path = made(article.encode())(tmp_path)
    for form in ("text", "json", "markdown"):
        printed = run("show", path, "--format", form).stdout
        assert b"\x1b" not in printed
        assert b"\x07" not in printed
        assert b"[bold]markup[/bold]" in printed
