"""Compare opening a briefing, and its page keys, with and without an index being made.

    python -m benchmarks.library.generate 20000 FOLDER
    python -m benchmarks.library.keys_while_indexing FOLDER [--runs 5]

A briefing of FOLDER is opened on a pseudo-terminal of 120×40 in turn: with an index that is complete, and with a first index
that a process of its own is making, as the library screen starts it. Prints medians and their ratio:

    opening   from the start of the program until the article is drawn, in milliseconds
    keys      of Space and b, which page through the article, in milliseconds
"""

import argparse
import contextlib
import os
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from contextlib import AbstractContextManager
from pathlib import Path
from statistics import median

from benchmarks.shared.machine import briefing, compile_modules, description, fresh_environment
from benchmarks.shared.terminal import started

LIMIT = 60.0
KEYS = (b" ", b"b") * 10
INDEXING = (sys.executable, "-m", "briefing_tui.library.index")


def environment(folder: Path, home: Path, cache: Path) -> dict[str, str]:
    """Return the variables with which programs use a library and a cache folder."""
    return os.environ | fresh_environment(str(home)) | {"BRIEFING_LIBRARY": str(folder), "XDG_CACHE_HOME": str(cache)}


@contextlib.contextmanager
def being_indexed(folder: Path, home: Path) -> Iterator[Path]:
    """Make a first index until this is left; yields its cache folder. Raises RuntimeError if it was ready before."""
    with tempfile.TemporaryDirectory(dir=home) as cache:
        process = subprocess.Popen(
            [*INDEXING, str(folder)], env=environment(folder, home, Path(cache)), stdout=subprocess.DEVNULL
        )
        try:
            yield Path(cache)
            if process.poll() is not None:
                raise RuntimeError("the index was ready too soon: generate a larger library")
        finally:
            process.kill()
            process.wait()


def measure(file: Path, home: Path, cache: Path) -> tuple[float, list[float]]:
    """Open a briefing; return the milliseconds until it is drawn, and those of the keys."""
    more = {"BRIEFING_LIBRARY": str(file.parent), "XDG_CACHE_HOME": str(cache)}
    title = file.read_text("utf-8").split("\n# ")[1].splitlines()[0]
    with started([*briefing(), "read", str(file)], home, more=more) as terminal:
        opening = terminal.wait_for(title.split()[-1].encode(), LIMIT)
        terminal.wait_until_settled(LIMIT)
        return opening * 1000, [terminal.press(key) for key in KEYS]


def compared(folder: Path, home: Path, runs: int) -> Iterator[str]:
    """Yield a line for each thing that is measured."""
    made = home / "made"
    subprocess.run([*INDEXING, str(folder)], check=True, env=environment(folder, home, made), stdout=subprocess.DEVNULL)
    file = sorted(folder.glob("*.md"))[0]
    openings: list[list[float]] = [[], []]
    keys: list[list[float]] = [[], []]
    for _ in range(runs):
        libraries: tuple[AbstractContextManager[Path], ...] = (contextlib.nullcontext(made), being_indexed(folder, home))
        for at, library in enumerate(libraries):
            with library as cache:
                opening, pressed = measure(file, home, cache)
            openings[at].append(opening)
            keys[at] += pressed
    for what, (without, during) in (("opening", openings), ("keys", keys)):
        ratio = median(during) / median(without)
        yield f"{what}: {median(without):.0f} ms, {median(during):.0f} ms while the index is made: {ratio:.2f} ×"


def main() -> None:
    """Measure, and print a line for each figure."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("folder", type=Path, help="a generated library")
    parser.add_argument("--runs", type=int, default=5, help="number of openings of each kind (default: 5)")
    asked = parser.parse_args()
    compile_modules()
    print(description())
    with tempfile.TemporaryDirectory() as home:
        for line in compared(asked.folder, Path(home), asked.runs):
            print(line)


if __name__ == "__main__":
    main()
