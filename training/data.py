"""Read a data set: the gold of saved pages, and the dumps of them."""

import gzip
import json
from collections.abc import Iterator
from contextlib import suppress
from pathlib import Path
from typing import Any, NamedTuple

from briefing_tui.sources.errors import NoArticle
from briefing_tui.sources.plain.cleanup.dump import read_lines
from briefing_tui.sources.plain.labels.features import Around, Features, describe_lines
from briefing_tui.sources.plain.lines import Line
from briefing_tui.sources.plain.reader import find_by_rules
from briefing_tui.sources.registry import RawSource
from training.align import label_lines

VIEWS = ("innertext", "innertext_main", "w3m", "lynx")
"""The kinds of dump that gold knows, each a folder of `dumps/`; any other folder there is a further kind."""


class Example(NamedTuple):
    """A dump of a page, as it is learned from.

    The features and the label are those of each line near the body.
    """

    view: str
    page: str
    publisher: str
    features: list[Features]
    labels: list[str]


def read_gold(folder: Path) -> dict[str, dict[str, Any]]:
    """Return the gold of each page by its id."""
    with (folder / "gold.jsonl").open(encoding="utf-8") as file:
        return {gold["id"]: gold for gold in map(json.loads, file)}


def publisher_of(gold: dict[str, Any]) -> str:
    """Return the publisher by which data is split.

    It may be a family of publishers with one template.
    """
    return str(gold.get("group") or gold.get("publisher") or gold["id"])


def dumps(folder: Path, gold: dict[str, dict[str, Any]]) -> Iterator[tuple[str, str, bytes]]:
    """Yield view, page id and bytes of every dump, in a fixed order."""
    folders = {path.name for path in (folder / "dumps").iterdir()}
    for view in [*(view for view in VIEWS if view in folders), *sorted(folders.difference(VIEWS))]:
        for path in sorted((folder / "dumps" / view).iterdir()):
            page = path.name.split(".", 1)[0]
            if view in gold[page]["views"] or view not in VIEWS:
                yield view, page, gzip.decompress(path.read_bytes()) if path.suffix == ".gz" else path.read_bytes()


def examples(folder: Path) -> Iterator[Example]:
    """Yield an example for every dump that holds its page's body."""
    gold = read_gold(folder)
    for view, page, data in dumps(folder, gold):
        lines = read_lines(RawSource(data).harmless_text()).lines
        labels = label_lines(lines, gold[page], gold[page]["views"].get(view, ()))
        if labels is not None:
            with suppress(NoArticle):
                yield _example(view, page, publisher_of(gold[page]), lines, labels)


def _example(view: str, page: str, publisher: str, lines: list[Line], labels: list[str]) -> Example:
    known, found, end = find_by_rules(lines)
    near, features = describe_lines(lines, known, Around(found.head.first, end, found.head.title, found.codes()))
    return Example(view, page, publisher, features, labels[near.start : near.stop])
