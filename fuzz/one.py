"""One target fuzzed in this process, until the time is over or something broke: `python -m fuzz.one TARGET SECONDS FOLDER`.

Coverage leads the way where atheris is installed (`pip install briefing-tui[fuzz]`); elsewhere inputs are made from the corpus
alone. FOLDER keeps what was found: the inputs that reached new code, the slowest, and the one that broke something.
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
"""Seconds of processor time that the program may take for one thing; the reader, for two hundred keys."""
MEMORY = 1024
"""MiB that a process may hold; one of the reader starts at about 100."""

HUNG = 300
"""Seconds by the clock after which an input is given up: what never ends, also within one regular expression."""

Target = Callable[[bytes], None]


class Watch:
    """A target under watch: counts, keeps the slowest input, and fails on one that is too slow."""

    def __init__(self, name: str, folder: Path) -> None:
        self.name, self.run, self.folder = name, load(name), folder
        self.limit = SLOWEST_KEYS if name == "reader" else SLOWEST
        self.executions, self.slowest, self.slowest_size = 0, 0.0, 0
        self.told = time.monotonic()

    def __call__(self, data: bytes) -> None:
        """Run the target once. Raises what it raises, and TimeoutError."""
        self.executions += 1
        try:
            taken = seconds_of(self.run, data)
        except BaseException:
            (self.folder / "broken").write_bytes(data)
            self.tell()
            raise
        if taken > self.slowest:
            self.slowest, self.slowest_size = taken, len(data)
            (self.folder / "slowest").write_bytes(data)
        if taken > self.limit:
            self.is_slow(data)
        if time.monotonic() > self.told + 1:
            self.tell()

    def is_slow(self, data: bytes) -> None:
        """Raises TimeoutError where the input takes too long in a process of its own, too, where nothing is instrumented."""
        path = self.folder / "broken"
        path.write_bytes(data)
        taken = float(subprocess.check_output([sys.executable, "-m", "fuzz.one", "--time", self.name, str(path)]))
        if taken > self.limit:
            self.tell()
            raise TimeoutError(f"{taken:.1f} s for {len(data)} bytes")
        path.unlink()

    def tell(self) -> None:
        """Write down how far it is."""
        self.told = time.monotonic()
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
    """Fuzz with atheris: inputs that reach new code are kept and changed further."""
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
    watch.tell()


def warm(watch: Watch, name: str) -> None:
    """Import what the target imports, so that its first input is not slow, and all of it is instrumented."""
    for data in Mutator(name).seeds:
        watch.run(data)


def load(name: str) -> Target:
    """A target by its name."""
    from fuzz.targets import TARGETS

    return TARGETS[name]


def seconds_of(run: Target, data: bytes) -> float:
    """Processor time that a target takes for an input; of one that does several things, the longest takes."""
    from fuzz.targets import steps

    steps.clear()
    start = time.process_time()
    run(data)
    return max(steps, default=time.process_time() - start)


def seconds_alone(name: str, data: bytes) -> float:
    """The same where nothing is instrumented and all that is needed is loaded: the best of three, or one that is short."""
    run, taken = load(name), SLOWEST_KEYS * 100
    for seed in Mutator(name).seeds:
        run(seed)
    for _ in range(3):
        taken = min(taken, seconds_of(run, data))
        if taken < SLOWEST / 2:
            break
    return taken


def main() -> None:
    """Fuzz a target, with atheris where it is installed."""
    if sys.argv[1] == "--time":
        os.write(1, str(seconds_alone(sys.argv[2], Path(sys.argv[3]).read_bytes())).encode())  # the reader keeps sys.stdout
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
