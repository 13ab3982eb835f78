"""A line of a source → its place in the article that is shown: the block of the same words."""

from collections.abc import Sequence

from briefing_tui.model.document import SourceLine
from briefing_tui.text.safety import one_line
from briefing_tui.ui.text.article_blocks import Target
from briefing_tui.ui.text.layout import Block

_WORDS = 60


def target_of(row: SourceLine, before: int, blocks: Sequence[Block]) -> Target | None:
    """Where a row's words stand; `before` kept rows of the same words come first. None where they are not shown, as a name or a
    day may not be."""
    words = one_line(row.text[:600])[:_WORDS]
    same = [index for index, block in enumerate(blocks) if _begins(block.text, words)]
    return Target(same[min(before, len(same) - 1)]) if same else None


def _begins(text: str, words: str) -> bool:
    """Whether a block begins with a line's words; a caption's line may have its credit at the end, which is shown by itself."""
    said = one_line(text[:600])[:_WORDS]
    return bool(said) and (said.startswith(words) or (len(said) >= 12 and words.startswith(said)))
