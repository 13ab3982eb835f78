"""Quotations of drafts: where they are, whose they are, and what is none."""

import pytest

from briefing_tui.verification.drafts.quotations import DraftQuotation
from briefing_tui.verification.drafts.reading import LARGEST, Draft, UnreadableDraft, read_draft


def draft_of(text: str, name: str = "draft.md") -> Draft:
    return read_draft(text.encode(), name)


def texts(text: str, name: str = "draft.md") -> list[str]:
    return [quotation.text for quotation in draft_of(text, name).quotations]


def only(text: str, name: str = "draft.md") -> DraftQuotation:
    (quotation,) = draft_of(text, name).quotations
    return quotation


@pytest.mark.parametrize(
    ("marks", "name"),
    [
        ("“{}”", "a.md"),
        ('"{}"', "a.md"),
        ("‘{}’", "a.md"),
        ("«{}»", "a.md"),
        ("„{}“", "a.md"),
        ("``{}''", "a.txt"),
        ("&ldquo;{}&rdquo;", "a.html"),
        ("<q>{}</q>", "a.html"),
        ("&#8220;{}&#8221;", "a.md"),
        (r"\"{}\"", "a.md"),
    ],
)
def test_words_in_all_kinds_of_marks_are_found_at_their_place_in_the_file(marks: str, name: str) -> None:
    text = "The wall is old, Ana Reis said: " + marks.format("We don’t trust the wall any more") + " and left."
    quotation = only(text, name)
    assert quotation.text == "We don’t trust the wall any more"
    assert text[quotation.start : quotation.end] == quotation.text


@pytest.mark.parametrize(
    "text",
    [
        "The sign was 40' wide and 6'2\" tall in the '08 season of rock 'n' roll.",
        "```\nprint(“this is code and no quotation at all”)\n```",
        "<!-- “this was cut from the draft last night” -->",
        "---\ntitle: “A title in the front matter of it”\n---\n\nText.",
        "Call `say(“the words of a program here”)` first.",
        "“a mark that opens and never closes, in the middle of a text",
    ],
)
def test_feet_code_comments_front_matter_and_open_marks_are_no_quotations(text: str) -> None:
    found = draft_of("Ana Reis left. " + text if text.startswith("The") else text).quotations
    assert not [quotation for quotation in found if quotation.text.startswith(("2", "this", "A title", "the words"))]


def test_what_any_comment_of_a_page_holds_is_no_quotation() -> None:
    page = "<p>One.</p><!-- first --><p>Two.</p><!-- <b>“This was cut from the draft last night,” he said.</b> --><p>Three.</p>"
    assert texts(page, "draft.html") == []


def test_a_quotation_of_two_paragraphs_is_one() -> None:
    text = "Ana Reis said: “The wall moved in the night.\n\n“Nobody had an explanation for it.”\n"
    quotation = only(text)
    assert quotation.text == "The wall moved in the night. Nobody had an explanation for it."
    assert text[quotation.end] == "”"


@pytest.mark.parametrize(
    "text",
    [
        "Ana Reis said: “The wall moved in the night.”",
        "“The wall moved in the night,” said Ana Reis.",
        "Ana Reis left early. “The wall moved in the night,” she said.",
        "Lines to keep:\n\n- “The wall moved in the night.” (Ana Reis)\n- “Something else was said.” (Tom Renn)",
        "Lines to keep:\n\n* From Ana Reis, “The wall moved in the night.”",
        "- **Ana Reis**: “The wall moved in the night.”",
        "“The wall moved in the night” is how Ana Reis put it.",
        "The fullest version is from Ana Reis:\n\n> The wall moved in the night.\n",
        "From the report.\n\n> “The wall moved in the night.”\n>\n> — Ana Reis\n",
        "Tom Renn wrote a note.[^1]\n\n[^1]: Ana Reis had said: “The wall moved in the night.”",
        "[Ana Reis](https://example.org) said: “The *wall* moved in the night.”",
        "<p>Ana Reis said: “The <em>wall</em> moved\nin the night.”</p>",
    ],
)
def test_the_speaker_is_found_in_prose_lists_block_quotes_and_notes(text: str) -> None:
    first = draft_of(text, "a.html" if text.startswith("<") else "a.md").quotations[0]
    assert first.text.startswith("The wall moved")
    assert first.speaker.name == "Ana Reis"


@pytest.mark.parametrize(
    "text",
    [
        "So much for the “quiet” weekend that the schedule promised.",
        "A documentary called “The Long Tide” covers the same weeks.",
        "The so-called “control room” is a rented floor.",
    ],
)
def test_titles_and_scare_quotes_are_no_speech(text: str) -> None:
    assert not only(text).speaker.is_speech


def test_the_clipping_names_nobody() -> None:
    assert only("The clipping says it in full: “The wall moved in the night.”").speaker.name is None


def test_lines_and_columns_count_characters() -> None:
    draft = draft_of("# Ürsel\r\n\r\nÄlter ist „ein ganz anderes Wort hier“.\r\n")
    assert draft.position(draft.quotations[0].start) == (3, 12)


@pytest.mark.parametrize("name", ["cp1252", "utf-16", "utf-8-sig"])
def test_drafts_in_other_encodings_are_read(name: str) -> None:
    draft = read_draft("Ana Reis said: “The wall moved – at night.”".encode(name), "d.txt")
    assert draft.quotations[0].text == "The wall moved – at night."


def test_a_text_without_wrapped_lines_has_a_paragraph_for_each_line() -> None:
    item = "Notes\n\n- " + "a long item " * 30
    assert texts(item + "\n\nAna Reis said: “The wall moved\nin the night.”\n", "d.txt") == ["The wall moved in the night."]
    long = "The harbour is old and its walls are older than anybody who works there can remember. " * 3
    assert texts(f"{long}“Never closed here.\n{long}“The wall moved,” said Ana Reis.", "d.txt")[-1] == "The wall moved,"


@pytest.mark.parametrize(
    ("data", "why"),
    [(b"", "empty"), (b"a" * (LARGEST + 1), "larger than"), (b"\x00\x01\x02\x03" * 40, "binary")],
)
def test_what_is_no_draft_is_refused_in_one_line(data: bytes, why: str) -> None:
    with pytest.raises(UnreadableDraft, match=why) as caught:
        read_draft(data, "d.md")
    assert "\n" not in str(caught.value)


@pytest.mark.parametrize("unit", ["“", '"', "“a\n", "``x ", "[a](", "*a", "<a ", "<script>", "> ", "'never ", "<!--", "“. . "])
@pytest.mark.parametrize("name", ["d.md", "d.txt", "d.html"])
def test_any_text_can_be_read(unit: str, name: str) -> None:
    draft = draft_of(unit * 300, name)
    assert all(0 <= quotation.start <= quotation.end <= len(draft.text) for quotation in draft.quotations)
