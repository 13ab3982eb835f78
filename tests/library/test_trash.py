"""Briefings go into the trash whole and come back without replacing anything."""

from pathlib import Path

import pytest

from briefing_tui.library.folder import content_files
from briefing_tui.library.trash import TrashError, bring_back, remove


def test_removed_files_are_no_part_of_the_library_and_come_back_as_they_were(tmp_path: Path) -> None:
    files = [tmp_path / name for name in ("a.md", "b.md", "c.md")]
    for file in files:
        file.write_text(file.name, encoding="utf-8")
    removed = remove(files[:2])
    assert content_files(tmp_path) == [files[2]]
    files[0].write_text("another", encoding="utf-8")
    again = remove([files[0]])
    assert {move.trashed.read_text(encoding="utf-8") for move in (*removed, *again)} == {"a.md", "b.md", "another"}
    files[0].write_text("a third", encoding="utf-8")
    back = bring_back(removed)
    assert [path.name for path in back] == ["a-2.md", "b.md"]
    assert files[0].read_text(encoding="utf-8") == "a third"
    assert back[0].read_text(encoding="utf-8") == "a.md"


def test_a_file_that_is_gone_is_named_and_what_was_moved_before_can_come_back(tmp_path: Path) -> None:
    (tmp_path / "a.md").write_text("a", encoding="utf-8")
    with pytest.raises(TrashError, match=r"b\.md: not removed: No such file") as error:
        remove([tmp_path / "a.md", tmp_path / "b.md"])
    assert bring_back(error.value.done) == [tmp_path / "a.md"]
