"""Time the keys of the library's screens in a large library.

    python -m benchmarks.library.generate 100000 FOLDER
    python -m benchmarks.library.screen_keys FOLDER [--cache CACHE] [--queries 60]

The program runs on a pseudo-terminal of 120×40. The index is made first, in CACHE if it is given. Prints milliseconds from a key
to the last byte of the frame that answers it:

    hits      from the last letter of a query to its first hits with snippets; only queries whose last letter brings other hits
              are measured, as the frame is known by the title of a hit in view that was not there before
    keys      of the list and of hits: moving, paging, ends, selecting, sorting, opening a briefing and coming back
    dossier   the first screen of a person with about 2,000 quotes
    plain     Page Down of plain Textual, as a measure of the machine
"""

import argparse
import contextlib
import os
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from pathlib import Path
from statistics import median, quantiles

from benchmarks.library.speed import queries
from benchmarks.shared.machine import briefing, compile_modules, description, fresh_environment
from benchmarks.shared.terminal import NoAnswerError, Terminal, started
from briefing_tui.library.index.library_index import LibraryIndex, open_index
from briefing_tui.library.search.query import parse_query
from briefing_tui.library.search.searching import LibrarySearch

LIMIT = 60.0
SCROLLER = Path(__file__).parent.parent / "reading" / "scroller.py"
_IN_VIEW = 4
"""Articles whose hits fit on the screen."""
_PERSON_QUOTES = 2000
_REST = 0.3
"""Seconds between two keys, as what one of them left to do in the background is no part of the next."""
LIST_KEYS = ("j", "j", " ", " ", "b", "G", "k", "g", "v", "v", "\x1b", "S", "t", "j", " ", "S", "d")
HIT_KEYS = ("j", "j", " ", " ", "G", "g", "S", "b", "S", "n", "j", "\r", " ", "\x1b", "j", "\x1b")


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


def searches(terminal: Terminal, asked: list[tuple[str, bytes]]) -> list[tuple[float, str]]:
    """Type queries; return the milliseconds of their last letters."""
    times = []
    for query, title in asked:
        terminal.press(b"/")
        for letter in query[:-1]:
            terminal.press(letter.encode())
        time.sleep(_REST)
        times.append((terminal.answer(query[-1].encode(), title, is_whole=True), query))
        terminal.press(b"\r")
    return times


def keys(terminal: Terminal, pressed: tuple[str, ...]) -> list[tuple[float, str]]:
    """Press keys; return the milliseconds of those that draw something."""
    times = []
    for key in pressed:
        time.sleep(_REST)
        with contextlib.suppress(NoAnswerError):
            times.append((terminal.press(key.encode()), repr(key)))
    return times


def dossier(terminal: Terminal, name: str) -> float:
    """Ask for a person's dossier; return the milliseconds to its first screen."""
    terminal.press(b"p")
    for letter in name:
        terminal.press(letter.encode())
    time.sleep(_REST)
    took = terminal.answer(b"\r", b"Names used", is_whole=True)
    time.sleep(_REST)
    terminal.press(b"\x1b")
    return took


def plain(text: Path, count: int = 20) -> list[tuple[float, str]]:
    """Return the milliseconds of Page Down in plain Textual."""
    with started([sys.executable, str(SCROLLER), str(text)]) as terminal:
        terminal.wait_until_settled(LIMIT)
        return [(terminal.press(b"\x1b[6~"), "Page Down") for _ in range(count)]


def summary(timed: list[tuple[float, str]]) -> str:
    """Return median, 95th percentile and maximum."""
    times = [took for took, _ in timed]
    slowest, what = max(timed)
    high = quantiles(times, n=20)[-1]
    return f"median {median(times):.0f} ms, 95th percentile {high:.0f} ms, slowest {slowest:.0f} ms: {what}"


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
        person = min(index.names(limit=5000), key=lambda name: abs(name.quotes - _PERSON_QUOTES))
        print(description())
        text = home / "text"
        text.write_text("A line of text.\n" * 5000, encoding="utf-8")
        print(f"plain: {summary(plain(text))}")
        terminal = stack.enter_context(started([*briefing()], home, more=more))
        terminal.wait_for(b"unread", LIMIT)
        terminal.wait_until_settled(LIMIT)
        print(f"list: {summary(keys(terminal, LIST_KEYS))}")
        print(f"hits: {summary(searches(terminal, wanted))}")
        print(f"keys of hits: {summary(keys(terminal, HIT_KEYS))}")
        took = [dossier(terminal, person.name) for _ in range(5)]
        print(f"dossier of {person.quotes} quotes: {median(took):.0f} ms, slowest {max(took):.0f} ms")


if __name__ == "__main__":
    main()
