"""Text is parsed for marks up to a length and a number of brackets."""

import pytest

from briefing_tui.markdown.inline import LONGEST, is_parseable


@pytest.mark.parametrize(
    ("text", "is_parsed"),
    [
        ("word " * 10, True),
        ("x" * LONGEST, True),
        ("x" * (LONGEST + 1), False),
        ("[" * 10_000, False),
        ("<" * 10_000, False),
        ("[" * 10 + "<" * 10, True),
    ],
    ids=["words", "longest", "too long", "many brackets", "many angles", "few brackets"],
)
def test_a_run_is_parsed_if_it_is_neither_long_nor_full_of_brackets(text: str, is_parsed: bool) -> None:
    assert is_parseable(text) is is_parsed
