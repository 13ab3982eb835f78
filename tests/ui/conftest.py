"""The fixture that opens a reader for a test."""

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from pathlib import Path
from typing import Any

import pytest
from textual.css.model import RuleSet
from textual.css.stylesheet import Stylesheet

from briefing_tui.settings.paths import shipped_content
from tests.ui.driver import HARBOUR, Driver, Opener, new_app

_parse_rules = Stylesheet._parse_rules
_parsed: dict[tuple[object, ...], list[RuleSet]] = {}


def _parse_once(sheet: Stylesheet, *source: Any, **options: Any) -> list[RuleSet]:
    """Return the rules of a source of styles.

    Textual parses them anew for every app and every change of theme.
    """
    key = (*source, *options.values(), *sheet._variables.items())
    if key not in _parsed:
        _parsed[key] = _parse_rules(sheet, *source, **options)
    return _parsed[key]


Stylesheet._parse_rules = _parse_once  # type: ignore[method-assign, assignment]


@pytest.fixture
def open_reader(isolation: Path, monkeypatch: pytest.MonkeyPatch) -> Opener:
    """Return a function that opens the reader.

    It opens a content file (default: the long report), a text, or the folder of a library.
    """
    (isolation / "Downloads").mkdir()  # Else a screenshot, which a random key may ask for, goes to the current folder.

    @asynccontextmanager
    async def opened(
        path: Path | None = HARBOUR,
        size: tuple[int, int] = (120, 40),
        item: str | None = None,
        text: str | None = None,
        library: Path | None = None,
        theme: str | None = None,
    ) -> AsyncIterator[Driver]:
        is_library = library is not None and path is HARBOUR
        app = new_app(library or shipped_content(), isolation / "state", None if is_library else path, text, item)
        app.hold_frame()  # The first frames are drawn as one: the pictures and the pseudo-terminals have each of them.
        async with app.run_test(size=size) as pilot:
            driver = Driver(app, pilot)
            monkeypatch.setattr(app, "copy_to_clipboard", driver.copied.append)
            monkeypatch.setattr(app, "open_url", driver.opened.append)
            if theme:
                app.theme = theme
            await driver.settle()
            await driver.settle()
            app.show_frame()
            yield driver

    return opened
