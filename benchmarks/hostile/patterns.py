"""Look for strings that make a regular expression of the package slow.

    python -m benchmarks.hostile.patterns [--small 100k] [--large 1M] [--runs 5] [WORD ...]

The expressions are found in the source: each call of the module `re`, with its pattern evaluated as the module does, and each way
in which it is used. The strings are made from the parsed pattern: repetitions of everything that it repeats, of complete matches,
of matches that end too early, and of the characters of prose. Prints the patterns whose time grows by more than 12 from the small
to the large size (ten times as large), or the ten that grow most, and their number. WORD selects patterns whose place contains
it.
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
"""Seconds of processor time allowed for a string."""
_WARM = 2
"""Readings of a small text in the first measurement."""
_TRIES = 3
"""Repeated measurements of a string whose time grows too fast.

Other work on the machine can make it look so."""
_SCREENED, _WORST, _FELT = 100_000, 4, 0.0005
"""Of strings longer than _SCREENED characters, only the worst are measured at full length.

These are the _WORST slowest, and the _WORST that grow most at a tenth of the length and take more than _FELT seconds there."""


def _drain(pattern: re.Pattern[Any], use: str) -> Callable[[Any], object]:
    """Return a function that uses a pattern on a text as the package does."""
    if use == "from":
        return lambda text: _tokens(pattern, text)
    if use == "finditer":
        return lambda text: sum(1 for _ in pattern.finditer(text))
    if use in ("sub", "subn"):
        return lambda text: pattern.sub(text[:0], text)
    return getattr(pattern, use)  # type: ignore[no-any-return]


def _tokens(pattern: re.Pattern[Any], text: Any) -> None:
    at = 0
    while at < len(text):
        found = pattern.match(text, at)
        at = max(found.end(), at + 1) if found else at + 1


def seconds(run: Callable[[Any], object], texts: Sequence[Any]) -> float:
    """Return the mean processor time of a use on texts, infinite if too long."""
    try:
        with limited(_PATIENCE):
            start = time.thread_time()
            for text in texts:
                run(text)
            return (time.thread_time() - start) / len(texts)
    except TooLong:
        return float("inf")


def growths(one: Expression, small: int, large: int, runs: int, floor: float) -> Iterator[tuple[float, float, str, str]]:
    """Yield growth, seconds, use and string for each use and string.

    Times up to `floor` seconds do not count as growth. The times of a string that might grow are medians; small and large are
    measured in turn, as many small ones as make a large one, so that the machine's memory and other work affect both equally.
    """
    for use in sorted(one.uses):
        run = _drain(one.pattern, use)
        worst = _likely(one, run, large // 10) if large > _SCREENED else None
        pairs = zip(_made(one, small), _made(one, large), strict=True)
        for short, long in (pair for number, pair in enumerate(pairs) if worst is None or number in worst):
            grown, slow = _growth(run, short, long, runs, floor)
            yield grown, slow, use, str(short[:40])


def _made(one: Expression, size: int) -> Iterator[Any]:
    """Yield the strings made against a pattern, as bytes if it reads bytes."""
    for text in strings(one.pattern, size):
        yield text.encode("latin-1", "replace") if isinstance(one.pattern.pattern, bytes) else text


def _likely(one: Expression, run: Callable[[Any], object], size: int) -> set[int]:
    """Return the numbers of the strings to measure at full length."""
    times = [(seconds(run, [short] * _WARM), seconds(run, [long]))
             for short, long in zip(_made(one, size // 10), _made(one, size), strict=True)]  # fmt: skip
    slowest = sorted(range(len(times)), key=lambda number: times[number][1], reverse=True)
    known = [number for number in slowest if times[number][1] > _FELT]
    steepest = sorted(known, key=lambda number: times[number][1] / times[number][0], reverse=True)
    return {*slowest[:_WORST], *steepest[:_WORST]}


def _growth(run: Callable[[Any], object], short: Any, long: Any, runs: int, floor: float) -> tuple[float, float]:
    step = len(long) // len(short)
    slow = seconds(run, [long])
    if slow <= floor:  # No user notices.
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
    """Measure and print the table."""
    options = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    options.add_argument("words", nargs="*", metavar="WORD", help="only patterns whose place contains it")
    options.add_argument("--small", type=size_of, default=100_000, help="the smaller text (100k)")
    options.add_argument("--large", type=size_of, default=1_000_000, help="the larger text (1M)")
    options.add_argument("--runs", type=int, default=5, help="measurements; the median counts")
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
