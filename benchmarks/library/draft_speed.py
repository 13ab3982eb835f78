"""Measure `briefing verify` with a draft of 100 quotations against a large library.

    BRIEFING_LIBRARY=FOLDER python -m benchmarks.library.draft_speed [--runs 3]

FOLDER is one that `benchmarks.library.generate` wrote, and that is indexed already. A quarter of the quotations have a changed
word, a tenth are words that no article has, a quarter are cut.
"""

import argparse
import os
import random
import resource
import subprocess
import sys
import tempfile
import time
from pathlib import Path

from briefing_tui.application.library import current_index
from briefing_tui.library.index.library_index import LibraryIndex

_QUOTATIONS = 100


def made_draft(index: LibraryIndex, chance: random.Random) -> str:
    """Return a draft with quotations of articles, some of them changed."""
    articles = index.articles()
    lines = []
    for number in range(_QUOTATIONS):
        quote = chance.choice(index.quotes_of(chance.choice(articles).num))
        words = quote.words.split()
        if number % 4 == 1:
            words[len(words) // 2] = "harbour"
        if number % 10 == 2:
            words = chance.choices(words, k=len(words))
        lines.append(f"{quote.speaker} said: “{' '.join(words[2:] if number % 4 == 3 else words)}”\n")
    return "\n".join(lines)


def main() -> None:
    """Read the command line, make the draft, and time the command."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--runs", type=int, default=3, help="times the command is run")
    options = parser.parse_args()
    with current_index() as index, tempfile.TemporaryDirectory() as folder:
        draft = Path(folder) / "draft.md"
        draft.write_text(made_draft(index, random.Random(7)), "utf-8")
        articles = index.count()
        for _ in range(options.runs):
            before = resource.getrusage(resource.RUSAGE_CHILDREN)
            started = time.perf_counter()
            command = [sys.executable, "-m", "briefing_tui", "verify", str(draft)]
            done = subprocess.run(command, capture_output=True, env=dict(os.environ), check=False)
            wall = time.perf_counter() - started
            after = resource.getrusage(resource.RUSAGE_CHILDREN)
            spent = after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime
            print(
                f"{articles} articles: {wall:.2f} s, {spent:.2f} s of processor, {after.ru_maxrss / 1024:.0f} MiB, "
                f"{done.stderr.decode().strip()}"
            )


if __name__ == "__main__":
    main()
