"""Write a file that the user names, in the format of its ending."""

from collections.abc import Callable, Iterable, Mapping
from pathlib import Path

from briefing_tui.file_io import write_atomically

Writers = Mapping[str, Callable[[], Iterable[str]]]
"""By the ending of a name: what makes the pieces of the file."""


def write_new(name: str, writers: Writers) -> str:
    """Write a file that is not there yet; return what is wrong, or nothing."""
    path = Path(name.strip()).expanduser()
    write = writers.get(path.suffix.lower())
    if write is None:
        *others, last = writers
        return f"The name must end in {', '.join(others)} or {last}."
    if path.exists():
        return f"{path.name} is there already; choose another name."
    try:
        write_atomically(path, write())
    except OSError as error:
        return f"{path}: {error.strerror or error}"
    return ""
