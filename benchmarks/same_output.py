"""Shows whether two versions of the program give the same output, byte for byte, and where they differ.

    python -m benchmarks.same_output record FOLDER --program PATH/briefing [--data DATA] [--only PART …]
    python -m benchmarks.same_output compare BEFORE AFTER [--only PART …] [--no-messages]

`record` runs many commands of an installed program (the script `briefing` in its environment's `bin`) and writes every standard
output, standard error, exit status and file below FOLDER, one packed file for each part. A part is a set of inputs:

    tests             content/*.md, the fixtures, and every text that is written out in the tests; in every way to show them
    notes             a library of the content files with notes: notes, export, import
    articles-*        DATA/quotes/*.jsonl and DATA/actors/dev.jsonl, with "id" and "text" in each line; as thoroughly
    field             DATA/field/cases; as thoroughly
    dev-*, more-*     DATA/build/{dev,dev/de,more}: saved pages, and dumps of each kind; built as JSON and as content files, which
                      are checked and shown as text and JSON (dev-pages as thoroughly as the others)

`--only dev more-pages` takes the parts whose names begin so; `--every 10` takes each tenth input of a part of DATA. `compare`
prints the number of differing outputs for each kind of command, and a few of the differences, equal ones once.
Outputs made from an input that only one recording has, or that has changed since, are left out, and counted.

Exit status: 0 same; 1 something differs; 2 nothing to compare.
"""

import argparse
import json
import sys
import time
from collections import Counter
from collections.abc import Iterator
from difflib import unified_diff
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parent.parent))

from benchmarks import recorded_commands as commands
from benchmarks.recorded_inputs import NOTES, TESTS, each, of_helpers, parts
from benchmarks.recording import ALL, INPUT, Program, Record, parts_of, read_records, write_records

_THOROUGH = (TESTS, "articles", "field", "dev-pages")
_LINES = 40
"""Lines of one difference that are printed."""
_WIDTH = 200


def record(script: Path, folder: Path, data: Path | None, only: list[str], every: int) -> None:
    """Record the output of a program on every part asked for. Raises OSError, ValueError and RuntimeError."""
    for name, inputs in parts(data).items():
        if not _is_asked(name, only):
            continue
        started = time.perf_counter()
        with Program(script) as program:
            if name == NOTES:
                commands.record_notes(program, inputs())
            else:
                chosen = inputs() if name == TESTS else each(inputs(), every)
                commands.record_articles(program, chosen, is_thorough=name.startswith(_THOROUGH))
            if name == TESTS:
                commands.record_batches(program, of_helpers())
            write_records(folder, name, program.records)
        print(f"{name}: {len(program.records)} outputs, {time.perf_counter() - started:.1f} s", flush=True)


def _is_asked(part: str, only: list[str]) -> bool:
    return not only or part.startswith(tuple(only))


def compare(before: Path, after: Path, only: list[str], most: int, has_messages: bool) -> int:
    """Print what differs between two recordings; return the exit status."""
    common = [part for part in parts_of(before) if part in parts_of(after) and _is_asked(part, only)]
    lone = sorted(part for part in {*parts_of(before), *parts_of(after)} - {*common} if _is_asked(part, only))
    if lone:
        print(f"only in one of the recordings, left out: {', '.join(lone)}")
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
        print(f"  {len(changed) - 1} inputs differ or are only in one of the recordings; what was made from them is left out")
    for group, count in sorted(different.items()):
        print(f"  {group}: {count} of {counts[group]} differ")
    for kind, count in seen.most_common(most):
        print(where[kind] + (f"\n    (the same difference {count} times)" if count > 1 else ""))
    if len(seen) > most:
        print(f"  and {len(seen) - most} more differences; --most N shows more")
    return int(bool(different))


def _differences(one: Record | None, other: Record | None, has_messages: bool) -> Iterator[str]:
    """The lines of a short unified diff of two outputs; none where they differ in messages only, which are not asked for."""
    if one is None or other is None:
        yield "- not there" if one is None else "+ not there"
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
    if before == after:  # JSON that says the same in other bytes
        before, after = [ascii(one)], [ascii(other)]
    yield from (line for line in unified_diff(before, after, n=1, lineterm="") if not line.startswith(("---", "+++")))


def _lines(text: str) -> list[str]:
    """The lines of a text, with what can't be seen escaped; JSON in one line is laid out first."""
    if text.startswith(("{", "[")):
        try:
            return json.dumps(json.loads(text), indent=1).split("\n")
        except ValueError:
            pass
    return [ascii(line)[1:-1] if not line.isprintable() else line for line in text.split("\n")]


def main() -> None:
    """Record, or compare."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    verbs = parser.add_subparsers(dest="verb", required=True)
    recording = verbs.add_parser("record", help="run one program and write what it gives below a folder")
    recording.add_argument("folder", type=Path)
    recording.add_argument("--program", type=Path, required=True, help="the script 'briefing' of an installation")
    recording.add_argument("--data", type=Path, help="the folder of the benchmark data")
    recording.add_argument("--every", type=int, default=1, metavar="N", help="each Nth input of a part of the data (default: 1)")
    comparing = verbs.add_parser("compare", help="print what differs between two recordings")
    comparing.add_argument("before", type=Path)
    comparing.add_argument("after", type=Path)
    comparing.add_argument("--most", type=int, default=5, help="differences to print for each part (default: 5)")
    comparing.add_argument("--no-messages", action="store_true", help="leave standard error out")
    for verb in (recording, comparing):
        verb.add_argument("--only", nargs="+", default=[], metavar="PART", help="the parts whose names begin so")
    options = parser.parse_args()
    if options.verb == "record":
        record(options.program, options.folder, options.data, options.only, options.every)
    else:
        sys.exit(compare(options.before, options.after, options.only, options.most, not options.no_messages))


if __name__ == "__main__":
    main()
