"""Every fuzzing target runs on its corpus and a hundred inputs made from it."""

import asyncio
import random

import pytest

pytest.importorskip("fuzz", reason="the fuzzing targets are not here")

from fuzz import reader
from fuzz.mutate import Mutator
from fuzz.targets import TARGETS, Broken

_FEW = {
    "quotes": 25,
    "markdown": 40,
    "loader": 60,
    "html": 60,
    "feeds": 60,
    "reader": 0,
    "pdf": 40,
    "mail": 40,
    "mhtml": 40,
    "epub": 40,
    "rtf": 40,
}
"""Numbers of inputs for slow targets; random keys in the reader have their own test."""


@pytest.mark.parametrize("name", TARGETS)
def test_a_target_stands_what_is_made_from_its_corpus(name: str) -> None:
    mutator, dice = Mutator(name), random.Random(name)
    inputs = [*mutator.seeds, b""] if name != "reader" else mutator.seeds[:1]
    inputs += [mutator.mutated(dice.choice(mutator.seeds), dice, 10_000) for _ in range(_FEW.get(name, 100))]
    for number, data in enumerate(inputs):
        try:
            TARGETS[name](data)
        except Exception as error:
            error.add_note(f"input {number}: {data[:500]!r}")
            raise


def test_the_same_dice_make_the_same_inputs() -> None:
    mutator = Mutator("loader")
    made = [[mutator.mutated(mutator.seeds[0], dice) for _ in range(20)] for dice in (random.Random(7), random.Random(7))]
    assert made[0] == made[1]
    assert len(set(made[0])) > 10


def test_a_reader_that_stands_still_is_told_with_what_everything_waits_for(
    monkeypatch: pytest.MonkeyPatch, capfd: pytest.CaptureFixture[str]
) -> None:
    async def never() -> None:
        await asyncio.Event().wait()

    monkeypatch.setattr(reader, "STILL", 0.1)
    player = reader.Player()
    try:
        with pytest.raises(Broken, match="timeout"):
            player.wait(never())
    finally:
        player.loop.close()
    told = capfd.readouterr().err
    assert "most recent call first" in told
    assert " never\n" in told
