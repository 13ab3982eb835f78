"""Addresses of the web are read, built and added."""

import json
from pathlib import Path

import pytest

from briefing_tui.contentfile.read.reader import load
from briefing_tui.pictures.files import read_picture
from tests.cli.conftest import Run
from tests.fetching.server import Server, answer
from tests.pictures.drawings import encoded, halves
from tests.sources import pages, pdfs

NO_ADDRESS = pages.PAGE.replace('<link rel="canonical" href="https://courier.example/harbour">', "")

OTHER = NO_ADDRESS.replace("five quays", "six piers")


def filed(library: Path) -> list[Path]:
    """Return the content files of a library."""
    return sorted(library.glob("*.md"))


@pytest.fixture
def library(isolation: Path) -> Path:
    """Return the user's library."""
    return isolation / "library"


def test_an_address_is_read_by_one_request(server: Server, run: Run) -> None:
    server.answers["/harbour"] = answer(pages.PAGE)
    for words in (["read", f"{server.url}/harbour"], [f"{server.url}/harbour"], ["show", f"{server.url}/harbour"]):
        done = run(*words)
        assert (done.returncode, done.stderr) == (0, b"")
        assert done.stdout.startswith(b"The harbour that would not settle\n")
    assert server.paths == ["/harbour"] * 3
    piped = run("read", "-", stdin=f"{server.url}/harbour\n".encode())
    assert piped.stdout == done.stdout


def test_the_briefing_has_the_address_that_the_page_declares_or_else_the_one_that_gave_it(
    server: Server, run: Run, tmp_path: Path
) -> None:
    cases = {
        "/declared": (pages.PAGE, "https://courier.example/harbour"),
        "/none": (NO_ADDRESS, f"{server.url}/none"),
        "/site": (pages.PAGE.replace("courier.example/harbour", "courier.example/"), f"{server.url}/site"),
        "/relative": (pages.PAGE.replace("https://courier.example/harbour", "../2026/harbour"), f"{server.url}/2026/harbour"),
    }
    for path, (page, address) in cases.items():
        server.answers[path] = answer(page)
        output = tmp_path / f"{path[1:]}.md"
        assert run("build", f"{server.url}{path}", "-o", output).returncode == 0
        briefing = load(output).briefing
        assert briefing.source
        assert (briefing.source.url, briefing.source.name) == (address, path[1:])
        assert briefing.images[0].url == f"{server.url}/quay.jpg"


def test_what_the_server_declares_decides_how_the_bytes_are_read(server: Server, run: Run) -> None:
    page = pages.PAGE.replace('<meta charset="utf-8">', '<meta charset="iso-8859-5">').replace("crews", "Grüße")
    server.answers |= {
        "/charset": answer(page.encode("iso-8859-1", "replace"), kind="text/html; charset=iso-8859-1"),
        "/markdown": answer(
            "The quay\n\n" + "\n\n".join(f"*{text}*" for text in pages.LORE), kind="text/markdown; charset=utf-8"
        ),
    }
    assert "Grüße" in run("read", f"{server.url}/charset").stdout.decode()
    assert "*" not in run("show", f"{server.url}/markdown", "--pane", "article").stdout.decode()


def test_a_document_at_an_address_is_read_as_one(server: Server, run: Run, library: Path) -> None:
    server.answers["/newsletter"] = answer(pdfs.newsletter(), kind="application/pdf")
    shown = run("show", f"{server.url}/newsletter", "--format", "json")
    assert shown.returncode == 0
    assert json.loads(shown.stdout)["sections"]
    assert run("add", f"{server.url}/newsletter").returncode == 0
    source = load(filed(library)[0]).briefing.source
    assert source
    assert source.url == f"{server.url}/newsletter"


@pytest.mark.parametrize(
    ("charset", "words"),
    [
        ("windows-1251", "Ортега"),
        ("shift_jis", "港は二度動いた"),
        ("iso-8859-2", "Zażółć"),
        ("utf-8", "Ортега"),
        ("utf-16", "Ортега"),
    ],
)
def test_what_only_the_server_says_of_the_encoding_is_not_needed_to_prove_quotes(
    server: Server, run: Run, library: Path, charset: str, words: str
) -> None:
    page = NO_ADDRESS.replace('<meta charset="utf-8">', "").replace("harbour board", words)
    page = page.translate({0x201C: '"', 0x201D: '"', 0x2019: "'", 0x2013: "-", 0xA9: "c"})
    server.answers["/a"] = answer(page.encode(charset), kind=f"text/html; charset={charset}")
    run("add", f"{server.url}/a")
    (path,) = filed(library)
    assert words in path.read_text()
    assert run("check", path).returncode == 0


@pytest.mark.parametrize(
    ("given", "status", "message"),
    [
        (answer("gone", 404), 2, "the server has no such page (404 Not Found); check the address"),
        (answer("no", 403), 2, "the server refuses it (403 Forbidden); open it in your browser, save the page, and"),
        (answer("", 429, Retry_After="90"), 2, "the server had too many requests (429 Too Many Requests); try again in 90 sec"),
        (answer(b"\xff\xd8\xff", kind="image/jpeg"), 2, "it is a picture (image/jpeg), not text"),
        (answer("<rss version='2.0'><channel/></rss>", kind="text/xml"), 2, "a feed, which lists articles; "),
        (answer(b"\0\1\2\3" * 5000, kind="text/html"), 2, "a binary file"),
        (answer(""), 2, "an empty file"),
        (answer("<p>Nothing here."), 1, "no article: "),
        (answer("<form>Log in<input name=p type=password></form><p>Nothing."), 1, "no article, but a login page; open it in"),
    ],
    ids=range(9),
)  # fmt: skip
def test_what_gives_no_article_is_told_in_one_line(server: Server, run: Run, given: bytes, status: int, message: str) -> None:
    server.answers["/a"] = given
    done = run("read", f"{server.url}/a")
    assert (done.returncode, done.stdout) == (status, b"")
    assert done.stderr.decode().startswith(f"briefing: {server.url}/a: {message}")
    assert done.stderr.count(b"\n") == 1
    added = run("add", f"{server.url}/a")
    assert (added.returncode > 0, added.stdout, added.stderr.count(b"\n")) == (True, b"", 1)


def test_a_redirect_to_a_login_is_told(server: Server, run: Run) -> None:
    server.answers |= {
        "/a": answer("", 302, Location="/account/login?next=/a"),
        "/account/login?next=/a": answer("<p>Welcome back."),
    }
    assert b"no article, but a login page" in run("read", f"{server.url}/a").stderr


def test_a_redirect_to_another_host_is_told_and_one_within_it_is_not(server: Server, run: Run) -> None:
    other = f"http://localhost:{server.port}"
    server.answers |= {
        "/there": answer("", 301, Location=f"{other}/harbour"), "/here": answer("", 301, Location="/harbour"),
        "/harbour": answer(pages.PAGE),
    }  # fmt: skip
    for words in (("read",), ("add",), ("build",)):
        told = run(*words, f"{server.url}/there").stderr.decode().splitlines()
        assert told[0] == f"briefing: {server.url}/there: redirected to {other}/harbour"
    assert run("read", f"{server.url}/here").stderr == b""


def test_a_list_of_addresses_is_added_and_each_failure_told(server: Server, run: Run, library: Path) -> None:
    server.answers |= {
        "/1": answer(NO_ADDRESS),
        "/2": answer(NO_ADDRESS.replace("five quays", "six piers")),
        "/3": answer("<p>Short."),
    }
    lines = f"# this week\n{server.url}/1\n\n{server.url}/2\n{server.url}/3\n{server.url}/4\n{server.url}/1\n"
    done = run("add", "-", stdin=lines.encode())
    assert done.returncode == 2
    assert [Path(line) for line in done.stdout.decode().splitlines()] == filed(library)[::-1]
    assert [line.partition(": ")[2].partition(": ")[0] for line in done.stderr.decode().splitlines()] == [
        f"{server.url}/3", f"{server.url}/4",
    ]  # fmt: skip
    assert server.paths == ["/1", "/2", "/3", "/4"]
    again = run("add", "-", stdin=f"{server.url}/1".encode())
    assert (again.returncode, len(filed(library))) == (0, 2)
    assert b"already in the library" in again.stderr


def test_an_article_that_was_fetched_is_that_of_its_saved_page(server: Server, run: Run, library: Path, tmp_path: Path) -> None:
    server.answers["/harbour?utm_source=mail"] = answer(pages.PAGE.replace("Advertisement", "Another advertisement"))
    (tmp_path / "saved.html").write_text(pages.PAGE)
    first, second = run("add", tmp_path / "saved.html"), run("add", f"{server.url}/harbour?utm_source=mail")
    assert first.stdout == second.stdout
    assert len(filed(library)) == 1


def test_addresses_are_built_into_a_folder_and_again_into_the_same_files(server: Server, run: Run, tmp_path: Path) -> None:
    server.answers |= {
        "/a/index.html": answer(NO_ADDRESS),
        "/b/index.html": answer(NO_ADDRESS.replace("five quays", "six piers")),
    }
    one, other = f"{server.url}/a/index.html", f"{server.url}/b/index.html"
    assert run("build", one, other, "-o", tmp_path / "out").returncode == 0
    assert sorted(file.name for file in (tmp_path / "out").iterdir()) == ["index-1.md", "index.md"]
    assert run("build", one, other, "-o", tmp_path / "out").returncode == 0
    turned = run("build", other, one, "-o", tmp_path / "out")  # each is the other's file now, and stays what it is
    assert (turned.returncode, turned.stderr.count(b"was not built from it")) == (2, 2)
    lines = run("build", one, f"{server.url}/none", "--format", "json")
    assert (lines.returncode, lines.stdout.count(b"\n")) == (2, 2)


def test_pictures_are_fetched_only_if_the_user_asks(server: Server, run: Run, library: Path, tmp_path: Path) -> None:
    server.answers |= {"/harbour": answer(pages.PAGE), "/quay.jpg": answer(encoded(halves()), kind="image/png")}
    run("add", f"{server.url}/harbour")
    assert server.paths == ["/harbour"]
    done = run("add", f"{server.url}/harbour", "--pictures")
    assert done.stderr.decode().splitlines()[-1] == (
        f"briefing: {server.url}/harbour: 1 of 2 pictures are there; "
        f"{server.url}/reyl.jpg: the server has no such page (404 Not Found); check the address"
    )
    assert server.paths == ["/harbour", "/harbour", "/quay.jpg", "/reyl.jpg"]
    picture = load(filed(library)[0]).briefing.images[0].url
    assert picture == f"{server.url}/quay.jpg"
    assert read_picture(picture, library) == encoded(halves())
    run("build", f"{server.url}/harbour", "--pictures", "-o", tmp_path / "new.md")
    assert read_picture(picture, tmp_path) == encoded(halves())
    refused = run("build", f"{server.url}/harbour", "--pictures")
    assert (refused.returncode, refused.stderr.count(b"\n")) == (2, 1)


def test_no_request_is_made_if_the_user_forbids_it(server: Server, run: Run) -> None:
    for words in (("read",), ("add",), ("build",), ("add", "--pictures")):
        done = run(*words, f"{server.url}/harbour", env={"BRIEFING_OFFLINE": "1"})
        assert done.returncode == 2
        assert done.stderr.decode() == (
            f"briefing: {server.url}/harbour: not fetched, as BRIEFING_OFFLINE is set; unset it, or give a file\n"
        )
    assert server.asked == []


@pytest.mark.parametrize("word", ["file:///etc/passwd", "ftp://a.example/x", "javascript:alert(1)", "FILE:/etc/passwd"])
def test_other_schemes_are_refused(run: Run, word: str) -> None:
    for command in ("read", "add", "build"):
        done = run(command, word)
        assert (done.returncode, done.stdout, done.stderr.count(b"\n")) == (2, b"", 1)
        assert b"only http and https addresses are fetched" in done.stderr
