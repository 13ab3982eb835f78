"""Pages of web archives are listed, judged cheaply, and read one by one."""

import gzip
import io
import zipfile
import zlib
from pathlib import Path

import brotli
import pytest

from benchmarks.sources.made_warc import packed, record
from briefing_tui.sources.archives import survey as surveys
from briefing_tui.sources.archives.article_signs import may_hold_article
from briefing_tui.sources.archives.page import read_page
from briefing_tui.sources.archives.parts import is_archive
from briefing_tui.sources.archives.survey import Survey, survey_archive
from briefing_tui.sources.errors import Unreadable
from tests.sources import pages

PAGE = pages.PAGE.encode()
ONE, TWO = record("https://courier.example/one", PAGE), record("https://courier.example/two", PAGE)
BEFORE = packed([ONE])


def surveyed(folder: Path, data: bytes, name: str = "pages.warc.gz") -> Survey:
    (folder / name).write_bytes(data)
    return survey_archive(str(folder / name))


def wacz(data: bytes, compression: int = zipfile.ZIP_STORED) -> bytes:
    """Return a WACZ file with a WARC file in it."""
    made = io.BytesIO()
    with zipfile.ZipFile(made, "w") as file:
        file.writestr("datapackage.json", "{}")
        file.writestr("archive/data.warc.gz", data, compression)
    return made.getvalue()


CODED = {
    "as it is": (PAGE, ()),
    "gzip": (gzip.compress(PAGE), ("Content-Encoding: gzip",)),
    "deflate": (zlib.compress(PAGE), ("Content-Encoding: deflate",)),
    "br": (brotli.compress(PAGE), ("Content-Encoding: br",)),
    "chunked": (b"%x\r\n%b\r\n0\r\n\r\n" % (len(PAGE), PAGE), ("Transfer-Encoding: chunked",)),
}


@pytest.mark.parametrize("form", ["warc", "warc.gz", "wacz"])
@pytest.mark.parametrize("coding", CODED)
def test_a_page_is_listed_with_its_address_and_day_and_read_as_the_server_sent_it(tmp_path: Path, form: str, coding: str) -> None:
    body, head = CODED[coding]
    records = [ONE, record("https://courier.example/coded", body, head=head, media="text/html; charset=utf-8"), TWO]
    data = {"warc": b"".join(records), "warc.gz": packed(records), "wacz": wacz(packed(records))}[form]
    found = surveyed(tmp_path, data, f"a.{form}")
    assert [page.url.rpartition("/")[2] for page in found.pages] == ["one", "coded", "two"]
    assert {page.day for page in found.pages} == {"2026-03-02"}
    assert (found.others, found.trouble) == ((), "")
    assert [read_page(page)[0] for page in found.pages] == [PAGE] * 3
    _, origin = read_page(found.pages[1])
    assert (origin.address, origin.media_type, origin.charset) == ("https://courier.example/coded", "text/html", "utf-8")


OTHERS = {
    "moved, missing or refused": [
        record("https://courier.example/old", b"", status="301 Moved"),
        record("https://courier.example/gone", PAGE, status="404 Not Found"),
        record("https://courier.example/later", PAGE, status="429 Too Many Requests"),
    ],
    "no page": [
        record("https://courier.example/a.png", b"\x89PNG" * 500, media="image/png"),
        record("https://courier.example/a.json", PAGE, media="application/json"),
        record("https://courier.example/one", b"", kind="request"),
        record("dns:courier.example", b"1.2.3.4", kind="resource", media="text/dns"),
        record("https://courier.example/nothing", b"", kind="metadata"),
    ],
    "seen before and not stored again": [record("https://courier.example/one", b"", kind="revisit")],
    "too little text": [
        record("https://courier.example/short", b"<p>Nothing here.</p>"),
        record("https://courier.example/bomb", gzip.compress(bytes(20_000_000)), head=["Content-Encoding: gzip"]),
        record("https://courier.example/unknown", PAGE, head=["Content-Encoding: rot13"]),
        record("https://courier.example/list", b"<html><ul>" + b"<li><a href=/a>One of the many stories</a>" * 200),
    ],
}


@pytest.mark.parametrize("why", OTHERS)
def test_what_is_no_article_is_counted_by_its_reason_and_not_built(tmp_path: Path, why: str) -> None:
    found = surveyed(tmp_path, packed([*OTHERS[why], ONE]))
    assert [page.url for page in found.pages] == ["https://courier.example/one"]
    assert found.others == ((why, len(OTHERS[why])),)


@pytest.mark.parametrize(
    ("data", "trouble"),
    {
        "in a compressed record": (BEFORE + packed([TWO])[:-300], "cut off after record 1"),
        "in its last bytes": (BEFORE + packed([TWO])[:-3], "cut off after record 2"),
        "in a compressed head": (BEFORE + packed([TWO])[:60], "cut off after record 1"),
        "in a record": (ONE + TWO[:-300], "cut off after record 1"),
        "in a head": (ONE + TWO[:60], "cut off after record 1"),
        "rubbish between": (BEFORE + b"rubbish" * 20 + BEFORE, "damaged after record 1"),
    }.values(),
    ids=range(6),
)
def test_an_archive_that_is_cut_off_or_damaged_gives_the_pages_before_that(tmp_path: Path, data: bytes, trouble: str) -> None:
    found = surveyed(tmp_path, data)
    assert found.pages[0].url == "https://courier.example/one"
    assert len(found.pages) == (2 if "record 2" in trouble else 1)
    assert trouble in found.trouble
    assert "\n" not in found.trouble
    assert [read_page(page)[0] for page in found.pages] == [PAGE] * len(found.pages)


@pytest.mark.parametrize(
    ("data", "why"),
    [
        (gzip.compress(ONE + TWO), "compressed as a whole; unpack it with gunzip"),
        (b"WARC/1.0\nrubbish", "does not begin with a WARC record|cut off after record 0"),
        (wacz(BEFORE, zipfile.ZIP_DEFLATED), "compressed once more"),
        (wacz(BEFORE)[:-30], "damaged WACZ"),
        (wacz(BEFORE).replace(b"archive/", b"nothing/"), "without WARC files"),
    ],
    ids=["one gzip", "rubbish", "deflated", "cut", "empty"],
)
def test_an_archive_that_cannot_be_read_is_named_for_what_it_is(tmp_path: Path, data: bytes, why: str) -> None:
    with pytest.raises(Unreadable, match=why):
        surveyed(tmp_path, data, "a.wacz")


def test_a_page_that_expands_without_end_is_read_to_a_bound(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("briefing_tui.sources.archives.page.MAX_BYTES", 1_000_000)
    body = gzip.compress(PAGE + b" " * 30_000_000)
    (page,) = surveyed(tmp_path, packed([record("https://courier.example/b", body, head=["Content-Encoding: gzip"])])).pages
    assert len(read_page(page)[0]) == 1_000_001


def test_a_record_of_unbounded_length_is_left_out(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(surveys, "MAX_BYTES", 3000)
    assert surveyed(tmp_path, packed([record("https://courier.example/x", PAGE * 3)])).others == (("larger than 0 MiB", 1),)


def test_archives_are_known_by_their_first_bytes(tmp_path: Path) -> None:
    made = {
        "a.warc": ONE,
        "b": BEFORE,
        "c.wacz": wacz(BEFORE),
        "d.html": PAGE,
        "e.gz": gzip.compress(PAGE),
        "f.zip": wacz(BEFORE),
    }
    for name, data in made.items():
        (tmp_path / name).write_bytes(data)
    assert [name for name in made if is_archive(tmp_path / name)] == ["a.warc", "b", "c.wacz"]


@pytest.mark.parametrize("markup", ["<p>{}</p>", "<div>{}</div>", "{}<br><br>", '<script>{{"articleBody": "{}"}}</script>'])
def test_prose_is_seen_in_whatever_markup_it_is(markup: str) -> None:
    words = pages.LORE if "script" not in markup else [" ".join(pages.LORE).replace('"', "")]
    assert may_hold_article(b"<html>" + "".join(markup.format(words_of) for words_of in words).encode())


@pytest.mark.parametrize(
    "page",
    [
        b"<ul>" + b"<li><a href=/x>The harbour board of Portolan met behind closed doors, and came out.</a></li>" * 50,
        b"<script>" + b"var a = 'A long text in a script. It is no article, and nobody reads it at all.';" * 50,
        b"<p>Log in.</p>" * 300,
    ],
    ids=["links", "script", "short"],
)
def test_lists_scripts_and_short_lines_are_no_prose(page: bytes) -> None:
    assert not may_hold_article(page)
