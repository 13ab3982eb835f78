"""RTF: what documents of several programs say, and files that are no use."""

import sys
from time import process_time

import pytest

from briefing_tui.sources import NoArticle, Unreadable, read_source
from briefing_tui.sources.registry import RawSource, recognise
from briefing_tui.sources.rtf.paragraphs import paragraphs_of
from tests.sources.offices import ARTICLE, rtf

TEXTEDIT = rb"""{\rtf1\ansi\ansicpg1252\cocoartf2761
\cocoatextscaling0{\fonttbl\f0\fswiss\fcharset0 Helvetica;\f1\fnil\fcharset204 Monaco;}
{\colortbl;\red255\green255\blue255;}
\pard\tx566\pardirnatural\f0\fs24 \cf0 Sk\'e9rry\'92s boats \uc0\u8220 are late\u8221  \'97
 the {\field{\*\fldinst{HYPERLINK "https://skerry.example/boats"}}{\fldrslt board\'92s
 paper}} says, an HYPERLINK too \u-10179 \u-8694 .\
\
\f1 \'cc\'ee\'f1\'f2\f0  is a bridge.\
{\listtext	\uc0\u8226 	}\{One\} boat\
}"""
ENDLESS = [
    r"{\fonttbl" + r"\f0\fcharset1" * 25_000,
    r"{\x" + r"\f0\fcharset1" * 25_000 + r"\fonttbl{\fonttbl",
    r"{\field{\*\fldinst{HYPERLINK " + '"a"' * 100_000,
    r'{\field{\*\fldinst{HYPERLINK "a"' * 10_000,
    r"\pict\bin1 " * 30_000,
    "{" * 300_000,
    ("a" * 999 + "x") * 300,
]


def test_an_article_gives_its_title_byline_headings_and_paragraphs() -> None:
    assert recognise(RawSource(rtf())).name == "rtf"
    document = read_source(rtf(), "doctor.rtf")
    assert (document.title, document.authors, document.published) == (ARTICLE[0][1], ("Nora Feld",), "2026-03-03")
    paragraphs = [(section.heading, each.text) for section in document.sections for each in section.paragraphs]
    assert paragraphs == [(None, ARTICLE[2][1]), (ARTICLE[3][1], ARTICLE[4][1]), (ARTICLE[3][1], ARTICLE[5][1])]


def test_letters_links_and_lists_are_read_as_programs_write_them() -> None:
    assert paragraphs_of(TEXTEDIT) == [
        "Skérry’s boats “are late” — the board’s paper says, an HYPERLINK too 😊.",
        "Мост is a bridge.",
        "•\t{One} boat",
    ]


@pytest.mark.parametrize(
    ("data", "why"),
    [
        (rb"{\rtf1 \u9999999? a}", "a damaged RTF document"),
        (rb"{\rtf1 \uc a}", "a damaged RTF document"),
        (rb"{\rtf1 \pict\bin a}", "a damaged RTF document"),
        (rb"{\rtf1\ansi}", "no text"),
        (rb"{\rtf1 " + b"a \\par " * 1_200_000, "more than 8 MB"),
    ],
    ids=["letter", "count", "picture", "empty", "large"],
)
def test_what_cannot_be_read_is_named_for_what_it_is(data: bytes, why: str) -> None:
    with pytest.raises((NoArticle, Unreadable), match=why):
        read_source(data)


@pytest.mark.parametrize("text", ENDLESS, ids=["fonts", "fonts before", "quotes", "links", "pictures", "braces", "digits"])
def test_a_document_that_wants_to_take_forever_is_read_in_time(text: str) -> None:
    began = process_time()
    with pytest.raises(NoArticle):
        paragraphs_of(rb"{\rtf1 {\*\x " + text.encode() + b"}")
    assert process_time() - began < 2


def test_without_the_extra_one_line_says_what_to_install(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "striprtf.striprtf", None)
    with pytest.raises(Unreadable, match=r"an RTF document; reading it needs an extra: pip install 'briefing-tui\[documents\]'"):
        read_source(rtf())
