"""Fetch addresses one after the other, each within its bounds of size and time."""

from collections.abc import Callable
from email.message import Message
from threading import Event, Thread
from time import time
from typing import TYPE_CHECKING, Any, NamedTuple, Self
from urllib.parse import urldefrag, urljoin, urlsplit

from msgspec import Struct

from briefing_tui import __version__
from briefing_tui.fetching.addresses import flaw_of, host_of
from briefing_tui.fetching.errors import FetchError
from briefing_tui.fetching.limits import PAGE, AnswerLimits
from briefing_tui.fetching.offline import require_network

if TYPE_CHECKING:
    from urllib3.response import BaseHTTPResponse

    from briefing_tui.fetching.connections import Connections

USER_AGENT = f"briefing-tui/{__version__}"
_REDIRECTS = (301, 302, 303, 307, 308)
_UNCHANGED = 304
_PIECE = 64 * 1024


class Version(NamedTuple):
    """Marks of an answer's version, by which a server says later that nothing changed."""

    etag: str = ""
    modified: str = ""


class Fetched(Struct, frozen=True):
    """The answer of an address.

    - `url`: the address that gave it, after redirects, without a fragment.
    - `content`: the bytes, decompressed; empty if `is_unchanged`.
    - `content_type`: as in "text/html"; empty if the server did not say.
    - `charset`: the encoding that the server declared; empty if it did not.
    - `redirects`: the addresses that led on, in order; the first is the one that was named.
    - `is_public`: whether the host is one of the internet; only then may it not lead to one of the user's network.
    - `version`: what to give for the next request.
    """

    url: str
    content: bytes = b""
    content_type: str = ""
    charset: str = ""
    redirects: tuple[str, ...] = ()
    is_public: bool = True
    version: Version = Version()
    is_unchanged: bool = False

    @property
    def new_host(self) -> str:
        """The host that redirects led to; empty if it is the one that was named."""
        host = host_of(self.url)
        return host if self.redirects and host.removeprefix("www.") != host_of(self.redirects[0]).removeprefix("www.") else ""


class Fetcher:
    """Fetches addresses and keeps connections open between requests; one thread may use it."""

    def __init__(self, connect: "Callable[[], Connections] | None" = None, now: Callable[[], float] = time) -> None:
        """Take what makes connections, and what tells the time in seconds since 1970."""
        self._connect = connect or _connections
        self._connections: Connections | None = None
        self._now = now

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self.close()

    def close(self) -> None:
        """Close the connections."""
        if self._connections is not None:
            self._connections.close()

    def end(self) -> None:
        """End what is being fetched; may be called in another thread."""
        if self._connections is not None:
            self._connections.end()

    def fetch(self, url: str, limits: AnswerLimits = PAGE, version: Version | None = None, only_public: bool = False) -> Fetched:
        """Return what an address gives.

        Args:
            url: an address of the web.
            limits: the bounds of the answer.
            version: of the answer before; if nothing changed since, the result says so and has no content.
            only_public: refuse a host of the user's own network, as the address is none that the user named.

        Raises:
            FetchError: it gives nothing, or is not allowed to; the reason is one line.
        """
        require_network()
        if why := flaw_of(url):
            raise FetchError(why)
        if self._connections is None or self._connections.is_ended:
            self._connections = self._connect()
        connections = self._connections
        connections.only_public = only_public
        return _within(limits.seconds, lambda: self._follow(connections, urldefrag(url).url, limits, version), connections.end)

    def _follow(self, connections: "Connections", url: str, limits: AnswerLimits, version: Version | None) -> Fetched:
        """Fetch an address, and those that it redirects to."""
        passed: list[str] = []
        while True:
            host = urlsplit(url).hostname or ""
            connections.require_public(host)
            response = _request(connections, url, limits, version)
            is_public = connections.public_hosts.get(host, True)
            try:
                if response.status not in _REDIRECTS:
                    return self._answer(response, limits, url, tuple(passed), is_public)
                passed.append(url)
                url = _target(url, response.headers.get("Location", ""))
            finally:
                response.close()
            if url in passed:
                raise FetchError("it redirects in a circle; check the address")
            if len(passed) > limits.redirects:
                raise FetchError(f"it redirects more than {limits.redirects} times; check the address")
            connections.only_public |= is_public

    def _answer(
        self, response: "BaseHTTPResponse", limits: AnswerLimits, url: str, passed: tuple[str, ...], is_public: bool
    ) -> Fetched:
        from briefing_tui.fetching.decompressing import decompress
        from briefing_tui.fetching.failures import answer_error

        version = Version(response.headers.get("ETag", "")[:500], response.headers.get("Last-Modified", "")[:100])
        if response.status == _UNCHANGED:
            return Fetched(url, b"", redirects=passed, is_public=is_public, version=version, is_unchanged=True)
        if response.status != 200:
            raise answer_error(response.status, response.headers, self._now())
        content_type, charset = _described(response.headers.get("Content-Type", ""))
        main = content_type.partition("/")[0]
        if main in limits.refused or (limits.only and content_type and main != limits.only):
            raise FetchError(f"it is {_called(main)} ({content_type}), not {_called(limits.only or 'text')}")
        data = _received(response, limits.most_bytes, host_of(url))
        content = decompress(data, response.headers.get("Content-Encoding", ""), limits.most_bytes)
        return Fetched(url, content, content_type, charset, passed, is_public, version)


def fetch(url: str, limits: AnswerLimits = PAGE) -> Fetched:
    """Return what one address gives. Raises FetchError."""
    with Fetcher() as fetcher:
        return fetcher.fetch(url, limits)


def _request(connections: "Connections", url: str, limits: AnswerLimits, version: Version | None) -> "BaseHTTPResponse":
    from urllib3.exceptions import HTTPError

    from briefing_tui.fetching.decompressing import accepted_codings
    from briefing_tui.fetching.failures import connection_error

    headers = {"User-Agent": USER_AGENT, "Accept": limits.accept, "Accept-Encoding": accepted_codings()}
    if version and version.etag:
        headers["If-None-Match"] = version.etag
    if version and version.modified:
        headers["If-Modified-Since"] = version.modified
    try:
        manager = connections.manager(url)
        return manager.urlopen(
            "GET", url, headers=headers, redirect=False, retries=False, preload_content=False, decode_content=False
        )
    except (HTTPError, OSError, ValueError) as error:
        raise connection_error(error, host_of(url)) from None


def _connections() -> "Connections":
    from briefing_tui.fetching.connections import Connections

    return Connections()


def _target(url: str, location: str) -> str:
    """Return the address that a redirect of `url` leads to. Raises FetchError."""
    if not location.strip():
        raise FetchError("it redirects to nowhere; check the address")
    try:
        target = urldefrag(urljoin(url, _escaped(location.strip()))).url
    except ValueError:
        target = ""
    if why := flaw_of(target):
        raise FetchError(f"it redirects to what is not fetched: {why}")
    return target


def _escaped(location: str) -> str:
    """Return an address with escapes for the blanks and letters that no address has but servers send.

    http.client reads headers as Latin-1; such letters are nearly always UTF-8.
    """
    from urllib.parse import quote

    return quote(location.encode("latin-1", "replace"), safe="%/:?#[]@!$&'()*+,;=~-._")


def _described(header: str) -> tuple[str, str]:
    """Return the type and the charset in a `Content-Type`."""
    message = Message()
    message["Content-Type"] = header[:500].replace("\r", " ").replace("\n", " ")
    kind = message.get_content_type() if "/" in header else ""
    return kind, str(message.get_param("charset") or "").strip("'\" ")[:40].lower()


def _called(main: str) -> str:
    return {"image": "a picture", "audio": "a sound", "video": "a film", "font": "a font"}.get(main, "text")


def _received(response: "BaseHTTPResponse", most: int, host: str) -> bytes:
    """Return the bytes of an answer as they come. Raises FetchError."""
    from urllib3.exceptions import HTTPError

    from briefing_tui.fetching.decompressing import too_large
    from briefing_tui.fetching.failures import connection_error

    declared = response.headers.get("Content-Length", "")
    if declared.isascii() and declared.isdigit() and int(declared[:20]) > most:
        raise too_large(most)
    pieces: list[bytes] = []
    size = 0
    try:
        while piece := response.read1(_PIECE, decode_content=False):
            pieces.append(piece)
            size += len(piece)
            if size > most:
                raise too_large(most)
    except (HTTPError, OSError, ValueError) as error:
        raise connection_error(error, host) from None
    return b"".join(pieces)


def _within(seconds: float, work: Callable[[], Fetched], end: Callable[[], None]) -> Fetched:
    """Do the work in a thread, and give it up when the time is over: no part of it can be waited for without a bound.

    Args:
        seconds: the most time.
        work: fetches.
        end: ends all transfers, so that the thread ends, too.

    Raises:
        FetchError: the work raised it, or took too long.
    """
    done, result = Event(), dict[str, Any]()

    def run() -> None:
        try:
            result["fetched"] = work()
        except BaseException as error:
            result["error"] = error
        finally:
            done.set()

    thread = Thread(target=run, daemon=True, name="fetching")
    try:
        thread.start()
        is_done = done.wait(seconds)
    except BaseException:  # interrupted
        end()
        raise
    if not is_done:
        end()
        raise FetchError(f"the server takes more than {seconds:g} seconds; try again later")
    if "error" in result:
        raise result["error"]
    fetched: Fetched = result["fetched"]
    return fetched
