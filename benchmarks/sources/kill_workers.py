"""Kill workers of a Dask build at random moments, and compare its files.

    python -m benchmarks.sources.kill_workers ARCHIVE [--kills 20] [--seed 1]

`briefing build ARCHIVE -o OUT --cluster local --jobs 2` is run again and again, each time into a new folder; while it builds, a
worker chosen at random is ended with SIGKILL after a random time, until so many were killed. Each run must end well, and with the
same files, byte for byte, as the build by one process. A kill counts only if the worker was at work, that is, if the run had not
finished before it.
"""

import argparse
import random
import subprocess
import sys
import tempfile
import time
from contextlib import suppress
from pathlib import Path

import psutil

from benchmarks.shared.machine import briefing, description, fresh_environment


def files_of(folder: Path) -> dict[str, bytes]:
    """Return the files of a folder by their names, with their bytes."""
    return {path.name: path.read_bytes() for path in sorted(folder.iterdir())}


def workers_of(build: "subprocess.Popen[bytes]") -> list[psutil.Process]:
    """Return the processes of a build's workers: those that Python started anew."""
    found = []
    with suppress(psutil.Error):
        for one in psutil.Process(build.pid).children(recursive=True):
            with suppress(psutil.Error):  # it has just ended
                if "spawn_main" in " ".join(one.cmdline()):
                    found.append(one)
    return found


def killed_in_run(archive: Path, output: Path, home: str, chance: random.Random, most: int) -> tuple[int, int, float]:
    """Build with Dask, and kill workers.

    Returns how many were killed, the exit status, and the seconds.
    """
    started = time.monotonic()
    command = [*briefing(), "build", str(archive), "-o", str(output), "--cluster", "local", "--jobs", "2"]
    with subprocess.Popen(command, env=fresh_environment(home), stderr=subprocess.DEVNULL) as build:
        killed = 0
        while killed < most and build.poll() is None:
            time.sleep(chance.uniform(0.2, 4))
            is_building = output.is_dir() or time.monotonic() - started > 3
            workers = workers_of(build)
            if is_building and workers and build.poll() is None:
                with suppress(psutil.NoSuchProcess):
                    chance.choice(workers).kill()
                    killed += 1
        status = build.wait()
    return killed, status, time.monotonic() - started


def main() -> None:
    """Print a line for each run, and the sum."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("archive", type=Path)
    parser.add_argument("--kills", type=int, default=20)
    parser.add_argument("--seed", type=int, default=1)
    options = parser.parse_args()
    chance = random.Random(options.seed)
    print(description())
    with tempfile.TemporaryDirectory() as home:
        wanted = Path(home, "one")
        one = [*briefing(), "build", str(options.archive), "-o", str(wanted), "--jobs", "1"]
        status = subprocess.run(one, env=fresh_environment(home), check=False, stderr=subprocess.DEVNULL).returncode
        expected = files_of(wanted)
        killed, runs, is_same = 0, 0, True
        while killed < options.kills:
            output = Path(home, f"run-{runs}")
            count, ended, seconds = killed_in_run(options.archive, output, home, chance, options.kills - killed)
            same = ended == status and files_of(output) == expected
            result = "the same" if same else "DIFFERENT"
            print(f"run {runs + 1}: {count} killed, {seconds:.1f} s, {len(expected)} files, {result}")
            killed, runs, is_same = killed + count, runs + 1, is_same and same
        print(f"{killed} workers killed in {runs} runs: {'no page lost or duplicated' if is_same else 'NOT THE SAME'}")
        sys.exit(not is_same)


if __name__ == "__main__":
    main()
