"""Say how likely each label of each line is."""

from collections.abc import Sequence
from itertools import repeat

from briefing_tui.sources.plain.body import LineFacts
from briefing_tui.sources.plain.labels.features import NEAR, Around, Features, describe_lines
from briefing_tui.sources.plain.labels.weights import Weights, shipped_weights
from briefing_tui.sources.plain.lines import Line

PARAGRAPH, HEADING, TITLE, LEAD, CAPTION, CREDIT, BYLINE, OTHER = "PHTLCRBO"


class LineLabels:
    """The likelihood of each label for each line near the body.

    Any other line is none of the article's.
    """

    def __init__(self, near: range, chances: Sequence[Sequence[float]], features: Sequence[Features], weights: Weights) -> None:
        self.near, self.features, self.weights = near, features, weights
        self._chances = chances
        self._place = {label: place for place, label in enumerate(weights.labels)}

    def likely(self, index: int, label: str) -> float:
        """Return how likely a label is for a line, from 0 to 1."""
        if index not in self.near:
            return float(label == OTHER)
        return self._chances[index - self.near.start][self._place[label]]

    def likeliest(self, label: str, least: float) -> list[int]:
        """Return the lines that are likelier than `least` to have a label."""
        place, start = self._place[label], self.near.start
        return [start + at for at, chances in enumerate(self._chances) if chances[place] > least]

    def names(self, index: int) -> list[str]:
        """Return the names of the features that count for a line."""
        return feature_names(self.features, index - self.near.start)


def feature_names(features: Sequence[Features], at: int) -> list[str]:
    """Return the names of the features that count for a line.

    Those of its neighbours have their distance before them.

    Args:
        features: the features of all lines.
        at: the line's place among them.
    """
    names = [*features[at].own, *features[at].words]
    for step in NEAR:
        there = at + step
        names += [f"{step}{name}" for name in features[there].near] if 0 <= there < len(features) else [f"{step}none"]
    return names


def label_lines(lines: list[Line], known: list[LineFacts], around: Around) -> LineLabels:
    """Return how likely each label of each line near the body is."""
    near, features = describe_lines(lines, known, around)
    weights = shipped_weights()
    return LineLabels(near, weights.likelihoods(sums(features, weights)), features, weights)


def sums(features: Sequence[Features], weights: Weights) -> list[int]:
    """Return for each line the sum of the packed weights of its features.

    What a line tells its neighbours is looked up once for each distance and shape.
    """
    get, count = weights.packed.get, len(features)
    none = repeat(0)
    totals = [sum(map(get, line.own, none)) + sum(map(get, line.words, none)) for line in features]
    for step in NEAR:
        known: dict[tuple[str, ...], int] = {}
        for at in range(max(0, step), min(count, count + step)):
            near = features[at].near
            if near not in known:
                known[near] = sum(get(f"{step}{name}", 0) for name in near)
            totals[at - step] += known[near]
        outside = get(f"{step}none", 0)
        for at in range(min(count, -step)) if step < 0 else range(max(0, count - step), count):
            totals[at] += outside
    return totals
