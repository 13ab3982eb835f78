"""Zip files and web archives that hold a page or another article."""

import plistlib

import pytest

from briefing_tui.sources import NoArticle, Unreadable, read_source
from briefing_tui.sources.registry import RawSource, recognise
from tests.sources.offices import zipped
from tests.sources.pdfs import newsletter
from tests.sources.test_mail import mail
from tests.sources.test_mhtml import PAGE

ADDRESS = "https://courier.example/doctor"


def web_archive(page: bytes, form: plistlib.PlistFormat = plistlib.FMT_BINARY) -> bytes:
    main = {"WebResourceData": page, "WebResourceURL": ADDRESS, "WebResourceTextEncodingName": "UTF-8"}
    return plistlib.dumps({"WebMainResource": main}, fmt=form)


@pytest.mark.parametrize("form", [plistlib.FMT_BINARY, plistlib.FMT_XML])
def test_the_page_of_a_web_archive_is_read_with_its_address(form: plistlib.PlistFormat) -> None:
    data = web_archive(PAGE.encode(), form)
    assert recognise(RawSource(data)).name == "webarchive"
    document = read_source(data, "doctor.webarchive")
    assert (document.title, document.source.url) == ("Doctor leaves", ADDRESS)
    assert document.sections == read_source(PAGE.encode()).sections


@pytest.mark.parametrize("data", [b"bplist00WebMainResource", web_archive(b"")[:-20]])
def test_a_damaged_web_archive_is_named(data: bytes) -> None:
    with pytest.raises(Unreadable, match="a damaged web archive"):
        read_source(data)


@pytest.mark.parametrize(
    "comment", [f"Page saved with SingleFile \n url: {ADDRESS} \n saved date: 2026", f"saved from url=(0030){ADDRESS}"]
)
def test_a_saved_page_knows_where_it_was_saved_from(comment: str) -> None:
    assert read_source(PAGE.replace("<head>", f"<head><!-- {comment} -->").encode()).source.url == ADDRESS


@pytest.mark.parametrize(
    ("name", "data", "title"),
    [
        ("story.html", PAGE.encode(), "Doctor leaves"),
        ("a/letter.eml", mail().as_bytes(), "Doctor leaves Skerry"),
        ("bridge.pdf", newsletter(), "The bridge that waits for spring"),
        ("story.webarchive", web_archive(PAGE.encode()), "Doctor leaves"),
    ],
)
def test_the_article_in_a_zip_file_is_read(name: str, data: bytes, title: str) -> None:
    files: dict[str, bytes | str] = {
        "__MACOSX/story.html": b"x",
        "story_files/frame.html": PAGE.replace("Doctor", "Advertisement").encode(),
        name: data,
    }
    made = zipped(files if name == "story.html" else {name: data})
    document = read_source(made, "story.zip")
    assert document.title == title
    assert (document.source.name, document.notes) == ("story.zip", ())
    assert document.source.sha256 == RawSource(made).sha256


def test_of_several_articles_in_a_zip_file_one_can_be_chosen() -> None:
    data = zipped({"a.html": PAGE.encode(), "b.eml": mail().as_bytes()})
    document = read_source(data)
    assert document.title == "Doctor leaves"
    assert document.notes == ("a zip file with 2 articles: 'a.html' was read; '--from zip:NAME' reads another ('b.eml')",)
    assert read_source(data, None, "zip:b.eml").title == "Doctor leaves Skerry"
    with pytest.raises(Unreadable, match=r"without the article 'c.html'; it has 'a.html', 'b.eml'"):
        read_source(data, None, "zip:c.html")


@pytest.mark.parametrize(
    ("data", "why"),
    [
        (zipped({"../../home/story.html": PAGE.encode()}), "leads out of it"),
        (zipped({"/etc/story.html": PAGE.encode()}), "leads out of it"),
        (zipped({"story.html": b"<p>a" * 20_000_000}), "grows to more than 64 MB"),
        (zipped({"story.html": PAGE.encode()})[:-60], "damaged"),
        (zipped({"inner.zip": zipped({"story.html": PAGE.encode()})}), "no article"),
        (zipped({"picture.png": b"x"}), "no article"),
    ],
    ids=["up", "absolute", "bomb", "cut", "nested", "nothing"],
)
def test_a_zip_file_that_is_a_trap_is_refused_in_a_line(data: bytes, why: str) -> None:
    with pytest.raises((NoArticle, Unreadable), match=why):
        read_source(data, "story.zip")
