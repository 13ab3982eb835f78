"""A served reader under test, its windows without a browser, and Chromium."""

import asyncio
import base64
import json
import os
import re
import shutil
import subprocess
import sys
import tempfile
from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager, suppress
from pathlib import Path
from typing import Any, Self
from urllib.parse import urlsplit

import aiohttp
import psutil
import pyte
import pytest

ROOT = Path(__file__).parent.parent.parent
SECONDS = 20.0
"""The longest wait; a test that reaches it has failed."""


async def until(seen: Callable[[], object], what: str) -> None:
    """Wait until something is so."""
    loop = asyncio.get_running_loop()
    deadline = loop.time() + SECONDS
    while not seen():
        assert loop.time() < deadline, f"not seen: {what}"
        await asyncio.sleep(0.02)


class ServedReader:
    """`briefing serve`, running."""

    def __init__(self, process: asyncio.subprocess.Process, url: str) -> None:
        self.process, self.url = process, url

    @property
    def origin(self) -> str:
        """The origin of the page."""
        parts = urlsplit(self.url)
        return f"{parts.scheme}://{parts.netloc}"

    @property
    def port(self) -> int:
        """The port."""
        return urlsplit(self.url).port or 0

    def readers(self) -> list[psutil.Process]:
        """Return the readers that run for its windows."""
        return psutil.Process(self.process.pid).children(recursive=True)

    async def stop(self) -> int:
        """Interrupt it as Ctrl+C does; return its exit status."""
        self.process.send_signal(2)
        return await asyncio.wait_for(self.process.wait(), SECONDS)


@asynccontextmanager
async def serving(*arguments: str) -> AsyncIterator[ServedReader]:
    """Start the server at a free port until the block ends."""
    process = await asyncio.create_subprocess_exec(
        *(sys.executable, "-m", "briefing_tui", "serve", *arguments, "--port", "0"),
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        env={**os.environ, "PYTHONPATH": str(ROOT)},
    )
    assert process.stdout is not None
    try:
        line = await asyncio.wait_for(process.stdout.readline(), SECONDS)
        assert line, "the server has not started"
        yield ServedReader(process, line.decode().strip())
    finally:
        if process.returncode is None:
            with suppress(ProcessLookupError):
                process.terminate()
            await asyncio.wait_for(process.communicate(), SECONDS)


class Window:
    """A window of the page: a websocket, and the screen that is drawn through it."""

    def __init__(self, socket: aiohttp.ClientWebSocketResponse | None = None, columns: int = 100, rows: int = 30) -> None:
        self._socket = socket
        self.screen = pyte.Screen(columns, rows)
        self._stream = pyte.ByteStream(self.screen)

    @property
    def text(self) -> str:
        """The text on the screen."""
        return "\n".join(self.screen.display)

    @property
    def socket(self) -> aiohttp.ClientWebSocketResponse:
        """The websocket."""
        assert self._socket is not None
        return self._socket

    def draw(self, data: bytes) -> None:
        """Draw what came."""
        self._stream.feed(re.sub(rb"\x1b\[[<>=?][0-9;]*[uqc]|\x1b\[\?[0-9;]*\$p", b"", data))

    async def shows(self, words: str, no_longer: bool = False) -> None:
        """Read until the screen shows some words, or shows them no longer."""
        while (words in self.text) == no_longer:
            try:
                message = await asyncio.wait_for(self.socket.receive(), SECONDS)
            except TimeoutError:
                pytest.fail(f"not seen: {words}\n{self.text}")
            assert message.type in (aiohttp.WSMsgType.BINARY, aiohttp.WSMsgType.TEXT), f"{message} before {words}\n{self.text}"
            if message.type is aiohttp.WSMsgType.BINARY:
                self.draw(message.data)

    async def press(self, keys: str) -> None:
        """Type keys."""
        await self.socket.send_json(["stdin", keys])

    async def ends(self) -> int | None:
        """Read until the server closes; return the code that it gives."""
        while not self.socket.closed:
            await asyncio.wait_for(self.socket.receive(), SECONDS)
        return self.socket.close_code


@asynccontextmanager
async def window(server: ServedReader, **headers: str) -> AsyncIterator[Window]:
    """Open a window without a browser; raises aiohttp.WSServerHandshakeError if it is refused."""
    async with (
        aiohttp.ClientSession() as session,
        session.ws_connect(f"{server.url}ws?width=100&height=30", headers={"Origin": server.origin, **headers}) as socket,
    ):
        yield Window(socket)


class Tab:
    """A page in Chromium, driven by its DevTools protocol."""

    def __init__(self, socket: aiohttp.ClientWebSocketResponse) -> None:
        self._socket = socket
        self._number = 0
        self.window = Window(columns=80, rows=24)
        self.console: list[str] = []
        """Complaints of the page: refused scripts, failed requests, exceptions."""
        self.requested: list[str] = []
        """The addresses that the page asked for."""

    async def call(self, method: str, **parameters: object) -> Any:
        """Call a method of the protocol and return its result."""
        self._number += 1
        await self._socket.send_json({"id": self._number, "method": method, "params": parameters})
        while (answer := await self._next()).get("id") != self._number:
            pass
        assert "error" not in answer, answer
        return answer["result"]

    async def _next(self) -> Any:
        event = json.loads((await asyncio.wait_for(self._socket.receive(), SECONDS)).data)
        match event.get("method"), event.get("params"):
            case "Network.webSocketFrameReceived", {"response": {"opcode": 2, "payloadData": data}}:
                self.window.draw(base64.b64decode(data))
            case "Network.webSocketFrameSent", {"response": {"payloadData": data}} if data.startswith('["resize"'):
                size = json.loads(data)[1]
                self.window.screen.resize(size["height"], size["width"])
            case "Network.requestWillBeSent", {"request": request}:
                self.requested.append(request["url"])
            case "Log.entryAdded", {"entry": entry} if entry["level"] == "error":
                self.console.append(entry["text"])
            case "Runtime.exceptionThrown", details:
                self.console.append(str(details))
        return event

    async def open(self, url: str) -> None:
        """Open an address in the tab."""
        for domain in ("Network", "Page", "Log", "Runtime"):
            await self.call(f"{domain}.enable")
        await self.call("Page.navigate", url=url)

    async def shows(self, words: str) -> None:
        """Wait until the reader in the page shows some words."""
        while words not in self.window.text:
            await self._next()

    async def evaluate(self, script: str) -> Any:
        """Return the value of an expression in the page."""
        found = await self.call("Runtime.evaluate", expression=script, awaitPromise=True, returnByValue=True)
        return found["result"].get("value")

    async def type(self, text: str) -> None:
        """Type characters."""
        for letter in text:
            await self.call("Input.dispatchKeyEvent", type="keyDown", text=letter, key=letter, unmodifiedText=letter)
            await self.call("Input.dispatchKeyEvent", type="keyUp", key=letter)

    async def press(self, key: str, code: int, modifiers: int = 0) -> None:
        """Press a key that is no character.

        `code` is its number in Windows, `modifiers` is 2 for Ctrl.
        """
        for kind in ("rawKeyDown", "keyUp"):
            await self.call(
                "Input.dispatchKeyEvent",
                type=kind,
                key=key,
                windowsVirtualKeyCode=code,
                modifiers=modifiers,
                code=f"Key{key.upper()}",
            )

    async def picture(self, path: Path) -> bytes:
        """Save a picture of the page and return its bytes."""
        data = base64.b64decode((await self.call("Page.captureScreenshot"))["data"])
        path.write_bytes(data)
        return data


class Chromium:
    """A headless Chromium with its own folder."""

    def __init__(self, session: aiohttp.ClientSession, port: int) -> None:
        self._session, self._port = session, port

    @asynccontextmanager
    async def tab(self) -> AsyncIterator[Tab]:
        """Open a tab, and close it at the end."""
        base = f"http://127.0.0.1:{self._port}/json"
        async with self._session.put(f"{base}/new?about:blank") as made:
            target = await made.json()
        async with self._session.ws_connect(target["webSocketDebuggerUrl"], max_msg_size=0) as socket:
            yield Tab(socket)
        async with self._session.get(f"{base}/close/{target['id']}"):
            pass

    @classmethod
    @asynccontextmanager
    async def started(cls) -> AsyncIterator[Self]:
        """Start it until the block ends; skip the test without it."""
        program = next(filter(None, map(shutil.which, ("chromium", "chromium-browser", "google-chrome"))), None)
        if program is None:
            pytest.skip("needs Chromium")
        with tempfile.TemporaryDirectory(ignore_cleanup_errors=True) as folder:
            process = await asyncio.create_subprocess_exec(
                *(program, "--headless=new", "--no-sandbox", "--disable-gpu", "--enable-unsafe-swiftshader", "--no-first-run"),
                *("--disable-background-networking", "--remote-debugging-port=0", f"--user-data-dir={folder}", "about:blank"),
                stdout=subprocess.DEVNULL,
                stderr=subprocess.DEVNULL,
            )
            ready = Path(folder) / "DevToolsActivePort"
            try:
                await until(lambda: ready.is_file() and ready.read_text().count("\n"), "Chromium")
                async with aiohttp.ClientSession() as session:
                    yield cls(session, int(ready.read_text().split()[0]))
            finally:
                process.terminate()
                await process.wait()
