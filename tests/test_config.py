"""The settings file: its values, its mistakes with their lines, and the sample."""

import re
import tomllib
from pathlib import Path
from typing import Any

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from briefing_tui.presentation.panes import PANE_NAMES
from briefing_tui.settings import paths
from briefing_tui.settings.config import Settings, load_settings
from briefing_tui.settings.statements import statements
from briefing_tui.settings.table import AUTOMATIC, FOLDER, FORMAT, PANE, PANE_WIDTH, SETTINGS, TEXT_WIDTH, THEME, Setting, toml
from briefing_tui.ui.app import BriefingApp, check_settings

ROWS: tuple[Setting[Any], ...] = SETTINGS


def written(text: str | bytes) -> Path:
    """Write the settings file."""
    file = paths.config() / "config.toml"
    file.parent.mkdir(parents=True, exist_ok=True)
    file.write_bytes(text if isinstance(text, bytes) else text.encode("utf-8", "surrogatepass"))
    return file


def lines_of_problems(text: str | bytes) -> list[int]:
    """Return the lines of all mistakes in a file."""
    settings = Settings(Path("config.toml"))
    settings.read(text if isinstance(text, bytes) else text.encode("utf-8", "surrogatepass"))
    check_settings(settings)
    return [problem.line for problem in settings.problems]


def test_without_a_file_every_setting_has_its_default() -> None:
    settings = load_settings()
    assert all(settings[setting] == setting.default for setting in ROWS)
    assert not settings.problems


def test_what_the_file_sets_is_in_force_and_its_line_is_known(isolation: Path) -> None:
    written('# mine\n[export]\nfolder = "~/vault"\n\n[reader]\ntext_width = 60\n')
    settings = load_settings()
    assert (settings[FOLDER], settings.line_of(FOLDER)) == (str(isolation / "vault"), 3)
    assert (settings[TEXT_WIDTH], settings.line_of(TEXT_WIDTH)) == (60, 6)
    assert (settings[FORMAT], settings.line_of(FORMAT)) == ("markdown", None)


@pytest.mark.parametrize(
    "text",
    [
        'reader.text_width = 60\nexport.folder = "/a"\n',
        'reader = {text_width = 60}\nexport = {folder = "/a"}\n',
        '[reader]\r\ntext_width = 60\r\n["export"]\r\n"folder" = \'/a\'\r\n',
        '\ufeff[reader]\ntext_width = 0x3c # sixty\n[export]\nfolder = """\\\n  /a"""\n',
    ],
)
def test_every_way_of_toml_to_set_something_is_understood(text: str) -> None:
    written(text)
    settings = load_settings()
    assert (settings[TEXT_WIDTH], settings[FOLDER], settings.problems) == (60, "/a", [])


@pytest.mark.parametrize(
    ("text", "line", "said"),
    [
        ('[export]\nfolder = "open', 2, "not TOML"),
        ("# mine\n[export]\nfolder = 3\n", 3, "export.folder must be text in quotation marks"),
        ('[export]\nfolder = "here"\n', 2, "begins with / or ~"),
        ('[export]\nfolder = "/a"\nfromat = "org"\n', 3, "did you mean 'export.format'?"),
        ('\n[exprot]\nfolder = "/a"\n', 2, "did you mean 'export'?"),
        ("export = 1\n", 1, "write [export]"),
        (b"[export]\nfolder = '\xff'\n", 2, "UTF-8"),
        ('[reader]\npane = "quots"\n', 2, "did you mean 'quotes'?"),
        ('[reader]\ntheme = "norrd"\n', 2, "did you mean 'nord'?"),
        ("[reader]\ntext_width = 9\n", 2, "from 30 to 200"),
        ("[reader]\ntext_width = true\n", 2, "a whole number"),
        ("[reader]\noutline = 1\n", 2, "true or false"),
        ("[reader]\noutline = true\noutline = false\n", 3, "set in line 2 already"),
        ("[reader\noutline = 3\n[export]\n", 1, "nothing below this line is used"),
        ("[keys]\nfind = 3\n", 2, "a key or a list of keys"),
        ('[keys]\nfnd = "x"\n', 2, "did you mean 'find'?"),
        ('[keys]\nfind = "ctrl+i"\n', 2, "the same as tab"),
        ('[keys]\nfind = "Ctrl+["\n', 2, "the same as escape"),
        ('[keys]\nfind = "shift+enter"\n', 2, "most terminals cannot send"),
        ('[keys]\nfind = "shift+j"\n', 2, "write 'J'"),
        ('[keys]\nfind = "hyper"\n', 2, "not a key"),
        ('[keys]\nfind = ""\n', 2, "not a key"),
        ('[keys]\nfind = "q"\n', 2, "q is the key of quit_reader already"),
        ('[keys]\nfind = "Q"\njump = "Q"\n', 3, "Q is the key of find already"),
    ],
)
def test_a_mistake_is_told_in_one_line_with_the_files_line(text: str | bytes, line: int, said: str) -> None:
    file = written(text)
    settings = load_settings()
    check_settings(settings)
    told = [str(problem) for problem in settings.problems]
    assert len({problem.line for problem in settings.problems}) >= 1
    assert any(one.startswith(f"{file}:{line}: ") and said in one for one in told), told
    assert "\n" not in "".join(told)
    assert re.match(rf"config\.toml:{line}( \(\d more: briefing config\))?: ", settings.summary)


def test_beside_a_mistake_everything_else_holds() -> None:
    written('oops\n[export]\nfolder = 3\nautomatic = false\nformat = [\n[reader]\npane_width = 30\nbad = {\npane = "notes"\n')
    settings = load_settings()
    assert (settings[AUTOMATIC], settings[PANE_WIDTH], settings[PANE]) == (False, 30, "notes")
    assert [problem.line for problem in settings.problems] == [1, 3, 5, 8]


@pytest.mark.parametrize(
    "make", [Path.mkdir, lambda file: file.symlink_to("/dev/zero"), lambda file: file.write_bytes(b"#" * 300_000)]
)
def test_a_file_that_cannot_be_read_is_a_problem_of_line_1(make: Any) -> None:
    file = written("")
    file.unlink()
    make(file)
    (problem,) = load_settings().problems
    assert str(problem).startswith(f"{file}:1: ")


def test_a_pipe_is_not_waited_for() -> None:
    import os

    file = written("")
    file.unlink()
    os.mkfifo(file)
    assert [problem.line for problem in load_settings().problems] == [1]


TOML = st.lists(
    st.sampled_from(
        ["[reader]\n", "[keys]\n", "theme = 'nord'\n", "pane = 3\n", "x.y = [1,\n2]\n", '"""', "'", '"', "[", "]", "{", "}", "=",
         "a", "\n", "# c\n", "find = ['a', 'b']\n", "=\r\n", "\\", "\udcff", "[[a]]\n", "1", ","]
    ),
    max_size=20,
).map("".join)  # fmt: skip


@given(TOML | st.text(max_size=60))
@example("a = " + "[" * 5000)
@example("a = [\n" * 3000)
@example("=" * 3000)
def test_no_file_raises_anything_and_every_problem_has_a_line_of_the_file(text: str) -> None:
    count = text.count("\n") + 1
    assert all(1 <= line <= count for line in lines_of_problems(text))


@given(TOML)
def test_what_toml_reads_is_read_alike(text: str) -> None:
    try:
        meant = tomllib.loads(text.encode("utf-8", "replace").decode())
    except tomllib.TOMLDecodeError:
        return

    def leaves(table: dict[str, Any], above: tuple[str, ...] = ()) -> dict[tuple[str, ...], Any]:
        found: dict[tuple[str, ...], Any] = {}
        for key, value in table.items():
            is_table = isinstance(value, dict)
            found |= leaves(value, (*above, key)) if is_table and value else {(*above, key): value}
        return found

    found = list(statements(text.encode("utf-8", "replace")))
    assert not [one.mistake for one in found if one.mistake]
    if "[[" not in text:
        assert {one.path: one.value for one in found if one.value != {}} == {k: v for k, v in leaves(meant).items() if v != {}}


_GOOD = ("text_width = 50", "outline = false", "pane = 'notes'", "# text_width = 3", "", "theme = '''\nnord'''")
_BAD = ("text_wdth = 50", "outline = 'no'", "pane 3", "theme = [1,\n2]", "x = '", "pane_width = 1e9")


@given(st.lists(st.sampled_from([*((line, False) for line in _GOOD), *((line, True) for line in _BAD)]), max_size=8, unique=True))
def test_exactly_the_lines_with_mistakes_are_named(rows: list[tuple[str, bool]]) -> None:
    text, wrong = "[reader]\n", []
    for line, is_wrong in rows:
        if is_wrong:
            wrong.append(text.count("\n") + 1)
        text += f"{line}\n"
    names = [line.partition(" ")[0] for line, _ in rows if line[:1].isalpha() and "=" in line]
    if len(set(names)) == len(names):
        assert lines_of_problems(text) == wrong


# The sample and the table


def test_the_sample_uncommented_sets_every_setting_and_key_to_its_default_without_a_problem() -> None:
    text = re.sub(r"^#(?=\w+ = )", "", paths.sample_config().read_text("utf-8"), flags=re.M)
    tomllib.loads(text)
    settings = Settings(Path("sample.toml"))
    settings.read(text.encode())
    keys = check_settings(settings)
    assert not settings.problems
    assert all(settings[setting] == setting.default and settings.line_of(setting) for setting in ROWS)
    commands = {name: command.keys for table in BriefingApp.command_tables() for name, command in table.items()}
    assert dict(keys) == commands


def test_the_sample_as_it_is_sets_nothing() -> None:
    settings = Settings(Path("sample.toml"))
    settings.read(paths.sample_config().read_bytes())
    assert not settings.keys
    assert not any(settings.line_of(setting) for setting in ROWS)


def test_ids_of_commands_are_unique_over_all_screens() -> None:
    ids = [name for table in BriefingApp.command_tables() for name in table]
    assert len(set(ids)) == len(ids)


def test_messages_name_keys_by_the_ids_of_commands_that_exist() -> None:
    package = paths.sample_config().parent.parent
    named = {name for file in package.rglob("*.py") for name in re.findall(r"⟦(\w+)⟧", file.read_text("utf-8"))} - {"id"}
    assert len(named) > 10
    assert named <= {name for table in BriefingApp.command_tables() for name in table}


def test_the_meaning_of_the_pane_names_every_pane() -> None:
    assert all(name in PANE.meaning for name in (*PANE_NAMES, "notes") if name != "article")


@given(
    st.sampled_from([THEME, FORMAT]), st.text(st.characters(exclude_categories=["Cc", "Cs", "Zs", "Cn", "Co", "Cf", "Zl", "Zp"]))
)
def test_a_value_written_as_toml_is_read_back(setting: Any, text: str) -> None:
    settings = Settings(Path("config.toml"))
    settings.read(f"[{setting.table}]\n{setting.key} = {toml(text)}\n".encode())
    assert settings[setting] == text
