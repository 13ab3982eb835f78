"""`briefing build` makes a file for each article of a web archive."""

import json
import os
import subprocess
import sys
import time
from contextlib import suppress
from pathlib import Path

import psutil
import pytest

from benchmarks.sources.made_warc import packed, record
from briefing_tui.contentfile.read.reader import load
from tests.cli.conftest import Run
from tests.sources import pages
from tests.sources.test_archives import wacz

PAGE = pages.PAGE.encode()
LOGIN = b"<html><p>" + b"</p><p>".join([b"Log in or subscribe to read on. Your account gives you access to every article."] * 12)


def page(number: int) -> bytes:
    """Return a page whose own address nobody gives."""
    return PAGE.replace(b'<link rel="canonical" href="https://courier.example/harbour">', b"").replace(b"Two", b"%d" % number)


def archive(path: Path, numbers: range, *more: bytes) -> Path:
    path.write_bytes(packed([*(record(f"https://courier.example/{number}", page(number)) for number in numbers), *more]))
    return path


def made(folder: Path) -> dict[str, bytes]:
    return {path.name: path.read_bytes() for path in folder.iterdir()}


def test_each_article_gets_a_file_that_names_its_address_and_the_rest_is_listed(run: Run, tmp_path: Path) -> None:
    others = [
        record("https://courier.example/gone", PAGE, status="404 Not Found"),
        record("https://www.courier.example/1?utm_source=feed", page(1)),
        record("https://courier.example/1", page(1), date="2026-03-03T10:00:00Z"),
        record("https://courier.example/login", LOGIN),
    ]
    archive(tmp_path / "a.warc.gz", range(3), *others)
    done = run("build", "a.warc.gz", "-o", "out", cwd=tmp_path)
    assert (done.returncode, done.stdout) == (1, b"")
    said = done.stderr.decode()
    assert "a.warc.gz: 6 pages that may be articles; others: 1 moved, missing or refused" in said
    assert "4 built, 0 already there, 1 failed, 1 were of an address and day that are there already; out/failures.jsonl" in said
    assert "https://courier.example/login: no article: " in said
    files = sorted((tmp_path / "out").glob("*.md"))
    days = [file.name.rpartition("-")[0] for file in files]
    assert days == [f"2026-03-0{day}-courier-example-{number}" for day, number in ((2, 0), (2, 1), (2, 2), (3, 1))]
    sources = [load(file).briefing.source for file in files]
    assert [(one.name, one.url) for one in sources if one] == [
        ("a.warc.gz", f"https://courier.example/{number}") for number in (0, 1, 2, 1)
    ]
    (failure,) = map(json.loads, (tmp_path / "out" / "failures.jsonl").read_text().splitlines())
    assert failure["url"] == "https://courier.example/login"
    again = run("build", "a.warc.gz", "-o", "out", cwd=tmp_path)
    assert "0 built, 4 already there, 0 failed, 1 had failed before" in again.stderr.decode()
    assert len((tmp_path / "out" / "failures.jsonl").read_text().splitlines()) == 1


def test_several_processes_and_an_interrupted_run_make_the_same_files(run: Run, tmp_path: Path) -> None:
    archive(tmp_path / "a.warc.gz", range(6), record("https://courier.example/login", LOGIN))
    archive(tmp_path / "b.warc", range(4, 9))
    for output, jobs in (("one", "1"), ("two", "2")):
        assert run("build", "a.warc.gz", "b.warc", "-o", output, "--jobs", jobs, cwd=tmp_path).returncode == 1
    assert len(made(tmp_path / "one")) == 10
    assert made(tmp_path / "two") == made(tmp_path / "one")
    for name in sorted(made(tmp_path / "two"))[2:5]:
        (tmp_path / "two" / name).unlink()
    with (tmp_path / "two" / "failures.jsonl").open("r+") as file:
        file.truncate(20)  # as a run that was killed may leave it
    assert run("build", "a.warc.gz", "b.warc", "-o", "two", cwd=tmp_path).returncode == 1
    lines = (tmp_path / "two" / "failures.jsonl").read_text().splitlines()
    assert json.loads(lines[1])["url"] == "https://courier.example/login"
    (tmp_path / "two" / "failures.jsonl").write_bytes(made(tmp_path / "one")["failures.jsonl"])
    assert made(tmp_path / "two") == made(tmp_path / "one")


def test_what_was_read_of_a_truncated_archive_is_kept_and_said_in_one_line(run: Run, tmp_path: Path) -> None:
    path = archive(tmp_path / "a.warc.gz", range(3))
    path.write_bytes(path.read_bytes()[:-200])
    done = run("build", "a.warc.gz", "-o", "out", cwd=tmp_path)
    assert done.returncode == 2
    told = [line for line in done.stderr.decode().splitlines() if "cut off" in line]
    assert told == ["briefing: a.warc.gz: the archive is cut off after record 2; the pages before that are built"]
    assert len(made(tmp_path / "out")) == 2
    assert all(load(tmp_path / "out" / name).problems == () for name in made(tmp_path / "out"))


def test_an_archive_among_other_sources_and_in_a_folder_is_built_with_them(run: Run, tmp_path: Path) -> None:
    (tmp_path / "in").mkdir()
    archive(tmp_path / "in" / "a.warc.gz", range(2))
    (tmp_path / "in" / "page.html").write_bytes(PAGE)
    assert run("build", "in", "-o", "out", cwd=tmp_path).returncode == 0
    assert len(made(tmp_path / "out")) == 3
    done = run("build", "in", "--format", "json", cwd=tmp_path)
    assert done.returncode == 0
    assert [json.loads(line)["title"] for line in done.stdout.splitlines()] == ["The harbour that would not settle"] * 3


def test_what_was_built_of_an_archive_is_proved_against_it(run: Run, tmp_path: Path) -> None:
    archive(tmp_path / "a.warc.gz", range(3))
    run("build", "a.warc.gz", "-o", "out", cwd=tmp_path)
    proved = run("check", "out", "--source", "a.warc.gz", cwd=tmp_path)
    assert (proved.returncode, proved.stdout) == (0, b"")
    assert proved.stderr.count(b" passages are in a.warc.gz word for word") == 3
    archive(tmp_path / "a.warc.gz", range(2))
    failed = run("check", "out", "--source", ".", cwd=tmp_path)
    assert failed.returncode == 1
    (line,) = failed.stdout.decode().splitlines()
    assert "no page of a.warc.gz has the SHA-256 of the one that was used; give the archive that was used" in line


def test_a_page_whose_encoding_only_its_server_tells_is_proved_from_the_archive_and_as_kept(run: Run, tmp_path: Path) -> None:
    words = page(1).decode().replace("harbour", "гавань").replace('<meta charset="utf-8">', "").encode("koi8-r", "ignore")
    (tmp_path / "a.warc.gz").write_bytes(packed([record("https://courier.example/1", words, media="text/html; charset=koi8-r")]))
    run("build", "a.warc.gz", "-o", "out", cwd=tmp_path)
    env = {"BRIEFING_LIBRARY": str(tmp_path / "library")}
    run("add", "a.warc.gz", cwd=tmp_path, env=env)
    for checked in (run("check", "out", "--source", "a.warc.gz", cwd=tmp_path), run("check", "library", cwd=tmp_path, env=env)):
        assert (checked.returncode, checked.stdout) == (0, b"")
        assert b" passages are in a.warc.gz word for word" in checked.stderr
    assert "гавань" in next((tmp_path / "out").glob("*.md")).read_text("utf-8")


def test_adding_an_archive_files_its_articles_and_keeps_each_page(run: Run, tmp_path: Path) -> None:
    env = {"BRIEFING_LIBRARY": str(tmp_path / "library")}
    done = run("add", archive(tmp_path / "a.warc.gz", range(1)), env=env)
    file = Path(done.stdout.decode().strip())
    assert run("source", file.stem, env=env).stdout == page(0)
    checked = run("check", file, env=env)
    assert (checked.returncode, checked.stdout) == (0, b"")
    assert b" passages are in a.warc.gz word for word" in checked.stderr


@pytest.mark.parametrize(
    ("data", "options", "why"),
    [
        (packed([record("https://courier.example/1", PAGE)]), [], "give '-o FOLDER' for a file each"),
        (b"WARC/1.0\nrubbish", ["-o", "out"], "a.warc: "),
        (b"WARC/1.0\n", ["-o", "out", "--cluster", "tcp://127.0.0.1:1"], "no scheduler answers"),
        (b"WARC/1.0\n", ["-o", "out", "--cluster", "nonsense:"], "no scheduler answers"),
    ],
    ids=["no folder", "rubbish", "no scheduler", "no address"],
)
def test_what_cannot_be_done_is_said_in_one_line(run: Run, tmp_path: Path, data: bytes, options: list[str], why: str) -> None:
    (tmp_path / "a.warc").write_bytes(data)
    env = {"DASK_DISTRIBUTED__COMM__TIMEOUTS__CONNECT": "0.1s"}
    done = run("build", "a.warc", *options, cwd=tmp_path, env=env)
    assert done.returncode == 2
    assert why in done.stderr.decode().splitlines()[0]
    assert b"Traceback" not in done.stderr
    assert not any((tmp_path / "out").glob("*"))


@pytest.mark.parametrize("form", ["warc", "warc.gz", "wacz"])
def test_what_reads_one_article_says_what_to_do_with_an_archive(run: Run, tmp_path: Path, form: str) -> None:
    records = [record("https://courier.example/1", PAGE)]
    data = {"warc": records[0], "warc.gz": packed(records), "wacz": wacz(packed(records))}[form]
    (tmp_path / f"a.{form}").write_bytes(data)
    done = run("show", f"a.{form}", cwd=tmp_path)
    assert (done.returncode, done.stdout) == (2, b"")
    assert done.stderr == f"briefing: a.{form}: a web archive; give its file to 'briefing build FILE -o FOLDER'\n".encode()


def start(folder: Path, *options: str) -> "subprocess.Popen[bytes]":
    """Start a build of an archive with Dask."""
    command = [sys.executable, "-m", "briefing_tui", "build", "a.warc.gz", "-o", "out", "--cluster", *options]
    root = str(Path(__file__).parent.parent.parent)
    return subprocess.Popen(command, cwd=folder, env={**os.environ, "PYTHONPATH": root}, stderr=subprocess.PIPE)


def workers_of(build: "subprocess.Popen[bytes]") -> list[psutil.Process]:
    found = []
    for one in psutil.Process(build.pid).children(recursive=True):
        with suppress(psutil.Error):  # it has just ended
            if "spawn_main" in " ".join(one.cmdline()):
                found.append(one)
    return found


@pytest.mark.slow
def test_killed_workers_lose_and_double_nothing(run: Run, tmp_path: Path) -> None:
    archive(tmp_path / "a.warc.gz", range(40))
    assert run("build", "a.warc.gz", "-o", "wanted", "--jobs", "1", cwd=tmp_path).returncode == 0
    with start(tmp_path, "local", "--jobs", "2") as build:
        while not any((tmp_path / "out").glob("*")):
            assert build.poll() is None
            time.sleep(0.05)
        until = time.monotonic() + 2
        while time.monotonic() < until:  # also those that are just starting, which Dask gives up
            for worker in workers_of(build):
                with suppress(psutil.Error):
                    worker.kill()
            time.sleep(0.05)
        _, said = build.communicate(timeout=100)
    assert build.returncode == 0
    assert b"Traceback" not in said
    assert made(tmp_path / "out") == made(tmp_path / "wanted")


@pytest.mark.slow
def test_a_lost_scheduler_is_said_in_one_line_and_the_run_goes_on_later(run: Run, tmp_path: Path) -> None:
    archive(tmp_path / "a.warc.gz", range(60))
    env = {**os.environ, "PYTHONPATH": str(Path(__file__).parent.parent.parent)}
    file = tmp_path / "scheduler.json"
    scheduler = [sys.executable, "-m", "distributed.cli.dask_scheduler", "--host", "127.0.0.1", "--port", "0", "--no-dashboard"]
    worker = [sys.executable, "-m", "distributed.cli.dask_worker", "--scheduler-file", str(file), "--nthreads", "1", "--no-nanny"]
    with (
        subprocess.Popen([*scheduler, "--scheduler-file", str(file)], cwd=tmp_path, env=env, stderr=subprocess.DEVNULL) as one,
        subprocess.Popen([*worker, "--no-dashboard"], cwd=tmp_path, env=env, stderr=subprocess.DEVNULL) as other,
    ):
        try:
            while not file.exists() or not file.read_text():
                time.sleep(0.05)
            with start(tmp_path, json.loads(file.read_text())["address"]) as build:
                while not any((tmp_path / "out").glob("*")):
                    assert build.poll() is None
                    time.sleep(0.05)
                one.kill()
                _, said = build.communicate(timeout=100)
        finally:
            one.kill()
            other.kill()
    assert build.returncode == 2
    assert said.decode().splitlines()[1:] == [said.decode().splitlines()[-1]]
    assert b"the scheduler is lost; finished files are kept, and the same command continues from there" in said
    before = made(tmp_path / "out")
    assert 0 < len(before) < 60
    assert run("build", "a.warc.gz", "-o", "out", cwd=tmp_path).returncode == 0
    assert before.items() <= made(tmp_path / "out").items()
    assert len(made(tmp_path / "out")) == 60
