"""A picture comes from a file beside the briefing or its address alone."""

import os
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest
from hypothesis import given
from hypothesis import strategies as st

from briefing_tui.pictures import files
from briefing_tui.pictures.files import NoPicture, is_any_at_hand, is_at_hand, read_picture
from briefing_tui.pictures.kept import forget_pictures, keep_picture, kept_path
from briefing_tui.settings import paths
from tests.pictures.drawings import data_url, halves


@pytest.fixture
def shelf(tmp_path: Path) -> Path:
    """Return a folder with a picture in it, and a secret beside the folder."""
    (tmp_path / "secret.png").write_bytes(b"secret")
    folder = tmp_path / "shelf"
    (folder / "pictures").mkdir(parents=True)
    (folder / "pictures" / "the quay.png").write_bytes(b"quay")
    return folder


@pytest.mark.parametrize(
    "address", ["pictures/the quay.png", "pictures/the%20quay.png", "./pictures/the quay.png", "pictures/the quay.png?w=1"]
)
def test_a_file_beside_the_briefing_is_read(shelf: Path, address: str) -> None:
    assert is_at_hand(address)
    assert read_picture(address, shelf) == b"quay"


def test_a_data_url_is_read() -> None:
    address = data_url(halves())
    assert is_at_hand(address)
    assert read_picture(address, None).startswith(b"\x89PNG")


@pytest.mark.parametrize(
    "address",
    [
        "../secret.png", "pictures/../../secret.png", "%2e%2e/secret.png", "..%2fsecret.png", "/etc/hostname",
        "%2fetc/hostname", "//host/x.png",
        "file:///etc/hostname", "~/x.png", "C:/x.png", "..\\secret.png", "http://example.org/a.png", "https://example.org/a.png",
        "data:text/html;base64,AAAA", "data:image/svg+xml;base64,AAAA", "javascript:alert(1)", "pictures/\0.png", "", "pictures", "http://[x/a.png",
    ],
)  # fmt: skip
def test_nothing_else_is_read(shelf: Path, address: str) -> None:
    with pytest.raises(NoPicture):
        read_picture(address, shelf)


def test_a_link_that_leads_out_of_the_folder_is_not_followed(shelf: Path) -> None:
    (shelf / "link.png").symlink_to(shelf.parent / "secret.png")
    with pytest.raises(NoPicture, match="not in the briefing's folder"):
        read_picture("link.png", shelf)


def test_a_pipe_is_not_waited_for(shelf: Path) -> None:
    os.mkfifo(shelf / "pipe.png")
    with pytest.raises(NoPicture):
        read_picture("pipe.png", shelf)


def test_a_file_that_is_too_large_is_refused(shelf: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(files, "MOST_BYTES", 3)
    with pytest.raises(NoPicture, match="larger than"):
        read_picture("pictures/the quay.png", shelf)


def test_without_a_file_there_is_no_folder_to_look_in() -> None:
    with pytest.raises(NoPicture, match="standard input"):
        read_picture("quay.png", None)


@given(st.text("./\\%2eEfF:~aA\0 ?#", max_size=20))
def test_no_address_leads_out_of_the_folder(address: str) -> None:
    with TemporaryDirectory() as outside:
        (Path(outside) / "e").write_bytes(b"secret")
        folder = Path(outside) / "2"
        folder.mkdir()
        with pytest.raises(NoPicture):
            read_picture(address, folder)


def test_a_picture_that_was_fetched_is_read_from_its_folder_or_the_cache_and_nowhere_else(shelf: Path) -> None:
    address = "https://example.org/a.png"
    for folder in (shelf, paths.cache()):
        assert not is_any_at_hand([address, None], shelf)
        keep_picture(folder, address, b"fetched")
        assert is_any_at_hand([None, address], shelf)
        assert read_picture(address, shelf) == b"fetched"
        forget_pictures(folder, [address, "quay.png", None])
        assert not (folder / ".pictures").exists()
    kept = kept_path(shelf, address)
    kept.parent.mkdir(parents=True)
    kept.symlink_to(shelf.parent / "secret.png")
    with pytest.raises(NoPicture, match="nothing is fetched"):
        read_picture(address, shelf)
