"""Keys that are typed before the program is ready for them wait."""

from collections.abc import Callable
from pathlib import Path
from threading import Event
from typing import Any

import pytest

from briefing_tui.settings.paths import shipped_content
from briefing_tui.ui.view.opened_file import OpenedFile
from briefing_tui.ui.view.session import Session
from tests.ui.contents import ORDINARY
from tests.ui.driver import Driver
from tests.ui.driver.base import new_app
from tests.ui.driver.source_lines import slow_build


async def test_keys_typed_while_an_article_is_built_wait_for_it(isolation: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    release, load = Event(), OpenedFile.load

    def slow(file: OpenedFile, state: Path, report: Callable[[str], None]) -> Session:
        report("finding the article")
        assert release.wait(20)
        return load(file, state, report)

    slow_build(monkeypatch, slow)
    app = new_app(shipped_content(), isolation / "state", None, ORDINARY)
    async with app.run_test(size=(120, 40)) as pilot:
        on = Driver(app, pilot)
        while on.screen_name() != "building":
            await pilot.pause(0.01)
        for key in ("3", "j", "escape", "2", "j", "q"):
            on.send(key)
        while "6 keys for later" not in on.screen_text():
            await pilot.pause(0.01)
        assert app.is_running
        on.send("backspace")
        release.set()
        while app.is_running and app.return_code != 0:
            await pilot.pause(0.01)
        assert (on.pane_title(), on.cursor()) == ("actors", 1)


@pytest.mark.parametrize("key", ["q", "escape", "ctrl+c"])
async def test_a_build_is_left_by_the_first_key_and_by_ctrl_c_always(
    key: str, isolation: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    release = Event()

    def slow(*arguments: Any) -> None:
        arguments[2]("finding the article")
        release.wait(20)

    slow_build(monkeypatch, slow)
    app = new_app(shipped_content(), isolation / "state", None, ORDINARY)
    async with app.run_test() as pilot:
        on = Driver(app, pilot)
        while on.screen_name() != "building":
            await pilot.pause(0.01)
        for sent in ("j", key) if key == "ctrl+c" else (key,):
            on.send(sent)
        while app.return_code is None:
            await pilot.pause(0.01)
    release.set()
    assert app.return_code == 0
