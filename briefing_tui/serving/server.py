"""The server: who may come in, the page, and a reader for each window.

Textual's own server lets a page of any origin drive the program, and starts it through a shell. Here everything is below a secret
in the address, and the names that a browser gives of itself and of the server must be right.
"""

from __future__ import annotations

import asyncio
import hmac
import ipaddress
import secrets
import signal
from collections.abc import Awaitable, Callable
from importlib.util import find_spec
from pathlib import Path
from typing import Any

from aiohttp import WSCloseCode, WSMsgType, web

from briefing_tui.serving.reader_process import ReaderProcess
from briefing_tui.text.safety import harmless

MOST_MESSAGE = 1 << 19
"""Bytes of a message from the browser; a paste is one."""
MOST_PASTED = 100_001
"""Characters that a paste may have, one more than a note; the rest is dropped."""
_LARGEST = 1000
"""Columns and rows that a browser may ask for."""
_HEARTBEAT = 15.0
"""Seconds after which a browser that is silent is asked whether it is still there."""
_PAGE = Path(__file__).with_name("page")
_HEADERS = {
    "Content-Security-Policy": (
        "default-src 'none'; script-src 'self'; style-src 'self' 'unsafe-inline'; connect-src 'self' ws://{host}; "
        "img-src 'self' data:; font-src 'self' data:; base-uri 'none'; form-action 'none'; frame-ancestors 'none'"
    ),
    "Referrer-Policy": "no-referrer",
    "Cross-Origin-Opener-Policy": "same-origin",
    "Cross-Origin-Resource-Policy": "same-origin",
    "X-Content-Type-Options": "nosniff",
    "X-Frame-Options": "DENY",
    "Cache-Control": "no-store",
}
"""Headers of every answer. (The terminal of the page writes styles into it, which needs 'unsafe-inline' for them.)"""
_SESSIONS = web.AppKey("sessions", set)


def _static_files() -> dict[str, Path]:
    """Return the files of the page by their names: ours, and Textual's client."""
    found = find_spec("textual_serve")
    if found is None or not found.submodule_search_locations:
        raise ImportError("textual_serve")
    static = Path(found.submodule_search_locations[0]) / "static"
    return {
        "textual.js": static / "js" / "textual.js",
        "xterm.css": static / "css" / "xterm.css",
        "page.css": _PAGE / "page.css",
        "page.js": _PAGE / "page.js",
    }


class Server:
    """Serves readers, all opened on the same briefing or library."""

    def __init__(self, command: list[str], host: str, port: int, most: int) -> None:
        """Serve readers that `command` starts, at most `most` at a time.

        `command` are arguments of Python; `host` is a name or address of this machine. Raises ImportError without Textual's page.
        """
        self._command, self._host, self._port, self._most = command, host, port, most
        self._token = secrets.token_urlsafe(32)
        self._files = _static_files()
        self._readers: set[asyncio.Task[Any]] = set()

    @property
    def address(self) -> str:
        """The address to open, with the secret."""
        host = f"[{self._host}]" if ":" in self._host else self._host
        return f"http://{host}:{self._port}/{self._token}/"

    async def run(self, started: Callable[[], None]) -> None:
        """Serve until a signal asks to end; `started` is called once browsers can come.

        Raises OSError if the port can't be had.
        """
        loop, end = asyncio.get_running_loop(), asyncio.Event()
        app = web.Application(middlewares=[self._guard], client_max_size=1024)
        app.add_routes([web.get("/{token}/ws", self._websocket), web.get("/{token}/{name:.*}", self._file)])
        app.on_response_prepare.append(self._add_headers)
        runner = web.AppRunner(app, access_log=None, shutdown_timeout=1.0)
        await runner.setup()
        try:
            site = web.TCPSite(runner, self._host, self._port)
            await site.start()
            self._port = runner.addresses[0][1]
            for number in (signal.SIGINT, signal.SIGTERM, signal.SIGHUP):
                loop.add_signal_handler(number, end.set)
            started()
            await end.wait()
            await site.stop()
            for reader in self._readers:
                reader.cancel()
            await asyncio.gather(*self._readers, return_exceptions=True)
        finally:
            await runner.cleanup()

    # Who may come in

    @web.middleware
    async def _guard(
        self, request: web.Request, handler: Callable[[web.Request], Awaitable[web.StreamResponse]]
    ) -> web.StreamResponse:
        """Refuse whoever names another server, which a page can make a browser do, or does not know the secret."""
        if not self._is_our_name(request.headers.get("Host", "")):
            raise web.HTTPMisdirectedRequest(text="This address is not served here.\n")
        token = request.path.removeprefix("/").partition("/")[0]
        if not hmac.compare_digest(token.encode("utf-8", "replace"), self._token.encode()):
            raise web.HTTPForbidden(text="Open the whole address that 'briefing serve' printed.\n")
        return await handler(request)

    def _is_our_name(self, host: str) -> bool:
        """Return whether a Host header names this server.

        Only the name that was asked for does, and those of this machine; a served wildcard has every address but no other name.
        """
        name, _, port = host.lower().rpartition(":")
        if port != str(self._port):
            return False
        try:
            bound = ipaddress.ip_address(self._host)
        except ValueError:
            return name == self._host.lower() or (self._host == "localhost" and name in ("127.0.0.1", "[::1]"))
        try:
            address = ipaddress.ip_address(name.strip("[]"))
        except ValueError:
            return name == "localhost" and (bound.is_loopback or bound.is_unspecified)
        return bound.is_unspecified or address == bound

    async def _add_headers(self, request: web.Request, response: web.StreamResponse) -> None:
        host = request.headers.get("Host", "")
        for name, value in _HEADERS.items():
            response.headers[name] = value.format(host=host if self._is_our_name(host) else "localhost")
        response.headers.pop("Server", None)

    # What they get

    async def _file(self, request: web.Request) -> web.StreamResponse:
        """Send the page, or a file of it."""
        name = request.match_info["name"]
        if name == "":
            page = (_PAGE / "index.html").read_text("utf-8")
            address = f"ws://{request.headers['Host']}/{self._token}/ws"
            return web.Response(text=page.replace("ADDRESS", address), content_type="text/html")
        if name not in self._files:
            raise web.HTTPNotFound(text="There is no such file.\n")
        return web.FileResponse(self._files[name])

    async def _websocket(self, request: web.Request) -> web.StreamResponse:
        """Run a reader for a window of a browser until one of them ends."""
        if request.headers.get("Origin", "") != f"http://{request.headers['Host']}":
            raise web.HTTPForbidden(text="Another page may not use this reader.\n")
        if len(self._readers) >= self._most:
            raise web.HTTPServiceUnavailable(text=f"{self._most} readers are open already; close one.\n")
        task = asyncio.current_task()
        assert task is not None
        self._readers.add(task)
        websocket = web.WebSocketResponse(heartbeat=_HEARTBEAT, max_msg_size=MOST_MESSAGE, compress=False)
        try:
            await websocket.prepare(request)
            columns, rows = _cells(request.query.get("width"), 80), _cells(request.query.get("height"), 24)
            reader = ReaderProcess(self._command, columns, rows, websocket.send_bytes)
        except BaseException:
            self._readers.discard(task)
            raise
        drawing = asyncio.create_task(reader.run())
        drawing.add_done_callback(lambda _: asyncio.ensure_future(websocket.close()))
        try:
            await self._pass_on(websocket, reader)
        finally:
            drawing.cancel()
            await asyncio.gather(drawing, return_exceptions=True)
            await asyncio.shield(self._ended(reader, task))
        return websocket

    async def _ended(self, reader: ReaderProcess, task: asyncio.Task[Any]) -> None:
        try:
            await reader.end()
        finally:
            self._readers.discard(task)

    async def _pass_on(self, websocket: web.WebSocketResponse, reader: ReaderProcess) -> None:
        """Pass on what the browser sends until it closes, or sends what no page of ours does."""
        async for message in websocket:
            try:
                if message.type is not WSMsgType.TEXT:
                    raise ValueError("not a text")
                kind, *values = message.json()
                match kind, values:
                    case "stdin", [str(typed)]:
                        await reader.type(_clean_paste(typed))
                    case "resize", [{"width": int(width), "height": int(height)}]:
                        await reader.tell({"type": "resize", "width": _cells(width, 80), "height": _cells(height, 24)})
                    case "ping", [str(when)]:
                        await websocket.send_json(["pong", when])
                    case (("focus" | "blur"), []):
                        await reader.tell({"type": kind})
                    case _:
                        raise ValueError("not a message of the page")
            except (ValueError, TypeError, RecursionError):
                await websocket.close(code=WSCloseCode.POLICY_VIOLATION)


def _cells(value: object, usual: int) -> int:
    """Return a number of columns or rows that a browser asks for, within bounds."""
    try:
        return max(1, min(_LARGEST, int(str(value)[:9])))
    except ValueError:
        return usual


_PASTE, _PASTE_END = "\x1b[200~", "\x1b[201~"


def _clean_paste(typed: str) -> str:
    """Return what was typed; of a paste, only harmless words, so that nothing in it is a key."""
    if not typed.startswith(_PASTE):
        return typed
    words = typed.removeprefix(_PASTE).removesuffix(_PASTE_END)
    return f"{_PASTE}{harmless(words.replace(chr(13), chr(10)))[:MOST_PASTED]}{_PASTE_END}"
