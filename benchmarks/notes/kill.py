"""A program that changes notes and is killed at a random moment, again and again: whatever it confirmed must be in the store.

Run: python -m benchmarks.notes.kill [--times 200] [--seed 1]
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
    """What the store must hold by all that was confirmed."""

    notes: dict[str, str] = field(default_factory=dict)
    drafts: dict[str, str] = field(default_factory=dict)

    def hear(self, line: str) -> None:
        """Take in one confirmation."""
        what, note_id, body = json.loads(line)
        if what == "draft":
            self.drafts[note_id] = body
        elif what == "is":
            self.notes[note_id] = body
        else:
            self.notes.pop(note_id, None)


def kill_once(path: Path, chance: random.Random, expected: Expected) -> int:
    """Start the program, kill it after a random number of confirmations and a random moment more; the confirmations heard."""
    program = subprocess.Popen(
        [sys.executable, str(CHANGING), str(path), str(chance.random())], stdout=subprocess.PIPE, text=True
    )
    assert program.stdout is not None
    enough = chance.randint(1, 40)
    heard = 0
    for line in program.stdout:
        if line.endswith("\n"):  # the last line may be half of one
            expected.hear(line)
        heard += 1
        if heard == enough:
            for _ in range(chance.randint(0, 20_000)):  # less than a change takes, so that it dies in the midst of one
                pass
            program.kill()
    program.wait()
    return heard


def missing(path: Path, expected: Expected) -> list[str]:
    """What was confirmed and is not there, or half there. One change more than was confirmed may be on the disk."""
    problems = list(check(path).problems)
    with NoteStore(path) as store:
        notes = {note.id: note.body for note in store.notes()}
        drafts = {note.id: note.body for note in store.drafts()}
    wrong = {note_id for note_id in notes.keys() | expected.notes.keys() if notes.get(note_id) != expected.notes.get(note_id)}
    if len(wrong) > 1:
        problems.append(f"{len(wrong)} notes are not as they were confirmed: {sorted(wrong)[:5]}")
    problems += [f"draft {one} is gone" for one, body in expected.drafts.items() if drafts.get(one) != body]
    expected.notes = notes
    expected.drafts = drafts
    return problems


def main() -> None:
    """Kill as often as asked and print what was lost."""
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
