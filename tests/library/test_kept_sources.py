"""Sources are kept once, by their SHA-256, and given back only as they were."""

import gzip
import hashlib
from pathlib import Path

import pytest

from briefing_tui.library import kept_sources
from briefing_tui.library.kept_sources import DamagedSource, NotKept, folder_of, forget, keep, kept_path, kept_source
from briefing_tui.library.trash import remove

PAGE = b"<p>The quay moved.</p>" * 100
SHA = hashlib.sha256(PAGE).hexdigest()


def content_file(path: Path, sha256: str = SHA) -> Path:
    path.write_text(f"---\nbriefing: 1\nsource: {{name: quay.html, sha256: {sha256}}}\n---\n")
    return path


def files(folder: Path) -> list[Path]:
    return [path for path in folder.rglob("*") if path.is_file()]


def test_the_same_source_is_one_file_that_any_program_can_read(tmp_path: Path) -> None:
    assert keep(tmp_path, PAGE) == keep(tmp_path, PAGE) == SHA
    (file,) = files(tmp_path)
    assert file == tmp_path / ".sources" / SHA[:2] / f"{SHA}.gz"
    assert gzip.decompress(file.read_bytes()) == kept_source(tmp_path, SHA) == PAGE
    assert file.read_bytes() == kept_sources.pack(PAGE).data


@pytest.mark.parametrize(
    "damaged",
    [b"", b"no gzip", kept_sources.pack(PAGE).data[:-9], kept_sources.pack(b"other words").data],
    ids=["empty", "other", "cut", "changed"],
)
def test_a_damaged_source_is_named_and_replaced_when_it_is_added_again(tmp_path: Path, damaged: bytes) -> None:
    keep(tmp_path, PAGE)
    kept_path(tmp_path, SHA).write_bytes(damaged)
    with pytest.raises(DamagedSource, match=f"{SHA}.gz: the kept source is damaged; add the article again"):
        kept_source(tmp_path, SHA)
    keep(tmp_path, PAGE)
    assert kept_source(tmp_path, SHA) == PAGE


def test_a_source_that_grows_without_end_is_read_to_a_bound(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(kept_sources, "MAX_BYTES", 1000)
    bomb = bytes(100_000)
    sha256 = hashlib.sha256(bomb).hexdigest()
    kept_path(tmp_path, sha256).parent.mkdir(parents=True)
    kept_path(tmp_path, sha256).write_bytes(gzip.compress(bomb))
    with pytest.raises(DamagedSource):
        kept_source(tmp_path, sha256)


@pytest.mark.parametrize("sha256", ["", "ab", "../../../../etc/passwd", SHA.upper(), SHA + "0"])
def test_what_is_no_hash_names_no_file(tmp_path: Path, sha256: str) -> None:
    with pytest.raises(NotKept, match="no SHA-256"):
        kept_source(tmp_path, sha256)


def test_what_cannot_be_written_leaves_nothing(tmp_path: Path) -> None:
    (tmp_path / ".sources").write_text("a file where the folder should be")
    with pytest.raises(OSError, match=r"\.sources"):
        keep(tmp_path, PAGE)
    assert files(tmp_path) == [tmp_path / ".sources"]


def test_a_source_is_forgotten_with_the_last_briefing_that_was_made_from_it(tmp_path: Path) -> None:
    keep(tmp_path, PAGE)
    one, other = content_file(tmp_path / "one.md"), content_file(tmp_path / "other.md")
    assert not forget(tmp_path, SHA, but_for=[one])
    (removed,) = remove([other])
    assert folder_of(removed.trashed) == folder_of(one) == tmp_path
    assert not forget(tmp_path, SHA, but_for=[one])
    assert kept_source(tmp_path, SHA) == PAGE
    assert forget(tmp_path, SHA, but_for=[one, removed.trashed])
    assert not (tmp_path / ".sources").exists()
    assert forget(tmp_path, SHA, but_for=[one, removed.trashed])
