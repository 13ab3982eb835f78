"""A server on the loopback interface whose answers are the bytes that a test gives."""

import socket
import ssl
from collections.abc import Callable, Iterator
from contextlib import suppress
from pathlib import Path
from threading import Event, Thread
from typing import IO, NamedTuple, Self

Answer = bytes | Callable[["Asked"], Iterator[bytes]]
"""The bytes of an answer, or a function that yields them piece by piece."""


class Asked(NamedTuple):
    """A request as the server got it."""

    path: str
    headers: dict[str, str]
    is_over: Event
    """Set when the test is over, for answers that never end."""


def answer(body: bytes | str = b"", status: int = 200, kind: str = "text/html; charset=utf-8", **headers: str) -> bytes:
    """Return the bytes of an answer with true headers, unless `headers` has others (`Content_Length`)."""
    data = body.encode() if isinstance(body, str) else body
    known = {"Content-Type": kind, "Content-Length": str(len(data))}
    known |= {name.replace("_", "-"): value for name, value in headers.items()}
    lines = [f"HTTP/1.1 {status} Whatever", *(f"{name}: {value}" for name, value in known.items() if value)]
    return "\r\n".join([*lines, "", ""]).encode() + data


class Server:
    """Answers each path with what a test put in `answers`; others with 404."""

    def __init__(self, host: str = "127.0.0.1", port: int = 0, certificate: Path | None = None) -> None:
        """Take where to listen; with a certificate and its key, connections are encrypted."""
        self.answers: dict[str, Answer] = {}
        self.asked: list[Asked] = []
        self._is_over = Event()
        self._socket = socket.create_server((host, port))
        self.url = f"http://{host}:{self._socket.getsockname()[1]}"
        self.port = int(self._socket.getsockname()[1])
        self._context = None
        if certificate:
            self._context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
            self._context.load_cert_chain(certificate)

    def __enter__(self) -> Self:
        Thread(target=self._serve, daemon=True).start()
        return self

    def __exit__(self, *_: object) -> None:
        self._is_over.set()
        with suppress(OSError):
            self._socket.shutdown(socket.SHUT_RDWR)
        self._socket.close()

    @property
    def paths(self) -> list[str]:
        """The paths that were asked for, in order."""
        return [asked.path for asked in self.asked]

    def _serve(self) -> None:
        while not self._is_over.is_set():
            try:
                connection = self._socket.accept()[0]
            except OSError:
                return
            Thread(target=self._converse, args=(connection,), daemon=True).start()

    def _converse(self, plain: socket.socket) -> None:
        with plain, suppress(OSError, ValueError):
            connection = self._context.wrap_socket(plain, server_side=True) if self._context else plain
            with connection, connection.makefile("rb") as lines:
                self._answer_all(connection, lines)

    def _answer_all(self, connection: socket.socket, lines: IO[bytes]) -> None:
        while request := lines.readline().decode("latin-1").split():
            headers = {}
            while line := lines.readline().decode("latin-1").strip():
                name, _, value = line.partition(":")
                headers[name.lower()] = value.strip()
            asked = Asked(request[1], headers, self._is_over)
            self.asked.append(asked)
            found = self.answers.get(asked.path, answer("no such page", 404))
            for piece in [found] if isinstance(found, bytes) else found(asked):
                connection.sendall(piece)
            head, _, body = found.partition(b"\r\n\r\n") if isinstance(found, bytes) else (b"", b"", b"")
            if f"\r\nContent-Length: {len(body)}\r\n".encode() not in head + b"\r\n":
                return
