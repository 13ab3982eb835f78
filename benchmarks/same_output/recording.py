"""Run a program's commands on inputs and record every output, to compare two versions.

A recording is a folder with one packed file of JSON lines for each part (a set of inputs). Each line is one Record.
"""

import gzip
import json
import os
import re
import secrets
import shutil
import subprocess
import tempfile
from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import asdict, dataclass
from datetime import UTC, datetime
from pathlib import Path
from types import TracebackType
from typing import Self

INPUT = "input"
"""The group of records with the SHA-256 of an input instead of an output."""
ALL = "*"
"""The source of a record that depends on every input of its part."""

_RUNNER = Path(__file__).with_name("command_runner.py")
_ENDING = ".jsonl.gz"
_TIME = re.compile(r"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z")


@dataclass(frozen=True, slots=True)
class Record:
    """One output: that of a command, or the text of a file it wrote.

    `group` is the kind of command, under which differences are counted; `name` is unique within a part; `source` is the input
    that the output depends on: ALL for every input of the part, empty for none.
    """

    group: str
    name: str
    source: str
    status: int
    stdout: str
    stderr: str = ""


def normalised(text: str, folder: Path, started: str) -> str:
    """Replace the path of the work folder, and the times from `started` on.


    This is the only place where an output is changed. Everything else is fixed: notes have ids and times of their own, the
    environment is the same, and articles are built one after the other.
    """
    text = text.replace(str(folder), "<work>")
    return _TIME.sub(lambda found: "<now>" if found[0] >= started else found[0], text)


class Program:
    """Runs a program's commands in its own work folder, isolated from the user's folders.

    `records` has the outputs.
    """

    def __init__(self, script: Path) -> None:
        """Start the Python that the script's first line names. Raises OSError and ValueError."""
        self.records: list[Record] = []
        # The name has a fixed length and no punctuation, so that no wrapped or escaped line depends on it.
        self.folder = Path(tempfile.gettempdir(), f"sameoutput{secrets.token_hex(6)}")
        self.folder.mkdir()
        self._names: Counter[str] = Counter()
        self._started = datetime.now(UTC).isoformat(timespec="milliseconds").replace("+00:00", "Z")
        self._process = subprocess.Popen(
            [_python_of(script), "-P", str(_RUNNER), str(script.absolute())],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            encoding="utf-8",
            cwd=self.folder,
            env=_environment(self.folder),
        )

    def __enter__(self) -> Self:
        """Return itself."""
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None) -> None:
        """End the process and remove the work folder."""
        self._process.communicate()
        shutil.rmtree(self.folder)

    def run(
        self, group: str, *arguments: str, source: str = "", given: str = "", environment: Mapping[str, str] | None = None
    ) -> Record:
        """Run a command and record its output. `given` is its standard input, the text of `source`.

        The returned record is not normalised; the recorded one is. Raises RuntimeError if the program's process died.
        """
        assert self._process.stdin
        assert self._process.stdout
        request = {"arguments": arguments, "input": given, "environment": environment or {}}
        self._process.stdin.write(json.dumps(request) + "\n")
        self._process.stdin.flush()
        answer = self._process.stdout.readline()
        if not answer:
            raise RuntimeError(f"the program's process ended at: {' '.join(arguments)}")
        name = " ".join([*arguments, *(["<", source] if given else [])])
        found = Record(group, self._name(name), source, **json.loads(answer))
        self._keep(found)
        return found

    def keep_file(self, group: str, path: str, source: str = "") -> bool:
        """Record a file that a command may have written; return whether it exists."""
        file = self.folder / path
        is_there = file.is_file()
        text = file.read_bytes().decode("utf-8", "surrogateescape") if is_there else ""
        self._keep(Record(group, self._name(f"file {path}"), source, int(not is_there), text))
        return is_there

    def keep_folder(self, group: str, path: str) -> None:
        """Record the text of every file in a folder and those below it."""
        for file in sorted(file for file in (self.folder / path).rglob("*") if file.is_file()):
            self.keep_file(group, str(file.relative_to(self.folder)))

    def keep_input(self, source: str, digest: str) -> None:
        """Record the SHA-256 of an input, so that a comparison can skip changed inputs."""
        self.records.append(Record(INPUT, source, source, 0, digest))

    def _name(self, name: str) -> str:
        self._names[name] += 1
        return name if self._names[name] == 1 else f"{name} ({self._names[name]})"

    def _keep(self, record: Record) -> None:
        parts = asdict(record)
        for key in ("name", "stdout", "stderr"):
            parts[key] = normalised(parts[key], self.folder, self._started)
        self.records.append(Record(**parts))


def _python_of(script: Path) -> str:
    with script.open("rb") as file:
        first = file.readline().decode("utf-8", "replace").strip()
    if not first.startswith("#!") or "python" not in first:
        raise ValueError(f"{script}: its first line names no Python; name the script that an installation made")
    return first[2:].strip()


def _environment(folder: Path) -> dict[str, str]:
    """Return variables that shut out the user's folders, terminal, language and time zone."""
    places = {f"XDG_{name}_HOME": str(folder / name.lower()) for name in ("DATA", "STATE", "CONFIG", "CACHE")}
    return {
        "PATH": os.environ.get("PATH", ""),
        "TMPDIR": tempfile.gettempdir(),
        "HOME": str(folder / "home"),
        **places,
        "BRIEFING_LIBRARY": str(folder / "library"),
        "TZ": "UTC",
        "LC_ALL": "C.UTF-8",
        "TERM": "xterm-256color",
        "COLUMNS": "80",
        "LINES": "24",
        "PYTHONHASHSEED": "0",
    }


def write_records(folder: Path, part: str, records: list[Record]) -> None:
    """Write a part of a recording; an earlier one of that name is replaced."""
    folder.mkdir(parents=True, exist_ok=True)
    with gzip.open(folder / f"{part}{_ENDING}", "wt", compresslevel=1, encoding="utf-8") as file:
        file.writelines(json.dumps(asdict(record)) + "\n" for record in records)


def read_records(folder: Path, part: str) -> Iterator[Record]:
    """Yield the records of a part, in the order they were made."""
    with gzip.open(folder / f"{part}{_ENDING}", "rt", encoding="utf-8") as file:
        yield from (Record(**json.loads(line)) for line in file)


def parts_of(folder: Path) -> list[str]:
    """Return the names of a recording's parts."""
    return sorted(file.name.removesuffix(_ENDING) for file in folder.glob(f"*{_ENDING}"))
