"""Make the tasks of `build` and `add` from what the user names."""

from collections.abc import Iterator
from pathlib import Path

from briefing_tui.application.inputs import STDIN, InputError, piped_in
from briefing_tui.cli.building.archive_plan import has_archive_name
from briefing_tui.cli.building.jobs import Task
from briefing_tui.cli.outcome import Failure
from briefing_tui.fetching.addresses import addresses_in, is_web_address, other_scheme

_LONGEST_LIST = 10_000_000
"""Bytes from which what is piped in is no list of addresses."""


def tasks_of(names: list[str]) -> Iterator[Task]:
    """Yield a task for each source.

    Sources are files, the files of a folder, addresses of the web, and standard input, which may be a list of addresses.
    A missing file is a task that will fail. Raises Failure for an empty name.
    """
    for name in names:
        if not name:
            raise Failure("an empty name is no source: give a file, a folder, an address, or - for standard input")
        if name == STDIN:
            yield from _piped_in_tasks()
        elif is_web_address(name):
            yield Task(name)
        elif scheme := other_scheme(name):
            yield Task(name, failure=f"only http and https addresses are fetched, not '{scheme}:'; give a file")
        elif (path := Path(name)).is_dir():
            yield from _tasks_in(path)
        else:
            yield Task(name)


def _tasks_in(folder: Path) -> Iterator[Task]:
    """Yield a task for each file of a folder that is a source by its name.

    Names with a dot first are left out, and what a browser saved in a folder beside a page.
    """
    from briefing_tui.sources.registry import suffixes
    from briefing_tui.sources.shared.page_folders import without_page_folders

    named = (file for file in folder.rglob("*") if file.suffix.lower() in suffixes() or has_archive_name(file))
    found = sorted(file for file in named if file.is_file())
    kept = set(without_page_folders(file.as_posix() for file in found))
    for file in found:
        if file.as_posix() in kept and not any(part.startswith(".") for part in file.parts):
            yield Task(str(file))


def _piped_in_tasks() -> Iterator[Task]:
    """Yield a task for what is piped in, or one for each address if it is a list of them."""
    from briefing_tui.sources import MAX_BYTES

    try:
        data = piped_in(STDIN, MAX_BYTES + 1) or b""
    except InputError as error:
        yield Task(STDIN, failure=str(error))
        return
    addresses = addresses_in(data.decode("utf-8", "replace")) if len(data) < _LONGEST_LIST else []
    yield from [Task(address) for address in addresses] or [Task(STDIN, data=data)]
