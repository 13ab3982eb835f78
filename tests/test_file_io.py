"""Files are read without waiting, and written whole or not at all."""

import os
import signal
import socket
import stat
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from briefing_tui.file_io import NotAFile, fresh_file, read_file, read_text, write_atomically


@pytest.fixture
def umask() -> Iterator[None]:
    """Let new files be the owner's alone."""
    before = os.umask(0o077)
    yield
    os.umask(before)


@pytest.fixture(params=["nameless", "named"])
def either_way(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> str:
    """Write with files that have no name, and without such files."""
    if request.param == "named":
        monkeypatch.delattr(os, "O_TMPFILE", raising=False)
    return str(request.param)


def mode(path: Path) -> int:
    return stat.S_IMODE(path.stat().st_mode)


def test_a_pipe_and_a_socket_are_named_and_never_waited_for(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "pipe")
    with pytest.raises(NotAFile, match="a pipe, not a file"):
        read_file(tmp_path / "pipe", 10)
    with socket.socket(socket.AF_UNIX) as made:
        made.bind(str(tmp_path / "socket"))
        with pytest.raises(NotAFile, match="a socket, not a file"):
            read_file(tmp_path / "socket", 10)
    with pytest.raises(NotAFile, match="a device, not a file"):
        read_file(Path("/dev/zero"), 10)
    with pytest.raises(IsADirectoryError):
        read_text(tmp_path)


def test_a_file_takes_no_more_memory_than_it_holds(tmp_path: Path) -> None:
    """A large bound must not take memory for a small file."""
    (tmp_path / "small").write_bytes(b"words")
    program = (
        "import resource, sys; from pathlib import Path; from briefing_tui.file_io import read_file\n"
        "used = int(Path('/proc/self/statm').read_text().split()[0]) * resource.getpagesize()\n"
        "resource.setrlimit(resource.RLIMIT_AS, (used + 8_000_000,) * 2)\n"
        f"sys.exit(read_file(Path({str(tmp_path / 'small')!r}), 64_000_000) != b'words')"
    )
    if not Path("/proc/self/statm").exists():
        pytest.skip("this system does not say how much memory a process has")
    assert subprocess.run([sys.executable, "-c", program], check=False).returncode == 0


@pytest.mark.usefixtures("umask")
def test_a_new_file_has_the_permissions_that_the_umask_allows(tmp_path: Path, either_way: str) -> None:
    del either_way
    write_atomically(tmp_path / "new", ["words"])
    with fresh_file(tmp_path / "created", [b"words"]) as fresh:
        fresh.create()
    assert [mode(path) for path in (tmp_path / "new", tmp_path / "created")] == [0o600, 0o600]


@pytest.mark.usefixtures("umask")
def test_a_file_that_is_replaced_keeps_its_permissions(tmp_path: Path, either_way: str) -> None:
    del either_way
    path = tmp_path / "kept"
    path.write_text("old")
    path.chmod(0o664)
    write_atomically(path, ["new"])
    assert (path.read_text(), mode(path)) == ("new", 0o664)


def test_many_threads_write_with_the_same_permissions(tmp_path: Path) -> None:
    from concurrent.futures import ThreadPoolExecutor

    before = os.umask(0o022)
    try:
        with ThreadPoolExecutor(8) as pool:
            list(pool.map(lambda number: write_atomically(tmp_path / str(number), ["words"], sync=False), range(64)))
        assert {mode(path) for path in tmp_path.iterdir()} == {0o644}
        assert os.umask(0o022) == 0o022
    finally:
        os.umask(before)


def test_a_file_is_created_only_under_a_free_name(tmp_path: Path, either_way: str) -> None:
    del either_way
    path = tmp_path / "taken"
    path.write_text("mine")
    with fresh_file(path, [b"other"]) as fresh, pytest.raises(FileExistsError) as refused:
        fresh.create()
    assert refused.value.filename == str(path)
    assert (path.read_text(), list(tmp_path.iterdir())) == ("mine", [path])


def test_an_error_names_the_file_and_no_temporary_one(tmp_path: Path, either_way: str) -> None:
    del either_way
    path = tmp_path / "none" / "file"
    with pytest.raises(FileNotFoundError) as missing, fresh_file(path, [b"words"]):
        pass
    assert missing.value.filename == str(path)


def test_a_process_that_is_killed_while_it_writes_leaves_nothing(tmp_path: Path) -> None:
    program = (
        "import os, signal; from pathlib import Path; from briefing_tui.file_io import fresh_file\n"
        f"with fresh_file(Path({str(tmp_path / 'file')!r}), [b'words']): os.kill(os.getpid(), signal.SIGKILL)"
    )
    assert subprocess.run([sys.executable, "-c", program], check=False).returncode == -signal.SIGKILL
    write_atomically(tmp_path / "other", ["words"])
    assert list(tmp_path.iterdir()) == [tmp_path / "other"]


def test_leftovers_of_killed_runs_go_with_the_next_run_and_what_is_in_use_stays(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.delattr(os, "O_TMPFILE", raising=False)
    mine = tmp_path / ".notes.tmp"
    mine.write_text("the user's own")
    with fresh_file(tmp_path / "file", [b"words"]) as fresh:
        (in_use,) = set(tmp_path.iterdir()) - {mine}
        leftover = in_use.with_name(f"{in_use.name[:18]}{'0' * 16}.tmp")
        leftover.write_text("half a fi")
        os.mkfifo(in_use.with_name(f"{in_use.name[:18]}{'1' * 16}.tmp"))
        program = (
            "import sys; from pathlib import Path; from briefing_tui.file_io import write_atomically\n"
            f"write_atomically(Path({str(tmp_path / 'other')!r}), ['words'])"
        )
        subprocess.run([sys.executable, "-c", program], check=True, timeout=30)
        assert not leftover.exists()
        assert in_use.exists()
        assert mine.exists()
        fresh.replace()
    assert (tmp_path / "file").read_text() == "words"
