"""Find the prose near an article that was left out of it."""

from collections.abc import Sequence

from briefing_tui.model.document import SourceLine
from briefing_tui.sources.shared.furniture import furniture_words
from briefing_tui.sources.shared.sentence_ends import ends_sentence

_NEAR = 15
"""The rows above and below the text in which prose may belong to the article."""
_LETTERS, _BLANKS = 80, 11
"""The fewest letters of prose, and the fewest blanks where a language has them."""
_DENSE = 40
"""The fewest characters of prose in a language without blanks."""
_TEXT = ("paragraph", "item", "quote", "heading")
_CERTAIN = (
    "a pull quote", "who said", "said before", "repeated", "the title again", "belongs to a picture", "about the author",
    "a line of the page", "a line that the page", "an invitation", "an offer", "the page's furniture", "opens a box",
    "a teaser", "a link", "in the page's", "elsewhere", "in a box named 'comment", "set by hand", "another line is",
)  # fmt: skip
"""How the reasons begin that leave no doubt: such lines are the page's, or their words are elsewhere in the briefing."""


def find_omitted_prose(rows: Sequence[SourceLine]) -> tuple[SourceLine, ...]:
    """Return the rows near the article that hold prose and were left out.

    Args:
        rows: every line of the source, in its order.
    """
    text = [at for at, row in enumerate(rows) if row.kind in _TEXT]
    if not text:
        return ()
    near = rows[max(0, text[0] - _NEAR) : text[-1] + 1 + _NEAR]
    kept = {row.text for row in rows if row.kind != "dropped"}
    return tuple(row for row in near if _is_omitted(row) and row.text not in kept)


def _is_omitted(row: SourceLine) -> bool:
    if row.kind != "dropped" or row.of or row.by_hand or row.why.startswith(_CERTAIN):
        return False
    words = row.text
    is_long = len(words) >= _LETTERS and words.count(" ") >= _BLANKS
    is_long = is_long or (len(words) >= _DENSE and not words[:_DENSE].isascii() and words.count(" ") * 10 < len(words))
    return is_long and ends_sentence(words) and furniture_words(words) is None


def say_omitted(rows: Sequence[SourceLine]) -> tuple[str, ...]:
    """Return a message about omitted rows; none without rows."""
    if not rows:
        return ()
    named = [f"line {row.line} ({row.why})" for row in rows[:3]]
    more = f" and {len(rows) - 3} more" if len(rows) > 3 else ""
    return (f"prose near the article was left out: {', '.join(named)}{more}",)
