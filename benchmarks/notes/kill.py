"""Kill a program while it changes notes, many times; every confirmed change must be kept.

python -m benchmarks.notes.kill [--times 200] [--seed 1]
"""

import argparse
import json
import random
import subprocess
import sys
import tempfile
from dataclasses import dataclass, field
from pathlib import Path

from briefing_tui.notes.doctor import check
from briefing_tui.notes.store import NoteStore

CHANGING = Path(__file__).with_name("changing_notes.py")


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


def kill_once(path: Path, chance: random.Random, expected: Expected) -> int:
    """Run the program and kill it; return the number of confirmed changes.

    The moment is a random number of confirmations, and a random time more.
    """
    program = subprocess.Popen(
        [sys.executable, str(CHANGING), str(path), str(chance.random())], stdout=subprocess.PIPE, text=True
    )
    assert program.stdout is not None
    enough = chance.randint(1, 40)
    heard = 0
    for line in program.stdout:
        if line.endswith("\n"):  # The last line may be incomplete.
            expected.hear(line)
        heard += 1
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


def main() -> None:
    """Kill the program as often as asked and print every loss."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--times", type=int, default=200)
    parser.add_argument("--seed", type=int, default=1)
    options = parser.parse_args()
    chance, expected, heard, lost = random.Random(options.seed), Expected(), 0, 0
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "notes.db"
        for turn in range(1, options.times + 1):
            heard += kill_once(path, chance, expected)
            for problem in missing(path, expected):
                lost += 1
                sys.stdout.write(f"kill {turn}: {problem}\n")
    sys.stdout.write(f"{options.times} kills, {heard} confirmed changes, {lost} problems\n")
    sys.exit(1 if lost else 0)


if __name__ == "__main__":
    main()
