"""Writing reads its own Markdown back no more often than needed.

This check is most of the cost of writing.
"""

import pytest

from briefing_tui.contentfile.read.reader import read
from briefing_tui.contentfile.write.writer import write
from briefing_tui.markdown import escaping
from briefing_tui.markdown.inline import Inline, inline


def test_a_paragraph_with_marks_is_read_twice_when_it_is_written(monkeypatch: pytest.MonkeyPatch) -> None:
    briefing = read("# T\n\n## Article\n\n" + "*a* b " * 50 + "\n", "marks")
    seen: list[str] = []

    def counted(source: str) -> Inline:
        seen.append(source)
        return inline(source)

    monkeypatch.setattr(escaping, "inline", counted)
    assert "*a* b *a*" in write(briefing.briefing)
    assert len(seen) == 2  # once for the normal form, once for the words
