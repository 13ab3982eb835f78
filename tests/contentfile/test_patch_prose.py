"""Editing a paragraph or heading of a hand-written article changes only its lines."""

from collections.abc import Callable
from difflib import ndiff

import pytest
from msgspec.structs import replace

from briefing_tui.contentfile.read.reader import read
from briefing_tui.contentfile.write.patch import patch
from briefing_tui.model.briefing import Paragraph, Section

FILE = """\
---
title: The quay
---

## Article

### One

The _first_ words.

The _second_ words.

* an _item_
* another

The _third_ words.

#### Two ####

The _last_ words.
"""

Change = Callable[[tuple[Paragraph, ...]], tuple[Paragraph, ...]]


def changes(new: tuple[Section, ...]) -> list[str]:
    """Return the lines that a patch removes and inserts."""
    briefing = read(FILE, "x").briefing
    made = patch(FILE, replace(briefing, sections=new))
    assert read(made, "x").briefing.sections == new
    return [line for line in ndiff(FILE.splitlines(), made.splitlines()) if line[:2] in ("- ", "+ ")]


def sections() -> tuple[Section, ...]:
    return read(FILE, "x").briefing.sections


NEW = Paragraph("New words.")


@pytest.mark.parametrize(
    ("change", "lines"),
    [
        (lambda old: (NEW, *old[1:]), ["- The _first_ words.", "+ New words."]),
        (lambda old: (old[0], NEW, *old[2:]), ["- The _second_ words.", "+ New words."]),
        (lambda old: (*old[:4], NEW), ["- The _third_ words.", "+ New words."]),
        (lambda old: (NEW, *old), ["+ New words.", "+ "]),
        (lambda old: (old[0], NEW, *old[1:]), ["+ New words.", "+ "]),
        (lambda old: (*old, NEW), ["+ New words.", "+ "]),
        (lambda old: old[1:], ["- The _first_ words.", "- "]),
        (lambda old: old[:4], ["- The _third_ words.", "- "]),
        (lambda old: (*old[:2], *old[4:]), ["- * an _item_", "- * another", "- "]),
    ],
    ids=[
        "first changed", "second changed", "last changed", "put first", "put second", "put last", "first removed",
        "last removed", "list removed",
    ],
)  # fmt: skip
def test_a_changed_paragraph_leaves_the_others_as_they_were_written(change: Change, lines: list[str]) -> None:
    one, two = sections()
    found = changes((replace(one, paragraphs=change(one.paragraphs)), two))
    assert sorted(found) == sorted(lines)


def test_a_changed_heading_leaves_the_text_below_as_it_was_written() -> None:
    one, two = sections()
    assert changes((one, replace(two, heading="Three"))) == ["- #### Two ####", "+ #### Three", "+ <!-- id: two -->"]


def test_a_changed_level_changes_the_heading_alone() -> None:
    one, two = sections()
    assert changes((one, replace(two, level=5))) == ["- #### Two ####", "+ ##### Two"]


def test_a_section_comes_in_before_another() -> None:
    one, two = sections()
    assert changes((one, Section("new", "New", (NEW,), 3), two)) == ["+ ### New", "+ ", "+ New words.", "+ "]


def test_a_section_goes_with_its_text() -> None:
    one, _ = sections()
    assert changes((one,)) == ["- #### Two ####", "- ", "- The _last_ words."]
