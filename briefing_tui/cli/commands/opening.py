"""`briefing open`: open an address that a desktop passes on from another program.

Whoever wrote the address is not trusted: it selects one of the user's briefings and an item of it, and nothing else.
"""

import sys
from argparse import Namespace

from briefing_tui.application.addresses import resolve_address
from briefing_tui.application.inputs import InputError
from briefing_tui.cli.commands.read import open_or_print
from briefing_tui.cli.outcome import WRONG, say
from briefing_tui.cli.terminal import is_terminal


def run(options: Namespace) -> int:
    """Open the briefing. On a terminal, an error waits for Enter: the desktop's window would close with it."""
    try:
        given = resolve_address(options.address)
    except InputError as error:
        if not (is_terminal() and sys.stdin is not None and sys.stdin.isatty()):
            raise
        say(f"{error}. Press Enter to close.")
        sys.stdin.readline()
        return WRONG
    return open_or_print(given)
