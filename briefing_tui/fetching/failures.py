"""Say in one line why a server gave nothing."""

import http.client
import re
from collections.abc import Iterator
from email.utils import parsedate_to_datetime
from http import HTTPStatus
from typing import TYPE_CHECKING

from briefing_tui.fetching.errors import FetchError
from briefing_tui.text.safety import one_line

if TYPE_CHECKING:
    from collections.abc import Mapping

_SAVE = "open it in your browser, save the page, and give the file"
_LONG = 366 * 24 * 3600
"""Seconds; servers that ask to wait for longer are not quoted."""
_UNITS = ((2 * 24 * 3600, 24 * 3600, "days"), (2 * 3600, 3600, "hours"), (120, 60, "minutes"), (0, 1, "seconds"))


def answer_error(status: int, headers: "Mapping[str, str]", now: float) -> FetchError:
    """Return the error that an answer without content means.

    Args:
        status: of the answer, 400 and above, or one that is not expected.
        headers: of the answer.
        now: the time in seconds since 1970.
    """
    wait = _seconds_to_wait(headers.get("Retry-After", ""), now)
    later = f"try again in {_duration(wait)}" if wait else "try again later"
    called = _named(status)
    match status:
        case 401 | 407:
            reason = f"the server asks for a login ({called}); {_SAVE}"
        case 402 | 403 | 406 | 451:
            reason = f"the server refuses it ({called}); {_SAVE}"
        case 404 | 410:
            reason = f"the server has no such page ({called}); check the address"
        case 429:
            reason = f"the server had too many requests ({called}); {later}"
        case _ if status >= 500:
            reason = f"the server failed ({called}); {later}"
        case _:
            reason = f"the server gave no page ({called}); {_SAVE}"
    return FetchError(reason, status, wait)


def _named(status: int) -> str:
    """Return a status with its name from RFC 9110; what the server calls it is not shown."""
    try:
        return f"{status} {HTTPStatus(status).phrase}"
    except ValueError:
        return str(status)


def _seconds_to_wait(value: str, now: float) -> int | None:
    """Return the seconds that a `Retry-After` (RFC 9110, 10.2.3) asks to wait; None if it says nothing sensible."""
    value = value.strip()
    if value.isascii() and value.isdigit():
        seconds = int(value[:12])
    else:
        try:
            seconds = round(parsedate_to_datetime(value).timestamp() - now)
        except (ValueError, OverflowError, TypeError, IndexError):
            return None
    return seconds if 0 < seconds <= _LONG else None


def _duration(seconds: int) -> str:
    size, name = next((size, name) for least, size, name in _UNITS if seconds >= least)
    number = -(-seconds // size)
    return f"{number} {name if number != 1 else name[:-1]}"


def connection_error(error: Exception, host: str) -> FetchError:
    """Return the error that an exception means for a request to a host.

    It is one of urllib3, or of the standard library below it.
    """
    from urllib3 import exceptions

    if isinstance(error, exceptions.ProxyError):
        return FetchError(f"the proxy can't be reached or refuses ({_cause(error)}); check HTTP_PROXY and HTTPS_PROXY")
    if isinstance(error, exceptions.NameResolutionError):
        return FetchError(f"there is no host '{host}'; check the address and your connection")
    if isinstance(error, exceptions.NewConnectionError):
        return FetchError(f"{host} refuses connections or can't be reached ({_cause(error)}); try again later")
    if isinstance(error, exceptions.SSLError):
        import ssl

        is_untrusted = any(isinstance(arg, ssl.SSLCertVerificationError) for arg in error.args)
        what = "can't prove who it is" if is_untrusted else "makes no encrypted connection"
        return FetchError(f"{host} {what} ({_cause(error)}); nothing was sent")
    if isinstance(error, exceptions.TimeoutError | TimeoutError):
        return FetchError(f"{host} does not answer; try again later")
    if any(isinstance(inner, http.client.IncompleteRead) for inner in _chain(error)):
        return FetchError("the answer broke off before its end; try again")
    if isinstance(error, exceptions.LocationValueError | UnicodeError):
        return FetchError("no valid address; check it")
    return FetchError(f"{host} gives no proper answer ({_cause(error)}); try again later")


def _chain(error: BaseException) -> Iterator[BaseException]:
    """Yield an exception and those that led to it, the first cause last."""
    found: BaseException | None = error
    for _ in range(10):
        if found is None:
            return
        yield found
        inner = next((arg for arg in found.args if isinstance(arg, BaseException)), None)
        found = found.__cause__ or found.__context__ or inner


def _cause(error: BaseException) -> str:
    """Return the innermost reason of an exception, in a few words of one line."""
    import ssl

    for inner in _chain(error):
        error = inner
        if isinstance(error, ssl.SSLCertVerificationError):
            break
    words = getattr(error, "verify_message", "") or getattr(error, "strerror", "") or str(error) or type(error).__name__
    return re.sub(r"^\[[^]]*\] | \(_ssl\.c:\d+\)$", "", one_line(str(words)))[:120].rstrip(". ")
