"""`briefing add`: sources → content files in the library, each under a name of its own; the paths are printed."""

import re
from argparse import Namespace
from collections.abc import Iterable
from pathlib import Path

from briefing_tui.cli.build import STATUS, tasks_of, watched
from briefing_tui.cli.build_jobs import Outcome, run_all
from briefing_tui.cli.outcome import NO, OK, Failure, put, say
from briefing_tui.settings import paths
from briefing_tui.text.safety import one_line

_SHA256 = re.compile(r"\bsha256: ([0-9a-f]{64})\b")
_HEAD = 8_192
"""Characters of a content file that its front matter's source stands in."""
_LONGEST_NAME = 60


def run(options: Namespace) -> int:
    """Build every source and file it. What was built from the same bytes before is not built onto: its path is printed."""
    tasks = list(tasks_of(options.sources))
    if not tasks:
        raise Failure("nothing to add: the folder holds no text, page or Markdown file", NO)
    folder = paths.library()
    status = OK
    try:
        folder.mkdir(parents=True, exist_ok=True)
        known = _known(folder.glob("*.md"))
        for outcome in watched(run_all(tasks, "markdown", options.kind, options.jobs), len(tasks)):
            status = max(status, _filed(outcome, folder, known, len(tasks)))
    except OSError as error:
        raise Failure(f"{folder}: {error.strerror or error}") from None
    return status


def _known(files: Iterable[Path]) -> dict[str, Path]:
    """The content files by the SHA-256 of what they were built from."""
    known: dict[str, Path] = {}
    for path in sorted(files):
        try:
            with path.open(encoding="utf-8", errors="replace") as file:
                told = _SHA256.search(file.read(_HEAD))
        except OSError:
            continue
        if told:
            known.setdefault(told[1], path)
    return known


def _filed(outcome: Outcome, folder: Path, known: dict[str, Path], count: int) -> int:
    """File what was built, or tell why not; gives the exit status for it."""
    if outcome.error:
        if count == 1:
            raise Failure(f"{outcome.source}: {outcome.error}", STATUS[outcome.failed])
        say(f"{outcome.source}: {outcome.error}")
        return STATUS[outcome.failed]
    for note in outcome.notes:
        say(f"{outcome.source}: {note}")
    told = _SHA256.search(outcome.text[:_HEAD])
    there = known.get(told[1]) if told else None
    if there is not None:
        say(f"{outcome.source}: already in the library; to build it anew, give 'briefing build … -o' that file")
        put(one_line(str(there)))
        return OK
    path = _written(folder, outcome)
    if told:
        known[told[1]] = path
    put(one_line(str(path)))
    return OK


def _written(folder: Path, outcome: Outcome) -> Path:
    """The new file: named after the title, numbered where the name is taken. Raises OSError."""
    from briefing_tui.contentfile.write.disk import write_new

    stem = outcome.name[:_LONGEST_NAME].strip("-") or "briefing"
    number = 0
    while True:
        path = folder / f"{stem}-{number}.md" if number else folder / f"{stem}.md"
        try:
            write_new(path, outcome.text)
        except FileExistsError:
            number += 1
        else:
            return path
