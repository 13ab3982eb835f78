"""Read each dump by weights that have not seen its publisher.

    python -m training.cross_validate DATA OUT [--folds 3]

Writes `OUT/VIEW.jsonl` for each kind of dump, a line `{"id": …, "briefing": …}` for each page, and prints precision and recall of
each label. A publisher's fold follows from its name.
"""

import argparse
import hashlib
import json
from collections import Counter
from pathlib import Path
from typing import Any
from unittest.mock import patch

from briefing_tui.model.document import Document
from briefing_tui.sources import read_source
from briefing_tui.sources.errors import SourceError
from briefing_tui.sources.plain.labels.labeller import sums
from briefing_tui.sources.plain.labels.weights import Weights, parse
from training.data import VIEWS, Example, dumps, examples, publisher_of, read_gold
from training.fit import LABELS, common_features, fit


def fold_of(publisher: str, folds: int) -> int:
    """Return the fold of a publisher, from 0."""
    return int(hashlib.sha256(publisher.encode()).hexdigest(), 16) % folds


def learn_folds(seen: list[Example], folds: int) -> list[Weights]:
    """Return the weights of each fold, learned from all publishers of the others."""
    learned = []
    for fold in range(folds):
        others = [example for example in seen if fold_of(example.publisher, folds) != fold]
        learned.append(parse(fit(others, common_features(others))))
    return learned


def count_labels(seen: list[Example], learned: list[Weights]) -> Counter[tuple[str, str]]:
    """Return how often a line of one label was given another, by (gold, given)."""
    counts: Counter[tuple[str, str]] = Counter()
    for example in seen:
        weights = learned[fold_of(example.publisher, len(learned))]
        for gold, chances in zip(example.labels, weights.likelihoods(sums(example.features, weights)), strict=True):
            counts[gold, weights.labels[max(range(len(chances)), key=chances.__getitem__)]] += 1
    return counts


def as_briefing(document: Document) -> dict[str, Any]:
    """Return what scorers ask of a document, named as in a briefing's JSON."""
    return {
        "title": document.title,
        "lead": document.lead,
        "published": document.published,
        "authors": list(document.authors),
        "sections": [
            {"heading": section.heading, "paragraphs": [{"text": paragraph.text} for paragraph in section.paragraphs]}
            for section in document.sections
        ],
        "images": [{"caption": image.caption, "credit": image.credit} for image in document.images],
    }


def read_held_out(folder: Path, out: Path, learned: list[Weights]) -> None:
    """Read every dump by the weights of its fold, and write what was read."""
    gold = read_gold(folder)
    out.mkdir(parents=True, exist_ok=True)
    files = {view: (out / f"{view}.jsonl").open("w", encoding="utf-8") for view in VIEWS}
    for view, page, data in dumps(folder, gold):
        if view not in files:
            continue
        weights = learned[fold_of(publisher_of(gold[page]), len(learned))]
        with patch("briefing_tui.sources.plain.labels.labeller.shipped_weights", return_value=weights):
            try:
                briefing = as_briefing(read_source(data, page))
            except SourceError:
                briefing = None
        files[view].write(json.dumps({"id": page, "briefing": briefing}, ensure_ascii=False) + "\n")
    for file in files.values():
        file.close()


def main() -> None:
    """Run the command."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").partition("\n")[0])
    parser.add_argument("data", type=Path)
    parser.add_argument("out", type=Path)
    parser.add_argument("--folds", type=int, default=3)
    options = parser.parse_args()
    seen = list(examples(options.data))
    learned = learn_folds(seen, options.folds)
    counts = count_labels(seen, learned)
    for label in LABELS:
        right = counts[label, label]
        given = sum(count for (_, other), count in counts.items() if other == label)
        held = sum(count for (gold, _), count in counts.items() if gold == label)
        print(f"{label} precision {right / max(given, 1):.3f} recall {right / max(held, 1):.3f} of {held}")
    read_held_out(options.data, options.out, learned)


if __name__ == "__main__":
    main()
