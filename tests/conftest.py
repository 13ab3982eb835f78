"""Fixtures of all tests: isolation from the machine, and golden files compared as bytes.

No test sees the user's folders, settings, terminal or time zone.
"""

import ast
import gc
import os
import signal
import sys
import time
from collections.abc import Callable, Iterator
from itertools import count
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, settings

from tests.fetching.server import Server

os.environ["TEXTUAL_ANIMATIONS"] = "none"  # Textual reads it when it is imported.
# Hundreds of tests start the program: where nothing is kept compiled, each of these starts would compile all of it.
os.environ.pop("PYTHONDONTWRITEBYTECODE", None)
sys.dont_write_bytecode = False

# A script's background job ignores it, as then does every program that the tests start and interrupt.
signal.signal(signal.SIGINT, signal.default_int_handler)

settings.register_profile("project", max_examples=80, deadline=None, suppress_health_check=[HealthCheck.too_slow])
settings.load_profile("project")

HERE = Path(__file__).parent

_SHUT_OUT = (
    "NO_COLOR", "FORCE_COLOR", "CLICOLOR", "CLICOLOR_FORCE", "COLORTERM", "LANGUAGE", "LANG", "PAGER", "EDITOR", "VISUAL",
    "BRIEFING_DEBUG", "BRIEFING_LIBRARY", "BRIEFING_NOTES", "BRIEFING_OFFLINE", "PYTHONIOENCODING", "PYTHONUTF8", "SSH_TTY",
    "TMUX", "WAYLAND_DISPLAY", "DISPLAY",
)  # fmt: skip


def pytest_addoption(parser: pytest.Parser) -> None:
    """Add the option that rewrites golden files."""
    parser.addoption("--update-golden", action="store_true", help="rewrite the golden files instead of comparing with them")


@pytest.hookimpl(optionalhook=True)
def pytest_xdist_auto_num_workers() -> int:
    """Return the number of workers: one more than cores, for the time that tests wait."""
    cores = len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1
    return cores + 1


def pytest_make_parametrize_id(val: object, argname: str) -> str | None:
    """Return the name of a parameter of bytes.

    Compressed ones hold the time at which they were made, and workers that named a test differently would run none.
    """
    return argname if isinstance(val, bytes) else None


def pytest_configure() -> None:
    """Let `ast.parse` run without the garbage collector.

    In Python 3.11 it fails if an object that is collected meanwhile raises at its end (SystemError, "recursion depth mismatch").
    """
    parse = ast.parse

    def undisturbed(*args: Any, **options: Any) -> Any:
        was_enabled = gc.isenabled()
        gc.disable()
        try:
            return parse(*args, **options)
        finally:
            if was_enabled:
                gc.enable()

    ast.parse = undisturbed


def pytest_sessionstart() -> None:
    """Collect no garbage while the tests are imported."""
    gc.disable()


def pytest_collection_finish() -> None:
    """Keep what was imported out of the collector, and let it run seldom.

    With Python's own thresholds it takes a third of the time of the reader's tests.
    """
    gc.freeze()
    gc.set_threshold(50_000, 20, 20)
    gc.enable()


@pytest.fixture(scope="session")
def homes(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Path]:
    """Return the names of new folders in one folder.

    Pytest's own names look through the folders of all tests before.
    """
    folder = tmp_path_factory.mktemp("homes")
    for name in ("HOME", "XDG_DATA_HOME", "XDG_STATE_HOME", "XDG_CONFIG_HOME", "XDG_CACHE_HOME"):
        os.environ[name] = str(folder / "between tests")  # for threads that outlive their test
    return (folder / str(number) for number in count())


@pytest.fixture(autouse=True)
def isolation(homes: Iterator[Path], monkeypatch: pytest.MonkeyPatch) -> Iterator[Path]:
    """Give every test a home folder of its own; returns it."""
    home = next(homes)
    home.mkdir()
    for name in _SHUT_OUT:
        monkeypatch.delenv(name, raising=False)
    for name, value in {
        "HOME": str(home),
        "XDG_DATA_HOME": str(home / "data"),
        "XDG_STATE_HOME": str(home / "state"),
        "XDG_CONFIG_HOME": str(home / "config"),
        "XDG_CACHE_HOME": str(home / "cache"),
        "BRIEFING_LIBRARY": str(home / "library"),
        "TZ": "UTC",
        "LC_ALL": "C.UTF-8",
        "TERM": "xterm-256color",
        "COLUMNS": "80",
        "LINES": "24",
        "TEXTUAL_ANIMATIONS": "none",
    }.items():
        monkeypatch.setenv(name, value)
    time.tzset()
    yield home
    monkeypatch.undo()
    time.tzset()


@pytest.fixture
def fixtures() -> Path:
    """Return the folder of the fictional content files that the tests read."""
    return HERE / "fixtures"


@pytest.fixture
def shared() -> Path:
    """Return the folder of shared seeds and tools beside the checkout, or skip the test."""
    folder = HERE.parent.parent / "shared"
    if not folder.is_dir():
        pytest.skip("needs the folder 'shared' beside the checkout")
    return folder


@pytest.fixture
def server() -> Iterator[Server]:
    """Return a server on this machine, which answers as a test says."""
    with Server() as running:
        yield running


@pytest.fixture
def golden(request: pytest.FixtureRequest) -> Callable[[str, bytes], None]:
    """Return a function that compares bytes with a golden file.

    With --update-golden, it writes the file instead.
    """

    def compare(name: str, found: bytes) -> None:
        path = HERE / "golden" / name
        if request.config.getoption("--update-golden"):
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_bytes(found)
        assert path.is_file(), f"no golden file {name}: run pytest --update-golden and look at it"
        assert found.decode() == path.read_bytes().decode()

    return compare
