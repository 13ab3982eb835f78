"""Journeys through the reader: after every key, the screen is as recorded.

A block of `examples/journeys.txt` begins with what is opened and the terminal's size. Each line after it has one key or several,
separated by spaces (`click WORDS` clicks in the article, `type WORDS` types, `resize 80x24` changes the size), and the changes on
the screen since the line before: `key → fact: value; …`. `journeys_elsewhere.txt` has the screens other than the reader, of which
every row that changed is written down. `pytest -n0 --update-golden` rewrites the files.
"""

import os
import re
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest

from tests.blocks import blocks, write_block
from tests.sources import dumps
from tests.ui.contents import ORDINARY
from tests.ui.driver import DIGEST, HARBOUR, Driver, Opener
from tests.ui.driver.dialogs import fix_export_folder
from tests.ui.driver.screen import keep_messages

FILE = Path(__file__).parent / "examples" / "journeys.txt"
ELSEWHERE = FILE.with_stem("journeys_elsewhere")
FILES: dict[str, Path] = {"harbour": HARBOUR, "digest": DIGEST}
DRAFT = """# Sinking harbour

The engineer, Maria Ortega, was blunt. “A millimetre is nothing,” Ortega said. “A harbour is a promise,” she said.

“We measured it four times. In November we blamed the instrument,” she said. “I have stopped giving dates,” Maria Ortega said.

> We have always built walls on the moon, said Tobias Renn.
"""


_CHANCE = re.compile(r"n-[a-z0-9]{10}( [0-9a-f]{8})?")
"""The id of a note, and its checksum."""


def short(text: str) -> str:
    """Return the beginning of a text on one line."""
    words = " ".join(text.split())
    return words if len(words) < 50 else f"{words[:46]} …"


def pane(on: Driver) -> str:
    item = on.cursor_item()
    return f"{on.pane_title()}, {short(item.lines[0]) if item and item.lines else 'nothing'}"


FACTS: dict[str, Callable[[Driver], object]] = {
    "screen": lambda on: on.screen_names()[-1],
    "region": lambda on: on.region(),
    "parts": lambda on: ", ".join(part for part in ("outline", "article", "pane", "place lines") if on.shows(part)),
    "header": lambda on: " ".join(on.header().split()),
    "message": lambda on: " ".join(["shown", *re.findall(r"\d+", on.message())]) if on.message() else "",
    "footer": lambda on: "" if on.message() else " ".join(on.footer().split()),
    "outline": lambda on: on.outline_cursor(),
    "pane": pane,
    "top": lambda on: short(on.top_words()),
    "paragraph": lambda on: f"{on.current_number()} {short(on.current_paragraph())}",
    "lit": lambda on: " | ".join(map(short, on.lit_words())),
    "selected": lambda on: short(on.selected_words() or ""),
    "noted": lambda on: " | ".join(map(short, on.noted_words())),
    "copied": lambda on: " | ".join(map(short, on.copied)),
    "opened": lambda on: " | ".join(on.opened),
}
"""Facts that a user sees, by name; of a message only its presence and its numbers."""


def seen(on: Driver, is_elsewhere: bool) -> dict[str, str]:
    """Return every visible fact, of a dialog only the first lines.

    Of another screen, it is the name, and every row in journeys elsewhere.
    """
    name = on.screen_name()
    if name in ("choice", "picker", "question"):
        return {"screen": name, "text": " / ".join(" ".join(row.split()) for row in on.box_rows()[:8][:-1] if row.strip())}
    if name != "reader" and not is_elsewhere:
        return {"screen": name}
    if name != "reader":
        rows = on.box_rows() if name in ("name", "export", "help") else on.rows()
        listed = {f"{number}": _CHANCE.sub("n-…", " ".join(text.split())) for number, text in enumerate(rows)}
        return {"screen": name, "copied": str(FACTS["copied"](on))} | listed
    return {name: str(tell(on)) for name, tell in FACTS.items()}


async def journey(on: Driver, keys: list[str], is_elsewhere: bool = False) -> list[str]:
    """Return the lines of a journey."""
    before: dict[str, str] = {}
    lines = []
    for key in keys:
        if key.startswith("click "):
            await on.click(key.removeprefix("click "), "" if is_elsewhere else "article")
        elif key.startswith("resize "):
            await on.resize(*map(int, key.removeprefix("resize ").split("x")))
        elif key.startswith("type "):
            await on.type(key.removeprefix("type "))
        elif key != "start":
            await on.press(*key.split(" "))
        after = seen(on, is_elsewhere)
        news = [f"{name}: {value}" for name, value in after.items() if before.get(name, "" if name.isdigit() else None) != value]
        lines.append(f"{key} → {'; '.join(news) or 'nothing'}")
        before = before | after
    return lines


def places(home: Path) -> dict[str, dict[str, object]]:
    """Return what a journey may open, by name."""
    library = home / "library"
    library.mkdir()
    report = HARBOUR.read_text(encoding="utf-8")
    again = report.replace("The harbour that would not settle", "A harbour on the move").replace("2026-03-02", "2025-11-02")
    again = again.replace("A millimetre is nothing", "A centimetre is nothing").replace("Tobias Renn", "Tobias Wrenn")
    contents = {"report": report, "again": again.replace("https://", "https://again."), "lighthouse": ORDINARY}
    for day, (name, text) in enumerate(contents.items(), 1):
        (library / f"{name}.md").write_text(text, encoding="utf-8")
        os.utime(library / f"{name}.md", (day * 86_400, day * 86_400))
    (home / "draft.md").write_text(DRAFT, encoding="utf-8")
    (home / "ferry.txt").write_text(dumps.browser(), encoding="utf-8")
    return {
        "text": {"path": None, "text": ORDINARY},
        "library": {"library": library},
        "report": {"path": library / "report.md", "library": library},
        "ferry": {"path": home / "ferry.txt"},
        **{name: {"path": path} for name, path in FILES.items()},
    }


def journeys() -> Iterator[tuple[Path, list[str]]]:
    """Yield the blocks of both files."""
    for file in (FILE, ELSEWHERE):
        yield from ((file, block) for block in blocks(file) if len(block) > 1)


@pytest.mark.parametrize(("file", "block"), journeys(), ids=lambda part: part[0] if isinstance(part, list) else "")
async def test_after_every_key_a_user_sees_what_is_written_down(
    file: Path, block: list[str], open_reader: Opener, isolation: Path, monkeypatch: pytest.MonkeyPatch, request: Any
) -> None:
    keep_messages(monkeypatch)
    fix_export_folder(monkeypatch, Path("/documents"))
    _, name, size = block[0].rsplit(" ", 2)
    keys = [line.partition(" → ")[0] for line in block[1:]]
    async with open_reader(size=tuple(map(int, size.split("x"))), **places(isolation)[name]) as on:
        found = await journey(on, keys, file == ELSEWHERE)
    if request.config.getoption("--update-golden"):
        write_block(file, block, [block[0], *found])
    else:
        assert found == block[1:]
