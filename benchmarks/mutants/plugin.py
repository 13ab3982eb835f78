"""The pytest plugin of `mutants`, which records tests or runs them in a given order.

With MUTANTS_SECONDS=FILE, coverage is recorded by test, and the seconds and outcome of every test are written to the file; tests
named in the file MUTANTS_OLD are skipped. With MUTANTS_TESTS=FILE, only the tests named in the file run, in its order, each with
its time limit; a test that hangs ends the process. The name of the running test is written to FILE.running, that of the first
failure to FILE.failed.
"""

import json
import os
import signal
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

_SECONDS, _TESTS = os.environ.get("MUTANTS_SECONDS", ""), os.environ.get("MUTANTS_TESTS", "")
_OLD: set[str] = set(json.loads(Path(os.environ["MUTANTS_OLD"]).read_text())) if "MUTANTS_OLD" in os.environ else set()
_TIMES: dict[str, list[float | bool]] = {}
for _number in (signal.SIGALRM, signal.SIGPROF):
    signal.signal(_number, signal.SIG_DFL)
_LIMITS: dict[str, float] = json.loads(Path(_TESTS).read_text()) if _TESTS else {}


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Keep the tests asked for, in their order, or the new ones."""
    if _LIMITS:
        order = {name: at for at, name in enumerate(_LIMITS)}
        items[:] = sorted((item for item in items if item.nodeid in order), key=lambda item: order[item.nodeid])

    elif _OLD:
        items[:] = [item for item in items if item.nodeid not in _OLD]


@pytest.hookimpl(wrapper=True)
def pytest_runtest_protocol(item: pytest.Item) -> Iterator[None]:
    """Record coverage under the test's name, or limit the test's time."""
    if _TESTS:
        Path(_TESTS + ".running").write_text(item.nodeid)
        limits = {signal.ITIMER_PROF: _LIMITS[item.nodeid], signal.ITIMER_REAL: 4 * _LIMITS[item.nodeid]}
        for timer, seconds in limits.items():  # Processor time, and more by the clock: the machine may have other work.
            signal.setitimer(timer, seconds)
        result = yield
        for timer in limits:
            signal.setitimer(timer, 0)
        return result
    from coverage import Coverage

    if coverage := Coverage.current():
        coverage.switch_context(item.nodeid)
    result = yield
    if coverage:
        coverage.switch_context("")
    return result


def pytest_runtest_logreport(report: pytest.TestReport) -> None:
    """Add up a test's seconds, and write the name of the first failure."""
    seconds, passed = _TIMES.get(report.nodeid, (0.0, True))
    _TIMES[report.nodeid] = [seconds + report.duration, bool(passed) and report.outcome != "failed"]
    if report.failed and _TESTS and not Path(_TESTS + ".failed").exists():
        Path(_TESTS + ".failed").write_text(report.nodeid)


def pytest_sessionfinish() -> None:
    """Write the seconds and outcomes, and the installed modules that are loaded."""
    if _SECONDS:
        Path(_SECONDS).write_text(json.dumps(_TIMES))
        installed = (name for name, module in sys.modules.items() if "site-packages" in (getattr(module, "__file__", "") or ""))
        (Path(_SECONDS).parents[2] / "modules.json").write_text(json.dumps(sorted(installed)))
