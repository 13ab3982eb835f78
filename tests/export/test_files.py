"""Exported files stay in their folder, are complete, and never lose the user's words."""

import os
import stat
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from briefing_tui.export.bundle import Bundle
from briefing_tui.export.file_names import file_name
from briefing_tui.export.files import Ledger, Refused, WrittenFile, export_file, export_folder, preview
from briefing_tui.export.follow import Follower
from briefing_tui.export.formats import named
from briefing_tui.file_io import write_atomically
from briefing_tui.notes.store import NoteStore
from tests.library.helpers import PLAIN, note
from tests.library.test_articles import MILL

WINDOWS = {"CON", "PRN", "AUX", "NUL", *(f"{port}{number}" for port in ("COM", "LPT") for number in "0123456789¹²³")}
"""Names that Windows allows for no file, whatever its ending."""
MARKDOWN, TABLE = named("markdown"), named("csv")
BUNDLE = Bundle("harbour", (PLAIN,))


@pytest.fixture
def ledger(tmp_path: Path) -> Ledger:
    return Ledger(tmp_path / "state" / "exports.json")


@pytest.mark.parametrize(
    "hostile",
    [
        "../../etc/passwd",
        "/etc/passwd",
        "..",
        ".",
        "",
        "CON",
        "nul",
        "com1.",
        "com¹",
        "lpt³.txt",
        "trailing...",
        "trailing ",
        "x" * 300,
        "a/b",
        "a\\b",
        "c:x",
        "a" * 5000,
        "\x00",
        "日本" * 200,
        "~",
        "-rf",
        "x\ny",
    ],
)
def test_a_name_made_from_a_hostile_id_stays_in_its_folder(hostile: str, tmp_path: Path) -> None:
    name = file_name(hostile, "md")
    assert Path(name).name == name
    assert len(name.encode()) <= 160
    assert not name.startswith((".", "-"))
    stem = name.removesuffix(".md")
    assert not stem.endswith((".", " "))
    assert stem.upper() not in WINDOWS
    assert (tmp_path / name).resolve().parent == tmp_path
    (tmp_path / name).write_text("it can be made")


@given(st.lists(st.text(max_size=12), unique=True, max_size=20))
def test_names_are_unlike_whatever_the_case(ids: list[str]) -> None:
    names = [file_name(one, "md").casefold() for one in ids]
    assert len(set(names)) == len(ids)


def test_an_ordinary_id_is_its_name() -> None:
    assert file_name("us-pakistani-ties", "md") == "us-pakistani-ties.md"
    assert file_name("con", "md").startswith("con-")


def test_a_file_is_whole_or_not_there(tmp_path: Path) -> None:
    def breaks() -> Iterator[str]:
        yield "half"
        raise OSError(28, "No space left on device")

    (tmp_path / "notes.txt").write_text("before")
    with pytest.raises(OSError, match="No space"):
        write_atomically(tmp_path / "notes.txt", breaks())
    assert (tmp_path / "notes.txt").read_text() == "before"
    assert [path.name for path in tmp_path.iterdir()] == ["notes.txt"]


def test_a_file_keeps_its_permissions(tmp_path: Path, ledger: Ledger) -> None:
    path = tmp_path / "notes.md"
    export_file(path, [BUNDLE], MARKDOWN, ledger)
    path.chmod(0o640)
    export_file(path, [Bundle("harbour", (replace(PLAIN, body="new"),))], MARKDOWN, ledger)
    assert stat.S_IMODE(path.stat().st_mode) == 0o640


def test_writing_twice_changes_nothing_the_second_time(tmp_path: Path, ledger: Ledger) -> None:
    path = tmp_path / "new" / "notes.md"
    assert export_file(path, [BUNDLE], MARKDOWN, ledger) == WrittenFile(path, "new")
    before = path.stat().st_mtime_ns
    assert export_file(path, [BUNDLE], MARKDOWN, ledger) == WrittenFile(path, "same")
    assert path.stat().st_mtime_ns == before
    assert preview(path, [BUNDLE], MARKDOWN) == path.read_text()


def test_a_file_of_somebody_else_is_left_alone(tmp_path: Path, ledger: Ledger) -> None:
    for form in (MARKDOWN, TABLE):
        path = tmp_path / f"diary.{form.extension}"
        path.write_text("My diary.\n")
        with pytest.raises(Refused, match=str(path)) as refused:
            export_file(path, [BUNDLE], form, ledger)
        assert "\n" not in str(refused.value)
        assert path.read_text() == "My diary.\n"


def test_a_binary_file_is_left_alone(tmp_path: Path, ledger: Ledger) -> None:
    path = tmp_path / "photo.md"
    path.write_bytes(b"\xff\xd8\xff")
    with pytest.raises(Refused):
        export_file(path, [BUNDLE], MARKDOWN, ledger)
    assert path.read_bytes() == b"\xff\xd8\xff"


def test_a_link_out_of_the_folder_is_refused_and_one_inside_is_followed(tmp_path: Path, ledger: Ledger) -> None:
    vault, outside = tmp_path / "vault", tmp_path / "outside.md"
    vault.mkdir()
    (vault / "harbour.md").symlink_to(outside)
    (refused,) = export_folder(vault, [BUNDLE], MARKDOWN, ledger)
    assert isinstance(refused, Refused)
    assert "leads out of" in str(refused)
    assert not outside.exists()
    (vault / "harbour.md").unlink()
    (vault / "harbour.md").symlink_to(vault / "real.md")
    assert isinstance(export_folder(vault, [BUNDLE], MARKDOWN, ledger)[0], WrittenFile)
    assert (vault / "harbour.md").is_symlink()
    assert "n-plain" in (vault / "real.md").read_text()


def test_one_refused_file_does_not_keep_the_others_from_being_written(tmp_path: Path, ledger: Ledger) -> None:
    (tmp_path / "harbour.csv").write_text("Mine.\n")
    results = export_folder(tmp_path, [BUNDLE, Bundle("ferry", (replace(PLAIN, briefing="ferry"),))], TABLE, ledger)
    assert [type(result) for result in results] == [Refused, WrittenFile]


def test_a_folder_that_is_a_file_is_told(tmp_path: Path, ledger: Ledger) -> None:
    (tmp_path / "file").write_text("")
    for folder in (tmp_path / "file", tmp_path / "file" / "deeper"):
        with pytest.raises(Refused, match=r"/file: a file, not a folder; name another"):
            export_folder(folder, [BUNDLE], MARKDOWN, ledger)
    for path in (tmp_path / "file" / "a.md", tmp_path / "file" / "deeper" / "a.md"):
        with pytest.raises(Refused, match=r"/file: a file, not a folder; name another"):
            export_file(path, [BUNDLE], MARKDOWN, ledger)
        with pytest.raises(Refused, match=r"/file: a file, not a folder; name another"):
            preview(path, [BUNDLE], MARKDOWN)


@pytest.mark.skipif(not os.path.exists("/dev/full"), reason="needs /dev/full")  # noqa: PTH110
def test_a_ledger_that_can_not_be_written_does_not_lose_the_export(tmp_path: Path) -> None:
    path = tmp_path / "notes.csv"
    assert export_file(path, [BUNDLE], TABLE, Ledger(Path("/dev/full/exports.json"))).how == "new"
    assert "n-plain" in path.read_text()


def test_a_folder_follows_the_notes(tmp_path: Path, ledger: Ledger) -> None:
    reader, vault = NoteStore(tmp_path / "notes.db"), tmp_path / "vault"
    first = reader.add(note("one"))
    follower = Follower(NoteStore(tmp_path / "notes.db"), vault, MARKDOWN, lambda _: None, ledger)
    assert [result.how for result in follower.start() if isinstance(result, WrittenFile)] == ["new"]
    assert follower.step() == []
    reader.add(note("two"))
    reader.add(note("three", briefing="ferry"))
    follower.step()
    assert "two" in (vault / "harbour.md").read_text()
    assert "three" in (vault / "ferry.md").read_text()
    reader.delete(first)
    follower.step()
    assert first.id not in (vault / "harbour.md").read_text()
    for left in reader.notes():
        reader.delete(left)
    follower.step()
    assert "^n-" not in (vault / "harbour.md").read_text()
    reader.undo()
    follower.step()
    assert "^n-" in (vault / "ferry.md").read_text() + (vault / "harbour.md").read_text()


def test_a_folder_follows_an_article_that_gets_another_name(tmp_path: Path, ledger: Ledger) -> None:
    reader, vault = NoteStore(tmp_path / "notes.db"), tmp_path / "vault"
    name = reader.articles.claim(MILL.read("/a/article.html"))
    reader.add(note("one", briefing=name))
    follower = Follower(NoteStore(tmp_path / "notes.db"), vault, MARKDOWN, lambda _: None, ledger)
    follower.start()
    reader.articles.find(MILL.read("/l/mill.md", True))
    follower.step()
    text = (vault / "article.md").read_text()
    assert "\none\n" in text
    assert "briefing: mill\n" in text
    assert [path.name for path in vault.iterdir()] == ["article.md"]


def test_a_folder_follows_a_file_of_notes_that_was_replaced(tmp_path: Path, ledger: Ledger) -> None:
    path, vault = tmp_path / "notes.db", tmp_path / "vault"
    follower = Follower(NoteStore(path), vault, MARKDOWN, lambda _: None, ledger)
    with NoteStore(path) as reader:
        reader.add(note("one"))
        follower.start()
        path.unlink()
        reader.add(note("two", briefing="ferry"))
    follower.step()
    assert "two" in (vault / "ferry.md").read_text()
    assert "one" in (vault / "harbour.md").read_text()
