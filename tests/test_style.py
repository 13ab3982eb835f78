"""Rules of style that can be counted, in the package and around it."""

import ast
import re
from collections import Counter, defaultdict
from collections.abc import Iterator
from pathlib import Path

import pytest

PACKAGE = Path(__file__).parent.parent / "briefing_tui"
FILES = sorted(PACKAGE.rglob("*.py"))
AROUND = ("benchmarks", "docs", "fuzz", "tests", "training")
"""Folders whose docstrings, where there are any, follow the same rules."""

MOST_WORDS = 15
"""Words that a docstring's first sentence may have."""
MOST_MODULES = 16
"""Modules that a folder may hold; a folder of commands or export formats has one for each of them."""

OVERRIDES = frozenset({"compose", "render", "render_line", "control"})
"""Methods that Textual calls and documents; a docstring is not needed."""

NO_OPENING = re.compile(r"(?:What|Whether|Where|Which|How|Of|In which|Whom)\b")
SENTENCE_END = re.compile(r"[.!?](?:\s|$)")


def package_of(file: Path) -> str:
    """Return the package or module of a file, below `briefing_tui` or its `ui`."""
    parts = file.relative_to(PACKAGE).with_suffix("").parts
    return ".".join(parts[:2]) if parts[0] == "ui" and len(parts) > 2 else parts[0]


def place_of(file: Path, node: ast.AST) -> str:
    return f"{file.relative_to(PACKAGE.parent)}:{getattr(node, 'lineno', 1)}"


def trees() -> Iterator[tuple[Path, ast.Module]]:
    for file in FILES:
        yield file, ast.parse(file.read_text("utf-8"))


def public_parts(tree: ast.Module) -> Iterator[ast.Module | ast.ClassDef | ast.FunctionDef | ast.AsyncFunctionDef]:
    """Yield the module, its public classes and functions, and their public methods."""
    yield tree
    inside = list(tree.body)
    while inside:
        node = inside.pop()
        if isinstance(node, ast.ClassDef | ast.FunctionDef | ast.AsyncFunctionDef) and not node.name.startswith("_"):
            yield node
            if isinstance(node, ast.ClassDef):
                inside += node.body


def fault_of(docstring: str | None) -> str | None:
    """Return what is wrong with a docstring's first sentence; None if nothing is."""
    if not docstring:
        return "no docstring"
    if opening := NO_OPENING.match(docstring):
        return f"opens with '{opening[0]}'"
    paragraph = docstring.split("\n\n")[0]
    end = SENTENCE_END.search(paragraph)
    words = len(paragraph[: end.start() if end else None].split())
    return f"a first sentence of {words} words" if words > MOST_WORDS else None


def faults(package: str) -> list[str]:
    """Return the docstrings of a package that break the rules, each as `file:line: name: what`."""
    found = []
    for file in FILES:
        if package_of(file) != package:
            continue
        for node in public_parts(ast.parse(file.read_text("utf-8"))):
            name = getattr(node, "name", "the module")
            is_override = name in OVERRIDES or name.startswith(("on_", "action_", "watch_", "validate_", "compute_"))
            fault = fault_of(ast.get_docstring(node))
            if fault and not (is_override and fault == "no docstring"):
                found.append(f"{place_of(file, node)}: {name}: {fault}")
    return found


@pytest.mark.parametrize("package", sorted({package_of(file) for file in FILES}))
def test_docstrings_open_with_a_short_sentence_that_says_what_the_thing_is_or_does(package: str) -> None:
    assert faults(package) == []


@pytest.mark.parametrize("folder", AROUND)
def test_docstrings_around_the_package_follow_the_same_rules(folder: str) -> None:
    found = []
    for file in sorted((PACKAGE.parent / folder).rglob("*.py")):
        for node in ast.walk(ast.parse(file.read_text("utf-8"))):
            if isinstance(node, ast.Module | ast.ClassDef | ast.FunctionDef | ast.AsyncFunctionDef):
                docstring = ast.get_docstring(node)
                if docstring and (fault := fault_of(docstring)):
                    found.append(f"{place_of(file, node)}: {fault}")
    assert found == []


def test_each_class_name_is_used_once() -> None:
    places = defaultdict(list)
    for file, tree in trees():
        for node in tree.body:  # A message within a widget is identified by the widget's name, too.
            if isinstance(node, ast.ClassDef):
                places[node.name].append(place_of(file, node))
    assert {name: found for name, found in places.items() if len(found) > 1} == {}


def test_no_module_is_called_by_one_letter() -> None:
    aliases = [
        f"{place_of(file, node)}: {alias.asname}"
        for file, tree in trees()
        for node in ast.walk(tree)
        if isinstance(node, ast.Import | ast.ImportFrom)
        for alias in node.names
        if alias.asname and len(alias.asname) == 1
    ]
    assert aliases == []


def test_no_folder_holds_more_modules_than_can_be_taken_in() -> None:
    exempt = {"cli/commands", "export"}  # one module for each command and each format
    counts = Counter(file.parent.relative_to(PACKAGE).as_posix() for file in FILES if file.name != "__init__.py")
    assert {folder: count for folder, count in counts.items() if count > MOST_MODULES and folder not in exempt} == {}
