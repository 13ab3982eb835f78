"""Show where the output of two versions of the program differs, byte for byte.

    python -m benchmarks.same_output record FOLDER --program PATH/briefing [--data DATA] [--only PART …]
    python -m benchmarks.same_output compare BEFORE AFTER [--only PART …] [--no-messages]

`record` runs many commands of an installed program (the script `briefing` in its environment's `bin`) and writes every standard
output, standard error, exit status and file below FOLDER, one packed file for each part. A part is a set of inputs:

    tests             content/*.md, the fixtures, and every text written out in the tests; shown in every way
    notes             a library of the content files with notes: notes, export, import
    articles-*        DATA/quotes/*.jsonl and DATA/actors/dev.jsonl, with "id" and "text" in each line; shown in every way
    field             DATA/field/cases; shown in every way
    dev-*, more-*     DATA/build/{dev,dev/de,more}: saved pages, and dumps of each kind; built as JSON and as content files, which
                      are checked and shown as text and JSON (dev-pages in every way)

`--only dev more-pages` selects the parts whose names begin so; `--every 10` selects each tenth input of a part of DATA. `compare`
prints the number of differing outputs for each kind of command, and some of the differences, equal ones once. Outputs of an input
that only one recording has, or that has changed, are left out and counted.

Exit status: 0 same; 1 something differs; 2 nothing to compare.
"""

import argparse
import sys
import time
from pathlib import Path

from benchmarks.same_output import commands
from benchmarks.same_output.compare import compare, is_asked
from benchmarks.same_output.inputs import NOTES, TESTS, each, of_helpers, parts
from benchmarks.same_output.recording import Program, write_records

_THOROUGH = (TESTS, "articles", "field", "dev-pages")


def record(script: Path, folder: Path, data: Path | None, only: list[str], every: int) -> None:
    """Record the output of a program on every part asked for.

    `every` is the step between the inputs used of a part of DATA. Raises OSError, ValueError and RuntimeError.
    """
    for name, inputs in parts(data).items():
        if not is_asked(name, only):
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


def main() -> None:
    """Record or compare."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    verbs = parser.add_subparsers(dest="verb", required=True)
    recording = verbs.add_parser("record", help="run one program and write its output below a folder")
    recording.add_argument("folder", type=Path)
    recording.add_argument("--program", type=Path, required=True, help="the script 'briefing' of an installation")
    recording.add_argument("--data", type=Path, help="the folder of the benchmark data")
    recording.add_argument("--every", type=int, default=1, metavar="N", help="use each Nth input of a part of DATA (default: 1)")
    comparing = verbs.add_parser("compare", help="print what differs between two recordings")
    comparing.add_argument("before", type=Path)
    comparing.add_argument("after", type=Path)
    comparing.add_argument("--most", type=int, default=5, help="differences to print for each part (default: 5)")
    comparing.add_argument("--no-messages", action="store_true", help="ignore standard error")
    for verb in (recording, comparing):
        verb.add_argument("--only", nargs="+", default=[], metavar="PART", help="only parts whose names begin with one of these")
    options = parser.parse_args()
    if options.verb == "record":
        record(options.program, options.folder, options.data, options.only, options.every)
    else:
        sys.exit(compare(options.before, options.after, options.only, options.most, not options.no_messages))


if __name__ == "__main__":
    main()
