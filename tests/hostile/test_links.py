"""An address is sent to the browser only by an explicit key.

It is shown completely before, must be http or https, and passes neither a shell nor the terminal.
"""

import os
import stat
from pathlib import Path

import pytest

from briefing_tui.ui.dialogs.link import can_open, host_note
from briefing_tui.ui.terminal import browser
from tests.ui.conftest import open_reader  # noqa: F401 - a fixture
from tests.ui.driver import Opener

REFUSED = (
    "javascript:alert(1)", "JaVaScRiPt:alert(1)", "file:///etc/passwd", "data:text/html,<script>", "vbscript:x", "ftp://example.org/",
    "mailto:a@example.org", "ssh://-oProxyCommand=x/", "x-man-page://ls", "smb://evil/share", "about:blank", "view-source:http://x/",
    "http:", "http://", "https:///evil.example", "https:evil.example", "http:/evil.example", "//evil.example", "evil.example", "",
    "-version", "--help", "http://a\\@evil.example", "https:\\\\evil.example", "http://evil.example/a b", "http://evil.example/\n",
    "http://evil.example/\t", " http://evil.example", "http://evil.example\u00a0", "http://evil.example/\x1b]0;x\x07", "http://x/\u202egpj",
    "http://[::1", "http://example.org:port/", "http://example.org:99999/", "http://example.org:0/", "http://@/", "http://:80/",
)  # fmt: skip
TAKEN = (
    "http://example.org", "https://example.org/a?b=c&d=$(id)#e", "HTTPS://EXAMPLE.ORG/", "https://example.org:8443/;rm%20-rf", "http://[::1]/",
    "https://bank.example@evil.example/", "https://xn--80ak6aa92e.example/", "https://аррӏе.example/", "http://192.0.2.1/`id`",
)  # fmt: skip


@pytest.mark.parametrize("address", REFUSED)
def test_what_is_no_plain_web_address_is_not_opened(address: str) -> None:
    assert not can_open(address)


@pytest.mark.parametrize("address", TAKEN)
def test_a_web_address_can_be_opened(address: str) -> None:
    assert can_open(address)


@pytest.mark.parametrize(
    ("address", "said"),
    [
        ("https://bank.example@evil.example/", "The host is evil.example;"),
        ("https://bank.example:80@evil.example/", "The host is evil.example;"),
        ("https://xn--80ak6aa92e.example/", "punycode"),
        ("https://www.xn--80ak6aa92e.example/", "punycode"),
        ("https://аррӏе.example/", "\\u0430\\u0440\\u0440\\u04cf\\u0435.example"),
        ("https://bank.example." + "a" * 60 + ".evil.example/", "it ends in evil.example"),
        ("https://%65vil.example/", "%"),
        ("http://[::1", "no address"),
    ],
)
def test_a_host_that_is_not_what_it_seems_is_named(address: str, said: str) -> None:
    assert said in host_note(address)


def test_an_ordinary_host_needs_no_note() -> None:
    assert host_note("https://example.org/a@b") == ""


@pytest.mark.parametrize("size", [(40, 12), (80, 24)])
async def test_an_address_is_opened_only_when_its_end_has_been_on_the_screen(
    open_reader: Opener,
    size: tuple[int, int],
) -> None:
    href = f"https://bank.example/?{'a' * 2000}&to=evil"
    async with open_reader(size=size) as driver:
        await driver.show_link(href)
        shown = driver.screen_text()
        for _ in range(200):
            assert "Esc close" in shown
            if "evil" in shown:
                break
            await driver.press("enter")
            assert driver.opened == []
            shown = driver.screen_text()
        assert "evil" in shown
        assert "⏎ open " in shown
        await driver.press("enter")
        assert driver.opened == [href]


async def test_a_short_address_is_opened_at_the_first_enter(open_reader: Opener) -> None:
    async with open_reader(size=(40, 12)) as driver:
        await driver.show_link("https://example.org/")
        await driver.press("enter")
        assert driver.opened == ["https://example.org/"]


def test_an_address_is_one_argument_of_a_program_that_has_no_shell_and_no_terminal(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    script, told = tmp_path / "browser", tmp_path / "told"
    script.write_text(
        f'#!/bin/sh\nprintf "%s\\n" "$#" "$@" > "{told}"\n[ -t 0 ] || [ -t 1 ] || [ -t 2 ] || echo none >> "{told}"\n'
    )
    script.chmod(script.stat().st_mode | stat.S_IXUSR)
    monkeypatch.setenv("BROWSER", f"{script} %s")
    address = "https://example.org/$(touch${IFS}evil)`id`;id|id&id'\"?a=b#c"
    assert browser.open_in_browser(address)
    assert told.read_text().splitlines() == ["1", address, "none"]
    assert not os.path.exists("evil")  # noqa: PTH110


def test_a_module_in_the_folder_one_stands_in_is_not_run_for_the_browser(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "webbrowser.py").write_text("open = lambda address: open('evil', 'w')")
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("BROWSER", "true %s")
    browser.open_in_browser("https://example.org/")
    assert not (tmp_path / "evil").exists()


def test_no_browser_is_told(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("BROWSER", "false %s")
    monkeypatch.setenv("PATH", "/nonexistent")
    assert not browser.open_in_browser("https://example.org/")
