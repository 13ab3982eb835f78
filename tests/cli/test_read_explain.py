"""Without a terminal, `read --explain` prints the lines of a source with their kinds."""

from pathlib import Path

from tests.cli.conftest import Run
from tests.sources import dumps


def test_the_lines_of_an_article_are_printed_with_their_kinds(run: Run, tmp_path: Path) -> None:
    file = tmp_path / "ferry.txt"
    file.write_text(dumps.browser())
    done = run("read", "--explain", file)
    assert done.returncode == 0
    shown = done.stdout.decode()
    assert all(any(kind in line and words in line for line in shown.splitlines()) for kind, words in (
        ("title", dumps.TITLE), ("heading", dumps.HEADING), ("byline", dumps.AUTHOR), ("dropped", "Privacy policy"),
    ))  # fmt: skip


def test_a_file_without_an_article_is_an_error_that_names_it(run: Run, tmp_path: Path) -> None:
    file = tmp_path / "page.html"
    file.write_text("<html><body><h1>Log in</h1><p>Log in to read on.</p></body></html>")
    done = run("read", "--explain", file)
    assert done.returncode == 2
    assert "page.html" in done.stderr.decode()
    assert done.stdout == b""


def test_a_folder_can_not_be_explained(run: Run, tmp_path: Path) -> None:
    done = run("read", "--explain", tmp_path)
    assert done.returncode == 2
    assert str(tmp_path) in done.stderr.decode()
