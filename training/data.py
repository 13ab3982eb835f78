"""Read a data set: the gold of saved pages, and the dumps of them."""

import gzip
import json
from collections.abc import Iterator
from hashlib import sha256
from pathlib import Path
from typing import Any, NamedTuple

from msgspec.structs import replace

from briefing_tui.sources.plain.body import LineFacts, body_span, find_credits, gather_facts, widened_span
from briefing_tui.sources.plain.cleanup.dump import read_lines
from briefing_tui.sources.plain.head.fields import find_first_paragraph
from briefing_tui.sources.plain.head.title import find_title
from briefing_tui.sources.plain.labels.features import Around, Features, describe_lines
from briefing_tui.sources.plain.lines import Line, describe
from briefing_tui.sources.registry import RawSource
from training.align import label_lines

VIEWS = ("innertext", "innertext_main", "w3m", "lynx")
"""The kinds of dump, each a folder of `dumps/`."""


SHORT = "short"
"""The view of an example that is only the beginning of an article."""
_SHORTENED = ("innertext_main", "w3m")
_FEWEST, _RANGE = 2, 8
"""The fewest paragraphs of a short text, and how many more it may have."""


class Example(NamedTuple):
    """A dump of a page: its publisher, and the features and the label of each line near the body."""

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
    """Return the publisher, or the family of publishers with one template, by which data is split."""
    return str(gold.get("group") or gold.get("publisher") or gold["id"])


def dumps(folder: Path, gold: dict[str, dict[str, Any]]) -> Iterator[tuple[str, str, bytes]]:
    """Yield view, page id and bytes of every dump, in a fixed order."""
    for view in VIEWS:
        for path in sorted((folder / "dumps" / view).iterdir()):
            page = path.name.split(".", 1)[0]
            if view in gold[page]["views"]:
                yield view, page, gzip.decompress(path.read_bytes()) if path.suffix == ".gz" else path.read_bytes()


def examples(folder: Path) -> Iterator[Example]:
    """Yield an example for every dump that holds its page's body, and one for its first paragraphs alone."""
    gold = read_gold(folder)
    for view, page, data in dumps(folder, gold):
        lines = read_lines(RawSource(data).harmless_text()).lines
        labels = label_lines(lines, gold[page], gold[page]["views"][view])
        if labels is not None:
            publisher = publisher_of(gold[page])
            yield _example(view, page, publisher, lines, labels)
            if view in _SHORTENED:
                short = _short_text(lines, labels, _FEWEST + int(sha256((view + page).encode()).hexdigest(), 16) % _RANGE)
                if len(short) > _FEWEST:
                    yield _example(SHORT, page, publisher, *map(list, zip(*short, strict=True)))


def _short_text(lines: list[Line], labels: list[str], paragraphs: int) -> list[tuple[Line, str]]:
    """Return the article's own lines down to a paragraph, as somebody copies them without the page."""
    kept: list[tuple[Line, str]] = []
    for line, label in zip(lines, labels, strict=True):
        if label != "O":
            kept.append((replace(line), label))
            paragraphs -= label == "P"
        if not paragraphs:
            break
    describe([line for line, _ in kept])
    return kept


def _example(view: str, page: str, publisher: str, lines: list[Line], labels: list[str]) -> Example:
    near, features = describe_lines(lines, *_seen(lines))
    return Example(view, page, publisher, features, labels[near.start : near.stop])


def _seen(lines: list[Line]) -> tuple[list[LineFacts], Around]:
    """Return what the reader knows of the lines before it labels them."""
    known = gather_facts(lines)
    start, end = widened_span(lines, known, *body_span(known))
    find_credits(lines, known, start, end)
    first = find_first_paragraph(lines, known, start, end)
    return known, Around(first, end, find_title(lines, known, first, end))
