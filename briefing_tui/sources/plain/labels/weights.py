"""Read the learned weights, and find how likely each label of each line is.

The labels of a text's lines form a chain: what a line is depends on its own features and on the label of the line above. The
weights of one feature for all labels are packed into one integer, so that a line's features are added up by adding integers.
"""

from collections.abc import Iterable, Mapping, Sequence
from functools import cache
from math import exp
from operator import mul
from pathlib import Path
from struct import Struct as Layout

UNIT = 64
"""Weights are stored as multiples of 1/64."""
LARGEST = 400
"""The largest weight, in units: the sum of 75 features, more than a line has, still fits into a field."""
_FIELD = 16
_FARTHEST = 60 * UNIT
_EXPONENTIALS = [exp(-units / UNIT) for units in range(_FARTHEST + 1)]
"""The exponentials of weights from 0 down to -60."""
_FILE = Path(__file__).with_name("weights.txt")


class Weights:
    """The weights of a linear chain.

    `labels` are single letters; `packed` has a number of `_FIELD` bits, signed, for each label of a feature.
    """

    def __init__(self, labels: str, transitions: Sequence[Sequence[float]], packed: dict[str, int]) -> None:
        self.labels, self.packed = labels, packed
        self._forward = [[exp(row[to]) for row in transitions] for to in range(len(labels))]
        self._backward = [[exp(weight) for weight in row] for row in transitions]
        self._layout = Layout(f"<{len(labels)}H")
        self._zero = sum(1 << (_FIELD * place + _FIELD - 1) for place in range(len(labels)))

    def likelihoods(self, lines: Iterable[int]) -> list[list[float]]:
        """Return the probability of each label for each line, by the forward-backward rule.

        Args:
            lines: for each line, the sum of the packed weights of its features.
        """
        emitted = [self._emitted(line) for line in lines]
        if not emitted:
            return []
        ahead = [_scaled(emitted[0])]
        for own in emitted[1:]:
            last = ahead[-1]
            ahead.append(_scaled([sum(map(mul, last, column)) * here for column, here in zip(self._forward, own, strict=True)]))
        out = [ahead[-1]]
        behind = [1.0] * len(self.labels)
        for index in range(len(emitted) - 2, -1, -1):
            below = list(map(mul, behind, emitted[index + 1]))
            behind = _scaled([sum(map(mul, below, row)) for row in self._backward])
            out.append(_scaled(list(map(mul, behind, ahead[index]))))
        return out[::-1]

    def of(self, name: str) -> list[int]:
        """Return the weights of a feature for each label, in units of 1/64.

        The list is empty if it has none.
        """
        packed = self.packed.get(name)
        if packed is None:
            return []
        half = 1 << (_FIELD - 1)
        return [field - half for field in self._layout.unpack((packed + self._zero).to_bytes(self._layout.size, "little"))]

    def _emitted(self, line: int) -> list[float]:
        fields = self._layout.unpack((line + self._zero).to_bytes(self._layout.size, "little"))
        highest = max(fields)
        return [_EXPONENTIALS[min(highest - field, _FARTHEST)] for field in fields]


def _scaled(values: list[float]) -> list[float]:
    total = sum(values)
    return [value / total for value in values]


def pack(weights: Sequence[int]) -> int:
    """Return the weights of one feature, in units of 1/64, as one integer."""
    return sum(weight << (_FIELD * place) for place, weight in enumerate(weights))


def parse(text: str) -> Weights:
    """Return the weights of a file.

    Its first line has the labels; a row for each follows, with the weight of every label that may come next, then a line for each
    feature: its name and its packed weights in hexadecimal digits.
    """
    rows = text.split("\n")
    labels = rows[0]
    size = len(labels) + 1
    transitions = [[int(cell) / UNIT for cell in row.split()] for row in rows[1:size]]
    packed: dict[str, int] = {}
    for row in rows[size:]:
        name, _, digits = row.partition(" ")
        if digits:
            packed[name] = int(digits, 16)
    return Weights(labels, transitions, packed)


def to_text(labels: str, transitions: Sequence[Sequence[int]], weights: Mapping[str, Sequence[int]]) -> str:
    """Return the file that `parse` reads, for weights in units of 1/64."""
    rows = [labels, *(" ".join(map(str, row)) for row in transitions)]
    rows += [f"{name} {pack(weights[name]):x}" for name in sorted(weights)]
    return "\n".join(rows) + "\n"


@cache
def shipped_weights() -> Weights:
    """Return the weights of the package."""
    return parse(_FILE.read_text(encoding="utf-8"))
