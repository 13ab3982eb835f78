"""The process that keeps the index of a large library current."""

from pathlib import Path

import pytest

from briefing_tui.library.index.__main__ import main

TEXT = "---\nbriefing: 1\nid: quay\ntitle: The quay\n---\n\n# The quay\n\n## Article\n\nIt moved.\n"


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setattr("briefing_tui.library.index.__main__._NICE", 0)
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path / "cache"))
    library = tmp_path / "library"
    library.mkdir()
    return library


def test_it_prints_how_many_files_changed_and_nothing_if_none_did(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (folder / "quay.md").write_text(TEXT, encoding="utf-8")
    (folder / "pier.md").write_text(TEXT.replace("quay", "pier"), encoding="utf-8")
    assert main(str(folder)) == 0
    assert capsys.readouterr().out == "2\n"
    assert main(str(folder)) == 0
    assert capsys.readouterr().out == ""
    (folder / "pier.md").unlink()
    assert main(str(folder)) == 0
    assert capsys.readouterr().out == "1\n"
