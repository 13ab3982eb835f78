"""Pages that a browser saved as one file."""

import quopri
from contextlib import suppress

import pytest

from briefing_tui.sources import read_source
from briefing_tui.sources.errors import SourceError
from briefing_tui.sources.registry import RawSource, recognise

PAGE = (
    '<html lang="en"><head><title>Doctor leaves</title></head><body><article><h1>Doctor leaves</h1>'
    "<p>The only doctor on the island of Skerry will leave in May, and nobody has been found to follow her.</p>"
    "<p>“I’ve been on call for eleven years,” said Dr Hanne Moe, who would like to sleep through a storm.</p>"
    "<p>The health board has advertised the post three times, with a house, a boat and a nurse.</p></article></body></html>"
)


def _saved(page: str, kind: str = "text/html") -> bytes:
    body = quopri.encodestring(page.encode("utf-8")).decode("ascii")
    head = 'From: <Saved by Blink>\r\nMIME-Version: 1.0\r\nContent-Type: multipart/related;\r\n\tboundary="----b"\r\n\r\n'
    part = f"------b\r\nContent-Type: {kind}\r\nContent-Transfer-Encoding: quoted-printable\r\n\r\n{body}\r\n"
    style = "------b\r\nContent-Type: text/css\r\n\r\nbody { color: red }\r\n------b--\r\n"
    return (head + part + style).encode("ascii")


def test_the_page_in_the_file_is_read() -> None:
    document = read_source(_saved(PAGE), "doctor.mhtml")
    texts = [paragraph.text for section in document.sections for paragraph in section.paragraphs]
    assert document.title == "Doctor leaves"
    assert texts[1] == "“I’ve been on call for eleven years,” said Dr Hanne Moe, who would like to sleep through a storm."
    assert len(texts) == 3


@pytest.mark.parametrize("data", [b"", PAGE.encode("utf-8"), b"Subject: a mail\r\n\r\nHello there.", _saved(PAGE, "text/plain")])
def test_other_files_are_not_recognised_as_one(data: bytes) -> None:
    assert recognise(RawSource(data)).name != "mhtml"


def test_a_file_that_ends_in_the_middle_is_read_or_refused() -> None:
    whole = _saved(PAGE)
    for end in range(150, len(whole), 97):
        with suppress(SourceError):
            assert read_source(whole[:end], "cut.mhtml").sections
