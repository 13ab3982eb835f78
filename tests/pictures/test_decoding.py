"""Pictures are decoded to a size, whatever their format, and within bounds."""

from contextlib import suppress

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from PIL import Image

from briefing_tui.pictures import decoding
from briefing_tui.pictures.decoding import decode
from briefing_tui.pictures.files import NoPicture
from tests.pictures.drawings import BLUE, RED, encoded, halves


def _is_near(one: object, other: tuple[int, int, int]) -> bool:
    assert isinstance(one, tuple)
    return all(abs(a - b) < 25 for a, b in zip(one, other, strict=True))


@pytest.mark.parametrize("form", ["PNG", "JPEG", "WEBP", "GIF"])
def test_every_format_keeps_its_colours_and_proportions(form: str) -> None:
    picture = decode(encoded(halves(400, 200), form), 80, 80)
    assert picture.size == (80, 40)
    assert _is_near(picture.getpixel((5, 20)), RED)
    assert _is_near(picture.getpixel((75, 20)), BLUE)


def test_a_small_picture_is_enlarged() -> None:
    assert decode(encoded(halves(2, 2)), 30, 20).size == (20, 20)


def test_a_picture_of_one_row_keeps_one() -> None:
    assert decode(encoded(halves(4000, 1)), 40, 40).size == (40, 1)


@pytest.mark.parametrize("mode", ["1", "L", "LA", "P", "RGBA", "I;16", "CMYK"])
def test_every_mode_is_shown(mode: str) -> None:
    form = "JPEG" if mode == "CMYK" else "PNG"
    picture = decode(encoded(Image.new(mode, (20, 20)), form), 10, 10)
    assert (picture.mode, picture.size) == ("RGB", (10, 10))


def test_the_background_is_behind_what_is_transparent() -> None:
    clear = Image.new("RGBA", (10, 10), (255, 255, 255, 0))
    assert decode(encoded(clear), 10, 10, behind=(1, 2, 3)).getpixel((5, 5)) == (1, 2, 3)


def test_a_photograph_that_was_taken_upright_is_shown_upright() -> None:
    exif = Image.Exif()
    exif[0x0112] = 6
    picture = decode(encoded(halves(400, 200), "JPEG", exif=exif), 100, 100)
    assert picture.size == (50, 100)
    assert _is_near(picture.getpixel((25, 5)), RED)


def test_a_picture_of_too_many_pixels_is_refused_before_it_is_decoded(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(decoding, "MOST_PIXELS", 100)
    with pytest.raises(NoPicture, match="million pixels"):
        decode(encoded(halves()), 10, 10)


@pytest.mark.parametrize(
    "data", [b"", b"%PDF-1.7", b"\x89PNG\r\n\x1a\n", b"<svg/>", b"BM" + bytes(60), encoded(halves(), "TIFF")]
)
def test_what_is_no_picture_is_refused(data: bytes) -> None:
    with pytest.raises(NoPicture):
        decode(data, 10, 10)


@settings(max_examples=60)
@given(st.sampled_from(["PNG", "JPEG", "WEBP", "GIF"]), st.data())
def test_a_broken_picture_is_shown_or_refused(form: str, data: st.DataObject) -> None:
    whole = bytearray(encoded(halves(), form))
    for _ in range(data.draw(st.integers(1, 4))):
        whole[data.draw(st.integers(0, len(whole) - 1))] = data.draw(st.integers(0, 255))
    cut = data.draw(st.integers(0, len(whole)))
    with suppress(NoPicture):
        assert decode(bytes(whole[:cut]), 10, 10).mode == "RGB"
