"""Past a bound a content file is read in a simpler way, and nothing of it is lost."""

import pytest

from briefing_tui.contentfile.normal import normalised
from briefing_tui.contentfile.read import read
from briefing_tui.contentfile.write import write


@pytest.mark.parametrize(
    ("piece", "times"), [("[^1]", 2_500), ("\\[a\\]", 2_500), ("a [b](c) ", 2_500), ("*a* ", 10_000), ("\\*", 120_000)]
)
def test_a_text_that_is_too_much_to_parse_is_written_as_it_was_read(piece: str, times: int) -> None:
    words = piece * times
    briefing = read(f"## Article\n\n{words}\n", "x").briefing
    again = read(write(briefing), "x")
    assert again.briefing == normalised(briefing)
    assert again.problems == ()
