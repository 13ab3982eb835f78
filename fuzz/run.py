"""Fuzz every target, or those named, and print a table of results.

    python fuzz/run.py [--minutes 60] [--jobs 1] [--fresh] [TARGET ...]
    python fuzz/run.py --input FILE TARGET

A target that was already fuzzed that long is not fuzzed again, so that an interrupted run continues; --fresh deletes earlier
results. Everything is kept in fuzz/work/TARGET. Exit status 1 if something broke: the input is named, and --input runs it again.
"""

import argparse
import json
import os
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from typing import Any

ROOT = Path(__file__).parent.parent
WORK = ROOT / "fuzz" / "work"
sys.path.insert(0, str(ROOT))


def environment(home: str) -> dict[str, str]:
    """Return an environment in which no file of the user is read or written."""
    kept = {name: value for name, value in os.environ.items() if name in ("PATH", "LD_LIBRARY_PATH", "VIRTUAL_ENV")}
    folders = {f"XDG_{name}_HOME": str(Path(home, name.lower())) for name in ("CONFIG", "DATA", "STATE", "CACHE")}
    fixed = {"TZ": "UTC", "LC_ALL": "C.UTF-8", "TERM": "xterm-256color", "TEXTUAL_ANIMATIONS": "none", "TMPDIR": home}
    return kept | folders | fixed | {"HOME": home, "PYTHONPATH": str(ROOT), "BRIEFING_LIBRARY": str(Path(home, "library"))}


def fuzz(target: str, minutes: float) -> dict[str, Any]:
    """Fuzz a target in a separate process and return the result."""
    folder = WORK / target
    folder.mkdir(parents=True, exist_ok=True)
    (folder / "broken").unlink(missing_ok=True)
    seconds = str(max(1, round(minutes * 60)))
    with tempfile.TemporaryDirectory() as home, (folder / "log").open("wb") as log:
        command = [sys.executable, "-m", "fuzz.one", target, seconds, str(folder)]
        ended = subprocess.run(command, cwd=home, env=environment(home), stdout=log, stderr=log, stdin=subprocess.DEVNULL)
    state: dict[str, Any] = json.loads((folder / "state.json").read_text()) if (folder / "state.json").exists() else {}
    state |= {"target": target, "minutes": minutes, "broken": _broken(folder) if ended.returncode else ""}
    state["hung"] = bool(state["broken"]) and b"timeout" in (folder / "log").read_bytes().lower()
    (folder / "outcome.json").write_text(json.dumps(state))
    return state


def _broken(folder: Path) -> str:
    """Return the file with the input that broke something, ours or libFuzzer's."""
    found = [path for path in folder.iterdir() if path.name == "broken" or path.name.startswith(("timeout-", "oom-", "crash-"))]
    latest = max(found, key=lambda path: path.stat().st_mtime, default=folder / "log")
    return str(latest.relative_to(ROOT))


def done(target: str, minutes: float) -> dict[str, Any] | None:
    """Return the result of an earlier run, if it was as long and nothing broke."""
    path = WORK / target / "outcome.json"
    outcome: dict[str, Any] = json.loads(path.read_text()) if path.exists() else {}
    return outcome if outcome and not outcome["broken"] and outcome["minutes"] >= minutes else None


def table(outcomes: list[dict[str, Any]]) -> Iterator[str]:
    """Yield the lines of a Markdown table of results."""
    yield "| target | minutes | executions | a second of processor time | peak memory | slowest | hangs | crashes |"
    yield "| --- | ---: | ---: | ---: | ---: | ---: | ---: | ---: |"
    for one in outcomes:
        count, seconds = one.get("executions", 0), max(1.0, one.get("processor_seconds", 0.0))
        slowest = f"{one.get('slowest_seconds', 0):.2f} s for {one.get('slowest_bytes', 0):,} bytes"
        yield (
            f"| {one['target']} | {one['minutes']:g} | {count:,} | {count / seconds:,.0f} | {one.get('peak_mib', 0)} MiB"
            f" | {slowest} | {int(one['hung'])} | {int(bool(one['broken']) and not one['hung'])} |"
        )
    for one in outcomes:
        if one["broken"]:
            yield f"\n{one['target']}: {one['broken']}"


def main() -> int:
    """Fuzz and print the results."""
    from fuzz.targets import TARGETS

    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("targets", nargs="*", metavar="TARGET", help=f"one of {', '.join(TARGETS)}; default: all")
    parser.add_argument("--minutes", type=float, default=60, help="minutes for each target")
    parser.add_argument("--jobs", type=int, default=1, help="targets at a time")
    parser.add_argument("--fresh", action="store_true", help="forget earlier runs")
    parser.add_argument("--input", type=Path, help="run the target once on this file")
    options = parser.parse_args()
    names = options.targets or list(TARGETS)
    if unknown := set(names) - set(TARGETS):
        parser.error(f"no such target: {', '.join(sorted(unknown))}; there are {', '.join(TARGETS)}")
    if options.input:
        for name in names:
            TARGETS[name](options.input.read_bytes())
        return 0
    if options.fresh:
        for name in names:
            shutil.rmtree(WORK / name, ignore_errors=True)
    with ThreadPoolExecutor(options.jobs) as pool:
        outcomes = list(pool.map(lambda name: done(name, options.minutes) or fuzz(name, options.minutes), names))
    sys.stdout.write("\n".join(table(outcomes)) + "\n")
    return int(any(outcome["broken"] for outcome in outcomes))


if __name__ == "__main__":
    sys.exit(main())
