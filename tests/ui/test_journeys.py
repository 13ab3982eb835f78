"""Journeys through the reader: after every key, the screen is as recorded.

A block of `examples/journeys.txt` begins with the file and the terminal's size. Each line after it has one key or several,
separated by spaces (`click WORDS` clicks in the article, `resize 80x24` changes the size), and the changes on the screen since
the line before: `key → fact: value; …`. `pytest -n0 --update-golden` rewrites the file.
"""

import re
from collections.abc import Callable
from pathlib import Path

import pytest

from tests.blocks import blocks, write_block
from tests.ui.contents import ORDINARY
from tests.ui.driver import DIGEST, HARBOUR, Driver, Opener
from tests.ui.driver.screen import keep_messages

FILE = Path(__file__).parent / "examples" / "journeys.txt"
FILES: dict[str, Path] = {"harbour": HARBOUR, "digest": DIGEST}


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


def seen(on: Driver) -> dict[str, str]:
    """Return every visible fact, of a dialog only the first lines.

    Of another screen, it is only the name.
    """
    name = on.screen_name()
    if name in ("choice", "picker", "question"):
        return {"screen": name, "text": " / ".join(" ".join(row.split()) for row in on.box_rows()[:8][:-1] if row.strip())}
    if name != "reader":
        return {"screen": name}
    return {name: str(tell(on)) for name, tell in FACTS.items()}


async def journey(on: Driver, keys: list[str]) -> list[str]:
    """Return the lines of a journey."""
    before: dict[str, str] = {}
    lines = []
    for key in keys:
        if key.startswith("click "):
            await on.click(key.removeprefix("click "), "article")
        elif key.startswith("resize "):
            await on.resize(*map(int, key.removeprefix("resize ").split("x")))
        elif key != "start":
            await on.press(*key.split(" "))
        after = seen(on)
        news = [f"{name}: {value}" for name, value in after.items() if before.get(name) != value]
        lines.append(f"{key} → {'; '.join(news) or 'nothing'}")
        before = before | after
    return lines


@pytest.mark.parametrize("block", [block for block in blocks(FILE) if " → " in block[-1]], ids=lambda block: block[0])
async def test_after_every_key_a_user_sees_what_is_written_down(
    block: list[str], open_reader: Opener, monkeypatch: pytest.MonkeyPatch, request: pytest.FixtureRequest
) -> None:
    keep_messages(monkeypatch)
    _, name, size = block[0].rsplit(" ", 2)
    width, height = map(int, size.split("x"))
    keys = [line.partition(" → ")[0] for line in block[1:]]
    async with open_reader(FILES.get(name), (width, height), text=None if name in FILES else ORDINARY) as on:
        found = await journey(on, keys)
    if request.config.getoption("--update-golden"):
        write_block(FILE, block, [block[0], *found])
    else:
        assert found == block[1:]
