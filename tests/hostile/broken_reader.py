"""The command, with a library whose opening fails with an exception that has controls in its words."""

import sys

from briefing_tui.cli import main
from tests.ui.driver.program import break_library

if __name__ == "__main__":
    break_library()
    sys.exit(main(sys.argv[1:]))
