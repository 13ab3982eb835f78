"""Copy the working tree and run tests in the copy."""

import gc
import importlib
import json
import os
import shutil
import signal
import subprocess
import sys
from collections.abc import Iterable
from contextlib import suppress
from pathlib import Path

ROOT = Path(__file__).parent.parent.parent
PACKAGE = "briefing_tui"
WORK = ROOT / ".mutants"
_START = "import os\nif os.environ.get('COVERAGE_PROCESS_START'):\n    import coverage\n    coverage.process_startup()\n"


def copy_tree(tree: Path) -> None:
    """Copy the files that Git knows or would add; equal files are not touched."""
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


_OPTIONS = ("-n0", "-q", "--no-header", "--durations=0", "--tb=no", "-p", "benchmarks.mutants.plugin", "--hypothesis-seed=0")


def pytest(tree: Path, arguments: Iterable[str], **env: str) -> int:
    """Run tests in a copy at low priority; return the status, negative for a signal."""
    command = ["nice", "-n", "10", sys.executable, "-m", "pytest"]
    with (WORK / f"{tree.name}.log").open("wb") as log:
        process = subprocess.Popen(
            [*command, *_OPTIONS, *arguments],
            cwd=tree, env={**os.environ, "PYTHONPATH": str(tree), **env},
            stdout=log, stderr=log, stdin=subprocess.DEVNULL, start_new_session=True,
        )  # fmt: skip
        try:
            return process.wait()
        finally:
            with suppress(ProcessLookupError):
                os.killpg(process.pid, signal.SIGKILL)


def preload() -> None:
    """Import what the tests import, other than the program, so that every fork has it."""
    os.environ["TEXTUAL_ANIMATIONS"] = "none"  # As in tests/conftest.py: Textual reads it when it is imported.
    names = json.loads((WORK / "modules.json").read_text()) if (WORK / "modules.json").is_file() else []
    for name in names:
        with suppress(Exception):
            importlib.import_module(name)
    gc.freeze()


def forked_pytest(tree: Path, arguments: Iterable[str], **env: str) -> int:
    """Run tests as `pytest` does, in a fork of this process, which starts faster."""
    process = os.fork()
    if process == 0:
        status = 3
        try:
            os.setsid()
            os.nice(10)
            os.chdir(tree)
            os.environ.update({"PYTHONPATH": str(tree), **env})
            log = os.open(WORK / f"{tree.name}.log", os.O_WRONLY | os.O_CREAT | os.O_TRUNC)
            for target, source in ((0, os.open(os.devnull, os.O_RDONLY)), (1, log), (2, log)):
                os.dup2(source, target)
            sys.path[:] = [str(tree), *(path for path in sys.path if Path(path).resolve() != ROOT)]
            for name in [name for name in sys.modules if name.partition(".")[0] == "benchmarks"]:
                del sys.modules[name]
            import pytest

            status = int(pytest.main([*_OPTIONS, *arguments]))
        finally:
            os._exit(status)
    _, status = os.waitpid(process, 0)
    with suppress(ProcessLookupError):
        os.killpg(process, signal.SIGKILL)
    return os.waitstatus_to_exitcode(status)


def run_tests(tree: Path, tests: list[str], limits: dict[str, float]) -> tuple[str, str]:
    """Run tests in order up to the first failure; return the outcome and that test."""
    chosen = WORK / f"chosen-{tree.name}.json"
    for suffix in (".failed", ".running"):
        Path(f"{chosen}{suffix}").unlink(missing_ok=True)
    chosen.write_text(json.dumps({test: limits[test] for test in tests}))
    files = sorted({test.partition("::")[0] for test in tests if (tree / test.partition("::")[0]).is_file()})
    status = forked_pytest(tree, ["-x", "-p", "no:cacheprovider", *files], MUTANTS_TESTS=str(chosen)) if files else 5
    at = Path(f"{chosen}.running").read_text() if Path(f"{chosen}.running").is_file() else ""
    if Path(f"{chosen}.failed").is_file():
        return "killed", Path(f"{chosen}.failed").read_text()
    if status in (0, 5):
        return "survived", ""
    return "killed", at if status < 0 else "while the tests were collected"
