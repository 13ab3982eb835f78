"""Measure the index of a library: first index, refreshes, lists, searches, one person's quotes.


    python -m benchmarks.library.generate 100000 FOLDER
    python -m benchmarks.library.speed FOLDER [--cache CACHE] [--keep]

The index is made in CACHE, by default a temporary folder. With `--keep` one that is there already is used, and the first index
is not measured. "Processor" is time of one core, which other programs do not change; everything else is time on the clock, the
median of several runs where there are several. The queries are words, pairs of words, phrases, beginnings and filters, drawn by
how frequent words are in the library.
"""

import argparse
import os
import random
import resource
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from pathlib import Path
from statistics import median, quantiles

from benchmarks.library.generate import LibraryAuthor
from briefing_tui.library.index.library_index import LibraryIndex, open_index
from briefing_tui.library.search.query import parse_query
from briefing_tui.library.search.searching import LibrarySearch

QUERIES = 200
_CHANGED = 100


def timed(action: Callable[[], object]) -> float:
    """Return the seconds that an action takes."""
    started = time.perf_counter()
    action()
    return time.perf_counter() - started


def first_index(index: LibraryIndex, folder: Path) -> None:
    """Make the index, and print how fast and how large it is."""
    started, processor = time.perf_counter(), time.process_time()
    read = index.refresh().read
    seconds, processor = time.perf_counter() - started, time.process_time() - processor
    index.close()
    content = sum(file.stat().st_size for file in folder.glob("*.md"))
    size = index.path.stat().st_size
    memory = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    print(f"first index: {read / processor:.0f} briefings per second of processor, {read / seconds:.0f} on the clock")
    print(f"size: {size / content:.2f} of the content files ({size / 1e6:.0f} MB); most memory {memory:.0f} MiB")


def refreshes(index: LibraryIndex, folder: Path) -> None:
    """Print how long a refresh takes with nothing changed, and with some files changed."""
    nothing = median(timed(index.refresh) for _ in range(5))
    files = sorted(folder.glob("*.md"))[:: max(1, len(list(folder.glob("*.md"))) // _CHANGED)][:_CHANGED]
    for file in files:
        text = file.read_text("utf-8")
        file.write_text(text[:-1] if text.endswith("\n\n") else text + "\n", encoding="utf-8")
    changed = timed(index.refresh)
    print(f"refresh: {nothing:.2f} s with nothing changed, {changed - nothing:.2f} s more with {len(files)} files changed")


def queries(count: int) -> Iterator[str]:
    """Yield queries of several kinds."""
    author, chance = LibraryAuthor(), random.Random(4711)
    for number in range(count):
        one, other = (author.words.draw(chance) for _ in range(2))
        name = author.people.draw(chance).split()[-1]
        yield (
            one,
            f"{one} {other}",
            f'"{one} {other}"',
            f"{one[:3]}*",
            f"{one} speaker:{name}",
            f"{one} -{other} since:2020",
            f"in:quotes {one}",
            f"publisher:courier {one} {other}",
        )[number % 8]


def searches(index: LibraryIndex, count: int) -> None:
    """Print how long the first 20 hits take, newest first and best first."""
    search = LibrarySearch(index)
    asked = list(queries(count))
    for order in ("newest", "best"):
        took = sorted((timed(lambda: search.find(parse_query(query), order=order)), query) for query in asked)  # noqa: B023
        times = [seconds * 1000 for seconds, _ in took]
        print(f"search, {order} first: median {median(times):.1f} ms, 95th percentile {quantiles(times, n=20)[-1]:.1f} ms")
        print(f"  the slowest takes {times[-1]:.0f} ms: {took[-1][1]}")


def quotes(index: LibraryIndex) -> None:
    """Print how long the quotes of a person take."""
    names = index.names(limit=5000)
    for wanted in (max(name.quotes for name in names), 2000, 200):
        name = min(names, key=lambda name: abs(name.quotes - wanted))
        took = median(timed(lambda: index.quotes(name.num)) for _ in range(5))  # noqa: B023
        first = median(timed(lambda: index.quotes(name.num, limit=50)) for _ in range(5))  # noqa: B023
        print(f"one person's quotes: {name.quotes} in {took * 1000:.1f} ms, the first 50 in {first * 1000:.1f} ms")


def commands(folder: Path, cache: Path) -> None:
    """Print how long commands take from the shell, the start of the program included."""
    environment = {**os.environ, "BRIEFING_LIBRARY": str(folder), "XDG_CACHE_HOME": str(cache)}
    for words in (
        ["list"],
        ["search", "harbour"],
        ["search", "quay", "since:2020"],
        ["quotes", "--about", "quay", "--limit", "20"],
    ):
        command = [sys.executable, "-m", "briefing_tui", *words]
        took = median(timed(lambda: subprocess.run(command, env=environment, capture_output=True, check=True)) for _ in range(5))  # noqa: B023
        print(f"briefing {' '.join(words)}: {took:.2f} s")


def main() -> None:
    """Measure what the command line asks for."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("folder", type=Path, help="a generated library")
    parser.add_argument("--cache", type=Path, help="a folder for the index")
    parser.add_argument("--keep", action="store_true", help="use an index that is there already")
    options = parser.parse_args()
    with tempfile.TemporaryDirectory() as temporary:
        cache = options.cache or Path(temporary)
        with open_index(options.folder, cache / "briefing") as index:
            if not options.keep:
                index.close()
                index.path.unlink(missing_ok=True)
                first_index(index, options.folder)
            refreshes(index, options.folder)
            searches(index, QUERIES)
            quotes(index)
        commands(options.folder, cache)


if __name__ == "__main__":
    main()
