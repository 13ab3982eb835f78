"""A pattern that is compiled late finds what any other finds."""

import re

import pytest

from briefing_tui.text.late_pattern import late_pattern


def test_a_late_pattern_finds_what_a_compiled_one_finds() -> None:
    late, early = late_pattern(r"(?P<word>qu\w+)", re.I), re.compile(r"(?P<word>qu\w+)", re.I)
    text = "The Quay and the quarry"

    for _ in range(2):
        assert late.findall(text) == early.findall(text)
        assert [found["word"] for found in late.finditer(text)] == ["Quay", "quarry"]
        assert late.sub("pier", text) == "The pier and the pier"
    assert late.pattern == early.pattern


def test_a_late_pattern_is_compiled_when_it_is_used() -> None:
    late = late_pattern("(")

    with pytest.raises(re.error):
        late.search("words")
