"""`briefing setup`: add completions, the man page and desktop entries, or remove them."""

import os
import shutil
import sys
from argparse import Namespace
from collections.abc import Iterator
from pathlib import Path

from briefing_tui.cli.outcome import NO, OK, Failure, put_line, say

_BASH_COMPLETION = ("/usr/share/bash-completion/bash_completion", "/usr/local/share/bash-completion/bash_completion")


def run(options: Namespace) -> int:
    """Add or remove the files, and print what was done to each. Raises Failure and OSError."""
    if os.name != "posix":
        raise Failure(f"setup is for Linux and other Unix systems; it can add nothing on {sys.platform}")
    from briefing_tui.cli.integration.installer import Installer

    installer = Installer(options.dry_run)
    steps = []
    for step in installer.remove() if options.remove else installer.add():
        would_be = "would be " if options.dry_run and step.what.startswith(("written", "removed")) else ""
        put_line(f"{step.path}: {would_be}{step.what}")
        steps.append(step)
    if options.dry_run:
        say("nothing was changed; without --dry-run it is done")
    elif options.remove:
        say("removed" if steps else "nothing to remove")
    else:
        for hint in _hints():
            say(hint)
    return NO if any(step.is_left for step in steps) else OK


def _hints() -> Iterator[str]:
    """Yield what is left for the user to do; no file of a shell's settings is touched."""
    from briefing_tui.cli.integration.additions import data_home, has_desktop

    if not shutil.which("briefing"):
        yield "the shells don't find 'briefing' on your PATH yet; add its folder, or install it with 'pipx install'"
    yield "completions begin with the next shell"
    data = data_home()
    if shutil.which("bash") and not any(Path(file).exists() for file in _BASH_COMPLETION):
        yield f"bash: install bash-completion, or add to ~/.bashrc: source {data}/bash-completion/completions/briefing"
    if shutil.which("zsh"):
        yield f"zsh: add to ~/.zshrc, above compinit: fpath=({data}/zsh/site-functions $fpath)"
    if not has_desktop():
        yield f"desktop entries and briefing:// addresses are not supported on {sys.platform}; 'briefing open ADDRESS' works"
