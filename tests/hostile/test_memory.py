"""The memory of a reader of input stays below its bound, whatever the text."""

from typing import Any

import pytest

SIZE = 300_000


@pytest.fixture
def memory() -> Any:
    return pytest.importorskip("benchmarks.hostile.memory")


@pytest.mark.parametrize(
    ("door", "shapes"),
    [
        ("check", ("prose", "equal headings", "links")),
        ("plain", ("prose", "unclosed marks")),
        ("markdown", ("links", "quotes")),
        ("html", ("prose", "unclosed paragraphs")),
        ("import", ("notes of a few words", "long notes")),
    ],
)
def test_a_door_takes_no_more_memory_than_is_stated(door: str, shapes: tuple[str, ...], memory: Any) -> None:
    small = {shape: text for name, shape, text in memory.texts(1_000) if name == door}
    least = memory.peak(door, small[shapes[0]])[0]
    for name, shape, text in memory.texts(SIZE):
        if name == door and shape in shapes:
            assert memory.peak(door, text)[0] - least <= memory.allowed(door, text), shape
