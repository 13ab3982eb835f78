"""Decode a picture to a size, within bounds."""

from io import BytesIO
from typing import TYPE_CHECKING

from briefing_tui.pictures.files import NoPicture

if TYPE_CHECKING:
    from PIL.Image import Image

MOST_PIXELS = 50_000_000
"""The largest picture that is decoded. The cameras of most newsrooms make 24 to 46 million."""

_FORMATS = ("PNG", "JPEG", "WEBP", "GIF")
_ORIENTATION = 0x0112
_TURNED = 5
"""From this Exif orientation on, width and height change places."""

Colour = tuple[int, int, int]


def decode(data: bytes, width: int, height: int, behind: Colour = (0, 0, 0)) -> "Image":
    """Return a picture in RGB that fits into a size, in its own proportions.

    Args:
        data: a PNG, JPEG, WebP or GIF file; of an animation, the first frame is shown.
        width, height: the most pixels of the result. A smaller picture is enlarged.
        behind: the colour behind what is transparent.

    Raises:
        NoPicture: the bytes are no picture of these formats, or it has more than `MOST_PIXELS`.
    """
    from PIL import Image, ImageOps, WebPImagePlugin  # noqa: F401 - else Pillow imports all its plugins for a WebP file

    try:
        image: Image.Image = Image.open(BytesIO(data), formats=_FORMATS)
        if image.width * image.height > MOST_PIXELS:
            raise NoPicture(f"it has more than {MOST_PIXELS // 10**6} million pixels")
        turned = image.getexif().get(_ORIENTATION, 1) >= _TURNED
        box = (height, width) if turned else (width, height)
        scale = min(box[0] / image.width, box[1] / image.height)
        size = max(1, round(image.width * scale)), max(1, round(image.height * scale))
        image.draft("RGB", size)  # A JPEG is decoded at half or a quarter of its size, several times faster.
        image = _plain(image).resize(size, Image.Resampling.BILINEAR, reducing_gap=2.0) if image.size != size else _plain(image)
        image = ImageOps.exif_transpose(image)
        if image.mode == "RGBA":
            image = Image.alpha_composite(Image.new("RGBA", image.size, (*behind, 255)), image)
        return image.convert("RGB")
    except NoPicture:
        raise
    except Exception as error:  # a decoder fails in many ways on a broken file
        raise NoPicture("its file is no picture in PNG, JPEG, WebP or GIF") from error


def _plain(image: "Image") -> "Image":
    """Return a picture in one of the modes that can be scaled smoothly."""
    if image.mode.startswith(("I", "F")):
        return image.convert("F").point(lambda value: value / 256).convert("L")
    if image.mode in ("P", "PA", "LA", "La", "RGBa") or "transparency" in image.info:
        return image.convert("RGBA")
    return image if image.mode in ("RGB", "RGBA", "L") else image.convert("RGB")
