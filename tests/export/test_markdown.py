"""Exported Markdown keeps the user's own Markdown; the article's words are text."""

from dataclasses import replace

import pytest
import yaml
from hypothesis import given

from briefing_tui.export.bundle import Bundle, bundles
from briefing_tui.export.formats import markdown, named
from briefing_tui.export.incoming import BrokenImport
from briefing_tui.export.managed_parts import Edited
from briefing_tui.export.vault.properties import owner
from briefing_tui.export.vault.updating import updated as update_file
from briefing_tui.model.briefing import Briefing, Source
from briefing_tui.model.note import Note
from briefing_tui.model.typed_text import note_tag, typed_text
from briefing_tui.text.safety import one_line
from tests.library.helpers import PLAIN, many_notes, notes

BRIEFING = Briefing(
    "harbour", title="Harbour: what now?", authors=("Ines Calder",), publisher="The Courier", published="2026-03-02",
    tags=("sea", "two words"), source=Source("x", "https://example.org/harbour"),
)  # fmt: skip
OLD = '<!-- briefing:note n-1 01234567 {"briefing":%s} -->\n<!-- /briefing:note n-1 -->\n'
"""A part in the form of version 0.1."""


def written(*given_notes: Note) -> str:
    ordered = sorted(given_notes, key=lambda note: note.briefing)
    return "".join(markdown.write(bundles(ordered, lambda _: None)))


def of_harbour(*given_notes: Note) -> list[Bundle]:
    return [Bundle("harbour", given_notes, BRIEFING)]


def updated(old: str, *given_notes: Note) -> str:
    made = update_file(old, of_harbour(*given_notes))
    assert made.left == ()
    return made.text


def test_a_note_is_written_as_one_would_write_it() -> None:
    note = replace(
        PLAIN,
        id="n-23456789ab",
        body="Ask [[Maria]] for the **survey**. #cost\n\n- [ ] now",
        tags=("cost", "follow-up", "a/b", "two words"),
    )
    assert "".join(markdown.write(of_harbour(note))).partition("briefing: harbour\n---\n")[2].split("\n") == [
        "",
        "# Harbour: what now?",
        "",
        "[Open in briefing](briefing://harbour) · `briefing read harbour`",
        "",
        "## Who pays",
        "",
        "> We measured it three times.",
        ">",
        "> — Maria Ortega",
        "",
        "^n-23456789ab",
        "",
        "Ask [[Maria]] for the **survey**. #cost",
        "",
        "- [ ] now",
        "",
        "#follow-up #a/b #two-words",
        "",
        '[Open in briefing](briefing://harbour/n-23456789ab "508dc1-88bdee") · quote, yellow · 2 March 2026, 10:11 UTC · '
        "`briefing read harbour#n-23456789ab`",
        "",
    ]


def test_the_properties_are_those_that_obsidian_knows() -> None:
    front = yaml.safe_load("".join(markdown.write(of_harbour(PLAIN))).split("---\n")[1])
    assert {key: str(value) if key == "date" else value for key, value in front.items()} == {
        "title": "Harbour: what now?",
        "aliases": ["Harbour: what now?"],
        "tags": ["briefing", "sea", "two-words"],
        "authors": ["Ines Calder"],
        "publisher": "The Courier",
        "date": "2026-03-02",
        "url": "https://example.org/harbour",
        "briefing": "harbour",
    }


@given(notes)
def test_properties_are_yaml_whatever_is_in_them(note: Note) -> None:
    title, author = one_line(note.words), one_line(note.attribution) or "x"
    briefing = Briefing(note.briefing, title=title or None, authors=(author,), publisher=one_line(note.section) or None)
    text = "".join(markdown.write([Bundle(note.briefing, (), briefing)]))
    front = yaml.safe_load(text.split("\n---\n")[0].removeprefix("---\n"))
    assert (front["title"], front["authors"], front["briefing"]) == (title or note.briefing, [author], note.briefing)
    assert "<%" not in text
    assert owner(text) == note.briefing


@given(many_notes)
def test_notes_come_back_into_another_store_as_the_file_shows_them(given_notes: list[Note]) -> None:
    if not given_notes:
        return
    back = {note.id: note for note in markdown.read(written(*given_notes)).notes}
    assert back.keys() == {note.id for note in given_notes}
    for note in given_notes:
        found = back[note.id]
        assert typed_text(found) == typed_text(note)
        assert [note_tag(tag) for tag in found.tags] == list(map(note_tag, found.tags))
        assert (found.briefing, found.kind, found.colour) == (note.briefing, note.kind, note.colour)
        if note.kind != "briefing" and note.words.strip():
            assert "".join(found.words.split()) == "".join(note.words.split())
            assert found.attribution == note.attribution
        assert found.created[:16] == note.created[:16]


@given(notes)
def test_nothing_in_the_words_of_the_article_is_markup(note: Note) -> None:
    from markdown_it import MarkdownIt

    article = Briefing("harbour", title=one_line(note.words) or "x")
    text = "".join(markdown.write([Bundle("harbour", (replace(note, briefing="harbour", body="", tags=()),), article)]))
    tokens = MarkdownIt("commonmark", {"html": True}).enable(["table", "strikethrough"]).parse(text.split("\n---\n", 1)[1])
    kinds = {token.type for token in tokens} | {child.type for token in tokens for child in token.children or ()}
    assert kinds <= {
        "heading_open", "heading_close", "inline", "text", "blockquote_open", "blockquote_close", "paragraph_open",
        "paragraph_close", "softbreak", "text_special", "code_inline", "link_open", "link_close", "strong_open", "strong_close",
    }  # fmt: skip
    links = [child.attrGet("href") for token in tokens for child in token.children or () if child.type == "link_open"]
    assert links == ["briefing://harbour", f"briefing://harbour/{note.id}"]
    bold = "".join(token.content for token in tokens if "**" in token.content and token.type == "inline")
    assert bold in ("", f"**Note** ^{note.id}") or "\\*" in bold


def test_the_parts_of_an_utterance_stay_apart() -> None:
    parts = replace(PLAIN, selector=replace(PLAIN.selector, exact="We measured it.\nIt moved."))
    assert "> We measured it.\n>\n> It moved.\n>\n> — Maria Ortega\n\n^n-plain\n" in written(parts)
    text = "".join(named("text").write([Bundle("harbour", (parts,))]))
    assert "“We measured it.”\n“It moved.”\n" in text


def test_notes_on_the_whole_briefing_and_on_actors_have_places_of_their_own() -> None:
    whole = replace(PLAIN, id="n-whole", kind="briefing", section="", attribution="", body="All of it.")
    actor = replace(PLAIN, id="n-actor", kind="actor", section="")
    lead = replace(PLAIN, id="n-lead", section="Lead")
    headings = [
        line for line in written(lead, PLAIN, actor, replace(lead, id="n-2"), whole).split("\n") if line.startswith("## ")
    ]
    assert headings == ["## The whole briefing", "## Key actors", "## Lead", "## Who pays"]
    assert "## The whole briefing\n\n**Note** ^n-whole\n\nAll of it.\n" in written(lead, whole)


def test_a_text_that_was_changed_in_the_vault_is_taken_back_with_its_tags() -> None:
    changed = written(PLAIN).replace("Ask her for the survey.", "Asked. #done\n\n- she *sent* it\n- [[on Monday]]")
    (note,) = markdown.read(changed).notes
    assert note.body == "Asked. #done\n\n- she *sent* it\n- [[on Monday]]"
    assert note.tags == ("done", "follow-up", "figures")


def test_what_is_outside_of_the_notes_survives_a_new_export() -> None:
    other = replace(PLAIN, id="n-other", section="Lead", body="Another.", tags=())
    old = written(PLAIN).replace("# harbour\n", "# harbour\n\nMy own words.\n") + "\nAnd mine at the end.\n"
    text = updated(old, replace(PLAIN, body="New text."), other)
    assert "My own words." in text
    assert "New text." in text
    assert "Ask her" not in text
    assert text.index("n-plain") < text.index("And mine at the end.") < text.index("## Lead") < text.index("n-other")
    assert updated(text, replace(PLAIN, body="New text."), other) == text


def test_a_new_note_goes_below_the_one_before_it_and_what_was_written_there() -> None:
    third, second = replace(PLAIN, id="n-third", body="3"), replace(PLAIN, id="n-second", body="2")
    old = written(PLAIN, third).replace("#n-plain`\n", "#n-plain`\n\n```\n# mine\n```\n", 1)
    text = updated(old, PLAIN, second, third)
    assert text.index("# mine") < text.index("^n-second") < text.index("^n-third")
    first = replace(PLAIN, id="n-first", section="Lead", body="0")
    text = updated(text, first, PLAIN, second, third)
    assert text.index("## Lead") < text.index("^n-first") < text.index("## Who pays") < text.index("^n-plain")


def test_an_edit_that_was_not_imported_stays_when_the_note_did_not_change() -> None:
    old = written(PLAIN).replace("Ask her", "I *asked* her").replace("> We measured", "> ==We== measured")
    assert updated(old, PLAIN) == old


def test_a_text_that_changed_on_both_sides_is_left_and_told_and_the_others_are_written() -> None:
    old = written(PLAIN, replace(PLAIN, id="n-two")).replace("Ask her", "I asked her", 1)
    made = update_file(old, of_harbour(replace(PLAIN, body="New."), replace(PLAIN, id="n-two", body="Newer.")))
    assert "I asked her" in made.text
    assert "Newer." in made.text
    ((line, why),) = made.left
    assert "(briefing://harbour/n-plain" in made.text.split("\n")[line - 1]
    assert "import" in why


def test_what_was_typed_into_the_last_line_and_the_quotation_stays() -> None:
    old = written(PLAIN).replace("#n-plain`", "#n-plain` see [[x]]").replace("> We", "> ==We==")
    text = updated(old, replace(PLAIN, body="New."))
    assert "#n-plain` see [[x]]\n" in text
    assert "> ==We== measured" in text
    assert "\nNew.\n" in text


def test_words_that_a_note_was_attached_to_anew_are_written() -> None:
    moved = replace(PLAIN, selector=replace(PLAIN.selector, exact="Other words."))
    text = updated(written(PLAIN), moved)
    assert "> Other words.\n>\n> — Maria Ortega\n\n^n-plain\n\nAsk her" in text
    assert text == updated(text, moved)
    edited = updated(written(PLAIN).replace("Ask her", "I asked her"), moved)
    assert markdown.read(edited).bases == markdown.read(written(PLAIN)).bases


def test_a_deleted_note_leaves_the_file_unless_its_part_was_changed() -> None:
    old = written(PLAIN)
    assert "n-plain" not in updated(old)
    assert "I asked her" in updated(old.replace("Ask her", "I asked her"))
    assert "==We==" in updated(old.replace("> We", "> ==We=="))


def test_a_first_note_comes_back_after_the_last_one_was_deleted() -> None:
    again = updated(updated(written(PLAIN)), PLAIN)
    assert [note.id for note in markdown.read(again).notes] == ["n-plain"]


@given(many_notes, many_notes)
def test_an_updated_file_holds_the_notes_of_a_fresh_one(before: list[Note], after: list[Note]) -> None:
    ours = [replace(note, briefing="harbour") for note in after]
    text = updated("".join(markdown.write(of_harbour(*(replace(note, briefing="harbour") for note in before)))), *ours)
    if ours:
        fresh = {note.id: typed_text(note) for note in markdown.read("".join(markdown.write(of_harbour(*ours)))).notes}
        assert {note.id: typed_text(note) for note in markdown.read(text).notes} == fresh
    assert updated(text, *ours) == text


def test_files_of_several_briefings_are_updated_in_place() -> None:
    ferry = replace(PLAIN, id="n-ferry", briefing="ferry")
    new = replace(ferry, id="n-new", section="Lead")
    old = written(PLAIN, ferry)
    assert old.startswith("---\ntitle: Notes\nbriefing: all\n---\n")
    text = update_file(old, [Bundle("ferry", (ferry, new)), Bundle("harbour", (PLAIN,)), Bundle("sea", (PLAIN,))]).text
    assert text.index("# ferry") < text.index("n-ferry") < text.index("^n-new") < text.index("# harbour") < text.index("# sea")


def test_a_file_of_somebody_else_is_not_taken_for_ours() -> None:
    for text in ("# My diary\n", "---\nbriefing: 1\ntitle: A content file\n---\n", "---\ntags: [briefing]\n---\n"):
        with pytest.raises(Edited, match="did not write it"):
            update_file(text, of_harbour(PLAIN))


@pytest.mark.parametrize(
    "line", ["^n-plain", '[x](briefing://harbour/n-plain "012345-6789ab") y', "\\\\[x](briefing://h/n-plain)"]
)
def test_a_line_that_looks_like_our_own_is_text(line: str) -> None:
    note = replace(PLAIN, body=f"before\n{line}\nafter", tags=())
    assert [found.body for found in markdown.read(written(note)).notes] == [note.body]
    assert updated(written(note), note) == written(note)


def test_the_first_of_two_copies_counts_and_the_other_stays() -> None:
    text = written(PLAIN)
    copy = text[text.index("> We") :].replace("Ask her", "And ask her")
    found = markdown.read(text + "\n" + copy)
    assert ([note.body for note in found.notes], found.left_out) == (["Ask her for the survey."], 1)
    assert updated(text + "\n" + copy, replace(PLAIN, body="New.")).endswith("\n" + copy)


@pytest.mark.parametrize("gone", ["^n-plain\n", "^n-plain\n\n", "> We measured it three times.\n>\n> — Maria Ortega\n"])
def test_a_note_is_known_by_what_is_left_of_its_part(gone: str) -> None:
    text = written(replace(PLAIN, id="n-before"), PLAIN).replace("> We", "Mine.\n\n> We")
    at = text.rindex(gone.split("\n")[0])
    text = text[:at] + text[at + len(gone) :]
    assert [(note.id, note.body) for note in markdown.read(text).notes] == [
        ("n-before", PLAIN.body), ("n-plain", PLAIN.body),
    ]  # fmt: skip
    healed = updated(text, replace(PLAIN, id="n-before"), replace(PLAIN, body="New."))
    assert "\n^n-plain\n\nNew.\n" in healed
    assert healed.count("Mine.") == 2


def test_a_note_without_its_last_line_reaches_to_the_next_one() -> None:
    first = replace(PLAIN, id="n-23456789ab")
    text = written(first, PLAIN)
    last = next(line for line in text.split("\n") if "/n-23456789ab" in line)
    text = text.replace(last + "\n", "and this\n")
    assert [note.body for note in markdown.read(text).notes] == [
        "Ask her for the survey.\n\n#follow-up #figures\n\nand this",
        PLAIN.body,
    ]
    assert update_file(text, of_harbour(first, PLAIN)).text.count("/n-23456789ab)") == 1


@pytest.mark.parametrize(
    ("text", "line", "why"),
    [
        ("", 1, "no notes here"),
        ("# Diary\n", 1, "no notes here"),
        (OLD % '"b",oops "modified":""', 1, "broken at column 17"),
        (OLD % '"b","kind":"poem","modified":"x"', 1, "poem"),
        (OLD % '"b","kind":"quote","modified":"x"', 1, "no time"),
        ("\n\n" + OLD % '"b","kind":7,"modified":"x"', 3, "kind"),
    ],
)
def test_a_broken_file_is_told_by_its_line(text: str, line: int, why: str) -> None:
    with pytest.raises(BrokenImport, match=why) as broken:
        markdown.read(text)
    assert broken.value.line == line
