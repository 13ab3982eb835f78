"""A speaker whom the article does not name, in the reader.

The word of the article is shown and marked as unresolved, in the pane and in a digest.
"""

from pathlib import Path

import pytest

from tests.presentation.test_speakers import MARKED, TEXT
from tests.ui.driver import Opener


@pytest.mark.parametrize("kind", ["full", "digest"])
async def test_the_articles_word_is_shown_and_marked(kind: str, open_reader: Opener, tmp_path: Path) -> None:
    path = tmp_path / "ferry.md"
    path.write_text(TEXT.format(kind=kind), encoding="utf-8")
    async with open_reader(path) as reader:
        await reader.press("3")
        assert reader.screen_text().count(f"— {MARKED}") == (2 if kind == "digest" else 1)


async def test_the_word_is_copied_with_its_mark_and_is_a_speaker_to_choose(open_reader: Opener, tmp_path: Path) -> None:
    path = tmp_path / "ferry.md"
    path.write_text(TEXT.format(kind="full"), encoding="utf-8")
    async with open_reader(path) as reader:
        await reader.press("3", "Y")
        assert reader.copied == [f"“It moved three times.” — {MARKED}, The ferry"]
        await reader.press("s")
        assert MARKED in reader.screen_text()
