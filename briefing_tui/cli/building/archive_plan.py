"""Plan which pages of web archives are built, and into which files.

The name of a file is made of the page's address and day alone, so a run that was interrupted, on however many machines, goes on
where it was. Pages that hold no article have no file; they are remembered in `failures.jsonl`.
"""

import json
from collections import Counter
from collections.abc import Iterable
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple
from urllib.parse import urlsplit

from briefing_tui.cli.building.jobs import Outcome, Task
from briefing_tui.file_io import append_line, read_file
from briefing_tui.model.identity import address_key
from briefing_tui.sources.archives.parts import SUFFIXES, is_archive
from briefing_tui.text.slugs import slug

if TYPE_CHECKING:
    from briefing_tui.sources.archives.survey import ArchivedPage, Survey

FAILURES = "failures.jsonl"
"""The file in the output folder that lists the pages that could not be built."""
_LARGEST = 2**30
_LONGEST = 80


class SurveyedPages(NamedTuple):
    """Pages that may hold articles, and how many were left out as duplicates."""

    tasks: list[Task]
    duplicates: int


NO_PAGES = SurveyedPages([], 0)


class ArchivePlan(NamedTuple):
    """The pages to build, each with its file.

    `done` counts those that an earlier run built, `failed_before` those that it could not, and `duplicates` pages whose address
    was archived before on the same day.
    """

    planned: list[tuple[Task, Path]]
    done: int
    failed_before: int
    duplicates: int


def split_archives(tasks: Iterable[Task]) -> tuple[list[str], list[Task]]:
    """Separate web archives from other sources."""
    archives: list[str] = []
    others: list[Task] = []
    for task in tasks:
        if _is_archive(task.source):
            archives.append(task.source)
        else:
            others.append(task)
    return archives, others


def has_archive_name(path: Path) -> bool:
    """Return whether a file of a folder is a web archive by its name."""
    return path.name.lower().endswith(SUFFIXES)


def _is_archive(source: str) -> bool:
    try:
        return is_archive(Path(source))
    except (OSError, ValueError):
        return False


def page_tasks(surveys: "Iterable[Survey]") -> SurveyedPages:
    """Return a task for the first page of each address and day."""
    tasks: dict[bytes, Task] = {}
    count = 0
    for survey in surveys:
        for page in survey.pages:
            count += 1
            tasks.setdefault(_key(page), Task(f"{survey.archive}:{page.offset}: {page.url}", page=page))
    return SurveyedPages(list(tasks.values()), count - len(tasks))


def plan_pages(surveyed: SurveyedPages, folder: Path, suffix: str) -> ArchivePlan:
    """Decide which pages are still to be built in a folder. Raises OSError."""
    failed = _failed_before(folder)
    planned: list[tuple[Task, Path]] = []
    counts: Counter[str] = Counter()
    for task in surveyed.tasks:
        assert task.page
        name = file_name(task.page)
        if (folder / f"{name}{suffix}").exists():
            counts["done"] += 1
        elif name in failed:
            counts["failed"] += 1
        else:
            planned.append((task, folder / f"{name}{suffix}"))
    return ArchivePlan(planned, counts["done"], counts["failed"], surveyed.duplicates)


def _key(page: "ArchivedPage") -> bytes:
    """Return what is the same for pages with the same address and day, in 16 bytes."""
    from hashlib import sha256  # takes 6 ms

    return sha256(f"{address_key(page.url) or page.url} {page.day}".encode()).digest()[:16]


def file_name(page: "ArchivedPage") -> str:
    """Return the name of a page's file without its ending.

    It is made of day, host and path in words, and a part of their hash.
    """
    try:
        address = urlsplit(page.url)
        words = f"{address.hostname or ''} {Path(address.path).stem}"
    except ValueError:
        words = "page"
    stem = slug(f"{page.day} {words}".replace(".", " "))[:_LONGEST].strip("-")
    return f"{stem}-{_key(page).hex()[:12]}"


def note_failure(folder: Path, task: Task, outcome: Outcome) -> None:
    """Remember a page that could not be built. Raises OSError."""
    assert task.page
    facts = {
        "page": file_name(task.page),
        "url": task.page.url,
        "day": task.page.day,
        "archive": Path(task.page.archive).name,
        "offset": task.page.offset,
        "error": outcome.error,
    }
    append_line(folder / FAILURES, json.dumps(facts))


def _failed_before(folder: Path) -> set[str]:
    """Return the names of the pages that an earlier run could not build; a line that was cut off counts for none."""
    try:
        data = read_file(folder / FAILURES, _LARGEST)
    except FileNotFoundError:
        return set()
    names: set[str] = set()
    for line in data.splitlines():
        try:
            found = json.loads(line)
        except ValueError:
            continue
        if isinstance(found, dict) and isinstance(found.get("page"), str):
            names.add(found["page"])
    return names
