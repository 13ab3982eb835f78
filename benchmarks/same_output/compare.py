"""Compare two recordings and print what differs."""

import json
from collections import Counter
from collections.abc import Iterator
from difflib import unified_diff
from pathlib import Path

from benchmarks.same_output.recording import ALL, INPUT, Record, parts_of, read_records

_LINES = 40
"""Lines of one difference that are printed."""
_WIDTH = 200


def is_asked(part: str, only: list[str]) -> bool:
    """Return whether a part's name begins with one of `only`, or `only` is empty."""
    return not only or part.startswith(tuple(only))


def compare(before: Path, after: Path, only: list[str], most: int, has_messages: bool) -> int:
    """Print what differs between two recordings; return the exit status."""
    common = [part for part in parts_of(before) if part in parts_of(after) and is_asked(part, only)]
    lone = sorted(part for part in {*parts_of(before), *parts_of(after)} - {*common} if is_asked(part, only))
    if lone:
        print(f"only in one recording, skipped: {', '.join(lone)}")
    if not common:
        print(f"{before} and {after} have no part in common; record one first")
        return 2
    return max([_compare_part(before, after, part, most, has_messages) for part in common])


def _compare_part(before: Path, after: Path, part: str, most: int, has_messages: bool) -> int:
    old = {(one.group == INPUT, one.name): one for one in read_records(before, part)}
    new = {(one.group == INPUT, one.name): one for one in read_records(after, part)}
    changed = {
        name
        for is_input, name in old.keys() | new.keys()
        if is_input and old.get((True, name)) != new.get((True, name))
    }  # fmt: skip
    if changed:
        changed.add(ALL)
    counts: Counter[str] = Counter()
    different: Counter[str] = Counter()
    seen: Counter[tuple[str, ...]] = Counter()
    where: dict[tuple[str, ...], str] = {}
    for key in [*old, *(key for key in new if key not in old)]:
        one, other = old.get(key), new.get(key)
        known = one or other
        assert known
        if known.group == INPUT or known.source in changed:
            continue
        counts[known.group] += 1
        lines = [] if one == other else list(_differences(one, other, has_messages))
        if lines:
            different[known.group] += 1
            kind = tuple(line for line in lines if line.startswith(("+", "-")))
            seen[kind] += 1
            where.setdefault(kind, "\n".join([f"  {known.name}", *(f"    {line[:_WIDTH]}" for line in lines[:_LINES])]))
    print(
        f"{part}: {counts.total()} outputs, {different.total()} differ"
        if different
        else f"{part}: {counts.total()} outputs, same"
    )
    if changed:
        print(f"  {len(changed) - 1} inputs differ or are only in one recording; their outputs are skipped")
    for group, count in sorted(different.items()):
        print(f"  {group}: {count} of {counts[group]} differ")
    for kind, count in seen.most_common(most):
        print(where[kind] + (f"\n    (the same difference {count} times)" if count > 1 else ""))
    if len(seen) > most:
        print(f"  and {len(seen) - most} more differences; --most N shows more")
    return int(bool(different))


def _differences(one: Record | None, other: Record | None, has_messages: bool) -> Iterator[str]:
    """Yield a short diff of two outputs.

    Nothing if only their messages differ and `has_messages` is false.
    """
    if one is None or other is None:
        yield "- missing" if one is None else "+ missing"
        return
    if one.status != other.status:
        yield from (f"-exit status {one.status}", f"+exit status {other.status}")
    yield from _diff("standard output", one.stdout, other.stdout)
    if has_messages:
        yield from _diff("standard error", one.stderr, other.stderr)


def _diff(what: str, one: str, other: str) -> Iterator[str]:
    if one == other:
        return
    yield what
    before, after = _lines(one), _lines(other)
    if before == after:  # Equal JSON in different bytes.
        before, after = [ascii(one)], [ascii(other)]
    yield from (line for line in unified_diff(before, after, n=1, lineterm="") if not line.startswith(("---", "+++")))


def _lines(text: str) -> list[str]:
    """Return the lines of a text, invisible characters escaped and JSON indented."""
    if text.startswith(("{", "[")):
        try:
            return json.dumps(json.loads(text), indent=1).split("\n")
        except ValueError:
            pass
    return [ascii(line)[1:-1] if not line.isprintable() else line for line in text.split("\n")]
