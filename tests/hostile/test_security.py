"""The threat model names tests that exist, and ways out that are all there are."""

import re
from pathlib import Path

ROOT = Path(__file__).parent.parent.parent


def test_every_row_of_the_threat_model_names_tests_that_exist() -> None:
    rows = [line for line in (ROOT / "SECURITY.md").read_text("utf-8").splitlines() if line.startswith("| ")]
    shown = [row.rsplit("|", 2)[1] for row in rows if "---" not in row and "shown by" not in row]
    assert len(shown) > 15
    for cell in shown:
        names = re.findall(r"`([\w/.]*)::(\w+)`", cell)
        assert names, cell
        path = ""
        for file, name in names:
            path = file or path
            assert re.search(rf"^(async )?def {name}\(", (ROOT / path).read_text("utf-8"), re.MULTILINE), f"{path}::{name}"


def test_the_package_opens_no_socket_and_starts_no_shell() -> None:
    programs = {"ui/external.py", "ui/browser.py"}
    for path in (ROOT / "briefing_tui").rglob("*.py"):
        text, name = path.read_text("utf-8"), path.relative_to(ROOT / "briefing_tui").as_posix()
        assert not re.search(
            r"^\s*(import|from) (socket|http|ftplib|smtplib|ssl|urllib\.request|requests|httpx|aiohttp)\b", text, re.M
        ), name
        assert not re.search(
            r"shell\s*=\s*True|os\.(system|popen|exec|spawn)|\beval\(|\bexec\(|import (pickle|marshal)|yaml\.(unsafe_)?load\(",
            text,
        ), name
        assert "subprocess" not in text or name in programs, name
