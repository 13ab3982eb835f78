"""Untrusted text is made harmless where it enters the program.

Its lines keep their numbers.
"""

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from briefing_tui.text.safety import harmless, one_line

NASTY = (
    "a", "é", "中", "\x00", "\x07", "\x1b[2J", "\x1b]52;c;eA==\x07", "\x1bP", "\x9b31m", "\x7f", "\r", "\r\n",
    "\n", "\t", "\x0b", "\x0c", "\x85", "\u2028", "\u200b", "\u200d", "\u202e", "\u2066", "\ufeff", "\ufffe",
    "\ud800", "\U000e0041", "\u0301" * 12, "\u3164", "👩\u200d👧",
)  # fmt: skip
nasty = st.lists(st.one_of(st.sampled_from(NASTY), st.text(max_size=3)), max_size=12).map("".join)


@given(nasty)
def test_nothing_that_a_terminal_obeys_is_left(text: str) -> None:
    for char in harmless(text):
        assert char in "\t\n" or unicodedata.category(char) not in ("Cc", "Cs", "Zl", "Zp")
        assert char not in "\u200b\u200e\u200f\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069\ufeff"


@given(nasty)
def test_harmless_text_stays_as_it_is(text: str) -> None:
    assert harmless(harmless(text)) == harmless(text)


@given(nasty)
def test_lines_keep_their_numbers(text: str) -> None:
    assert harmless(text).count("\n") == text.replace("\r\n", "\n").replace("\r", "\n").count("\n")


@given(nasty)
def test_harmless_text_can_be_encoded(text: str) -> None:
    harmless(text).encode()


@given(nasty)
def test_one_line_is_one_line_without_blanks_in_a_row(text: str) -> None:
    made = one_line(text)
    assert made == " ".join(made.split())


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("\x1b[31mred", "␛[31mred"),
        ("a\u202eb", "ab"),
        ("co\u00adop", "coop"),
        ("a\u2028b", "a b"),
        ("\ufeffa", "a"),
        ("a\ud800b", "a�b"),
        ("e" + "\u0301" * 20, "e" + "\u0301" * 8),
        ("family 👩\u200d👧", "family 👩\u200d👧"),
        ("نامه\u200cها", "نامه\u200cها"),
        ("plain [b]markup[/b] stays", "plain [b]markup[/b] stays"),
    ],
)
def test_words_stay_and_orders_show(text: str, wanted: str) -> None:
    assert harmless(text) == wanted
