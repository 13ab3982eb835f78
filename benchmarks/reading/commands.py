"""Measure the commands that need no terminal, from start to exit.

    python -m benchmarks.reading.commands [--runs 15]

They are compared with importing Textual, which they do without. `show` and `check` run on the longest shipped briefing, `list`
on the folder of all. The commands are started in turn. Prints a Markdown table of medians; a ratio is the median of the ratios of
each run to the import just before.
"""

import argparse
import statistics
import subprocess
import sys
import tempfile
import time

from benchmarks.shared.machine import CONTENT, briefing, compile_modules, description, fresh_environment

FLOOR = "import textual.app, textual.widgets"


def commands() -> dict[str, list[str]]:
    """Return the commands by name, the import first."""
    longest = str(max(CONTENT.glob("*.md"), key=lambda path: path.stat().st_size))
    return {
        FLOOR: [sys.executable, "-c", FLOOR],
        "briefing show": [*briefing(), "show", longest],
        "briefing show --format json": [*briefing(), "show", longest, "--format", "json"],
        "briefing check": [*briefing(), "check", longest],
        "briefing list": [*briefing(), "list", str(CONTENT)],
        "Tab after an option": [*briefing(), "_complete", "show", "--pa"],
        "Tab after an id": [*briefing(), "_complete", "show", "us"],
        "Tab after --speaker": [*briefing(), "_complete", "show", longest, "--speaker", ""],
    }


def seconds(command: list[str], environment: dict[str, str]) -> float:
    """Return the seconds from start to exit. Raises CalledProcessError."""
    start = time.perf_counter()
    subprocess.run(command, env=environment, capture_output=True, check=True)
    return time.perf_counter() - start


def main() -> None:
    """Measure and print the table."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--runs", type=int, default=15, help="starts of each command")
    runs = parser.parse_args().runs
    compile_modules()
    timed: dict[str, list[float]] = {name: [] for name in commands()}
    with tempfile.TemporaryDirectory() as home:
        environment = fresh_environment(home)
        for number in range(runs + 1):
            for name, command in commands().items():
                elapsed = seconds(command, environment)
                if number:  # The first round only warms up.
                    timed[name].append(elapsed)
    sys.stdout.write(
        f"{description()}; medians of {runs} runs\n\n| command | start to exit | against the import |\n| --- | --- | --- |\n"
    )
    for name, values in timed.items():
        ratio = statistics.median(value / floor for value, floor in zip(values, timed[FLOOR], strict=True))
        sys.stdout.write(f"| `{name}` | {statistics.median(values) * 1000:.0f} ms | {ratio:.2f} × |\n")


if __name__ == "__main__":
    main()
