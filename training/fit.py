"""Fit the weights of a linear-chain CRF to examples."""

import re
from collections import defaultdict
from collections.abc import Iterable, Sequence
from functools import cache
from pathlib import Path
from tempfile import TemporaryDirectory

import pycrfsuite

from briefing_tui.languages.common_words import ALL_FUNCTION_WORDS
from briefing_tui.languages.words import FOLDER, SHARED, languages
from briefing_tui.sources.plain.labels.features import Features
from briefing_tui.sources.plain.labels.labeller import feature_names
from briefing_tui.sources.plain.labels.weights import LARGEST, UNIT, to_text
from training.data import Example

LABELS = "OPHTLCRB"
OPTIONS = {
    "c1": 1.0,
    "c2": 4.0,
    "max_iterations": 100,
    "feature.minfreq": 3,
    "feature.possible_transitions": True,
}
"""What crfsuite's L-BFGS is given; its other options stay as they are."""
WORD_PUBLISHERS = 40
"""The fewest publishers that must use a word for it to get a weight.

A rarer one would tell publishers apart, or name somebody.
"""
SHAPE_PUBLISHERS = 8
"""The fewest publishers for any other feature."""


def publishers_by_feature(examples: Iterable[Example]) -> dict[str, set[str]]:
    """Return the publishers in whose dumps a feature occurs, by its name."""
    found: defaultdict[str, set[str]] = defaultdict(set)
    for example in examples:
        for line in example.features:
            for name in (*line.own, *line.words):
                found[name].add(example.publisher)
    return found


def common_features(examples: Iterable[Example], words: int = WORD_PUBLISHERS, shapes: int = SHAPE_PUBLISHERS) -> frozenset[str]:
    """Return the names of the features that enough publishers have.

    Of words only those count that the program's own lists of pages' words and of function words have: no name is among them.
    """
    publishers, own = publishers_by_feature(examples), own_words()
    return frozenset(
        name
        for name, seen in publishers.items()
        if (len(seen) >= words and name[1:] in own if name[0] in "wWV" else len(seen) >= shapes)
    )


@cache
def own_words() -> frozenset[str]:
    """Return the words of the lists that are read for every source."""
    folders = (*languages(), SHARED)
    found = set(ALL_FUNCTION_WORDS)
    for folder in folders:
        for file in sorted((FOLDER / folder).glob("*.txt")):
            rows = file.read_text(encoding="utf-8").casefold().split("\n")
            found.update(word for row in rows if not row.startswith(("#", "[")) for word in re.findall(r"[^\W\d_]+", row))
    return frozenset(found)


def fit(examples: Sequence[Example], common: frozenset[str]) -> str:
    """Return the text of the file of weights for the examples.

    The same examples in the same order give the same text.

    Args:
        examples: the dumps to learn from.
        common: the features that may get a weight; what lines tell their neighbours always may.
    """
    trainer = pycrfsuite.Trainer(verbose=False)
    trainer.select("lbfgs")
    trainer.set_params(OPTIONS)
    for example in examples:
        trainer.append(_rows(example.features, common), example.labels)
    with TemporaryDirectory() as folder:
        model = str(Path(folder) / "model")
        trainer.train(model)
        return _text(model)


def _rows(features: Sequence[Features], common: frozenset[str]) -> list[list[str]]:
    kept = [
        Features(line.near, [name for name in line.own if name in common], [name for name in line.words if name in common])
        for line in features
    ]
    return [sorted(feature_names(kept, at)) for at in range(len(kept))]


def _text(model: str) -> str:
    """Return the weights of a model, rounded to units."""
    tagger = pycrfsuite.Tagger()
    tagger.open(model)
    info = tagger.info()
    weights: dict[str, list[int]] = {}
    for (name, label), weight in info.state_features.items():
        if units := max(-LARGEST, min(LARGEST, round(weight * UNIT))):
            weights.setdefault(name, [0] * len(LABELS))[LABELS.index(label)] = units
    transitions = [[round(info.transitions.get((one, other), 0.0) * UNIT) for other in LABELS] for one in LABELS]
    return to_text(LABELS, transitions, weights)
