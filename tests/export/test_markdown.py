"""Exported Markdown is read back unchanged and keeps the user's edits.

Nothing in a note is interpreted as markup.
"""

from dataclasses import replace

import pytest
from hypothesis import given

from briefing_tui.export.bundle import Bundle, bundles
from briefing_tui.export.formats import markdown, named
from briefing_tui.export.incoming import BrokenImport
from briefing_tui.export.managed_parts import HTML_MARKS, Edited, merged, rendered
from briefing_tui.model.note import Note
from tests.library.helpers import PLAIN, many_notes, notes


def written(given_notes: list[Note]) -> str:
    ordered = sorted(given_notes, key=lambda note: note.briefing)
    return "".join(rendered(markdown.chunks(bundles(ordered, lambda _: None)), HTML_MARKS))


@given(many_notes)
def test_notes_that_went_out_come_back_the_same(given_notes: list[Note]) -> None:
    if not given_notes:
        return
    back = markdown.read(written(given_notes)).notes
    assert sorted(back, key=lambda note: note.id) == sorted(given_notes, key=lambda note: note.id)


@given(notes)
def test_nothing_in_a_note_is_markup(note: Note) -> None:
    from markdown_it import MarkdownIt

    text = "".join(rendered(markdown.chunks([Bundle("harbour", (replace(note, briefing="harbour"),))]), HTML_MARKS))
    tokens = MarkdownIt("commonmark", {"html": True}).enable(["table", "strikethrough"]).parse(text.split("---\n", 2)[2])
    kinds = {token.type for token in tokens} | {child.type for token in tokens for child in token.children or ()}
    allowed = {
        "heading_open", "heading_close", "inline", "text", "html_block", "blockquote_open", "blockquote_close", "paragraph_open",
        "paragraph_close", "softbreak", "text_special", "code_inline",
    }  # fmt: skip
    assert kinds <= allowed
    blocks = [token.content for token in tokens if token.type == "html_block"]
    assert all(block.startswith("<!--") for block in blocks)
    assert len(blocks) == 3


def test_a_note_shows_words_text_section_speaker_time_tags_and_the_way_back() -> None:
    text = written([PLAIN])
    for shown in (
        "> We measured it three times.\n\n^n-plain\n",
        "Ask her for the survey.\n",
        "Maria Ortega · § Who pays · quote · 2 March 2026, 10:11 UTC · #follow-up · #figures · `briefing read harbour#n-plain`",
        "## Who pays\n",
    ):
        assert shown in text


def test_the_parts_of_an_utterance_stay_apart() -> None:
    parts = replace(PLAIN, selector=replace(PLAIN.selector, exact="We measured it.\nIt moved."))
    assert "> We measured it.\n>\n> It moved.\n\n^n-plain\n" in written([parts])
    text = "".join(named("text").write([Bundle("harbour", (parts,))]))
    assert "“We measured it.”\n“It moved.”\n" in text


def test_a_text_that_was_changed_in_the_vault_is_taken_back() -> None:
    changed = written([PLAIN]).replace("Ask her for the survey.", "Asked.\n\n- she *sent* it\n- on Monday")
    assert markdown.read(changed).notes == (replace(PLAIN, body="Asked.\n\n- she *sent* it\n- on Monday"),)


def test_what_stands_outside_of_the_notes_survives_a_new_export() -> None:
    other = replace(PLAIN, id="n-other", section="Lead", body="Another.", tags=())
    old = written([PLAIN]).replace("# harbour\n", "# harbour\n\nMy own words.\n") + "\nAnd mine at the end.\n"
    fresh = list(markdown.chunks([Bundle("harbour", (replace(PLAIN, body="New text."), other))]))
    text = merged(old, fresh, HTML_MARKS)
    assert "My own words." in text
    assert text.endswith("\nAnd mine at the end.\n")
    assert "New text." in text
    assert "Ask her" not in text
    assert text.index("n-plain") < text.index("## Lead") < text.index("n-other") < text.index("briefing:end")
    assert merged(text, fresh, HTML_MARKS) == text


def test_a_part_that_was_changed_by_hand_is_never_written_over() -> None:
    old = written([PLAIN]).replace("Ask her", "I asked her")
    same = list(markdown.chunks([Bundle("harbour", (PLAIN,))]))
    assert merged(old, same, HTML_MARKS) == old
    changed = list(markdown.chunks([Bundle("harbour", (replace(PLAIN, body="New."),))]))
    with pytest.raises(Edited, match="n-plain was changed by hand") as edited:
        merged(old, changed, HTML_MARKS)
    assert old.split("\n")[edited.value.line - 1].startswith("<!-- briefing:note n-plain")


def test_a_deleted_note_leaves_the_file_unless_its_part_was_changed() -> None:
    none = list(markdown.chunks([Bundle("harbour", ())]))
    old = written([PLAIN])
    assert "n-plain" not in merged(old, none, HTML_MARKS)
    touched = old.replace("Ask her", "I asked her")
    assert "I asked her" in merged(touched, none, HTML_MARKS)


def test_a_first_note_comes_back_after_the_last_one_was_deleted() -> None:
    empty = merged(written([PLAIN]), list(markdown.chunks([Bundle("harbour", ())])), HTML_MARKS)
    again = merged(empty, list(markdown.chunks([Bundle("harbour", (PLAIN,))])), HTML_MARKS)
    assert markdown.read(again).notes == (PLAIN,)


@given(many_notes, many_notes)
def test_a_merged_file_holds_the_notes_of_a_fresh_one(before: list[Note], after: list[Note]) -> None:
    old = written([replace(note, briefing="harbour") for note in before])
    ours = [replace(note, briefing="harbour") for note in after]
    text = merged(old, list(markdown.chunks([Bundle("harbour", tuple(ours))])), HTML_MARKS)
    if ours:
        assert sorted(markdown.read(text).notes, key=lambda note: note.id) == sorted(ours, key=lambda note: note.id)


def test_a_file_of_somebody_else_is_not_taken_for_ours() -> None:
    with pytest.raises(Edited, match="did not write it"):
        merged("# My diary\n", list(markdown.chunks([Bundle("harbour", (PLAIN,))])), HTML_MARKS)


@pytest.mark.parametrize(
    ("text", "line", "why"),
    [
        ("", 1, "no notes here"),
        ("# Diary\n", 1, "no notes here"),
        ("\n<!-- briefing:note n-1 01234567 {} -->\nno end\n", 2, "not closed"),
        ("<!-- briefing:note n-1 01234567 {oops} -->\n<!-- /briefing:note n-1 -->\n", 1, "broken at column 2"),
        ("<!-- briefing:note n-1 01234567 [] -->\n<!-- /briefing:note n-1 -->\n", 1, "no note"),
        ('<!-- briefing:note n-1 01234567 {"briefing": "b", "kind": "poem"} -->\n<!-- /briefing:note n-1 -->\n', 1, "poem"),
        ('<!-- briefing:note n-1 01234567 {"briefing": "b", "kind": "quote"} -->\n<!-- /briefing:note n-1 -->\n', 1, "no time"),
    ],
)
def test_a_broken_file_is_told_by_its_line(text: str, line: int, why: str) -> None:
    with pytest.raises(BrokenImport, match=why) as broken:
        markdown.read(text)
    assert broken.value.line == line


def test_one_broken_note_among_many_is_told_by_its_line() -> None:
    text = written([PLAIN, replace(PLAIN, id="n-two")])
    at = text.rindex('"kind":"quote"')
    with pytest.raises(BrokenImport, match="kind") as broken:
        markdown.read(text[:at] + '"kind":7' + text[at + 14 :])
    assert broken.value.line == text.count("\n", 0, at) + 1
