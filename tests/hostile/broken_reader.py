"""The command, with a library that fails with control characters in the exception."""

import sys

from briefing_tui.cli import main
from tests.ui.driver.program import break_library

if __name__ == "__main__":
    break_library()
    sys.exit(main(sys.argv[1:]))
