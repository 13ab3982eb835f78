"""Draw the README's still pictures: the reader, driven by keys without a terminal.

    python docs/screenshots.py [FOLDER]          (default: docs/screenshots)

Each picture is one SVG of a shipped briefing, the same on every machine. docs/recording.py draws the animated one.
"""

import asyncio
import contextlib
import html
import os
import re
import sys
import tempfile
from dataclasses import dataclass
from pathlib import Path

os.environ["TEXTUAL_ANIMATIONS"] = "none"  # Textual reads it when it is imported.
os.environ.pop("NO_COLOR", None)

from rich.cells import cell_len
from textual.pilot import Pilot

from briefing_tui.settings.paths import shipped_content
from briefing_tui.ui.app import BriefingApp
from briefing_tui.ui.view.opened_file import OpenedFile

WIDE = (120, 40)
NARROW = (48, 20)

CELL = 12.2
"""The width of a cell in the SVG that Rich writes."""
TEXT = re.compile(
    r'<text class="(\S+)" x="([\d.]+)" y="([\d.]+)" textLength="[\d.]+"[^>]*>((?:&#160;)*)([^<]*?)((?:&#160;)*)</text>'
)
RECTANGLE = re.compile(
    r'<rect fill="(\S+)" x="([\d.]+)" y="([\d.]+)" width="([\d.]+)" height="24.65" shape-rendering="crispEdges"/>'
)
RECTANGLES = re.compile(f"(?:{RECTANGLE.pattern})+")


@dataclass(frozen=True)
class Picture:
    """A briefing (None: the library) and the keys that lead to the screen."""

    name: str
    briefing: str | None
    keys: tuple[str, ...]
    size: tuple[int, int] = WIDE
    is_with_copy: bool = False
    """Whether a second newspaper's version of the article is in the library, too."""


PICTURES = (
    Picture("reading", "the-harbour-that-would-not-settle", ("3", *"jjjjj", "k")),
    Picture("actors", "the-harbour-that-would-not-settle", ("2", "j", "l", "j")),
    Picture("digest", "us-pakistani-ties", ("3", *"jjj", "k")),
    Picture("german", "die-letzte-werft", ("3", *"jjj")),
    Picture("narrow", "the-harbour-that-would-not-settle", ("3", *"jj"), NARROW),
    Picture("library", None, ("j",), (100, 18)),
    Picture("search", None, ("/", *"speaker:ortega times", "enter", "j"), (120, 24)),
    Picture("person", None, ("p", *"ortega", "enter", *"jjjjjj"), (100, 30)),
    Picture("draft", None, ("F", *"draft.md", "enter", "j"), (120, 24)),
    Picture("comparison", None, ("v", "j", "v", "="), (120, 30), is_with_copy=True),
)

DRAFT = """# The harbour

Nobody at the survey doubts the figures now. “We measured it twice,” Maria Ortega said.
“I have stopped giving dates,” she added. The new quay, says Tobias Renn, is “a gift to the town”.
“A millimetre that comes back every week is a tenant,” said Ortega.
"""
"""A draft with a good quotation, and several that are not."""
COPIED = "the-harbour-that-would-not-settle"
CHANGES = (
    ("# The harbour that would not settle", "# A harbour on the move"),
    ("title: The harbour that would not settle", "title: A harbour on the move"),
    ("publisher: The Saltmarsh Courier", "publisher: North Water Wire"),
    ("published: 2026-03-02", "published: 2026-03-03"),
    ("We measured it three times. In November", "We measured it twice. In November"),
)
"""The replacements that make the second newspaper's version, in which a quotation is altered."""


async def settle(app: BriefingApp, pilot: Pilot[int]) -> None:
    """Wait until all workers have finished and the screen shows their results."""
    await pilot.pause()
    await app.workers.wait_for_complete()
    await pilot.pause()


def tidy(svg: str) -> str:
    """Return the same picture in fewer bytes.

    No text starts with spaces any more, because some viewers omit them.
    """
    svg = re.sub(r'<clipPath id="[^"]*-line-\d+">.*?</clipPath>\s*', "", svg, flags=re.DOTALL)
    svg = TEXT.sub(_without_margins, svg)
    svg = RECTANGLES.sub(_joined, svg)
    svg = re.sub(r"\bterminal-\d+-", "t-", svg)
    return "\n".join(line.strip() for line in svg.splitlines() if line.strip()) + "\n"


def _without_margins(found: re.Match[str]) -> str:
    style, x, y, before, words, _after = found.groups()
    if not words.strip():
        return ""
    left = float(x) + CELL * before.count(";")
    width = CELL * cell_len(html.unescape(words))
    return f'<text class="{style}" x="{left:.1f}" y="{y}" textLength="{width:.1f}">{words}</text>'


def _joined(found: re.Match[str]) -> str:
    """Join neighbouring rectangles of one colour."""
    joined: list[list[str]] = []
    for fill, x, y, width in RECTANGLE.findall(found[0]):
        if joined and joined[-1][::2] == [fill, y] and abs(float(joined[-1][1]) + float(joined[-1][3]) - float(x)) < 0.1:
            joined[-1][3] = f"{float(joined[-1][3]) + float(width):.1f}"
        else:
            joined.append([fill, x, y, width])
    drawn = "".join(f'<rect fill="{fill}" x="{x}" y="{y}" width="{width}" height="24.65"/>' for fill, x, y, width in joined)
    return f'<g shape-rendering="crispEdges">{drawn}</g>'


def library(home: Path) -> Path:
    """Return a folder with an article, and what another paper made of it."""
    folder = home / "library"
    folder.mkdir(parents=True)
    text = (shipped_content() / f"{COPIED}.md").read_text("utf-8")
    (folder / f"{COPIED}.md").write_text(text, "utf-8")
    for before, after in CHANGES:
        text = text.replace(before, after)
    (folder / "a-harbour-on-the-move.md").write_text(text, "utf-8")
    return folder


async def draw(picture: Picture, state: Path) -> str:
    """Return the SVG of a picture; `state` is an empty folder for the reader's data."""
    content = library(state) if picture.is_with_copy else shipped_content()
    document = OpenedFile(content / f"{picture.briefing}.md", picture.briefing) if picture.briefing else None
    app = BriefingApp(lambda: content, state, document)
    async with app.run_test(size=picture.size) as pilot:
        await settle(app, pilot)
        await settle(app, pilot)
        for key in picture.keys:
            await pilot.press(key)
            await settle(app, pilot)
        return tidy(app.export_screenshot(title="briefing"))


def main(folder: Path) -> None:
    """Draw all pictures into a folder."""
    folder = folder.resolve()
    folder.mkdir(parents=True, exist_ok=True)
    for picture in PICTURES:
        with tempfile.TemporaryDirectory() as home, contextlib.chdir(home):
            os.environ |= {"XDG_CACHE_HOME": f"{home}/cache", "BRIEFING_NOTES": f"{home}/notes.db"}
            Path("draft.md").write_text(DRAFT, "utf-8")
            svg = asyncio.run(draw(picture, Path(home) / "state"))
        path = folder / f"{picture.name}.svg"
        path.write_text(svg, "utf-8")
        sys.stdout.write(f"{path}  {len(svg.encode()) / 1000:.0f} kB\n")


if __name__ == "__main__":
    main(Path(sys.argv[1]) if len(sys.argv) > 1 else Path(__file__).with_suffix(""))
