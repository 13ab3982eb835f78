"""Time the keys of the library's screens in a large library.

The program runs on a pseudo-terminal of 120×40.

    python -m benchmarks.library.generate 100000 FOLDER
    python -m benchmarks.library.screen_keys FOLDER [--cache CACHE] [--queries 60]

The index is made first, in CACHE if it is given. Prints milliseconds from a key to the last byte of the frame that answers it:

    hits      from the last letter of a query to its first hits with snippets; only queries whose last letter brings other hits
              are measured, as the frame is known by the title of the first hit in view that was not there before
    keys      each key of the list and of its hits: moving, paging, ends, sorting, opening a briefing and coming back
    dossier   the first screen of a person with about 2,000 quotes
    Page Down of plain Textual, as a measure of the machine
"""

import argparse
import contextlib
import os
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path
from statistics import median, quantiles

from benchmarks.library.speed import queries
from benchmarks.shared.machine import briefing, compile_modules, description, fresh_environment
from benchmarks.shared.terminal import Terminal, started
from briefing_tui.library.index.library_index import LibraryIndex, open_index
from briefing_tui.library.search.query import parse_query
from briefing_tui.library.search.searching import LibrarySearch

LIMIT = 60.0
SCROLLER = Path(__file__).parent.parent / "reading" / "scroller.py"
_IN_VIEW = 4
"""Articles whose hits fit on the screen."""
_PERSON_QUOTES = 2000


def titles(index: LibraryIndex, query: str) -> list[str]:
    """Return the titles of the first articles that a query finds while it is typed."""
    found = LibrarySearch(index).find(parse_query(query, is_typing=True), 20).articles[:_IN_VIEW]
    return [one.article.title or "" for one in found]


def typed_queries(index: LibraryIndex, count: int) -> Iterator[tuple[str, bytes]]:
    """Yield queries and the title that their last letter brings into view."""
    seen: set[str] = set()
    for query in queries(100 * count):
        if query in seen or len(seen) == count:
            continue
        before = titles(index, query[:-1])
        fresh = [title for title in titles(index, query) if title not in before and len(title) < 60]
        if fresh:
            seen.add(query)
            yield query, fresh[0].encode()


def searches(terminal: Terminal, asked: list[tuple[str, bytes]]) -> list[float]:
    """Type queries; return the milliseconds of their last letters."""
    times = []
    for query, title in asked:
        terminal.press(b"/")
        for letter in query[:-1]:
            terminal.press(letter.encode())
        times.append(terminal.answer(query[-1].encode(), title, is_whole=True))
        terminal.press(b"\r")
    return times


def summary(times: list[float]) -> str:
    """Return median, 95th percentile and maximum."""
    return f"median {median(times):.0f} ms, 95th percentile {quantiles(times, n=20)[-1]:.0f} ms, slowest {max(times):.0f} ms"


def main() -> None:
    """Measure, and print a line for each figure."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("folder", type=Path, help="a generated library")
    parser.add_argument("--cache", type=Path, help="a cache folder, which may have the index already")
    parser.add_argument("--queries", type=int, default=60, help="number of typed queries (default: 60)")
    asked = parser.parse_args()
    compile_modules()
    with contextlib.ExitStack() as stack:
        home = Path(stack.enter_context(tempfile.TemporaryDirectory()))
        cache = asked.cache or home / "cache"
        more = {"XDG_CACHE_HOME": str(cache), "BRIEFING_LIBRARY": str(asked.folder)}
        environment = os.environ | fresh_environment(str(home)) | more
        subprocess.run([sys.executable, "-m", "briefing_tui.library.index", str(asked.folder)], check=True, env=environment)
        index = stack.enter_context(open_index(asked.folder, cache / "briefing"))
        wanted = list(typed_queries(index, asked.queries))
        print(description())
        terminal = stack.enter_context(started([*briefing()], home, more=more))
        terminal.wait_for(b"unread", LIMIT)
        terminal.wait_until_settled(LIMIT)
        print(f"hits: {summary(searches(terminal, wanted))}")


if __name__ == "__main__":
    main()
