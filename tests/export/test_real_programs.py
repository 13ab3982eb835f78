"""Hostile notes in other programs that start quickly; `python -m tests.real_programs` runs all."""

import shutil
from collections.abc import Callable

import pytest

from briefing_tui.model.note import Note
from tests.real_programs import check_markdown_in_pandoc, check_org_in_emacs, check_org_in_pandoc, hostile_notes


@pytest.mark.parametrize(
    ("program", "check"),
    [("emacs", check_org_in_emacs), ("pandoc", check_org_in_pandoc), ("pandoc", check_markdown_in_pandoc)],
)
def test_another_program_reads_what_was_written(program: str, check: Callable[[tuple[Note, ...]], None]) -> None:
    if shutil.which(program) is None:
        pytest.skip(f"{program} is not installed")
    check(hostile_notes())
