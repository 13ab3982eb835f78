"""Keep the line corrections of sources that have no content file yet.

They are kept beside the reading positions, by the SHA-256 of the source's bytes, with what the article is recognised by: the same
article from a source of other bytes has the same corrections.
"""

import json
from collections.abc import Iterator, Sequence
from pathlib import Path

from briefing_tui.contentfile.rebuild.corrections_in_front_matter import KINDS, MOST
from briefing_tui.file_io import read_text
from briefing_tui.library.reading_state import VERSION, kept_trace, latest_files, write_whole
from briefing_tui.model.document import LineCorrection
from briefing_tui.model.identity import Identity, Trace


def corrections_file(folder: Path, sha256: str) -> Path:
    """Return the file of a source's corrections in the state folder."""
    return folder / "corrections" / f"{sha256}.json"


def recall_corrections(file: Path) -> tuple[LineCorrection, ...]:
    """Return the corrections in a file, none if it can't be read."""
    return _read(file)[1]


def find_corrections(folder: Path, sha256: str, who: Identity) -> tuple[LineCorrection, ...]:
    """Return the corrections of a source, otherwise those of another source of the same article."""
    file = corrections_file(folder, sha256)
    if file.exists():
        return recall_corrections(file)
    return next((corrections for _, corrections in _others(file, who)), ())


def remember_corrections(file: Path, corrections: Sequence[LineCorrection], who: Identity | None = None) -> bool:
    """Write the corrections, completely or not at all; return whether that succeeded.

    Without corrections the file is deleted. Those of other sources of the same article are replaced by these.
    """
    try:
        if corrections:
            trace = who.trace if who else Trace()
            rows = [[one.line, one.words, one.kind, one.again] for one in corrections]
            data = {"version": VERSION, "address": trace.address, "words": trace.words, "corrections": rows}
            if not write_whole(file, data):
                return False
        else:
            file.unlink(missing_ok=True)
        for other, _ in list(_others(file, who)) if who else ():
            other.unlink(missing_ok=True)
    except OSError:
        return False
    return True


def _others(file: Path, who: Identity) -> Iterator[tuple[Path, tuple[LineCorrection, ...]]]:
    """Yield the other files of an article's corrections."""
    for other in latest_files(file.parent):
        trace, corrections = _read(other)
        if other != file and trace.is_of(who):
            yield other, corrections


def _read(file: Path) -> tuple[Trace, tuple[LineCorrection, ...]]:
    try:
        data = json.loads(read_text(file))
        is_first_version = isinstance(data, list)
        trace, rows = (Trace(), data) if is_first_version else (kept_trace(data), data["corrections"])
        made = [LineCorrection(int(line), str(words), KINDS[kind], int(again)) for line, words, kind, again in rows]
    except (OSError, ValueError, TypeError, KeyError, AttributeError, RecursionError):
        return Trace(), ()
    return trace, tuple(made[:MOST])
