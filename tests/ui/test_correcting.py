"""Correcting quotes and actors in the reader.

A correction is written to the file at once, shown everywhere, and undone by one key.
"""

from hashlib import sha256
from pathlib import Path
from typing import NamedTuple

import pytest

from briefing_tui.contentfile.read.reader import load
from briefing_tui.library.kept_sources import kept_path, kept_source
from briefing_tui.model.briefing import Quote
from briefing_tui.notes.rows import Wanted
from briefing_tui.notes.store import NoteStore
from briefing_tui.settings import paths
from briefing_tui.ui.dialogs.picker import Option, fitting
from briefing_tui.ui.reader.saving import chosen_path, free_path
from briefing_tui.ui.view.opened_file import OpenedFile
from briefing_tui.ui.view.undo import UndoLog
from tests.ui.driver import DIGEST, HARBOUR, Driver, Opener

ARTICLE = """\
The quay that moved

By Ines Calder

2 March 2026

The harbour board of Portolan met behind closed doors on Monday and came out two hours later with a plan to close the quay.

“We measured it three times,” said Maria Ortega, the harbour engineer. “It moved three times.”

Tobias Renn, who chairs the board, said the money would come from the town. “Nobody else will pay for it,” he said.

The crews of the forty-four boats want a say before anything is spent, and they will meet on Thursday.
"""


@pytest.fixture
def harbour(tmp_path: Path) -> Path:
    """Return a copy of the long report."""
    path = tmp_path / HARBOUR.name
    path.write_bytes(HARBOUR.read_bytes())
    return path


def quote(path: Path, index: int) -> Quote:
    return load(path).briefing.quotes[index]


def pane_item(on: Driver) -> tuple[str, list[str], int]:
    """Return the id, lines and first row of the item under the pane's cursor."""
    item = on.cursor_item()
    assert item is not None
    return item.id, list(item.lines), on.cursor_row()


async def test_the_arrows_move_in_the_list_of_a_picker(harbour: Path, open_reader: Opener) -> None:
    async with open_reader(harbour) as on:
        await on.press("3", *"jjjjjjjj")
        picked = []
        for keys in ((), ("down",), ("down", "up")):
            await on.press("c", *keys, "enter")
            picked.append(pane_item(on)[1][-1])
            await on.press("U")
        assert picked[0] == picked[2] != picked[1]


async def test_a_speaker_is_picked_written_shown_in_place_and_taken_back(harbour: Path, open_reader: Opener) -> None:
    before = harbour.read_bytes()
    async with open_reader(harbour) as on:
        await on.press("3", *"jjjjjjjj")
        name, _, row = pane_item(on)
        lit = on.lit_words()
        await on.press("c", *"adeyemi", "enter")
        assert quote(harbour, 8).speaker == "ruth-adeyemi"
        shown = pane_item(on)
        assert (shown[0], shown[2]) == (name, row)
        assert shown[1][-1].startswith("Ruth Adeyemi · ")
        assert on.lit_words() == lit
        await on.press("U")
        assert harbour.read_bytes() == before
        await on.press("R")
        assert quote(harbour, 8).speaker == "ruth-adeyemi"


async def test_an_actor_is_renamed_given_another_kind_and_made_one_with_another(harbour: Path, open_reader: Opener) -> None:
    before = harbour.read_bytes()
    async with open_reader(harbour) as on:
        await on.press("2", "c", "n", *"X", "enter", "c", "t")
        actor = load(harbour).briefing.actors[0]
        assert (actor.id, actor.name, actor.kind, actor.aliases[0]) == (
            "maria-ortega", "Maria OrtegaX", "organization", "Maria Ortega",
        )  # fmt: skip
        assert pane_item(on)[0] == "maria-ortega"
        await on.press("c", "s", *"renn", "enter")
        assert pane_item(on)[0] == "tobias-renn"
        assert "maria-ortega" not in {actor.id for actor in load(harbour).briefing.actors}
        await on.press("U", "U", "U")
        assert harbour.read_bytes() == before


async def test_what_changed_meanwhile_stays_and_what_cannot_be_written_is_still_there(harbour: Path, open_reader: Opener) -> None:
    async with open_reader(harbour) as on:
        await on.press("2", "c", "r")
        there = harbour.read_text("utf-8").replace("## Summary", "<!-- mine -->\n\n## Summary")
        harbour.write_text(there.replace("person · harbour engineer", "person · engineer of the harbour"), "utf-8")
        await on.press("!", "enter")
        assert on.asks_for_input()
        assert "changed there meanwhile" in on.screen_text()
        assert "engineer of the harbour · chair of the survey\n" in harbour.read_text("utf-8")
        harbour.write_text(there, "utf-8")
        await on.press("enter")
        assert harbour.read_text("utf-8") == there.replace("chair of the survey\n", "chair of the survey!\n", 1)
        harbour.chmod(0o444)
        await on.press("c")
        assert "The file is read-only; allow it to be written, or save a copy (C)." in on.screen_text()


async def test_in_a_digest_the_quote_that_one_reads_is_corrected_in_the_text(tmp_path: Path, open_reader: Opener) -> None:
    path = tmp_path / DIGEST.name
    path.write_bytes(DIGEST.read_bytes())
    async with open_reader(path) as on:
        await on.press(")", "c", *"a spokesman", "down", "down", "enter")
        assert quote(path, 0).speaker_name == "a spokesman"
        assert "— a spokesman" in on.screen_text()
        assert on.lit_words()


async def test_what_was_built_on_the_way_is_saved_first_and_its_notes_go_along(tmp_path: Path, open_reader: Opener) -> None:
    source = tmp_path / "quay.txt"
    source.write_text(ARTICLE, "utf-8")
    async with open_reader(source) as on:
        await on.press("3", "a", *"hm", "ctrl+s", "c")
        assert on.asks_for_input()
        await on.press(*["backspace"] * 7, *"pier", "enter")
        saved = paths.library() / "pier.md"
        assert on.path() == saved
        assert kept_source(saved.parent, sha256(ARTICLE.encode()).hexdigest()) == ARTICLE.encode()
        await on.press(*"renn", "enter")
        assert quote(saved, 0).speaker == "tobias-renn"
        assert on.is_built_on_opening() is False
        assert len(on.notes_shown()) + len(on.drafts_shown()) == 1
        await on.press("C", "end", *["backspace"] * 9, *"pier.md", "enter")
        assert "A file of that name exists already" in on.screen_text()
    assert source.read_text("utf-8") == ARTICLE
    with NoteStore() as store:
        assert [note.briefing for note in store.notes(Wanted())] == ["pier"]


async def test_what_is_in_no_file_is_saved_with_its_source_where_sources_are_kept(tmp_path: Path, open_reader: Opener) -> None:
    data = ARTICLE.replace("quay", "quäy").encode("cp1252", "replace")
    digest = sha256(data).hexdigest()
    (tmp_path / "others" / ".sources").mkdir(parents=True)
    (tmp_path / "plain").mkdir()
    async with open_reader(None, text=data.decode("utf-8", "surrogateescape")) as on:
        await on.press("C", "enter")
        assert kept_source(paths.library(), digest) == data
    for name, is_kept in (("others", True), ("plain", False)):
        async with open_reader(None, text=data.decode("utf-8", "surrogateescape")) as on:
            await on.press("C", "home", "ctrl+k", *f"{tmp_path}/{name}/a.md", "enter")
            assert on.path() == tmp_path / name / "a.md"
        assert kept_path(tmp_path / name, digest).exists() == is_kept


def test_options_are_found_by_all_words_that_are_typed_in_any_name() -> None:
    options = [Option("a", "Maria Ortega", "engineer", ("the chief",)), Option("b", "Renn"), Option("c", "The “Ortega” board")]
    assert [option.id for option in fitting(options, "ORTEGA the")] == ["a", "c"]
    assert [option.id for option in fitting(options, '"ortega"')] == ["c"]
    assert [option.id for option in fitting(options, "the")] == ["c", "a"]
    assert fitting(options, "") == options


def test_one_key_takes_back_notes_and_corrections_in_the_order_in_which_they_were_made() -> None:
    done: list[str] = []

    class Step(NamedTuple):
        name: str

        def undo(self) -> None:
            done.append(f"-{self.name}")

        def redo(self) -> None:
            done.append(f"+{self.name}")

    log = UndoLog()
    log.add(Step("note"))
    log.add(Step("correction"))
    log.undo()
    log.put_back()
    for step in (log.undo, log.undo, log.redo, log.redo, log.undo):
        step()
    assert done == ["-correction", "-correction", "-note", "+note", "+correction", "-correction"]


def test_the_name_that_is_offered_is_free_and_a_folder_takes_the_briefings_name(isolation: Path) -> None:
    document = OpenedFile(None, "quay", ARTICLE)
    library = paths.library()
    assert free_path(document) == library / "quay.md"
    library.mkdir(parents=True)
    (library / "quay.md").touch()
    assert free_path(document) == library / "quay-2.md"
    assert chosen_path("~/x", "quay") == isolation / "x.md"
    assert chosen_path("~/notes.v2", "quay") == isolation / "notes.v2.md"
    assert chosen_path(str(library), "quay") == library / "quay.md"
    assert chosen_path("/new/", "quay") == Path("/new/quay.md")
