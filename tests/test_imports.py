"""Heavy packages are imported only by commands that need them."""

import subprocess
import sys
from graphlib import TopologicalSorter
from pathlib import Path

import grimp
import pytest

from tests.sources import pages

_TELL = """
import sys
from briefing_tui.cli import main
status = main(sys.argv[1:])
loaded = {name.partition(".")[0] for name in sys.modules}
heavy = {"textual", "rich", "markdown_it", "yaml", "platformdirs", "pygments", "msgspec", "urllib3", "ssl", "feedparser"}
heavy |= {"fastwarc", "distributed", "dask", "pypdfium2", "mammoth", "striprtf", "email", "zipfile", "plistlib"}
print("status", status, "loaded", *sorted(loaded & heavy), file=sys.stderr)
"""


def loaded_by(*arguments: str) -> tuple[str, set[str]]:
    """Return the exit status of a run, and the heavy packages that it imported."""
    done = subprocess.run(
        [sys.executable, "-c", _TELL, *arguments], capture_output=True, text=True, stdin=subprocess.DEVNULL, check=True
    )
    _, status, _, *names = done.stderr.splitlines()[-1].split()
    return status, set(names)


@pytest.mark.parametrize(
    "verb",
    [
        ("show",),
        ("show", "--format", "json"),
        ("show", "--format", "markdown", "--pane", "quotes"),
        ("show", "--speaker", "ortega"),
        ("check",),
        ("read",),
    ],
    ids=" ".join,
)
def test_what_needs_no_terminal_loads_neither_textual_nor_rich(verb: tuple[str, ...], fixtures: Path) -> None:
    status, loaded = loaded_by(*verb, str(fixtures / "harbour.md"))
    assert status == "0"
    assert not loaded & {"textual", "rich", "pygments"}


def test_listing_loads_neither_textual_nor_rich_nor_a_markdown_parser_once_the_folder_is_indexed(fixtures: Path) -> None:
    assert not loaded_by("list", str(fixtures))[1] & {"textual", "rich", "pygments"}
    status, loaded = loaded_by("list", str(fixtures))
    assert status == "0"
    assert not loaded & {"textual", "rich", "pygments", "markdown_it"}


def test_what_names_no_address_and_no_feed_loads_nothing_that_fetches(fixtures: Path) -> None:
    harbour = str(fixtures / "harbour.md")
    for command in (("show", harbour), ("read", harbour), ("check", harbour), ("list", str(fixtures)), ("search", "quay")):
        assert not loaded_by(*command)[1] & {"urllib3", "ssl", "feedparser"}
    status, loaded = loaded_by("feed", "list")
    assert status == "1"
    assert not loaded & {"urllib3", "ssl", "feedparser"}


def test_what_is_no_web_archive_and_no_cluster_loads_nothing_of_them(fixtures: Path, tmp_path: Path) -> None:
    (tmp_path / "page.html").write_text(pages.PAGE, encoding="utf-8")
    for command in (("build", str(tmp_path / "page.html")), ("check", str(fixtures / "harbour.md")), ("list", str(fixtures))):
        status, loaded = loaded_by(*command)
        assert status == "0"
        assert not loaded & {"fastwarc", "distributed", "dask"}


def test_what_is_no_document_and_no_mail_loads_nothing_of_them(fixtures: Path, tmp_path: Path) -> None:
    (tmp_path / "page.html").write_text(pages.PAGE, encoding="utf-8")
    assert not loaded_by("build", str(tmp_path / "page.html"))[1] & {"pypdfium2", "mammoth"}
    for command in (("read", str(fixtures / "harbour.md")), ("check", str(fixtures / "harbour.md")), ("list", str(fixtures))):
        status, loaded = loaded_by(*command)
        assert status == "0"
        assert not loaded & {"pypdfium2", "mammoth", "striprtf", "email", "zipfile", "plistlib"}


@pytest.mark.parametrize("arguments", [("--version",), ("--help",), ("show", "--help"), ("show",)], ids=" ".join)
def test_help_and_usage_errors_load_nothing_heavy(arguments: tuple[str, ...]) -> None:
    assert loaded_by(*arguments)[1] == set()


def test_the_model_the_safe_text_and_the_places_load_nothing_heavy() -> None:
    program = (
        "import sys, briefing_tui.model.briefing, briefing_tui.model.document, briefing_tui.text.safety, "
        "briefing_tui.anchoring.anchors, briefing_tui.settings.paths; print(*sys.modules)"
    )
    loaded = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, check=True).stdout.split()
    assert not {"textual", "rich", "markdown_it", "yaml", "platformdirs"} & set(loaded)


def test_importing_makes_and_reads_nothing(isolation: Path) -> None:
    commands = "briefing_tui.cli.commands.read, briefing_tui.cli.commands.check"
    program = f"import {commands}, briefing_tui.library.catalogue, briefing_tui.ui.app"
    subprocess.run([sys.executable, "-c", program], check=True, capture_output=True)
    assert list(isolation.iterdir()) == []


def test_no_modules_import_each_other_in_a_circle() -> None:
    found = grimp.build_graph("briefing_tui", cache_dir=None)
    imports = {module: found.find_modules_directly_imported_by(module) for module in found.modules}
    TopologicalSorter(imports).prepare()  # raises CycleError, which names a circle
