"""`briefing check`: report problems of content files, and compare them with their sources."""

from argparse import Namespace
from collections.abc import Iterator
from pathlib import Path

from briefing_tui.application.proving import KEPT_SOURCES
from briefing_tui.cli.outcome import NO, OK, WRONG, Failure, put, say
from briefing_tui.contentfile.check.checker import Report, check_paths
from briefing_tui.presentation.counts import counted_any
from briefing_tui.text.safety import one_line


def run(options: Namespace) -> int:
    """Print every problem as `FILE:LINE: what; what to do`; return the exit status.

    Words are proved against the given source, otherwise against the kept one.

    Raises Failure for a missing source.
    """
    source = None if options.source is None else Path(options.source)
    if source and not (source.is_file() or source.is_dir()):
        what = "neither a file nor a folder" if source.exists() else "no such file or folder"
        raise Failure(f"{source}: {what}; give the source, or the folder that holds it")
    report = check_paths([Path(file) for file in options.files], source, KEPT_SOURCES)
    for line in _problems(report):
        put(line)
    for line in report.unreadable:
        say(line)
    for file in report.files:
        if file.unreadable:
            say(file.unreadable)
        elif file.proof and (file.proof.passages or file.proof.status != "failed"):
            say(f"{file.path}: {file.proof.note}")
    say(_outcome(report))
    return _status(report)


def _problems(report: Report) -> Iterator[str]:
    for file in report.files:
        for problem in (*file.problems, *(file.proof.problems if file.proof else ())):
            yield one_line(f"{file.path}:{problem.line}: {problem.what}; {problem.do}")


def _outcome(report: Report) -> str:
    unreadable = len(report.unreadable) + sum(1 for file in report.files if file.unreadable)
    counts = [_counted(sum(1 for file in report.files if not file.unreadable), "file"), _counted(report.problems, "problem")]
    return ", ".join((*counts, *([f"{unreadable} unreadable"] if unreadable else [])))


def _status(report: Report) -> int:
    if report.unreadable or any(file.unreadable for file in report.files):
        return WRONG
    return OK if report.is_good else NO


def _counted(number: int, noun: str) -> str:
    return counted_any(number, noun) or f"no {noun}s"
