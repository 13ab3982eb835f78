"""Feeds are read in every form, whatever is in them."""

import json
import tracemalloc
from collections.abc import Callable
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from briefing_tui.builder import build
from briefing_tui.feeds import parsing
from briefing_tui.feeds.entry import FeedEntry
from briefing_tui.feeds.opml import NotOpml, read_opml, write_opml
from briefing_tui.feeds.parsing import NotAFeed, parse_feed
from briefing_tui.feeds.subscriptions import Subscription, Subscriptions
from tests.feeds.made_feeds import Item, atom, json_feed, rss, whole

FORMS = [rss, atom, json_feed]


@pytest.mark.parametrize("form", FORMS)
def test_an_entry_is_read_and_its_page_built(form: object) -> None:
    feed = parse_feed(form(Item(1, whole(1), "A plan.")).encode(), "https://courier.example/feed")  # type: ignore[operator]
    assert feed.title == "The Saltmarsh Courier"
    (entry,) = feed.oldest_first()
    assert entry == FeedEntry(
        "part:1", "https://courier.example/part-1", "The harbour, part 1", ("Ines Calder",), "2026-03-02T01:00:00Z",
        whole(1), True, "The Saltmarsh Courier",
    )  # fmt: skip
    assert entry.is_whole
    briefing = build(entry.page(), "part-1", "html").briefing
    assert briefing.source
    assert (briefing.title, briefing.publisher, briefing.authors) == (entry.title, "The Saltmarsh Courier", ("Ines Calder",))
    assert (briefing.published, briefing.source.url) == ("2026-03-02", "https://courier.example/part-1")
    assert len(briefing.quotes) == 1


@pytest.mark.parametrize(
    ("item", "is_whole"),
    [
        (Item(1, "", "Two quays are cracked."), False),
        (Item(1, "", whole(1) * 3), True),
        (Item(1, whole(1)[:300] + "… <a href='/part-1'>Read on</a>", ""), False),
        (Item(1, whole(1)[:300] + " [...]", ""), False),
        (Item(1, "<p>“We will see …” she said, and left for the day.</p>", ""), True),
        (Item(1, "", ""), False),
    ],
)
def test_a_text_that_is_cut_off_is_not_the_whole(item: Item, is_whole: bool) -> None:
    for form in FORMS:
        if form is json_feed and item.summary:
            continue  # a JSON Feed says which is which
        assert next(parse_feed(form(item).encode()).oldest_first()).is_whole == is_whole


@pytest.mark.parametrize(
    ("data", "reason"),
    [
        ("<!doctype html><html><head><link rel='alternate' type='application/rss+xml' href='/feed.xml'></head><p>News.",
         "a page, not a feed; the feed that it names is https://courier.example/feed.xml"),
        ("<html><body>News.", "a page, not a feed, and it names none"),
        ("", "no feed in RSS, Atom or JSON"),
        ("/etc/passwd", "no feed in RSS, Atom or JSON"),
        ("http://127.0.0.1:1/feed", "no feed in RSS, Atom or JSON"),
        ('{"version": "1"}', "JSON, but no JSON Feed"),
        ("{" * 100_000, "no feed in RSS, Atom or JSON"),
        ("\0\1\2", "no feed in RSS, Atom or JSON"),
    ],
)  # fmt: skip
def test_what_is_no_feed_is_told_for_what_it_is(data: str, reason: str) -> None:
    with pytest.raises(NotAFeed) as told:
        parse_feed(data.encode(), "https://courier.example/news")
    assert str(told.value).startswith(reason)
    assert "\n" not in str(told.value)


def test_a_hostile_feed_is_words() -> None:
    bomb = '<!DOCTYPE x [<!ENTITY a "ha"><!ENTITY b "' + "&a;" * 1000 + '"><!ENTITY c "' + "&b;" * 1000 + '">]>'
    feed = parse_feed((bomb + rss(Item(1, whole(1)), title="&c;")).encode())
    assert len(feed.title) <= 2000
    item = Item(1, "<p>\x1b[31mred</p>" + whole(1), link="javascript:alert(1)", id="\x1b[2J")
    for form in (atom, json_feed):
        (entry,) = parse_feed(form(item).encode()).oldest_first()
        assert entry.url == ""
        assert "\x1b" not in entry.html + entry.id + entry.title
    odd = {"version": "https://jsonfeed.org/version/1", "title": 7, "items": [7, None, {}, {"id": {}, "authors": 3, "url": []}]}
    assert len(list(parse_feed(json.dumps(odd).encode()).oldest_first())) == 2


@pytest.mark.parametrize(
    "name", ["authors", "author", "contents", "links", "published_parsed", "title_detail", "tags", "version"]
)
def test_an_element_with_the_name_of_something_else_harms_nothing(name: str) -> None:
    for place in ("<item>", "<channel>"):
        feed = parse_feed(rss(Item(1, whole(1))).replace(place, f"{place}<{name}>x</{name}>", 1).encode())
        assert [entry.title for entry in feed.oldest_first()] == [Item(1, "").title]


@given(st.binary(max_size=300) | st.text(max_size=300).map(lambda text: rss(Item(1, text)).encode("utf-8", "replace")))
def test_any_bytes_are_a_feed_or_told_in_one_line(data: bytes) -> None:
    why = ""
    try:
        entries = list(parse_feed(data, "https://courier.example/feed").oldest_first())
    except NotAFeed as told:
        entries, why = [], str(told)
    assert "\n" not in why
    assert all(entry.id for entry in entries)


def test_subscriptions_are_a_file_that_the_user_may_edit(tmp_path: Path) -> None:
    path = tmp_path / "feeds.txt"
    mine = "# mine\nhttps://a.example/feed pages # The # A\n\nfile:///etc/passwd\nhttps://b.example/feed never\nhttps://c.example/feed\n"
    path.write_text(mine)
    feeds = Subscriptions(path)
    assert feeds.feeds == [
        Subscription("https://a.example/feed", "The # A", True, 2), Subscription("https://c.example/feed", "", False, 6),
    ]  # fmt: skip
    assert [problem.partition(": ")[0] for problem in feeds.problems] == [f"{path}:4", f"{path}:5"]
    assert not feeds.add("https://c.example/feed")
    assert feeds.add("https://d.example/feed", "D\nd", True)
    feeds.remove(feeds.named("the # a")[0])
    feeds.save()
    assert (
        path.read_text() == mine.replace("https://a.example/feed pages # The # A\n", "") + "https://d.example/feed pages # D d\n"
    )
    assert [feed.line for feed in feeds.feeds] == [feed.line for feed in Subscriptions(path).feeds] == [5, 6]


def test_opml_is_exchanged_and_nothing_in_it_is_fetched_or_expanded() -> None:
    feeds = [Subscription("https://a.example/feed?x=1&y=2", 'A "b" <c>'), Subscription("https://b.example/feed")]
    written = "\n".join(write_opml(feeds)).encode()
    assert [(feed.url, feed.title) for feed in read_opml(written)] == [
        ("https://a.example/feed?x=1&y=2", 'A "b" <c>'), ("https://b.example/feed", "https://b.example/feed"),
    ]  # fmt: skip
    hostile = (
        b'<!DOCTYPE o [<!ENTITY f SYSTEM "file:///etc/passwd">]><opml><body><outline text="folder"><outline text="&f;" '
        b'xmlURL="https://a.example/"/><outline xmlUrl="file:///etc/passwd"/><outline xmlUrl="https://a.example/"/></outline></body></opml>'
    )
    assert [(feed.url, feed.title) for feed in read_opml(hostile)] == [("https://a.example/", "")]
    for other in (b"", b"<html/>", b"<rsxmlns:content='x'><a/></rs>", b"\0", b"words"):
        with pytest.raises(NotOpml):
            read_opml(other)


def entries_of(data: bytes, content_type: str = "") -> list[FeedEntry]:
    """Return the entries of a feed, the oldest first."""
    return list(parse_feed(data, "https://courier.example/feed", content_type).oldest_first())


MANY = [Item(number, whole(number)) for number in range(70)]
BARE = [Item(number, "") for number in range(70)]
ODD = (
    "<item a='>'><title>In words: &lt;/item></title><description><![CDATA[</item><item>]]></description>"
    "<!-- </item> --></item ><x:item xmlns:x='urn:x'><x:title>No entry</x:title></x:item><ITEM><title>Loud</title></ITEM>"
    "<description>Between</description><language>en</language>"
    "<b xml:base='https://b.example/' xml:lang='de'><item><link>c</link></item></b>"
)
"""What makes it hard to find where an entry begins and ends."""
LONG = {
    "rss": rss(*MANY),
    "atom": atom(*MANY),
    "json": json_feed(*MANY),
    "one large entry": rss(*MANY[:35], Item(99, whole(99) * 400), *MANY[35:]),
    "odd": rss(*BARE)
    .replace("</item><item>", f"</item>\n  {ODD}\n<item>", 40)
    .replace("</channel>", "<language>en</language></channel>"),
    "broken": rss(*BARE).replace("</description>", "<p></description>", 1),
    "in one another": rss(*BARE).replace("</guid>", "</guid><item><title>In</title></item>", 1),
    "empty": rss(*BARE).replace("</channel>", "<item a='>'/></channel>"),
    "declared": '<!DOCTYPE rss [<!ENTITY x "y">]>' + rss(*(Item(number, "&x;") for number in range(70))),
    "a long head": rss(*BARE, title="Long " * 60_000),
}


@pytest.mark.parametrize("name", LONG)
@pytest.mark.parametrize("encoding", ["utf-8", "latin-1", "utf-16"])
def test_a_long_feed_has_the_same_entries_read_in_pieces_as_at_once(
    name: str, encoding: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    if encoding != "utf-8" and name not in ("rss", "odd"):
        return
    data = LONG[name].replace('<?xml version="1.0"?>', f'<?xml version="1.0" encoding="{encoding}"?>').encode(encoding, "replace")
    feed = parse_feed(data, "https://courier.example/feed")
    found = list(feed.oldest_first())
    assert found == list(feed.oldest_first())
    monkeypatch.setattr(parsing, "cut", lambda *_: None)
    monkeypatch.setattr(parsing, "decode", lambda *_, **__: parsing._lenient_json(data))
    whole_feed = parse_feed(data, "https://courier.example/feed")
    assert found == list(whole_feed.oldest_first())
    assert feed.title == whole_feed.title
    assert name == "odd" or feed.count == whole_feed.count == len(found)


@pytest.mark.parametrize("name", ["rss", "atom", "one large entry", "odd"])
def test_of_a_long_feed_few_entries_are_read_at_a_time(name: str, monkeypatch: pytest.MonkeyPatch) -> None:
    read: list[int] = []
    parsed = parsing._parsed

    def counted(data: bytes, url: str, content_type: str) -> object:
        found = parsed(data, url, content_type)
        read.append(len(found.entries))
        return found

    monkeypatch.setattr(parsing, "_parsed", counted)
    entries = parse_feed(LONG[name].encode()).oldest_first()
    assert read == [0]
    next(entries)
    assert read == [0, len(read) and read[1]]
    assert len(list(entries)) + 1 == sum(read)
    assert max(read) <= 50
    assert name != "one large entry" or min(read[1:]) < 20


def test_a_feed_that_breaks_off_in_its_entries_gives_those_after_them_first() -> None:
    data = json_feed(Item(2, whole(2)), Item(1, whole(1))).encode().replace(b"quay", b"qu\xffay", 1)
    entries = parse_feed(data).oldest_first()
    assert next(entries).title == "The harbour, part 1"
    with pytest.raises(NotAFeed):
        next(entries)


@pytest.mark.parametrize("form", FORMS)
def test_a_long_feed_that_waits_to_be_filed_takes_less_than_its_bytes(form: Callable[..., str]) -> None:
    items = [Item(number, whole(number) * 20) for number in range(200)]
    data = form(*items).encode()
    parse_feed(form(items[0]).encode())
    tracemalloc.start()
    try:
        feed = parse_feed(bytes(bytearray(data)))
        assert tracemalloc.get_traced_memory()[0] < len(data) / 2
    finally:
        tracemalloc.stop()
    assert len(list(feed.oldest_first())) == 200


def test_an_entry_whose_link_is_a_counting_one_has_the_articles_address() -> None:
    plain = rss(Item(1, whole(1), link="https://counter.example/~r/1"))
    counted = plain.replace("<rss ", '<rss xmlns:feedburner="http://rssnamespace.org/feedburner/ext/1.0" ').replace(
        "</item>", "<feedburner:origLink>https://courier.example/part-1</feedburner:origLink></item>"
    )
    assert [entry.url for entry in parse_feed(counted.encode()).oldest_first()] == ["https://courier.example/part-1"]
