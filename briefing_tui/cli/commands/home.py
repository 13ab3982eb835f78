"""`briefing` without a command: open the library, or list it without a terminal."""

from argparse import Namespace

from briefing_tui.application.inputs import Input, folder_in_use
from briefing_tui.cli.commands.read import open_or_print


def run(_options: Namespace) -> int:
    """Open the library, or print it. Raises Failure if neither can be done."""
    return open_or_print(Input(folder=folder_in_use()))
