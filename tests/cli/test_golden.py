"""Output, compared byte for byte with golden files."""

from collections.abc import Callable
from pathlib import Path

import pytest

from tests.cli.conftest import Run

Golden = Callable[[str, bytes], None]


@pytest.mark.parametrize(
    ("name", "command"),
    [
        ("show-harbour.txt", "show harbour.md"),
        ("show-harbour-narrow.txt", "show harbour.md --width 32"),
        ("show-summary.txt", "show harbour.md --pane summary"),
        ("show-actors.txt", "show harbour.md --pane actors"),
        ("show-quotes.txt", "show harbour.md --pane quotes"),
        ("show-images.txt", "show harbour.md --pane images"),
        ("show-article.txt", "show harbour.md --pane article"),
        ("show-speaker.txt", "show harbour.md --speaker ortega"),
        ("show-item.txt", "show harbour.md#who-pays"),
        ("show-digest.txt", "show ferry-digest.md"),
        ("show-wire.txt", "show wire.md"),
        ("show-empty-pane.txt", "show wire.md --pane quotes"),
        ("show-harbour.json", "show harbour.md --format json"),
        ("show-quotes.json", "show harbour.md --format json --pane quotes"),
        ("show-digest.json", "show ferry-digest.md --format json"),
        ("show-quotes.md", "show harbour.md --format markdown --pane quotes"),
        ("show-speaker.md", "show harbour.md --format markdown --speaker ortega"),
        ("list.txt", "list ."),
        ("list.json", "list . --format json"),
    ],
)
def test_it_prints_what_it_did(name: str, command: str, run: Run, golden: Golden) -> None:
    done = run(*command.split())
    assert done.stderr == b""
    assert done.returncode == 0
    golden(name, done.stdout)


def test_markdown_of_the_whole_is_the_file_itself(run: Run, fixtures: Path) -> None:
    done = run("show", "harbour.md", "--format", "markdown")
    assert done.stdout == (fixtures / "harbour.md").read_bytes()
