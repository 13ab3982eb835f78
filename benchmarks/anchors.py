"""Notes on made-up articles, found again after random edits: how many, and how many at wrong words.

Run: python -m benchmarks.anchors [--notes 1000] [--seed 1] [--runs 1]
"""

import argparse
import sys
import time
from dataclasses import dataclass, field

from benchmarks.edited_articles import Articles, Blocks, Passage, briefing_of, place_of, stands_unchanged
from briefing_tui.articletext import ArticleText
from briefing_tui.selectors import Attached, attach, describe


@dataclass
class Figures:
    """What became of the notes of one run: of those that have any words left, once or twice, how many were found at them."""

    notes: int = 0
    wrong: int = 0
    unchanged: int = 0
    unchanged_found: int = 0
    twins: int = 0
    twins_found: int = 0
    once: int = 0
    once_found: int = 0
    left: int = 0
    left_found: int = 0
    gone: int = 0
    slowest: float = 0.0
    examples: list[str] = field(default_factory=list)


def _spans(blocks: Blocks, passage: Passage, article: ArticleText, found: Attached | None) -> tuple[range, range]:
    true = place_of(passage, blocks)
    at = article.span(true) if true else None
    ends = [span for place in (found.places if found else ()) if (span := article.span(place))]
    return range(*at) if at else range(0), range(ends[0][0], ends[-1][1]) if ends else range(0)


def _overlap(one: range, other: range) -> float:
    common = max(0, min(one.stop, other.stop) - max(one.start, other.start))
    return common / max(len(one), len(other), 1)


def _stands_twice(passage: Passage, after: Blocks, article: ArticleText, was: ArticleText) -> bool:
    """Whether the words stand twice, before or after, or nearly so: in a paragraph that was copied."""
    words, own = " ".join(passage.words), set(passage.numbers)
    copied = any(word.source in own and word.number != word.source for block in after for word in block)
    return copied or article.text.count(words) > 1 or was.text.count(words) > 1


def measure(notes: int, seed: int, share: float | None) -> Figures:
    """Make notes, ten an article, edit the articles with `share` of the words changed (None: from 0 to 15 %), look again."""
    made, figures = Articles(seed), Figures()
    while figures.notes < notes:
        before = made.article()
        original = ArticleText(briefing_of(before))
        passages = [made.passage(before) for _ in range(10)]
        places = [place_of(passage, before) for passage in passages]
        selectors = [describe(original, place) for place in places if place]
        after = made.edited(before, made.random.choice([0, 0.02, 0.05, 0.1, 0.15]) if share is None else share)
        article = ArticleText(briefing_of(after))
        for passage, selector in zip(passages, selectors, strict=True):
            assert selector is not None
            began = time.perf_counter()
            answer = attach(selector, article)
            figures.slowest = max(figures.slowest, time.perf_counter() - began)
            found = answer if isinstance(answer, Attached) else None
            _count(figures, passage, after, article, found, original)
    return figures


def _count(
    figures: Figures, passage: Passage, after: Blocks, article: ArticleText, found: Attached | None, was: ArticleText
) -> None:
    true, placed = _spans(after, passage, article, found)
    right = found is not None and _overlap(true, placed) >= 0.5
    words = " ".join(passage.words)
    figures.notes += 1
    if found is not None and not right:
        figures.wrong += 1
        said = article.text[max(0, placed.start - 40) : placed.stop + 40]
        figures.examples.append(f"{words!r} placed at {said!r}, stands at {article.text[true.start : true.stop]!r}")
    if not len(true):
        figures.gone += 1
        return
    figures.left += 1
    figures.left_found += right
    if _stands_twice(passage, after, article, was):
        figures.twins += 1
        figures.twins_found += right
        return
    figures.once += 1
    figures.once_found += right
    if stands_unchanged(passage, after):
        figures.unchanged += 1
        figures.unchanged_found += right
        if not right:
            figures.examples.append(f"LOST {words!r}")


def _share(part: int, whole: int) -> float:
    return 100 * part / whole if whole else 100.0


def _row(name: str, runs: list[Figures]) -> str:
    def shares(what: str) -> str:
        pairs = [(getattr(run, f"{what}_found"), getattr(run, what)) for run in runs]
        average = _share(sum(part for part, _ in pairs), sum(whole for _, whole in pairs))
        return f"{average:.1f} % (least {min(_share(*pair) for pair in pairs):.1f})"

    return (
        f"{name:>18}  notes {sum(run.notes for run in runs)}  wrong {sum(run.wrong for run in runs)}"
        f"  words still stand {shares('unchanged')}  some changed {shares('once')}  stood or stand twice {shares('twins')}"
        f"  all {shares('left')}  gone {sum(run.gone for run in runs)}  slowest {max(run.slowest for run in runs) * 1000:.0f} ms"
    )


def main() -> None:
    """Print a row for mixed edits and one for every share of changed words, over as many runs as asked for."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--notes", type=int, default=1000, help="notes a run (%(default)s)")
    parser.add_argument("--seed", type=int, default=1, help="the first run's (%(default)s)")
    parser.add_argument("--runs", type=int, default=1, help="runs, each with a seed of its own (%(default)s)")
    parser.add_argument("--examples", type=int, default=0)
    options = parser.parse_args()
    for name, share in [("0 to 15 % changed", None), ("0 %", 0.0), ("5 %", 0.05), ("15 %", 0.15)]:
        runs = [measure(options.notes, seed, share) for seed in range(options.seed, options.seed + options.runs)]
        sys.stdout.write(_row(name, runs) + "\n")
        for example in [example for run in runs for example in run.examples][: options.examples]:
            sys.stdout.write(f"    {example}\n")


if __name__ == "__main__":
    main()
