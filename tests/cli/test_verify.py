"""`briefing verify`: its lines for editors, JSON, SARIF, reports, messages and exit status."""

import json
from pathlib import Path

import pytest

from tests.cli.conftest import Run

ARTICLE = """The wall that moved

PORTOLAN — The harbour wall of Portolan has moved, the engineer Ana Reis said on Tuesday.

“We measured it three times in the winter, and it moved by a hand's width each time,” Ana Reis told the board.

The board heard the report without a word and then went to lunch, as boards do in that town when nobody wants to be first.
"""
BAD = "# Draft\n\nAna Reis said: “We measured it four times in the winter.”\n"
GOOD = "Ana Reis said: “We measured it three times in the winter.” So much for the “quiet” weekend.\n"


@pytest.fixture
def article(tmp_path: Path) -> Path:
    (tmp_path / "wall.txt").write_text(ARTICLE)
    return tmp_path / "wall.txt"


def test_a_bad_quotation_is_a_line_for_editors_and_status_1(run: Run, article: Path, tmp_path: Path) -> None:
    (tmp_path / "draft.md").write_text(BAD)
    done = run("verify", "draft.md", "--against", article, cwd=tmp_path)
    line = done.stdout.decode()
    assert line.startswith(
        "draft.md:3:17: altered: “We measured it four times in the winter.”; “three” → “four”; “We measured it three"
    )
    assert "— Ana Reis, The wall that moved" in line
    assert done.returncode == 1
    assert done.stderr.decode() == "briefing: 1 quotation: 1 altered\n"


def test_good_quotations_are_quiet_and_status_0(run: Run, article: Path) -> None:
    done = run("verify", "-", "--against", article, stdin=GOOD.encode())
    assert (done.returncode, done.stdout) == (0, b"")
    assert done.stderr.decode() == "briefing: 1 quotation: 1 trimmed\n"
    listed = run("verify", "-", "--against", article, "--all", stdin=GOOD.encode()).stdout.decode()
    assert listed.startswith("standard input:1:17: trimmed: “We measured it three times in the winter.”; “We measured")
    assert "said by" not in listed  # which is for words of somebody else


def test_json_has_status_place_and_evidence_of_each(run: Run, article: Path) -> None:
    done = run("verify", "-", "--against", article, "--format", "json", stdin=(BAD + GOOD).encode())
    bad, good, quiet = json.loads(done.stdout)["drafts"][0]["quotations"]
    assert (bad["status"], bad["line"], bad["column"]) == ("altered", 3, 17)
    assert bad["changes"] == [{"draft": "four", "article": "three"}]
    (evidence,) = bad["evidence"]
    assert (evidence["title"], evidence["speaker"]) == ("The wall that moved", "Ana Reis")
    assert evidence["link"].startswith("briefing://wall/q-")
    assert (good["status"], quiet["status"]) == ("trimmed", None)


def test_sarif_has_a_result_with_a_region_for_each_bad_quotation(run: Run, article: Path) -> None:
    done = run("verify", "-", "--against", article, "--format", "sarif", stdin=(BAD + GOOD).encode())
    log = json.loads(done.stdout)
    (result,) = log["runs"][0]["results"]
    rules = log["runs"][0]["tool"]["driver"]["rules"]
    assert log["version"] == "2.1.0"
    assert rules[result["ruleIndex"]]["id"] == result["ruleId"] == "altered"
    region = result["locations"][0]["physicalLocation"]["region"]
    assert region == {"startLine": 3, "startColumn": 17, "endLine": 3, "endColumn": 57}


@pytest.mark.parametrize(("form", "start"), [("markdown", "# Quotations in"), ("html", "<!doctype html>")])
def test_reports_show_the_articles_words(run: Run, article: Path, form: str, start: str) -> None:
    done = run("verify", "-", "--against", article, "--format", form, stdin=BAD.encode())
    assert done.stdout.decode().startswith(start)
    assert "We measured it three times in the winter" in done.stdout.decode()


def test_a_draft_is_never_markup_or_a_command_to_the_terminal(run: Run, article: Path) -> None:
    hostile = "Ana Reis said: “We <script>alert(1)</script> measured \x1b[31m it four times in the winter.”"
    text = run("verify", "-", "--against", article, stdin=hostile.encode()).stdout
    assert b"\x1b" not in text
    page = run("verify", "-", "--against", article, "--format", "html", stdin=hostile.encode()).stdout
    assert b"<script>" not in page
    assert b"\x1b" not in page


@pytest.mark.parametrize(
    ("words", "message"),
    [
        (["missing.md"], "missing.md: No such file or directory; give a draft"),
        (["empty.md"], "empty.md: it is empty"),
        (["-", "--against", "missing.txt"], "missing.txt"),
        (["."], ".: "),
    ],
)
def test_what_cannot_be_read_is_one_line_and_status_2(run: Run, tmp_path: Path, words: list[str], message: str) -> None:
    (tmp_path / "empty.md").write_text("\n")
    done = run("verify", *words, cwd=tmp_path, stdin=GOOD.encode())
    assert done.returncode == 2
    assert done.stderr.decode().startswith(f"briefing: {message}")
    assert done.stderr.count(b"\n") == 1
