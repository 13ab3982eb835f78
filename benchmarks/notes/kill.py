"""Kill a program while it changes notes, many times; every confirmed change must be kept.

python -m benchmarks.notes.kill [--times 200] [--seed 1] [--replace]

With --replace the file of notes is deleted, moved away, replaced by an older copy or rescued while the program writes, one of
these before each kill. A second window is open, as a reader is, and looks at the notes every twentieth of a second.
"""

import argparse
import fcntl
import json
import random
import shutil
import sqlite3
import subprocess
import sys
import tempfile
import threading
from collections.abc import Callable
from contextlib import suppress
from dataclasses import dataclass, field
from pathlib import Path

from briefing_tui.notes.doctor import check, rescue
from briefing_tui.notes.errors import StoreError
from briefing_tui.notes.store import NoteStore

CHANGING = Path(__file__).with_name("changing_notes.py")
AHEAD = 20
"""Confirmations that a pipe of one page may hold: so many more are heard, and the last of them were made after the event."""

Event = Callable[[Path, Path], None]
"""An accident: it gets the path of the notes file, and that of an older copy."""


def delete(path: Path, _: Path) -> None:
    """Delete the file, and what may be beside it."""
    for file in path.parent.glob("notes.db*"):
        file.unlink(missing_ok=True)


def move_away(path: Path, _: Path) -> None:
    """Rename the file."""
    path.rename(path.with_name("elsewhere.db"))


def replace(path: Path, older: Path) -> None:
    """Put an older copy in the file's place."""
    shutil.copyfile(older, path.with_name("copy.db"))
    path.with_name("copy.db").replace(path)


def write_over(path: Path, older: Path) -> None:
    """Write an older copy over the file between two changes.

    Nothing can keep a copy from mixing with a change.
    """
    db = sqlite3.connect(path, isolation_level=None, timeout=60)
    db.execute("BEGIN EXCLUSIVE")
    subprocess.run(["cp", older, path], check=True)  # in a process of its own: closing the file here would release the lock
    db.close()


def try_rescue(path: Path, _: Path) -> None:
    """Rescue the file; that must be refused, as programs have it open."""
    try:
        rescue(path)
    except StoreError as error:
        if error.trouble == "busy":
            return
    raise AssertionError("a file that is open was rescued")


EVENTS = (delete, move_away, replace, write_over, try_rescue)


class Window:
    """A second window: it has the notes open, and looks for changes."""

    def __init__(self, path: Path) -> None:
        """Open the notes."""
        self._store, self._ended = NoteStore(path), threading.Event()
        self._store.changes()
        self._thread = threading.Thread(target=self._look)
        self._thread.start()

    def _look(self) -> None:
        while not self._ended.wait(0.05):
            with suppress(StoreError):  # For instance while an older copy is being written.
                self._store.changes()

    def close(self) -> None:
        """Close the notes."""
        self._ended.set()
        self._thread.join()
        self._store.close()


@dataclass
class Expected:
    """The notes and drafts that the store must have after all confirmed changes."""

    notes: dict[str, str] = field(default_factory=dict)
    drafts: dict[str, str] = field(default_factory=dict)

    def hear(self, line: str) -> None:
        """Record one confirmation."""
        what, note_id, body = json.loads(line)
        if what == "draft":
            self.drafts[note_id] = body
        elif what == "is":
            self.notes[note_id] = body
        else:
            self.notes.pop(note_id, None)


def kill_once(path: Path, chance: random.Random, expected: Expected, event: Callable[[], None] | None = None) -> int:
    """Run the program and kill it; return the number of confirmed changes.

    The moment is a random number of confirmations, and a random time more. The event happens before, while the program writes;
    it confirms at least one change more, which shows that it has noticed.
    """
    program = subprocess.Popen(
        [sys.executable, str(CHANGING), str(path), str(chance.random())], stdout=subprocess.PIPE, text=True
    )
    assert program.stdout is not None
    fcntl.fcntl(program.stdout, fcntl.F_SETPIPE_SZ, 4096)
    enough, at = chance.randint(1, 40), chance.randint(1, 20)
    if event is not None:
        enough += at + AHEAD
    heard = 0
    for line in program.stdout:
        if line.endswith("\n"):  # The last line may be incomplete.
            expected.hear(line)
        heard += 1
        if event is not None and heard == at:
            event()
        if heard == enough:
            for _ in range(chance.randint(0, 20_000)):  # Shorter than a change, so that the program dies during one.
                pass
            program.kill()
    program.wait()
    return heard


def missing(path: Path, expected: Expected) -> list[str]:
    """Return a sentence for each confirmed change that is missing or incomplete.

    One change more than was confirmed may be on the disk.
    """
    problems = list(check(path).problems)
    with NoteStore(path) as store:
        notes = {note.id: note.body for note in store.notes()}
        drafts = {note.id: note.body for note in store.drafts()}
    wrong = {note_id for note_id in notes.keys() | expected.notes.keys() if notes.get(note_id) != expected.notes.get(note_id)}
    if len(wrong) > 1:
        problems.append(f"{len(wrong)} notes differ from what was confirmed: {sorted(wrong)[:5]}")
    problems += [f"draft {one} is gone" for one, body in expected.drafts.items() if drafts.get(one) != body]
    expected.notes = notes
    expected.drafts = drafts
    return problems


def kill_with_event(path: Path, chance: random.Random, expected: Expected, event: Event) -> int:
    """Kill the program after an event; return the number of confirmed changes.

    A second window is open meanwhile. A rescue that was refused is done afterwards.
    """
    with NoteStore(path) as store:
        store.drop_draft("n-none")  # makes the file
    older = path.with_name("older.db")
    shutil.copyfile(path, older)
    window = Window(path)
    heard = kill_once(path, chance, expected, lambda: event(path, older))
    window.close()
    if event is try_rescue:
        rescue(path)
    return heard


def main() -> None:
    """Kill the program as often as asked and print every loss."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--times", type=int, default=200)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--replace", action="store_true")
    options = parser.parse_args()
    chance, expected, heard, lost = random.Random(options.seed), Expected(), 0, 0
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "notes.db"
        for turn in range(1, options.times + 1):
            event = EVENTS[turn % len(EVENTS)]
            heard += kill_with_event(path, chance, expected, event) if options.replace else kill_once(path, chance, expected)
            for problem in missing(path, expected):
                lost += 1
                sys.stdout.write(f"kill {turn} ({event.__name__ if options.replace else 'alone'}): {problem}\n")
            if turn % 20 == 0:
                sys.stdout.write(f"{turn} kills, {heard} confirmed changes, {lost} problems\n")
                sys.stdout.flush()
    sys.stdout.write(f"{options.times} kills, {heard} confirmed changes, {lost} problems\n")
    sys.exit(1 if lost else 0)


if __name__ == "__main__":
    main()
