"""A reader that `briefing serve` starts, with pipes to the server."""

import sys

from briefing_tui.application.inputs import Input, folder_in_use, resolve
from briefing_tui.cli.commands.read import shelf_of
from briefing_tui.cli.outcome import OK, say
from briefing_tui.file_io import forbid_writing
from briefing_tui.text.safety import harmless


def main(what: str | None) -> int:
    """Run the reader on what the user named, by default the library.

    What is not saved at its end goes to standard error, as standard output is the browser's.
    """
    from briefing_tui.ui.app import run_reader

    forbid_writing("files are not written from a browser")
    given = resolve(what) if what is not None else Input(folder=folder_in_use())
    ended = run_reader(given.path, given.item, lambda: shelf_of(given), in_browser=True)
    for why, typed in ended.unsaved:
        say(f"{why.partition(';')[0]}; this note is not saved:")
        sys.stderr.write(harmless(typed) + "\n")
    return OK


if __name__ == "__main__":
    sys.exit(main(sys.argv[1] if len(sys.argv) > 1 else None))
