"""Measure saving, filtering and exporting of 100,000 notes on 1,000 briefings, and the memory used.

python -m benchmarks.notes.store [--notes 100000] [--briefings 1000]
"""

import argparse
import random
import resource
import statistics
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from pathlib import Path

from benchmarks.notes.framed_articles import FramedArticles
from briefing_tui.contentfile.read.reader import load
from briefing_tui.export.bundle import bundles
from briefing_tui.export.files import Ledger, export_folder
from briefing_tui.export.formats import named
from briefing_tui.model.briefing import Briefing
from briefing_tui.model.note import COLOURS, Note, now
from briefing_tui.model.selector import Selector
from briefing_tui.notes.rows import Wanted
from briefing_tui.notes.store import NoteStore

SIGNS = "港口城市水位船只检查码头费用问题采访记者昨天今天主席工程师报告测量移动三次秋天关闭"
TAGS = ["follow-up", "check", "money", "harbour", "people", "to ask", "figures", "background", "law", "quote"]


def made(count: int, briefings: int, seed: int = 1) -> Iterator[Note]:
    """Make notes as users write them.

    Each has the words of a sentence, a text of up to three sentences (one in twenty in Chinese characters) and up to two tags.
    """
    articles, chance = FramedArticles(seed), random.Random(seed)
    sentences = [" ".join(articles.sentence()) for _ in range(3000)]
    for number in range(count):
        words = Selector(
            chance.choice(sentences), chance.choice(sentences)[-64:], chance.choice(sentences)[:64],
            chance.randrange(30_000), True, (0, 0), 0.4, "0a1b2c3d",
        )  # fmt: skip
        body = " ".join(chance.choices(sentences, k=chance.randint(0, 3)))
        if number % 20 == 19:
            body = "".join(chance.choices(SIGNS, k=60)) + "。 …"
        stamp = f"2026-{number % 12 + 1:02}-{number % 28 + 1:02}T{number % 24:02}:{number % 60:02}:00.{number % 1000:03}Z"
        yield Note(
            f"n-{number:010}", f"article-{number % briefings:04}", chance.choice(("selection", "paragraph", "quote")), "", words,
            "Who pays", "Maria Ortega", body, chance.choice((None, *COLOURS)), tuple(chance.sample(TAGS, chance.randint(0, 2))),
            stamp, stamp,
        )  # fmt: skip


def _percentile(times: list[float], share: float) -> float:
    return sorted(times)[int(len(times) * share)] * 1000


def _print(what: str, text: str) -> None:
    sys.stdout.write(f"{what:<58}{text}\n")
    sys.stdout.flush()


def _timed(store: NoteStore, name: str, wanted: Wanted, limit: int | None = 200) -> None:
    times = []
    for order in ("place", "time", "newest"):
        for _ in range(5):
            began = time.perf_counter()
            found = store.notes(wanted, order, limit)
            times.append(time.perf_counter() - began)
    _print(f"  {name}", f"{statistics.median(times) * 1000:6.1f} ms, worst {max(times) * 1000:6.1f} ms ({len(found)} shown)")


def _saving(store: NoteStore, briefings: int) -> None:
    times = []
    for note in made(500, briefings, seed=2):
        fresh = Note("", note.briefing, note.kind, selector=note.selector, body=note.body, tags=note.tags)
        began = time.perf_counter()
        store.add(fresh)
        times.append(time.perf_counter() - began)
    _print(
        "saving a note (500 times)",
        f"median {_percentile(times, 0.5):.1f} ms, 95th percentile {_percentile(times, 0.95):.1f} ms",
    )


def _exporting(store: NoteStore, folder: Path) -> None:
    """Export all notes to Markdown, one file per briefing.

    Once without the briefings, once with the briefings read from their files, and once more onto the same files.
    """
    library = folder / "library"
    library.mkdir()
    words = FramedArticles(3)
    paragraphs = "\n\n".join(" ".join(" ".join(words.sentence()) for _ in range(5)) for _ in range(14))
    article = f"## Article\n\n### Who pays\n\n{paragraphs}\n"
    for briefing, _ in store.briefings():
        (library / f"{briefing}.md").write_text(f"---\nbriefing: 1\ntitle: {briefing}\n---\n\n# {briefing}\n\n{article}")

    def find(briefing: str) -> Briefing | None:
        return load(library / f"{briefing}.md").briefing

    ledger, before = Ledger(folder / "exports.json"), _memory()
    runs: list[tuple[str, str, Callable[[str], Briefing | None]]] = [
        ("without the briefings", "bare", lambda _: None),
        ("with 1000 briefings read", "whole", find),
        ("the same again", "whole", find),
    ]
    for name, where, finder in runs:
        began = time.perf_counter()
        done = export_folder(folder / where, bundles(store.each(), finder), named("markdown"), ledger)
        _print(f"exporting all to Markdown, {name}", f"{time.perf_counter() - began:.1f} s ({len(done)} files)")
    _print("  peak memory before and after", f"{before:.0f} MiB, {_memory():.0f} MiB")


def _memory() -> float:
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024


def main() -> None:
    """Print each figure as it is measured."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--notes", type=int, default=100_000)
    parser.add_argument("--briefings", type=int, default=1000)
    options = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        store = NoteStore(Path(folder) / "notes.db")
        began = time.perf_counter()
        store.import_notes(made(options.notes, options.briefings))
        _print(f"importing {options.notes} notes", f"{time.perf_counter() - began:.1f} s")
        _print("size of the file", f"{store.path.stat().st_size / 2**20:.0f} MiB")
        _saving(store, options.briefings)
        _print("filtering all notes, 200 shown", "")
        for name, wanted in {
            "no filter": Wanted(),
            "words in a few": Wanted(text="midnight ferry owner winch"),
            "a word that most have": Wanted(text="that"),
            "one letter": Wanted(text="t"),
            "a word in none": Wanted(text="zeppelin"),
            "a tag": Wanted(tags=("money",)),
            "a tag, a kind and a word": Wanted(tags=("money",), kinds=("quote",), text="harbour"),
            "punctuation without letters": Wanted(text="…"),
            "a script without spaces": Wanted(text="港口"),
            "one character of it": Wanted(text="口"),
            "the full stop that most have": Wanted(text="."),
        }.items():
            _timed(store, name, wanted)
        _print("filtering one briefing's notes", "")
        for name, wanted in {
            "no filter": Wanted("article-0007"),
            "a word": Wanted("article-0007", text="harb"),
            "a word that most have": Wanted("article-0007", text="that"),
            "a tag": Wanted("article-0007", tags=("money",)),
        }.items():
            _timed(store, name, wanted, None)
        _exporting(store, Path(folder))
        before = _memory()
        began = time.perf_counter()
        total = sum(len(note.body) for note in store.each())
        _print("reading all, one by one", f"{time.perf_counter() - began:.1f} s ({total} characters)")
        _print("peak memory before and after", f"{before:.0f} MiB, {_memory():.0f} MiB at {now()}")


if __name__ == "__main__":
    main()
