"""Record which test runs which line, and find the tests of a fault."""

import ast
import json
import os
import re
import shutil
import sqlite3
import time
from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import Any

from benchmarks.mutants.mutations import Mutation
from benchmarks.mutants.tree import PACKAGE, WORK, copy_tree, pytest, run_tests

_CONFIG = (
    "[run]\nsource = {source}\ndata_file = {data}\nparallel = true\ncontext = ${{PYTEST_CURRENT_TEST-}}\nconcurrency = thread\n"
)
_PHASE = re.compile(r" \((?:setup|call|teardown)\)$")


class Map:
    """The lines and the seconds of each test, and the code they were recorded on."""

    def __init__(self) -> None:
        self.index: dict[str, Any] = {"runs": {}, "tests": {}, "broken": []}
        """The package's folder of each run; seconds and run of each test; tests that fail without a fault."""
        if (WORK / "map.json").is_file():
            self.index = json.loads((WORK / "map.json").read_text())
        self._lines: dict[tuple[str, str], list[tuple[str, str, int]]] = defaultdict(list)
        self._owners: dict[str, list[tuple[str, str, int]]] = defaultdict(list)
        self._modules: dict[str, dict[str, dict[int, set[str]]]] = {}
        self._sizes: Counter[str] = Counter()

    def record(self, anew: str, paths: Sequence[str] = ("tests",)) -> None:
        """Run the new tests in some paths, and record their lines.

        Known tests whose path begins with `anew` count as new.
        """
        tree = WORK / "map"
        copy_tree(tree)
        if anew:
            self.index["tests"] = {test: known for test, known in self.index["tests"].items() if not test.startswith(anew)}
        run = time.strftime("%m%d-%H%M%S")
        folder = WORK / "runs" / run
        folder.mkdir(parents=True)
        shutil.copytree(tree / PACKAGE, folder / PACKAGE, ignore=shutil.ignore_patterns("__pycache__"))
        config, seconds, old = folder / "coveragerc", folder / "seconds.json", folder / "old.json"
        config.write_text(_CONFIG.format(source=tree / PACKAGE, data=folder / "coverage"))
        old.write_text(json.dumps([*self.index["tests"]]))
        pytest(tree, paths, COVERAGE_PROCESS_START=str(config), MUTANTS_SECONDS=str(seconds), MUTANTS_OLD=str(old))
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
        """Return the seconds of a test."""
        return float(self.index["tests"][test][0])

    def load(self) -> None:
        """Load the lines of every test."""
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
        """Return the tests that run a line, nearest and fastest first.

        If the line runs at import, these are the tests that use the names it defines.
        """
        text = source.split("\n")[mutation.line - 1].strip()
        if not mutation.at_import:
            found = self._at(self._places(mutation.owner.rpartition(".")[2], text, module))
        else:
            found = self._users(module, source, mutation)
        found = found or self._of_module(module)
        near: Counter[str] = Counter()
        for run in self._modules.values():
            for tests in run.get(module, {}).values():
                near.update(test for test in tests if test in found)
        return sorted(found, key=lambda test: (self.seconds(test) + 0.005) * self._sizes[test] / (near[test] + 1))

    def _places(self, owner: str, text: str, module: str) -> list[tuple[str, str, int]]:
        """Return the places of a line in each run.

        If a run lacks the line, they are those of its function.
        """
        found: list[tuple[str, str, int]] = []
        for run in self.index["runs"]:
            lines = [place for place in self._lines[owner, text] if place[0] == run]
            lines = lines or [place for place in self._lines["", text] if place[0] == run]
            found += self._same_module(lines or [place for place in self._owners[owner] if place[0] == run], module)
        return found

    @staticmethod
    def _same_module(places: list[tuple[str, str, int]], module: str) -> list[tuple[str, str, int]]:
        """Return the places in the module, else in modules of its file name, else all."""
        exact = [place for place in places if place[1] == module]
        return exact or [place for place in places if Path(place[1]).name == Path(module).name] or places

    def _users(self, module: str, source: str, mutation: Mutation) -> set[str]:
        """Return the tests that use a name bound by a line run at import.

        The use may be indirect.
        """
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
        return found

    def _of_module(self, module: str) -> set[str]:
        """Return the tests that run any line of a module; killed processes record none."""
        return self._at((run, module, line) for run, files in self._modules.items() for line in files.get(module, ()))


def owners(source: str) -> list[str]:
    """Return the dotted name of the function or class of every line; empty outside."""
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
    """Return the names bound by the statement around a line that runs at import."""
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
