"""Score folders of PDFs, mails and other copies of pages with known articles.

    python -m benchmarks.documents.scores GOLD.jsonl FOLDER... [--command 'briefing']

Files are named by the ids of the pages. `benchmarks/building/score.py` says what counts as right.
"""

import argparse
import sys
from pathlib import Path

from benchmarks.building.score import measure_view, read_gold


def main() -> None:
    """Score every folder."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("gold", type=Path)
    parser.add_argument("folders", type=Path, nargs="+")
    parser.add_argument("--command", default=f"{sys.executable} -m briefing_tui", help="command to run (default: this package)")
    options = parser.parse_args()
    pages = [page | {"views": {**page["views"], "copy": page["views"]["page"]}} for page in read_gold(options.gold)]
    for folder in options.folders:
        print(f"\n{folder}")
        measure_view(options.command, folder, pages, "copy")


if __name__ == "__main__":
    main()
