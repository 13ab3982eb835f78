"""Write pictures in the ways in which terminals take them: kitty's, iTerm2's, and sixels."""

import re
import zlib
from base64 import b64encode
from io import BytesIO
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from PIL.Image import Image

_SIXEL = bytes((value & 63) + 63 for value in range(256))
_RUN = re.compile(r"(.)\1{3,}")
_CHUNK = 4096
"""The most base64 letters in one of kitty's commands, by its protocol."""

_PLACEHOLDER = "\U0010eeee"
_DIACRITICS = "".join(
    map(
        chr,
        (
            *(
                0x305,
                0x30D,
                0x30E,
                0x310,
                0x312,
                0x33D,
                0x33E,
                0x33F,
                0x346,
                0x34A,
                0x34B,
                0x34C,
                0x350,
                0x351,
                0x352,
                0x357,
                0x35B,
            ),
            *(0x363 + n for n in range(13)),
            *(0x483 + n for n in range(5)),
            *(0x592, 0x593, 0x594, 0x595, 0x597, 0x598, 0x599, 0x59C, 0x59D, 0x59E, 0x59F, 0x5A0, 0x5A1, 0x5A8, 0x5A9, 0x5AB),
            *(0x5AC, 0x5AF, 0x5C4, 0x610, 0x611, 0x612, 0x613, 0x614, 0x615, 0x616, 0x617, 0x657, 0x658, 0x659, 0x65A, 0x65B),
            *(0x65D, 0x65E, 0x6D6, 0x6D7, 0x6D8, 0x6D9, 0x6DA, 0x6DB, 0x6DC, 0x6DF, 0x6E0, 0x6E1, 0x6E2, 0x6E4, 0x6E7, 0x6E8),
            *(0x6EB, 0x6EC, 0x730, 0x732, 0x733, 0x735, 0x736, 0x73A, 0x73D, 0x73F, 0x740, 0x741, 0x743, 0x745, 0x747, 0x749),
            *(0x74A, 0x7EB, 0x7EC, 0x7ED, 0x7EE, 0x7EF, 0x7F0, 0x7F1, 0x7F3),
        ),
    )
)
"""The signs that number rows and columns in kitty's protocol, in its order (its file rowcolumn-diacritics.txt)."""

MOST_ROWS = len(_DIACRITICS)
"""The most rows of a picture that kitty's placeholders can number here.

A column without a number is the one after its neighbour.
"""


def kitty(image: "Image", number: int, columns: int, rows: int) -> str:
    """Return the commands that send a picture, to be drawn where its placeholders are.

    Args:
        image: the picture, in RGB.
        number: its number in the terminal, 1 to 2**24 - 1. A picture that had it before is replaced.
        columns, rows: the cells that it fills.
    """
    payload = b64encode(zlib.compress(image.tobytes(), 1)).decode("ascii")
    head = f"a=T,q=2,U=1,f=24,o=z,s={image.width},v={image.height},i={number},c={columns},r={rows},"
    chunks = [payload[at : at + _CHUNK] for at in range(0, len(payload), _CHUNK)]
    return "".join(
        f"\x1b_G{head if at == 0 else ''}m={int(at < len(chunks) - 1)};{chunk}\x1b\\" for at, chunk in enumerate(chunks)
    )


def placeholders(row: int, columns: int) -> str:
    """Return the text of a row of a picture in kitty's protocol.

    Its foreground colour is the picture's number.
    """
    numbered = (f"{_PLACEHOLDER}{_DIACRITICS[row]}{column}" for column in _DIACRITICS[:columns])
    return "".join(numbered) + _PLACEHOLDER * max(0, columns - len(_DIACRITICS))


def iterm2(image: "Image", columns: int, rows: int) -> str:
    """Return the command that draws a picture at the cursor in `columns` × `rows` cells."""
    png = BytesIO()
    image.save(png, "PNG", compress_level=1)
    data = png.getvalue()
    head = f"inline=1;size={len(data)};width={columns};height={rows};preserveAspectRatio=0;doNotMoveCursor=1"
    return f"\x1b]1337;File={head}:{b64encode(data).decode('ascii')}\a"


def sixels(image: "Image", colours: int = 128) -> str:
    """Return the command that draws a picture at the cursor as sixels.

    A sixel is the six pixels of a column of a band in one colour. `colours` is the size of the palette, at most 256.
    """
    from PIL import Image

    small = image.quantize(colours, method=Image.Quantize.FASTOCTREE)
    palette = small.getpalette() or []
    width, height, pixels = small.width, small.height, small.tobytes()
    out = [f'\x1bP0;1q"1;1;{width};{height}']
    for number in range(len(palette) // 3):
        red, green, blue = (round(value * 100 / 255) for value in palette[3 * number : 3 * number + 3])
        out.append(f"#{number};2;{red};{green};{blue}")
    ones = [bytes(int(value == number) for value in range(256)) for number in range(256)]
    for top in range(0, height, 6):
        band = [pixels[row * width : (row + 1) * width] for row in range(top, min(top + 6, height))]
        lines = []
        for number in set().union(*band):
            bits = sum(int.from_bytes(row.translate(ones[number]), "big") << bit for bit, row in enumerate(band))
            line = bits.to_bytes(width, "big").translate(_SIXEL).decode("ascii")
            lines.append(f"#{number}{_RUN.sub(lambda run: f'!{len(run[0])}{run[1]}', line)}")
        out.append("$".join(lines) + "-")
    return "".join(out) + "\x1b\\"


def forget(number: int) -> str:
    """Return the command that frees a picture of kitty's protocol."""
    return f"\x1b_Ga=d,d=I,i={number},q=2\x1b\\"
