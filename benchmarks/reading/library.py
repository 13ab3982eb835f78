"""Compare the library screen with the smallest Textual program, and time its search.

    python -m benchmarks.reading.library [--briefings 5000] [--runs 5] [--folder FOLDER]

Both are started in turn on a pseudo-terminal of 120×40, as in `reading.reader`, once the index is made. Without `--folder`, the
briefings are made up by `library.generate`. Prints medians:

    first content   from the start until the newest briefings are on the terminal, as a ratio to the bare program before it
    hits            from the last letter of a word until its hits are drawn, in milliseconds
    keys            line and page keys in the whole list, in milliseconds
"""

import argparse
import contextlib
import os
import statistics
import subprocess
import sys
import tempfile
from pathlib import Path

from benchmarks.library.generate import write_library
from benchmarks.shared.machine import briefing, compile_modules, description, fresh_environment
from benchmarks.shared.terminal import started

BARE = Path(__file__).with_name("bare.py")
LIMIT = 60.0
WORDS = ("harbour", "quay", "water")


def measure(folder: Path, home: Path) -> tuple[float, list[float], list[float]]:
    """Return seconds to the first content, and milliseconds of searches and of keys."""
    with started([*briefing(), "read", str(folder)], home) as terminal:
        content = terminal.wait_for(b"unread", LIMIT)
        terminal.wait_until_settled(LIMIT)
        keys = [terminal.press(key) for key in (b"j", b" ", b"j", b" ", b"k", b"b")]
        searches = []
        for word in WORDS:
            terminal.press(b"/")
            for letter in word[:-1]:
                terminal.press(letter.encode())
            searches.append(terminal.press(word[-1].encode()))
            terminal.press(b"\r")
            terminal.press(b"\x1b")
        return content, searches, keys


def main() -> None:
    """Measure, and print a line for each figure."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--briefings", type=int, default=5000, help="number of briefings (default: 5000)")
    parser.add_argument("--runs", type=int, default=5, help="runs of each program (default: 5)")
    parser.add_argument("--folder", type=Path, help="a folder of briefings to use instead")
    asked = parser.parse_args()
    compile_modules()
    with contextlib.ExitStack() as stack:
        home = Path(stack.enter_context(tempfile.TemporaryDirectory()))
        folder = asked.folder or home / "library"
        if asked.folder is None:
            write_library(folder, asked.briefings)
        environment = os.environ | fresh_environment(str(home))
        subprocess.run([sys.executable, "-m", "briefing_tui.library.index", str(folder)], check=True, env=environment)
        ratios, searches, keys, contents = [], [], [], []
        for _ in range(asked.runs):
            with started([sys.executable, str(BARE), "ready"], home) as terminal:
                bare = terminal.wait_for(b"ready", LIMIT)
            content, found, pressed = measure(folder, home)
            contents.append(content)
            ratios.append(content / bare)
            searches += found
            keys += pressed
    print(description())
    print(f"first content {statistics.median(ratios):.2f} × bare ({statistics.median(contents):.2f} s)")
    for name, times in (("hits", searches), ("keys", keys)):
        print(f"{name} {statistics.median(times):.0f} ms, slowest {max(times):.0f} ms")


if __name__ == "__main__":
    main()
