"""Time `briefing build` of a web archive in processes and in workers of Dask.

    python -m benchmarks.sources.archive_speed ARCHIVE [--rounds 1] [--ways one two dask]

Each way builds into a fresh folder, in turn, so that a change of the machine's load meets all. Printed are the seconds by the
clock, those of the processors, and files and bytes written; the files must be the same, byte for byte.
"""

import argparse
import hashlib
import resource
import statistics
import subprocess
import sys
import tempfile
import time
from pathlib import Path

from benchmarks.shared.machine import briefing, compile_modules, description, fresh_environment

WAYS = {"one": ["--jobs", "1"], "two": ["--jobs", "2"], "dask": ["--cluster", "local", "--jobs", "2"]}


def _processor_seconds() -> float:
    used = resource.getrusage(resource.RUSAGE_CHILDREN)
    return used.ru_utime + used.ru_stime


def _digest(folder: Path) -> tuple[str, int, int]:
    """Return a hash of a folder's files with their names, their number, and their bytes."""
    digest, count, size = hashlib.sha256(), 0, 0
    for path in sorted(folder.iterdir()):
        data = path.read_bytes()
        digest.update(path.name.encode() + hashlib.sha256(data).digest())
        count, size = count + 1, size + len(data)
    return digest.hexdigest(), count, size


def main() -> None:
    """Print a table."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("archive", type=Path)
    parser.add_argument("--rounds", type=int, default=1)
    parser.add_argument("--ways", nargs="+", choices=WAYS, default=list(WAYS))
    options = parser.parse_args()
    compile_modules()
    print(description())
    made = set()
    taken: dict[str, list[tuple[float, float]]] = {way: [] for way in options.ways}
    for _ in range(options.rounds):
        for way in options.ways:
            with tempfile.TemporaryDirectory() as home:
                output = Path(home, "out")
                command = [*briefing(), "build", str(options.archive), "-o", str(output), *WAYS[way]]
                before, started = _processor_seconds(), time.perf_counter()
                done = subprocess.run(command, env=fresh_environment(home), check=False, stderr=subprocess.PIPE)
                taken[way].append((time.perf_counter() - started, _processor_seconds() - before))
                if done.returncode == 2:
                    sys.exit(done.stderr.decode())
                made.add(_digest(output))
    print("| way | seconds | of the processors |\n| --- | ---: | ---: |")
    for way, times in taken.items():
        clock, cores = (statistics.median(one[at] for one in times) for at in (0, 1))
        print(f"| {' '.join(WAYS[way])} | {clock:.1f} | {cores:.1f} |")
    for _, count, size in made:
        print(f"{count} files, {size:,} bytes")
    print("the files are the same" if len(made) == 1 else "THE FILES DIFFER")
    print(f"load at the end: {description()}")


if __name__ == "__main__":
    main()
