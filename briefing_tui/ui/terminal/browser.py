"""The user's browser, started in a process without a shell and without this terminal."""

import subprocess
import sys

_OPEN = "import sys, webbrowser; sys.exit(not webbrowser.open(sys.argv[1]))"
SECONDS = 20
"""How long to wait at most for the program that starts the browser."""


def open_in_browser(address: str) -> bool:
    """Open an address that begins with http; return whether a browser accepted it.

    A browser that writes to the terminal, or reads from it, finds none. The address is one argument, and as it begins with
    http, no program mistakes it for an option.
    """
    try:
        done = subprocess.run(
            [sys.executable, "-I", "-c", _OPEN, address],
            stdin=subprocess.DEVNULL,
            stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL,
            start_new_session=True,
            timeout=SECONDS,
            check=False,
        )
    except subprocess.TimeoutExpired:
        return True
    except OSError:
        return False
    return done.returncode == 0
