"""`briefing serve`: who is let in, what a window can do, and how it ends."""

import asyncio
import json
import os
import signal
import socket
import sqlite3
import subprocess
import sys
from collections.abc import AsyncIterator
from contextlib import AsyncExitStack, asynccontextmanager
from pathlib import Path

import aiohttp
import psutil
import pytest

from briefing_tui.settings import paths
from tests.serving.served import ROOT, SECONDS, ServedReader, Window, serving, until, window

READY = "The quarrel began"
"""Words of the pane, which is filled once all has been read."""
BRIEFING = "us-pakistani-ties"


async def status(server: ServedReader, url: str, **headers: str) -> int:
    """Return the status that a request gets."""
    del server
    async with aiohttp.ClientSession() as session, session.get(url, headers=headers) as answer:
        return answer.status


async def refused(server: ServedReader, url: str = "", **headers: str) -> int:
    """Return the status with which a websocket is refused."""
    async with aiohttp.ClientSession() as session:
        with pytest.raises(aiohttp.WSServerHandshakeError) as error:
            await session.ws_connect(url or f"{server.url}ws", headers=headers)
        return error.value.status


@asynccontextmanager
async def window_once_free(server: ServedReader) -> AsyncIterator[Window]:
    """Open a window as soon as the server has done with the last one.

    That is a moment after the last one's reader has ended.
    """
    async with AsyncExitStack() as stack:
        async with asyncio.timeout(SECONDS):
            while True:
                try:
                    on = await stack.enter_async_context(window(server))
                    break
                except aiohttp.WSServerHandshakeError as error:
                    if error.status != 503:
                        raise
                    await asyncio.sleep(0.02)
        yield on


async def test_only_who_has_the_address_gets_in_and_only_by_its_name() -> None:
    async with serving(BRIEFING) as server:
        base, token = server.origin, server.url.split("/")[3]
        assert len(token) >= 43
        assert await status(server, server.url) == 200
        assert await status(server, f"{server.url}textual.js") == 200
        for wrong in (
            "",
            "/",
            f"/{token[:-1]}/",
            f"/{token}x/",
            f"/{token.swapcase()}/",
            "/%00/",
            "/é/",
            f"/x/../{token[:-1]}/ws",
            "/textual.js",
        ):
            assert await status(server, base + wrong) == 403, wrong
        port = server.port
        hosts = ("", "evil.example", f"evil.example:{port}", "127.0.0.1", "127.0.0.1:1", f"127.0.0.2:{port}")
        for host in (*hosts, f"127.0.0.1.evil.example:{port}", f"127.0.0.1:{port}.evil.example"):
            assert await status(server, server.url, Host=host) in (400, 421), host
        assert await status(server, server.url, Host=f"localhost:{server.port}") == 200
        assert await status(server, f"{server.url}../etc/passwd") == 403
        assert await status(server, f"{server.url}..%2f..%2findex.html") == 404
        assert await status(server, f"{server.url}page/index.html") == 404


async def test_another_page_cannot_drive_the_reader() -> None:
    async with serving(BRIEFING) as server:
        assert await refused(server, Origin="http://evil.example") == 403
        assert await refused(server, Origin="null") == 403
        assert await refused(server) == 403
        assert await refused(server, Origin=f"http://127.0.0.1:{server.port + 1}") == 403
        assert await refused(server, Origin=f"https://127.0.0.1:{server.port}") == 403
        assert await refused(server, Origin=f"http://localhost:{server.port}") == 403
        rebound = f"evil.example:{server.port}"
        assert await refused(server, Origin=f"http://{rebound}", Host=rebound) == 421
        assert await refused(server, f"{server.origin}/ws", Origin=server.origin) == 403
        assert await refused(server, f"{server.origin}/{'x' * 43}/ws", Origin=server.origin) == 403
        assert server.readers() == []


async def test_every_answer_forbids_frames_referrers_and_foreign_scripts() -> None:
    async with serving(BRIEFING) as server, aiohttp.ClientSession() as session:
        for url in (server.url, f"{server.url}textual.js", f"{server.origin}/no", f"{server.url}no"):
            async with session.get(url) as answer:
                policy = answer.headers["Content-Security-Policy"]
                assert "default-src 'none'" in policy
                assert "script-src 'self';" in policy
                assert "frame-ancestors 'none'" in policy
                assert answer.headers["Referrer-Policy"] == "no-referrer"
                assert answer.headers["X-Frame-Options"] == "DENY"
                assert answer.headers["Cache-Control"] == "no-store"
                assert "Server" not in answer.headers
                assert "Set-Cookie" not in answer.headers
                assert "Access-Control-Allow-Origin" not in answer.headers


@pytest.mark.slow
async def test_the_secret_is_in_no_process_list() -> None:
    async with serving(BRIEFING) as server, window(server) as on:
        await on.shows(READY)
        token = server.url.split("/")[3]
        (reader,) = server.readers()
        for process in (psutil.Process(server.process.pid), reader):
            assert token not in " ".join(process.cmdline())
            assert token not in str(process.environ())


async def test_a_window_reads_and_its_note_is_on_disk_when_it_is_killed() -> None:
    async with serving(BRIEFING) as server:
        async with window(server) as on:
            await on.shows(READY)
            await on.press("W")
            await on.shows("Ctrl+S")
            await on.press("kept from the browser")
            await on.shows("kept from the browser")
            await on.press("\x13")
            await on.shows("1 note")
            await on.press("W")
            await on.shows("Ctrl+S")
            await on.press("half a thought")
            await on.shows("half a thought")
            (reader,) = server.readers()
        await until(lambda: not reader.is_running(), "the end of the reader")
        with sqlite3.connect(paths.notes()) as db:
            kept = str(list(db.execute("SELECT * FROM notes"))) + str(list(db.execute("SELECT * FROM drafts")))
        assert "kept from the browser" in kept
        assert "half a thought" in kept
        assert await server.stop() == 0
        assert server.process.stderr is not None
        assert (await server.process.stderr.read()).count(b"\n") == 1  # How to use it; a window that has ended is no error.


@pytest.mark.slow
async def test_nothing_but_notes_is_written_and_no_other_program_started(isolation: Path, tmp_path: Path) -> None:
    folder = isolation / "config" / "briefing"
    folder.mkdir(parents=True)
    (folder / "config.toml").write_text(f'[export]\nfolder = "{tmp_path}/vault"\n')
    article = tmp_path / "article.md"
    article.write_bytes((ROOT / "tests" / "fixtures" / "harbour.md").read_bytes())
    before = article.read_bytes()
    async with serving(str(article)) as server, window(server) as on:
        await on.shows("▌ • ")
        (reader,) = server.readers()
        for keys in ("e", "C", "X", "V", "\x1a", "3", "c"):
            await on.press(keys)
        await on.press("m")
        await on.shows("Mark this place")
        await on.press("a")
        await on.shows("Marked as a")
        await on.press("y")
        await on.shows("Copied")
        await on.press("W")
        await on.shows("Ctrl+S")
        await on.press("a note")
        await on.shows("a note")
        await on.press("\x1bOS")  # F4: the editor.
        await on.shows("neither $VISUAL nor $EDITOR")
        await on.press("\x13")
        await on.shows("1 note")
        await on.press(":")
        await on.shows("Search for commands")
        await on.press("theme")
        await on.shows("Theme")
        await on.press("\r")
        await on.shows("Search for themes")
        await on.press("nord")
        await on.shows("nord")
        await on.press("\r")
        await on.shows("Search for themes", no_longer=True)
        await on.shows("nord", no_longer=True)
        await on.press("q")
        await on.ends()
        await until(lambda: not reader.is_running(), "the end of the reader")
    assert article.read_bytes() == before
    assert sorted(path.name for path in tmp_path.iterdir()) == ["article.md"]
    written = {path.relative_to(isolation).as_posix() for path in isolation.rglob("*") if path.is_file()}
    assert {name for name in written if "/notes/notes.db" not in name} == {"config/briefing/config.toml"}


@pytest.mark.slow
async def test_a_message_that_no_page_of_ours_sends_ends_the_window_alone() -> None:
    bad = [
        "", "{}", '["stdin", 3]', '["resize", {"width": "x", "height": 1}]', '["resize", {"width": 1e999, "height": 1}]',
        '["eval", "x"]', "[" * 5000,
    ]  # fmt: skip
    async with serving(BRIEFING, "--readers", "3") as server, window(server) as good:
        await good.shows(READY)
        for number, message in enumerate(bad):
            async with window(server) as on:
                await on.socket.send_str(message)
                assert await on.ends() == 1008, message
            await until(lambda: len(server.readers()) == 1, "the end of its reader")
            await good.press("31"[number % 2])
            await good.shows("10 quotes", no_longer=bool(number % 2))
        await good.socket.send_json(["resize", {"width": -5, "height": 10**9}])
        await good.socket.send_json(["resize", {"width": 100, "height": 30}])
        await good.press("1")
        await good.shows("10 quotes", no_longer=True)


@pytest.mark.slow
async def test_messages_and_windows_have_bounds() -> None:
    async with serving(BRIEFING, "--readers", "1") as server:
        async with window(server) as on:
            await on.shows(READY)
            assert await refused(server, Origin=server.origin) == 503
            await on.socket.send_str(json.dumps(["stdin", "x" * (1 << 19)]))
            assert await on.ends() in (1009, 1006)  # 1006 if it is closed while the rest is still being sent.
        await until(lambda: not server.readers(), "the end of the reader")
        async with window_once_free(server) as on:
            await on.shows(READY)
            await on.socket.send_bytes(b'["ping", "1"]')
            assert await on.ends() == 1008


@pytest.mark.slow
async def test_nothing_in_a_paste_is_a_key() -> None:
    async with serving(BRIEFING) as server, window(server) as on:
        await on.shows(READY)
        await on.press("W")
        await on.shows("Ctrl+S")
        await on.press("\x1b[200~one\x1b[201~\x13\x1b[201~two\x1b[201~")
        await on.shows("one␛[201~␓␛[201~two")


@pytest.mark.parametrize("number", [signal.SIGINT, pytest.param(signal.SIGTERM, marks=pytest.mark.slow)])
async def test_a_signal_ends_all_and_frees_the_port(number: signal.Signals) -> None:
    async with serving(BRIEFING) as server, window(server) as on, window(server) as other:
        await on.shows(READY)
        await other.shows(READY)
        readers = server.readers()
        assert len(readers) == 2
        server.process.send_signal(number)
        assert await asyncio.wait_for(server.process.wait(), 15) == 0
        assert not any(reader.is_running() for reader in readers)
        with socket.socket() as free:
            free.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
            free.bind(("127.0.0.1", server.port))
        assert server.process.stderr is not None
        assert b"Traceback" not in await server.process.stderr.read()


@pytest.mark.slow
async def test_a_killed_server_leaves_no_reader_behind() -> None:
    async with serving(BRIEFING) as server, window(server) as on:
        await on.shows(READY)
        readers = server.readers()
        server.process.kill()
        await until(
            lambda: not any(r.is_running() and r.status() != psutil.STATUS_ZOMBIE for r in readers), "the end of the readers"
        )


@pytest.mark.slow
async def test_a_reader_that_does_not_end_is_ended() -> None:
    async with serving(BRIEFING) as server, window(server) as on:
        await on.shows(READY)
        (reader,) = server.readers()
        os.kill(reader.pid, signal.SIGSTOP)
        assert await asyncio.wait_for(server.stop(), 30) == 0
        assert not reader.is_running()


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (["no-such-briefing"], "no-such-briefing"),
        (["-"], "standard input"),
        (["--port", "70000"], "not a port"),
        (["--host", "203.0.113.1", "--port", "0"], "choose another"),
    ],
)
def test_what_cannot_be_served_is_told_in_one_line(arguments: list[str], said: str) -> None:
    done = subprocess.run(
        [sys.executable, "-m", "briefing_tui", "serve", *arguments], capture_output=True, text=True, timeout=30, cwd=ROOT
    )
    assert done.returncode == 2
    assert said in done.stderr
    assert len(done.stderr.splitlines()) == 1


def test_without_the_extra_a_line_says_how_to_add_it(tmp_path: Path) -> None:
    (tmp_path / "aiohttp.py").write_text("raise ImportError(name='aiohttp')")
    env = {**os.environ, "PYTHONPATH": f"{tmp_path}:{ROOT}"}
    done = subprocess.run([sys.executable, "-m", "briefing_tui", "serve"], capture_output=True, text=True, timeout=30, env=env)
    assert (done.returncode, done.stdout) == (2, "")
    assert done.stderr == "briefing: aiohttp is missing; pip install 'briefing-tui[serve]' adds it\n"


@pytest.mark.slow
async def test_a_window_that_is_gone_at_once_leaves_no_reader_behind() -> None:
    async with serving(BRIEFING) as server:
        for _ in range(5):
            async with window(server):
                pass
        await until(lambda: not server.readers(), "the end of the readers")
        async with window(server):
            assert await server.stop() == 0
        assert not [
            p
            for p in psutil.process_iter(["cmdline"])
            if "briefing_tui.cli.commands.served" in (p.info["cmdline"] or []) and p.ppid() == 1
        ]
