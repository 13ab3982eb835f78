"""A new content file is complete or absent, replaces no other, and is readable."""

import os
import stat
from pathlib import Path

import pytest

from briefing_tui.contentfile.write.disk import why_not_writable, write_new


def test_a_new_file_never_takes_the_place_of_another(tmp_path: Path) -> None:
    (tmp_path / "harbour.md").write_text("mine\n")
    with pytest.raises(FileExistsError):
        write_new(tmp_path / "harbour.md", "theirs\n")
    assert (tmp_path / "harbour.md").read_text() == "mine\n"
    assert [path.name for path in tmp_path.iterdir()] == ["harbour.md"]


@pytest.mark.parametrize(("umask", "mode"), [(0o077, 0o600), (0o022, 0o644)])
def test_a_new_file_can_be_read_by_whom_the_umask_allows(umask: int, mode: int, tmp_path: Path) -> None:
    before = os.umask(umask)
    try:
        write_new(tmp_path / "harbour.md", "words")
    finally:
        os.umask(before)
    assert (tmp_path / "harbour.md").read_text() == "words\n"
    assert stat.S_IMODE((tmp_path / "harbour.md").stat().st_mode) == mode


def test_a_new_file_that_does_not_fit_leaves_nothing(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def full(_handle: int) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(os, "fsync", full)
    with pytest.raises(OSError, match="No space"):
        write_new(tmp_path / "harbour.md", "words")
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize(
    ("locked", "why"), [("harbour.md", "read-only; allow"), ("", "its folder is read-only; save"), ("other.md", None)]
)
def test_why_a_file_can_not_be_changed_is_known_before(
    locked: str, why: str | None, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = tmp_path / "harbour.md"
    path.write_text("words")
    monkeypatch.setattr(os, "access", lambda asked, _mode: Path(asked) != tmp_path / locked)

    told = why_not_writable(path)

    assert told is None if why is None else (told or "").startswith(why)
    assert (why_not_writable(tmp_path / "none.md") or "").startswith("can't be changed: No such file")
