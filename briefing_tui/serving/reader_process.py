"""A reader in a process of its own, on the other end of two pipes.

The packets are those of Textual's web driver: a letter (D for data, M for a message as JSON), four bytes with the length, and so
many bytes.
"""

from __future__ import annotations

import asyncio
import json
import os
import sys
from collections.abc import Awaitable, Callable
from contextlib import suppress

_DRIVER = "briefing_tui.ui.terminal.web_driver:BrowserDriver"
_KEPT_OUT = ("VISUAL", "EDITOR", "BROWSER", "DISPLAY", "WAYLAND_DISPLAY", "TMUX")
"""Variables that a reader in a browser does not get: they lead to programs and the desktop of the server's machine."""
_PRELUDE = b"__GANGLION__\n"
PATIENCE = 5.0
"""Seconds that a reader has to save and end when it is asked to, and again before it is killed."""


class ReaderProcess:
    """One reader. What it draws goes to `send` until it ends."""

    def __init__(self, command: list[str], columns: int, rows: int, send: Callable[[bytes], Awaitable[None]]) -> None:
        """Start a reader of a size in cells; `command` are the arguments that Python is started with."""
        self._send = send
        # A task of its own: whoever waits for the start may be cancelled, and the process would then be lost and go on.
        self._starting = asyncio.create_task(self._start(command, columns, rows))

    @staticmethod
    async def _start(command: list[str], columns: int, rows: int) -> asyncio.subprocess.Process:
        environment = {name: value for name, value in os.environ.items() if name not in _KEPT_OUT}
        environment |= {"COLUMNS": str(columns), "ROWS": str(rows), "TERM": "xterm-256color", "COLORTERM": "truecolor"}
        environment |= {"TEXTUAL_DRIVER": _DRIVER, "TEXTUAL_COLOR_SYSTEM": "truecolor"}
        return await asyncio.create_subprocess_exec(
            sys.executable,
            *command,
            stdin=asyncio.subprocess.PIPE,
            stdout=asyncio.subprocess.PIPE,
            env=environment,
            start_new_session=True,  # Ctrl+C is for the server, which then ends its readers in good order.
        )

    async def run(self) -> None:
        """Pass on what the reader draws until it ends. Raises OSError if it can't be started."""
        output = (await asyncio.shield(self._starting)).stdout
        assert output is not None
        with suppress(asyncio.IncompleteReadError, asyncio.LimitOverrunError):
            await output.readuntil(_PRELUDE)
            while True:
                kind = await output.readexactly(1)
                data = await output.readexactly(int.from_bytes(await output.readexactly(4), "big"))
                if kind == b"D":
                    await self._send(data)
                elif kind == b"M" and json.loads(data).get("type") == "exit":
                    return  # Its other messages ask the browser to open an address or to save a file: neither is done.

    async def type(self, text: str) -> None:
        """Send what was typed or pasted."""
        await self._put(b"D", text.encode("utf-8", "replace"))

    async def tell(self, message: dict[str, object]) -> None:
        """Send a message: of a new size, of the focus, or to end."""
        await self._put(b"M", json.dumps(message).encode())

    async def _put(self, kind: bytes, data: bytes) -> None:
        stdin = (await asyncio.shield(self._starting)).stdin
        assert stdin is not None
        with suppress(ConnectionError, RuntimeError):
            stdin.write(kind + len(data).to_bytes(4, "big") + data)
            await stdin.drain()

    async def end(self) -> None:
        """Let the reader save and end; end it if it does not."""
        try:
            process = await self._starting
        except OSError:
            return
        draining = asyncio.create_task(self._drain(process))
        await self._wait(self.tell({"type": "quit"}))
        for ask in (None, process.terminate, process.kill):
            if ask is not None:
                with suppress(ProcessLookupError):
                    ask()
            if await self._wait(process.wait()):
                break
        draining.cancel()

    @staticmethod
    async def _wait(ending: Awaitable[object]) -> bool:
        try:
            await asyncio.wait_for(ending, PATIENCE)
        except TimeoutError:
            return False
        return True

    @staticmethod
    async def _drain(process: asyncio.subprocess.Process) -> None:
        """Read and forget what it still draws, so that it never waits for a reader that is gone."""
        while process.stdout is not None and await process.stdout.read(65536):
            pass
