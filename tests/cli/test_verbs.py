"""Results and output of the commands, beyond the golden files."""

import json
import os
import re
import subprocess
import sys
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from msgspec.structs import replace

from briefing_tui import __version__
from briefing_tui.cli import main
from briefing_tui.cli.parser import make_parser
from briefing_tui.cli.printing.panes import whole
from briefing_tui.contentfile.read.reader import load
from briefing_tui.library.catalogue import entries, holds_briefings
from briefing_tui.library.folder import content_files
from briefing_tui.model.briefing import Briefing, Quote
from briefing_tui.presentation.dates import day
from briefing_tui.presentation.reading_time import minutes, reading_minutes
from briefing_tui.presentation.speakers import said_by
from briefing_tui.text.cells import cell_width
from tests.cli.conftest import Run

CONTENT = Path(__file__).parent.parent.parent / "content"
FIXTURES = Path(__file__).parent.parent / "fixtures"
COMMANDS = tuple(make_parser().commands)


@pytest.mark.parametrize("command", ["", *COMMANDS])
@pytest.mark.parametrize("columns", ["40", "80", "200"])
def test_every_help_fits_one_screen_and_has_two_examples(
    command: str, columns: str, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("COLUMNS", columns)
    assert main([*command.split(), "--help"]) == 0
    lines = capsys.readouterr().out.splitlines()
    assert len(lines) < 24, "the shell's prompt needs a line, too"
    assert max(map(cell_width, lines)) < 80
    assert lines[0].startswith(f"usage: briefing {command}".rstrip())
    examples = [line for line in lines[lines.index("examples:") + 1 :] if line.startswith("  ")]
    assert len(examples) == 2
    assert all(f"briefing {command}" in line for line in examples)


def test_help_names_every_option_and_every_command(capsys: pytest.CaptureFixture[str]) -> None:
    parser = make_parser()
    assert main(["--help"]) == 0
    shown = capsys.readouterr().out
    for name, (line, _) in parser.commands.items():
        assert re.search(rf"(?m)^(?:  .*)?  {name} +{re.escape(line)}(?:  |$)", shown), name
    for name, (_, command) in parser.commands.items():
        main([name, "--help"])
        shown = capsys.readouterr().out
        assert all(f"  {', '.join(option.option_strings)}" in shown for option in command.options())


def test_the_word_help_explains_as_the_option_does(capsys: pytest.CaptureFixture[str]) -> None:
    for words in ([], ["show"], ["export"]):
        assert main(["help", *words]) == 0
        by_word = capsys.readouterr().out
        assert main([*words, "--help"]) == 0
        assert by_word == capsys.readouterr().out
    assert main(["help", "help"]) == 0
    assert capsys.readouterr().out.startswith("usage: briefing [-V] [COMMAND | ID]")
    assert main(["help", "shwo"]) == 2
    assert "did you mean 'show'?" in capsys.readouterr().err


@pytest.mark.parametrize("option", ["--version", "-V"])
def test_the_version_is_told(option: str, run: Run) -> None:
    assert run(option).stdout.decode() == f"briefing {__version__}\n"


@pytest.mark.parametrize("what", ["us-pakistani-ties", "harbour.md", "harbour.md#who-pays", "article.txt"])
def test_what_can_be_read_needs_no_command(what: str, run: Run, tmp_path: Path) -> None:
    (tmp_path / "harbour.md").write_bytes((FIXTURES / "harbour.md").read_bytes())
    (tmp_path / "article.txt").write_text("The quay\n\nThe quay of Northport is to be rebuilt, the mayor said on Monday.\n")
    alone, read = run(what, cwd=tmp_path), run("read", what, cwd=tmp_path)
    assert (alone.returncode, alone.stdout) == (0, read.stdout)
    assert alone.stdout
    assert run(what, "more", cwd=tmp_path).returncode == 2


def test_standard_input_needs_no_command(run: Run) -> None:
    words = b"The quay\n\nThe quay of Northport is to be rebuilt, the mayor said on Monday.\n"
    assert run("-", stdin=words).stdout == run("read", "-", stdin=words).stdout != b""


@pytest.mark.parametrize("what", ["us-pakistani-ties", str(CONTENT / "us-pakistani-ties.md")])
def test_a_shipped_briefing_is_found_by_id_and_by_path(what: str, run: Run) -> None:
    assert b"US-Pakistani ties\n=================\n" in run("show", what).stdout


def test_the_users_library_comes_before_the_shipped_briefings(run: Run, isolation: Path) -> None:
    library = isolation / "library"
    library.mkdir()
    (library / "mine.md").write_bytes((FIXTURES / "wire.md").read_bytes())
    listed = run("list", "--format", "json").stdout
    assert [entry["id"] for entry in json.loads(listed)] == ["mine"]
    assert run("show", "mine").stdout == run("show", "wire.md").stdout
    assert run("show", "us-pakistani-ties").returncode == 0


def test_a_mistyped_id_gets_the_nearest_one(run: Run) -> None:
    assert b"did you mean 'us-pakistani-ties'?" in run("show", "us-pakistan-ties").stderr


def test_a_mistyped_item_gets_the_nearest_one(run: Run) -> None:
    assert b"did you mean 'q-measured'?" in run("show", "harbour.md#q-mesured").stderr


@pytest.mark.parametrize(
    ("item", "begins"),
    [
        ("q-measured", "“We measured"),
        ("who-pays", "§ Who pays"),
        ("jun-sato", "People\n\nJun Sato"),
        ("i-chart", "1. The two closed"),
    ],
)
def test_an_item_is_shown_alone(item: str, begins: str, run: Run) -> None:
    assert run("show", f"harbour.md#{item}").stdout.decode().startswith(begins)


def test_a_file_is_the_same_from_standard_input(run: Run) -> None:
    text = (FIXTURES / "harbour.md").read_bytes()
    for form in ("text", "markdown"):
        assert run("show", "-", "--format", form, stdin=text).stdout == run("show", "harbour.md", "--format", form).stdout


@pytest.mark.parametrize(
    ("name", "found"),
    [
        ("ortega", ["q-measured"]),
        ("Ortega", ["q-measured"]),
        ("ORTEGA", []),
        ("maria", ["q-measured"]),
        ("MARÍA", []),
        ("captain sato", ["q-asked"]),
        ("sat", ["q-asked"]),
        ("tega", []),
        ("skipper", ["q-money"]),
        ("unattributed", ["q-minutes"]),
        ("", []),
        (" ", []),
        ("(", []),
    ],
)
def test_a_speaker_is_found_by_name_or_alias(name: str, found: list[str]) -> None:
    briefing = load(FIXTURES / "harbour.md").briefing
    assert [quote.id for quote in said_by(name, briefing)] == found


@given(st.text(max_size=12))
def test_no_name_breaks_the_search_for_a_speaker(name: str) -> None:
    briefing = Briefing("b", quotes=(Quote("q", ("words",), speaker_name="Jun Sato"), Quote("r", ("more",))))
    assert set(said_by(name, briefing)) <= set(briefing.quotes)


@pytest.mark.parametrize("path", [*content_files(CONTENT), *content_files(FIXTURES)], ids=lambda path: path.stem)
def test_a_list_counts_what_a_full_reading_counts(path: Path) -> None:
    briefing = load(path).briefing
    entry = next(entry for entry in entries(path.parent) if entry.path == path)
    assert (entry.title, entry.publisher, entry.published) == (briefing.title, briefing.publisher, briefing.published)
    counts = (len(briefing.quotes), len(briefing.actors), len(briefing.images))
    assert (entry.quotes, entry.actors, entry.images) == counts
    assert entry.minutes is not None
    assert abs(entry.minutes - minutes(briefing)) <= 1


def test_a_list_has_the_newest_first() -> None:
    dates = [entry.published or "" for entry in entries(CONTENT)]
    assert dates == sorted(dates, reverse=True)


def test_a_broken_file_is_listed_with_its_problem(run: Run, tmp_path: Path) -> None:
    (tmp_path / "good.md").write_bytes((FIXTURES / "wire.md").read_bytes())
    (tmp_path / "latin.md").write_bytes("---\nbriefing: 1\ntitle: Höhe\n---\n".encode("latin-1"))
    (tmp_path / "notes.md").write_text("# Not a briefing\n")
    done = run("list", tmp_path)
    assert [line.split()[0] for line in done.stdout.decode().splitlines()] == ["ID", "good", "latin"]
    problem = "bytes that are not UTF-8, shown as �; save the file as UTF-8"
    assert done.stderr.decode() == f"briefing: {tmp_path}/latin.md:3: {problem}\n"
    assert done.returncode == 0


def test_a_folder_that_is_not_there_holds_no_briefings(tmp_path: Path) -> None:
    assert not holds_briefings(tmp_path / "none")
    assert entries(tmp_path / "none") == []


@pytest.mark.parametrize("path", [*content_files(CONTENT), *content_files(FIXTURES)], ids=lambda path: path.stem)
@pytest.mark.parametrize("width", [20, 40, 80])
def test_no_line_but_of_code_is_wider_than_asked_for(path: Path, width: int) -> None:
    briefing = load(path).briefing
    prose = replace(
        briefing,
        sections=tuple(
            replace(section, paragraphs=tuple(paragraph for paragraph in section.paragraphs if paragraph.kind != "code"))
            for section in briefing.sections
        ),
    )
    assert all(cell_width(line) <= width for line in whole(prose, width))


@pytest.mark.parametrize("path", content_files(CONTENT), ids=lambda path: path.stem)
def test_every_quote_and_every_word_of_the_article_is_printed(path: Path) -> None:
    briefing = load(path).briefing
    printed = " ".join(" ".join(whole(briefing, 80)).split())
    for quote in briefing.quotes:
        assert all(" ".join(part.split()) in printed for part in quote.parts)
    for section in briefing.sections:
        for paragraph in section.paragraphs:
            if paragraph.kind == "paragraph":
                assert " ".join(paragraph.text.split()) in printed


@pytest.mark.parametrize(
    ("text", "expected"), [("", 1), ("word " * 238, 1), ("word " * 239, 2), ("岸" * 500, 1), ("岸" * 501, 2)]
)
def test_reading_takes_minutes_by_words_or_signs(text: str, expected: int) -> None:
    assert reading_minutes(text) == expected


@pytest.mark.parametrize(
    ("published", "expected"), [("2026-03-02", "2 March 2026"), ("2026", "2026"), ("2026-13-40", "2026-13-40"), ("", "")]
)
def test_a_day_is_written_out_where_it_is_one(published: str, expected: str) -> None:
    assert day(published) == expected


def test_a_pipe_with_a_name_is_read_once(fixtures: Path, run: Run) -> None:
    command = f'"{sys.executable}" -m briefing_tui show <(cat harbour.md) --format markdown'
    done = subprocess.run(
        ["bash", "-c", command],
        capture_output=True,
        cwd=fixtures,
        env={**os.environ, "PYTHONPATH": str(fixtures.parent.parent)},
        check=True,
    )
    assert done.stdout == run("show", "harbour.md", "--format", "markdown").stdout


def test_alternative_text_that_only_repeats_the_caption_is_not_shown_twice(run: Run, tmp_path: Path) -> None:
    file = tmp_path / "quay.md"
    pictures = "![The quay's east end](a.jpg)\n\nThe quay’s east end, at low tide.\n\n![A chart](b.jpg)\n\nFive quays.\n"
    file.write_text(f"---\nbriefing: 1\ntitle: The quay\n---\n\n## Images\n\n{pictures}")
    shown = run("show", str(file), "--pane", "images").stdout.decode()
    assert "Shows: A chart" in shown
    assert "Shows: The quay" not in shown
