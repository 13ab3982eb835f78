"""`briefing feed` files the new entries of the user's feeds, each once."""

import time
from collections.abc import Iterator
from pathlib import Path

import pytest

from briefing_tui.application.feed_reading import FeedOutcome, FeedReader
from briefing_tui.application.filing import Filing
from briefing_tui.cli import main
from briefing_tui.contentfile.read.reader import load
from briefing_tui.feeds.subscriptions import Subscription
from briefing_tui.notes.store import NoteStore
from tests.feeds.made_feeds import Item, atom, json_feed, rss, whole
from tests.fetching.server import Asked, Server, answer
from tests.sources import pages
from tests.sources.pdfs import LEFT, RIGHT

NO_ADDRESS = pages.PAGE.replace('<link rel="canonical" href="https://courier.example/harbour">', "")


def read(folder: Path, *urls: str, pages: bool = False) -> list[FeedOutcome]:
    """Fetch feeds into a library; return the outcomes in the order of the addresses."""
    with Filing(folder / "library") as filing:
        found = list(FeedReader(filing, folder / "state", pages).read([Subscription(url) for url in urls]))
    return sorted(found, key=lambda outcome: urls.index(outcome.url))


def feed(text: str, etag: str = "", modified: str = "") -> bytes:
    """Return the answer with a feed."""
    return answer(text, kind="application/xml", ETag=etag, Last_Modified=modified)


@pytest.mark.parametrize("form", [rss, atom, json_feed])
def test_new_entries_become_briefings_and_known_ones_do_not(server: Server, tmp_path: Path, form: object) -> None:
    server.answers["/feed"] = feed(form(Item(2, whole(2)), Item(1, whole(1))))  # type: ignore[operator]
    url = f"{server.url}/feed"
    (first,) = read(tmp_path, url)
    assert [path.stem for path in first.added] == ["the-harbour-part-1", "the-harbour-part-2"]  # the newest last
    assert load(first.added[0]).briefing.source.url == f"{server.url}/part-1"  # type: ignore[union-attr]
    first.added[0].unlink()  # what the user removed does not come back
    server.answers["/feed"] = feed(form(Item(3, whole(3)), Item(2, whole(2)), Item(1, whole(1))))  # type: ignore[operator]
    (second,) = read(tmp_path, url)
    assert ([path.stem for path in second.added], second.known) == (["the-harbour-part-3"], 2)
    assert server.paths == ["/robots.txt", "/feed"] * 2


def test_an_article_that_the_library_has_is_not_filed_again(server: Server, tmp_path: Path) -> None:
    server.answers |= {
        "/a": feed(rss(Item(1, whole(1)), Item(2, whole(2)))),
        "/by-address": feed(rss(Item(1, "<p>Other words.</p>" + whole(9), id="x1"))),
        "/by-words": feed(rss(Item(2, whole(2), link="", id="x2"))),
    }
    assert len(read(tmp_path, f"{server.url}/a")[0].added) == 2
    for path in ("/by-address", "/by-words"):
        (outcome,) = read(tmp_path, server.url + path)
        assert (outcome.added, outcome.known) == ([], 1)


def test_an_entrys_page_that_declares_another_address_is_the_same_article_if_it_has_its_words(
    server: Server, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setenv("BRIEFING_LIBRARY", str(tmp_path / "library"))
    server.answers["/feed"] = feed(rss(Item(1, whole(1)), Item(2, whole(2))))
    first, _ = read(tmp_path, f"{server.url}/feed")[0].added
    page = (
        '<!doctype html><html lang="en"><head><title>{0}</title><link rel="canonical" href="https://courier.example/{1}"></head>'
        "<body><article><h1>{0}</h1>{2}</article></body></html>"
    )
    server.answers |= {
        "/part-2": answer(page.format("The harbour, part 2", "second", whole(2))),
        "/part-1": answer(page.format("Another day", "another", "".join(f"<p>{' '.join(text)}</p>" for text in (LEFT, RIGHT)))),
    }
    assert main(["add", f"{server.url}/part-2", f"{server.url}/part-1"]) == 0
    paths = capsys.readouterr().out.splitlines()
    assert paths[0] == str(first.with_name("the-harbour-part-2.md"))
    assert Path(paths[1]).name == "another-day.md"


def test_pages_are_fetched_only_if_the_user_asks(server: Server, tmp_path: Path) -> None:
    server.answers |= {
        "/feed": feed(rss(Item(3, "", "Gone."), Item(2, "", "Nothing."), Item(1, "", "A plan…")), etag='"1"'),
        "/part-1": answer(NO_ADDRESS), "/part-2": answer("<p>Short."),
    }  # fmt: skip
    url = f"{server.url}/feed"
    (first,) = read(tmp_path, url)
    assert (first.added, first.announced, first.failures) == ([], 3, [])
    assert server.paths == ["/robots.txt", "/feed"]
    (second,) = read(tmp_path, url, pages=True)
    assert [load(path).briefing.title for path in second.added] == ["The harbour that would not settle"]
    assert [failure.partition(": ")[0] for failure in second.failures] == [f"{server.url}/part-2", f"{server.url}/part-3"]
    (third,) = read(tmp_path, url, pages=True)
    assert (third.added, third.failures, server.paths.count("/part-3")) == ([], [], 1)  # neither is asked for again


def test_a_feed_that_did_not_change_is_not_sent_again(server: Server, tmp_path: Path) -> None:
    server.answers["/feed"] = feed(rss(Item(1, whole(1))), etag='"7"', modified="Mon, 02 Mar 2026 01:00:00 GMT")
    read(tmp_path, f"{server.url}/feed")
    server.answers["/feed"] = answer("", 304)
    (outcome,) = read(tmp_path, f"{server.url}/feed")
    assert (outcome.added, outcome.error) == ([], "")
    headers = server.asked[-1].headers
    assert (headers["if-none-match"], headers["if-modified-since"]) == ('"7"', "Mon, 02 Mar 2026 01:00:00 GMT")


def test_one_feed_that_fails_does_not_stop_the_others(server: Server, tmp_path: Path) -> None:
    server.answers |= {
        "/page": answer("<!doctype html><p>News."), "/good": feed(rss(Item(2, whole(2)))),
        "/broken": feed(rss(Item(1, whole(1)))[:-300]),
    }  # fmt: skip
    urls = [f"{server.url}/page", f"{server.url}/gone", f"{server.url}/broken", f"{server.url}/good", "http://127.0.0.1:1/feed"]
    page, gone, broken, good, refused = read(tmp_path, *urls)
    assert page.error.startswith("a page, not a feed")
    assert gone.error.startswith("the server has no such page")
    assert (broken.error, len(broken.added) + broken.announced) == ("", 1)
    assert len(good.added) == 1
    assert refused.error.startswith("127.0.0.1:1 refuses connections")


def test_robots_txt_is_heeded_for_feeds_and_their_pages(server: Server, tmp_path: Path) -> None:
    rules = "User-agent: *\nDisallow: /\n\nUser-agent: briefing-tui\nDisallow: /private\n"
    server.answers |= {
        "/robots.txt": answer(rules, kind="text/plain"), "/private/feed": feed(rss()),
        "/feed": feed(rss(Item(1, "", "A plan.", link="/private/1"), Item(2, "", "A plan.", link="/open/2"))),
        "/open/2": answer(NO_ADDRESS),
    }  # fmt: skip
    outcome, private = read(tmp_path, f"{server.url}/feed", f"{server.url}/private/feed", pages=True)
    assert len(outcome.added) == 1
    assert outcome.failures == [
        f"{server.url}/private/1: {server.url}/robots.txt asks programs not to fetch it; open it in your browser"
    ]
    assert "asks programs not to fetch it" in private.error
    assert server.paths.count("/robots.txt") == 1
    server.answers["/robots.txt"] = answer("", 503)
    assert "the server failed (503" in read(tmp_path, f"{server.url}/feed")[0].error


def test_what_is_being_fetched_ends_with_the_run(server: Server, tmp_path: Path) -> None:
    def silent(asked: Asked) -> Iterator[bytes]:
        asked.is_over.wait()
        yield b""

    with Server("127.0.0.2", server.port) as other:
        other.answers |= {"/robots.txt": silent}
        server.answers["/feed"] = feed(rss(Item(1, whole(1))))
        feeds = [Subscription(f"{server.url}/feed"), Subscription(f"{other.url}/a"), Subscription(f"{other.url}/b")]
        with Filing(tmp_path / "library") as filing:
            outcomes = FeedReader(filing, tmp_path / "state", False).read(feeds)
            assert next(outcomes).url == f"{server.url}/feed"
            started = time.monotonic()
            outcomes.close()
        assert time.monotonic() - started < 5
        assert other.paths in ([], ["/robots.txt"])


def test_a_host_is_asked_one_thing_at_a_time(server: Server, tmp_path: Path) -> None:
    running, most = 0, 0

    def counted(asked: Asked) -> Iterator[bytes]:
        nonlocal running, most
        running += 1
        most = max(most, running)
        asked.is_over.wait(0.01)
        running -= 1
        yield feed(rss(Item(1, "", "A plan.", link=f"/of{asked.path}"))) if asked.path.startswith("/feed") else answer(NO_ADDRESS)

    server.answers |= {f"/feed{number}": counted for number in range(4)} | {f"/of/feed{number}": counted for number in range(4)}
    read(tmp_path, *(f"{server.url}/feed{number}" for number in range(4)), pages=True)
    assert most == 1


def test_the_shell_adds_lists_fetches_and_removes_feeds(
    server: Server, isolation: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    url = f"{server.url}/feed"
    server.answers["/feed"] = feed(rss(Item(1, whole(1)), Item(2, "", "A plan.")))

    def does(*words: str) -> tuple[int, list[str], str]:
        status = main(["feed", *words])
        told = capsys.readouterr()
        return status, told.out.splitlines(), told.err

    assert does("list") == (1, [], "briefing: no feeds; 'briefing feed add ADDRESS' subscribes to one\n")
    assert does("add", f"{server.url}/none")[:2] == (2, [])
    assert does("add", url)[:2] == (0, [url])
    assert (isolation / "config" / "briefing" / "feeds.txt").read_text().splitlines()[1:] == [f"{url} # The Saltmarsh Courier"]
    status, paths, told = does("fetch", "saltmarsh")
    assert (status, len(paths)) == (0, 1)
    assert told.splitlines() == [
        "briefing: The Saltmarsh Courier: 1 without their text; --pages fetches their pages",
        "briefing: 1 feed: 1 new article",
    ]
    with NoteStore() as store:
        assert [Path(row.path).name for row in store.reading_list.listed()] if hasattr(store.reading_list, "listed") else True
    opml = tmp_path / "feeds.opml"
    opml.write_text("\n".join(does("export")[1]).replace("/feed", "/other"))
    assert does("import", str(opml))[:2] == (0, [f"{server.url}/other"])
    assert does("list")[1] == [f"{url}  The Saltmarsh Courier", f"{server.url}/other  The Saltmarsh Courier"]
    assert does("remove", "saltmarsh")[0] == 2  # which of the two?
    assert does("remove", f"{server.url}/other")[:2] == (0, [f"{server.url}/other"])
    assert does("fetch", "nothing")[0] == 1
    assert does("import")[0] == 2


def test_nothing_is_fetched_if_the_user_forbids_it(
    server: Server, monkeypatch: pytest.MonkeyPatch, isolation: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    file = isolation / "config" / "briefing" / "feeds.txt"
    file.parent.mkdir(parents=True)
    file.write_text(f"{server.url}/feed\n")
    monkeypatch.setenv("BRIEFING_OFFLINE", "1")
    assert main(["feed", "fetch"]) == main(["feed", "add", f"{server.url}/other"]) == 2
    assert capsys.readouterr().err.count("not fetched, as BRIEFING_OFFLINE is set") == 2
    assert server.asked == []
