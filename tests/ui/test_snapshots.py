"""Pictures of every screen at three sizes and in several themes.

`pytest --snapshot-update` redraws them.
"""

from collections.abc import Awaitable, Callable
from itertools import product
from pathlib import Path

import pytest
from textual.pilot import Pilot

from briefing_tui.notes import store
from tests.ui.contents import CONTENTS
from tests.ui.driver import Driver, new_app
from tests.ui.driver.dialogs import fix_export_folder
from tests.ui.driver.program import stop_blinking
from tests.ui.driver.screen import keep_messages

Compare = Callable[..., bool]
Draw = Callable[[str, tuple[str, ...], tuple[int, int], str], bool]

SIZES = ((40, 12), (80, 24), (120, 40))
THEMES = ("textual-dark", "textual-light", "ansi-dark", "no-color")

SCREENS: dict[str, tuple[str, ...]] = {
    "reading": ("]", "]"),
    "summary": ("1", "j"),
    "actors": ("2", "l", "j"),
    "quotes": ("3", "j", "j"),
    "images": ("4", "j"),
    "selection": ("]", "}", "}", "v", "w", "w", "w", "j"),
    "find": ("slash", *"board"),
    "sections": ("g",),
    "jump": ("f",),
    "help": ("question_mark",),
    "palette": ("colon", *"sec"),
    "link": ("o",),
    "letter": ("m",),
    "speakers": ("3", "s"),
    "editor": ("]", "}", "a", *"ask the #board"),
    "notes": ("]", "}", "a", *"why?", "ctrl+s", "}", "v", "w", "w", "A", "g", "3", "a", *"so", "f3", "ctrl+s", "5", "j"),
    "export": ("e", "j", "j"),
    "library": ("B", "j"),
    "filter": ("B", "slash", *"of"),
    "hits": ("B", "slash", *"light", "enter", "j"),
    "dossier": ("2", "p", "j"),
    "side by side": ("B", "v", "v", "equals_sign"),
    "picker": ("3", "j", "c", *"mar"),
    "actor": ("2", "c"),
    "name": ("2", "c", "n"),
}

CONTENT_KEYS: dict[str, tuple[str, ...]] = {
    "empty": ("2",),
    "huge": (")", ")", "space"),
    "broken": ("P", "j"),
    "scripts": ("3", "j"),
    "blocks": ("]", "]", "]"),
    "digest": ("3", "j"),
}


@pytest.fixture
def draw(snap_compare: Compare, isolation: Path, monkeypatch: pytest.MonkeyPatch) -> Draw:
    """Return a function that draws the reader and compares the picture with the stored one.

    It is drawn on a content after some keys, at a size and in a theme.
    """
    keep_messages(monkeypatch)
    monkeypatch.setattr(store, "now", lambda: "2026-03-02T10:11:12.000Z")
    stop_blinking(monkeypatch)
    fix_export_folder(monkeypatch, Path("/home/reader/Documents"))
    folder = isolation / "shelf"
    folder.mkdir()
    for name, text in CONTENTS.items():
        if name != "huge":
            (folder / f"{name}.md").write_text(text(), "utf-8")

    def compare(content: str, keys: tuple[str, ...], size: tuple[int, int], theme: str) -> bool:
        if theme == "no-color":
            monkeypatch.setenv("NO_COLOR", "1")
        path = folder / f"{content}.md"
        if not path.exists():
            path.write_text(CONTENTS[content](), "utf-8")
        app = new_app(folder, isolation / "state", path)

        async def use(pilot: Pilot[int]) -> None:
            driver = Driver(app, pilot)
            if theme != "no-color":
                app.theme = theme
            await driver.settle()
            await driver.settle()
            for key in keys:
                key = {" ": "space", "#": "number_sign"}.get(key, key)
                if "colon" in keys:  # Textual's palette searches by the clock.
                    await pilot.press(key)
                    await driver.settle()
                else:
                    await driver.press(key)

        before: Callable[[Pilot[int]], Awaitable[None]] = use
        return snap_compare(app, terminal_size=size, run_before=before)

    return compare


@pytest.mark.parametrize(
    ("screen", "size"),
    list(product(SCREENS, SIZES)),
    ids=lambda value: "x".join(map(str, value)) if isinstance(value, tuple) else value,
)
def test_every_screen_at_three_sizes(screen: str, size: tuple[int, int], draw: Draw) -> None:
    """The themes alternate, so that every screen is drawn in three of them."""
    theme = THEMES[(list(SCREENS).index(screen) + SIZES.index(size)) % len(THEMES)]
    assert draw("ordinary", SCREENS[screen], size, theme)


@pytest.mark.parametrize(("content", "theme"), list(product(CONTENT_KEYS, THEMES)))
def test_every_content_in_every_theme(content: str, theme: str, draw: Draw) -> None:
    """The sizes alternate, so that every content and theme is drawn at each size."""
    size = SIZES[(list(CONTENT_KEYS).index(content) + THEMES.index(theme)) % len(SIZES)]
    assert draw(content, CONTENT_KEYS[content], size, theme)
