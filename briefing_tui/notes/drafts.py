"""Keep what is being typed until it is saved, so that it survives a crash."""

import json
import os
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

from briefing_tui.model.note import LONGEST_BODY, Note, as_dict, from_dict, new_id, now

if TYPE_CHECKING:
    import sqlite3


def save(db: "sqlite3.Connection", note: Note, session: str) -> None:
    """Save the draft of a note in a session, replacing an earlier one."""
    text = json.dumps(as_dict(note), ensure_ascii=False).encode("utf-8", "replace").decode()
    db.execute("INSERT OR REPLACE INTO drafts VALUES (?, ?, ?, ?, ?)", (note.id, session, note.briefing, now(), text))


def abandoned(db: "sqlite3.Connection", session: str, briefing: str | None) -> list[Note]:
    """Return the drafts of this session and of ended ones, the latest first.

    There is at most one for each note.
    """
    found: dict[str, Note] = {}
    for owner, text, of in db.execute("SELECT session, note, briefing FROM drafts ORDER BY rowid DESC").fetchall():
        if (briefing is None or of == briefing) and (owner == session or not _is_alive(owner)):
            draft = replace(read_draft(text), briefing=of)  # The article may have a new name.
            found.setdefault(draft.id, draft)
    return list(found.values())


def read_draft(text: str) -> Note:
    """Return a saved draft. What a note can't have, such as a tag of a thousand letters, becomes text."""
    stamp = now()
    data = {"created": stamp, "modified": stamp, **json.loads(text)}
    try:
        return from_dict(data)
    except ValueError:
        typed = "\n\n".join([data.get("body", ""), *(f"#{tag}" for tag in data.get("tags", ()))])
        return from_dict({**data, "tags": [], "body": typed[:LONGEST_BODY]})


def drop(db: "sqlite3.Connection", note_id: str, session: str) -> None:
    """Delete the drafts of a note of this session and of ended ones."""
    for (owner,) in db.execute("SELECT session FROM drafts WHERE id = ?", (note_id,)).fetchall():
        if owner == session or not _is_alive(owner):
            db.execute("DELETE FROM drafts WHERE id = ? AND session = ?", (note_id, owner))


def new_session() -> str:
    """Return a name for this program's drafts: process, start time, and random letters."""
    return f"{os.getpid()}{_start_mark(os.getpid())}-{new_id()}"


def _is_alive(session: str) -> bool:
    """Return whether the process of a session still runs; False where asking would do harm (Windows)."""
    if os.name == "nt":
        return False
    number, dot, _ = session.partition("-")[0].partition(".")
    try:
        os.kill(int(number), 0)
    except (ProcessLookupError, ValueError, OverflowError):
        return False
    except PermissionError:
        pass
    return not dot or session.startswith(f"{number}{_start_mark(int(number))}-")


def _start_mark(process: int) -> str:
    """Return a mark of a process's start time, if the system has it: process numbers are reused, in a container at once."""
    try:
        boot = Path("/proc/sys/kernel/random/boot_id").read_text("ascii").strip()
        ticks = Path(f"/proc/{process}/stat").read_text("utf-8", "replace").rpartition(")")[2].split()[19]
    except (OSError, IndexError):
        return ""
    return f".{boot[:8]}{ticks}"
