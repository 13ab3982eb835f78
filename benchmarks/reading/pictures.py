"""Measure how soon a large picture is drawn, and whether keys wait for it.

    python -m benchmarks.reading.pictures [--runs 15]

A content file with 12 photographs of 4,000 × 3,000 pixels is opened on a pseudo-terminal of 120×40. Prints, by format, the
milliseconds from the key that opens the Images pane until the picture is drawn; then those of a key that goes to the next image,
with the pictures still being decoded.
"""

import argparse
import statistics
import tempfile
from pathlib import Path

from PIL import Image

from benchmarks.shared.machine import briefing, compile_modules, description
from benchmarks.shared.terminal import started

_BLOCKS = "▀▀▀▀".encode()
_SIZE = (4000, 3000)
_IMAGES = 12


def photograph() -> Image.Image:
    """Return a picture as hard to compress as a photograph: gradients with noise."""
    noise = Image.effect_noise(_SIZE, 24)
    shade = Image.linear_gradient("L").resize(_SIZE)
    return Image.merge("RGB", (shade, Image.blend(noise, shade, 0.6), noise))


def content(folder: Path, form: str) -> Path:
    """Write a briefing with copies of a picture; return its path."""
    photograph().save(folder / f"photograph.{form.lower()}", form)
    data = (folder / f"photograph.{form.lower()}").read_bytes()
    for number in range(_IMAGES):
        (folder / f"{number}.{form.lower()}").write_bytes(data)
    images = "\n\n".join(f"![picture {n}]({n}.{form.lower()})\nCaption {n}." for n in range(_IMAGES))
    path = folder / "pictures.md"
    path.write_text(f"---\ntitle: Pictures\n---\n\n## Images\n\n{images}\n\n## Article\n\nThe words of the article.\n", "utf-8")
    return path


def measure(path: Path) -> tuple[float, list[float]]:
    """Return the milliseconds until a picture is drawn, and those of the keys that follow."""
    with started([*briefing(), "read", str(path)]) as terminal:
        terminal.wait_for(b"The words", 30)
        terminal.wait_until_settled(30)
        first = terminal.answer(b"4", _BLOCKS)
        return first, [terminal.answer(key, f"Caption {number}".encode()) for number, key in enumerate([b"j"] * (_IMAGES - 1), 1)]


def main() -> None:
    """Run the measurement and print its table."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--runs", type=int, default=15)
    runs = parser.parse_args().runs
    compile_modules()
    print(description(), "\n")
    print("| picture of 4,000 × 3,000 | MB | drawn, median / longest | a key meanwhile, median / longest |")
    print("| --- | ---: | ---: | ---: |")
    for form in ("JPEG", "PNG", "WEBP"):
        with tempfile.TemporaryDirectory() as name:
            path = content(Path(name), form)
            size = (Path(name) / f"0.{form.lower()}").stat().st_size / 1e6
            measured = [measure(path) for _ in range(runs)]
        drawn = [first for first, _ in measured]
        keys = [key for _, pressed in measured for key in pressed]
        print(
            f"| {form} | {size:.1f} | {statistics.median(drawn):.0f} / {max(drawn):.0f} ms "
            f"| {statistics.median(keys):.0f} / {max(keys):.0f} ms |"
        )


if __name__ == "__main__":
    main()
