"""`briefing` alone: the library in the reader, or its list where there is no terminal for it."""

from argparse import Namespace

from briefing_tui.cli.read import open_or_print
from briefing_tui.cli.target import Target, folder_in_use


def run(_options: Namespace) -> int:
    """Open the library, or print it. Raises Failure where neither can be done."""
    return open_or_print(Target(folder=folder_in_use()))
