"""Fuzz one target in this process until the time is over or something breaks.

    python -m fuzz.one TARGET SECONDS FOLDER

With atheris (`pip install briefing-tui[fuzz]`), inputs are chosen by coverage; without, they are made from the corpus alone.
FOLDER keeps the inputs that reached new code, the slowest one, and the one that broke something.
"""

import json
import os
import random
import resource
import subprocess
import sys
import time
from collections.abc import Callable
from pathlib import Path

from fuzz.mutate import CORPUS, Mutator

SLOWEST, SLOWEST_KEYS = 2.0, 10.0
"""Seconds of processor time allowed for one input, and for two hundred keys in the reader."""
MEMORY = 1024
"""MiB allowed for a process; one of the reader starts at about 100."""

HUNG = 300
"""Seconds by the clock after which an input hangs, even within one regular expression."""

Target = Callable[[bytes], None]


class Watch:
    """Runs a target, counts, and fails on an input that is too slow."""

    def __init__(self, name: str, folder: Path) -> None:
        self.name, self.run, self.folder = name, load(name), folder
        self.limit = SLOWEST_KEYS if name == "reader" else SLOWEST
        self.executions, self.slowest, self.slowest_size = 0, 0.0, 0
        self.reported = time.monotonic()

    def __call__(self, data: bytes) -> None:
        """Run the target once. Raises the errors of the target, and TimeoutError."""
        self.executions += 1
        try:
            seconds = seconds_of(self.run, data)
        except BaseException:
            (self.folder / "broken").write_bytes(data)
            self.report()
            raise
        if seconds > self.slowest:
            self.slowest, self.slowest_size = seconds, len(data)
            (self.folder / "slowest").write_bytes(data)
        if seconds > self.limit:
            self.is_slow(data)
        if time.monotonic() > self.reported + 1:
            self.report()

    def is_slow(self, data: bytes) -> None:
        """Raise TimeoutError if the input is also too slow in a separate process.

        Nothing is instrumented there.
        """
        path = self.folder / "broken"
        path.write_bytes(data)
        seconds = float(subprocess.check_output([sys.executable, "-m", "fuzz.one", "--time", self.name, str(path)]))
        if seconds > self.limit:
            self.report()
            raise TimeoutError(f"{seconds:.1f} s for {len(data)} bytes")
        path.unlink()

    def report(self) -> None:
        """Write the progress to the folder."""
        self.reported = time.monotonic()
        peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss // (1024 * 1024 if sys.platform == "darwin" else 1024)
        state = {
            "executions": self.executions,
            "processor_seconds": round(time.process_time(), 1),
            "peak_mib": peak,
            "slowest_seconds": round(self.slowest, 3),
            "slowest_bytes": self.slowest_size,
        }
        (self.folder / "state.json").write_text(json.dumps(state))


def guided(name: str, seconds: int, folder: Path) -> None:
    """Fuzz with atheris, which keeps inputs that reach new code and changes them further."""
    import atheris

    with atheris.instrument_imports(include=["briefing_tui"]):
        watch = Watch(name, folder)
        warm(watch, name)
    mutator = Mutator(name)

    def mutate(data: bytes, largest: int, seed: int) -> bytes:
        dice = random.Random(seed)
        largest = min(largest, mutator.size(dice))
        if dice.random() < 0.25:
            return bytes(atheris.Mutate(data[:largest], largest))
        return mutator.mutated(data[:largest], dice, largest)

    reached = folder / "reached"
    reached.mkdir(exist_ok=True)
    options = [
        f"-max_total_time={seconds}",
        f"-max_len={mutator.largest}",
        "-len_control=0",
        f"-rss_limit_mb={MEMORY}",
        f"-timeout={HUNG}",
        "-report_slow_units=3600",
        "-print_final_stats=1",
        f"-artifact_prefix={folder}/",
        str(reached),
        str(CORPUS / name),
    ]
    atheris.Setup([name, *options], watch, custom_mutator=mutate)
    atheris.Fuzz()


def unguided(name: str, seconds: float, folder: Path) -> None:
    """Fuzz without atheris."""
    resource.setrlimit(resource.RLIMIT_DATA, (MEMORY << 20, MEMORY << 20))
    watch, mutator = Watch(name, folder), Mutator(name)
    warm(watch, name)
    dice = random.Random(os.urandom(16))
    end = time.monotonic() + seconds
    while time.monotonic() < end:
        watch(mutator.mutated(dice.choice(mutator.seeds), dice, mutator.size(dice)))
    watch.report()


def warm(watch: Watch, name: str) -> None:
    """Run the seeds, so that everything is imported and instrumented before the first input."""
    for data in Mutator(name).seeds:
        watch.run(data)


def load(name: str) -> Target:
    """Return a target by its name."""
    from fuzz.targets import TARGETS

    return TARGETS[name]


def seconds_of(run: Target, data: bytes) -> float:
    """Return the processor seconds of a target for an input, or of its longest step."""
    from fuzz.targets import steps

    steps.clear()
    start = time.process_time()
    run(data)
    return max(steps, default=time.process_time() - start)


def seconds_alone(name: str, data: bytes) -> float:
    """Return the same without instrumentation, after the seeds have run.

    This is the best of three runs, or the first that is fast.
    """
    run, seconds = load(name), SLOWEST_KEYS * 100
    for seed in Mutator(name).seeds:
        run(seed)
    for _ in range(3):
        seconds = min(seconds, seconds_of(run, data))
        if seconds < SLOWEST / 2:
            break
    return seconds


def main() -> None:
    """Fuzz a target, with atheris if it is installed."""
    if sys.argv[1] == "--time":
        os.write(1, str(seconds_alone(sys.argv[2], Path(sys.argv[3]).read_bytes())).encode())  # The reader keeps sys.stdout.
        return
    name, seconds, folder = sys.argv[1], int(sys.argv[2]), Path(sys.argv[3])
    folder.mkdir(parents=True, exist_ok=True)
    try:
        import atheris  # noqa: F401
    except ImportError:
        unguided(name, seconds, folder)
    else:
        guided(name, seconds, folder)


if __name__ == "__main__":
    main()
