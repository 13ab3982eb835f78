"""Measure how many notes are found again after random edits of made-up articles.

    python -m benchmarks.notes.anchors [--notes 1000] [--seed 1] [--runs 1]

There are two kinds of article (`framed_articles`, `common_articles`). For each, a share of the words is changed while paragraphs
are moved, inserted and removed; in a last row, paragraphs are also copied elsewhere. The columns are:

- wrong: notes placed where the found place and the true one overlap by less than half of the larger. The true place is that of
  the passage's numbered words, changed ones included, from the first to the last or without words inserted between them.
- stand: notes whose words are all still side by side and unchanged, with the share that was found. Sentences that occur twice are
  included and have their own column, twins; ties are left out.
- ties: notes whose words occur at two places or more, where the stored prefix and suffix agree with the words around another
  place as well as with those around the true one (words in the same order, counted on both sides).
- half left, any left: notes of which half, or any, of the words are unchanged, with the share that was found; ties included.
"""

import argparse
import re
import sys
import time
from dataclasses import dataclass
from difflib import SequenceMatcher

from benchmarks.notes.common_articles import CommonArticles
from benchmarks.notes.figures import LocatedNotes
from benchmarks.notes.framed_articles import FramedArticles
from benchmarks.notes.random_edits import Articles, Blocks, Passage, briefing_of, ranges_of, runs_of, stands_unchanged, words_left
from briefing_tui.anchoring.plain_article import PlainArticle
from briefing_tui.anchoring.selectors import Attached, attach, describe
from briefing_tui.model.selector import Selector

KINDS: dict[str, type[Articles]] = {"framed": FramedArticles, "common": CommonArticles}


@dataclass
class Figures(LocatedNotes):
    """Results of one run."""

    notes: int = 0
    wrong: int = 0


def _overlap(true: list[range], placed: list[range]) -> float:
    """Return the overlap of two places as a share of the larger."""
    common = sum(max(0, min(one.stop, two.stop) - max(one.start, two.start)) for one in true for two in placed)
    return common / max(sum(map(len, true)), sum(map(len, placed)), 1)


def _is_right(true: list[range], runs: list[range], placed: list[range]) -> bool:
    """Return whether a place is the true one.

    If the words were separated, the place may be that of most of them, and may leave out words inserted between them.
    """
    wholes = [true, runs, [max(true, key=len)]] if true else []
    return max((_overlap(whole, placed) for whole in wholes), default=0.0) >= 0.5


def _agreement(selector: Selector, text: str, start: int, end: int) -> int:
    reach = (len(selector.prefix), len(selector.suffix))
    sides = [(selector.prefix, text[max(0, start - reach[0]) : start]), (selector.suffix, text[end : end + reach[1]])]
    matchers = [SequenceMatcher(None, one.split(), other.split(), autojunk=False) for one, other in sides]
    return sum(block.size for matcher in matchers for block in matcher.get_matching_blocks())


def _is_tie(selector: Selector, article: PlainArticle, true: range) -> bool:
    words = re.compile(rf"(?<!\w){re.escape(selector.exact)}(?!\w)")
    others = [match for match in words.finditer(article.text) if match.end() <= true.start or match.start() >= true.stop]
    if not others:
        return False
    agreed = _agreement(selector, article.text, true.start, true.stop)
    return any(_agreement(selector, article.text, *match.span()) >= agreed for match in others)


def measure(made: Articles, notes: int, share: float | None, copied: bool = False) -> Figures:
    """Make ten notes per article, edit the articles, and locate the notes again.

    `share` of the words is changed (None: 0 to 15 %, chosen per article); `copied` also copies paragraphs.
    """
    figures = Figures()
    while figures.notes < notes:
        before = made.article()
        original = PlainArticle(briefing_of(before, made.headings(len(before))))
        passages = [made.passage(before) for _ in range(10)]
        selectors = []
        for passage in passages:
            spans = ranges_of(passage, before)
            selectors.append(describe(original, *original.places(spans[0].start, spans[-1].stop)))
        after = made.edited(before, made.random.choice([0, 0.02, 0.05, 0.1, 0.15]) if share is None else share, copied)
        article = PlainArticle(briefing_of(after, made.headings(len(after))))
        for passage, selector in zip(passages, selectors, strict=True):
            assert selector is not None
            assert selector.exact.split() == " ".join(passage.words).split()
            began = time.process_time()
            answer = attach(selector, article)
            figures.seconds.append(time.process_time() - began)
            places = answer.places if isinstance(answer, Attached) else ()
            placed = [range(*span) for place in places if (span := article.span(place))]
            _count(figures, passage, selector, after, article, placed)
    return figures


def _count(
    figures: Figures, passage: Passage, selector: Selector, after: Blocks, article: PlainArticle, placed: list[range]
) -> None:
    true = ranges_of(passage, after)
    right = _is_right(true, runs_of(passage, after), placed)
    text = article.text
    sorts = []
    left = words_left(passage, after)
    if left:
        sorts.append("any left")
    if left * 2 >= len(passage.words):
        sorts.append("half left")
    if stands_unchanged(passage, after):
        if _is_tie(selector, article, range(true[0].start, true[-1].stop)):
            figures.ties += 1
        else:
            sorts.append("stand")
            if selector.unique is False:
                sorts.append("twins")
    figures.notes += 1
    figures.all.update(sorts)
    figures.found.update(sorts if right else [])
    where = " / ".join(repr(text[one.start : one.stop]) for one in true)
    if placed and not right:
        figures.wrong += 1
        around = text[max(0, placed[0].start - 40) : placed[-1].stop + 40]
        figures.examples.append(f"WRONG {selector} placed at {around!r}, true place {where}")
    elif sorts and not right:
        figures.examples.append(f"LOST {sorts} {selector}, true place {where}")


def _row(name: str, runs: list[Figures]) -> str:
    def shares(sort: str) -> str:
        found, everyone = sum(run.found[sort] for run in runs), sum(run.all[sort] for run in runs)
        least = min(run.share(sort) for run in runs)
        return f"{sort} {100 * found / max(1, everyone):.2f} % of {everyone} (least {100 * least:.1f})"

    seconds = sorted(second for run in runs for second in run.seconds)
    return (
        f"{name:>30}  notes {sum(run.notes for run in runs)}  wrong {sum(run.wrong for run in runs)}"
        f"  {shares('stand')}  {shares('twins')}  ties {sum(run.ties for run in runs)}"
        f"  {shares('half left')}  {shares('any left')}"
        f"  median {seconds[len(seconds) // 2] * 1000:.1f} ms  slowest {seconds[-1] * 1000:.0f} ms"
    )


ROWS: list[tuple[str, float | None, bool]] = [
    ("0 to 15 % changed", None, False),
    ("0 %", 0.0, False),
    ("5 %", 0.05, False),
    ("15 %", 0.15, False),
    ("0 to 15 %, copies", None, True),
]


def main() -> None:
    """Print a row for each kind of article and of edits."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--notes", type=int, default=1000, help="notes per run (%(default)s)")
    parser.add_argument("--seed", type=int, default=1, help="seed of the first run (%(default)s)")
    parser.add_argument("--runs", type=int, default=1, help="runs, each with its own seed (%(default)s)")
    parser.add_argument("--kind", choices=KINDS, help="only this kind of article")
    parser.add_argument("--examples", type=int, default=0, help="lost or wrong notes to show for each row")
    options = parser.parse_args()
    for kind in [options.kind] if options.kind else KINDS:
        for name, share, copied in ROWS:
            seeds = range(options.seed, options.seed + options.runs)
            runs = [measure(KINDS[kind](seed), options.notes, share, copied) for seed in seeds]
            print(_row(f"{kind}, {name}", runs), flush=True)
            for example in sorted((example for run in runs for example in run.examples), reverse=True)[: options.examples]:
                sys.stdout.write(f"    {example}\n")


if __name__ == "__main__":
    main()
