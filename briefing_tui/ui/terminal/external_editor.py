"""The user's own editor ($VISUAL, else $EDITOR) on a text."""

import os
import shlex
import subprocess
import tempfile
from pathlib import Path

from briefing_tui.file_io import write_atomically
from briefing_tui.text.safety import harmless


class NoEditor(Exception):  # noqa: N818 - shown to the user in one line
    """There is no such editor, or it failed."""


def command() -> list[str]:
    """Return the command that starts the user's editor, as words. Raises NoEditor."""
    line = os.environ.get("VISUAL") or os.environ.get("EDITOR") or ""
    try:
        words = shlex.split(line)
    except ValueError:
        words = []
    if not words:
        raise NoEditor("neither $VISUAL nor $EDITOR names an editor")
    return words


def edit(text: str, words: list[str]) -> str:
    """Return the text as the editor leaves it; `words` are its command. Raises NoEditor.

    Waits until the editor ends.
    """
    with tempfile.TemporaryDirectory(prefix="briefing-") as folder:
        path = Path(folder) / "note.md"
        try:
            write_atomically(path, [text], sync=False, private=True)
            done = subprocess.run([*words, str(path)], check=False)
            if done.returncode:
                raise NoEditor(f"{words[0]} ended with status {done.returncode}; the text is as it was")
            return harmless(path.read_text("utf-8", "replace")).rstrip("\n")
        except OSError as error:
            raise NoEditor(f"{words[0]}: {error.strerror or error}") from None
