"""A reader that is killed at any moment loses nothing that it confirmed."""

import random
from pathlib import Path

from benchmarks.notes.kill import Expected, kill_once, missing


def test_ten_kills_at_random_moments_lose_nothing(tmp_path: Path) -> None:
    chance, expected, path = random.Random(7), Expected(), tmp_path / "notes.db"
    heard = 0
    for _ in range(10):
        heard += kill_once(path, chance, expected)
        assert missing(path, expected) == []
    assert heard > 10
