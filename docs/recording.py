"""Draw the README's animated picture: the reader, driven by keys without a terminal.

    python docs/recording.py [FILE]          (default: docs/screenshots/tour.svg)

One SVG without script shows a screen for each key, by CSS keyframes. It is the same on every machine. A line that several
screens share is in the file once. A viewer that does not animate, or that is asked for reduced motion, shows the first screen.
"""

import asyncio
import html
import re
import sys
import tempfile
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path

from screenshots import CELL, settle, tidy

from briefing_tui.settings.paths import shipped_content
from briefing_tui.ui.app import BriefingApp
from briefing_tui.ui.view.opened_file import OpenedFile

BRIEFING = "the-harbour-that-would-not-settle"
SIZE = (100, 30)
LINE = 24.4
"""Height of a line in the SVG that Rich writes."""
LEFT, TOP = 10, 42
"""Where the screen begins within the drawn window."""
BACKGROUND = "#1e1e1e"
"""Colour of most cells; drawn once, behind all lines."""

STYLE = re.compile(r"\.(t-r\d+) \{ (.*?);? \}")
PART = re.compile(
    r'<(?:rect fill|text class)="(?P<style>[^"]+)" x="(?P<x>[\d.]+)" y="(?P<y>[\d.]+)" '
    r'(?:width|textLength)="(?P<width>[\d.]+)"[^>]*>(?P<words>[^<]*)'
)
"""A rectangle or a text of the screen; those of the window around it have other attributes."""


@dataclass(frozen=True)
class Step:
    """Keys to press, the caption of the resulting screen, and its seconds."""

    keys: tuple[str, ...]
    caption: str
    seconds: float


STEPS = (
    Step((), f"briefing read {BRIEFING}", 3),
    Step(("3",), "3   the quotes", 2.5),
    Step(("j",), "j   the next quote: the article follows", 2.5),
    Step(("j",), "j   and the next", 2),
    Step(("enter",), "Enter   read on at the quote", 2.5),
    Step(("2",), "2   the actors", 2.5),
    Step(("right",), "→   everything the actor said, and each place that names them", 3),
    Step(("0", "/", *"quay"), "/   find in the article", 3),
)


@dataclass(frozen=True)
class Screen:
    """A screen as lines of SVG elements, each placed like the first line."""

    caption: str
    seconds: float
    lines: tuple[str, ...]


async def record(state: Path) -> list[tuple[Step, str]]:
    """Press the keys of all steps; return each with its SVG. `state` is an empty folder for the reader's data."""
    content = shipped_content()
    app = BriefingApp(lambda: content, state, OpenedFile(content / f"{BRIEFING}.md", BRIEFING))
    pictures = []
    async with app.run_test(size=SIZE) as pilot:
        await settle(app, pilot)
        for step in STEPS:
            for key in step.keys:
                await pilot.press(key)
                await settle(app, pilot)
            await settle(app, pilot)
            pictures.append((step, tidy(app.export_screenshot())))
    return pictures


def lines_of(svg: str, classes: dict[str, str]) -> tuple[str, ...]:
    """Return the lines of a picture.

    `classes` maps the declarations of each text style to its class; new styles are added.
    """
    names = {name: classes.setdefault(declarations, f"s{len(classes)}") for name, declarations in STYLE.findall(svg)}
    lines = [""] * SIZE[1]
    for part in PART.finditer(svg):
        at = f'x="{float(part["x"]):g}"'
        row = int(float(part["y"]) // LINE)
        if part["words"].strip():
            words = part["words"].replace("&#160;", " ")
            lines[row] += f'<text class="{names[part["style"]]}" {at} y="20" textLength="{part["width"]}">{words}</text>'
        elif not part["words"] and part["style"] != BACKGROUND:
            lines[row] += f'<rect fill="{part["style"]}" {at} y="1.5" width="{part["width"]}" height="24.65"/>'
    return tuple(lines)


def keyframes(screens: Iterable[Screen]) -> str:
    """Return the CSS that shows the screens one after the other, and begins again."""
    total = sum(screen.seconds for screen in screens)
    rules = [
        f".f{{visibility:hidden;animation:{total:g}s step-end infinite}}",
        "#f0{visibility:visible}",
        "@media (prefers-reduced-motion:reduce){.f{animation:none!important}}",
    ]
    begin = 0.0
    for number, screen in enumerate(screens):
        end = begin + screen.seconds
        hidden = "0%{visibility:hidden}" if number else ""
        shown = f"{100 * begin / total:.4g}%{{visibility:visible}}{100 * end / total:.4g}%{{visibility:hidden}}"
        rules.append(f"#f{number}{{animation-name:k{number}}}@keyframes k{number}{{{hidden}{shown}}}")
        begin = end
    return "\n".join(rules)


def animated(pictures: Iterable[tuple[Step, str]]) -> str:
    """Return one SVG that shows the pictures one after the other."""
    classes: dict[str, str] = {}
    screens = [Screen(step.caption, step.seconds, lines_of(svg, classes)) for step, svg in pictures]
    ids = {line: f"l{number}" for number, line in enumerate(dict.fromkeys(line for screen in screens for line in screen.lines))}
    width, height = SIZE[0] * CELL, SIZE[1] * LINE
    styles = "\n".join(f".{name}{{{declarations}}}" for declarations, name in classes.items())
    shared = "\n".join(f'<g id="{name}">{line}</g>' for line, name in ids.items())
    frames = "\n".join(
        f'<g id="f{number}" class="f"><text class="caption" x="{width / 2:g}" y="-15">{html.escape(screen.caption)}</text>'
        + "".join(f'<use href="#{ids[line]}" y="{row * LINE:.4g}"/>' for row, line in enumerate(screen.lines) if line)
        + "</g>"
        for number, screen in enumerate(screens)
    )
    buttons = "".join(
        f'<circle cx="{26 + 22 * number}" cy="22" r="7" fill="{colour}"/>'
        for number, colour in enumerate(("#ff5f57", "#febc2e", "#28c840"))
    )
    return f"""\
<svg viewBox="0 0 {width + 2 * LEFT:g} {height + TOP + LEFT:g}" xmlns="http://www.w3.org/2000/svg">
<style>
text{{font:20px Fira Code,ui-monospace,Menlo,Consolas,monospace;white-space:pre}}
.caption{{fill:#c5c8c6;font:bold 18px arial,sans-serif;text-anchor:middle}}
{styles}
{keyframes(screens)}
</style>
<defs>
{shared}
</defs>
<rect fill="#292929" stroke="#666" x="1" y="1" width="{width + 2 * LEFT - 2:g}" height="{height + TOP + LEFT - 2:g}" rx="8"/>
{buttons}
<g transform="translate({LEFT},{TOP})" shape-rendering="crispEdges">
<rect fill="{BACKGROUND}" width="{width:g}" height="{height:g}"/>
{frames}
</g>
</svg>
"""


def main(path: Path) -> None:
    """Draw the recording into a file."""
    with tempfile.TemporaryDirectory() as state:
        svg = animated(asyncio.run(record(Path(state))))
    path.write_text(svg, "utf-8")
    sys.stdout.write(f"{path}  {len(svg.encode()) / 1000:.0f} kB\n")


if __name__ == "__main__":
    main(Path(sys.argv[1]) if len(sys.argv) > 1 else Path(__file__).parent / "screenshots" / "tour.svg")
