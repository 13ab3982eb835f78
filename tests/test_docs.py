"""The documents match the program."""

import pkgutil
import re
import runpy
from pathlib import Path

import pytest

ROOT = Path(__file__).parent.parent
PAGES = [
    ROOT / "README.md",
    ROOT / "ARCHITECTURE.md",
    ROOT / "CONTRIBUTING.md",
    ROOT / "SECURITY.md",
    *sorted((ROOT / "docs").glob("*.md")),
]


def test_the_page_of_keys_is_current() -> None:
    page = runpy.run_path(str(ROOT / "docs" / "keys.py"))["page"]
    assert (ROOT / "docs" / "keys.md").read_text("utf-8") == page(), "run 'python docs/keys.py' and commit the page"


def test_the_page_of_settings_and_the_sample_are_current() -> None:
    made = runpy.run_path(str(ROOT / "docs" / "settings.py"))
    for path, text in ((made["PAGE"], made["page"]()), (made["SAMPLE"], made["sample"]())):
        assert path.read_text("utf-8") == text, "run 'python docs/settings.py' and commit what it writes"


def test_the_man_page_is_current() -> None:
    made = runpy.run_path(str(ROOT / "docs" / "manpage.py"))
    assert made["PAGE"].read_text("utf-8") == made["page"](), "run 'python docs/manpage.py' and commit the page"


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.name)
def test_links_lead_to_files_and_headings_that_exist(page: Path) -> None:
    for target in re.findall(r"(?<!`)\]\(([^)\s]+)\)", re.sub(r"```.*?```|`[^`]*`", "", page.read_text("utf-8"), flags=re.S)):
        if target.startswith(("http:", "https:")):
            continue
        path, _, heading = target.partition("#")
        file = (page.parent / path) if path else page
        assert file.exists(), target
        if heading:
            slugs = {
                re.sub(r"[^\w -]", "", line.lstrip("# ").lower()).replace(" ", "-")
                for line in file.read_text("utf-8").splitlines()
                if line.startswith("#")
            }
            assert heading in slugs, target


@pytest.mark.parametrize(
    "page", [ROOT / "ARCHITECTURE.md", ROOT / "CONTRIBUTING.md", ROOT / "SECURITY.md"], ids=lambda page: page.name
)
def test_the_modules_that_documents_name_exist(page: Path) -> None:
    package = ROOT / "briefing_tui"
    for code in re.findall(r"`([^`\n]+)`", page.read_text("utf-8")):
        if re.fullmatch(r"(briefing_tui/)?[a-z_]+(/[a-z_]+)*\.py", code) and not code.startswith(
            ("tests/", "benchmarks/", "docs/", "fuzz/")
        ):
            named = code.removeprefix("briefing_tui/")
            assert (package / named).exists() or list(package.rglob(named)), code
        elif re.fullmatch(r"[a-z]+(\.[a-z_]+)+", code) and (package / code.split(".")[0]).is_dir():
            pkgutil.resolve_name(f"briefing_tui.{code}")
