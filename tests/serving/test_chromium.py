"""The page in Chromium, headless. Skipped where there is no Chromium."""

from pathlib import Path
from urllib.parse import quote

import pytest

from tests.serving.served import Chromium, serving, until

_CONNECTS = """url => new Promise(done => {
    const socket = new WebSocket(url)
    socket.onopen = () => done('open')
    socket.onerror = () => done('refused')
})"""
_FRAMES = """url => new Promise(done => {
    const frame = document.createElement('iframe')
    frame.onload = () => done(frame.contentDocument === null ? 'closed' : 'open')
    frame.src = url
    document.body.append(frame)
})"""
READY = "The quarrel began"
pytestmark = pytest.mark.slow


async def test_the_page_draws_the_reader_takes_keys_and_ends_with_its_tab(tmp_path: Path) -> None:
    async with Chromium.started() as browser, serving("us-pakistani-ties") as server:
        async with browser.tab() as tab:
            await tab.open(server.url)
            await tab.shows(READY)
            await tab.type("3")
            await tab.shows("s only…")
            await tab.type("W")
            await tab.shows("Ctrl+S")
            await tab.type("typed in Chromium")
            await tab.shows("typed in Chromium")
            await tab.press("s", 83, modifiers=2)
            await tab.shows("1 note")
            assert len(await tab.picture(tmp_path / "page.png")) > 20_000
            assert tab.console == []
            assert {address.partition("//")[2].partition("/")[0] for address in tab.requested if address.startswith("http")} == {
                server.origin.partition("//")[2]
            }
            (reader,) = server.readers()
        await until(lambda: not reader.is_running(), "the end of the reader")


async def test_a_page_of_another_origin_gets_neither_the_page_nor_a_window() -> None:
    async with Chromium.started() as browser, serving("us-pakistani-ties") as server, browser.tab() as tab:
        await tab.open(f"data:text/html,{quote('<p>elsewhere</p>')}")
        assert await tab.evaluate(f"({_CONNECTS})('ws{server.url[4:]}ws')") == "refused"
        assert await tab.evaluate(f"fetch('{server.url}').then(() => 'read', () => 'refused')") == "refused"
        assert await tab.evaluate(f"({_FRAMES})('{server.url}')") == "closed"
        assert server.readers() == []
