"""The threat model names existing tests, and every way out of the program."""

import re
from pathlib import Path

import pytest

ROOT = Path(__file__).parent.parent.parent


def test_every_row_of_the_threat_model_names_tests_that_exist() -> None:
    threats = (ROOT / "SECURITY.md").read_text("utf-8").partition("\nFigures:")[0]
    rows = [line for line in threats.splitlines() if line.startswith("| ")]
    shown = [row.rsplit("|", 2)[1] for row in rows if "---" not in row and "shown by" not in row]
    assert len(shown) > 15
    for cell in shown:
        names = re.findall(r"`([\w/.]*)::(\w+)`", cell)
        assert names, cell
        path = ""
        for file, name in names:
            path = file or path
            assert re.search(rf"^(async )?def {name}\(", (ROOT / path).read_text("utf-8"), re.MULTILINE), f"{path}::{name}"


def test_only_serving_and_fetching_open_a_socket_and_nothing_starts_a_shell() -> None:
    programs = {"ui/terminal/foreground.py", "ui/terminal/browser.py", "serving/reader_process.py", "ui/library/index_keeper.py"}
    sockets = {"serving/server.py", "fetching/connections.py", "fetching/failures.py", "fetching/fetcher.py"}
    for path in (ROOT / "briefing_tui").rglob("*.py"):
        text, name = path.read_text("utf-8"), path.relative_to(ROOT / "briefing_tui").as_posix()
        opens = re.search(
            r"^\s*(import|from) (socket|http|ftplib|smtplib|ssl|urllib\.request|urllib3|requests|httpx|aiohttp)\b", text, re.M
        )
        assert not opens or name in sockets, name
        assert not re.search(
            r"shell\s*=\s*True|os\.(system|popen|exec|spawn)|\beval\(|\bexec\(|import (pickle|marshal)|yaml\.(unsafe_)?load\(",
            text,
        ), name
        assert "subprocess" not in text or name in programs, name


WRITES = {
    r"os\.open\(|\.open\(\"(w|a|r\+)|write_text|write_bytes|mkdir\(|unlink\(|\.rename\(|os\.link\(|symlink_to|rmtree|chmod\(|tempfile": {
        "cli/__init__.py", "application/filing.py", "cli/building/folder.py", "cli/integration/installer.py", "cli/terminal.py", "contentfile/write/disk.py", "export/files.py", "file_io.py",
        "notes/doctor.py", "notes/database.py", "notes/file/lock.py", "notes/schema.py", "notes/file/replaced.py", "pictures/kept.py",
        "library/index/database.py", "library/line_correction_store.py", "library/forgetting.py", "library/kept_sources.py", "library/people/people_file.py", "library/trash.py",
        "ui/terminal/external_editor.py",
    },
    r"sqlite3\.connect\(": {"library/index/database.py", "notes/doctor.py", "notes/database.py", "notes/schema.py"},
    r"write_atomically\(|write_new\(|write_whole\(": {
        "application/filing.py", "cli/building/folder.py", "cli/commands/build.py", "cli/integration/installer.py", "contentfile/write/disk.py", "export/files.py", "file_io.py", "library/reading_state.py", "library/line_correction_store.py",
        "cli/commands/export.py", "library/people/people_file.py", "ui/drafts/report.py", "ui/people/writing.py",
        "ui/terminal/external_editor.py", "ui/reader/saving.py", "ui/exporting/last_export.py", "ui/remembered_theme.py",
        "feeds/memory.py", "imports/memory.py", "feeds/subscriptions.py", "ui/dialogs/new_file.py", "ui/library/quote_export.py",
    },
    r"std(out|err)\.write\(|stdout\.buffer|\bprint\(": {
        "cli/commands/feed.py", "cli/commands/served.py", "cli/outcome.py", "cli/progress.py", "contentfile/json_schema.py", "library/index/__main__.py"
    },
    r"copy_to_clipboard|pyperclip\.": {
        "ui/comparison/screen.py", "ui/drafts/screen.py", "ui/people/dossier_screen.py", "ui/people/same_words_screen.py",
        "ui/app.py", "ui/reader/copying.py", "ui/dialogs/link.py",
    },
    r"open_url\(|webbrowser": {"ui/app.py", "ui/terminal/browser.py", "ui/dialogs/link.py"},
    r"ProcessPoolExecutor": {"cli/building/jobs.py"},
    r"\\x1b|\\033|_driver\b": {"serving/server.py", "serving/reader_process.py", "ui/terminal/web_driver.py",
        "cli/printing/found.py", "cli/progress.py", "pictures/protocols.py", "text/safety.py", "ui/terminal/app.py", "ui/terminal/driver.py", "ui/terminal/drawing/compositor.py",
        "ui/terminal/graphics.py",
        "ui/terminal/pastes.py", "ui/widgets/picture.py",
    },
}  # fmt: skip
"""Patterns of code that leave the program, and the modules with them; each is in the threat model."""


READS = r"\.read_text\(|\.read_bytes\(|os\.open\(|(?<!def )\bopen\(f?\"|\.open\(\""
READ_BY_THEMSELVES = {
    "cli/__init__.py": "the null device",
    "cli/integration/additions.py": "files of the package",
    "cli/terminal.py": "the terminal",
    "file_io.py": "every file whose name comes from outside",
    "languages/words.py": "word lists of the package",
    "library/index/database.py": "makes the index's file",
    "cli/commands/config.py": "the sample of the package",
    "serving/server.py": "the page of the package",
    "notes/database.py": "makes the database's file",
    "sources/plain/labels/weights.py": "weights of the package",
    "notes/doctor.py": "copies that it made itself",
    "notes/drafts.py": "the system's facts about a process",
    "notes/file/lock.py": "makes the lock's file",
    "notes/file/replaced.py": "a copy in a private folder",
    "notes/schema.py": "makes a copy's file",
    "ui/notes/unsaved.py": "a new file",
    "ui/terminal/external_editor.py": "the note in a private folder of its own",
}
"""Modules that open files themselves, and which; all others read by `file_io`, which waits for none."""


def test_files_are_opened_where_none_is_waited_for() -> None:
    found = {
        path.relative_to(ROOT / "briefing_tui").as_posix()
        for path in (ROOT / "briefing_tui").rglob("*.py")
        if re.search(READS, path.read_text("utf-8"))
    }
    assert found <= READ_BY_THEMSELVES.keys()


@pytest.mark.parametrize("way", WRITES)
def test_only_these_modules_write_outside_the_process(way: str) -> None:
    found = {
        path.relative_to(ROOT / "briefing_tui").as_posix()
        for path in (ROOT / "briefing_tui").rglob("*.py")
        if re.search(way, path.read_text("utf-8"))
    }
    assert found <= WRITES[way]
    assert found
