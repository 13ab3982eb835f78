"""The user's own editor ($VISUAL, else $EDITOR) on a text."""

import os
import shlex
import shutil
import signal
import tempfile
from contextlib import suppress
from pathlib import Path

from briefing_tui.file_io import read_file, write_atomically
from briefing_tui.text.safety import harmless, one_line
from briefing_tui.ui.terminal.foreground import run_in_foreground
from briefing_tui.ui.terminal.pastes import LONGEST

_MOST_BYTES = 4 * LONGEST + 1
"""More than the longest text has in UTF-8."""


class NoEditor(Exception):  # noqa: N818 - shown to the user in one line
    """There is no such editor, or it failed."""


def command() -> list[str]:
    """Return the command that starts the user's editor, as words. Raises NoEditor."""
    name = "VISUAL" if os.environ.get("VISUAL", "").strip() else "EDITOR"
    try:
        words = shlex.split(os.environ.get(name, ""))
    except ValueError as error:
        raise NoEditor(f"${name} is no command: {str(error).lower()}") from None
    if not words:
        raise NoEditor("neither $VISUAL nor $EDITOR names an editor")
    if not words[0]:
        raise NoEditor(f"${name} begins with an empty word")
    return words


def edit(text: str, words: list[str]) -> str:
    """Return the text as the editor leaves it; `words` are its command.

    Waits until the editor ends. Raises NoEditor, whatever went wrong: a file that is not taken as the text, but was changed, is
    then kept, and the message names it.
    """
    name = one_line(Path(words[0]).name)
    try:
        folder = Path(tempfile.mkdtemp(prefix="briefing-"))
    except OSError as error:
        raise NoEditor(f"no file can be made for the editor: {error.strerror or error}") from None
    path = folder / "note.md"
    keeps = False
    try:
        write_atomically(path, [text], sync=False, private=True)
        status = _run(words, name, path)
        left = _left_by(name, path)
        keeps = left != text.encode("utf-8", "replace")
        trouble = _trouble(name, status, left)
        if trouble:
            where = f"what it wrote is in {one_line(str(path))}" if keeps else "the text is as it was"
            raise NoEditor(f"{trouble}; {where}")
        keeps = False
        return harmless(left.decode("utf-8", "replace")).rstrip("\n")
    except OSError as error:
        raise NoEditor(f"no file can be made for {name}: {error.strerror or error}") from None
    finally:
        if not keeps:
            with suppress(OSError):
                shutil.rmtree(folder)


def _run(words: list[str], name: str, path: Path) -> int:
    """Return the editor's exit status. Raises NoEditor if it can't be started."""
    try:
        return run_in_foreground([*words, str(path)])
    except FileNotFoundError:
        raise NoEditor(f"there is no program {one_line(words[0])} for $VISUAL or $EDITOR") from None
    except OSError as error:
        raise NoEditor(f"{name} could not be started: {(error.strerror or str(error)).lower()}") from None


def _left_by(name: str, path: Path) -> bytes:
    """Return the beginning of what the editor left, enough to see whether it is too long. Raises NoEditor."""
    try:
        return read_file(path, _MOST_BYTES)
    except FileNotFoundError:
        raise NoEditor(f"{name} left no file; the text is as it was") from None
    except OSError as error:
        why = (error.strerror or str(error)).lower()
        raise NoEditor(f"{name} left what can't be read ({why}); the text is as it was") from None


def _trouble(name: str, status: int, left: bytes) -> str:
    """Return why the file is not taken as the text; empty if it is."""
    if status < 0:
        return f"{name} was ended by {_name_of(-status)}"
    if status:
        return f"{name} ended with status {status}"
    if b"\0" in left:
        return f"{name} left something that is not text"
    if len(left) == _MOST_BYTES or len(left.decode("utf-8", "replace")) > LONGEST + 1:
        return f"{name} left too long a text: a note takes {LONGEST:,} letters"
    return ""


def _name_of(number: int) -> str:
    try:
        return signal.Signals(number).name
    except ValueError:
        return f"signal {number}"
