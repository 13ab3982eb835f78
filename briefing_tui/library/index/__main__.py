"""Bring the index of a folder up to date, in the time that others leave.

python -m briefing_tui.library.index FOLDER
"""

import os
import sys
from contextlib import suppress
from pathlib import Path

from briefing_tui.library.index.library_index import IndexTrouble, open_index

_NICE = 15
"""How much this process lets others go before it, from 0 to 19."""


def main(folder: str) -> int:
    """Refresh the index; return 0 if it is complete.

    The number of files that changed is printed, if any did.
    """
    with suppress(OSError, AttributeError):
        os.nice(_NICE)
    try:
        with open_index(Path(folder)) as index:
            refreshed = index.refresh()
    except IndexTrouble:
        return 1
    if refreshed:
        sys.stdout.write(f"{refreshed.read + refreshed.moved + refreshed.removed}\n")
    return int(not refreshed.is_complete)


if __name__ == "__main__":
    sys.exit(main(sys.argv[1]))
