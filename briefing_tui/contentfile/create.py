"""A new content file on disk: whole or not there, and never in the place of another file."""

import os
import tempfile
from pathlib import Path


def write_new(path: Path, text: str) -> None:
    """Write a file that is whole or not there: beside its place first, then moved. Raises OSError; FileExistsError where there is
    one of that name."""
    path.parent.mkdir(parents=True, exist_ok=True)
    handle, name = tempfile.mkstemp(dir=path.parent, prefix=".", suffix=path.suffix)
    try:
        with os.fdopen(handle, "w", encoding="utf-8", newline="\n") as file:
            file.write(text if text.endswith("\n") else text + "\n")
            file.flush()
            os.fsync(file.fileno())
        Path(name).chmod(0o644)
        _put_in_place(Path(name), path)
    finally:
        Path(name).unlink(missing_ok=True)


def _put_in_place(made: Path, path: Path) -> None:
    """Give a file its name, unless that is taken. Raises FileExistsError."""
    try:
        os.link(made, path)
    except FileExistsError:
        raise
    except OSError:  # a file system without links
        if path.exists():
            raise FileExistsError(17, "exists already", str(path)) from None
        made.replace(path)
