"""Beyond a bound, a content file is read more simply, without loss."""

import time
from pathlib import Path

import pytest

from briefing_tui.contentfile.normal_form import normal_form
from briefing_tui.contentfile.read.file_input import UnreadableFile, load_bytes
from briefing_tui.contentfile.read.reader import read
from briefing_tui.contentfile.write.writer import write


@pytest.mark.parametrize(
    ("piece", "times"), [("[^1]", 2_500), ("\\[a\\]", 2_500), ("a [b](c) ", 2_500), ("*a* ", 10_000), ("\\*", 120_000)]
)
def test_a_text_that_is_too_much_to_parse_is_written_as_it_was_read(piece: str, times: int) -> None:
    words = piece * times
    briefing = read(f"## Article\n\n{words}\n", "x").briefing
    again = read(write(briefing), "x")
    assert again.briefing == normal_form(briefing)
    assert again.problems == ()


@pytest.mark.parametrize("between", ["·", " · partial", " · partial · "])
def test_a_name_that_is_too_much_to_parse_is_written_as_it_was_read(between: str) -> None:
    briefing = read(f"## Quotes\n\n> o\n\n— {'[' * 1_500}{between}{'[' * 1_500}\n", "x").briefing
    assert read(write(briefing), "x").briefing == normal_form(briefing)


DEEP = {
    "block quotes": ">" * 10_000 + " x",
    "brackets": "[" * 100_000,
    "brackets and stars": ("[" + "*" * 49) * 1_990,
    "brackets and stars, in paragraphs": ("[" * 100 + "*a " * 600 + "\n\n") * 52,
    "stars": "*" * 100_000,
    "underscores": "_a " * 33_000,
    "backticks": "".join("`" * count + " " for count in range(1, 440)),
    "unclosed marks": "**a [b `c ~~d " * 7_000,
    "lists": "\n".join(" " * depth + "- x" for depth in range(440)),
    "a wide table": "|a" * 2_000 + "|\n" + "|-" * 2_000 + "|\n" + ("|x" * 2_000 + "|\n") * 20,
    "entities": "&amp;" * 20_000,
    "elements": "<div>" * 20_000,
    "references": "".join(f"[a{number}]: b\n" for number in range(9_000)),
    "comments": "<!--" * 25_000,
    "fences": " ```\n" * 20_000,
    "headings": "### a\n" * 16_000,
    "steps with code": "1. a\n   ```\n   b\n   ```\n\n" * 4_000,
}


@pytest.mark.parametrize("name", DEEP)
def test_what_is_deep_or_many_is_read_in_time(name: str) -> None:
    begun = time.process_time()
    read(f"## Article\n\n{DEEP[name]}\n", "x")
    assert time.process_time() - begun < 2


@pytest.mark.parametrize(
    ("front", "what"),
    [
        ("x: " + "[" * 30_000, "nested too deeply"),
        ("x: " + "{a: " * 10_000, "nested too deeply"),
        ("a: &a [x]\nb: *a", "aliases"),
        ("a: &a [x, x]\nb: &b [*a, *a]\nc: &c [*b, *b]\nd: [*c, *c]", "aliases"),
        ("title: " + "x" * 70_000, "larger than 64 KiB"),
    ],
)
def test_front_matter_past_a_bound_is_refused_in_a_line(front: str, what: str) -> None:
    reading = read(f"---\nbriefing: 1\n{front}\n---\n\n## Article\n\nWords.\n", "x")
    assert any(what in problem.what for problem in reading.problems)
    assert reading.briefing.sections[0].paragraphs[0].text == "Words."


def test_a_long_table_is_shown_as_written_and_says_so() -> None:
    rows = "| a | b |\n|---|---|\n" + "| cell | other |\n" * 20_000
    reading = read(f"---\nbriefing: 1\ntitle: x\n---\n\n## Article\n\n{rows}", "x")
    assert [problem.what for problem in reading.problems] == ["a block of more than 20,000 lines is shown as written"]
    assert len(reading.briefing.sections[0].paragraphs) == 20_002


def test_problems_past_a_bound_are_told_as_one() -> None:
    reading = read("---\nbriefing: 1\ntitle: x\n---\n\n## Article\n\n" + "## A\n\n" * 10_500, "x")
    assert len(reading.problems) == 10_001
    assert reading.problems[-1].what == "and more problems below"
    assert len(reading.briefing.sections) == 10_500


def test_a_file_of_too_many_lines_is_refused_in_a_line(tmp_path: Path) -> None:
    path = tmp_path / "a.md"
    path.write_bytes(b"\n" * 1_000_001)
    with pytest.raises(UnreadableFile, match="more than 1,000,000 lines; split it"):
        load_bytes(path)
    path.write_bytes(b"\n" * 1_000_000)
    assert len(load_bytes(path)) == 1_000_000
