"""Every regular expression of the package on strings made against it: is its time in proportion to the text?

    python benchmarks/patterns.py [--small 100k] [--large 1M] [--runs 5] [WORD ...]

The expressions are found in the source: each call of the module `re`, its pattern put together as the module does, and each way
in which it is used. From the parsed pattern come the strings: runs of all that it repeats, whole matches over and over,
matches that end too early, and runs of what prose is made of. Printed are those whose time grows by more than 12 from the small
to the large size (ten times as large), or the ten that grow most, and how many there are; WORD limits it to patterns whose place
holds it.
"""

import argparse
import ast
import gc
import importlib
import pkgutil
import re
import re._compiler as compiler  # type: ignore[import-not-found]
import re._constants as ops  # type: ignore[import-not-found]
import re._parser as parser  # type: ignore[import-not-found]
import signal
import statistics
import sys
import time
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field
from functools import cache
from pathlib import Path
from types import FrameType, ModuleType
from typing import Any

sys.path.insert(0, str(Path(__file__).parent.parent))
import briefing_tui

USES = ("match", "fullmatch", "search", "findall", "finditer", "sub", "subn", "split")
REPEATS = (ops.MAX_REPEAT, ops.MIN_REPEAT, ops.POSSESSIVE_REPEAT)
GROWTH = 12.0
_PATIENCE = 10
"""Seconds of processor time after which a string is given up."""
_WARM = 2
"""How often a small text is read before its time is believed not to matter."""
_TRIES = 3
"""How often a string that grows by too much is measured anew before it is told: the machine has other work."""
_SCREENED, _WORST, _FELT = 100_000, 4, 0.0005
"""Of strings longer than so many, the worst alone are measured: so many that are slowest, so many that grow most at a tenth of
their length, where that takes more than half a millisecond."""
_PROSE = (" ", "\n", "a", "A", "1", "a ", "A ", "Ab ", "Aa", "A. ", "a, ", "1,", "“", '"', "'", "(", ")", "[", "]", "*", "_", "`",
          "<", ">", "&", "-", "/", ".", ":", "\\", "|", "#", "\t", "é", "ab'", "A-", "x.", "a-", "By ", "a\n", " \n")  # fmt: skip


@dataclass(slots=True)
class Expression:
    """A regular expression of the package: where it stands (`module:line`), what it is, and how it is used."""

    place: str
    pattern: re.Pattern[Any]
    uses: set[str] = field(default_factory=set)


def modules() -> Iterator[ModuleType]:
    """Every module of the package."""
    for found in pkgutil.walk_packages(briefing_tui.__path__, "briefing_tui."):
        if not found.name.endswith("__main__"):
            yield importlib.import_module(found.name)


def made_at_run_time() -> dict[str, Expression]:
    """Those put together from what a function is given, each by that function, for the module that has it."""
    from briefing_tui.export.marked import HTML
    from briefing_tui.ui.find import pattern as find_pattern

    made = {
        "briefing_tui.anchors:__init__": re.compile(r"(?<!\w)[ABd]|[Ω\u4e00]"),
        "briefing_tui.anchors:occurrences": re.compile(r"\s+".join(["a", "a", "a", "b"])),
        "briefing_tui.cli.speakers:said_by": re.compile(r"(?<!\w)reis", re.IGNORECASE),
        "briefing_tui.export.marked:opening": HTML.opening(),
        "briefing_tui.library.noteplaces:_has_written_id": re.compile(r"ana-reis(?:-\d+)?"),
        "briefing_tui.ui.find:pattern": find_pattern("no money") or re.compile(""),
    }
    uses = {
        "briefing_tui.library.noteplaces:_has_written_id": "fullmatch",
        "briefing_tui.cli.speakers:said_by": "search",
        "briefing_tui.export.marked:opening": "fullmatch",
    }
    return {
        place: Expression(place.removeprefix("briefing_tui."), pattern, {uses.get(place, "finditer")})
        for place, pattern in made.items()
    }


def expressions() -> list[Expression]:
    """Every regular expression of the package. Raises KeyError, with the place, for one that can't be put together."""
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
    """A name and where it counts: a private one in its module."""
    return (module.__name__ if name.startswith("_") else "", name)


def _written(module: ModuleType, tree: ast.Module, late: dict[str, Expression]) -> Iterator[tuple[Expression, str]]:
    """A module's expressions with the names that they are given, if any."""
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
                continue  # made in a comprehension, and held by the module
            known = next((late[key] for key in (f"{module.__name__}:{name}" for name in inside) if key in late), None)
            if known is None:
                raise KeyError(f"{place}: put together at run time; add it to made_at_run_time") from None
            yield known, ""
            continue
        yield Expression(place, pattern, set() if method == "compile" else {method}), names.get(id(call), "")


def _held(value: object) -> Iterator[re.Pattern[Any]]:
    """The patterns that a module's value is or has in it."""
    if isinstance(value, re.Pattern):
        yield value
    elif isinstance(value, dict | tuple | list | set | frozenset):
        for one in value.values() if isinstance(value, dict) else value:
            yield from _held(one)


def _value(node: ast.expr, module: ModuleType) -> Any:
    return eval(compile(ast.Expression(node), "<pattern>", "eval"), dict(vars(module)))


def strings(pattern: re.Pattern[Any], size: int) -> Iterator[str]:
    """Strings of that many code points made against a pattern."""
    for before, run, end in _plan(pattern):
        yield (before + run * (size // len(run) + 1))[: size - len(end)] + end


@cache
def _plan(pattern: re.Pattern[Any]) -> list[tuple[str, str, str]]:
    """How the strings are made: what they begin with, what is said over and over, how they end.

    Pumped are: what each repeat takes, after a way to it and alone; one piece for each set of repeats that take it (two that take
    the same, one after the other or one in the other, are what makes a pattern slow); whole matches, matches that end too early;
    and what prose is made of. Each ends as it began, or in what the fewest repeats take, so that the match fails there.
    """
    made = []
    flags = pattern.flags & ~re.UNICODE if isinstance(pattern.pattern, bytes) else pattern.flags
    tree = parser.parse(pattern.pattern, flags)
    bodies = [compiler.compile(body, tree.state.flags) for body in _bodies(tree)]
    letters = sorted(set(_literals(tree)) | set(_PROSE))
    takers = {letter: frozenset(at for at, body in enumerate(bodies) if _takes(body, letter)) for letter in letters}
    shared = {taken: letter for letter, taken in takers.items() if taken}.values()
    ends = ("", min(("\x01", "\n\n", "aB", " ", "."), key=lambda end: len(takers.get(end[0], ()))), "\x01")
    seen: set[str] = set()
    for choice in range(3):
        whole = _sample(tree, choice)
        pieces = {whole, whole[:-1], whole[: len(whole) // 2], whole + "\n", whole + " "}
        for before, repeated in _repeats(tree, choice, ""):
            pieces.add(repeated)
            pieces |= {f"{before}\0{repeated}", f"{repeated} ", f"{repeated}a", f"{before}{repeated}"}
            pieces |= {f"{before}\0{letter}" for letter in shared}
        for piece in sorted(pieces | (set(_PROSE) | set(shared) if not choice else set())):
            before, _, run = piece.rpartition("\0")
            if run and piece not in seen:
                seen.add(piece)
                made += [(before, run, end) for end in dict.fromkeys(ends)]
    return made


def _bodies(tree: Any) -> Iterator[Any]:
    """What a pattern repeats without a small bound."""
    for op, av in tree:
        if op in REPEATS and av[1] > 20:
            yield av[2]
        for inner in _inner(op, av):
            yield from _bodies(inner)


def _inner(op: Any, av: Any) -> list[Any]:
    """The patterns inside a part of one."""
    if op in REPEATS:
        return [av[2]]
    if op is ops.SUBPATTERN:
        return [av[3]]
    if op is ops.ATOMIC_GROUP:
        return [av]
    if op is ops.BRANCH:
        return list(av[1])
    return [av[1]] if op in (ops.ASSERT, ops.ASSERT_NOT) else []


def _literals(tree: Any) -> Iterator[str]:
    """The characters that a pattern names."""
    for op, av in tree:
        if op in (ops.LITERAL, ops.NOT_LITERAL):
            yield chr(av)
        elif op is ops.IN:
            yield from (chr(one if kind is ops.LITERAL else one[0]) for kind, one in av if kind in (ops.LITERAL, ops.RANGE))
        for inner in _inner(op, av):
            yield from _literals(inner)


def _takes(body: re.Pattern[Any], letter: str) -> bool:
    return bool(body.fullmatch(letter.encode("latin-1", "replace") if isinstance(body.pattern, bytes) else letter))


def _repeats(tree: Any, choice: int, before: str) -> Iterator[tuple[str, str]]:
    """What a pattern repeats without a small bound, each with a string that leads there."""
    for op, av in tree:
        if op in REPEATS and av[1] > 20:
            yield before, _sample(av[2], choice) or "a"
        for inner in _inner(op, av):
            yield from _repeats(inner, choice, before)
        before += _sample([(op, av)], choice)


def _sample(tree: Any, choice: int) -> str:
    """A string that a pattern matches, or nearly; `choice` says which way is taken where there are several."""
    made = ""
    for op, av in tree:
        if op is ops.LITERAL:
            made += chr(av)
        elif op is ops.NOT_LITERAL:
            made += "b" if av == ord("a") else "a"
        elif op is ops.ANY:
            made += "a"
        elif op is ops.IN:
            made += _letter(av, choice)
        elif op is ops.BRANCH:
            made += _sample(av[1][choice % len(av[1])], choice)
        elif op in REPEATS:
            made += _sample(av[2], choice) * max(av[0], min(1, av[1]))
        elif op is ops.SUBPATTERN:
            made += _sample(av[3], choice)
        elif op is ops.ATOMIC_GROUP:
            made += _sample(av, choice)
        elif op is ops.ASSERT and av[0] > 0 and tree[-1][0] is op:
            made += _sample(av[1], choice)
    return made


_CATEGORIES = {
    ops.CATEGORY_WORD: "a", ops.CATEGORY_DIGIT: "1", ops.CATEGORY_SPACE: " ", ops.CATEGORY_NOT_WORD: ".",
    ops.CATEGORY_NOT_DIGIT: "a", ops.CATEGORY_NOT_SPACE: "a",
}  # fmt: skip


_CLASSES = {
    ops.CATEGORY_WORD: r"\w", ops.CATEGORY_DIGIT: r"\d", ops.CATEGORY_SPACE: r"\s", ops.CATEGORY_NOT_WORD: r"\W",
    ops.CATEGORY_NOT_DIGIT: r"\D", ops.CATEGORY_NOT_SPACE: r"\S",
}  # fmt: skip


def _letter(items: Any, choice: int) -> str:
    """A character of a class: another one for another choice."""
    if items[0][0] is ops.NEGATE:
        return _outside(items[1:], choice)
    op, av = items[choice % len(items)]
    return chr(av) if op is ops.LITERAL else chr(av[0]) if op is ops.RANGE else _CATEGORIES[av]


def _outside(items: Any, choice: int) -> str:
    def holds(char: str) -> bool:
        for op, av in items:
            if op is ops.CATEGORY:
                if re.match(_CLASSES[av], char):
                    return True
            elif ord(char) == av if op is ops.LITERAL else av[0] <= ord(char) <= av[1]:
                return True
        return False

    free = [char for char in "aA1 .,(\n–\t\x01<>[]" if not holds(char)]
    return free[choice % len(free)] if free else "a"


def _drain(pattern: re.Pattern[Any], use: str) -> Callable[[Any], object]:
    """The work that a use of a pattern makes with a text."""
    if use == "from":
        return lambda text: _tokens(pattern, text)
    if use == "finditer":
        return lambda text: sum(1 for _ in pattern.finditer(text))
    if use in ("sub", "subn"):
        return lambda text: pattern.sub("", text)
    return getattr(pattern, use)  # type: ignore[no-any-return]


def _tokens(pattern: re.Pattern[Any], text: Any) -> None:
    at = 0
    while at < len(text):
        found = pattern.match(text, at)
        at = max(found.end(), at + 1) if found else at + 1


class TooLong(Exception):  # noqa: N818
    """A string that nobody has the patience for."""


def _stop(_number: int, _frame: FrameType | None) -> None:
    raise TooLong


def seconds(run: Callable[[Any], object], texts: Sequence[Any]) -> float:
    """The processor time of a use on a text, a mean of several; infinite where it is given up."""
    previous = signal.signal(signal.SIGPROF, _stop)
    signal.setitimer(signal.ITIMER_PROF, _PATIENCE)
    try:
        start = time.thread_time()
        for text in texts:
            run(text)
        return (time.thread_time() - start) / len(texts)
    except TooLong:
        return float("inf")
    finally:
        signal.setitimer(signal.ITIMER_PROF, 0)
        signal.signal(signal.SIGPROF, previous)


def growths(one: Expression, small: int, large: int, runs: int, floor: float) -> Iterator[tuple[float, float, str, str]]:
    """By how much the time grows, for each use and each string that takes longer than the floor: growth, seconds, use, string.

    The times of a string that might grow are medians; small and large are measured in turn, and as many small ones as make a
    large one, so that a machine's memory and its other work weigh on both alike.
    """
    for use in sorted(one.uses):
        run = _drain(one.pattern, use)
        worst = _likely(one, run, large // 10) if large > _SCREENED else None
        pairs = zip(_made(one, small), _made(one, large), strict=True)
        for short, long in (pair for number, pair in enumerate(pairs) if worst is None or number in worst):
            grown, slow = _growth(run, short, long, runs, floor)
            yield grown, slow, use, str(short[:40])


def _made(one: Expression, size: int) -> Iterator[Any]:
    """The strings made against a pattern, as bytes where it reads bytes."""
    for text in strings(one.pattern, size):
        yield text.encode("latin-1", "replace") if isinstance(one.pattern.pattern, bytes) else text


def _likely(one: Expression, run: Callable[[Any], object], size: int) -> set[int]:
    """The numbers of the strings that are worth measuring at length: the slowest, and those that grow most up to this size."""
    times = [(seconds(run, [short] * _WARM), seconds(run, [long]))
             for short, long in zip(_made(one, size // 10), _made(one, size), strict=True)]  # fmt: skip
    slowest = sorted(range(len(times)), key=lambda number: times[number][1], reverse=True)
    known = [number for number in slowest if times[number][1] > _FELT]
    steepest = sorted(known, key=lambda number: times[number][1] / times[number][0], reverse=True)
    return {*slowest[:_WORST], *steepest[:_WORST]}


def _growth(run: Callable[[Any], object], short: Any, long: Any, runs: int, floor: float) -> tuple[float, float]:
    step = len(long) // len(short)
    slow = seconds(run, [long])
    if slow <= floor:  # nobody notices, whatever it grows by
        return 10 * slow / floor, slow
    quick = seconds(run, [short] * _WARM)
    tries = _TRIES
    while tries and slow < float("inf") and slow > GROWTH * (0.5 if tries == _TRIES else 1) * quick:
        alike = [short[:1] + short[1:] for _ in range(step)]
        pairs = [(seconds(run, alike), seconds(run, [long])) for _ in range(runs)]
        quick, slow = (statistics.median(times) for times in zip(*pairs, strict=True))
        tries -= 1
    return (slow if slow == float("inf") else slow / max(quick, floor / step) * 10 / step), slow


def _size(text: str) -> int:
    return int(text.rstrip("kM")) * {"k": 1_000, "M": 1_000_000}.get(text[-1], 1)


def main() -> int:
    """Measure, and print the table."""
    options = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    options.add_argument("words", nargs="*", metavar="WORD", help="only patterns whose place holds it")
    options.add_argument("--small", type=_size, default=100_000, help="the smaller text (100k)")
    options.add_argument("--large", type=_size, default=1_000_000, help="the larger text (1M)")
    options.add_argument("--runs", type=int, default=5, help="measurements, of which the median counts")
    given = options.parse_args()
    found = [one for one in expressions() if not given.words or any(word in one.place for word in given.words)]
    worst = []
    gc.collect()
    gc.freeze()
    for one in found:
        most = (0.0, 0.0, "", "")
        for grown in growths(one, given.small, given.large, given.runs, 0.002):
            most = max(most, grown)
            if most[0] > GROWTH:
                break
        worst.append((most, one))
        if sys.stderr.isatty() or most[0] > GROWTH:
            sys.stderr.write(f"{most[0]:.1f} {most[1]:.3f} {most[2]} {most[3]!r} {one.place} {str(one.pattern.pattern)[:150]}\n")
    worst.sort(key=lambda row: row[0], reverse=True)
    bad = [row for row in worst if row[0][0] > GROWTH]
    sys.stdout.write("| growth | seconds | use | string | place | pattern |\n| ---: | ---: | --- | --- | --- | --- |\n")
    for (growth, slow, use, text), one in bad or worst[:10]:
        shown = str(one.pattern.pattern)[:100]
        sys.stdout.write(f"| {growth:.1f} | {slow:.3f} | {use} | {text!r} | {one.place} | `{shown}` |\n")
    sys.stdout.write(
        f"\n{len(found)} patterns, {sum(len(one.uses) for one in found)} uses; {len(bad)} grow by more than {GROWTH:g}\n"
    )
    return int(bool(bad))


if __name__ == "__main__":
    sys.exit(main())
