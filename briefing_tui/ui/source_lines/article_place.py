"""The place of a source's line in the article on the screen."""

from collections.abc import Sequence

from briefing_tui.model.document import SourceLine
from briefing_tui.text.safety import one_line
from briefing_tui.ui.text.article_blocks import Target
from briefing_tui.ui.text.layout import Block

_COMPARED = 60
"""Characters of a line that are compared with a block."""


def target_of(line: SourceLine, before: int, blocks: Sequence[Block]) -> Target | None:
    """Return the block that shows a line's words.

    `before` kept lines of the same words come before it. None if the words are not shown, as those of a byline or a date may
    not be.
    """
    words = one_line(line.text[:600])[:_COMPARED]
    same = [index for index, block in enumerate(blocks) if _begins(block.text, words)]
    return Target(same[min(before, len(same) - 1)]) if same else None


def _begins(text: str, words: str) -> bool:
    """Return whether a block begins with a line's words; a caption's line may end with its credit, which has its own block."""
    shown = one_line(text[:600])[:_COMPARED]
    return bool(shown) and (shown.startswith(words) or (len(shown) >= 12 and words.startswith(shown)))
