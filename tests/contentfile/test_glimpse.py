"""The first screen is the beginning of what is read later."""

import subprocess
import sys
import time
from pathlib import Path

import pytest

from briefing_tui.contentfile.read.first_screen import FEW, read_first_screen
from briefing_tui.contentfile.read.reader import read

CONTENT = Path(__file__).parents[2] / "content"
TABLE = "| Clock | Seconds |\n| --- | ---: |\n| Tower | 3 |\n\n"


def long_file(sections: int) -> str:
    body = "".join(f"### Part {number}\n\n" + "Some words of the article, and some more.\n\n" * 20 for number in range(sections))
    actors = "".join(f"### Part {number}\n\nperson\n\n" for number in range(2))
    return f"---\nbriefing: 1\ntitle: T\n---\n\n# T\n\n## Key actors\n\n{actors}## Article\n\n{body}"


@pytest.mark.parametrize("ends", ["\n", "\r\n"])
@pytest.mark.parametrize("text", [long_file(100), *(path.read_text(encoding="utf-8") for path in sorted(CONTENT.glob("*.md")))])
def test_a_glimpse_is_the_head_of_the_reading(text: str, ends: str) -> None:
    text = text.replace("\n", ends)
    early, late = read_first_screen(text, "x"), read(text, "x").briefing
    assert early.title == late.title
    assert early.published == late.published
    seen = [(section.id, section.heading, paragraph) for section in early.sections for paragraph in section.paragraphs]
    whole = [(section.id, section.heading, paragraph) for section in late.sections for paragraph in section.paragraphs]
    assert seen == whole[: len(seen)]
    assert len(seen) == min(FEW, len(whole))


def test_a_glimpse_takes_no_longer_for_a_long_file() -> None:
    text = long_file(10_000)
    read_first_screen(text, "x")
    started = time.perf_counter()
    read_first_screen(text, "x")
    assert time.perf_counter() - started < 0.5


def in_a_process_of_its_own(text: str, columns: int, rows: int) -> tuple[int, bool]:
    """Return the number of paragraphs of a first screen, and whether it took the parser."""
    code = (
        "import sys; from briefing_tui.contentfile.read.first_screen import read_first_screen as read\n"
        f"early = read(sys.stdin.read(), 'x', {columns}, {rows})\n"
        "print(sum(len(section.paragraphs) for section in early.sections), 'markdown_it' in sys.modules)"
    )
    words = subprocess.run([sys.executable, "-c", code], input=text, capture_output=True, text=True, check=True).stdout.split()
    return int(words[0]), words[1] == "True"


def test_a_first_screen_ends_before_what_needs_the_parser_once_it_is_full() -> None:
    """Import the parser only if a table, say, may be seen.

    Its import takes as long as all else.
    """
    words = "Some words of the article, and some more.\n\n"
    text = f"---\nbriefing: 1\ntitle: T\n---\n\n## Article\n\n{words * 12}{TABLE}{words * 9}"
    assert in_a_process_of_its_own(text, 76, 24) == (12, False)
    assert in_a_process_of_its_own(text, 76, 25) == (22, True)


def test_a_first_screen_without_markup_needs_no_parser() -> None:
    assert in_a_process_of_its_own(long_file(3), 76, 60) == (FEW, False)
