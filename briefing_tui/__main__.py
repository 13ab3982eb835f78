"""Run the command `briefing` as `python -m briefing_tui`."""

import sys

from briefing_tui.cli import main

if __name__ == "__main__":
    sys.exit(main())
