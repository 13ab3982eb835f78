"""Make broken inputs from good ones.

Tokens are inserted, lines moved, runs repeated, files spliced and bytes changed.
"""

import random
from pathlib import Path

LARGEST = 100_000
"""Bytes of the largest input."""
ORDINARY = 4_000
"""Most bytes of all but one input in fifty.

A target reads a few of the largest inputs per second, and some hundred of these."""
KEYS = 200
"""Bytes of the longest input of the reader; each is a key."""
CORPUS = Path(__file__).parent / "corpus"


def seeds(target: str) -> list[bytes]:
    """Return the files of a target's corpus, in the order of their names."""
    return [path.read_bytes() for path in sorted((CORPUS / target).iterdir()) if path.suffix != ".tokens"]


def tokens(target: str) -> list[bytes]:
    """Return the words that have a meaning for a target.

    They are the lines of its `words.tokens`, with Python's escapes; every byte if there is no such file.
    """
    path = CORPUS / target / "words.tokens"
    if not path.is_file():
        return [bytes([byte]) for byte in range(256)]
    lines = path.read_text("utf-8").rstrip("\n").split("\n")
    return [
        line.encode("latin-1", "backslashreplace").decode("unicode_escape").encode("utf-8", "surrogatepass") for line in lines
    ]


class Mutator:
    """Makes a new input from an existing one; the same dice give the same inputs."""

    def __init__(self, target: str) -> None:
        self.seeds, self.tokens = seeds(target), tokens(target)
        self.largest = KEYS if target == "reader" else LARGEST
        edits = (self._insert, self._replace, self._lines, self._cut, self._splice, self._byte)
        self._ways = (*edits, *edits, self._repeat)

    def mutated(self, data: bytes, dice: random.Random, largest: int = LARGEST) -> bytes:
        """Return the input after one to eight changes."""
        for _ in range(1 << dice.randrange(4)):
            data = dice.choice(self._ways)(data, dice)[:largest]
        return data

    def size(self, dice: random.Random) -> int:
        """Return the most bytes of the next input."""
        return self.largest if dice.random() < 0.02 else min(self.largest, ORDINARY)

    def _token(self, dice: random.Random) -> bytes:
        return dice.choice(self.tokens)

    def _insert(self, data: bytes, dice: random.Random) -> bytes:
        at = dice.randint(0, len(data))
        return data[:at] + self._token(dice) + data[at:]

    def _replace(self, data: bytes, dice: random.Random) -> bytes:
        start, end = _range(data, dice, 20)
        return data[:start] + self._token(dice) + data[end:]

    def _cut(self, data: bytes, dice: random.Random) -> bytes:
        start, end = _range(data, dice, 400)
        return data[:start] + data[end:]

    def _lines(self, data: bytes, dice: random.Random) -> bytes:
        """Move, double or drop a line."""
        lines = data.split(b"\n")
        line = lines.pop(dice.randrange(len(lines))) if dice.random() < 0.6 else dice.choice(lines)
        if dice.random() < 0.7:
            lines.insert(dice.randint(0, len(lines)), line)
        return b"\n".join(lines)

    def _splice(self, data: bytes, dice: random.Random) -> bytes:
        start, end = _range(other := dice.choice(self.seeds), dice, 2_000)
        at = dice.randint(0, len(data))
        return data[:at] + other[start:end] + data[at + (end - start if dice.random() < 0.5 else 0) :]

    def _repeat(self, data: bytes, dice: random.Random) -> bytes:
        """Repeat a token or a piece of the input, for depth, length or number."""
        start, end = _range(data, dice, 40)
        piece = self._token(dice) * dice.randint(1, 2) if dice.random() < 0.7 else data[start:end]
        times = int(10 ** dice.uniform(0.3, 4.5 if dice.random() < 0.2 else 2))
        return data[:start] + (piece * times)[:LARGEST] + data[start if dice.random() < 0.5 else end :]

    def _byte(self, data: bytes, dice: random.Random) -> bytes:
        at = dice.randint(0, len(data))
        return data[:at] + bytes([dice.randrange(256)]) + data[at + dice.randrange(2) :]


def _range(data: bytes, dice: random.Random, most: int) -> tuple[int, int]:
    start = dice.randint(0, len(data))
    return start, min(len(data), start + dice.randint(0, most))
