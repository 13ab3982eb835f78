"""Compare the reader with the smallest Textual program and with Textual's MarkdownViewer.

    python -m benchmarks.reading.reader [--sizes 100k,1M,10M] [--runs 5] [--viewer-sizes 100k,1M] [--viewer-limit 60]

The programs are started in turn on a pseudo-terminal of 120×40, each with its own home, so that a slow moment of the machine
affects all of them. Prints a Markdown table of medians; a ratio is the median of the ratios of each run to the bare program
started just before. All articles are made up by `shared.made_article`.

    first content   from the start until the article's first word is on the terminal
    settled         from the start to the end of the last work before a second of idleness
    memory          resident, once settled
    Page Down       from the key to the last byte drawn for it: median and 95th percentile of all presses
"""

import argparse
import statistics
import sys
import tempfile
from dataclasses import dataclass, field
from pathlib import Path

from benchmarks.shared.machine import briefing, compile_modules, description
from benchmarks.shared.made_article import FIRST, article, content_file, markdown, size_of
from benchmarks.shared.terminal import NoAnswerError, Terminal, started

_HERE = Path(__file__).parent
PAGE_DOWN = b"\x1b[6~"
PRESSES = 30
_SETTINGS = """
[reader]
theme = "nord"
text_width = 70
pane_width = 40
[export]
folder = "~/vault"
[keys]
next_hit = "f3"
previous_hit = "f4"
jump = "ctrl+f"
page_down = ["pagedown", "space", "ctrl+d"]
help_screen = ["f1", "?"]
quit_reader = "ctrl+q"
"""
LIMIT = 120.0
"""Seconds that a program other than the viewer may take to settle."""


@dataclass
class Run:
    """One run of one program: seconds, seconds, MB, and milliseconds per key."""

    content: float
    settled: float
    memory: float
    keys: list[float]


@dataclass
class Program:
    """A program to start, its runs, and the failure that ended them."""

    name: str
    command: list[str]
    presses: int = PRESSES
    limit: float = LIMIT
    settings: str = ""
    """The content of the user's settings file; empty for no such file."""
    runs: list[Run] = field(default_factory=list)
    failure: str = ""


def measure(program: Program) -> Run:
    """Run a program once. Raises NoAnswerError."""
    with tempfile.TemporaryDirectory() as home, started(program.command, Path(home), program.settings) as terminal:
        content = terminal.wait_for(FIRST.encode(), program.limit)
        settled = terminal.wait_until_settled(program.limit)
        memory = terminal.memory()
        return Run(content, settled, memory, page_down(terminal, program.presses))


def page_down(terminal: Terminal, presses: int) -> list[float]:
    """Return the milliseconds of each press; stops at the end of the article."""
    keys: list[float] = []
    while len(keys) < presses:
        try:
            keys.append(terminal.press(PAGE_DOWN))
        except NoAnswerError:
            if len(keys) < 3:
                raise
            break
    return keys


def measure_in_turn(programs: list[Program], runs: int) -> None:
    """Run all programs in turn, several times; one that fails is not run again."""
    for _ in range(runs):
        for program in programs:
            if program.failure:
                continue
            try:
                program.runs.append(measure(program))
            except NoAnswerError as error:
                program.failure = str(error)


def programs_for(size: int, folder: Path, viewer_limit: float | None) -> list[Program]:
    """Write an article into a folder and return the programs to run on it.

    These are the bare program, the reader, the reader with settings and, if `viewer_limit` is given, the viewer.
    """
    sections = article(size)
    source, content = folder / "article.md", folder / "briefing.md"
    source.write_text(markdown(sections), "utf-8")
    content.write_text(content_file(sections), "utf-8")
    programs = [
        Program("bare", [sys.executable, str(_HERE / "bare.py"), FIRST], presses=0),
        Program("briefing", [*briefing(), "read", str(content)]),
        Program("with settings", [*briefing(), "read", str(content)], settings=_SETTINGS),
    ]
    if viewer_limit is not None:
        programs.append(Program("MarkdownViewer", [sys.executable, str(_HERE / "viewer.py"), str(source)], limit=viewer_limit))
    return programs


def row(size: str, program: Program, bare: Program) -> str:
    """Return a program's row of the table."""
    if not program.runs:
        cells = [program.failure or "–", "–", "–", "–"]
    else:
        cells = [
            _cell([run.content for run in program.runs], [run.content for run in bare.runs], "{:.2f} s"),
            _cell([run.settled for run in program.runs], [run.settled for run in bare.runs], "{:.2f} s"),
            _cell([run.memory for run in program.runs], [run.memory for run in bare.runs], "{:.0f} MB"),
            _keys_cell([key for run in program.runs for key in run.keys]),
        ]
    name = (
        f"{program.name} ({len(program.runs)} runs, then {program.failure})" if program.runs and program.failure else program.name
    )
    return f"| {' | '.join([size, name, *cells])} |"


def _cell(values: list[float], bare: list[float], form: str) -> str:
    text = form.format(statistics.median(values))
    ratios = [value / base for value, base in zip(values, bare, strict=False)]
    return f"{text} ({statistics.median(ratios):.2f} ×)" if ratios else text


def _keys_cell(keys: list[float]) -> str:
    if not keys:
        return "–"
    ordered = sorted(keys)
    return f"{statistics.median(ordered):.0f} / {ordered[int(0.95 * (len(ordered) - 1))]:.0f} ms"


def options() -> argparse.Namespace:
    """Return the options of the command line."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--sizes", default="100k,1M,10M", help="bytes of the articles")
    parser.add_argument("--runs", type=int, default=5, help="starts of each program")
    parser.add_argument("--viewer-sizes", default="100k,1M", help="sizes for which the MarkdownViewer is measured, too")
    parser.add_argument("--viewer-limit", type=float, default=60, metavar="SECONDS", help="most seconds until it is idle")
    return parser.parse_args()


def main() -> None:
    """Measure and print the table row by row."""
    asked = options()
    compile_modules()
    sys.stdout.write(f"{description()}; medians of {asked.runs} runs, in brackets the ratio to bare\n\n")
    sys.stdout.write("| article | program | first content | settled | memory | Page Down, median / 95th |\n")
    sys.stdout.write("| --- | --- | --- | --- | --- | --- |\n")
    for size in asked.sizes.split(","):
        with tempfile.TemporaryDirectory() as folder:
            viewer_limit = asked.viewer_limit if size in asked.viewer_sizes.split(",") else None
            programs = programs_for(size_of(size), Path(folder), viewer_limit)
            measure_in_turn(programs, asked.runs)
            for program in programs:
                sys.stdout.write(row(size, program, programs[0]) + "\n")
                sys.stdout.flush()


if __name__ == "__main__":
    main()
