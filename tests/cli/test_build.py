"""`briefing build` as users run it: one source, many, refusals, and ways to end."""

import json
import os
import signal
import subprocess
import sys
import threading
from collections.abc import Generator, Iterator
from contextlib import nullcontext
from pathlib import Path
from typing import Any

import psutil
import pytest

from briefing_tui.builder import build
from briefing_tui.cli import main
from briefing_tui.cli.building.jobs import Outcome, Task, run_all
from briefing_tui.cli.progress import bar
from briefing_tui.contentfile.read.reader import load
from briefing_tui.contentfile.rebuild.corrections_in_front_matter import with_corrections
from briefing_tui.contentfile.write.writer import write
from briefing_tui.model.document import LineCorrection
from tests.cli.conftest import Run
from tests.sources import dumps, pages


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """Return a folder with two articles (one twice), a login page and a picture."""
    made = tmp_path / "sources"
    made.mkdir()
    (made / "harbour.html").write_text(pages.PAGE, encoding="utf-8")
    (made / "twin.html").write_text(pages.PAGE, encoding="utf-8")
    (made / "breaks.html").write_text(pages.BREAKS, encoding="utf-8")
    return made


def test_a_page_becomes_a_content_file_on_standard_output(folder: Path, run: Run, tmp_path: Path) -> None:
    done = run("build", folder / "harbour.html")
    assert done.returncode == 0
    assert done.stderr == b""
    made = tmp_path / "harbour.md"
    made.write_bytes(done.stdout)
    reading = load(made)
    assert reading.problems == ()
    assert reading.briefing.title == "The harbour that would not settle"
    assert [quote.speaker_name for quote in reading.briefing.quotes if "measured" in quote.parts[0]] == ["Maria Ortega"]


def test_the_built_file_is_proved_against_its_source(folder: Path, run: Run, tmp_path: Path) -> None:
    assert run("build", folder / "harbour.html", "-o", tmp_path / "out.md").returncode == 0
    done = run("check", tmp_path / "out.md")
    assert (done.returncode, done.stdout) == (0, b"")


def test_json_has_the_contracts_keys_and_what_was_dropped(folder: Path, run: Run) -> None:
    made = json.loads(run("build", folder / "harbour.html", "--format", "json").stdout)
    assert made["format"] == "briefing/1"
    assert made["source"]["name"] == "harbour.html"
    assert {"line", "text", "why"} == set(made["dropped"][0])
    assert "problems" not in made


def test_prose_near_the_article_that_is_left_out_is_never_left_out_silently(folder: Path, run: Run) -> None:
    below = "<p>The fence was taken down by somebody on Sunday night, and it lay in the basin until the crane came for it.</p>"
    page = pages.PAGE.replace("<p>Sign up to our newsletter", f"<div class='promo'>{below}</div><p>Sign up to our newsletter")
    (folder / "fence.html").write_text(page, encoding="utf-8")
    line = next(number for number, text in enumerate(page.split("\n"), 1) if "The fence was taken" in text)
    done = run("build", folder / "fence.html", "--format", "json")
    (omitted,) = json.loads(done.stdout)["omitted"]
    assert omitted["text"].startswith("The fence was taken down")
    assert (omitted["line"], omitted["reason"]) == (line, "in a box named 'promo'")
    assert f"prose near the article was left out: line {line} (in a box named 'promo')" in done.stderr.decode()
    assert b"left out" not in run("build", folder / "harbour.html", "--format", "json").stderr


def test_several_sources_print_one_object_a_line_in_order_and_failures_theirs(folder: Path, run: Run) -> None:
    (folder / "login.html").write_text(pages.LOGIN, encoding="utf-8")
    names = [folder / "login.html", folder / "harbour.html", folder / "absent.html", folder / "breaks.html"]
    done = run("build", *names, "--format", "json", "--jobs", "2")
    lines = [json.loads(line) for line in done.stdout.decode().splitlines()]
    assert [line.get("title") for line in lines] == [None, lines[1]["title"], None, lines[3]["title"]]
    assert set(lines[0]) == {"source", "error"}
    assert lines[2]["source"].endswith("absent.html")
    assert done.returncode == 2


def test_several_sources_need_a_place_or_json(folder: Path, run: Run) -> None:
    done = run("build", folder / "harbour.html", folder / "breaks.html")
    assert done.returncode == 2
    assert b"--format json" in done.stderr
    assert done.stderr.count(b"\n") == 1


def test_a_folder_gets_a_file_each_and_the_second_run_makes_nothing_again(folder: Path, run: Run, tmp_path: Path) -> None:
    out = tmp_path / "out"
    first = run("build", folder, "-o", out)
    assert first.returncode == 0
    assert sorted(path.name for path in out.iterdir()) == ["breaks.md", "harbour.md"]
    assert b"the same bytes as" in first.stderr
    before = {path.name: path.stat().st_mtime_ns for path in out.iterdir()}
    second = run("build", folder, "-o", out)
    assert b"0 built, 2 already there, 0 failed" in second.stderr
    assert {path.name: path.stat().st_mtime_ns for path in out.iterdir()} == before


@pytest.mark.parametrize("words", ["", "My own list\n\nCall the harbour board before Monday, and ask for the survey.\n"])
def test_what_is_no_content_file_is_not_overwritten(folder: Path, run: Run, tmp_path: Path, words: str) -> None:
    kept = tmp_path / "kept.md"
    kept.write_text(words, encoding="utf-8")
    done = run("build", folder / "harbour.html", "-o", kept)
    assert done.returncode == 2
    assert b"is no content file" in done.stderr
    assert kept.read_text(encoding="utf-8") == words


def test_building_onto_a_content_file_keeps_what_a_person_changed(folder: Path, run: Run, tmp_path: Path) -> None:
    made = tmp_path / "made.md"
    assert run("build", folder / "harbour.html", "-o", made).returncode == 0
    first = made.read_text(encoding="utf-8")
    assert b"nothing to change" in run("build", folder / "harbour.html", "-o", made).stderr
    assert made.read_text(encoding="utf-8") == first
    mine = first.replace("title: The harbour that would not settle", "title: Mine").replace("## Who pays", "## Who  pays")
    made.write_text(mine, encoding="utf-8")
    (folder / "harbour.html").write_text(pages.PAGE.replace(pages.LORE[4], "Nobody answered."), encoding="utf-8")
    done = run("build", folder / "harbour.html", "-o", made)
    assert done.returncode == 0
    rebuilt = load(made).briefing
    assert rebuilt.title == "Mine"
    assert "Nobody answered." in {paragraph.text for section in rebuilt.sections for paragraph in section.paragraphs}


def test_a_folders_file_follows_its_source(folder: Path, run: Run, tmp_path: Path) -> None:
    out = tmp_path / "out"
    run("build", folder, "-o", out)
    (folder / "breaks.html").write_text(pages.BREAKS.replace("two hours later", "three hours later"), encoding="utf-8")
    assert run("build", folder, "-o", out).returncode == 0
    assert "three hours later" in (out / "breaks.md").read_text(encoding="utf-8")


@pytest.mark.parametrize(
    ("data", "status"),
    [
        (b"", 1),
        (pages.LOGIN.encode(), 1),
        (pages.INDEX.encode(), 1),
        (b"%PDF-1.7\n", 2),
        (bytes(range(256)) * 40, 2),
        (b"---\nbriefing: 1\ntitle: x\n---\n\n# x\n", 2),
    ],
    ids=["empty", "login", "index", "pdf", "binary", "content file"],
)
def test_a_source_without_an_article_is_told_in_one_line(data: bytes, status: int, run: Run) -> None:
    done = run("build", "-", stdin=data)
    assert done.returncode == status
    assert done.stdout == b""
    assert done.stderr.count(b"\n") == 1
    assert b"Traceback" not in done.stderr


def test_explain_shows_what_each_line_was_taken_for(folder: Path, run: Run) -> None:
    told = run("build", folder / "harbour.html", "--explain").stdout.decode()
    assert any(line.split()[1:2] == ["title"] for line in told.splitlines())
    assert any("dropped: " in line and "Advertisement" in line for line in told.splitlines())


def test_read_explains_where_there_is_no_terminal(tmp_path: Path, run: Run) -> None:
    source = tmp_path / "ferry.txt"
    source.write_text(dumps.browser(), encoding="utf-8")
    told = run("read", "--explain", source)
    (expected,) = run_all([Task(str(source))], "explain", None, 1)
    assert (told.returncode, told.stdout.decode()) == (0, expected.text + "\n")


def test_a_file_built_anew_keeps_what_a_person_said_of_its_sources_lines(tmp_path: Path, run: Run) -> None:
    source, made = tmp_path / "ferry.txt", tmp_path / "ferry.md"
    source.write_text(dumps.browser(), encoding="utf-8")
    words = dumps.BELOW[2][:100]
    built = build(source, id="ferry").briefing
    made.write_text(write(with_corrections(built, [LineCorrection(0, words, "heading")])), encoding="utf-8")
    assert run("build", source, "-o", made).returncode == 0
    assert f"### {words}" in made.read_text("utf-8")
    assert b"nothing to change" in run("build", source, "-o", made).stderr


def test_what_is_built_in_a_pool_is_what_is_built_alone(folder: Path) -> None:
    tasks = [Task(str(path)) for path in sorted(folder.iterdir())]
    assert [one.text for one in run_all(tasks, "json", None, 2)] == [one.text for one in run_all(tasks, "json", None, 1)]


def test_nothing_of_a_pool_is_left_when_its_last_result_is_there_or_nobody_asks_for_it(tmp_path: Path) -> None:
    paths = [tmp_path / f"{number}.txt" for number in range(6)]
    for path in paths:
        path.write_text(dumps.browser(), "utf-8")
    tasks = [Task(str(path)) for path in paths]
    before = threading.active_count()
    assert len(list(run_all(tasks, "json", None, 2))) == len(tasks)
    assert threading.active_count() == before
    begun = run_all(tasks, "json", None, 2)
    assert isinstance(begun, Generator)
    next(begun)
    begun.close()
    assert threading.active_count() == before


@pytest.mark.parametrize("sent", [signal.SIGTERM, signal.SIGKILL])
def test_workers_end_with_the_build_that_began_them(tmp_path: Path, sent: signal.Signals) -> None:
    for number in range(400):
        (tmp_path / f"{number}.txt").write_text(dumps.browser().replace("ferry", f"ferry {number}"), "utf-8")
    command = [sys.executable, "-m", "briefing_tui", "build", str(tmp_path), "--format", "json", "--jobs", "2"]
    with subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.PIPE) as begun:
        assert begun.stdout is not None
        assert begun.stderr is not None
        begun.stdout.readline()
        workers = psutil.Process(begun.pid).children()
        assert len(workers) == 2
        begun.send_signal(sent)
        assert begun.wait() == (128 + sent if sent == signal.SIGTERM else -sent)
        assert begun.stderr.read() == b""
    _, left = psutil.wait_procs(workers, timeout=30)
    for worker in left:
        worker.kill()
    assert not left


def test_the_bar_tells_how_far_how_fast_and_how_long() -> None:
    assert "10/40" in bar(10, 40, 5.0)
    assert "2.0/s, 0:15 left" in bar(10, 40, 5.0)


_TELL = """
import sys
from briefing_tui.cli import main
status = main(sys.argv[1:])
heavy = {"textual", "rich", "trafilatura", "lxml", "charset_normalizer"}
print(status, *sorted(heavy & {name.partition(".")[0] for name in sys.modules}), file=sys.stderr)
"""


@pytest.mark.parametrize(
    ("name", "allowed"), [("harbour.txt", set()), ("harbour.html", {"lxml", "trafilatura", "charset_normalizer"})]
)
def test_building_loads_what_the_source_needs_and_never_the_reader(
    name: str, allowed: set[str], tmp_path: Path, fixtures: Path
) -> None:
    source = tmp_path / name
    source.write_text(pages.PAGE if name.endswith("html") else "The harbour\n\n" + "\n\n".join(pages.LORE), encoding="utf-8")
    done = subprocess.run(
        [sys.executable, "-c", _TELL, "build", str(source)],
        capture_output=True,
        text=True,
        check=True,
        env={**os.environ, "PYTHONPATH": str(fixtures.parent.parent)},
    )
    status, *loaded = done.stderr.splitlines()[-1].split()
    assert status == "0"
    assert set(loaded) <= allowed


@pytest.mark.parametrize(
    ("source", "told"),
    [
        ("", "an empty name is no source"),
        pytest.param(
            "/dev/zero",
            "a device, not a file; give a file, or '-'",
            marks=pytest.mark.skipif(os.name == "nt", reason="no such device"),
        ),
    ],
)
def test_an_empty_name_and_a_source_without_end_are_told_in_one_line(source: str, told: str, run: Run) -> None:
    done = run("build", source)
    assert (done.returncode, done.stdout) == (2, b"")
    assert done.stderr.decode().count("\n") == 1
    assert told in done.stderr.decode()


@pytest.mark.parametrize("sent", [signal.SIGINT, signal.SIGTERM, signal.SIGHUP])
def test_an_interrupted_folder_keeps_what_is_built_and_says_how_to_go_on(
    sent: signal.Signals, folder: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    def one_then_interrupted(*arguments: Any) -> Iterator[Outcome]:
        yield next(iter(run_all(*arguments)))
        signal.raise_signal(sent)

    command = ["build", str(folder), "-o", str(tmp_path / "made"), "--jobs", "1"]
    with monkeypatch.context() as patched:
        patched.setattr("briefing_tui.cli.building.folder.run_all", one_then_interrupted)
        assert main(command) == 128 + sent
    assert len(list((tmp_path / "made").iterdir())) == 1
    assert capsys.readouterr().err.splitlines()[-1].startswith("briefing: interrupted; finished files are kept")

    assert main(command) == 0
    assert "1 built, 1 already there" in capsys.readouterr().err


@pytest.mark.parametrize(
    ("jobs", "sources", "processors", "used"),
    [(None, 15, 4, 1), (None, 16, 4, 4), (None, 16, 64, 8), (None, 16, None, 1), (3, 2, 1, 2), (2, 20, 64, 2), (1, 20, 4, 1)],
)
def test_as_many_processes_are_used_as_there_are_processors_and_sources_for_them(
    jobs: int | None, sources: int, processors: int | None, used: int, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    begun: list[int] = []

    class Counted(Exception):  # noqa: N818 - ends the build
        pass

    def pool(workers: int, **_: object) -> None:
        begun.append(workers)
        raise Counted

    monkeypatch.setattr("concurrent.futures.ProcessPoolExecutor", pool)
    monkeypatch.setattr(os, "cpu_count", lambda: processors)
    tasks = [Task(str(tmp_path / f"none-{number}.txt")) for number in range(sources)]

    with pytest.raises(Counted) if used > 1 else nullcontext():
        assert len([*run_all(tasks, "json", None, jobs)]) == sources
    assert begun == [used] * (used > 1)


@pytest.mark.parametrize(("name", "count"), [("harbour_files", 1), ("other_files", 2)])
def test_the_folder_that_a_browser_saves_beside_a_page_is_not_built(
    name: str, count: int, folder: Path, run: Run, tmp_path: Path
) -> None:
    (folder / name).mkdir()
    (folder / "breaks.html").rename(folder / name / "frame.html")
    assert run("build", folder, "-o", tmp_path / "out").returncode == 0
    assert len(list((tmp_path / "out").glob("*.md"))) == count
