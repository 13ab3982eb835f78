"""Text typed in a vault is imported as it was typed, and never lost."""

import random
import shutil
import tracemalloc
from dataclasses import replace
from pathlib import Path

import msgspec
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from benchmarks.notes.vault import Outcome, run
from briefing_tui.contentfile.read.reader import load
from briefing_tui.export.bundle import Bundle, bundles
from briefing_tui.export.file_names import FolderNames, title_name
from briefing_tui.export.files import Ledger, Refused, WrittenFile, export_folder
from briefing_tui.export.formats import jsonld, markdown, named
from briefing_tui.model.briefing import Briefing
from briefing_tui.model.note import Note
from briefing_tui.model.typed_text import text_version, typed_text, with_typed_text
from briefing_tui.notes.store import ImportCounts, NoteStore
from briefing_tui.text.safety import harmless
from tests.export.test_files import WINDOWS
from tests.library.helpers import PLAIN, notes, texts

FORM = named("markdown")
OWN = replace(PLAIN, id="n-23456789ab")
"""A note with an id of this program: its text is the user's own."""
ARTICLE = Briefing("harbour", title="The harbour: what now?", publisher="The Courier", published="2026-03-02")


def nothing_wrong(outcome: Outcome) -> bool:
    return not outcome.refused and not outcome.changed


@settings(max_examples=12)
@given(st.randoms(use_true_random=False))
def test_notes_come_through_an_edited_vault_as_they_were_typed(chance: random.Random) -> None:
    assert nothing_wrong(run(chance, 3, rounds=1))


@pytest.mark.slow
@pytest.mark.parametrize("seed", range(10))
def test_a_thousand_notes_come_through_an_edited_vault(seed: int) -> None:
    chance = random.Random(seed)
    assert [outcome for outcome in (run(chance, 10) for _ in range(10)) if not nothing_wrong(outcome)] == []


@given(notes, texts)
def test_any_text_becomes_a_note_that_is_typed_the_same(note: Note, text: str) -> None:
    typed = typed_text(with_typed_text(note, text))
    assert text_version(typed) == text_version(harmless(text)) or typed.startswith(typed_text(replace(note, body=text, tags=())))


class Vault:
    """A store and a folder of exports."""

    def __init__(self, folder: Path, *given_notes: Note, name: str = "one", briefing: Briefing = ARTICLE) -> None:
        self.store = NoteStore(folder / f"{name}.db")
        self.store.import_notes(given_notes)
        self.folder, self.briefing = folder / "vault", briefing
        self.ledger = Ledger(folder / "exports.json")

    def export(self) -> Path:
        """Export without a refusal; return the file."""
        (result,) = self.results()
        assert isinstance(result, WrittenFile)
        assert result.left == ()
        return result.path

    def results(self) -> list[WrittenFile | Refused]:
        given_bundles = bundles(self.store.notes(), lambda _: self.briefing)
        return export_folder(self.folder, given_bundles, FORM, self.ledger)

    def take(self, path: Path) -> ImportCounts:
        """Import a file."""
        found = markdown.read(path.read_bytes().decode())
        return self.store.import_notes(found.notes, found.bases)


def test_links_and_tags_typed_into_a_vault_go_in_and_out_for_ever(tmp_path: Path) -> None:
    vault = Vault(tmp_path, OWN)
    for typed in ("See [[The old quay]] #money.", "Then **bold** and [[more]].\n\n#a/b", "> quoted\n\n- list\n\n---"):
        path = vault.export()
        text = path.read_text()
        path.write_text(text.replace(typed_text(vault.store.notes()[0]), typed))
        assert vault.take(path).changed == 1
        assert typed_text(vault.store.notes()[0]) == typed
        assert typed in vault.export().read_text()
        assert vault.take(path).unchanged == 1
    assert vault.store.notes()[0].tags == ()
    assert vault.store.notes()[0].selector == OWN.selector


def test_tags_keep_their_spelling_in_the_store(tmp_path: Path) -> None:
    vault = Vault(tmp_path, replace(OWN, body="", tags=("two words", "€", "Cost")))
    path = vault.export()
    assert "#two-words #Cost\n" in path.read_text()
    path.write_text(path.read_text().replace("#two-words #Cost", "Now. #new #cost\n\n#two-words"))
    assert vault.take(path).changed == 1
    assert vault.store.notes()[0].tags == ("new", "Cost", "two words", "€")


def test_an_edit_on_both_sides_keeps_both_and_the_next_export_works(tmp_path: Path) -> None:
    vault = Vault(tmp_path, OWN)
    path = vault.export()
    path.write_text(path.read_text().replace("Ask her", "I asked her"))
    here = vault.store.notes()[0]
    vault.store.edit(here, replace(here, body="Call her."))
    (result,) = vault.results()
    assert isinstance(result, WrittenFile)
    assert len(result.left) == 1
    assert vault.take(path).beside == 1
    for left in vault.store.notes():
        if left.id != OWN.id:
            vault.store.delete(left)
    assert "I asked her" in vault.export().read_text()
    assert vault.take(path).unchanged == 1


def test_a_note_deleted_here_stays_deleted_unless_it_was_edited_in_the_vault(tmp_path: Path) -> None:
    vault = Vault(tmp_path, OWN, replace(OWN, id="n-two"))
    path = vault.export()
    for note in vault.store.notes():
        vault.store.delete(note)
    path.write_text(path.read_text().replace("Ask her", "I asked her", 1))
    counts = vault.take(path)
    assert (counts.added, counts.unchanged) == (1, 1)
    (back,) = vault.store.notes()
    assert (back.body, back.selector) == ("I asked her for the survey.", OWN.selector)


def test_a_note_deleted_in_the_vault_is_written_again(tmp_path: Path) -> None:
    vault = Vault(tmp_path, OWN, replace(OWN, id="n-two", body="Two."))
    path = vault.export()
    whole = path.read_text()
    at = whole.index("> We", whole.index("> We") + 1)
    path.write_text(whole[:at])
    assert vault.take(path).unchanged == 1
    assert "Two." in vault.export().read_text()


def test_another_machine_gets_the_note_with_the_words_it_is_on(tmp_path: Path) -> None:
    path = Vault(tmp_path, OWN, replace(OWN, id="n-w", kind="briefing")).export()
    other = Vault(tmp_path, name="other")
    assert other.take(path).added == 2
    note, whole = sorted(other.store.notes(), key=lambda one: one.id)
    assert (note.words, note.attribution, note.section, note.kind, note.colour) == (
        OWN.words, OWN.attribution, OWN.section, OWN.kind, OWN.colour,
    )  # fmt: skip
    assert (whole.kind, whole.words, whole.briefing) == ("briefing", "", "harbour")
    assert other.take(path).unchanged == 2


@pytest.fixture
def old_vault(tmp_path: Path, fixtures: Path) -> Vault:
    """Return a vault that version 0.1 wrote (commit c6d05e1), with its store."""
    kept = jsonld.read((fixtures / "vault-1" / "notes.jsonld").read_text("utf-8"), lambda *_: "harbour").notes
    vault = Vault(tmp_path, *kept, briefing=load(fixtures / "harbour.md").briefing)
    vault.folder.mkdir()
    shutil.copy(fixtures / "vault-1" / "harbour.md", vault.folder / "harbour.md")
    return vault


def test_a_vault_of_version_0_1_is_written_in_the_present_form(old_vault: Vault) -> None:
    path = old_vault.folder / "harbour.md"
    path.write_text(path.read_text().replace("## Lead", "My own words.\n\n## Lead", 1))
    before = old_vault.store.notes()
    assert old_vault.take(path) == ImportCounts(unchanged=8)
    assert old_vault.export() == path
    text = path.read_text()
    assert "<!--" not in text
    assert "My own words." in text
    assert {note.id: typed_text(note) for note in markdown.read(text).notes} == {note.id: typed_text(note) for note in before}
    assert text.index("## The whole briefing") < text.index("^n-fxture2222") < text.index("## Lead")
    assert 'source: "https://example.org/harbour"\n' in text
    assert "url: https://example.org/harbour\n" in text
    assert old_vault.export().read_text() == text
    assert old_vault.take(path) == ImportCounts(unchanged=8)
    assert old_vault.store.notes() == before


def test_an_edit_in_a_vault_of_version_0_1_is_not_lost_by_an_export_or_an_import(old_vault: Vault) -> None:
    path = old_vault.folder / "harbour.md"
    text = (
        path.read_text().replace(r"See also \#money", "See also [[Money]] #money").replace("Who is she?", "**Who** is she? #who")
    )
    path.write_text(text.replace("<!-- /briefing:note n-fxture8222 -->\n", ""))
    (result,) = old_vault.results()
    assert isinstance(result, WrittenFile)
    assert len(result.left) == 2
    assert all("import" in line for line in result.left)
    assert "See also [[Money]] #money" in path.read_text()
    assert old_vault.take(path) == ImportCounts(changed=2, unchanged=6)
    assert "<!--" not in old_vault.export().read_text()
    found = {note.id: note for note in old_vault.store.notes()}
    assert found["n-fxture3222"].body == "See also [[Money]] #money and `code`."
    assert found["n-fxture8222"].body == "**Who** is she? #who 東京 – العربية"
    assert found["n-fxture8222"].tags == ("who", "a/b")
    assert "See also [[Money]] #money" in path.read_text()


class TestNames:
    def test_a_file_is_named_after_the_title_and_found_again_whatever_it_is_called(self, tmp_path: Path) -> None:
        vault = Vault(tmp_path, OWN)
        path = vault.export()
        assert path.name == "The harbour - what now.md"
        moved = vault.folder / "Read" / "My harbour.md"
        moved.parent.mkdir()
        path.rename(moved)
        assert vault.export() == moved
        vault.briefing = msgspec.structs.replace(ARTICLE, title="Another title")
        assert vault.export() == moved
        assert [file.name for file in vault.folder.rglob("*.md")] == ["My harbour.md"]

    def test_a_new_title_does_not_rename_a_file(self, tmp_path: Path) -> None:
        vault = Vault(tmp_path, OWN)
        path = vault.export()
        vault.briefing = msgspec.structs.replace(ARTICLE, title="Another title")
        assert vault.export() == path

    def test_two_articles_of_one_title_and_a_note_of_the_users_own_have_files_of_their_own(self, tmp_path: Path) -> None:
        (tmp_path / "The harbour - what now.md").write_text("Mine.\n")
        given_bundles = [
            Bundle(name, (replace(OWN, briefing=name),), msgspec.structs.replace(ARTICLE, id=name)) for name in "abcd"
        ]
        results = export_folder(tmp_path, given_bundles, FORM, Ledger(tmp_path / "exports.json"))
        files = [result.path.name for result in results if isinstance(result, WrittenFile)]
        assert files == [
            "The harbour - what now (The Courier).md", "The harbour - what now (2026-03-02).md", "c.md", "d.md",
        ]  # fmt: skip
        again = export_folder(tmp_path, given_bundles, FORM, Ledger(tmp_path / "exports.json"))
        assert [result.path.name for result in again if isinstance(result, WrittenFile)] == files
        assert (tmp_path / "The harbour - what now.md").read_text() == "Mine.\n"

    def test_an_empty_file_that_a_link_made_is_filled(self, tmp_path: Path) -> None:
        vault = Vault(tmp_path, OWN)
        vault.folder.mkdir()
        (vault.folder / "The harbour - what now.md").touch()
        assert "Ask her" in vault.export().read_text()
        assert vault.export().name == "The harbour - what now.md"

    @given(texts)
    def test_any_title_makes_a_name_of_a_file_in_its_folder(self, title: str) -> None:
        name = title_name(title)
        assert name == "" or Path(f"{name}.md").name == f"{name}.md"
        assert not set(name) & set('\\/:*?"<>|#^[]%{}\n\t')
        assert not name.startswith((".", "-", " "))
        assert not name.endswith((".", " "))
        assert name.upper() not in WINDOWS
        assert len(name.encode()) <= 120

    def test_a_folder_is_searched_only_for_a_file_that_is_not_where_it_was(self, tmp_path: Path) -> None:
        for number in range(3):
            (tmp_path / f"{number}.md").write_text("---\nbriefing: harbour\n---\n")
        names = FolderNames(tmp_path, FORM)
        assert names.path(Bundle("harbour", (OWN,), ARTICLE)) == tmp_path / "0.md"
        (tmp_path / ".trash").mkdir()
        (tmp_path / ".trash" / "old.md").write_text("---\nbriefing: ferry\n---\n")
        assert FolderNames(tmp_path, FORM).path(Bundle("ferry", ())) == tmp_path / "ferry.md"

    def test_no_more_names_are_made_than_are_taken(self, tmp_path: Path) -> None:
        tracemalloc.start()
        try:
            path = FolderNames(tmp_path, FORM).path(Bundle("harbour", (OWN,), ARTICLE))
            assert tracemalloc.get_traced_memory()[1] < 5_000_000
        finally:
            tracemalloc.stop()
        assert path.parent == tmp_path

    def test_a_file_stays_that_of_an_article_whose_notes_go_by_another_name_now(self, tmp_path: Path) -> None:
        vault = Vault(tmp_path, OWN, replace(OWN, id="n-3456789abc"))
        path = vault.export()
        path.write_text(path.read_text().replace("Ask her", "I asked her", 1))
        moved = vault.folder / "Moved.md"
        path.rename(moved)
        renamed = [replace(note, briefing="quay") for note in vault.store.notes()]
        article = msgspec.structs.replace(ARTICLE, id="quay")
        (result,) = export_folder(vault.folder, [Bundle("quay", tuple(renamed), article)], FORM, vault.ledger)
        assert isinstance(result, WrittenFile)
        assert (result.path, result.left) == (moved, ())
        assert "briefing: quay\n---\n" in moved.read_text()
        assert "I asked her" in moved.read_text()
