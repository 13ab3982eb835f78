"""The settings file: its values, and its mistakes with their lines."""

import contextlib
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from briefing_tui.settings import paths
from briefing_tui.settings.config import BrokenConfig, export_folder


def written(text: str | bytes) -> Path:
    """Write the settings file."""
    file = paths.config() / "config.toml"
    file.parent.mkdir(parents=True, exist_ok=True)
    file.write_bytes(text if isinstance(text, bytes) else text.encode("utf-8", "surrogatepass"))
    return file


def test_without_a_file_or_without_the_table_nothing_is_asked_for() -> None:
    assert export_folder() is None
    written("# nothing yet\n")
    assert export_folder() is None


def test_the_folder_may_begin_at_home_and_the_format_is_markdown_unless_another_is_named(isolation: Path) -> None:
    file = written('[export]\nfolder = "~/vault"\n')
    assert export_folder() == (isolation / "vault", "markdown", f"{file}:1")
    written('[export]\nfolder = "/srv/notes"\nformat = "org"\n')
    assert export_folder() == (Path("/srv/notes"), "org", f"{file}:3")


@pytest.mark.parametrize(
    ("text", "line", "said"),
    [
        ('[export]\nfolder = "open', 2, "TOML"),
        ("# mine\n[export]\nfolder = 3\n", 3, "folder is not text"),
        ('[export]\nformat = "org"\n', 1, "names no folder"),
        ('[export]\nfolder = "here"\n', 2, "begin it with / or ~"),
        ('[export]\nfolder = "/a"\nfromat = "org"\n', 3, "no 'fromat'"),
        ('\n[exprot]\nfolder = "/a"\n', 2, "no setting 'exprot'"),
        ("export = 1\n", 1, "no setting 'export'"),
        (b"[export]\nfolder = '\xff'\n", 1, "UTF-8"),
    ],
)
def test_what_is_wrong_is_told_in_one_line_with_the_files_line(text: str | bytes, line: int, said: str) -> None:
    file = written(text)
    with pytest.raises(BrokenConfig) as error:
        export_folder()
    assert str(error.value).startswith(f"{file}:{line}: ")
    assert said in str(error.value)
    assert "\n" not in str(error.value)


@given(st.text(st.sampled_from('[]export"=\n~/folder .#1'), max_size=40))
def test_no_file_raises_anything_else(text: str) -> None:
    written(text)
    with contextlib.suppress(BrokenConfig):
        export_folder()
