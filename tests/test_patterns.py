"""Every regular expression takes time in proportion to the text, whatever the text."""

from typing import Any

import pytest


@pytest.fixture
def patterns() -> Any:
    return pytest.importorskip("benchmarks.hostile.patterns")


def test_every_pattern_is_found(patterns: Any) -> None:
    found = {one.place.split(":")[0] for one in patterns.expressions()}
    assert {
        "text.safety",
        "anchoring.anchors",
        "markdown.inline",
        "markdown.front_matter",
        "languages.dates",
        "ui.text.find",
    } <= found


def test_a_pattern_that_is_not_linear_is_told(patterns: Any) -> None:
    slow = patterns.Expression("here:1", patterns.re.compile(r"(\S+)="), {"findall"})
    quick = patterns.Expression("here:2", patterns.re.compile(r"(?<!\S)\S++=?"), {"findall"})
    assert any(growth > patterns.GROWTH for growth, *_ in patterns.growths(slow, 1_000, 10_000, 2, 0.002))
    assert grows(patterns, quick) is None


def grows(patterns: Any, one: Any) -> str | None:
    """Return what makes a pattern slow in each of five measurements, or None."""
    for _ in range(5):
        worst = max(patterns.growths(one, 500, 5_000, 1, 0.01))
        if worst[0] <= patterns.GROWTH:
            return None
    return f"{one.place}: {worst[0]:.0f} times by {worst[2]} of {worst[3]!r}"


@pytest.mark.slow
def test_no_pattern_can_be_made_slow(patterns: Any) -> None:
    assert [told for one in patterns.expressions() if (told := grows(patterns, one))] == []
