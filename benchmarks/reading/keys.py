"""Measure the reader's keys, with long articles and many quotes, actors or notes.

    python -m benchmarks.reading.keys [--sizes 100k,1M,10M] [--quotes N] [--actors N] [--notes N] [--one-line] [--keys …]

Each content is opened on a pseudo-terminal of 120×40; once it has settled, the keys are pressed one after the other, each when
the one before has been answered. A time is that from the key to the last byte drawn for it. Prints for each content the median,
95th percentile and maximum of all presses, the slowest keys, and Page Down of a program that scrolls as much text with plain
Textual in the same run (a measure of the machine). `--keys` are keys separated by spaces, such as `3 j*20 k` (by default a tour
of the commands).
"""

import argparse
import statistics
import sys
import tempfile
from collections import defaultdict
from collections.abc import Iterator
from pathlib import Path

from benchmarks.notes.reader import notes_for
from benchmarks.shared.machine import briefing, compile_modules, description
from benchmarks.shared.made_article import FIRST, article, content_file, markdown, size_of
from benchmarks.shared.terminal import NoAnswerError, Terminal, started
from briefing_tui.notes.store import NoteStore

_HERE = Path(__file__).parent
LIMIT = 300.0
TOUR = """
j*10 k*5 space*10 b*5 d*3 u*3 ]*5 [*3 )*5 (*3 }*5 {*3 G home space G home
0 1 j*5 k*2 enter H L 0 2 j*5 k*2 l j*2 h space b 0 3 j*10 k*5 space*3 b*2 G home j enter 0 4 j*3 k 0 5 j*5 k*2 space G home 0
g escape g j*2 escape f escape v l*3 w*2 j*2 escape z z / q u a y backspace enter n*3 N*2 escape 3 s escape s j escape 0
> < o escape ? escape : escape tab tab tab ]*3 a x y escape m a ' escape gg
"""
NAMES = {
    "space": b" ", "enter": b"\r", "escape": b"\x1b", "home": b"\x1b[H", "backspace": b"\x7f", "tab": b"\t",
    "pagedown": b"\x1b[6~",
}  # fmt: skip


def pressed(keys: str) -> Iterator[tuple[str, bytes]]:
    """Yield the names and bytes of keys, as in `j*3 enter`."""
    for word in keys.split():
        name, _, times = word.rpartition("*") if "*" in word[1:] else (word, "", "1")
        for _ in range(int(times)):
            yield name, NAMES.get(name, name.encode())


def measure(content: Path, home: Path, keys: str) -> list[tuple[str, float]]:
    """Return the milliseconds of each press, by the pane opened last and the key."""
    times: list[tuple[str, float]] = []
    with started([*briefing(), "read", str(content)], home) as terminal:
        terminal.wait_for(FIRST.encode(), LIMIT)
        terminal.wait_until_settled(LIMIT)
        where = ""
        for name, key in pressed(keys):
            where = name if name in "012345" else where
            if (taken := answered(terminal, key)) is not None:
                times.append((f"{where or 0} {name}", taken))
    return times


def answered(terminal: Terminal, key: bytes) -> float | None:
    """Return the milliseconds of a press; None if nothing has to be drawn for it."""
    try:
        return terminal.press(key)
    except NoAnswerError as error:
        if str(error) != "no answer to a key":
            raise
        return None


def contents(asked: argparse.Namespace, folder: Path) -> Iterator[tuple[str, Path, int]]:
    """Write the contents that are asked for; yield names, paths and numbers of notes."""
    path = folder / "content.md"
    for size in asked.sizes.split(",") if asked.sizes else ():
        path.write_text(content_file(article(size_of(size))), "utf-8")
        yield size, path, 0
    for what in ("quotes", "actors", "notes"):
        if count := getattr(asked, what):
            sections = article(size_of("100k"), quotes=count if what == "quotes" else 0)
            path.write_text(content_file(sections, actors=count if what == "actors" else 0), "utf-8")
            yield f"{count:,} {what}", path, count if what == "notes" else 0
    if asked.one_line:
        words = markdown(article(size_of("10M"))).replace("\n", " ")
        path.write_text(f"---\ntitle: One line\n---\n\n## Article\n\n{FIRST} {words}\n", "utf-8")
        yield "one line of 10M", path, 0


def baseline(folder: Path) -> list[float]:
    """Return the milliseconds of Page Down in plain Textual."""
    source = folder / "plain.txt"
    source.write_text(markdown(article(size_of("1M"))), "utf-8")
    with started([sys.executable, str(_HERE / "scroller.py"), str(source)]) as terminal:
        terminal.wait_for(FIRST.encode(), LIMIT)
        terminal.wait_until_settled(LIMIT)
        return [terminal.press(NAMES["pagedown"]) for _ in range(20)]


def summary(times: list[float]) -> str:
    """Return median, 95th percentile and maximum in words."""
    ordered = sorted(times)
    return f"{statistics.median(ordered):.1f} / {ordered[int(0.95 * (len(ordered) - 1))]:.1f} / {ordered[-1]:.1f} ms"


def options() -> argparse.Namespace:
    """Return the options of the command line."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--sizes", default="100k,1M,10M", help="bytes of the articles; empty for none")
    parser.add_argument("--quotes", type=int, default=0, help="an article of so many quotes, too")
    parser.add_argument("--actors", type=int, default=0, help="a briefing of so many actors, too")
    parser.add_argument("--notes", type=int, default=0, help="an article with so many notes, too")
    parser.add_argument("--one-line", action="store_true", help="an article of one line of 10 MB, too")
    parser.add_argument("--runs", type=int, default=1, help="starts of each content")
    parser.add_argument("--keys", default=TOUR, help="the keys, separated by spaces; j*3 is j three times")
    return parser.parse_args()


def main() -> None:
    """Print the figures of each content as they are measured."""
    asked = options()
    compile_modules()
    print(f"{description()}; median / 95th percentile / maximum", flush=True)
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        print(f"Page Down of plain Textual: {summary(baseline(folder))}", flush=True)
        for what, content, notes in contents(asked, folder):
            home = folder / what.replace(" ", "-")
            home.mkdir()
            if notes:
                with NoteStore(home / "data" / "briefing" / "notes" / "notes.db") as store:
                    store.import_notes(notes_for(content, notes, notes))
            times = [time for _ in range(asked.runs) for time in measure(content, home, asked.keys)]
            by_key: dict[str, list[float]] = defaultdict(list)
            for key, taken in times:
                by_key[key].append(taken)
            slowest = sorted(by_key, key=lambda key: max(by_key[key]), reverse=True)[:8]
            print(f"{what}: {summary([taken for _, taken in times])}, {len(times)} presses", flush=True)
            print("  slowest: " + ", ".join(f"{key} {max(by_key[key]):.0f}" for key in slowest), flush=True)


if __name__ == "__main__":
    main()
