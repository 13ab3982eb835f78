"""An address names a briefing and an item, and nothing else."""

import re
from pathlib import Path

import pytest
from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as st

from briefing_tui.application.addresses import resolve_address
from briefing_tui.application.inputs import InputError
from briefing_tui.model.address import BriefingAddress, address_name, address_of, parsed_address
from briefing_tui.model.note import new_id
from tests.cli.conftest import Run

ARTICLE = "---\nbriefing: 1\ntitle: A quay\n---\n\n## Article\n\nThe quay moved.\n"
REFUSED = """
briefing://
briefing:///
briefing:///etc/passwd
briefing://harbour/../../etc/passwd
briefing://../harbour
briefing://harbour//n-1
briefing://harbour/n-1/
briefing://harbour/n-1/x
briefing://harbour?explain
briefing://harbour/n-1?x=1
briefing://harbour#n-1
briefing://harbour/n-1#x
briefing://user@harbour/n-1
briefing://harbour:80/n-1
briefing://har%62our/n-1
briefing://harbour/n%2d1
briefing://Harbour
briefing://-rf
briefing://har_bour
briefing://har.bour
briefing://har bour
briefing://~
briefing://$HOME
briefing://-
briefing://harbour/-o
briefing://harbour/--explain
briefing://hafen-é
briefing://ⓗarbour
briefing://१
BRIEFING://harbour
briefing:harbour
briefing:/harbour
http://harbour/n-1
file:///etc/passwd
harbour
harbour#n-1
-
--help
"""


_words = st.text("aZ09-.é", min_size=1, max_size=9) | st.integers(60, 70).map("a".__mul__)
ADDRESSES = st.text() | st.builds("briefing://{}{}{}".format, _words, st.just("/") | st.just(""), _words | st.just(""))


@pytest.mark.parametrize(
    "text", [*REFUSED.split("\n"), "briefing://harbour\n", "briefing://harbour/n-1\n", "briefing://h\x00", "\x00"]
)
def test_only_two_ids_are_an_address(text: str) -> None:
    assert parsed_address(text) is None
    with pytest.raises(InputError, match="no address") as error:
        resolve_address(text)
    assert "\n" not in str(error.value)


def test_an_address_of_any_length_is_refused_at_once() -> None:
    for text in (f"briefing://{'a' * 64}", f"briefing://harbour/{'n' * 65}", f"briefing://{'a-' * 10**6}"):
        assert parsed_address(text) is None


@given(ADDRESSES)
def test_what_is_read_is_what_would_be_written(text: str) -> None:
    found = parsed_address(text)
    if found is not None:
        assert re.fullmatch(r"briefing://[a-z0-9-]+(/[A-Za-z0-9-]*)?", text)
        assert text.rstrip("/") == f"briefing://{found.name}/{found.item}".rstrip("/")


@example("")
@example("2024")
@example("xn--bcher-kva")
@example("Saved Page")
@example("x-0123456789abcdef")
@example("\ud800")
@given(st.text())
def test_every_briefing_has_an_address_that_no_desktop_changes(briefing_id: str) -> None:
    from urllib.parse import urlsplit

    note_id = new_id()
    text = address_of(briefing_id, note_id)
    assert parsed_address(text) == BriefingAddress(address_name(briefing_id), note_id)
    parts = urlsplit(text)
    assert (parts.hostname, parts.path, parts.query, parts.fragment) == (address_name(briefing_id), f"/{note_id}", "", "")
    assert address_name(briefing_id) == briefing_id or re.fullmatch(r"x-[0-9a-f]{16}", address_name(briefing_id))


def test_an_item_that_no_address_holds_is_left_out() -> None:
    assert address_of("harbour", "q-größe") == "briefing://harbour"
    assert address_of("harbour", "../x") == "briefing://harbour"


@pytest.fixture
def library(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    folder = tmp_path / "library"
    folder.mkdir()
    monkeypatch.setenv("BRIEFING_LIBRARY", str(folder))
    return folder


@pytest.mark.parametrize("name", ["harbour", "Hafen – Bericht 2", "2024", "x-0123456789abcdef", "a.b"])
def test_an_address_opens_the_file_in_the_library(name: str, library: Path) -> None:
    (library / f"{name}.md").write_text(ARTICLE)
    found = resolve_address(address_of(name, "n-1"))
    assert (found.path, found.item) == (library / f"{name}.md", "n-1")
    assert resolve_address(address_of(name) + "/").item is None


@pytest.mark.usefixtures("library")
def test_a_file_beside_the_user_is_not_what_an_address_opens(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    (tmp_path / "harbour").write_text(ARTICLE)
    (tmp_path / "harbour.md").write_text(ARTICLE)
    with pytest.raises(InputError, match="not in the library"):
        resolve_address("briefing://harbour")


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(text=ADDRESSES)
def test_looking_an_address_up_makes_no_file(text: str, library: Path) -> None:
    with pytest.raises(InputError):
        resolve_address(text)
    assert list(library.parent.rglob("*")) == [library]


def test_the_command_takes_an_address_alone(run: Run, tmp_path: Path) -> None:
    (tmp_path / "harbour.md").write_text(ARTICLE)
    shelf = {"BRIEFING_LIBRARY": str(tmp_path)}
    assert b"The quay moved." in run("open", "briefing://harbour", env=shelf).stdout
    for wrong in (
        ["briefing://harbour", "--explain"],
        ["harbour"],
        ["harbour.md"],
        ["--", "-"],
        [],
        [str(tmp_path / "harbour.md")],
    ):
        done = run("open", *wrong, env=shelf, cwd=tmp_path, stdin=ARTICLE.encode())
        assert (done.returncode, done.stdout) == (2, b"")
        assert done.stderr.count(b"\n") == 1
    assert [path.name for path in tmp_path.iterdir()] == ["harbour.md"]
