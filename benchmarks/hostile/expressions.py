"""Find every regular expression of the package in its source.

Each call of the module `re` is found, with its pattern evaluated as the module does, and each way in which it is used.
"""

import ast
import importlib
import pkgutil
import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path
from types import ModuleType
from typing import Any

import briefing_tui
from briefing_tui.text.late_pattern import LatePattern

USES = ("match", "fullmatch", "search", "findall", "finditer", "sub", "subn", "split")


@dataclass(slots=True)
class Expression:
    """A regular expression, its place (`module:line`), and the methods called on it."""

    place: str
    pattern: re.Pattern[Any]
    uses: set[str] = field(default_factory=set)


def modules() -> Iterator[ModuleType]:
    """Import and yield every module of the package."""
    for found in pkgutil.walk_packages(briefing_tui.__path__, "briefing_tui."):
        if not found.name.endswith("__main__"):
            yield importlib.import_module(found.name)


def made_at_run_time() -> dict[str, Expression]:
    """Return the expressions that functions make from their arguments, by function."""
    from briefing_tui.analysis.en.standalone_sentences import WRITING
    from briefing_tui.citations.link import _pattern as text_pattern
    from briefing_tui.export.managed_parts import HTML_MARKS
    from briefing_tui.library.search.passages import expression_of
    from briefing_tui.library.search.query import Term
    from briefing_tui.ui.text.find import pattern as find_pattern

    made = {
        "briefing_tui.analysis.shared.sentences:_boundary": WRITING.boundary,
        "briefing_tui.analysis.shared.sentences:_whole_end": WRITING.whole_end,
        "briefing_tui.anchoring.anchors:__init__": re.compile(r"(?<!\w)[ABd]|[Ω\u4e00]"),
        "briefing_tui.anchoring.anchors:occurrences": re.compile(r"\s+".join(["a", "a", "a", "b"])),
        "briefing_tui.presentation.speakers:said_by": re.compile(r"(?<!\w)reis", re.IGNORECASE),
        "briefing_tui.citations.link:_pattern": text_pattern("no money"),
        "briefing_tui.export.managed_parts:opening": HTML_MARKS.opening(),
        "briefing_tui.notes.item_location:_has_written_id": re.compile(r"ana-reis(?:-\d+)?"),
        "briefing_tui.library.search.passages:__init__": re.compile(expression_of(Term(("no", "money"), is_prefix=True))),
        "briefing_tui.text.late_pattern:compiled": re.compile(""),  # the patterns themselves are found as values of their modules
        "briefing_tui.ui.dialogs.help:_has": re.compile(r"(?<!\w)no"),
        "briefing_tui.ui.text.find:pattern": find_pattern("no money") or re.compile(""),
    }
    uses = {
        "briefing_tui.analysis.shared.sentences:_whole_end": "search",
        "briefing_tui.citations.link:_pattern": "match",
        "briefing_tui.notes.item_location:_has_written_id": "fullmatch",
        "briefing_tui.presentation.speakers:said_by": "search",
        "briefing_tui.ui.dialogs.help:_has": "search",
        "briefing_tui.export.managed_parts:opening": "fullmatch",
    }
    return {
        place: Expression(place.removeprefix("briefing_tui."), pattern, {uses.get(place, "finditer")})
        for place, pattern in made.items()
    }


def expressions() -> list[Expression]:
    """Return every regular expression of the package.

    Raises KeyError, with the place, if a pattern is made at run time and is not known.
    """
    found: dict[tuple[str, int], Expression] = {}
    named: dict[tuple[str, str], list[Expression]] = {}
    used: dict[tuple[str, str], set[str]] = {}
    late = made_at_run_time()
    for module in modules():
        tree = ast.parse(Path(str(module.__file__)).read_text("utf-8"))
        for expression, name in _written(module, tree, late):
            pattern = expression.pattern
            one = found.setdefault((str(pattern.pattern), pattern.flags), expression)
            one.uses |= expression.uses
            if name:
                named.setdefault(_scope(module, name), []).append(one)
        for name, pattern in ((name, held) for name, value in vars(module).items() for held in _held(value)):
            place = f"{module.__name__.removeprefix('briefing_tui.')}:{name}"
            one = found.setdefault((str(pattern.pattern), pattern.flags), Expression(place, pattern))
            named.setdefault(_scope(module, name), []).append(one)
        for call in ast.walk(tree):
            if isinstance(call, ast.Call) and isinstance(call.func, ast.Attribute) and call.func.attr in USES:
                owner = call.func.value
                name = owner.id if isinstance(owner, ast.Name) else owner.attr if isinstance(owner, ast.Attribute) else ""
                use = "from" if call.func.attr == "match" and len(call.args) > 1 else call.func.attr
                used.setdefault(_scope(module, name), set()).add(use)
    for scope, ones in named.items():
        for one in ones:
            one.uses |= used.get(scope, set())
    for one in found.values():
        one.uses = one.uses or {"finditer"}
    return list(found.values())


def _scope(module: ModuleType, name: str) -> tuple[str, str]:
    """Return a name with its module if it is private, else without."""
    return (module.__name__ if name.startswith("_") else "", name)


def _written(module: ModuleType, tree: ast.Module, late: dict[str, Expression]) -> Iterator[tuple[Expression, str]]:
    """Yield the expressions in a module's source, each with its name, if any."""
    names = {id(node.value): node.targets[0].id for node in ast.walk(tree)
             if isinstance(node, ast.Assign) and isinstance(node.targets[0], ast.Name)}  # fmt: skip
    functions = [node for node in ast.walk(tree) if isinstance(node, ast.FunctionDef)]
    for call in ast.walk(tree):
        if not (isinstance(call, ast.Call) and isinstance(call.func, ast.Attribute) and call.args):
            continue
        if not (isinstance(call.func.value, ast.Name) and call.func.value.id == "re" and call.func.attr in ("compile", *USES)):
            continue
        method = call.func.attr
        place = f"{module.__name__.removeprefix('briefing_tui.')}:{call.lineno}"
        flags = [word.value for word in call.keywords if word.arg == "flags"]
        flags += call.args[1:2] if method == "compile" else call.args[2:3] if method not in ("sub", "subn", "split") else []
        try:
            pattern = re.compile(_value(call.args[0], module), _value(flags[0], module) if flags else 0)
        except NameError:
            inside = [one.name for one in functions if one.lineno <= call.lineno <= (one.end_lineno or 0)]
            if not inside:
                continue  # Made in a comprehension; found as a value of the module.
            known = next((late[key] for key in (f"{module.__name__}:{name}" for name in inside) if key in late), None)
            if known is None:
                raise KeyError(f"{place}: made at run time; add it to made_at_run_time") from None
            yield known, ""
            continue
        yield Expression(place, pattern, set() if method == "compile" else {method}), names.get(id(call), "")


def _held(value: object) -> Iterator[re.Pattern[Any]]:
    """Yield the patterns in a value of a module."""
    if isinstance(value, LatePattern):
        yield value.compiled()
    elif isinstance(value, re.Pattern):
        yield value
    elif isinstance(value, dict | tuple | list | set | frozenset):
        for one in value.values() if isinstance(value, dict) else value:
            yield from _held(one)


def _value(node: ast.expr, module: ModuleType) -> Any:
    return eval(compile(ast.Expression(node), "<pattern>", "eval"), dict(vars(module)))
