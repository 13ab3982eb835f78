"""A broken file is read as far as possible.

Each problem is reported with its line and a remedy.
"""

import time
from pathlib import Path

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from briefing_tui.contentfile.json_format import to_json
from briefing_tui.contentfile.read import file_input
from briefing_tui.contentfile.read.file_input import UnreadableFile
from briefing_tui.contentfile.read.first_screen import read_first_screen
from briefing_tui.contentfile.read.reader import Reading, load, read
from briefing_tui.contentfile.write.patch import patch
from briefing_tui.contentfile.write.writer import write
from tests.contentfile.strategies import briefings

FRONT = "---\nbriefing: 1\n---\n"
END = "\n## Article\n\n### Lead\n\nText.\n"


def told(text: str) -> list[str]:
    return [f"{problem.line}: {problem.what}; {problem.do}" for problem in read(text, "x").problems]


KINDS = "write `person` or `organization`, then the roles: `person · role`"
PARTS = (
    "the parts are Summary, Key actors, Quotes, Images, Article; sections of the article are `###` headings below `## Article`"
)
ORDER = "the order is Summary, Key actors, Quotes, Images, Article"
SOURCE = "write `source: {name: file.txt, url: https://…, sha256: …}`"
BROKEN = {
    "no front matter": ("# T" + END, ["1: no front matter; begin the file with `---`, `briefing: 1`, `title: …` and `---`"]),
    "unclosed": (
        "---\nbriefing: 1\ntitle: T\n\n# T\n" + END,
        ["1: the front matter is not closed; put a line `---` after its last key"],
    ),
    "no mapping": (
        "---\n- a\n- b\n---\n" + END,
        [
            "2: the front matter is not a mapping; write `key: value` lines",
        ],
    ),
    "bomb": (
        "---\nbriefing: 1\na: &a [x, x]\nb: [*a, *a]\n---\n" + END,
        [
            "3: the front matter uses YAML aliases; write the value out",
        ],
    ),
    "deep": (
        "---\nbriefing: 1\na: " + "[" * 40 + "]" * 40 + "\n---\n" + END,
        [
            "3: the front matter is nested too deeply; keep it flat",
        ],
    ),
    "large": (
        "---\nbriefing: 1\na: " + "x" * 70_000 + "\n---\n" + END,
        ["1: the front matter is larger than 64 KiB and was not read; move what is not about the article out of it"],
    ),
    "twice": (
        "---\nbriefing: 1\ntitle: A\ntitle: B\n---\n" + END,
        ["4: the front matter has `title` twice, and the first counts; remove one of them"],
    ),
    "version": (
        "---\nbriefing: 2\n---\n" + END,
        ["2: `briefing: 2` is a version this program does not know; write `briefing: 1`"],
    ),
    "date": (
        "---\nbriefing: 1\npublished: 31 March\n---\n" + END,
        ["3: `published: 31 March` is not a date; write year, month and day as in 2026-03-02"],
    ),
    "language": (
        "---\nbriefing: 1\nlanguage: plain English\n---\n" + END,
        ["3: `language: plain English` is not a language tag; write a tag as in `en`, `de` or `pt-BR`"],
    ),
    "article": (
        "---\nbriefing: 1\narticle: half\n---\n" + END,
        ["3: `article: half` is neither full nor digest; write `article: full` or `article: digest`"],
    ),
    "source": (
        "---\nbriefing: 1\nsource: {name: a.txt, sha256: beef, by: me}\n---\n" + END,
        [
            "3: `source` has an unknown key `by`; " + SOURCE,
            "3: the `sha256` of `source` is not 64 hexadecimal digits; copy it from `sha256sum FILE`",
        ],
    ),
    "authors": (
        "---\nbriefing: 1\nauthors: {a: b}\n---\n" + END,
        ["3: `authors` is not a list of words; write `authors: [one, two]`"],
    ),
    "title": (
        "---\nbriefing: 1\ntitle: A\n---\n\n# B\n" + END,
        ["6: the heading differs from the front matter's `title`, which counts; make them the same"],
    ),
    "no article": (FRONT + "\n## Summary\n\n- A.\n", ["7: no heading `## Article`; add it, with the article's text below it"]),
    "no headings": (
        FRONT + "\nText.\n",
        ["5: no heading `## Article`: the whole text is read as the article; put one above it"],
    ),
    "unknown heading": (
        FRONT + "\n## Notes\n\nMine.\n" + END,
        [
            f"5: unknown heading “Notes”: the text below it is not shown; {PARTS}",
            "7: this text belongs to no part of the briefing and is not shown; move it below `## Article`, or remove it",
        ],
    ),
    "section of level two": (
        FRONT + END + "\n## More\n\nText.\n",
        ["11: “More” is a heading of level 2, read as a section of the article; write `### More`"],
    ),
    "order": (FRONT + "\n## Images\n\n## Quotes\n" + END, [f"7: `## Quotes` is out of order; {ORDER}"]),
    "again": (
        FRONT + "\n## Summary\n\n- A.\n\n## Summary\n\n- B.\n" + END,
        ["9: `## Summary` is here a second time; put all of it below the first one"],
    ),
    "kind": (
        FRONT + "\n## Key actors\n\n### Ann\n\nvillain\n\n### Bob\n" + END,
        [
            f"9: “villain” is not a kind of actor, read as a person; {KINDS}",
            f"11: Bob has no kind, read as a person; {KINDS}",
        ],
    ),
    "actor's line": (
        FRONT + "\n## Key actors\n\n### Ann\n\nperson\nlikes tea\n" + END,
        ["10: a line that says nothing about Ann; write `kind · role · role`, then `Also: name, name`"],
    ),
    "nameless": (
        FRONT + "\n## Key actors\n\n###\n" + END,
        ["7: an actor without a name; write the name behind `###`"],
    ),
    "unknown actor": (
        FRONT + "\n## Quotes\n\n> “A.”\n\n— [Ann](#ann), said, [Lead](#lead)\n" + END,
        ["9: no actor has the id “ann”; correct the link, or add the actor under `## Key actors`"],
    ),
    "unknown section": (
        FRONT + "\n## Quotes\n\n> “A.”\n\n— Ann, said, [Left](#left)\n" + END,
        ["9: no section has the id “left”; correct the link, or add the section under `## Article`"],
    ),
    "no attribution": (
        FRONT + "\n## Quotes\n\n> “A.”\n" + END,
        ["7: a quote without an attribution; add a line `— unattributed, [Section](#section)` below it"],
    ),
    "no quote": (
        FRONT + "\n## Quotes\n\nA.\n" + END,
        ["7: a text that is neither a quote nor its attribution; begin a quote's lines with `> `, its attribution with `— `"],
    ),
    "no words": (FRONT + "\n## Quotes\n\n> “”\n\n— Ann\n" + END, ["7: a quote without words; write its words behind `> `"]),
    "ids alike": (
        FRONT + "\n## Quotes\n\n> “A.”\n\n— Ann\n<!-- id: q -->\n\n> “B.”\n\n— Ann\n<!-- id: q -->\n" + END,
        ["15: the id “q” is used twice; give each item an id of its own"],
    ),
    "stray id": (
        FRONT + "\n## Quotes\n\n<!-- id: q -->\n" + END,
        ["7: an id that follows no item; put it on the line after the item"],
    ),
    "no image": (
        FRONT + "\n## Images\n\nA quay.\n" + END,
        ["7: a text that belongs to no image; begin an image with `![description](address)`"],
    ),
    "two credits": (
        FRONT + "\n## Images\n\n![A](a.jpg)\n\n*B*\n*C*\n" + END,
        ["10: an image with two credit lines; keep one"],
    ),
}


@pytest.mark.parametrize("name", BROKEN)
def test_a_broken_file_is_told_by_line(name: str) -> None:
    text, wanted = BROKEN[name]
    assert told(text) == wanted


@pytest.mark.parametrize("name", BROKEN)
def test_what_can_be_read_of_a_broken_file_is_read(name: str) -> None:
    found = read(BROKEN[name][0], "x").briefing
    texts = [paragraph.text for section in found.sections for paragraph in section.paragraphs]
    assert name == "no article" or "Text." in texts


def test_a_front_matter_that_is_no_yaml_is_told_with_its_line() -> None:
    (problem,) = read("---\nbriefing: 1\na: [\n---\n" + END, "x").problems
    assert problem.line == 3
    assert problem.what.startswith("the front matter was not read: ")


def test_a_plain_markdown_file_opens_with_its_title_and_sections() -> None:
    found = read("# The quay\n\nOne.\n\n## Below\n\nTwo.\n\n### Deeper\n\nThree.\n", "x").briefing
    assert found.title == "The quay"
    assert [(section.id, section.heading, section.level) for section in found.sections] == [
        ("lead", None, 3),
        ("below", "Below", 3),
        ("deeper", "Deeper", 4),
    ]


def test_the_parts_of_repeated_and_misplaced_headings_are_all_read() -> None:
    found = read(BROKEN["again"][0], "x").briefing
    assert [point.text for point in found.summary] == ["A.", "B."]


def test_a_quote_by_an_unknown_actor_keeps_the_name() -> None:
    (quote,) = read(BROKEN["unknown actor"][0], "x").briefing.quotes
    assert (quote.speaker, quote.speaker_name, quote.section) == (None, "Ann", "lead")


def unreadable(path: Path) -> str:
    with pytest.raises(UnreadableFile) as caught:
        load(path)
    assert "\n" not in str(caught.value)
    return str(caught.value)


def test_what_is_no_content_file_is_told_in_one_line(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    binary, large = tmp_path / "b.md", tmp_path / "large.md"
    binary.write_bytes(b"\x01\x02" + bytes(4_000))
    with large.open("wb") as file:
        file.truncate(100 * 1024 * 1024)
    assert unreadable(tmp_path / "no.md") == f"{tmp_path}/no.md: no such file; check the name"
    assert unreadable(tmp_path) == f"{tmp_path}: a folder, not a file; name a content file in it"
    assert unreadable(binary) == f"{binary}: a binary file; give a content file, or the article as text, HTML or Markdown"
    assert unreadable(large) == f"{large}: 100 MiB, and a content file has at most 64 MiB; split it"

    def denied(self: Path, mode: str) -> None:
        raise PermissionError(13, "Permission denied", f"{self}{mode}")

    monkeypatch.setattr("briefing_tui.file_io.os.open", denied)
    assert unreadable(binary) == f"{binary}: not allowed to read it; check its permissions"


def test_bytes_that_are_not_utf_8_show_as_replacements_and_are_told(tmp_path: Path) -> None:
    path = tmp_path / "latin.md"
    path.write_bytes(b"\xef\xbb\xbf" + (FRONT + END).encode().replace(b"Text.", b"Caf\xe9."))
    reading = load(path)
    assert reading.briefing.id == "latin"
    assert reading.briefing.sections[0].paragraphs[0].text == "Caf�."
    assert [(problem.line, problem.do) for problem in reading.problems] == [(9, "save the file as UTF-8")]


def test_control_characters_and_directions_are_made_harmless_entities_included() -> None:
    text = FRONT + "\n## Article\n\n\x1b[31mRed&#x202e;\u202e and &#27;[0m *x\u200b*\n"
    assert read(text, "x").briefing.sections[0].paragraphs[0].text.startswith("␛[31mRed")
    assert not set("\x1b\u202e\u200b") & set(to_json(read(text, "x").briefing).encode().decode())


@pytest.mark.parametrize(
    ("entity", "shown"),
    [("&shy;", ""), ("&#8203;", ""), ("&ZeroWidthSpace;", ""), ("&#27;", "�"), ("&#x202e;", ""), ("&#13;", " ")],
)
def test_an_entity_for_what_is_dropped_or_shown_leaves_the_marks_where_they_are(entity: str, shown: str) -> None:
    source = (
        f"Sea{entity}side, *the har{entity}bour*, {entity}**Maria{entity}** and [a li{entity}nk](#lead) ![p{entity}](b.jpg) `c`."
    )
    paragraph = read(f"{FRONT}\n## Article\n\n{source}\n", "x").briefing.sections[0].paragraphs[0]
    assert [(paragraph.text[mark.start : mark.end], mark.kind) for mark in paragraph.marks] == [
        (f"the har{shown}bour", "emphasis"),
        (f"Maria{shown}".strip(), "strong"),
        (f"a li{shown}nk", "link"),
        (f"p{shown}".strip(), "link"),
        ("c", "code"),
    ]


def test_marks_on_one_letter_are_bounded_whatever_parts_them() -> None:
    marks = "\u0301" * 7
    text = f"e{marks}&#769;*{marks}*{marks}`{marks}`![{marks}](b.jpg)&#769;{marks} ends"
    paragraph = read(f"{FRONT}\n## Article\n\n{text}\n", "x").briefing.sections[0].paragraphs[0]
    assert "\u0301" * 9 not in paragraph.text
    assert paragraph.text.endswith(" ends")


@pytest.mark.parametrize(
    ("region", "text"),
    [
        ("Quotes", "> a\n— b\n" * 5_000),
        ("Quotes", "> a\n\n— " + "· partial " * 20_000),
        ("Quotes", "> a\n\n— " + "[" * 50_000),
        ("Images", "![" * 20_000),
        ("Images", "![" + "\\" * 20_001 + "](" + "(" * 20_000),
        ("Key actors", "### A\n" * 5_000),
        ("Summary", "- a (" + "[x](#x), " * 3_000 + ")"),
        ("Article", "<!-- id: " + " " * 50_000),
        ("Article", "### A\n\n" * 5_000),
    ],
)
def test_a_part_made_to_be_slow_is_read(region: str, text: str) -> None:
    started = time.perf_counter()
    assert read(f"{FRONT}\n## {region}\n\n{text}", "x").briefing
    assert time.perf_counter() - started < 10


lines = st.sampled_from(
    (
        *(line for text, _ in BROKEN.values() for line in text[:3_000].split("\n")),
        "```",
        "<!--",
        "-->",
        "<!-- built: a=1 -->",
        "> ",
        "- x",
        "\x00",
    )
)


@settings(max_examples=150)
@example("## SUMMARY\n```\n\n0")
@example("## SUMMARY\n```\n0\n0")
@given(st.one_of(st.text(max_size=300), st.lists(lines, max_size=25).map("\n".join)))
def test_no_text_raises(text: str) -> None:
    reading = read(text, "x")
    read_first_screen(text, "x")
    to_json(reading.briefing, reading.problems)
    assert read(write(reading.briefing), "x").briefing == reading.briefing
    assert all(1 <= problem.line <= text.count("\n") + text.count("\r") + 1 for problem in reading.problems)


@settings(max_examples=60)
@given(st.binary(max_size=300))
def test_no_bytes_raise(data: bytes) -> None:
    text, _ = file_input.decode_utf8(data)
    reading = read(text, "x")
    assert isinstance(reading, Reading)
    assert text.encode(errors="surrogateescape") == data


@settings(max_examples=40)
@given(st.lists(lines, max_size=25).map("\n".join), briefings)
def test_any_file_can_be_patched_into_any_briefing(text: str, briefing: object) -> None:
    from briefing_tui.contentfile.normal_form import normal_form
    from briefing_tui.model.briefing import Briefing

    assert isinstance(briefing, Briefing)
    assert read(patch(text, briefing), "x").briefing == normal_form(briefing)
