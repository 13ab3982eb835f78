"""Run many commands of an installed program in one process, without a start for each.

    PROGRAM'S-PYTHON -P command_runner.py PATH/briefing

Reads one JSON object per line, `{"arguments": [str], "input": str, "environment": {str: str}}`, runs the program's script with
these arguments as a shell would, and writes one line `{"status": int, "stdout": str, "stderr": str}`. Bytes that are not UTF-8
become lone surrogates. Uses only the standard library and imports no module of the program by name.
"""

import io
import json
import os
import runpy
import sys
import traceback

CRASHED = 70
"""The exit status recorded when an exception leaves the program (EX_SOFTWARE of sysexits.h)."""


def run(script: str, request: dict[str, object]) -> dict[str, object]:
    """Run one command and return its exit status and what it wrote."""
    given = str(request["input"]).encode("utf-8", "surrogateescape")
    changes = request["environment"]
    assert isinstance(changes, dict)
    before = dict(os.environ)
    streams = sys.argv, sys.stdin, sys.stdout, sys.stderr
    written, said = io.BytesIO(), io.BytesIO()
    sys.stdin = io.TextIOWrapper(io.BytesIO(given), encoding="utf-8")
    sys.stdout = out = io.TextIOWrapper(written, encoding="utf-8", newline="\n")
    sys.stderr = err = io.TextIOWrapper(said, encoding="utf-8", newline="\n", errors="backslashreplace")
    sys.argv = [script, *request["arguments"]]  # type: ignore[misc]
    os.environ.update(changes)
    try:
        status = _status_of(script)
        out.flush()
        err.flush()
        return {"status": status, "stdout": _text(written), "stderr": _text(said)}
    finally:
        sys.argv, sys.stdin, sys.stdout, sys.stderr = streams
        os.environ.clear()
        os.environ.update(before)


def _status_of(script: str) -> int:
    try:
        runpy.run_path(script, run_name="__main__")
    except SystemExit as end:
        return end.code if isinstance(end.code, int) else int(end.code is not None)
    except BaseException:
        traceback.print_exc()
        return CRASHED
    return 0


def _text(data: io.BytesIO) -> str:
    return data.getvalue().decode("utf-8", "surrogateescape")


def main() -> None:
    """Answer requests until the input ends."""
    # The program may redirect descriptor 1 when its output is closed, so the answers have a descriptor of their own.
    requests = os.fdopen(os.dup(0), "r", encoding="utf-8")
    answers = os.fdopen(os.dup(1), "w", encoding="utf-8")
    nowhere = os.open(os.devnull, os.O_RDWR)
    os.dup2(nowhere, 0)
    os.dup2(nowhere, 1)
    for line in requests:
        answers.write(json.dumps(run(sys.argv[1], json.loads(line))) + "\n")
        answers.flush()


if __name__ == "__main__":
    main()
