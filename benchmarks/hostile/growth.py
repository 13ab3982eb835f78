"""Look for text that takes a reader of input more time than its length explains.

    python -m benchmarks.hostile.growth [--small 100k] [--large 1M] [--runs 5] [--limit 60] [READER:INPUT ...]

The readers are the plain, HTML and Markdown sources, the content file's loader, the quote finder, the complete analysis, and the
import of notes into a store (the text of one note in our Markdown and in an annotation; complete files of both). Prints the
inputs whose time grows by more than 12 from the small to the large size (ten times as large), or the ten that grow most, and
those of up to 100 kB that take more than two seconds. A word selects the readers and inputs whose name (`html:open tags`)
contains it. A reader may refuse an input in one line; these are counted. Seconds are processor time in one process, without its
start and imports. Where one run is not clear, the medians of several count: without garbage collection (its time grows with
everything that is alive, by up to a third from 10 kB to 100 kB), small and large in turn, and as many small ones as make a large
one, so that other work of the machine affects both equally.
"""

import argparse
import contextlib
import gc
import json
import statistics
import sys
import tempfile
import time
from collections.abc import Callable, Iterable
from pathlib import Path
from typing import TYPE_CHECKING

from benchmarks.hostile.inputs import annotation, inputs, note
from benchmarks.hostile.stopwatch import GROWTH, TooLong, limited
from benchmarks.shared.made_article import size_of

if TYPE_CHECKING:
    from briefing_tui.model.note import Note

FLOOR = 0.05
"""Seconds that no user notices; less than this never counts as growth."""
HANG = 2.0
"""Seconds that no text of up to 100 kB may take."""
_SENTENCE = "Maria Ortega, the harbour engineer, said on Tuesday that the quay would be closed until the autumn. "
_PAGE = "<html><head><title>The harbour</title></head><body><article><h1>The harbour</h1>"


def plain(text: str) -> None:
    """Read plain text."""
    from briefing_tui.sources import read_source

    read_source(text.encode("utf-8", "replace"), "a.txt", "plain")


def html(text: str) -> None:
    """Read a page with the text in it."""
    from briefing_tui.sources import read_source

    prose = f"<p>{_SENTENCE * 3}</p>" * 3
    read_source(f"{_PAGE}{prose}{text}".encode("utf-8", "replace"), "a.html", "html")


def markdown(text: str) -> None:
    """Read Markdown."""
    from briefing_tui.sources import read_source

    read_source(f"# The harbour\n\n{_SENTENCE * 3}\n\n{text}".encode("utf-8", "replace"), "a.md", "markdown")


def loader(text: str) -> None:
    """Load a content file whose article is the text."""
    from briefing_tui.contentfile.read.parser import parse

    parse(f"---\nbriefing: 1\ntitle: The harbour\n---\n\n# The harbour\n\n## Article\n\n### Lead\n\n{text}\n", "a")


def quotes(text: str) -> None:
    """Find quotes in the text's paragraphs."""
    from briefing_tui.analysis.quotes import find_quotes

    find_quotes(_document(text))


def analysis(text: str) -> None:
    """Find quotes, speakers, actors, roles and summary of the text's paragraphs."""
    from briefing_tui.builder import assemble

    assemble(_document(text), "a")


def _document(text: str):  # type: ignore[no-untyped-def]
    from briefing_tui.model.briefing import Paragraph, Section, Source
    from briefing_tui.model.document import Document

    lines = (" ".join(line.split()) for line in text.split("\n"))
    found = (Paragraph(_SENTENCE * 3), *(Paragraph(line) for line in lines if line))
    return Document(Source("a.txt"), title="The harbour", language="en", sections=(Section("lead", None, found),))


def notes(text: str) -> None:
    """Import our Markdown with the text as that of a note."""
    notes_file(note(1, text))


def notes_file(text: str) -> None:
    """Import the text as our Markdown, and write the notes into it again."""
    from briefing_tui.export.bundle import Bundle
    from briefing_tui.export.formats import markdown
    from briefing_tui.export.managed_parts import Edited
    from briefing_tui.export.vault.updating import updated

    def read() -> "tuple[Note, ...]":
        found = markdown.read(text).notes
        with contextlib.suppress(Edited):
            updated(text, [Bundle("x", found)])
        return found

    _import(read)


def annotations(text: str) -> None:
    """Import a W3C annotation with the text as its words, comment and tags."""
    words = {"selector": {"type": "TextQuoteSelector", "exact": text}}
    annotations_file(json.dumps([annotation(1, target=words, body=text, tags=[word[:90] for word in text.split()])]))


def annotations_file(text: str) -> None:
    """Import the text as a file of W3C annotations."""
    from briefing_tui.application.lookup import BriefingFinder
    from briefing_tui.export.formats import jsonld
    from briefing_tui.notes.store import NoteStore

    with tempfile.TemporaryDirectory() as folder, NoteStore(Path(folder) / "notes.db") as store:
        finder = BriefingFinder(None, store)
        finder._folders = []  # No library: that of this machine must not matter.
        _import(lambda: jsonld.read(text, finder.by_address).notes)


def _import(read: Callable[[], "Iterable[Note]"]) -> None:
    """Import notes into a new store. Raises SourceError where they are refused."""
    from briefing_tui.export.incoming import BrokenImport
    from briefing_tui.notes.errors import StoreError
    from briefing_tui.notes.store import NoteStore
    from briefing_tui.sources import SourceError

    try:
        found = read()
        with tempfile.TemporaryDirectory() as folder, NoteStore(Path(folder) / "notes.db") as store:
            store.import_notes(found)
    except (BrokenImport, StoreError) as error:
        raise SourceError(str(error)) from None


_ALL = (plain, html, markdown, loader, quotes, analysis, notes, notes_file, annotations, annotations_file)
READERS: dict[str, Callable[[str], None]] = {one.__name__.replace("_", " "): one for one in _ALL}


def seconds(run: Callable[[str], None], text: str, limit: int) -> tuple[float, str]:
    """Return the processor time of a reader on a text, and its refusal.

    The time is infinite if it exceeds `limit` seconds.
    """
    from briefing_tui.sources import SourceError

    why = ""
    start = time.process_time()
    try:
        with limited(limit):
            run(text)
    except TooLong:
        return float("inf"), ""
    except SourceError as error:
        why = str(error)
    return time.process_time() - start, why


def growth(run: Callable[[str], None], short: str, long: str, runs: int, limit: int) -> tuple[float, float, str]:
    """Return the growth, the seconds for the longer text, and its refusal."""
    quick, (slow, why) = seconds(run, short, limit)[0], seconds(run, long, limit)
    compared = slow
    if FLOOR < slow < float("inf") and slow > GROWTH * 0.7 * quick:
        step, pairs = len(long) // len(short), []
        gc.disable()
        for _ in range(runs):
            gc.collect()
            pairs.append((sum(seconds(run, short, limit)[0] for _ in range(step)) / step, seconds(run, long, limit)[0]))
        gc.enable()
        quick, compared = (statistics.median(times) for times in zip(*pairs, strict=True))
    return compared / max(quick, FLOOR * len(short) / len(long)), slow, why


def main() -> int:
    """Measure and print the table."""
    options = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    options.add_argument("words", nargs="*", metavar="WORD", help="only readers and inputs whose name contains it")
    options.add_argument("--small", type=size_of, default=100_000, help="the smaller text (100k)")
    options.add_argument("--large", type=size_of, default=1_000_000, help="the larger text (1M)")
    options.add_argument("--runs", type=int, default=5, help="measurements; the median counts")
    options.add_argument("--limit", type=int, default=60, help="seconds of processor time allowed for a text")
    given = options.parse_args()
    rows, refused = [], 0
    too_long = HANG if given.large <= 100_000 else given.limit
    for reader, run in READERS.items():
        for text in (_SENTENCE * 20, next(inputs(reader, 1_000))[1]):
            seconds(run, text, given.limit)
        for (name, short), (_, long) in zip(inputs(reader, given.small), inputs(reader, given.large), strict=True):
            called = f"{reader}:{name}"
            if given.words and not any(word in called for word in given.words):
                continue
            grown, slow, why = growth(run, short, long, given.runs, given.limit)
            refused += bool(why)
            rows.append((grown, slow, called, why))
            if grown > GROWTH or slow > too_long or sys.stderr.isatty():
                print(f"{grown:8.1f} {slow:8.2f} {called} {why}", file=sys.stderr)
    rows.sort(reverse=True)
    bad = [row for row in rows if row[0] > GROWTH or row[1] > too_long]
    print("| growth | seconds | reader: input | refused |\n| ---: | ---: | --- | --- |")
    for grown, slow, called, why in bad or rows[:10]:
        print(f"| {grown:.1f} | {slow:.2f} | {called} | {why} |")
    slowest = max(rows, key=lambda row: row[1])
    print(f"\n{len(rows)} inputs, {refused} refused; {len(bad)} grow by more than {GROWTH:g} or take too long; ", end="")
    print(f"the slowest takes {slowest[1]:.1f} s ({slowest[2]})")
    return int(bool(bad))


if __name__ == "__main__":
    sys.exit(main())
