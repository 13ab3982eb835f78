"""Test that alternative text on its caption's line is separated from the caption."""

import pytest

from briefing_tui.sources.plain.alt_texts import split_alt_text


@pytest.mark.parametrize(
    ("line", "alt", "caption"),
    [
        ("[Cracks in a quay]The east quay in May.", "Cracks in a quay", "The east quay in May."),
        ("Cracks in the quay wallThe east quay in May.", "Cracks in the quay wall", "The east quay in May."),
        ("Cracks in wallsThe east quay.", "Cracks in walls", "The east quay."),
        (
            "Vera Holm speaks on the coast road Vera Holm has denied that she knew of it.",
            "Vera Holm speaks on the coast road",
            "Vera Holm has denied that she knew of it.",
        ),
        (
            "Vera Holm with a chart of the U.S. coast Vera Holm said that the chart was wrong.",
            "Vera Holm with a chart of the U.S. coast",
            "Vera Holm said that the chart was wrong.",
        ),
        (
            "Vera Holm’s chart of the coast isn't right. Vera Holm's chart of the coast isn’t right.",
            "Vera Holm’s chart of the coast isn't right.",
            "Vera Holm's chart of the coast isn’t right.",
        ),
        (
            "SKERROW - MAY 4: Vera Holm at the quay. (Photo by Ann Arbor/Tidewater) Vera Holm at the quay in May.",
            "SKERROW - MAY 4: Vera Holm at the quay. (Photo by Ann Arbor/Tidewater)",
            "Vera Holm at the quay in May.",
        ),
    ],
)
def test_alternative_text_is_parted_from_its_caption(line: str, alt: str, caption: str) -> None:
    assert split_alt_text(line) == (alt, caption)


@pytest.mark.parametrize(
    "line",
    [
        "Vera McHolm on the coast road in May.",
        "The people of Vera Holm and of Vera Holm the younger on the road.",
        "Vera Holm in May. Vera Holm in June, on the same road.",
        "Vera Holm at the quay. (Photo by Ann Arbor/Tidewater)",
        "Vera Holm (left) and Bo Linde (right) Harbour Board at the quay.",
        "Cracks inThe east quay of Skerrow in May.",
        "Cracks in the quay wall of SkerrowIn May.",
        "The doors of LaSalle Street are shut.",
    ],
)
def test_a_caption_alone_stays_whole(line: str) -> None:
    assert split_alt_text(line) == (None, line)
