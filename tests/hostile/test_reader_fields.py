"""Attacks in any field are drawn with the same control functions as harmless words.

Every frame is compared.
"""

import base64
import json
import re
import sys
from pathlib import Path

import pytest

from tests.hostile.attacks import attacks
from tests.hostile.ecma48 import Token, controls
from tests.hostile.fields import FIELDS, Field, as_it_is, likened
from tests.hostile.onterminal import written_by

FRAME = re.compile("\x1b_frame ([^\x1b]*)\x1b\\\\(.*?)\x1b_end\x1b\\\\", re.DOTALL)
MARK = re.compile("\x1b_(frame [^\x1b]*|end)\x1b\\\\")
"""The marks that the tour writes around a frame."""
DRAWS = re.compile("\x1b\\[[0-9]+;[0-9]+H|\x1b\\[[0-9;]*m|\r|\n")
"""Control functions that Textual draws with: cursor moves, colours, styles, line ends."""
STYLES = re.compile("\x1b\\[[0-9;]*m")
QUESTION_PARTS = ("\x1b_Gi=31,s=1,v=1,a=q,t=d,f=24;AAAA\x1b\\", "\x1b[>q", "\x1b[16t", "\x1b[c")
"""The question what pictures the terminal can show (`ui/terminal/graphics.py`)."""
MODES = {
    *(f"\x1b[?{mode}{on}" for mode in (25, 1000, 1003, 1004, 1006, 1015, 1049, 2004, 7) for on in "hl"),
    *QUESTION_PARTS, "\x1b[?2026$p", "\x1b[?2048$p", "\x1b[>1u", "\x1b[>25u", "\x1b[<u", "\x1b]22;default\x07",
}  # fmt: skip
"""Control functions that set terminal modes at the start, reset them at the end, and query them."""
COPIED = re.compile("\x1b\\]52;c;([A-Za-z0-9+/=]+)\x07")


def toured(field: Field, folder: Path) -> bytes:
    """Return every byte that the reader writes on its tour."""
    way = folder.parent / "route.json"
    way.write_text(json.dumps(field.route))
    env = {"BRIEFING_LIBRARY": str(folder), "BRIEFING_NOTES": str(folder / "notes.db"), "XDG_STATE_HOME": str(folder / "state")}
    command = [sys.executable, "-m", "tests.hostile.tour", str(way), *field.arguments]
    written, status = written_by(command, folder, 80, field.rows, env)
    assert status == 0, written[-2000:].decode("utf-8", "replace")
    return written


def frames(written: bytes) -> list[tuple[str, list[Token]]]:
    """Return the control functions of each frame, with the name of the key before it."""
    return [(name, controls(drawn.encode())) for name, drawn in FRAME.findall(written.decode())]


def _without_colours(drawn: list[Token], field: Field) -> list[Token]:
    """Return the control functions, where tags are shown without colours and styles."""
    return [token for token in drawn if not (field.has_tags and STYLES.fullmatch(token.text))]


def neither_drawn_nor_modes(written: bytes) -> list[str]:
    """Return all other control functions, without the marks of the tour."""
    found = [token.text for token in controls(written)]
    return [text for text in found if not DRAWS.fullmatch(text) and text not in MODES and not MARK.fullmatch(text)]


@pytest.mark.slow
@pytest.mark.parametrize("name", FIELDS)
def test_a_tour_draws_every_attack_with_the_control_functions_of_its_harmless_twin(name: str, tmp_path: Path) -> None:
    """The compared frames are complete screens drawn after each key.

    Between them Textual draws cells by itself, at times that depend on the clock. Those bytes are read, too: they are only moves,
    colours and modes.
    """
    field = FIELDS[name]
    written = []
    for wording in (as_it_is, likened):
        folder = tmp_path / wording.__name__
        folder.mkdir()
        field.write(folder, wording)
        written.append(toured(field, folder))
    hostile, twin = written
    for (key, drawn), (_, wanted) in zip(frames(hostile), frames(twin), strict=True):
        assert _without_colours(drawn, field) == _without_colours(wanted, field), key
    for seen in written:
        words = [COPIED.fullmatch(text) for text in neither_drawn_nor_modes(seen)]
        assert len(words) == field.copies
        for copied in words:
            assert copied
            assert {token.text for token in controls(base64.b64decode(copied[1], validate=True))} <= {"\n"}
    shown = hostile.decode()
    assert sum(f"a{number}z" in shown for number in range(len(attacks()))) >= field.least
