"""Text is measured and wrapped in terminal cells."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from briefing_tui.text.cells import cell_width, clip, graphemes, pad
from briefing_tui.text.wrapping import line_spans, wrap

LETTERS = st.text(st.sampled_from(list("ab e\u0301 -—“”漢字、。「」ｱ한글🚢👩\u200d🔧🇯🇵🏽é\u00a0")), max_size=60)


@pytest.mark.parametrize(
    ("text", "cells"),
    [
        ("quay", 4),
        ("“quay” — 5", 10),
        ("e\u0301", 1),
        ("漢字", 4),
        ("ｶﾅ", 2),
        ("🚢", 2),
        ("👩\u200d🔧", 2),
        ("👍🏽", 2),
        ("🇯🇵", 2),
        ("❤\ufe0f", 2),
        ("\u0301", 0),
        ("", 0),
    ],
)
def test_cells_are_those_of_a_terminal(text: str, cells: int) -> None:
    assert cell_width(text) == cells


@given(LETTERS)
def test_graphemes_put_together_are_the_text(text: str) -> None:
    assert "".join(text[start:end] for start, end, _ in graphemes(text)) == text


@given(LETTERS, st.integers(6, 40), st.sampled_from(["", "• ", "    — "]))
def test_no_line_is_wider_than_asked_for(text: str, width: int, first: str) -> None:
    room = max(width, cell_width(first) + 2)
    assert all(cell_width(line) <= room for line in wrap(text, width, first, "  "))


@given(LETTERS, st.integers(6, 40))
def test_no_letter_is_lost_or_added(text: str, width: int) -> None:
    def letters(words: str) -> str:
        return "".join(char for char in words if char not in " \t\n")

    assert letters("".join(wrap(text, width))) == letters(text)


def test_a_space_with_a_mark_is_no_place_to_hang_over_the_line() -> None:
    assert wrap("aaaa、、 \u0301", 8) == ["aaaa、、", " \u0301"]


def test_words_stay_whole_while_they_fit() -> None:
    assert wrap("the quay leans east", 8) == ["the quay", "leans", "east"]


def test_a_word_too_long_for_a_line_is_parted() -> None:
    assert wrap("abcdefghij", 4) == ["abcd", "efgh", "ij"]


def test_wide_letters_part_anywhere_but_before_closing_marks() -> None:
    assert wrap("港湾局は、岸壁を", 8) == ["港湾局", "は、岸壁", "を"]
    assert wrap("岸quay。岸", 7) == ["岸", "quay。", "岸"]


def test_no_break_spaces_hold_words_together() -> None:
    assert wrap("about 4\u00a0million", 9) == ["about", "4\u00a0million"]


def test_a_section_sign_stays_with_its_section() -> None:
    assert wrap("said · § Lead", 10) == ["said ·", "§ Lead"]


def test_following_lines_stand_behind_their_own_start() -> None:
    assert wrap("the quay leans", 10, "• ", "  ") == ["• the quay", "  leans"]


def test_text_without_words_gives_no_line() -> None:
    assert wrap(" \n ", 10, "• ") == []


def test_what_is_clipped_shows_it() -> None:
    assert [clip("harbour", 7), clip("harbour", 5), clip("漢字漢字", 5)] == ["harbour", "harb…", "漢字…"]


def test_padding_counts_cells() -> None:
    assert pad("漢", 4) == "漢  "


def test_korean_words_stay_whole_in_the_shell_and_may_break_in_the_reader() -> None:
    text = "동쪽 부두는 가을까지"
    assert wrap(text, 10) == ["동쪽", "부두는", "가을까지"]
    assert [text[start:end] for start, end in line_spans(text, 10, breaks_wide=True)] == ["동쪽 부두", "는 가을까", "지"]


def test_no_line_ends_in_an_opening_bracket_or_begins_with_a_closing_one() -> None:
    assert wrap("港口(墙)", 5) == ["港口", "(墙)"]
    assert wrap("港口（a）", 6) == ["港口", "（a）"]


def test_the_first_line_may_have_another_width() -> None:
    assert line_spans("the quay leans", 14, first_width=5) == [(0, 3), (4, 14)]
    assert line_spans("abcdefghij", 8, first_width=4) == [(0, 4), (4, 10)]
