"""The terminal's answers are kept apart from the keys that a user types."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from briefing_tui.ui.terminal.graphics import Answers, Graphics

PARTS = ("\x1b_Gi=31;OK\x1b\\", "\x1bP>|kitty(0.40)\x1b\\", "\x1b[6;18;9t", "\x1b[?62;c")


@pytest.mark.parametrize(
    ("sent", "graphics"),
    [
        ("".join(PARTS), Graphics("kitty", (9, 18))),
        ("\x1b_Gi=31;OK\x1b\\\x1bP>|Konsole 24\x1b\\\x1b[?62;4c", Graphics("sixel")),
        ("\x1b_Gi=31;OK\x1b\\\x1bP>|WezTerm 2026\x1b\\\x1b[?62;4c", Graphics("iterm2")),
        ("\x1b_Gi=31;ENOTSUPPORTED\x1b\\\x1b[?1;2c", Graphics()),
        ("\x1b[6;0;0t\x1b[?64;14;24c", Graphics()),
        ("\x1b[?62;4;22c", Graphics("sixel")),
    ],
)
def test_the_protocol_is_the_best_that_the_terminal_names(sent: str, graphics: Graphics) -> None:
    answers = Answers()
    assert answers.take(sent) == ""
    assert answers.graphics == graphics
    assert not answers.is_waiting


@given(st.lists(st.sampled_from(["j", "]", "3", "\x1b[A", "\x1bOP", "é", "\x1b[1;3D"]), max_size=8), st.data())
def test_keys_between_the_answers_are_kept_however_the_input_is_cut(keys: list[str], data: st.DataObject) -> None:
    parts = list(PARTS)
    for key in keys:
        parts.insert(data.draw(st.integers(0, len(parts))), key)
    sent = "".join(parts)
    cuts = sorted(data.draw(st.sets(st.integers(0, len(sent)), max_size=6)))
    answers = Answers()
    got = "".join(answers.take(sent[a:b]) for a, b in zip([0, *cuts], [*cuts, len(sent)], strict=True)) + answers.release()
    assert got == "".join(part for part in parts if part not in PARTS)
    assert answers.graphics == Graphics("kitty", (9, 18))


def test_an_escape_key_that_nothing_follows_is_no_answer() -> None:
    answers = Answers()
    assert answers.take("\x1b") == ""
    assert answers.release() == "\x1b"
