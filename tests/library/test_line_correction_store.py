"""Line corrections of a source without a content file are kept in the state folder."""

from pathlib import Path

import pytest

from briefing_tui.library.line_correction_store import corrections_file, recall_corrections, remember_corrections
from briefing_tui.model.document import LineCorrection

MADE = (LineCorrection(3, "The quay", "title", 1), LineCorrection(5, "By Ines Calder", "byline"))


def test_what_is_remembered_is_recalled(tmp_path: Path) -> None:
    file = corrections_file(tmp_path, "ab12")
    assert remember_corrections(file, MADE)
    assert recall_corrections(file) == MADE


def test_a_source_has_a_file_of_its_own_in_a_folder_for_corrections(tmp_path: Path) -> None:
    assert corrections_file(tmp_path, "ab12") == tmp_path / "corrections" / "ab12.json"


def test_without_corrections_nothing_is_kept(tmp_path: Path) -> None:
    file = corrections_file(tmp_path, "ab12")
    assert remember_corrections(file, ())
    remember_corrections(file, MADE)
    assert remember_corrections(file, ())
    assert not file.exists()
    assert recall_corrections(file) == ()


@pytest.mark.parametrize("text", ["", "{}", "[[1]]", '[["x", "words", "title", 0]]', '[[1, "words", "nonsense", 0]]', "[" * 5000])
def test_a_damaged_file_holds_no_corrections(text: str, tmp_path: Path) -> None:
    file = tmp_path / "x.json"
    file.write_text(text)
    assert recall_corrections(file) == ()


def test_a_folder_that_can_not_be_written_is_reported(tmp_path: Path) -> None:
    (tmp_path / "corrections").write_text("a file in the way")
    assert not remember_corrections(corrections_file(tmp_path, "ab12"), MADE)
