"""Hostile files are refused with the line, or imported without control characters."""

import json
import time

import pytest

from briefing_tui.export.formats import jsonld, markdown
from briefing_tui.export.incoming import BrokenImport, Incoming
from briefing_tui.export.managed_parts import HTML_MARKS, Chunk


def found(text: str) -> Incoming:
    return jsonld.read(text, lambda *_: "x")


@pytest.mark.parametrize(
    ("text", "why"),
    [
        ('[{"target": ' + "9" * 5_000 + "}]", "thousands of digits"),
        ("[" * 200_000, "nested"),
        ('[{"target":' + "[" * 900 + "]" * 900 + "}]", "annotation"),
        ('{"a":' * 100_000, "nested"),
        ('[{"target": []}]', "annotation"),
        ('[{"target": "x", "body": "b", "created": "0001-01-01T00:00:00+14:00"}]', "annotation"),
        ('[{"target": "x", "body": "b", "document": {"title": 3}, "tags": 3}]', "annotation"),
    ],
)
def test_json_that_no_parser_takes_is_refused_in_a_line(text: str, why: str) -> None:
    with pytest.raises(BrokenImport, match=why) as broken:
        found(text)
    assert broken.value.line == 1


@pytest.mark.parametrize("depth", range(100, 1_000, 25))
def test_an_annotation_of_any_depth_is_taken_or_refused(depth: int) -> None:
    text = '{"target": "x", "body": "b", "deep":' + "[" * depth + "]" * depth + "}"
    try:
        taken = len(found(text).notes)
    except BrokenImport as broken:
        taken = int("nested" in broken.why)
    assert taken == 1


def test_a_note_whose_comment_is_too_deep_is_refused_in_a_line() -> None:
    text = HTML_MARKS.part(Chunk("text\n", "n-deep", '{"briefing":' + "[" * 200_000 + '"modified":}'))
    with pytest.raises(BrokenImport, match="nested"):
        markdown.read(text)


def test_nothing_in_a_selector_is_kept_that_a_terminal_would_obey() -> None:
    words = {"exact": "a\x1b", "prefix": "b\x1b", "suffix": "c\x1b", "version": "d\x1b\ufeff"}
    item = {"target": "x", "body": "b", "briefing:note": {"briefing": "x", "words": words}}
    note = found(json.dumps([item])).notes[0]
    assert not any("\x1b" in words for words in (note.selector.exact, note.selector.prefix, note.selector.suffix))
    assert (note.selector.exact, note.selector.version) == ("a␛", "d␛")


AT = "2026-03-02T10:11:12.000Z"
MANY = {
    "empty lines of a text": "\n" * 300_000,
    "empty lines around a text": "\n" * 150_000 + "text" + "\n" * 150_000,
    "lines of a quotation": ">\n" * 150_000,
}


@pytest.mark.parametrize("name", MANY)
def test_what_is_many_in_our_markdown_is_read_in_time(name: str) -> None:
    data = json.dumps({"briefing": "x", "kind": "selection", "selector": {"exact": "the quay"}, "created": AT, "modified": AT})
    text = HTML_MARKS.part(Chunk(MANY[name] + "\n", "n-many", data))
    begun = time.process_time()
    notes = markdown.read(text).notes
    assert time.process_time() - begun < 2
    assert notes[0].body.strip() in ("", "text")
