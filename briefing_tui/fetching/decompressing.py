"""Decompress an answer within bounds, and notice if it was cut off.

urllib3 can decompress as well, but takes a compressed text that ends too early for whole.
"""

import zlib
from typing import Protocol

from briefing_tui.fetching.errors import FetchError

_PIECE = 1024 * 1024
_SLICE = 64 * 1024
_MEMBERS = 1_000
"""The most members of a gzip; servers send one."""
_GZIP = b"\x1f\x8b"
_DAMAGED = "the answer's compression is damaged; try again"
_CUT_OFF = "the answer broke off before its end; try again"


class _Brotli(Protocol):
    def process(self, data: bytes, output_buffer_limit: int = ...) -> bytes: ...
    def can_accept_more_data(self) -> bool: ...
    def is_finished(self) -> bool: ...


def accepted_codings() -> str:
    """Return the codings that the server may use: br only where its library is installed."""
    return "gzip, deflate, br" if _brotli() else "gzip, deflate"


def decompress(data: bytes, coding: str, most: int) -> bytes:
    """Return the content of an answer.

    Args:
        data: the bytes as they came.
        coding: the answer's `Content-Encoding`.
        most: the most bytes of the content.

    Raises:
        FetchError: the bytes are damaged or cut off, the coding is unknown, or the content is too large.
    """
    match coding.strip().lower():
        case "" | "identity":
            return data
        case "gzip" | "x-gzip" | "deflate":
            return _inflate(data, most)
        case "br" if brotli := _brotli():
            return _expand(brotli, data, most)
    raise FetchError("the server sends it in a coding that was not asked for; open it in your browser, and save the page")


def too_large(most: int) -> FetchError:
    """Return the error for content of more than `most` bytes."""
    return FetchError(f"it is larger than {most / 1024 / 1024:.3g} MiB")


def _inflate(data: bytes, most: int) -> bytes:
    """Decompress gzip, in one or more members, or deflate, with or without the head of zlib."""
    pieces: list[bytes] = []
    size, at = 0, 0
    try:
        for _ in range(_MEMBERS):
            machine = zlib.decompressobj(47 if _has_head(data[at : at + 2]) else -15)
            while not machine.eof:
                fed = machine.unconsumed_tail
                if not fed:
                    fed = data[at : at + _SLICE]
                    at += len(fed)
                piece = machine.decompress(fed, _PIECE)
                if not piece and not fed:
                    raise FetchError(_CUT_OFF)
                pieces.append(piece)
                size += len(piece)
                if size > most:
                    raise too_large(most)
            at -= len(machine.unused_data)
            if data[at : at + 2] != _GZIP:  # what else follows is no content
                return b"".join(pieces)
    except zlib.error:
        pass
    raise FetchError(_DAMAGED)


def _has_head(data: bytes) -> bool:
    """Return whether data begins as gzip (RFC 1952) or zlib (RFC 1950) does."""
    return data[:2] == _GZIP or (data[:1] != b"" and data[0] & 15 == 8 and int.from_bytes(data[:2], "big") % 31 == 0)


def _expand(machine: _Brotli, data: bytes, most: int) -> bytes:
    """Decompress br."""
    pieces: list[bytes] = []
    size, rest = 0, data
    try:
        while not machine.is_finished():
            piece = machine.process(rest, output_buffer_limit=_PIECE)
            rest = b""
            if not piece and machine.can_accept_more_data() and not machine.is_finished():
                raise FetchError(_CUT_OFF)
            pieces.append(piece)
            size += len(piece)
            if size > most:
                raise too_large(most)
    except FetchError:
        raise
    except Exception:
        raise FetchError(_DAMAGED) from None
    return b"".join(pieces)


def _brotli() -> _Brotli | None:
    """Return a decompressor of br, None without a library that can stop after so many bytes (Brotli 1.2)."""
    try:
        import brotli
    except ImportError:
        return None
    machine: _Brotli = brotli.Decompressor()
    return machine if hasattr(machine, "can_accept_more_data") else None
