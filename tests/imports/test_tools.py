"""Exports of other tools are recognised by their content, and read whole."""

import json
import random

import pytest

from briefing_tui.application.saved_articles import entry_of, notes_of, page_of
from briefing_tui.export.bundle import Bundle
from briefing_tui.export.formats import all_formats
from briefing_tui.imports.errors import BrokenExport
from briefing_tui.imports.export_file import ExportFile
from briefing_tui.imports.registry import recognise
from briefing_tui.imports.saved import SavedArticle
from briefing_tui.model.briefing import Briefing, Source
from briefing_tui.model.identity import address_key
from tests.imports.exports import (
    CHANGED,
    EXPORTS,
    KARAKEEP,
    OMNIVORE,
    OMNIVORE_LAST,
    OTHER,
    SAVED,
    TITLE,
    URL,
    WALLABAG,
    WORDS,
    archived,
)
from tests.library.helpers import PLAIN


def articles(data: bytes) -> list[SavedArticle]:
    file = ExportFile(data)
    tool = recognise(file)
    assert tool is not None
    return list(tool.read(file))


def harbour(data: bytes) -> SavedArticle:
    return next(one for one in articles(data) if one.title == TITLE)


@pytest.mark.parametrize("name", EXPORTS)
def test_an_export_is_recognised_by_its_content(name: str) -> None:
    tool, data = EXPORTS[name]
    found = recognise(ExportFile(data))
    assert found is not None
    assert found.name == tool
    for encoded in (data, b"\xef\xbb\xbf" + data, data.replace(b"\n", b"\r\n")) if not data.startswith(b"PK") else ():
        assert [one.title for one in articles(encoded)] == [one.title for one in articles(data)]


@pytest.mark.parametrize("name", EXPORTS)
def test_address_title_and_tags_come_along(name: str) -> None:
    saved = harbour(EXPORTS[name][1])
    assert address_key(saved.url) == ("" if name == "Readwise's CSV" else address_key(URL))
    assert "sea" in saved.tags
    assert len(saved.tags) == len(set(saved.tags))


_ARCHIVED = {
    "Pocket's CSV", "Pocket's archive", "Pocket's HTML", "Instapaper's CSV", "Omnivore's archive", "Omnivore's last archive",
    "Omnivore's list", "Reader's CSV", "Reader's JSON", "wallabag's JSON", "Karakeep's JSON",
}  # fmt: skip
_FLAT = "Zotero's Better BibTeX JSON, flat"
_DATED = _ARCHIVED | {"Zotero's Better BibTeX JSON", _FLAT}
_HIGHLIGHTED = {
    "Pocket's archive", "Instapaper's CSV", "Omnivore's archive", "Readwise's CSV", "Readwise's JSON", "Reader's JSON",
    "wallabag's JSON", "Zotero's Better BibTeX JSON", _FLAT, "Omnivore's last archive",
}  # fmt: skip
_NOTED = {
    "Readwise's JSON", "Karakeep's JSON", "Zotero's CSL-JSON", "Zotero's Better BibTeX JSON", _FLAT, "Omnivore's last archive",
}  # fmt: skip
_WITH_TEXT = {"Omnivore's archive", "Omnivore's last archive", "Reader's JSON", "wallabag's JSON"}


@pytest.mark.parametrize("name", EXPORTS)
def test_state_dates_text_and_notes_come_along_where_a_tool_has_them(name: str) -> None:
    saved = harbour(EXPORTS[name][1])
    assert saved.status == ("archived" if name in _ARCHIVED else "unread")
    assert saved.added == (SAVED if name in _DATED else "")
    assert saved.has_text == (name in _WITH_TEXT)
    marks = [mark for mark in saved.highlights if mark.words]
    assert (WORDS in [mark.words for mark in marks]) == (name in _HIGHLIGHTED)
    assert [mark.body for mark in saved.highlights if not mark.words] == (["For the series."] if name in _NOTED else [])
    if name in _HIGHLIGHTED - {"Pocket's archive", "Instapaper's CSV"}:
        assert marks[0].body == "Ask her."
    if name in {"Readwise's JSON", "Reader's JSON", "wallabag's JSON"}:
        assert (marks[0].created, marks[0].modified) == (SAVED, CHANGED)


def test_how_far_an_article_was_read_is_its_status() -> None:
    by_title = {one.title: one.status for one in articles(EXPORTS["Reader's CSV"][1])}
    assert by_title == {TITLE: "archived", "A ferry without a key": "reading"}


def test_a_second_highlight_is_another_one_and_its_tags_are_no_words() -> None:
    marks = harbour(OMNIVORE).highlights
    assert [mark.words for mark in marks] == [WORDS, "The words of no article"]
    assert [mark.body for mark in marks] == ["Ask her.", ""]


def test_omnivores_highlights_need_no_link_and_may_have_several_lines() -> None:
    marks = [mark for mark in harbour(OMNIVORE_LAST).highlights if mark.words]
    assert [mark.words for mark in marks] == [WORDS, "The words of\nno\narticle", "A third one"]
    assert [mark.tags for mark in marks] == [("figures", "to check"), (), ()]
    assert [mark.body for mark in marks] == ["Ask her.", "", ""]


def test_zotero_annotations_keep_their_colour_and_a_publisher_is_an_author() -> None:
    assert [(mark.words, mark.colour) for mark in harbour(EXPORTS[_FLAT][1]).highlights if mark.words] == [(WORDS, "blue")]
    assert len(articles(EXPORTS[_FLAT][1])) == 1
    people = [{"literal": "The Saltmarsh Courier"}, {"family": "Berg", "given": "Ida", "non-dropping-particle": "van den"}]
    (saved,) = articles(json.dumps([{"id": "a", "type": "webpage", "URL": URL, "author": people}]).encode())
    assert saved.authors == ("The Saltmarsh Courier", "Ida van den Berg")


def test_what_a_tool_could_not_fetch_has_no_text() -> None:
    assert [(one.url, one.has_text) for one in articles(WALLABAG)] == [(URL, True), (OTHER, False)]


def test_bookmarks_that_are_no_texts_are_counted_as_articles_of_which_nothing_can_be_kept() -> None:
    assert [(one.title, one.has_text) for one in articles(KARAKEEP)] == [
        (TITLE, False), ("", True), ("A picture", False), ("Nothing", False),
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("data", "where"),
    [
        (WALLABAG[:-40], ":1: broken JSON"),
        (b'{"bookmarks": [\n{"createdAt": 1, "tags": [],\n}]}', ":3: broken JSON"),
        (b'{"bookmarks": {"createdAt": 1, "tags": []}}', ":1: broken JSON: “[” expected"),
        (WALLABAG + b" x", "something follows the end"),
        (b'[{"is_archived": 1, "is_starred": 0, "url": ' + b"[" * 100_000, "nested too deeply"),
        (b'[{"is_archived": ' + b"1" * 10_000 + b', "is_starred": 0, "url": ""}]', "a number with thousands of digits"),
        (b'title,url,time_added,tags,status\n"never closed,https://x.example/a,1,,unread\n', ":2: broken CSV"),
        ("title,url,time_added,tags,status\nCaf\xe9,https://x.example/a,1,,unread\n".encode("latin-1"), ":2: not UTF-8"),
        (b"PK\x03\x04 and then nothing of an archive", "a damaged zip archive"),
        (OMNIVORE[: len(OMNIVORE) // 2], "a damaged zip archive"),
        (archived({"part_000000.csv": ""}) + b"PK\x01\x02" * 250_001, "more than 250,000 files"),
        (archived({"../../evil.json": "[]", "part_000000.csv": ""}), "leads out of the archive"),
        (archived({"/etc/part_000000.csv": ""}), "leads out of the archive"),
        (archived({"c:\\part_000000.csv": ""}), "leads out of the archive"),
        (archived({"metadata_0_to_1.json": "[1]"}), "not the list of articles"),
        (archived({"metadata_0_to_1.json": "[{"}), " in metadata_0_to_1.json:1: broken JSON"),
    ],
    ids=lambda value: value if isinstance(value, str) else "data",
)  # fmt: skip
def test_what_is_broken_is_told_with_its_place(data: bytes, where: str) -> None:
    with pytest.raises(BrokenExport) as broken:
        articles(data)
    assert where in str(broken.value)
    assert "\n" not in str(broken.value)


def test_an_archive_that_unpacks_to_too_much_is_refused_before_it_is_unpacked() -> None:
    bomb = archived({"metadata_0_to_1.json": b"[" + b" " * (129 * 1024 * 1024)})
    assert len(bomb) < 200_000
    with pytest.raises(BrokenExport, match=r"in metadata_0_to_1\.json: more than 128 MiB"):
        articles(bomb)


@pytest.mark.parametrize(
    "data", [b"", b"[]", b"{}", b"[1, 2]", b'{"rows": []}', b"a,b\n1,2\n", b"<html><p>Words</p></html>", b"\xff\xfe"]
)
def test_anything_else_is_no_export(data: bytes) -> None:
    assert recognise(ExportFile(data)) is None


def test_our_own_exports_are_no_export_of_another_tool() -> None:
    article = Briefing("harbour", title=TITLE, source=Source("a.html", URL))
    bundle = Bundle("harbour", (PLAIN,), article)
    for form in all_formats():
        text = "".join(form.write([bundle]))
        assert recognise(ExportFile(text.encode())) is None, form.name


def test_values_of_other_types_than_expected_are_left_out() -> None:
    rows = json.loads(WALLABAG)
    odd = [{**rows[0], key: value} for key in rows[0] for value in (None, 5, "x", [5], {"a": 5}, True)]
    assert len(articles(json.dumps(odd).encode())) == len(odd)


@pytest.mark.parametrize("name", EXPORTS)
def test_any_damage_is_read_or_told(name: str) -> None:
    _, data = EXPORTS[name]
    dice, told = random.Random(name), ""
    for _ in range(60):
        at, length = dice.randrange(len(data)), dice.randrange(1, 40)
        put = dice.choice((b"", dice.randbytes(3), b'"', b"[", b"{", b"null", b"-1e999", b"\x00", data[at : at + length] * 9))
        damaged = data[:at] + put + data[at + length :]
        try:
            tool = recognise(ExportFile(damaged))
            for saved in tool.read(ExportFile(damaged)) if tool else ():
                list(notes_of(saved, "tool"))
                assert entry_of(saved, None).entry.article
                page_of(saved)
        except BrokenExport as broken:
            told += str(broken)
    assert "\n" not in told
