"""Opening any file: content files are read, articles are built."""

from pathlib import Path

import pytest

from briefing_tui.application.opening import open_file, open_text
from briefing_tui.contentfile.detect import is_content_file


@pytest.mark.parametrize(
    ("text", "content"),
    [
        ("---\nbriefing: 1\n---\n", True),
        ("---\r\ntitle: T\r\nbriefing: 1\r\n---\r\n", True),
        ("\ufeff---\nbriefing: 1\n---\n", True),
        ("# T\n\n## Quotes\n\n> “Words”\n", True),
        ("---\ntitle: A clipping\nsource: https://example.org\n---\n\nWords.\n", False),
        ("<html><p>## Quotes</p></html>", False),
        ("Words.\n", False),
        ("", False),
    ],
)
def test_a_content_file_is_told_by_its_front_matter_or_headings(text: str, content: bool) -> None:
    assert is_content_file(text) is content
    assert is_content_file(text.encode()) is content


def test_what_holds_no_article_is_shown_as_it_is() -> None:
    opened = open_text("Three words only.", "x")
    assert opened.built is not None
    assert not opened.built.briefing.sections
    assert [paragraph.text for section in opened.briefing.sections for paragraph in section.paragraphs] == ["Three words only."]


@pytest.mark.parametrize(
    ("page", "lines"),
    [
        ("<html><body><h1>Log in to read on</h1><p>Not a member yet?</p></body></html>", 2),
        ("<html><head><title>Nothing</title></head><body></body></html>", 0),
        (f"<html><body>{'<i></i>' * 160_000}</body></html>", 0),
    ],
    ids=["login", "empty", "too many tags"],
)
def test_a_page_without_an_article_is_told_and_its_markup_is_not_shown(page: str, lines: int, tmp_path: Path) -> None:
    path = tmp_path / "page.html"
    path.write_text(page)
    for opened in (open_file(path), open_text(page, "page")):
        assert (opened.briefing.id, opened.briefing.sections) == ("page", ())
        assert [problem.what for problem in opened.problems] == [opened.why]
        assert opened.why
        assert len(opened.built.document.rows if opened.built else ()) == lines


def test_a_saved_page_is_built(tmp_path: Path) -> None:
    paragraphs = (
        "The harbour board said on Tuesday that the east quay would stay closed until the autumn, after a survey.",
        "Two crews have moved their boats to the slipway, where there is room for six, and asked for a say in the repair.",
        "The ministry has not said whether it will pay for the work, which the board expects to cost about four million.",
        "A meeting in the Rope Hall is planned for the end of the month, and the skippers mean to come to it.",
    )
    body = "".join(f"<p>{paragraph}</p>" for paragraph in paragraphs)
    head = "<head><title>The quay</title></head>"
    page = tmp_path / "page.html"
    page.write_text(f"<html>{head}<body><article><h1>The quay</h1>{body}</article></body></html>")
    opened = open_file(page)
    assert opened.built is not None
    assert opened.briefing.title == "The quay"
    assert opened.briefing.source is not None
    assert opened.briefing.source.name == "page.html"
