"""The check of a draft in the reader."""

from pathlib import Path

import pytest

from briefing_tui.settings.paths import shipped_content
from tests.ui.driver import Driver, Opener

DRAFT = """# Sinking harbour

The engineer, Maria Ortega, was blunt. “A millimetre is nothing,” Ortega said.

“We measured it four times. In November we blamed the instrument,” she said.
“We have always built walls on the moon,” said Tobias Renn.
"""


@pytest.fixture
def draft(tmp_path: Path) -> Path:
    file = tmp_path / "draft.md"
    file.write_text(DRAFT, encoding="utf-8")
    return file


async def check(on: Driver, draft: Path) -> None:
    await on.press("F")
    on.put_answer(str(draft))
    await on.press("enter")


async def test_the_worst_quotations_come_first_with_the_articles_words_beside_them(open_reader: Opener, draft: Path) -> None:
    async with open_reader(library=shipped_content()) as on:
        await check(on, draft)
        assert on.screen_name() == "draft"
        assert [head.split()[1] for head in on.findings()] == ["absent", "altered", "trimmed"]
        assert "no article has these words" in on.evidence()
        await on.press("y")
        assert on.copied == []
        await on.press("j")
        assert on.evidence().startswith("three\nfour")
        assert "Maria Ortega" in on.evidence()
        await on.press("y", "Y")
        assert on.copied[0].startswith("We measured it three times. In November")
        assert "Maria Ortega, The harbour that would not settle (The Saltmarsh Courier, 2 March 2026)" in on.copied[1]


async def test_the_place_in_the_article_is_a_key_away_and_so_is_the_way_back(open_reader: Opener, draft: Path) -> None:
    async with open_reader(library=shipped_content()) as on:
        await check(on, draft)
        await on.press("j", "enter")
        assert on.screen_name() == "reader"
        assert "three times" in on.lit_words()[0]
        await on.press("3", "escape")  # Esc first closes what is open in the reader
        assert on.screen_name() == "reader"
        await on.press("escape", "escape")
        assert on.screen_name() == "draft"
        assert on.evidence().startswith("three\nfour")
        await on.press("s")
        await on.press(on.letter_of("trimmed"))
        assert len(on.findings()) == 1
        await on.press("escape")
        assert len(on.findings()) == 3
        await on.press("escape")
        assert on.screen_name() == "library"


async def test_a_draft_that_is_saved_is_checked_again_and_a_report_is_written(open_reader: Opener, draft: Path) -> None:
    async with open_reader() as on:
        await check(on, draft)
        draft.write_text(DRAFT.replace("four", "three"), encoding="utf-8")
        await on.look_at_draft()
        assert [head.split()[1] for head in on.findings()][:2] == ["absent", "trimmed"]
        for name in ("report.html", "report.md"):
            await on.press("e")
            on.put_answer(str(draft.with_name(name)))
            await on.press("enter")
        assert draft.with_name("report.html").read_text(encoding="utf-8").startswith("<!doctype html>")
        assert "## absent" in draft.with_name("report.md").read_text(encoding="utf-8")
        await on.press("e")
        on.put_answer(str(draft))
        await on.press("enter")
        assert "choose another name" in on.screen_words()
        assert draft.read_text(encoding="utf-8").startswith("# Sinking")


@pytest.mark.parametrize("size", [(40, 12), (80, 24), (120, 40), (200, 60)])
async def test_quotation_and_evidence_are_seen_at_every_size(open_reader: Opener, draft: Path, size: tuple[int, int]) -> None:
    async with open_reader(library=shipped_content(), size=size) as on:
        await check(on, draft)
        await on.press("j")
        assert "altered line 5" in on.screen_words()
        assert "article three" in on.screen_words()


async def test_a_draft_that_is_gone_or_empty_is_reported(open_reader: Opener, draft: Path) -> None:
    draft.write_text("", encoding="utf-8")
    async with open_reader(library=shipped_content()) as on:
        await on.press("F")
        on.put_answer(str(draft.with_name("none.md")))
        await on.press("enter")
        assert "no such file" in on.screen_words()
        on.put_answer(str(draft))
        await on.press("enter")
        assert "it is empty" in on.screen_words()
