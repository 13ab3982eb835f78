"""The README's animated picture."""

import subprocess
import sys
from pathlib import Path
from xml.etree import ElementTree

SCRIPT = Path(__file__).parent.parent / "docs" / "recording.py"
MOST_BYTES = 250_000
SVG = "{http://www.w3.org/2000/svg}"


def test_the_recording_is_one_small_picture_without_script_that_shows_several_screens(isolation: Path) -> None:
    picture = isolation / "tour.svg"
    subprocess.run([sys.executable, str(SCRIPT), str(picture)], check=True, capture_output=True, timeout=120)
    assert picture.stat().st_size < MOST_BYTES
    root = ElementTree.parse(picture).getroot()
    assert not list(root.iter(f"{SVG}script"))
    screens = [group for group in root.iter(f"{SVG}g") if group.get("class") == "f"]
    assert len({ElementTree.tostring(screen) for screen in screens}) == len(screens) > 5
    ids = {part.get("id") for part in root.iter()}
    assert {use.get("href", "")[1:] for use in root.iter(f"{SVG}use")} <= ids
