"""The test for content files: one for all commands, whatever the case of the headings."""

import subprocess
import sys
from pathlib import Path

import pytest

from briefing_tui.application.opening import open_file
from briefing_tui.contentfile.detect import is_content_file, part_start
from briefing_tui.contentfile.read.first_screen import read_first_screen
from briefing_tui.contentfile.read.reader import read
from briefing_tui.library.catalogue import entries
from briefing_tui.sources import IsContentFile, read_source
from briefing_tui.ui.view.opened_file import OpenedFile

LOWER_CASE = """\
# The quay

## summary

- Two quays are closed.

## quotes

> “We measured it three times.”

— Maria Ortega, said

## article

### Who pays

The quay moved while we measured it, and it moved again on the day after that.
"""


@pytest.fixture
def file(tmp_path: Path) -> Path:
    path = tmp_path / "quay.md"
    path.write_text(LOWER_CASE)
    return path


@pytest.mark.parametrize(
    ("text", "content"),
    [
        (LOWER_CASE, True),
        (LOWER_CASE.upper(), True),
        (LOWER_CASE.replace("\n", "\r\n"), True),
        ("---\ntitle: A clipping\n---\n\nbriefing: the week in five lines\n", False),
        ("---\ntitle: never closed\nbriefing: 1\n", True),
        ("<html>\n<body><pre>\n## Quotes\n</pre></body></html>\n", False),
        ("<!-- by hand -->\n## quotes\n\n> Words.\n", True),
        ("## Articles of faith\n\nWords.\n", False),
        ("### Summary\n\nWords.\n", False),
    ],
)
def test_a_content_file_is_known_by_its_front_matter_or_a_heading_in_any_case(text: str, content: bool) -> None:
    assert is_content_file(text) is content
    assert is_content_file(text.encode()) is content


def test_every_command_takes_headings_in_lower_case_for_a_content_file(file: Path) -> None:
    known = read(LOWER_CASE, "quay").briefing
    assert (len(known.summary), len(known.quotes), len(known.sections)) == (1, 1, 1)

    opened = open_file(file)  # show, read, export, notes
    assert (opened.briefing, opened.built) == (known, None)
    assert OpenedFile(file, "quay").load().briefing == known  # the reader
    (entry,) = entries(file.parent)  # list, the library
    assert (entry.id, entry.title, entry.quotes) == ("quay", "The quay", 1)
    with pytest.raises(IsContentFile):  # build
        read_source(file)


def test_a_rebuild_goes_onto_a_content_file_with_headings_in_lower_case(file: Path, fixtures: Path) -> None:
    source = file.with_name("quay.txt")
    source.write_text("The quay\n\n" + "The quay moved while we measured it, and it moved again on the day after that.\n\n" * 3)
    command = [sys.executable, "-m", "briefing_tui", "build", str(source), "-o", str(file)]
    done = subprocess.run(command, capture_output=True, text=True, cwd=fixtures.parent.parent, check=False)
    assert "no content file" not in done.stderr
    assert done.returncode == 0


def test_the_first_screen_finds_an_article_under_a_heading_in_lower_case() -> None:
    long = LOWER_CASE.replace("## article", "- A point more.\n" * 20_000 + "\n## article")
    assert [section.id for section in read_first_screen(long, "quay").sections] == ["who-pays"]


@pytest.mark.parametrize("ends", ["\n", "\r\n"])
def test_a_part_is_found_in_text_and_in_bytes_alike(ends: str) -> None:
    text = LOWER_CASE.replace("\n", ends)
    assert part_start(text, "Article") == part_start(text.encode(), "Article") - len("“”".encode()) + 2 - len("—".encode()) + 1
    assert part_start(text, "Images") == part_start(text.encode(), "Images") == -1
    assert part_start(text, "Article", text.index("## article")) == -1
