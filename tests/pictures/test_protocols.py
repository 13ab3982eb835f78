"""Commands for terminals, read back as terminals read them."""

import re
import zlib
from base64 import b64decode
from io import BytesIO

from PIL import Image

from briefing_tui.pictures.protocols import forget, iterm2, kitty, placeholders, sixels
from tests.pictures.drawings import BLUE, RED, halves


def test_kitty_gets_the_pixels_in_commands_of_bounded_length() -> None:
    picture = Image.effect_noise((120, 90), 80).convert("RGB")
    commands = re.findall(r"\x1b_G([^;]*);([^\x1b]*)\x1b\\", kitty(picture, 77, 12, 5))
    assert all(len(payload) <= 4096 for _, payload in commands)
    assert {"a=T", "U=1", "f=24", "o=z", "s=120", "v=90", "i=77", "c=12", "r=5", "m=1"} <= set(commands[0][0].split(","))
    assert [keys for keys, _ in commands[1:]] == ["m=1"] * (len(commands) - 2) + ["m=0"]
    assert zlib.decompress(b64decode("".join(payload for _, payload in commands))) == picture.tobytes()
    assert "i=77" in forget(77)


def test_kittys_placeholders_number_rows_and_columns() -> None:
    first, second = placeholders(0, 3), placeholders(1, 3)
    assert first.count("\U0010eeee") == second.count("\U0010eeee") == 3
    assert first[:3] == "\U0010eeee\u0305\u0305"
    assert second[:6] == "\U0010eeee\u030d\u0305\U0010eeee\u030d\u030d"
    assert placeholders(0, 300).count("\U0010eeee") == 300


def test_iterm2_gets_a_file_and_its_size_in_cells() -> None:
    match = re.fullmatch(r"\x1b\]1337;File=([^:]*):([^\a]*)\a", iterm2(halves(), 12, 5))
    assert match
    data = b64decode(match[2])
    assert {"inline=1", "width=12", "height=5", f"size={len(data)}"} <= set(match[1].split(";"))
    assert Image.open(BytesIO(data)).tobytes() == halves().tobytes()


def _drawn(commands: str) -> dict[tuple[int, int], tuple[int, int, int]]:
    """Return the pixels that a terminal draws for sixels."""
    body = re.fullmatch(r'\x1bP[\d;]*q"1;1;(\d+);(\d+)(.*)\x1b\\', commands, re.S)
    assert body
    palette: dict[int, tuple[int, int, int]] = {}
    pixels: dict[tuple[int, int], tuple[int, int, int]] = {}
    colour, x, top = 0, 0, 0
    for token in re.finditer(r"#(\d+);2;(\d+);(\d+);(\d+)|#(\d+)|!(\d+)(.)|([$-])|(.)", body[3]):
        if token[1]:
            palette[int(token[1])] = (int(token[2]), int(token[3]), int(token[4]))
        elif token[5]:
            colour = int(token[5])
        elif token[8]:
            x, top = 0, top + 6 * (token[8] == "-")
        else:
            bits, end = ord(token[7] or token[9]) - 63, x + int(token[6] or 1)
            pixels |= {(column, top + bit): palette[colour] for column in range(x, end) for bit in range(6) if bits >> bit & 1}
            x = end
    return pixels


def test_sixels_draw_every_pixel_in_its_colour() -> None:
    pixels = _drawn(sixels(halves(20, 9)))
    assert set(pixels) == {(x, y) for x in range(20) for y in range(9)}
    for at, colour in (((3, 4), RED), ((16, 8), BLUE)):
        assert all(abs(part * 2.55 - wanted) < 12 for part, wanted in zip(pixels[at], colour, strict=True))
