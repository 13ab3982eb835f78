"""Every regular expression of the package on strings made against it: is its time in proportion to the text?

    python -m benchmarks.hostile.patterns [--small 100k] [--large 1M] [--runs 5] [WORD ...]

The expressions are found in the source: each call of the module `re`, its pattern put together as the module does, and each way
in which it is used. From the parsed pattern come the strings: runs of all that it repeats, whole matches over and over,
matches that end too early, and runs of what prose is made of. Printed are those whose time grows by more than 12 from the small
to the large size (ten times as large), or the ten that grow most, and how many there are; WORD limits it to patterns whose place
holds it.
"""

import argparse
import gc
import re
import statistics
import sys
import time
from collections.abc import Callable, Iterator, Sequence
from typing import Any

from benchmarks.hostile.expressions import Expression, expressions
from benchmarks.hostile.pattern_strings import strings
from benchmarks.hostile.stopwatch import GROWTH, TooLong, limited
from benchmarks.shared.made_article import size_of

_PATIENCE = 10
"""Seconds of processor time after which a string is given up."""
_WARM = 2
"""How often a small text is read before its time is believed not to matter."""
_TRIES = 3
"""How often a string that grows by too much is measured anew before it is told: the machine has other work."""
_SCREENED, _WORST, _FELT = 100_000, 4, 0.0005
"""Of strings longer than so many, the worst alone are measured: so many that are slowest, so many that grow most at a tenth of
their length, where that takes more than half a millisecond."""


def _drain(pattern: re.Pattern[Any], use: str) -> Callable[[Any], object]:
    """The work that a use of a pattern makes with a text."""
    if use == "from":
        return lambda text: _tokens(pattern, text)
    if use == "finditer":
        return lambda text: sum(1 for _ in pattern.finditer(text))
    if use in ("sub", "subn"):
        return lambda text: pattern.sub("", text)
    return getattr(pattern, use)  # type: ignore[no-any-return]


def _tokens(pattern: re.Pattern[Any], text: Any) -> None:
    at = 0
    while at < len(text):
        found = pattern.match(text, at)
        at = max(found.end(), at + 1) if found else at + 1


def seconds(run: Callable[[Any], object], texts: Sequence[Any]) -> float:
    """The processor time of a use on a text, a mean of several; infinite where it is given up."""
    try:
        with limited(_PATIENCE):
            start = time.thread_time()
            for text in texts:
                run(text)
            return (time.thread_time() - start) / len(texts)
    except TooLong:
        return float("inf")


def growths(one: Expression, small: int, large: int, runs: int, floor: float) -> Iterator[tuple[float, float, str, str]]:
    """By how much the time grows, for each use and each string that takes longer than the floor: growth, seconds, use, string.

    The times of a string that might grow are medians; small and large are measured in turn, and as many small ones as make a
    large one, so that a machine's memory and its other work weigh on both alike.
    """
    for use in sorted(one.uses):
        run = _drain(one.pattern, use)
        worst = _likely(one, run, large // 10) if large > _SCREENED else None
        pairs = zip(_made(one, small), _made(one, large), strict=True)
        for short, long in (pair for number, pair in enumerate(pairs) if worst is None or number in worst):
            grown, slow = _growth(run, short, long, runs, floor)
            yield grown, slow, use, str(short[:40])


def _made(one: Expression, size: int) -> Iterator[Any]:
    """The strings made against a pattern, as bytes where it reads bytes."""
    for text in strings(one.pattern, size):
        yield text.encode("latin-1", "replace") if isinstance(one.pattern.pattern, bytes) else text


def _likely(one: Expression, run: Callable[[Any], object], size: int) -> set[int]:
    """The numbers of the strings that are worth measuring at length: the slowest, and those that grow most up to this size."""
    times = [(seconds(run, [short] * _WARM), seconds(run, [long]))
             for short, long in zip(_made(one, size // 10), _made(one, size), strict=True)]  # fmt: skip
    slowest = sorted(range(len(times)), key=lambda number: times[number][1], reverse=True)
    known = [number for number in slowest if times[number][1] > _FELT]
    steepest = sorted(known, key=lambda number: times[number][1] / times[number][0], reverse=True)
    return {*slowest[:_WORST], *steepest[:_WORST]}


def _growth(run: Callable[[Any], object], short: Any, long: Any, runs: int, floor: float) -> tuple[float, float]:
    step = len(long) // len(short)
    slow = seconds(run, [long])
    if slow <= floor:  # nobody notices, whatever it grows by
        return 10 * slow / floor, slow
    quick = seconds(run, [short] * _WARM)
    tries = _TRIES
    while tries and slow < float("inf") and slow > GROWTH * (0.5 if tries == _TRIES else 1) * quick:
        alike = [short[:1] + short[1:] for _ in range(step)]
        pairs = [(seconds(run, alike), seconds(run, [long])) for _ in range(runs)]
        quick, slow = (statistics.median(times) for times in zip(*pairs, strict=True))
        tries -= 1
    return (slow if slow == float("inf") else slow / max(quick, floor / step) * 10 / step), slow


def main() -> int:
    """Measure, and print the table."""
    options = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    options.add_argument("words", nargs="*", metavar="WORD", help="only patterns whose place holds it")
    options.add_argument("--small", type=size_of, default=100_000, help="the smaller text (100k)")
    options.add_argument("--large", type=size_of, default=1_000_000, help="the larger text (1M)")
    options.add_argument("--runs", type=int, default=5, help="measurements, of which the median counts")
    given = options.parse_args()
    found = [one for one in expressions() if not given.words or any(word in one.place for word in given.words)]
    worst = []
    gc.collect()
    gc.freeze()
    for one in found:
        most = (0.0, 0.0, "", "")
        for grown in growths(one, given.small, given.large, given.runs, 0.002):
            most = max(most, grown)
            if most[0] > GROWTH:
                break
        worst.append((most, one))
        if sys.stderr.isatty() or most[0] > GROWTH:
            sys.stderr.write(f"{most[0]:.1f} {most[1]:.3f} {most[2]} {most[3]!r} {one.place} {str(one.pattern.pattern)[:150]}\n")
    worst.sort(key=lambda row: row[0], reverse=True)
    bad = [row for row in worst if row[0][0] > GROWTH]
    sys.stdout.write("| growth | seconds | use | string | place | pattern |\n| ---: | ---: | --- | --- | --- | --- |\n")
    for (growth, slow, use, text), one in bad or worst[:10]:
        shown = str(one.pattern.pattern)[:100]
        sys.stdout.write(f"| {growth:.1f} | {slow:.3f} | {use} | {text!r} | {one.place} | `{shown}` |\n")
    sys.stdout.write(
        f"\n{len(found)} patterns, {sum(len(one.uses) for one in found)} uses; {len(bad)} grow by more than {GROWTH:g}\n"
    )
    return int(bool(bad))


if __name__ == "__main__":
    sys.exit(main())
