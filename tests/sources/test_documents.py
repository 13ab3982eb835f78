"""DOCX, ODT and EPUB: what they say, and files that can't be read."""

import sys
from collections.abc import Callable

import pytest

from briefing_tui.model.document import Document
from briefing_tui.sources import NoArticle, Unreadable, read_source
from briefing_tui.sources.registry import RawSource, recognise
from tests.sources.offices import ARTICLE, CHAPTERS, docx, epub, odt, zipped

ENCRYPTED = "<encryption><EncryptedData><EncryptionMethod Algorithm='{}'/></EncryptedData></encryption>"


def _texts(document: Document) -> list[tuple[str | None, str]]:
    return [(section.heading, paragraph.text) for section in document.sections for paragraph in section.paragraphs]


@pytest.mark.parametrize(("name", "make"), [("docx", docx), ("odt", odt)])
def test_a_document_gives_its_title_byline_headings_and_paragraphs(name: str, make: Callable[[], bytes]) -> None:
    assert recognise(RawSource(make())).name == name
    document = read_source(make(), f"doctor.{name}")
    assert (document.title, document.authors, document.published) == (ARTICLE[0][1], ("Nora Feld",), "2026-03-03")
    assert _texts(document) == [(None, ARTICLE[2][1]), (ARTICLE[3][1], ARTICLE[4][1]), (ARTICLE[3][1], ARTICLE[5][1])]
    assert document.sections[-1].paragraphs[-1].kind == "quote"


@pytest.mark.parametrize("make", [docx, odt])
def test_a_short_first_line_without_a_style_is_the_title(make: Callable[..., bytes]) -> None:
    assert (
        read_source(make((("", "The island without a doctor"), *ARTICLE[2:3], *ARTICLE[4:5]))).title
        == "The island without a doctor"
    )


def test_the_chapters_of_a_book_are_its_sections() -> None:
    assert recognise(RawSource(epub())).name == "epub"
    document = read_source(epub(), "arnholt.epub")
    assert (document.title, document.authors, document.published) == ("Notes on Arnholt", ("Nora Feld",), "2026-03-02")
    assert [section.heading for section in document.sections] == ["The quay", "The ferry"]
    assert all(text in CHAPTERS[at] for at, (_, text) in enumerate(_texts(document)))
    assert document.notes == ("a book of 2 chapters, which are the sections; '--from epub:NUMBER' reads one of them",)


@pytest.mark.parametrize("part", ["2", "c2.xhtml", "c2"])
def test_one_chapter_is_an_article_of_its_own(part: str) -> None:
    document = read_source(epub(), "arnholt.epub", f"epub:{part}")
    assert (document.title, document.kicker) == ("The ferry", "Notes on Arnholt")
    assert [text.partition(",")[0] for _, text in _texts(document)] == ["“Nobody has ever drowned on my ferry"]


def test_a_book_whose_fonts_alone_are_encrypted_is_read() -> None:
    book = epub(**{"META-INF__encryption_xml": ENCRYPTED.format("http://www.idpf.org/2008/embedding")})
    assert read_source(book).title == "Notes on Arnholt"


@pytest.mark.parametrize(
    ("data", "why"),
    [
        (epub(**{"META-INF__encryption_xml": ENCRYPTED.format("http://www.w3.org/2001/04/xmlenc#aes256-cbc")}), "DRM"),
        (epub(**{"META-INF__rights_xml": "<rights/>"}), "DRM"),
        (epub(())[:-40], "an e-book that is damaged"),
        (epub(()), "no chapters"),
        (epub(("<p>a</p>" * 9_000_000,)), "grows to more than 64 MB"),
        (odt(manifest="<encryption-data/>"), "an encrypted ODT document"),
        (zipped({"mimetype": "application/vnd.oasis.opendocument.text", "content.xml": "<a>"}), "a damaged ODT document"),
        (odt(()), "no text"),
        (zipped({"word/document.xml": "<a>"}), "a damaged DOCX document"),
        (docx(()), "no text"),
        (zipped({"ppt/presentation.xml": "<a/>"}), "an office document"),
    ],
    ids=["drm", "rights", "cut", "empty", "bomb", "encrypted", "xml", "no words", "no package", "no paragraphs", "slides"],
)
def test_what_cannot_be_read_is_named_for_what_it_is(data: bytes, why: str) -> None:
    with pytest.raises((NoArticle, Unreadable), match=why):
        read_source(data)


def test_without_the_extra_one_line_says_what_to_install(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "mammoth", None)
    with pytest.raises(Unreadable, match=r"a DOCX document; reading it needs an extra: pip install 'briefing-tui\[documents\]'"):
        read_source(docx())


def test_entities_of_a_document_are_not_resolved() -> None:
    bomb = '<!DOCTYPE a [<!ENTITY b "bbbbbbbb"><!ENTITY c "&b;&b;&b;&b;&b;&b;&b;">]><a>&c;&c;&c;&c;&c;</a>'
    with pytest.raises((NoArticle, Unreadable)):
        read_source(zipped({"mimetype": "application/vnd.oasis.opendocument.text", "content.xml": bomb}))
