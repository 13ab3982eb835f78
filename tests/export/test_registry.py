"""A module in the folder of formats is a complete export format."""

import subprocess
import sys
from pathlib import Path

import pytest

from briefing_tui.cli import main
from briefing_tui.export import formats
from briefing_tui.export.formats import all_formats, format_that_reads, named, names
from briefing_tui.notes.store import NoteStore
from tests.library.helpers import PLAIN

SHOUTED = '''
"""Notes in capitals."""

from dataclasses import replace

from briefing_tui.export.format import Format
from briefing_tui.export.incoming import Incoming
from tests.library.helpers import PLAIN


def write(bundles):
    for bundle in bundles:
        for note in bundle.notes:
            yield note.body.upper() + "\\n"


def read(text, find):
    return Incoming((replace(PLAIN, id="n-shouted", body=text.lower().strip()),))


FORMAT = Format("loud", "notes in capitals", write, read=read, reads=(".loud",))
'''


@pytest.fixture
def shouted(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Let the program find one more format, in a folder of its own."""
    (tmp_path / "shouted.py").write_text(SHOUTED, encoding="utf-8")
    monkeypatch.setattr(formats, "__path__", [*formats.__path__, str(tmp_path)])
    monkeypatch.delitem(sys.modules, "briefing_tui.export.formats.shouted", raising=False)


@pytest.mark.usefixtures("shouted", "isolation")
def test_a_format_is_added_by_a_file(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert names()[-1] == "shouted"
    with NoteStore() as store:
        store.add(PLAIN)
    assert main(["export", "--format", "shouted", "-o", str(tmp_path / "notes.loud")]) == 0
    assert (tmp_path / "notes.loud").read_text("utf-8") == f"{PLAIN.body.upper()}\n"
    assert main(["import", str(tmp_path / "notes.loud")]) == 0
    assert main(["export", "--help"]) == 0
    shown = capsys.readouterr().out
    assert "1 added" in shown
    assert "shouted" in shown


def test_formats_are_listed_in_their_order_and_each_is_described() -> None:
    assert names() == ["markdown", "org", "html", "text", "csv", "jsonl", "jsonld", "newsarticle"]
    assert all(form.description and form.extension for form in all_formats())
    assert [form.name for form in all_formats() if form.update] == ["markdown", "org", "html"]


@pytest.mark.parametrize(
    ("ending", "name"), [(".md", "markdown"), (".MARKDOWN", "markdown"), (".json", "jsonld"), (".x", "jsonld"), ("", "jsonld")]
)
def test_a_file_is_read_by_the_format_of_its_ending(ending: str, name: str) -> None:
    assert format_that_reads(ending).name == name


def test_a_format_is_found_without_importing_the_others() -> None:
    code = "import sys; from briefing_tui.export.formats import named; named('csv'); print(*sys.modules)"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    loaded = set(done.stdout.split())
    others = {f"briefing_tui.export.formats.{name}" for name in names() if name != "csv"}
    assert "briefing_tui.export.formats.csv" in loaded
    assert not loaded & (others | {"sqlite3", "jinja2", "textual"})


def test_a_format_keeps_its_name_when_it_is_asked_for() -> None:
    assert named("org").name == "org"


def test_the_page_of_exports_has_a_row_for_each_format() -> None:
    page = (Path(__file__).parents[2] / "docs" / "exports.md").read_text("utf-8")
    rows = [line.split("|")[1:4] for line in page.splitlines() if line.startswith("| `") and "--format" not in line]
    assert [first.split("`")[1] for first, _, _ in rows] == names()
    assert [last.strip().startswith("yes") for _, _, last in rows] == [form.read is not None for form in all_formats()]
