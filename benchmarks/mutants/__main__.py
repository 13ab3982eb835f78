"""Do the tests notice a fault? Random faults are made in the program, one at a time, and the tests that run the line are run.

    python -m benchmarks.mutants map                      which test runs which line; again when there are new tests
    python -m benchmarks.mutants run --seed 1 --count 60  a random sample, taken up again where it was left
    python -m benchmarks.mutants again --seed 1           the survivors of a sample once more, on today's code and tests
    python -m benchmarks.mutants report --seed 1          killed and survived by package, and every survivor

The working tree is never changed: tree and tests are copied to a folder (`.mutants`, ignored by Git) and the copy
comes first on the path, for the processes that tests start as well. Lines of code are drawn at random, then a kind of fault for
the line, then a fault (see `mutations.py`). The nearest and quickest tests come first, up to `--most` seconds of tests a fault.
A test that takes ten times as long as usual has hung, which counts as killed.

Survivors that no test could kill are listed in `mutants.jsonl` beside this script as "equivalent", "wording" or "speed", with a
reason; the report leaves them out. A fault is known there by its function and its line, so that it is found again in a module
that has moved.
"""

import argparse
import ast
import json
import os
import random
import re
import shutil
import signal
import sqlite3
import subprocess
import sys
import time
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator
from contextlib import suppress
from pathlib import Path
from typing import Any

from benchmarks.mutants.mutations import Mutation, is_program, mutated, mutations

ROOT = Path(__file__).parent.parent.parent
PACKAGE = "briefing_tui"
WORK = ROOT / ".mutants"
MARKS = Path(__file__).parent / "mutants.jsonl"
_START = "import os\nif os.environ.get('COVERAGE_PROCESS_START'):\n    import coverage\n    coverage.process_startup()\n"
_CONFIG = (
    "[run]\nsource = {source}\ndata_file = {data}\nparallel = true\ncontext = ${{PYTEST_CURRENT_TEST-}}\nconcurrency = thread\n"
)
_SLOW = 0.5
"""A failure of a test that takes longer, in seconds, must come again: the machine may have other work."""
_PHASE = re.compile(r" \((?:setup|call|teardown)\)$")


def copy_tree(tree: Path) -> None:
    """Make `tree` a copy of the working tree: the files that Git knows or would add; files that are the same stay."""
    listed = subprocess.run(
        ["git", "ls-files", "-co", "--exclude-standard", "-z"], cwd=ROOT, capture_output=True, check=True
    ).stdout
    names = {name for name in listed.decode().split("\0") if name and (ROOT / name).is_file()}
    for path in [path for path in tree.rglob("*") if path.is_file() and "__pycache__" not in path.parts]:
        if str(path.relative_to(tree)) not in names:
            path.unlink()
    for name in names:
        source, copy = ROOT / name, tree / name
        if not copy.is_file() or copy.read_bytes() != source.read_bytes():
            copy.parent.mkdir(parents=True, exist_ok=True)
            shutil.copy(source, copy)
    (tree / "sitecustomize.py").write_text(_START)


def pytest(tree: Path, arguments: Iterable[str], **env: str) -> int:
    """Run tests in a copy, alone and politely; gives the exit status, negative where a signal ended it."""
    command = ["nice", "-n", "10", sys.executable, "-m", "pytest", "-n0", "-q", "--no-header", "--durations=0", "--tb=no"]
    with (WORK / "pytest.log").open("wb") as log:
        process = subprocess.Popen(
            [*command, "-p", "benchmarks.mutants.plugin", "--hypothesis-seed=0", *arguments],
            cwd=tree, env={**os.environ, "PYTHONPATH": str(tree), **env},
            stdout=log, stderr=log, stdin=subprocess.DEVNULL, start_new_session=True,
        )  # fmt: skip
        try:
            return process.wait()
        finally:
            with suppress(ProcessLookupError):
                os.killpg(process.pid, signal.SIGKILL)


class Map:
    """Which test runs which line, how long it takes, and the code that it was recorded on."""

    def __init__(self) -> None:
        self.index: dict[str, Any] = {"runs": {}, "tests": {}, "broken": []}
        """The package's folder in every run of tests; every test's seconds and run; those that fail without a fault."""
        if (WORK / "map.json").is_file():
            self.index = json.loads((WORK / "map.json").read_text())
        self._lines: dict[tuple[str, str], list[tuple[str, str, int]]] = defaultdict(list)
        self._owners: dict[str, list[tuple[str, str, int]]] = defaultdict(list)
        self._modules: dict[str, dict[str, dict[int, set[str]]]] = {}
        self._sizes: Counter[str] = Counter()

    def record(self, anew: str) -> None:
        """Run the tests that are new since the last map, and those whose path begins with `anew`, and record their lines."""
        tree = WORK / "map"
        copy_tree(tree)
        if anew:
            self.index["tests"] = {test: told for test, told in self.index["tests"].items() if not test.startswith(anew)}
        run = time.strftime("%m%d-%H%M%S")
        folder = WORK / "runs" / run
        folder.mkdir(parents=True)
        shutil.copytree(tree / PACKAGE, folder / PACKAGE, ignore=shutil.ignore_patterns("__pycache__"))
        config, seconds, old = folder / "coveragerc", folder / "seconds.json", folder / "old.json"
        config.write_text(_CONFIG.format(source=tree / PACKAGE, data=folder / "coverage"))
        old.write_text(json.dumps([*self.index["tests"]]))
        pytest(tree, ["tests"], COVERAGE_PROCESS_START=str(config), MUTANTS_SECONDS=str(seconds), MUTANTS_OLD=str(old))
        from coverage import Coverage

        combined = Coverage(config_file=str(config))
        combined.combine(strict=False)
        combined.save()
        times: dict[str, list[Any]] = json.loads(seconds.read_text())
        failed = [name for name, (_, passed) in times.items() if not passed]
        broken = [name for name in failed if run_tests(tree, [name], {name: 60.0})[0] != "survived"]
        self.index["broken"] += broken
        self.index["tests"] |= {name: [took, run] for name, (took, _) in times.items()}
        self.index["runs"][run] = str(tree / PACKAGE)
        (WORK / "map.json").write_text(json.dumps(self.index))
        print(f"{len(times)} tests, {sum(took for took, _ in times.values()):.0f} s; failing without a fault: {broken or 'none'}")

    def seconds(self, test: str) -> float:
        """How long a test takes."""
        return float(self.index["tests"][test][0])

    def load(self) -> None:
        """Read the lines of every test."""
        known, broken = self.index["tests"], set(self.index["broken"])
        for run, base in self.index["runs"].items():
            database = sqlite3.connect(WORK / "runs" / run / "coverage")
            contexts = {}
            for number, name in database.execute("select id, context from context"):
                test = _PHASE.sub("", name)
                if test in known and known[test][1] == run and test not in broken:
                    contexts[number] = test
            for path, number, bits in database.execute(
                "select path, context_id, numbits from line_bits join file on file.id = file_id"
            ):
                if number not in contexts:
                    continue
                module = self._modules.setdefault(run, {}).setdefault(os.path.relpath(path, base), defaultdict(set))
                for line in (at * 8 + bit for at, byte in enumerate(bits) for bit in range(8) if byte >> bit & 1):
                    module[line].add(contexts[number])
                    self._sizes[contexts[number]] += 1
            self._read_source(run)

    def _read_source(self, run: str) -> None:
        base = WORK / "runs" / run / PACKAGE
        for path in base.rglob("*.py"):
            name, source = str(path.relative_to(base)), path.read_text()
            for line, (owner, text) in enumerate(zip(owners(source), source.split("\n"), strict=False), 1):
                self._lines[owner.rpartition(".")[2], text.strip()].append((run, name, line))
                if owner:
                    self._lines["", text.strip()].append((run, name, line))
                    self._owners[owner.rpartition(".")[2]].append((run, name, line))

    def _at(self, places: Iterable[tuple[str, str, int]]) -> set[str]:
        return {test for run, name, line in places for test in self._modules.get(run, {}).get(name, {}).get(line, ())}

    def tests(self, module: str, source: str, mutation: Mutation) -> list[str]:
        """The tests that run a line, nearest and quickest first; if it runs at import, those that use what it defines."""
        text = source.split("\n")[mutation.line - 1].strip()
        if not mutation.at_import:
            owner = mutation.owner.rpartition(".")[2]
            found = self._at(self._same_module(self._lines[owner, text] or self._lines["", text], module))
            found = found or self._at(self._same_module(self._owners[owner], module)) if self._is_new(owner, text) else found
        else:
            found = self._users(module, source, mutation)
        near: Counter[str] = Counter()
        for run in self._modules.values():
            for tests in run.get(module, {}).values():
                near.update(test for test in tests if test in found)
        return sorted(found, key=lambda test: (self.seconds(test) + 0.005) * self._sizes[test] / (near[test] + 1))

    def _is_new(self, owner: str, text: str) -> bool:
        return not self._lines[owner, text] and not self._lines["", text]

    @staticmethod
    def _same_module(places: list[tuple[str, str, int]], module: str) -> list[tuple[str, str, int]]:
        """The places in the module, or in one of its file name, or all."""
        exact = [place for place in places if place[1] == module]
        return exact or [place for place in places if Path(place[1]).name == Path(module).name] or places

    def _users(self, module: str, source: str, mutation: Mutation) -> set[str]:
        """The tests that run a function with a name that is bound, directly or not, by a line that runs at import."""
        wanted = _names_bound(source, mutation.line)
        found: set[str] = set()
        seen: set[str] = set()
        for _ in range(3):
            new = wanted - seen
            seen |= new
            used = re.compile(rf"\b(?:{'|'.join(map(re.escape, sorted(new)))})\b") if new else None
            for (owner, text), places in self._lines.items():
                if used and used.search(text):
                    here = [place for place in places if place[1] == module] or places
                    found |= self._at(here)
                    if not owner and (bound := re.match(r"(\w+)\b.*=", text)):
                        wanted.add(bound[1])
        if not found:
            found = self._at((run, module, line) for run, files in self._modules.items() for line in files.get(module, ()))
        return found


def owners(source: str) -> list[str]:
    """The dotted name of the function or class that every line is in; empty outside."""
    found = [""] * (source.count("\n") + 1)

    def walk(node: ast.AST, owner: str) -> None:
        for child in ast.iter_child_nodes(node):
            inner = owner
            if isinstance(child, ast.FunctionDef | ast.AsyncFunctionDef | ast.ClassDef):
                inner = f"{owner}.{child.name}" if owner else child.name
                found[child.lineno - 1 : child.end_lineno] = [inner] * ((child.end_lineno or 0) - child.lineno + 1)
            walk(child, inner)

    walk(ast.parse(source), "")
    return found


def _names_bound(source: str, line: int) -> set[str]:
    """The names that the statement around a line that runs at import gives: a constant, an attribute of a class, a function."""
    names: set[str] = set()
    for node in ast.walk(ast.parse(source)):
        if not isinstance(node, ast.stmt) or not node.lineno - 3 <= line <= (node.end_lineno or 0):
            continue
        if isinstance(node, ast.Assign | ast.AnnAssign | ast.AugAssign):
            targets = node.targets if isinstance(node, ast.Assign) else [node.target]
            names |= (
                {part.id for target in targets for part in ast.walk(target) if isinstance(part, ast.Name)}
                if node.lineno <= line
                else set()
            )
        elif isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef | ast.ClassDef):
            names.add(node.name)
    return names


def run_tests(tree: Path, tests: list[str], limits: dict[str, float]) -> tuple[str, str]:
    """Run tests in a copy, in order, up to the first failure: the outcome, and the test that made it."""
    chosen = WORK / f"chosen-{tree.name}.json"
    for suffix in (".failed", ".running"):
        Path(f"{chosen}{suffix}").unlink(missing_ok=True)
    chosen.write_text(json.dumps({test: limits[test] for test in tests}))
    files = sorted({test.partition("::")[0] for test in tests if (tree / test.partition("::")[0]).is_file()})
    status = pytest(tree, ["-x", "-p", "no:cacheprovider", *files], MUTANTS_TESTS=str(chosen)) if files else 5
    at = Path(f"{chosen}.running").read_text() if Path(f"{chosen}.running").is_file() else ""
    if Path(f"{chosen}.failed").is_file():
        return "killed", Path(f"{chosen}.failed").read_text()
    if status in (0, 5):
        return "survived", ""
    return "killed", at if status < 0 else f"ended with {status}"


def key(fault: dict[str, Any]) -> tuple[str, str, str]:
    """What a fault is known by."""
    return fault["function"], fault["before"], fault["after"]


def candidates(tree: Path) -> dict[tuple[str, int], list[Mutation]]:
    """Every fault that can be made, by module and line."""
    found: dict[tuple[str, int], list[Mutation]] = defaultdict(list)
    for path in sorted((tree / PACKAGE).rglob("*.py")):
        for mutation in mutations(path.read_bytes()):
            found[str(path.relative_to(tree / PACKAGE)), mutation.line].append(mutation)
    return found


def sample(tree: Path, seed: int, count: int, within: str) -> Iterator[tuple[str, Mutation]]:
    """Draw lines at random, for each a kind of fault, and for that a fault."""
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
    """Where faults can be made in a tree that may have changed since they were drawn."""
    wanted = {key(fault): fault["module"] for fault in faults}
    found: dict[tuple[str, str, str], tuple[str, Mutation]] = {}
    for (module, _), here in candidates(tree).items():
        for mutation in here:
            name = key(described(tree, module, mutation))
            if name in wanted and (name not in found or module == wanted[name]):
                found[name] = module, mutation
    return found


def described(tree: Path, module: str, mutation: Mutation) -> dict[str, Any]:
    """A fault as it is written to the results."""
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
    """Make a fault in the copy, run its tests, and put the copy right again."""
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
            outcome = run_tests(tree, chosen, limits)
            while outcome[0] == "killed" and outcome[1] in limits and known.seconds(outcome[1]) > _SLOW:
                if run_tests(tree, [outcome[1]], limits)[0] == "killed":
                    break
                chosen.remove(outcome[1])
                outcome = run_tests(tree, chosen, limits)
        finally:
            path.write_bytes(original)
            _date(path)
    took = round(time.monotonic() - begun, 1)
    return {"now": outcome[0], "by": outcome[1], "tests": f"{len(chosen)} of {len(tests)}", "seconds": took}


def _date(path: Path) -> None:
    """Give a file a date of its own: bytecode is known by whole seconds and size."""
    _date.last = max(getattr(_date, "last", 0), int(time.time())) + 1  # type: ignore[attr-defined]
    os.utime(path, (_date.last, _date.last))  # type: ignore[attr-defined]


def read_lines(path: Path) -> list[dict[str, Any]]:
    """The objects of a file of JSON lines; none where it is missing."""
    return [json.loads(line) for line in path.read_text().splitlines() if line] if path.is_file() else []


def report(faults: list[dict[str, Any]]) -> None:
    """Print the survivors, then killed and survived by package: at first, and now that tests were written for them."""
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
    parser.add_argument("--most", type=float, default=120.0, help="seconds of tests for a fault, at most (default: 120)")
    parser.add_argument("--within", default="", help="only modules whose path in the package begins so")
    parser.add_argument("--anew", default="", help="map: also known tests whose path begins so (`tests`: all)")
    given = parser.parse_args()
    WORK.mkdir(exist_ok=True)
    known = Map()
    if given.command == "map":
        known.record(given.anew)
        return
    path = WORK / f"sample-{given.seed}{given.within.replace('/', '.')}.jsonl"
    faults = read_lines(path)
    if given.command != "report":
        known.load()
        tree = WORK / "tree"
        copy_tree(tree)
        faults = faults or [described(tree, *drawn) for drawn in sample(tree, given.seed, given.count, given.within)]
        places = located(tree, faults)
        for fault in faults:
            if fault.get("now") == ("survived" if given.command == "again" else None):
                place = places.get(key(fault))
                fault |= judge(tree, *place, known, given.most) if place else {"now": "gone", "by": ""}
                fault.setdefault("first", fault["now"])
                print(f"{fault['now']:8} {fault['module']}:{fault['line']} {fault['kind']} {fault['by'][:100]}", flush=True)
                path.write_text("".join(json.dumps(one, ensure_ascii=False) + "\n" for one in faults))
    report(faults)


if __name__ == "__main__":
    main()
