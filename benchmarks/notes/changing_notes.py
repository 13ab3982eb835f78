"""The program that `kill` kills: it changes notes at random and prints each confirmed change.

    python changing_notes.py STORE SEED

Each line is a JSON array: "is", "gone" or "draft", the note's id, and its text.
"""

import json
import random
import sys
from dataclasses import replace
from pathlib import Path

from briefing_tui.model.note import Note, new_id
from briefing_tui.notes.store import NoteStore


def confirm(what: str, note_id: str, body: str) -> None:
    """Print a change that the store has confirmed."""
    sys.stdout.write(json.dumps([what, note_id, body]) + "\n")
    sys.stdout.flush()


def change(path: Path, seed: str) -> None:
    """Add, edit, delete, draft and undo notes of a store."""
    store, chance = NoteStore(path), random.Random(seed)
    mine = {note.id: note for note in store.notes()}
    for number in range(100_000):
        what = chance.random()
        body = f"{seed} {number} " + "words " * chance.choice([1, 20, 2000])
        if what < 0.5 or not mine:
            note = store.add(Note("", f"b{number % 7}", "briefing", body=body, tags=("t",)))
            mine[note.id] = note
            confirm("is", note.id, note.body)
        elif what < 0.7:
            note = mine[chance.choice(list(mine))]
            mine[note.id] = store.edit(note, replace(note, body=body)).note
            confirm("is", note.id, body)
        elif what < 0.85:
            note = mine.pop(chance.choice(list(mine)))
            store.delete(note)
            confirm("gone", note.id, "")
        elif what < 0.95:
            draft = Note(new_id(), "b", "briefing", body=body)
            store.save_draft(draft)
            confirm("draft", draft.id, body)
        else:
            undone = store.undo()
            if undone is not None:
                here = store.get(undone.id)
                mine.pop(undone.id, None)
                if here:
                    mine[undone.id] = here
                confirm("is" if here else "gone", undone.id, here.body if here else "")


if __name__ == "__main__":
    change(Path(sys.argv[1]), sys.argv[2])
