"""An address handed to the person's browser: by a process of its own that has neither a shell nor this terminal."""

import subprocess
import sys

_OPEN = "import sys, webbrowser; sys.exit(not webbrowser.open(sys.argv[1]))"
SECONDS = 20


def hand_over(address: str) -> bool:
    """Open an address in the browser; whether one took it. Waits for the browser's starter, at most SECONDS.

    A browser or its starter that writes to the terminal, or reads from it, finds none. The address is one argument, and begins
    with http, so that no program takes it for an option.
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
