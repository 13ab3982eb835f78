"""Make strings against a regular expression from its parsed pattern.

They are repetitions of everything that it repeats, of complete matches, of matches that end too early, and of the characters of
prose.
"""

import re
import re._compiler as compiler  # type: ignore[import-not-found]
import re._constants as ops  # type: ignore[import-not-found]
import re._parser as parser  # type: ignore[import-not-found]
from collections.abc import Iterator
from functools import cache
from typing import Any

REPEATS = (ops.MAX_REPEAT, ops.MIN_REPEAT, ops.POSSESSIVE_REPEAT)
_PROSE = (" ", "\n", "a", "A", "1", "a ", "A ", "Ab ", "Aa", "A. ", "a, ", "1,", "“", '"', "'", "(", ")", "[", "]", "*", "_", "`",
          "<", ">", "&", "-", "/", ".", ":", "\\", "|", "#", "\t", "é", "ab'", "A-", "x.", "a-", "By ", "a\n", " \n")  # fmt: skip


def strings(pattern: re.Pattern[Any], size: int) -> Iterator[str]:
    """Yield strings of `size` code points made against a pattern."""
    for before, run, end in _plan(pattern):
        yield (before + run * (size // len(run) + 1))[: size - len(end)] + end


@cache
def _plan(pattern: re.Pattern[Any]) -> list[tuple[str, str, str]]:
    """Return how the strings are made: beginning, repeated run, end.

    The runs are: a match of each repeat, by itself and after a string that leads to it; one character for each set of repeats
    that match it (two repeats that match the same, one after the other or nested, make a pattern slow); complete matches and
    matches that end too early; and the characters of prose. Each string ends as it began, or in the character that the fewest
    repeats match, so that the match fails there.
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
    """Yield the parts that a pattern repeats without a small bound."""
    for op, av in tree:
        if op in REPEATS and av[1] > 20:
            yield av[2]
        for inner in _inner(op, av):
            yield from _bodies(inner)


def _inner(op: Any, av: Any) -> list[Any]:
    """Return the patterns inside a part of a pattern."""
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
    """Yield the characters that a pattern names."""
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
    """Yield a string that leads to each unbounded repeat, and a match of it."""
    for op, av in tree:
        if op in REPEATS and av[1] > 20:
            yield before, _sample(av[2], choice) or "a"
        for inner in _inner(op, av):
            yield from _repeats(inner, choice, before)
        before += _sample([(op, av)], choice)


def _sample(tree: Any, choice: int) -> str:
    """Return a string that a pattern matches, or nearly; `choice` selects among alternatives."""
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
    """Return a character of a class; `choice` selects which."""
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
