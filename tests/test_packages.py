"""The source archive and the wheel."""

import subprocess
import sys
import tarfile
import zipfile
from pathlib import Path

import pytest

ROOT = Path(__file__).parent.parent
PACKAGE = ROOT / "briefing_tui"


@pytest.fixture(scope="module")
def built(tmp_path_factory: pytest.TempPathFactory) -> tuple[set[str], set[str]]:
    """Build the source archive and, from its content alone, the wheel.

    Returns the names in both.
    """
    pytest.importorskip("hatchling", reason="hatchling builds the packages; it is in the extra 'dev'")
    folder = tmp_path_factory.mktemp("packages")
    build(ROOT, folder, "sdist")
    with tarfile.open(next(folder.glob("*.tar.gz"))) as archive:
        archive.extractall(folder / "unpacked")
    (unpacked,) = (folder / "unpacked").iterdir()
    build(unpacked, folder, "wheel")
    with zipfile.ZipFile(next(folder.glob("*.whl"))) as wheel:
        names = set(wheel.namelist())
    return {str(path.relative_to(unpacked)) for path in unpacked.rglob("*") if path.is_file()}, names


def build(folder: Path, into: Path, target: str) -> None:
    command = [sys.executable, "-m", "hatchling", "build", "-t", target, "-d", str(into)]
    done = subprocess.run(command, cwd=folder, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr


def test_the_source_archive_holds_every_document_and_what_the_tests_need(built: tuple[set[str], set[str]]) -> None:
    names, _ = built
    assert {path.name for path in ROOT.glob("*.md")} | {"LICENSE", "pyproject.toml"} <= names
    for folder in ("docs", "schema", "content", "tests", "fuzz", "benchmarks"):
        wanted = {str(path.relative_to(ROOT)) for path in (ROOT / folder).rglob("*.md")}
        assert wanted <= names
        assert any(name.startswith(f"{folder}/") for name in names)


def test_the_wheel_holds_all_that_the_program_reads_and_gives(built: tuple[set[str], set[str]]) -> None:
    _, names = built
    files = {f"briefing_tui/{path.relative_to(PACKAGE)}" for path in PACKAGE.rglob("*") if path.is_file()}
    assert {name for name in files if "__pycache__" not in name} <= names
    assert {f"briefing_tui/content/{path.name}" for path in (ROOT / "content").iterdir()} <= names
    assert {f"briefing_tui/schema/{path.name}" for path in (ROOT / "schema").iterdir()} <= names
    shared = {name.partition(".data/data/")[2] for name in names if ".data/data/" in name}
    assert shared == {
        "share/bash-completion/completions/briefing",
        "share/fish/vendor_completions.d/briefing.fish",
        "share/man/man1/briefing.1",
        "share/zsh/site-functions/_briefing",
    }
