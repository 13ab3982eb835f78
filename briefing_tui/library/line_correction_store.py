"""Keep the line corrections of sources that have no content file yet.

They are kept beside the reading positions, by the SHA-256 of the source's bytes.
"""

import json
from collections.abc import Sequence
from pathlib import Path

from briefing_tui.contentfile.rebuild.corrections_in_front_matter import KINDS, MOST
from briefing_tui.file_io import read_text
from briefing_tui.library.reading_state import write_whole
from briefing_tui.model.document import LineCorrection


def corrections_file(folder: Path, sha256: str) -> Path:
    """Return the file of a source's corrections in the state folder."""
    return folder / "corrections" / f"{sha256}.json"


def recall_corrections(file: Path) -> tuple[LineCorrection, ...]:
    """Return the corrections in a file, none if it can't be read."""
    try:
        rows = json.loads(read_text(file))
        made = [LineCorrection(int(line), str(words), KINDS[kind], int(again)) for line, words, kind, again in rows]
    except (OSError, ValueError, TypeError, KeyError, RecursionError):
        return ()
    return tuple(made[:MOST])


def remember_corrections(file: Path, corrections: Sequence[LineCorrection]) -> bool:
    """Write the corrections, completely or not at all; return whether that succeeded.

    Without corrections the file is deleted.
    """
    if not corrections:
        try:
            file.unlink(missing_ok=True)
        except OSError:
            return False
        return True
    return write_whole(file, [[one.line, one.words, one.kind, one.again] for one in corrections])
