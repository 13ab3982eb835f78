"""Bylines: who wrote an article, when and where it appeared."""

import pytest

from briefing_tui.model.briefing import Briefing
from briefing_tui.presentation.bylines import byline, publication


@pytest.mark.parametrize(
    ("authors", "publisher", "shown"),
    [
        (["Quay News"], "Quay News", "Quay News · 2 March 2026"),
        (["Ida Marsh", "quay news"], "Quay News", "By Ida Marsh · Quay News · 2 March 2026"),
        (["Ida Marsh"], "Quay News", "By Ida Marsh · Quay News · 2 March 2026"),
        (["Quay News"], None, "By Quay News · 2 March 2026"),
    ],
)
def test_a_publisher_is_not_named_as_the_author_as_well(authors: list[str], publisher: str | None, shown: str) -> None:
    briefing = Briefing("b", authors=tuple(authors), publisher=publisher, published="2026-03-02")
    assert byline(briefing) == shown
    assert publication(briefing).count("Quay News") == 1
