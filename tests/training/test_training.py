"""Training on a small invented data set, from dumps to weights."""

from pathlib import Path
from unittest.mock import patch

import pycrfsuite
import pytest

from briefing_tui.sources import read_source
from briefing_tui.sources.plain.labels.labeller import feature_names, sums
from briefing_tui.sources.plain.labels.weights import parse, shipped_weights
from tests.training.invented import PUBLISHERS, make_data, rare_word
from training.card import model_card
from training.cross_validate import count_labels, learn_folds
from training.data import Example, examples
from training.fit import LABELS, WORD_PUBLISHERS, common_features, fit, own_words
from training.train import digest


@pytest.fixture(scope="module")
def data(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return make_data(tmp_path_factory.mktemp("data"))


@pytest.fixture(scope="module")
def seen(data: Path) -> list[Example]:
    return list(examples(data))


@pytest.fixture(scope="module")
def weights(seen: list[Example]) -> str:
    return fit(seen, common_features(seen, words=8, shapes=4))


def test_the_lines_of_a_dump_are_labelled_by_the_gold_of_its_page(seen: list[Example]) -> None:
    labels = "".join(next(example for example in seen if example.view == "w3m").labels)
    assert labels.lstrip("O").rstrip("O") == "TLBOCRPPHPPHPP"


def test_the_same_data_gives_the_same_weights_byte_for_byte(data: Path, weights: str) -> None:
    again = list(examples(data))
    assert fit(again, common_features(again, words=8, shapes=4)) == weights


def test_what_was_learned_reads_a_text_of_its_kind(data: Path, weights: str) -> None:
    with patch("briefing_tui.sources.plain.labels.labeller.shipped_weights", return_value=parse(weights)):
        document = read_source(data / "dumps" / "w3m" / "page-3.txt")
    assert [section.heading for section in document.sections if section.heading] == [
        "The winter is near in Vennick",
        "Who pays for it in Vennick",
    ]


def test_publishers_that_were_not_seen_are_labelled_too(seen: list[Example]) -> None:
    counts = count_labels(seen, learn_folds(seen, 2))
    right = sum(count for (gold, given), count in counts.items() if gold == given)
    assert right > 0.9 * counts.total()


def test_no_word_of_few_publishers_gets_a_weight(seen: list[Example], weights: str) -> None:
    words = {row.split(" ")[0][1:] for row in weights.split("\n")[len(LABELS) + 1 :] if row[:1] in tuple("wWV")}
    assert "the" in words
    assert not words & {rare_word(number) for number in range(PUBLISHERS)}
    assert not [name for name in common_features(seen) if name[0] in "wWV" and PUBLISHERS < WORD_PUBLISHERS]


def test_the_shipped_weights_hold_single_words_and_are_small() -> None:
    packed = shipped_weights().packed
    words = [name[1:] for name in packed if name[0] in "wWV"]
    assert 50 < len(set(words)) < 1500
    assert all(word.isalpha() and word == word.casefold() for word in words)
    assert set(words) <= own_words(), "a word that no list of the program has may be somebody's name"
    assert sum(len(name.encode()) + 33 for name in packed) < 400_000


def test_likelihoods_are_those_of_the_program_that_learned_the_weights(seen: list[Example], tmp_path: Path) -> None:
    model = tmp_path / "model"
    with patch("training.fit.TemporaryDirectory") as folder:
        folder.return_value.__enter__.return_value = str(tmp_path)
        weights = parse(fit(seen[:8], common_features(seen, words=8, shapes=4)))
    tagger = pycrfsuite.Tagger()
    tagger.open(str(model))
    features = seen[0].features
    tagger.set([[name for name in feature_names(features, at) if name in weights.packed] for at in range(len(features))])
    for at, chances in enumerate(weights.likelihoods(sums(features, weights))):
        for label, chance in zip(weights.labels, chances, strict=True):
            assert chance == pytest.approx(tagger.marginal(label, at) if label in tagger.labels() else 0.0, abs=0.03)


def test_the_model_card_names_the_data_and_the_file(data: Path, seen: list[Example], weights: str) -> None:
    card = model_card(seen, {"invented": digest(data)}, weights)
    assert f"`{digest(data)}`" in card
    assert f"{PUBLISHERS} publishers" in card
