"""`briefing config`."""

import tomllib
from pathlib import Path

from tests.cli.conftest import Run


def settings(home: Path, text: str) -> Path:
    """Write the settings file."""
    file = home / "config" / "briefing" / "config.toml"
    file.parent.mkdir(parents=True)
    file.write_text(text, "utf-8")
    return file


def test_values_in_force_are_toml_and_say_where_they_come_from(run: Run, isolation: Path) -> None:
    file = settings(isolation, '[reader]\ntext_width = 60\n[keys]\nfind = ["ctrl+f", "/"]\n')
    (isolation / "state" / "briefing").mkdir(parents=True)
    (isolation / "state" / "briefing" / "theme.json").write_text('{"theme": "nord"}')
    done = run("config")
    assert (done.returncode, done.stderr) == (0, b"")
    told = done.stdout.decode()
    assert f"# settings: {file}\n" in told
    lines = dict(line.split(" = ", 1) for line in told.splitlines() if " = " in line)
    assert lines["text_width"].split() == ["60", "#", "line", "2"]
    assert lines["pane"].split() == ['"summary"', "#", "default"]
    assert lines["theme"].split("#") == ['"nord"                   ', " chosen last in the palette"]
    assert lines["find"].split() == ['["ctrl+f",', '"/"]', "#", "line", "4"]
    assert tomllib.loads(told)["keys"] == {"find": ["ctrl+f", "/"]}


def test_mistakes_are_told_with_their_lines_and_the_status_says_so(run: Run, isolation: Path) -> None:
    file = settings(isolation, '[export]\nformat = "marcdown"\n[keys]\nfind = "tab"\n[reader]\npane = 3\n')
    done = run("config")
    assert done.returncode == 1
    assert [line.split(": ")[1] for line in done.stderr.decode().splitlines()] == [f"{file}:{line}" for line in (2, 4, 6)]
    assert b'pane = "summary"' in done.stdout
    assert b"Traceback" not in done.stderr


def test_path_and_sample_are_printed_and_nothing_is_written(run: Run, isolation: Path) -> None:
    assert run("config", "--path").stdout.decode() == f"{isolation}/config/briefing/config.toml\n"
    sample = run("config", "--sample").stdout.decode()
    assert tomllib.loads(sample) == {"reader": {}, "export": {}, "keys": {}}
    assert "(not there" in run("config").stdout.decode()
    assert run("config", "--path", "--sample").returncode == 2
    assert not list(isolation.iterdir())
