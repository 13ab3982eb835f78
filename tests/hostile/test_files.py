"""Written files are complete or missing, and private if they are the user's.

Nothing is written through a link out of the chosen folder.
"""

import os
import stat
from pathlib import Path

import pytest

from briefing_tui.export.bundle import Bundle
from briefing_tui.export.files import Ledger, Refused, export_file, export_folder
from briefing_tui.export.formats import named
from briefing_tui.file_io import write_atomically
from briefing_tui.library.reading_state import Memory, remember
from briefing_tui.notes.store import NoteStore
from tests.cli.conftest import Run, forks, run  # noqa: F401 - fixtures
from tests.library.helpers import PLAIN, note

BUNDLE = Bundle("harbour", (PLAIN,))
ARTICLE = "The title of the article\n\nThe harbour is old and the words of it stand in its books, said Maria Ortega.\n" * 4


def mode(path: Path) -> int:
    return stat.S_IMODE(path.stat().st_mode)


def test_notes_and_what_is_remembered_are_their_owners_alone_whatever_the_umask(tmp_path: Path) -> None:
    before = os.umask(0)
    try:
        with NoteStore(tmp_path / "a" / "notes" / "notes.db") as store:
            store.add(note("mine"))
        remember(tmp_path / "b" / "positions" / "one.json", Memory())
        Ledger(tmp_path / "c" / "exports.json").note({tmp_path / "x": "0"})
    finally:
        os.umask(before)
    for path in tmp_path.rglob("*"):
        assert mode(path) == (0o700 if path.is_dir() else 0o600), path


def test_an_export_is_as_open_as_the_umask_says_and_never_more_while_it_is_written(tmp_path: Path) -> None:
    seen: list[int] = []

    def pieces() -> list[str]:
        seen.extend(mode(path) for path in tmp_path.iterdir())
        return ["words"]

    class Late:
        def __iter__(self) -> object:
            return iter(pieces())

    before = os.umask(0o022)
    try:
        write_atomically(tmp_path / "notes.md", Late())  # type: ignore[arg-type]
    finally:
        os.umask(before)
    assert not any(one & ~0o644 for one in seen)
    assert mode(tmp_path / "notes.md") == 0o644


def test_a_pipe_in_the_place_of_an_export_is_refused_and_not_waited_for(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "notes.md")
    with pytest.raises(Refused, match="a pipe, not a file"):
        export_file(tmp_path / "notes.md", [BUNDLE], named("markdown"), Ledger(tmp_path / "exports.json"))


def test_a_link_to_a_device_in_a_folder_of_exports_is_refused(tmp_path: Path) -> None:
    (tmp_path / "vault").mkdir()
    (tmp_path / "vault" / "harbour.md").symlink_to("/dev/zero")
    (refused,) = export_folder(tmp_path / "vault", [BUNDLE], named("markdown"), Ledger(tmp_path / "exports.json"))
    assert isinstance(refused, Refused)


def test_building_into_a_folder_writes_through_no_link(run: Run, tmp_path: Path) -> None:
    outside = tmp_path / "outside.md"
    for name, target in (("dangling", tmp_path / "new.md"), ("there", outside)):
        (tmp_path / f"{name}.txt").write_text(ARTICLE + name)
        (tmp_path / "made").mkdir(exist_ok=True)
        (tmp_path / "made" / f"{name}.md").symlink_to(target)
    outside.write_text("Mine.\n")
    done = run("build", tmp_path / "dangling.txt", tmp_path / "there.txt", "-o", tmp_path / "made")
    assert done.returncode == 2
    assert b"Traceback" not in done.stderr
    assert outside.read_text() == "Mine.\n"
    assert not (tmp_path / "new.md").exists()


@pytest.mark.parametrize("stem", ["...", "-rf", "con", "a" * 240, "A\u030a", "~", "x\ny", "%2e%2e%2f", "\x1b[2J"])
def test_a_name_made_of_a_hostile_source_name_stays_in_the_folder(stem: str, run: Run, tmp_path: Path) -> None:
    (tmp_path / f"{stem}.txt").write_text(ARTICLE)
    run("build", tmp_path / f"{stem}.txt", "-o", f"{tmp_path}/made/")
    made = list((tmp_path / "made").iterdir())
    assert len(made) == 1
    assert made[0].name.isprintable()
    assert not made[0].name.startswith((".", "-"))


def test_sources_whose_names_differ_in_case_or_form_alone_get_files_of_their_own(run: Run, tmp_path: Path) -> None:
    for number, stem in enumerate(("Quay", "quay", "QUAY", "\u00e5", "A\u030a", "a\u030a")):
        (tmp_path / f"{stem}.txt").write_text(f"{ARTICLE}{number}")
    run("build", tmp_path, "-o", f"{tmp_path}/made/")
    made = [path.name.casefold() for path in (tmp_path / "made").iterdir()]
    assert len(made) == len(set(made)) == 6
