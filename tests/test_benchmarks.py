"""The benchmarks have correct inputs, options and comparisons."""

import runpy
import sys
from pathlib import Path
from typing import Any

import pytest

from benchmarks.same_output.commands import record_articles
from benchmarks.same_output.compare import compare
from benchmarks.same_output.recording import Program, read_records, write_records
from briefing_tui.contentfile.read.reader import read


@pytest.fixture
def article() -> Any:
    return pytest.importorskip("benchmarks.shared.made_article")


def test_the_made_up_article_has_the_size_asked_for_and_no_problem(article: Any) -> None:
    sections = article.article(50_000)
    assert 50_000 <= len(article.markdown(sections).encode()) < 55_000
    reading = read(article.content_file(sections), "made-up")
    assert reading.problems == ()
    assert len(reading.briefing.sections) == len(sections) > 3
    assert len(reading.briefing.quotes) == sum(len(section.quotes) for section in sections)
    words = "\n".join(paragraph.text for section in reading.briefing.sections for paragraph in section.paragraphs)
    assert all(part.rstrip(".") in words for quote in reading.briefing.quotes for part in quote.parts)


def test_the_made_up_article_is_always_the_same(article: Any) -> None:
    assert article.content_file(article.article(20_000)) == article.content_file(article.article(20_000))


@pytest.mark.parametrize(("text", "size"), [("100k", 100_000), ("10M", 10_000_000), ("123", 123)])
def test_sizes_are_read_with_their_units(article: Any, text: str, size: int) -> None:
    assert article.size_of(text) == size


@pytest.mark.filterwarnings("ignore:.* found in sys.modules after:RuntimeWarning")  # It is imported already, by another.
@pytest.mark.parametrize(
    "module",
    ["reading.reader", "reading.commands", "shared.made_article", "building.errors", "same_output", "mutants", "notes.vault"],
)
def test_every_benchmark_says_how_it_is_used(
    module: str, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr(sys, "argv", [module, "--help"])
    with pytest.raises(SystemExit) as ended:
        runpy.run_module(f"benchmarks.{module}", run_name="__main__")
    assert ended.value.code in (0, None)
    assert f"python -m benchmarks.{module}" in capsys.readouterr().out


PAGE = "<html><body><main><h1>{title}</h1>" + "<p>The quay sank again, the survey says, and nobody will pay for it.</p>" * 9
PAGE += "<p>“We measured it three times,” said Maren Holt, the engineer of the harbour.</p></main></body></html>"


def recorded(folder: Path, ending: str = "", title: str = "The quay") -> Path:
    """Record this program on two pages and return the folder.

    `ending` is added to the script of the program, to change its output; `title` is that of the second page.
    """
    folder.mkdir()
    script = folder / "briefing"
    script.write_text(
        f"#!{sys.executable}\nimport sys\nfrom briefing_tui.cli import main\nstatus = main()\n{ending}\nsys.exit(status)"
    )
    pages = [("first.html", PAGE.format(title="The pier").encode()), ("second.html", PAGE.format(title=title).encode())]
    with Program(script) as program:
        record_articles(program, iter(pages), is_thorough=False)
        write_records(folder, "pages", program.records)
    return folder


@pytest.fixture(scope="module")
def before(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return the folder of a recording of this program."""
    return recorded(tmp_path_factory.mktemp("recorded") / "before")


def compared(before: Path, after: Path, has_messages: bool = True) -> int:
    return compare(before, after, only=[], most=5, has_messages=has_messages)


def test_two_recordings_of_one_program_are_the_same(before: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert compared(before, recorded(tmp_path / "after")) == 0
    assert "same" in capsys.readouterr().out
    shown = [record for record in read_records(before, "pages") if record.group == "show"]
    assert len(shown) == 2
    assert all(record.status == 0 and "Maren Holt" in record.stdout for record in shown)


@pytest.mark.parametrize(
    ("ending", "shown"),
    [
        ("print('more' if sys.argv[1] == 'show' else '', end='')", "show: 2 of 2"),
        ("print('more', end='', file=sys.stderr)", "+more"),
        ("status += sys.argv[1] == 'list'", "+exit status 1"),
    ],
)
def test_an_output_that_differs_is_found_and_shown(
    ending: str, shown: str, before: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert compared(before, recorded(tmp_path / "after", ending)) == 1
    assert shown in capsys.readouterr().out


def test_messages_are_left_out_when_asked(before: Path, tmp_path: Path) -> None:
    after = recorded(tmp_path / "after", "print('more', end='', file=sys.stderr)")
    assert compared(before, after, has_messages=False) == 0


def test_what_was_made_from_another_input_is_left_out_and_counted(
    before: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert compared(before, recorded(tmp_path / "after", title="The other quay")) == 0
    assert "1 inputs differ" in capsys.readouterr().out
