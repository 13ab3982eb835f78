"""Input from the terminal is read as Textual reads it, except for pastes.

Pastes are limited in size and contain only text.
"""

import time
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st
from textual import events
from textual._xterm_parser import XTermParser

from briefing_tui.text.safety import harmless
from briefing_tui.ui.terminal.pastes import LONGEST, PasteParser

START, END = "\x1b[200~", "\x1b[201~"


def said(parser: XTermParser, *pieces: str) -> list[str]:
    """Return the events that a parser makes from input in pieces."""
    found = []
    for piece in pieces:
        for message in parser.feed(piece):
            text = message.text if isinstance(message, events.Paste) else ""
            found.append(f"{type(message).__name__} {getattr(message, 'key', '')} {text}")
    return found


_SAID = ("a", "é", "\x1b[A", "\x1b[<0;3;4M", "\x1b[<0;3;4m", "\x1b[I", "\r", "\x7f", "\x1b\x1b[B", "[200~", "~")
keys = st.lists(st.sampled_from(_SAID), max_size=5).map("".join)
pasted = st.text("ab[201~\n\0 é", max_size=20).map(lambda text: f"{START}{text}{END}")


@given(st.lists(st.one_of(keys, pasted), max_size=6).map("".join), st.data())
def test_whatever_comes_in_whatever_pieces_is_read_as_by_the_framework(text: str, data: st.DataObject) -> None:
    cuts = sorted(data.draw(st.sets(st.integers(1, max(1, len(text) - 1)), max_size=8)) | {0, len(text)})
    pieces = [text[start:end] for start, end in pairwise(cuts) if text[start:end]]
    assert said(PasteParser(), *pieces) == said(XTermParser(), *pieces)


@pytest.mark.parametrize("size", [7, 4096, 1_000_000])
def test_of_a_paste_that_is_too_long_one_letter_more_than_is_taken_is_read(size: int) -> None:
    text = f"a{START}{'xyz' * 50_000}{END}b"
    pieces = [text[at : at + size] for at in range(0, len(text), size)]
    first, paste, last = said(PasteParser(), *pieces)
    assert (first, last) == ("Key a ", "Key b ")
    assert len(paste.removeprefix("Paste  ")) == LONGEST + 1


def test_nothing_in_a_paste_is_a_key_or_an_answer_of_the_terminal() -> None:
    inside = "a\x1b[A\x1b[48;5;5;5;5t\x1b[<0;3;4M\x1b \x07\x9b\r\nb"
    assert said(PasteParser(), f"{START}{inside}{END}") == ["Paste  " + harmless(inside)]
    assert said(XTermParser(), f"{START}{inside}{END}") != ["Paste  " + harmless(inside)]


def test_a_paste_that_is_too_long_stays_so_when_what_is_no_text_is_dropped_from_it() -> None:
    (paste,) = said(PasteParser(), START + "\u202ea" * LONGEST + END)
    assert len(paste.removeprefix("Paste  ")) == LONGEST + 1


def test_what_only_begins_like_a_paste_is_keys() -> None:
    parser = PasteParser()
    assert said(parser, "\x1b") == []
    deadline = time.monotonic() + 20
    while not (late := list(parser.tick())):
        assert time.monotonic() < deadline
    assert [message.key for message in late if isinstance(message, events.Key)] == ["escape"]
    assert said(parser, "[200~", "x") == [f"Key {key} " for key in ("left_square_bracket", "2", "0", "0", "tilde", "x")]


@pytest.mark.parametrize("pieces", [["a\x1bxy"], ["a\x1b", "xy"], ["a", "\x1b", "x", "y"]])
def test_an_escape_with_letters_right_behind_it_is_a_key_of_its_own(pieces: list[str]) -> None:
    assert said(PasteParser(), *pieces) == ["Key a ", "Key escape ", "Key x ", "Key y "]
    assert said(XTermParser(), *pieces) == ["Key a "]


def test_enter_and_escape_are_keys_in_what_was_typed_before_the_program_read_keys() -> None:
    keys = [getattr(message, "key", "") for message in PasteParser().feed_early("j\n\x1bf\x1b[A")]
    assert keys == ["j", "enter", "escape", "f", "up"]


@pytest.mark.parametrize("size", [500, 4096])
def test_what_nobody_can_type_so_fast_is_a_paste(size: int) -> None:
    parser, text = PasteParser(), "line of a paste\r" * 100
    assert said(parser, *(text[at : at + size] for at in range(0, len(text), size))) == []
    assert said(parser, "\x1b[A") == ["Paste  " + "line of a paste\n" * 100, "Key up "]


def test_a_flood_that_nothing_follows_is_pasted_soon_and_is_bounded() -> None:
    parser = PasteParser()
    assert said(parser, *["x" * 4096] * 100) == []
    deadline = time.monotonic() + 20
    while not (late := list(parser.tick())):
        assert time.monotonic() < deadline
    (paste,) = late
    assert isinstance(paste, events.Paste)
    assert len(paste.text) == LONGEST + 1
    assert said(parser, "x") == ["Key x "]


def test_a_key_after_a_flood_is_no_part_of_it(monkeypatch: pytest.MonkeyPatch) -> None:
    parser = PasteParser()
    assert said(parser, "x" * 300) == []
    later = time.monotonic() + 0.06
    monkeypatch.setattr("briefing_tui.ui.terminal.pastes.monotonic", lambda: later)
    assert said(parser, "j") == ["Paste  " + "x" * 300, "Key j "]


def test_a_key_long_after_an_escape_is_read() -> None:
    parser = PasteParser()
    assert said(parser, "\x1b") == []
    deadline = time.monotonic() + 20
    while not list(parser.tick()):
        assert time.monotonic() < deadline
    assert said(parser, "2") == ["Key 2 "]
