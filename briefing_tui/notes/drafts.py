"""What is being typed, kept beside the notes until it is saved: a draft outlives the program that it was typed in."""

import json
import os
from pathlib import Path
from typing import TYPE_CHECKING

from briefing_tui.model.note import LONGEST_BODY, Note, as_dict, from_dict, new_id, now

if TYPE_CHECKING:
    import sqlite3


def keep(db: "sqlite3.Connection", note: Note, session: str) -> None:
    """Keep the draft of a session, in the place of the one that it had of that note."""
    text = json.dumps(as_dict(note), ensure_ascii=False).encode("utf-8", "replace").decode()
    db.execute("INSERT OR REPLACE INTO drafts VALUES (?, ?, ?, ?, ?)", (note.id, session, note.briefing, now(), text))


def left(db: "sqlite3.Connection", session: str, briefing: str | None) -> list[Note]:
    """The drafts of this session and of those that are no more, the latest first, one a note."""
    found: dict[str, Note] = {}
    for owner, text, of in db.execute("SELECT session, note, briefing FROM drafts ORDER BY rowid DESC").fetchall():
        if (briefing is None or of == briefing) and (owner == session or not _is_alive(owner)):
            draft = _read(text)
            found.setdefault(draft.id, draft)
    return list(found.values())


def _read(text: str) -> Note:
    """The draft that was kept. What can't be a note's, such as a tag of a thousand letters, is text: it is yet to be saved."""
    stamp = now()
    data = {"created": stamp, "modified": stamp, **json.loads(text)}
    try:
        return from_dict(data)
    except ValueError:
        typed = "\n\n".join([data.get("body", ""), *(f"#{tag}" for tag in data.get("tags", ()))])
        return from_dict({**data, "tags": [], "body": typed[:LONGEST_BODY]})


def drop(db: "sqlite3.Connection", note_id: str, session: str) -> None:
    """Forget the drafts of a note that are this session's or nobody's any more."""
    for (owner,) in db.execute("SELECT session FROM drafts WHERE id = ?", (note_id,)).fetchall():
        if owner == session or not _is_alive(owner):
            db.execute("DELETE FROM drafts WHERE id = ? AND session = ?", (note_id, owner))


def new_session() -> str:
    """What this program's drafts are known by: its process, when that began, and a word of its own."""
    return f"{os.getpid()}{_began(os.getpid())}-{new_id()}"


def _is_alive(session: str) -> bool:
    """Whether the process of a session still runs. Where that can't be asked without harm, it is taken for dead."""
    if os.name == "nt":
        return False
    number, dot, _ = session.partition("-")[0].partition(".")
    try:
        os.kill(int(number), 0)
    except (ProcessLookupError, ValueError, OverflowError):
        return False
    except PermissionError:
        pass
    return not dot or session.startswith(f"{number}{_began(int(number))}-")


def _began(process: int) -> str:
    """A mark of when a process began, empty where the system does not tell: numbers are given again, in a container at once."""
    try:
        boot = Path("/proc/sys/kernel/random/boot_id").read_text("ascii").strip()
        ticks = Path(f"/proc/{process}/stat").read_text("utf-8", "replace").rpartition(")")[2].split()[19]
    except (OSError, IndexError):
        return ""
    return f".{boot[:8]}{ticks}"
