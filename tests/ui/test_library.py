"""The library screen."""

from pathlib import Path
from threading import Event

import pytest
from msgspec.structs import replace

from briefing_tui.library.catalogue import Entry
from briefing_tui.library.index.library_index import FEW_FILES, open_index
from briefing_tui.notes.store import NoteStore
from briefing_tui.settings.paths import shipped_content
from briefing_tui.ui.library.shelf import ShelvedBriefing
from briefing_tui.ui.library.shelf_items import ShelfItems
from briefing_tui.ui.terminal.background import LatestWork
from briefing_tui.ui.text.layout import Block
from briefing_tui.ui.view.pane_items import Items
from tests.ui.driver import Opener

SHIPPED = len(list(shipped_content().glob("*.md")))


async def test_lists_the_folder_and_opens_a_briefing_and_comes_back(open_reader: Opener) -> None:
    async with open_reader(library=shipped_content(), size=(100, 40)) as on:
        assert "US-Pakistani ties" in on.screen_text()
        await on.press("j", "enter")
        assert on.briefing().title == "The woman who records foghorns"
        await on.press("]", "]", "B")
        assert "%" in on.rows()[on.find("The woman who records foghorns")[1] + 1].split("Low Water")[0]
        assert "foghorns" in (on.library_cursor() or "")


async def test_words_are_found_in_all_briefings_and_all_are_shown_again(open_reader: Opener) -> None:
    async with open_reader(library=shipped_content()) as on:
        await on.press("slash")
        await on.type("ferry fire")
        assert "Night ferry turns back after three fire alarms" in on.screen_text()
        assert "foghorns" not in on.screen_text()
        await on.press("escape")
        assert len(on.library_titles()) == SHIPPED


async def test_a_hit_leads_to_its_place_and_esc_back_to_the_hits_as_they_were(open_reader: Opener) -> None:
    async with open_reader(library=shipped_content()) as on:
        await on.press("slash")
        await on.type("speaker:ort")
        assert '"Maria Ortega" 7 quotes' in on.screen_text()
        await on.press("tab")
        await on.type("millimetre")
        await on.press("enter")
        hits = on.library_titles()
        assert hits[0].startswith("“A millimetre is nothing … A millimetre that comes back")
        assert "1 hit in 1 article" in on.header()
        await on.press("enter")
        assert on.screen_name() == "reader"
        assert "nothing" in on.lit_words()[0]
        await on.press("escape")
        assert on.screen_name() == "library"
        assert on.library_titles() == hits
        assert "millimetre" in on.header()
        await on.press("escape")
        assert len(on.library_titles()) == SHIPPED


async def test_a_mistake_in_a_query_is_pointed_out_in_its_place_and_the_rest_is_searched(open_reader: Opener) -> None:
    async with open_reader(library=shipped_content()) as on:
        await on.press("slash")
        await on.type("foghorn* speker:x")
        row = next(row for row in on.rows() if "^" in row)
        assert row.index("^") == on.rows()[1].index("speker")
        assert "did you mean 'speaker:'?" in row
        assert "records" in on.screen_text()
        await on.press("enter")
        assert "did you mean" in on.screen_text()


@pytest.mark.parametrize(
    "query", ['"', "*", "(", "speaker:", "a", "-", "in:", "a " * 100, "\U0001f6a2", "港", "since:9999 until:1"]
)
async def test_any_query_leaves_the_library_standing(open_reader: Opener, query: str) -> None:
    async with open_reader(library=shipped_content(), size=(80, 24)) as on:
        await on.press("slash")
        await on.paste(query)
        await on.press("enter", "j", "escape", "escape")
        assert len(on.library_titles()) == SHIPPED


async def test_an_empty_folder_is_said_to_be_empty(open_reader: Opener, tmp_path: Path) -> None:
    async with open_reader(library=tmp_path) as on:
        assert "No briefings in" in on.screen_text()
        await on.press("j", "enter", "G")
        assert on.library_cursor() is None


async def test_dates_and_progress_are_a_column_beside_the_titles(open_reader: Opener) -> None:
    async with open_reader(library=shipped_content(), size=(100, 40)) as on:
        rows = on.rows()
        columns = set()
        for date, title in (("2 Mar 2026", "The harbour that"), ("29 Mar 2012", "US-Pakistani ties")):
            row = rows[on.find(title)[1]]
            columns.add((row.index(date) + len(date), row.index(title)))
            assert "unread" in rows[on.find(title)[1] + 1]
        assert len(columns) == 1
        await on.resize(40, 14)
        assert "2 Mar 2026 · The Saltmarsh Courier" in on.screen_words()
        await on.resize(100, 30)
        assert "13 min" in on.screen_words()


async def test_a_library_of_shipped_briefings_says_how_to_add_one_and_another_does_not(
    open_reader: Opener, tmp_path: Path
) -> None:
    async with open_reader(library=shipped_content()) as on:
        assert "briefing add" in on.screen_words()
    (tmp_path / "own.md").write_bytes((shipped_content() / "us-pakistani-ties.md").read_bytes())
    async with open_reader(library=tmp_path) as on:
        assert "US-Pakistani ties" in on.screen_words()
        assert "briefing add" not in on.screen_words()


@pytest.fixture
def own(tmp_path: Path) -> Path:
    """Return a library of the shipped briefings."""
    folder = tmp_path / "own"
    folder.mkdir()
    for file in shipped_content().glob("*.md"):
        (folder / file.name).write_bytes(file.read_bytes())
    return folder


async def test_status_and_tags_are_set_by_reading_and_by_key_listed_and_undone(open_reader: Opener, own: Path) -> None:
    async with open_reader(library=own) as on:
        await on.press("j", "enter", "B")
        assert "0%" in on.library_rows("foghorns")[1]  # being read
        await on.press("enter", "G", "B")
        assert "read" in on.library_rows("foghorns")[1].split("Low Water")[0]
        await on.press("M", "a", "#")
        await on.type("sound, Coast")
        await on.press("enter")
        assert "archived" in on.library_rows("foghorns")[1]
        assert "#sound #Coast" in " ".join(" ".join(on.library_rows("foghorns")).split())
        await on.press("s")
        await on.press(on.letter_of("#Coast"))
        assert on.library_titles() == ["The woman who records foghorns"]
        await on.press("escape", "slash")
        await on.type("is:archived sirens")
        assert on.library_titles() == []
        await on.press("escape", "slash")
        await on.type("is:archived foghorn*")
        assert "The woman who records foghorns" in on.screen_text()
        await on.press("escape", "U", "U")
        assert "#sound" not in on.screen_text()
        assert "archived" not in on.screen_text()
    async with open_reader(library=own) as on:
        assert "read" in on.library_rows("foghorns")[1].split("Low Water")[0]


async def test_several_are_selected_changed_at_once_removed_and_brought_back(open_reader: Opener, own: Path) -> None:
    async with open_reader(library=own) as on:
        await on.press("v", "v")
        assert on.screen_text().count("✓") == 2
        await on.press("M", "d")
        assert [on.library_rows(word)[1].split()[0].strip("▌") for word in ("harbour that", "foghorns", "Werft")] == [
            "read",
            "read",
            "",
        ]
        await on.press("D")
        assert len(on.library_titles()) == SHIPPED - 2
        assert len(list(own.glob("*.md"))) == SHIPPED - 2
        await on.press("U")
        assert len(on.library_titles()) == SHIPPED
        await on.press("escape", "V", "D", "U", "U")
        assert len(list(own.glob("*.md"))) == SHIPPED
        assert [on.library_rows(word)[1].split("unread")[0].strip("▌ ") for word in ("harbour", "foghorns", "ferry")] == [""] * 3


async def test_what_was_removed_in_another_session_is_brought_back_from_the_trash(open_reader: Opener, own: Path) -> None:
    async with open_reader(library=own) as on:
        await on.run_library_command("trashed_briefings")
        assert "The trash is empty." in on.screen_text()
        title = on.library_titles()[0]
        await on.press("D")
    async with open_reader(library=own) as on:
        assert title not in on.library_titles()
        await on.run_library_command("trashed_briefings")
        await on.press("enter")
        assert title in on.library_titles()
        assert "brought back" in on.screen_text()


async def test_an_article_is_forgotten_for_good_after_asking_about_its_notes(open_reader: Opener, own: Path) -> None:
    async with open_reader(library=own) as on:
        await on.press("j", "enter", "a")
        await on.type("Ask her for the tapes.")
        await on.press("ctrl+s", "B")
        for answer, left, notes in (("n", SHIPPED, 1), ("w", SHIPPED - 1, 0), ("f", SHIPPED - 2, 0)):
            await on.press(":")
            await on.type("forget for good")
            await on.press("enter")
            assert "can't be undone" in on.screen_text()
            assert ".md" in on.choices()[1]  # the file that will be gone
            await on.press(answer)
            assert (len(on.library_titles()), len(list(own.glob("*.md")))) == (left, left)
            with NoteStore() as store:
                assert store.count() == notes
        assert "forgotten" in on.footer()
        await on.press("U")
        assert len(list(own.glob("*.md"))) == SHIPPED - 2


async def test_the_library_is_sorted_by_what_is_chosen(open_reader: Opener, own: Path) -> None:
    async with open_reader(library=own) as on:
        await on.press("S", "t")
        assert on.library_titles() == sorted(on.library_titles(), key=str.casefold)
        await on.press("S", "l")
        assert on.library_titles()[0] == "The harbour that would not settle"
        await on.press("enter", "B", "S", "o")
        assert on.library_titles()[0] == "The harbour that would not settle"


async def test_what_another_program_adds_removes_or_marks_is_seen_by_itself(open_reader: Opener, own: Path) -> None:
    async with open_reader(library=own) as on:
        (own / "us-pakistani-ties.md").rename(own.parent / "away.md")
        await on.look_at_library()
        assert len(on.library_titles()) == SHIPPED - 1
        file = own / "the-woman-who-records-foghorns.md"
        with NoteStore() as store:
            store.reading_list.change([file], lambda _, entry: replace(entry, status="archived"))
        await on.look_at_library()
        with NoteStore() as store:
            store.reading_list.change([file], lambda _, entry: replace(entry, status="archived", tags=("far",)))
        await on.look_at_library()
        assert "#far" in on.screen_text()


async def test_a_large_folder_is_listed_as_far_as_its_index_is_made(open_reader: Opener, tmp_path: Path) -> None:
    folder = tmp_path / "large"
    folder.mkdir()
    for number in range(FEW_FILES + 1):
        (folder / f"{number}.md").write_text(f"# Title {number}\n\n## Article\n\nWords.\n", encoding="utf-8")
    async with open_reader(library=folder) as on:
        assert "Reading the folder for the first time" in on.screen_text()
        with open_index(folder) as index:
            index.refresh()
        await on.look_at_library()
        assert len(on.library_titles()) == FEW_FILES + 1
        assert "Title" in on.screen_text()


async def test_shipped_briefings_stay_reachable_and_are_not_removed(
    open_reader: Opener, own: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("BRIEFING_LIBRARY", str(own))
    for file in list(own.glob("*.md"))[1:]:
        file.unlink()
    async with open_reader(library=own) as on:
        assert len(on.library_titles()) == 1
        await on.press("s")
        await on.press(on.letter_of("The shipped briefings"))
        assert len(on.library_titles()) == SHIPPED
        await on.press("D")
        assert "can't be removed" in on.footer()
        await on.press("s")
        await on.press(on.letter_of("Your own briefings"))
        assert len(on.library_titles()) == 1


async def test_back_leads_to_the_article_before_and_recent_ones_are_a_key_away(open_reader: Opener, own: Path) -> None:
    async with open_reader(library=own) as on:
        await on.press("enter", "B", "j", "enter")
        assert "foghorns" in (on.briefing().title or "")
        await on.press("H")
        assert "harbour" in (on.briefing().title or "")
        await on.press("L")
        assert "foghorns" in (on.briefing().title or "")
        await on.press("r")
        assert "The woman who records foghorns" not in on.choices()
        await on.press(on.letter_of("The harbour that would not settle"))
        assert "harbour" in (on.briefing().title or "")


async def test_a_search_is_saved_under_a_name_used_again_and_deleted(open_reader: Opener, own: Path) -> None:
    async with open_reader(library=own) as on:
        await on.press("slash")
        await on.type("foghorn*")
        await on.press("enter", "C")
        on.put_answer("horns")
        await on.press("enter", "escape")
        assert len(on.library_titles()) == SHIPPED
        await on.press("s")
        await on.press(on.letter_of("“horns”"))
        assert "foghorn*" in on.header()
        await on.press("escape")
        await on.press(":")
        await on.type("delete a saved")
        await on.press("enter", "enter", "s")
        assert not any("horns" in choice for choice in on.choices())


async def test_two_articles_are_selected_among_their_hits_and_compared(open_reader: Opener) -> None:
    async with open_reader(library=shipped_content()) as on:
        await on.press("slash")
        await on.type("harbour")
        await on.press("enter", "v", "v")
        assert "2 selected" in on.header()
        await on.press("equals_sign")
        assert "Side by side" in on.screen_text()
        await on.press("escape")
        assert "selected" not in on.header()
        assert "✓" not in on.screen_text()


async def test_the_quotes_that_a_search_is_about_are_written_to_a_file(open_reader: Opener, own: Path, tmp_path: Path) -> None:
    async with open_reader(library=own) as on:
        await on.press("e")
        assert "Search first" in on.screen_text()
        await on.press("slash")
        await on.type("millimetre speaker:ortega")
        await on.press("enter", "e")
        await on.press("ctrl+u")
        await on.type(str(tmp_path / "found.txt"))
        await on.press("enter")
        assert "The name must end in .md, .csv, .json or .jsonl." in on.screen_words()
        await on.press("ctrl+u")
        await on.type(str(tmp_path / "found.md"))
        await on.press("enter")
        written = (tmp_path / "found.md").read_text(encoding="utf-8")
        assert "> “A millimetre is nothing”" in written
        assert "Maria Ortega" in written


async def test_hits_of_later_pages_are_there_after_a_visit_to_an_article(open_reader: Opener, own: Path) -> None:
    text = (own / "us-pakistani-ties.md").read_text(encoding="utf-8")
    for number in range(30):
        (own / f"copy-{number}.md").write_text(text, encoding="utf-8")
    async with open_reader(library=own) as on:
        await on.press("slash")
        await on.type("pakistan* in:titles")
        await on.press("enter")
        assert "20+ hits in 31 articles" in on.header()
        await on.press("G", "G")
        assert "62 hits in 31 articles" in on.header()
        await on.press("v")
        assert on.screen_text().count("✓") == 1
        assert "62 hits in 31 articles" in on.header()
        await on.press("escape")
        assert "✓" not in on.screen_text()
        await on.press("G", "enter", "escape")
        assert "62 hits in 31 articles" in on.header()
        assert (on.library_cursor() or "").split("#")[0].endswith(".md")
        await on.press("k", "k")
        assert len(on.library_titles()) == 31
        await on.press("S", "b")
        assert "20+ hits" in on.header()


async def test_a_library_that_vanishes_or_cannot_be_written_leaves_the_screen_standing(
    open_reader: Opener, own: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    async with open_reader(library=own) as on:
        monkeypatch.setattr(Path, "rename", _refuse)  # as in a folder that is read-only
        await on.press("D")
        assert "not removed: Permission denied" in on.screen_words()
        assert len(on.library_titles()) == SHIPPED
        monkeypatch.undo()
        own.rename(own.with_name("away"))
        await on.look_at_library()
        assert "No briefings in" in on.screen_words()
        await on.press("slash")
        await on.type("quay")
        await on.press("enter", "escape", "p", "escape", "M", "s", "escape")
        assert on.screen_name() == "library"


def _refuse(*_: object) -> Path:
    raise PermissionError(13, "Permission denied")


def test_items_made_later_are_those_of_the_shelf_in_its_order(tmp_path: Path) -> None:
    shelf = [ShelvedBriefing(Entry(tmp_path, f"{number}.md", f"{number}", f"Title {number}"), None) for number in range(5)]
    for head in (None, Block("Above", "meta")):
        items = ShelfItems(shelf, False, {tmp_path / "2.md"}, head)
        assert [item.id for item in items] == [str(one.entry.path) for one in shelf]
        assert [item.blocks for item in items] == [one.blocks(False, one.entry.file == "2.md") for one in shelf]
        eager = Items(list(items))
        assert (list(items.blocks), list(items.owner), list(items.first_block)) == (eager.blocks, eager.owner, eager.first_block)
        assert items.blocks.least_heights() == [block.above + 1 for block in eager.blocks]
        assert [items.number_of(item.id) for item in items] == list(range(5))
        assert items.number_of(str(tmp_path / "elsewhere" / "2.md")) is items.number_of("") is None
        assert items.with_selected(set())[2].blocks == shelf[2].blocks(False)
    assert not ShelfItems([], False, set(), Block("Above", "meta"))
    assert list(ShelfItems([], False, set(), Block("Above", "meta")).blocks) == []


async def test_a_letter_waits_a_moment_for_its_hits_and_is_drawn_without_them_if_they_take_long(open_reader: Opener) -> None:
    async with open_reader(library=shipped_content()) as on:
        got: list[str] = []
        work = LatestWork(on.app.screen, "test", got.append)
        work.run(lambda: "quick", wait=10)
        assert got == ["quick"]
        release = Event()

        def slow() -> str:
            assert release.wait(10)
            return "slow"

        work.run(slow, wait=0.001)
        assert got == ["quick"]
        assert work.is_running
        release.set()
        await on.wait_for_work()
        assert got == ["quick", "slow"]
