"""One address is fetched within its bounds: the result is its content, or one line."""

import gzip
import subprocess
import sys
import zlib
from collections.abc import Iterator
from pathlib import Path

import brotli
import pytest
from msgspec.structs import replace

from briefing_tui.fetching.addresses import addresses_in, name_of
from briefing_tui.fetching.connections import Connections
from briefing_tui.fetching.errors import FetchError
from briefing_tui.fetching.fetcher import Fetched, Fetcher, Version, fetch
from briefing_tui.fetching.limits import FEED, PAGE, PICTURE, AnswerLimits
from tests.fetching.server import Asked, Server, answer

QUICK = replace(PAGE, seconds=0.3)
SMALL = replace(PAGE, most_bytes=100_000, seconds=5.0)
ZEROS = b"\0" * 20_000_000


def fails(url: str, limits: AnswerLimits = PAGE) -> str:
    """Return the reason why nothing is fetched."""
    with pytest.raises(FetchError) as failed:
        fetch(url, limits)
    reason = str(failed.value)
    assert "\n" not in reason
    return reason


def test_a_page_is_fetched_with_what_the_server_says_of_it(server: Server) -> None:
    server.answers["/a"] = answer("<p>Über", kind="Text/HTML; Charset=ISO-8859-1", ETag='"7"', Last_Modified="Mon, 02 Mar 2026")
    fetched = fetch(f"{server.url}/a#part")
    assert fetched == Fetched(
        f"{server.url}/a", "<p>Über".encode(), "text/html", "iso-8859-1", (), False, Version('"7"', "Mon, 02 Mar 2026")
    )
    (asked,) = server.asked
    assert set(asked.headers) == {"host", "user-agent", "accept", "accept-encoding"}  # no cookie, no referrer
    assert asked.headers["user-agent"].startswith("briefing-tui/")


@pytest.mark.parametrize(
    ("coding", "data"),
    [
        ("gzip", gzip.compress(b"words " * 500)),
        ("gzip", gzip.compress(b"words " * 200) + gzip.compress(b"words " * 300)),
        ("GZip", gzip.compress(b"words " * 500) + b"\0\0\0"),
        ("deflate", zlib.compress(b"words " * 500)),
        ("deflate", zlib.compress(b"words " * 500)[2:-4]),
        ("br", brotli.compress(b"words " * 500)),
        ("identity", b"words " * 500),
        ("", b"words " * 500),
    ],
)
def test_content_is_decompressed(server: Server, coding: str, data: bytes) -> None:
    server.answers["/"] = answer(data, Content_Encoding=coding)
    assert fetch(server.url).content == b"words " * 500
    assert "br" in server.asked[0].headers["accept-encoding"]


BROKE_OFF = "the answer broke off before its end; try again"
TOO_LARGE = "it is larger than 0.0954 MiB"


@pytest.mark.parametrize(
    ("given", "reason"),
    [
        (answer(gzip.compress(ZEROS), Content_Encoding="gzip"), TOO_LARGE),
        (
            answer(gzip.compress(gzip.compress(ZEROS)), Content_Encoding="gzip, gzip"),
            "the server sends it in a coding that was not",
        ),
        (answer(brotli.compress(ZEROS, quality=1), Content_Encoding="br"), TOO_LARGE),
        (answer(gzip.compress(b"x") * 3000, Content_Encoding="gzip"), "the answer's compression is damaged; try again"),
        (answer(gzip.compress(b"words " * 500)[:-20], Content_Encoding="gzip", Content_Length=""), BROKE_OFF),
        (answer(brotli.compress(b"words " * 500)[:-5], Content_Encoding="br"), BROKE_OFF),
        (answer(b"no gzip at all, but words", Content_Encoding="gzip"), "the answer's compression is damaged; try again"),
        (answer(b"no br at all, but words", Content_Encoding="br"), "the answer's compression is damaged; try again"),
        (answer(b"abc", Content_Length="400"), BROKE_OFF),
        (answer(b"abc", Content_Length="999999999999"), TOO_LARGE),
        (b"HTTP/1.1 200 OK\r\n\r\n" + ZEROS[:1_000_000], TOO_LARGE),
        (b"HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\nFFFFFF\r\nabc", BROKE_OFF),
        (b"HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\nxyz\r\nabc", BROKE_OFF),
        (b"SSH-2.0-OpenSSH_9.9\r\n", "127.0.0.1"),
        (b"", "127.0.0.1"),
        (b"HTTP/1.1 200 OK\r\n" + b"X-A: b\r\n" * 1000 + b"\r\n", "127.0.0.1"),
        (b"HTTP/1.1 200 OK\r\nX-A: " + b"b" * 100_000 + b"\r\n\r\n", "127.0.0.1"),
        (answer(b"\x89PNG", kind="image/png"), "it is a picture (image/png), not text"),
        (answer(b"<p>", 206), "the server gave no page (206 Partial Content); open it in your browser"),
    ],
    ids=range(19),
)
def test_a_hostile_answer_is_refused_in_one_line(server: Server, given: bytes, reason: str) -> None:
    server.answers["/"] = given
    assert fails(server.url, SMALL).startswith(reason)


def endless(asked: Asked) -> Iterator[bytes]:
    """Yield a text without end."""
    yield b"HTTP/1.1 200 OK\r\nContent-Type: text/plain\r\n\r\n"
    while not asked.is_over.is_set():
        yield b"word " * 10_000


def dripping_text(asked: Asked) -> Iterator[bytes]:
    """Yield a letter now and then, so that no wait is long."""
    yield b"HTTP/1.1 200 OK\r\nContent-Type: text/plain\r\n\r\n"
    while not asked.is_over.wait(0.02):
        yield b"a"


def dripping_headers(asked: Asked) -> Iterator[bytes]:
    """Yield a header now and then."""
    yield b"HTTP/1.1 200 OK\r\n"
    while not asked.is_over.wait(0.02):
        yield b"X"


def silent(asked: Asked) -> Iterator[bytes]:
    """Yield nothing."""
    asked.is_over.wait()
    yield b""


def test_a_text_without_end_is_refused(server: Server) -> None:
    server.answers["/"] = endless
    assert fails(server.url, SMALL) == TOO_LARGE


@pytest.mark.parametrize("slow", [dripping_text, dripping_headers, silent])
def test_a_server_that_never_finishes_is_given_up(server: Server, slow: object) -> None:
    server.answers["/"] = slow  # type: ignore[assignment]
    with Fetcher() as fetcher:
        with pytest.raises(FetchError, match=r"the server takes more than 0\.3 seconds; try again later"):
            fetcher.fetch(server.url, QUICK)
        server.answers["/next"] = answer("<p>next")
        assert fetcher.fetch(f"{server.url}/next").content == b"<p>next"


def test_a_name_that_is_looked_up_without_end_does_not_keep_the_program_from_ending() -> None:
    program = """
import socket, threading
from msgspec.structs import replace
from briefing_tui.fetching.fetcher import fetch
from briefing_tui.fetching.limits import PAGE
socket.getaddrinfo = lambda *given, **named: threading.Event().wait()
fetch("http://mill.example/", replace(PAGE, seconds=0.1))
"""
    ended = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, timeout=20, check=False)
    assert "the server takes more than 0.1 seconds" in ended.stderr


@pytest.mark.parametrize(
    ("locations", "reason"),
    [
        (["/a", "/"], "it redirects in a circle"),
        (["/"], "it redirects in a circle"),
        ([f"/{number}" for number in range(20)], "it redirects more than 10 times"),
        (["file:///etc/passwd"], "it redirects to what is not fetched: only http and https addresses are fetched, not 'file:'"),
        (["javascript:alert(1)"], "it redirects to what is not fetched: only http"),
        (["//user:secret@127.0.0.1/"], "it redirects to what is not fetched: an address with a user's name"),
        (["http://[::1"], "it redirects to what is not fetched"),
        ([""], "it redirects to nowhere"),
    ],
)
def test_a_redirect_that_leads_nowhere_is_refused(server: Server, locations: list[str], reason: str) -> None:
    path = "/"
    for location in locations:
        server.answers[path] = answer("", 302, Location=location)
        path = location
    assert fails(server.url + "/").startswith(reason)


def test_redirects_are_followed_and_those_to_another_host_are_known(server: Server) -> None:
    other = f"http://localhost:{server.port}"
    server.answers |= {
        "/a": answer("", 301, Location="/b c?x=é"), "/b%20c?x=%C3%A9": answer("", 307, Location=f"{other}/end#part"),
        "/end": answer("<p>end"),
    }  # fmt: skip
    fetched = fetch(f"{server.url}/a")
    assert (fetched.url, fetched.content) == (f"{other}/end", b"<p>end")
    assert fetched.redirects == (f"{server.url}/a", f"{server.url}/b%20c?x=%C3%A9")
    assert fetched.new_host == f"localhost:{server.port}"
    assert fetch(f"{server.url}/end").new_host == ""


@pytest.mark.parametrize(
    ("status", "headers", "reason"),
    [
        (401, {}, "the server asks for a login (401 Unauthorized); open it in your browser, save the page, and give the file"),
        (403, {}, "the server refuses it (403 Forbidden); open it in your browser, save the page, and give the file"),
        (404, {}, "the server has no such page (404 Not Found); check the address"),
        (410, {}, "the server has no such page (410 Gone); check the address"),
        (429, {}, "the server had too many requests (429 Too Many Requests); try again later"),
        (429, {"Retry_After": "30"}, "the server had too many requests (429 Too Many Requests); try again in 30 seconds"),
        (429, {"Retry_After": "3601"}, "the server had too many requests (429 Too Many Requests); try again in 61 minutes"),
        (429, {"Retry_After": "-5"}, "the server had too many requests (429 Too Many Requests); try again later"),
        (429, {"Retry_After": "9" * 90}, "the server had too many requests (429 Too Many Requests); try again later"),
        (
            503,
            {"Retry_After": "Mon, 02 Mar 2026 12:01:00 GMT"},
            "the server failed (503 Service Unavailable); try again in 60 seconds",
        ),
        (500, {"Retry_After": "\x1b[2J"}, "the server failed (500 Internal Server Error); try again later"),
        (999, {}, "the server failed (999); try again later"),
        (418, {}, "the server gave no page (418 I'm a Teapot); open it in your browser, save the page, and give the file"),
    ],
)
def test_each_status_has_its_line(server: Server, status: int, headers: dict[str, str], reason: str) -> None:
    server.answers["/"] = answer("<p>words of the server", status, **headers)
    noon = 1_772_452_800.0
    with Fetcher(now=lambda: noon) as fetcher, pytest.raises(FetchError) as failed:
        fetcher.fetch(server.url)
    assert str(failed.value).startswith(reason)
    assert failed.value.status == status


@pytest.mark.parametrize(
    ("url", "reason"),
    [
        ("http://no-such-host.invalid/", "there is no host 'no-such-host.invalid'; check the address and your connection"),
        ("http://127.0.0.1:1/", "127.0.0.1:1 refuses connections or can't be reached (Connection refused); try again later"),
        ("file:///etc/passwd", "only http and https addresses are fetched, not 'file:'"),
        ("http://user@127.0.0.1/", "an address with a user's name or password in it"),
        ("http://127.0.0.1:99999/", "no valid address"),
        ("http://127.0.0.1/a b", "an address with a blank or a control character in it"),
        ("http://127.0.0.1/\r\nX: y", "an address with a blank or a control character in it"),
        ("http:///a", "an address without a host"),
        ("http://127.0.0.1/" + "a" * 9000, "an address of more than 8,000 characters"),
        ("http://a..b/", "no valid address"),
    ],
)
def test_an_address_that_leads_to_nothing_has_its_line(url: str, reason: str) -> None:
    assert fails(url).startswith(reason)


def test_a_host_without_a_good_certificate_is_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    certificate = Path(__file__).with_name("localhost.pem")
    with Server(certificate=certificate) as server:
        server.answers["/"] = answer("<p>encrypted")
        named, by_number = f"https://localhost:{server.port}/", f"https://127.0.0.1:{server.port}/"
        assert fails(named).startswith(f"localhost:{server.port} can't prove who it is (self-signed certificate")
        assert server.asked == []
        monkeypatch.setenv("SSL_CERT_FILE", str(certificate))  # the user trusts it
        assert fetch(named).content == b"<p>encrypted"
        assert fails(by_number).startswith(f"127.0.0.1:{server.port} can't prove who it is (IP address mismatch")


def test_an_answer_that_did_not_change_is_not_sent_again(server: Server) -> None:
    server.answers["/feed"] = answer("", 304, ETag='"7"')
    with Fetcher() as fetcher:
        fetched = fetcher.fetch(f"{server.url}/feed", FEED, Version('"7"', "Mon, 02 Mar 2026"))
    assert fetched.is_unchanged
    assert server.asked[0].headers["if-none-match"] == '"7"'
    assert server.asked[0].headers["if-modified-since"] == "Mon, 02 Mar 2026"


def test_only_a_picture_is_taken_for_one(server: Server) -> None:
    server.answers |= {"/p": answer(b"\x89PNG", kind="image/png"), "/t": answer("<p>", kind="text/html")}
    assert fetch(f"{server.url}/p", PICTURE).content == b"\x89PNG"
    assert fails(f"{server.url}/t", PICTURE) == "it is text (text/html), not a picture"


def test_nothing_is_fetched_if_the_user_forbids_it(server: Server, isolation: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    config = isolation / "config" / "briefing" / "config.toml"
    config.parent.mkdir(parents=True)
    said = (("offline = true", f"not fetched, as {config}:1 says 'offline"), ("offline = 1", "not fetched, as it is unclear"))
    for text, reason in said:
        config.write_text(text)
        assert fails(server.url).startswith(reason)
    config.write_text("offline = false")
    monkeypatch.setenv("BRIEFING_OFFLINE", "1")
    assert fails(server.url) == "not fetched, as BRIEFING_OFFLINE is set; unset it, or give a file"
    assert server.asked == []
    monkeypatch.setenv("BRIEFING_OFFLINE", "0")
    server.answers["/"] = answer("<p>words")
    assert fetch(f"{server.url}/").content == b"<p>words"


def test_a_host_of_the_internet_cannot_lead_into_the_users_own_network(server: Server) -> None:
    def public(address: str) -> bool:
        return address == "127.0.0.1"

    private = f"http://127.0.0.2:{server.port}"
    with Server("127.0.0.2", server.port) as inside:
        inside.answers["/admin"] = answer("<p>switched off")
        server.answers["/"] = answer("", 302, Location=f"{private}/admin")
        with Fetcher(lambda: Connections(public)) as fetcher:
            with pytest.raises(FetchError, match=r"it leads to 127\.0\.0\.2, a machine of your own network"):
                fetcher.fetch(f"{server.url}/")
            assert fetcher.fetch(f"{private}/admin").content == b"<p>switched off"  # the user named it
            for url in (f"{server.url}/", f"{private}/admin"):
                with pytest.raises(FetchError, match="a machine of your own network"):
                    fetcher.fetch(url, only_public=True)
        assert inside.paths == ["/admin"]


def test_proxies_of_the_environment_are_used_but_for_hosts_without_one(server: Server, monkeypatch: pytest.MonkeyPatch) -> None:
    server.answers["http://news.invalid/a"] = answer("<p>by the proxy")
    monkeypatch.setenv("HTTP_PROXY", server.url.replace("//", "//user:secret@"))
    assert fetch("http://news.invalid/a").content == b"<p>by the proxy"
    assert server.asked[0].headers["proxy-authorization"] == "Basic dXNlcjpzZWNyZXQ="
    monkeypatch.setenv("NO_PROXY", "news.invalid")
    assert fails("http://news.invalid/a").startswith("there is no host 'news.invalid'")
    monkeypatch.setenv("https_proxy", "socks5://127.0.0.1:1")
    assert fails("https://other.invalid/").startswith("the proxy for https is no http or https address; check HTTPS_PROXY")


@pytest.mark.parametrize(
    ("text", "found"),
    [
        (
            "https://a.example/1\n\n# later\n  http://b.example/2 \nhttps://a.example/1\n",
            ["https://a.example/1", "http://b.example/2"],
        ),
        ("https://a.example/1", ["https://a.example/1"]),
        ("See https://a.example/1", []),
        ("https://a.example/1\nThe harbour moved.", []),
        ("https://a.example/1 is where it stands", []),
        ("", []),
    ],
)
def test_only_a_list_of_addresses_is_taken_for_one(text: str, found: list[str]) -> None:
    assert addresses_in(text) == found


@pytest.mark.parametrize(
    ("url", "name"),
    [
        ("https://a.example/2026/harbour.html?x=1", "harbour.html"),
        ("https://a.example/news/", "news"),
        ("https://a.example/", "a.example"),
        ("https://a.example/..%2F..%2Fetc", "..-..-etc"),
        ("https://a.example/%2e%2e/", "a.example"),
    ],
)
def test_what_was_fetched_has_a_name_of_one_part(url: str, name: str) -> None:
    assert name_of(url) == name
