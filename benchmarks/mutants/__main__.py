"""Make random faults in the program and see whether the tests notice them.

    python -m benchmarks.mutants map                      record which test runs which line; repeat for new tests
    python -m benchmarks.mutants run --seed 1 --count 60  a random sample; an interrupted run is continued
    python -m benchmarks.mutants again --seed 1           the survivors of a sample again, on the current code and tests
    python -m benchmarks.mutants report --seed 1          killed and survived by package, and every survivor

The working tree is never changed: it is copied to a folder (`.mutants`, ignored by Git), and the copy comes first on the path,
also for the processes that tests start. A line of code is drawn at random, then a kind of fault for the line, then a fault (see
`mutations.py`). The tests that run the line are run, the nearest and fastest first, for up to `--most` seconds per fault. A test
that runs ten times as long as usual hangs, which counts as killed.

Survivors that no test could kill are listed in `mutants.jsonl` beside this module as "equivalent", "wording" or "speed", with a
reason; the report does not count them. They are identified by function and line, so that a fault is found again in a module that
has moved.
"""

import argparse
import json
import multiprocessing
import os
import random
import time
from collections import Counter, defaultdict
from collections.abc import Callable, Iterator
from concurrent.futures import ProcessPoolExecutor, as_completed
from itertools import accumulate
from pathlib import Path
from typing import Any

from benchmarks.mutants.coverage_map import Map
from benchmarks.mutants.mutations import Mutation, is_program, mutated, mutations
from benchmarks.mutants.tree import PACKAGE, ROOT, WORK, copy_tree, preload, run_tests

MARKS = Path(__file__).parent / "mutants.jsonl"
_NEAR = 1.0
"""The nearest tests, of so many seconds together, run before the others."""
_SLOW = 0.5
"""A test longer than this, in seconds, must fail twice: the machine may have other work."""


def key(fault: dict[str, Any]) -> tuple[str, str, str]:
    """Return what identifies a fault."""
    return fault["function"], fault["before"], fault["after"]


def candidates(tree: Path) -> dict[tuple[str, int], list[Mutation]]:
    """Return every possible fault by module and line."""
    found: dict[tuple[str, int], list[Mutation]] = defaultdict(list)
    for path in sorted((tree / PACKAGE).rglob("*.py")):
        for mutation in mutations(path.read_bytes()):
            found[str(path.relative_to(tree / PACKAGE)), mutation.line].append(mutation)
    return found


def sample(tree: Path, seed: int, count: int, within: str) -> Iterator[tuple[str, Mutation]]:
    """Draw random lines, for each a kind of fault, then a fault."""
    chance = random.Random(seed)
    places = candidates(tree)
    lines = [place for place in sorted(places) if place[0].startswith(within)]
    chance.shuffle(lines)
    for module, line in lines:
        if count == 0:
            return
        text = (tree / PACKAGE / module).read_bytes().split(b"\n")
        kinds = sorted({mutation.kind for mutation in places[module, line]})
        kind = chance.choice(kinds)
        mutation = chance.choice([mutation for mutation in places[module, line] if mutation.kind == kind])
        if is_program(text, mutated(text, mutation)):
            count -= 1
            yield module, mutation


def located(tree: Path, faults: list[dict[str, Any]]) -> dict[tuple[str, str, str], tuple[str, Mutation]]:
    """Return the places of faults in a tree that may have changed meanwhile.

    Of equal lines of a function it is the nearest one to where the fault was.
    """
    wanted = {key(fault): (fault["module"], fault["line"]) for fault in faults}
    found: dict[tuple[str, str, str], tuple[tuple[bool, int], tuple[str, Mutation]]] = {}
    for (module, line), here in candidates(tree).items():
        for mutation in here:
            name = key(described(tree, module, mutation))
            if name in wanted:
                far = module != wanted[name][0], abs(line - wanted[name][1])
                if name not in found or far < found[name][0]:
                    found[name] = far, (module, mutation)
    return {name: place for name, (_, place) in found.items()}


def described(tree: Path, module: str, mutation: Mutation) -> dict[str, Any]:
    """Return a fault as it is written to the results."""
    before = (tree / PACKAGE / module).read_bytes().split(b"\n")
    after = mutated(before, mutation)
    texts = (lines[mutation.line - 1].decode().strip() for lines in (before, after))
    return {
        "module": module,
        "line": mutation.line,
        "function": mutation.owner,
        "kind": mutation.kind,
        **dict(zip(("before", "after"), texts, strict=True)),
    }


def judge(tree: Path, module: str, mutation: Mutation, known: Map, most: float) -> dict[str, Any]:
    """Make a fault in the copy, run its tests, and undo it."""
    path = tree / PACKAGE / module
    original, begun = path.read_bytes(), time.monotonic()
    tests = known.tests(module, original.decode(), mutation)
    chosen: list[str] = []
    total = 0.0
    for test in tests:
        total += known.seconds(test)
        if total > most and chosen:
            break
        chosen.append(test)
    outcome = ("survived", "no test runs the line")
    if chosen:
        limits = {test: 15 + 10 * known.seconds(test) for test in chosen}
        try:
            path.write_bytes(b"\n".join(mutated(original.split(b"\n"), mutation)))
            _date(path)
            outcome = run_nearest_first(tree, chosen, known, limits)
        finally:
            path.write_bytes(original)
            _date(path)
    took = round(time.monotonic() - begun, 1)
    return {"now": outcome[0], "by": outcome[1], "tests": f"{len(chosen)} of {len(tests)}", "seconds": took}


def run_nearest_first(tree: Path, tests: list[str], known: Map, limits: dict[str, float]) -> tuple[str, str]:
    """Run the first second of tests, then the others, whose collection takes longer."""
    first = [test for test, until in zip(tests, accumulate(map(known.seconds, tests)), strict=True) if until < _NEAR]
    outcome = ("survived", "")
    for part in filter(None, (first, tests[len(first) :])):
        left = list(part)
        outcome = run_tests(tree, left, limits)
        while outcome[0] == "killed" and outcome[1] in limits and known.seconds(outcome[1]) > _SLOW:
            if run_tests(tree, [outcome[1]], limits)[0] == "killed":
                break
            left.remove(outcome[1])
            outcome = run_tests(tree, left, limits)
        if outcome[0] == "killed":
            break
    return outcome


def judge_all(faults: list[dict[str, Any]], known: Map, most: float, jobs: int, keep: Callable[[], None]) -> None:
    """Judge faults, several at a time, and call `keep` after each.

    Each process has a copy of its own.
    """
    trees: multiprocessing.Queue[Path] = multiprocessing.Queue()
    for number in range(jobs):
        copy_tree(WORK / f"tree-{number}")
        trees.put(WORK / f"tree-{number}")
    places = located(WORK / "tree-0", faults)
    found = [fault for fault in faults if key(fault) in places]
    for fault in faults:
        if fault not in found:
            fault |= {"now": "gone", "by": ""}
    forking = multiprocessing.get_context("fork")  # A `Pool` would not let the tests start processes.
    with ProcessPoolExecutor(jobs, forking, _start, (trees, places, known, most)) as pool:
        for done in as_completed([pool.submit(_judge_one, *numbered) for numbered in enumerate(found)]):
            at, outcome = done.result()
            fault = found[at]
            fault |= outcome
            fault.setdefault("first", fault["now"])
            print(f"{fault['now']:8} {fault['module']}:{fault['line']} {fault['kind']} {fault['by'][:100]}", flush=True)
            keep()


_WORKER: dict[str, Any] = {}


def _start(trees: "multiprocessing.Queue[Path]", places: dict[Any, tuple[str, Mutation]], known: Map, most: float) -> None:
    _WORKER.update(tree=trees.get(), places=places, known=known, most=most)


def _judge_one(at: int, fault: dict[str, Any]) -> tuple[int, dict[str, Any]]:
    module, mutation = _WORKER["places"][key(fault)]
    return at, judge(_WORKER["tree"], module, mutation, _WORKER["known"], _WORKER["most"])


def _date(path: Path) -> None:
    """Give a file a new date, because bytecode is identified by whole seconds and size."""
    _date.last = max(getattr(_date, "last", 0), int(time.time())) + 1  # type: ignore[attr-defined]
    os.utime(path, (_date.last, _date.last))  # type: ignore[attr-defined]


def read_lines(path: Path) -> list[dict[str, Any]]:
    """Return the objects of a file of JSON lines; none if it is missing."""
    return [json.loads(line) for line in path.read_text().splitlines() if line] if path.is_file() else []


def write_lines(path: Path, objects: list[dict[str, Any]]) -> None:
    """Write a file of JSON lines, whole or not at all."""
    new = path.with_suffix(".new")
    new.write_text("".join(json.dumps(one, ensure_ascii=False) + "\n" for one in objects))
    new.replace(path)


def report(faults: list[dict[str, Any]]) -> None:
    """Print the survivors, then killed and survived by package, first and now."""
    marks = {key(mark): mark for mark in read_lines(MARKS)}
    table: dict[str, Counter[str]] = defaultdict(Counter)
    for fault in faults:
        mark = marks.get(key(fault))
        package = fault["module"].partition("/")[0] if "/" in fault["module"] else "(top)"
        for row in (package, "all"):
            for time_ in ("first", "now"):
                outcome = fault.get(time_, "not run")
                table[row][f"{time_} {'left out' if mark and outcome == 'survived' else outcome}"] += 1
        if fault.get("now") == "survived":
            print(f"{PACKAGE}/{fault['module']}:{fault['line']} {fault['function']} ({fault['kind']}; tests {fault['tests']})")
            print(f"  - {fault['before']}\n  + {fault['after']}")
            if mark:
                print(f"  left out: {mark['mark']}: {mark['reason']}")
    print(f"{'package':14} {'killed':>8} {'survived':>8} {'left out':>8}  share   now: killed, survived, share")
    for package, row in sorted(table.items()):
        first = [row[f"first {name}"] for name in ("killed", "survived", "left out")]
        now = [row[f"now {name}"] for name in ("killed", "survived")]
        shares = [f"{counts[0] / max(1, counts[0] + counts[1]):.1%}" for counts in (first, now)]
        print(f"{package:14} {first[0]:8} {first[1]:8} {first[2]:8} {shares[0]:>6}   {now[0]:11} {now[1]:8} {shares[1]:>6}")


def main() -> None:
    """Run the command line."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("command", choices=["map", "run", "again", "report"])
    parser.add_argument("--seed", type=int, default=1, help="the sample (default: 1)")
    parser.add_argument("--count", type=int, default=60, help="faults in the sample (default: 60)")
    parser.add_argument("--most", type=float, default=120.0, help="most seconds of tests per fault (default: 120)")
    parser.add_argument("--jobs", type=int, default=2, help="faults judged at a time (default: 2)")
    parser.add_argument("--within", default="", help="only modules whose path in the package begins with this")
    parser.add_argument("--anew", default="", help="map: also known tests whose path begins with this (`tests`: all)")
    parser.add_argument("--tests", nargs="+", default=["tests"], metavar="PATH", help="map: the tests (default: all)")
    given = parser.parse_args()
    WORK.mkdir(exist_ok=True)
    known = Map()
    if given.command == "map":
        known.record(given.anew, given.tests)
        return
    path = WORK / f"sample-{given.seed}{given.within.replace('/', '.')}.jsonl"
    faults = read_lines(path)
    if given.command != "report":
        known.load()
        preload()
        faults = faults or [described(ROOT, *drawn) for drawn in sample(ROOT, given.seed, given.count, given.within)]
        todo = [fault for fault in faults if fault.get("now") == ("survived" if given.command == "again" else None)]
        judge_all(todo, known, given.most, given.jobs, lambda: write_lines(path, faults))
    report(faults)


if __name__ == "__main__":
    main()
