"""Measure opening, saving and filtering in the reader, with 100,000 notes on 1,000 briefings.

    python -m benchmarks.notes.reader [--pairs 20] [--saves 60] [--notes 100000]

The reader runs on a pseudo-terminal.

    opening     with the notes and without, in turn, so that a slow moment of the machine affects both: until the article's first
                word is drawn, and until the end of the last work; the aim is 1.10 × + 30 ms
    saving      from Ctrl+S to 'Saved' on the screen; for comparison, the time of the store alone for the same notes, and a page
                key in the same run
    filtering   from a typed letter until the filtered list is on the screen, with 100 and with 10,000 notes on the briefing
"""

import argparse
import shutil
import statistics
import tempfile
import time
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

from benchmarks.notes.store import made
from benchmarks.shared.machine import briefing, compile_modules, description
from benchmarks.shared.made_article import FIRST, article, content_file, size_of
from benchmarks.shared.terminal import Terminal, started
from briefing_tui.anchoring.plain_article import PlainArticle
from briefing_tui.contentfile.read.reader import load
from briefing_tui.model.briefing import Place
from briefing_tui.model.note import Note
from briefing_tui.notes.places import draft_on
from briefing_tui.notes.store import NoteStore

LIMIT = 60.0
WORDS = ("harbour", "tide", "that", "zeppelin", "money")


def notes_for(content: Path, here: int, total: int) -> Iterator[Note]:
    """Make `here` notes spread over the article's paragraphs, the rest on 1,000 other briefings."""
    whole = PlainArticle(load(content).briefing)
    places = [Place(s.id, n) for s in whole.briefing.sections for n in range(len(s.paragraphs))]
    drafts = [draft for place in places if (draft := draft_on(whole, "paragraph", [place]))]
    for number, note in enumerate(made(total, 1000)):
        if number < here:
            on = drafts[number % len(drafts)]
            note = replace(note, briefing=content.stem, kind="paragraph", selector=on.selector, section=on.section)
        yield note


def home_with(folder: Path, name: str, notes: Iterator[Note]) -> Path:
    """Make a home with these notes and return its path."""
    home = folder / name
    with NoteStore(home / "data" / "briefing" / "notes" / "notes.db") as store:
        store.import_notes(notes)
    return home


def opened(content: Path, home: Path) -> tuple[float, float]:
    """Open the reader; return the milliseconds until the first word and until the last work."""
    with started([*briefing(), "read", str(content)], home) as terminal:
        return terminal.wait_for(FIRST.encode(), LIMIT) * 1000, terminal.wait_until_settled(LIMIT) * 1000


def opening(content: Path, bare: Path, full: Path, pairs: int) -> None:
    """Print the time that the notes add to opening."""
    runs = [(opened(content, bare), opened(content, full)) for _ in range(pairs)]
    for number, what in enumerate(("first content", "settled")):
        without = [pair[0][number] for pair in runs]
        with_notes = [pair[1][number] for pair in runs]
        ratio = statistics.median(b / a for a, b in zip(without, with_notes, strict=True))
        more = statistics.median(b - a for a, b in zip(without, with_notes, strict=True))
        aim = statistics.median(without) * 1.1 + 30
        print(
            f"opening, {what}: {statistics.median(without):.0f} ms without, {statistics.median(with_notes):.0f} ms with "
            f"({ratio:.2f} ×, {more:+.0f} ms per pair; the aim is {aim:.0f} ms)",
            flush=True,
        )


def saving(content: Path, home: Path, saves: int) -> None:
    """Print how long saving a note takes, on the screen and in the store."""
    times, pages = [], []
    with started([*briefing(), "read", str(content)], home) as terminal:
        terminal.wait_for(FIRST.encode(), LIMIT)
        terminal.wait_until_settled(LIMIT)
        for number in range(saves):
            pages.append(terminal.press(b"\x1b[5~" if number % 2 else b"\x1b[6~"))
            terminal.press(b"}")
            terminal.answer(b"a", b"Ctrl+S")
            terminal.press(f"ask the harbour about number {number} #check".encode())
            times.append(terminal.answer(b"\x13", b"Saved"))
    print(f"saving, from the key to 'Saved' on the screen, {saves} times: {_summary(times)}")
    print(f"  a page key between them: {_summary(pages)}")
    own = []
    with NoteStore(home / "data" / "briefing" / "notes" / "notes.db") as store:
        for number, note in enumerate(made(saves, 1000, seed=3)):
            began = time.perf_counter()
            store.add(replace(note, id="", briefing=content.stem, body=f"ask the harbour about number {number}"))
            own.append((time.perf_counter() - began) * 1000)
    print(f"  the store alone: {_summary(own)}", flush=True)


def filtering(content: Path, home: Path, here: int) -> None:
    """Print how long a typed letter takes to filter the pane."""
    with started([*briefing(), "read", str(content)], home) as terminal:
        terminal.wait_for(FIRST.encode(), LIMIT)
        terminal.wait_until_settled(LIMIT)
        terminal.press(b"5")
        times = []
        for word in WORDS:
            terminal.press(b"t")
            # The last line of the frame names the filter: it is drawn after the list, and never with an earlier list.
            times += [terminal.answer(letter.encode(), f"text: {word[:n]}".encode()) for n, letter in enumerate(word, 1)]
            terminal.press(b"\x1b")
            _wait_for_list(terminal)
    print(f"filtering {here} notes of one briefing, per letter: {_summary(times)}", flush=True)


def _wait_for_list(terminal: Terminal) -> None:
    """Wait until the unfiltered list is shown again: its time is no letter's."""
    terminal.wait_until_settled(LIMIT + terminal.elapsed())


def _summary(times: list[float]) -> str:
    ordered = sorted(times)
    return f"median {statistics.median(ordered):.1f} ms, 95th percentile {ordered[int(0.95 * (len(ordered) - 1))]:.1f} ms"


def main() -> None:
    """Print each figure as it is measured."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--pairs", type=int, default=20)
    parser.add_argument("--saves", type=int, default=60)
    parser.add_argument("--notes", type=int, default=100_000)
    asked = parser.parse_args()
    compile_modules()
    print(description())
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        content = folder / "article.md"
        content.write_text(content_file(article(size_of("100k"))), "utf-8")
        (folder / "bare").mkdir()
        full = home_with(folder, "full", notes_for(content, 100, asked.notes))
        opening(content, folder / "bare", full, asked.pairs)
        filtering(content, full, 100)
        saving(content, full, asked.saves)
        shutil.rmtree(full)
        filtering(content, home_with(folder, "many", notes_for(content, 10_000, 10_000)), 10_000)


if __name__ == "__main__":
    main()
