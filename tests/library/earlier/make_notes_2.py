"""Write `notes-2.db.gz`, a store of the second format, with the code of commit c6d05e1.

In a checkout of that commit: PYTHONPATH=. python make_notes_2.py FOLDER, where FOLDER is the one of this file.
"""

import gzip
import sys
from dataclasses import replace
from pathlib import Path
from typing import Any

from briefing_tui.anchoring.plain_article import PlainArticle
from briefing_tui.application.opening import open_file
from briefing_tui.model.briefing import Place
from briefing_tui.model.note import Note
from briefing_tui.notes.places import draft_on
from briefing_tui.notes.store import NoteStore

STAMP = "2026-03-02T10:11:12.000Z"


def drafted(*on: Any) -> Note:
    """Return an empty note."""
    note = draft_on(*on)
    assert note is not None
    return note


def write(file: Path, folder: Path) -> None:
    """Note two articles from files of one name, and a shipped briefing.

    The latter has notes on quotes and on words that are gone, a draft and a deleted note.
    """
    store = NoteStore(file)
    for name in ("mill", "lighthouse"):
        words = PlainArticle(open_file(folder / name / "article.html").briefing)
        for section in words.briefing.sections:
            for number in range(len(section.paragraphs)):
                note = drafted(words, "paragraph", (Place(section.id, number),))
                store.add(replace(note, body=f"{name} {number}", tags=("old",)))
        store.add(replace(drafted(words, "briefing"), body=f"{name} whole"))
    words = PlainArticle(open_file(Path("content/the-harbour-that-would-not-settle.md")).briefing)
    lead = words.briefing.sections[0].id
    for quote in words.briefing.quotes[:3]:
        store.add(replace(drafted(words, "quote", (), quote.id), body=f"harbour {quote.id}", colour="yellow"))
    gone = replace(drafted(words, "paragraph", (Place(lead, 0),)), body="harbour orphan")
    nowhere = replace(gone.selector, exact="Words that nobody ever printed there.", version="00000000")
    store.add(replace(gone, selector=nowhere))
    store.delete(store.add(replace(drafted(words, "briefing"), body="deleted")))
    store.session = "999999999-n-gone"
    draft = drafted(words, "paragraph", (Place(lead, 1),))
    store.save_draft(replace(draft, body="harbour draft", created=STAMP, modified=STAMP))
    store.close()


if __name__ == "__main__":
    here = Path(sys.argv[1])
    write(here / "notes-2.db", here)
    (here / "notes-2.db.gz").write_bytes(gzip.compress((here / "notes-2.db").read_bytes(), mtime=0))
    (here / "notes-2.db").unlink()
