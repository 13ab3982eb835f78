"""Test recognising the kind of a source from its bytes, and decoding."""

import codecs
import time
from contextlib import suppress

import pytest
from hypothesis import given
from hypothesis import strategies as st

from briefing_tui.sources import IsContentFile, NoArticle, SourceError, Unreadable, read_source
from briefing_tui.sources.decode import decode, unquoted
from briefing_tui.sources.registry import RawSource, recognise
from tests.sources import pages

PROSE = "The café on the quay – “the only one that’s open” – closed in März, and Señor Núñez was not amused.\n"
POLISH = "Zażółć gęślą jaźń. Rada portu w Gdyni zebrała się w poniedziałek, żeby uradzić, kto zapłaci za nabrzeże i łodzie. " * 6


def detect(text: str) -> str:
    """Return the name of the kind that a text is recognised as."""
    return recognise(RawSource(text.encode())).name


def test_a_row_of_comments_before_no_page_is_told_at_once() -> None:
    began = time.perf_counter()
    assert detect("<!---->" * 5_000 + "x") == "plain"
    assert time.perf_counter() - began < 2


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        (pages.PAGE, "html"),
        ("\n <!-- saved -->\n<HTML><body>x</body>", "html"),
        ("<?xml version='1.0'?><html></html>", "html"),
        ("<p>one</p><p>two</p><p>three</p>", "html"),
        ("---\ntitle: A harbour\nsource: https://courier.example\n---\n\nText.", "markdown"),
        ("# A harbour\n\nThe **board** met.\n\n## Who pays\n\nNobody.", "markdown"),
        ("---\nbriefing: 1\ntitle: A harbour\n---\n\n# A harbour", "content file"),
        ("A harbour\n\nThe board met on Monday, # and 5 < 6 > 4.", "plain"),
        ("", "plain"),
    ],
)
def test_the_kind_of_a_source_is_told_from_its_text(text: str, kind: str) -> None:
    assert detect(text) == kind


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-16-le", "utf-16-be", "utf-32", "cp1252"])
def test_a_text_is_decoded_without_being_told_its_encoding(encoding: str) -> None:
    assert decode((PROSE * 3).encode(encoding)) == PROSE * 3


def test_a_byte_order_mark_that_lies_is_not_believed() -> None:
    assert decode(codecs.BOM_UTF8 + (PROSE * 3).encode("cp1252")) == PROSE * 3


def test_an_eastern_text_is_decoded_by_guess() -> None:
    assert decode(POLISH.encode("cp1250")) == POLISH


def test_a_declared_encoding_is_believed_unless_the_bytes_are_utf_8() -> None:
    page = f'<html><head><meta charset="{{}}"></head><body>{PROSE}</body></html>'
    assert "café" in decode(page.format("windows-1252").encode("cp1252"))
    assert "’s open" in decode(page.format("iso-8859-1").encode("cp1252"))
    assert "café" in decode(page.format("iso-8859-1").encode())
    assert "jaźń" in decode(
        f'<meta http-equiv="Content-Type" content="text/html; charset=iso-8859-2">{POLISH}'.encode("iso-8859-2")
    )
    assert "café" in decode(page.format("no-such-encoding").encode("cp1252"))


@pytest.mark.parametrize(
    "data",
    [b"%PDF-1.7\n...", b"PK\x03\x04rest", b"\x89PNG\r\n", b"\x7fELF\x02", bytes(range(256)) * 40],
    ids=["pdf", "zip", "picture", "program", "noise"],
)
def test_what_is_no_text_is_refused_in_one_line(data: bytes) -> None:
    with pytest.raises(Unreadable) as caught:
        decode(data)
    assert "\n" not in str(caught.value)


@given(st.binary(max_size=300))
def test_any_bytes_are_decoded_or_refused(data: bytes) -> None:
    try:
        text = decode(data)
    except Unreadable:
        return
    assert isinstance(text, str)


@given(st.text(max_size=200))
def test_utf_8_is_decoded_as_it_is(text: str) -> None:
    data = text.encode("utf-8", "replace")
    if not data.startswith((codecs.BOM_UTF8, codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)) and text.isprintable():
        assert decode(b"The quay: " + data) == "The quay: " + data.decode()


def test_utf_8_with_a_broken_line_or_cut_in_a_character_is_still_utf_8() -> None:
    broken = (PROSE * 4).encode() + b"\xfd\xbf\xbf\xbd\xa3\xac\n" + PROSE.encode()
    assert decode(broken).startswith(PROSE * 4)
    cut = (PROSE * 6).encode()[: -len("was not amused.\n") - 14]
    assert decode(cut + "ñ".encode()[:1]).startswith(PROSE * 5)
    assert decode((PROSE * 4).encode("cp1252")) == PROSE * 4


MENU = "".join(f"  * [{name}](/{name.lower()})\n" for name in ("Home", "News", "Harbour", "Weather", "Sport", "Letters", "Shop"))
ARTICLE = "# The harbour that would not settle\n\nBy **Ines Calder**\n\n" + (
    "The board of the harbour met on [Monday](/days/monday) to hear what it would cost, and nobody liked the answer.\n\n"
    "## Who pays\n\nThe two quays are older than the board, which has [no money](/money) to mend either of them.\n\n"
)


def test_a_dump_of_a_whole_page_in_markdown_is_read_as_a_dump() -> None:
    assert detect(ARTICLE) == "markdown"
    assert detect(MENU + ARTICLE) == "plain"
    assert detect(ARTICLE + MENU * 4) == "plain"
    assert detect(ARTICLE + "## What you need\n\n" + "- two eggs\n- some flour\n" * 8) == "markdown"


def test_numbered_links_of_a_text_browser_are_no_markdown() -> None:
    assert detect("[46](Sub) [47](Sub) [48](Sub)\n\nThe board met on Monday.\n") == "plain"


def test_an_empty_file_holds_no_article() -> None:
    with pytest.raises(NoArticle):
        read_source(b" \n ", "x")


def test_a_content_file_is_told_so() -> None:
    with pytest.raises(IsContentFile, match="content file already"):
        read_source(b"---\nbriefing: 1\ntitle: x\n---\n\n# x\n", "x.md")


def test_a_source_is_read_by_its_kind_or_as_it_is_told() -> None:
    document = read_source(pages.PAGE.encode(), "harbour.html")
    assert document.title == "The harbour that would not settle"
    assert len(document.source.sha256) == 64
    with pytest.raises(NoArticle):
        read_source(b"<p>short</p>", "x", "html")


@given(st.binary(max_size=200) | st.text(max_size=300).map(str.encode), st.sampled_from([None, "plain", "html", "markdown"]))
def test_reading_any_bytes_raises_nothing_but_a_source_error(data: bytes, kind: str | None) -> None:
    with suppress(SourceError):
        assert read_source(data, "x", kind).sections


def test_empty_tags_that_a_page_shows_as_text_make_no_page() -> None:
    assert detect("The ferry sails again.\n\n" + "<p></p>\n\n" * 5 + "So says the harbour.\n") == "plain"


def test_marks_of_quoted_mails_are_taken_off_a_hundred_deep_and_not_one_by_one_without_end() -> None:
    assert unquoted("> > The quay is shut.\n> >\n> > It opens in May.") == "The quay is shut.\n\nIt opens in May."
    assert unquoted(">" * 300 + " The quay is shut.") == ">" * 200 + " The quay is shut."


def test_a_declared_encoding_that_is_no_encoding_of_texts_takes_no_time() -> None:
    page = b'<meta charset="punycode"><p>' + b"the quay moved " * 20_000 + b"-" + b"zz9" * 20_000 + b"\xe9"
    started = time.process_time()
    assert "the quay moved" in decode(page)
    assert time.process_time() - started < 2


def test_what_the_server_declares_counts_more_than_what_the_page_does() -> None:
    page = '<meta charset="iso-8859-5"><p>Grüße'.encode("iso-8859-1")
    assert decode(page, "iso-8859-1").endswith("Grüße")
    assert decode(page, "no-such-charset") == decode(page)
    assert decode("<p>Grüße".encode(), "iso-8859-1").endswith("Grüße")  # UTF-8 is recognised, whatever is declared
