"""Small pictures that the tests draw themselves."""

from base64 import b64encode
from io import BytesIO

from PIL import Image

RED, BLUE = (200, 10, 20), (10, 20, 200)


def halves(width: int = 40, height: int = 20) -> Image.Image:
    """Return a picture whose left half is red and whose right half is blue."""
    picture = Image.new("RGB", (width, height), RED)
    picture.paste(BLUE, (width // 2, 0, width, height))
    return picture


def encoded(picture: Image.Image, form: str = "PNG", **options: object) -> bytes:
    """Return the bytes of a picture in a format."""
    out = BytesIO()
    picture.save(out, form, **options)
    return out.getvalue()


def data_url(picture: Image.Image) -> str:
    """Return a picture as a data URL."""
    return f"data:image/png;base64,{b64encode(encoded(picture)).decode('ascii')}"
