"""Test that kinds of source are registered, recognised from bytes, and loaded late."""

import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from briefing_tui import sources
from briefing_tui.application.opening import open_file
from briefing_tui.builder import build
from briefing_tui.contentfile.read.file_input import UnreadableFile
from briefing_tui.sources import Unreadable, read_source
from briefing_tui.sources.registry import RawSource, article_kinds, recognise, source_kinds, suffixes
from tests.sources import dumps, pages

FAKE = """
from briefing_tui.sources.registry import Certainty, SourceKind


def _certainty(source):
    return Certainty.SURE if source.data.startswith(b"%!PS") else Certainty.NONE


def _read(source):
    from briefing_tui.sources.fake_postscript.reader import read_fake

    return read_fake(source)


KIND = SourceKind("postscript", _certainty, _read, suffixes=(".ps",), is_text=False, is_shown_as_is=False)
"""
FAKE_READER = """
from briefing_tui.sources.plain.reader import read_plain


def read_fake(source):
    return read_plain(source.data.lstrip(b"%!PS\\0").decode(), source.name, source.sha256)
"""


@pytest.fixture
def fake_postscript(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    """Provide a package of another kind of source, found beside the program's own."""
    package = tmp_path / "fake_postscript"
    package.mkdir()
    for name, text in {"__init__": "", "kind": FAKE, "reader": FAKE_READER}.items():
        (package / f"{name}.py").write_text(text)
    monkeypatch.setattr(sources, "__path__", [*sources.__path__, str(tmp_path)])
    source_kinds.cache_clear()
    yield
    source_kinds.cache_clear()
    for name in [name for name in sys.modules if name.startswith("briefing_tui.sources.fake_postscript")]:
        del sys.modules[name]


@pytest.mark.usefixtures("fake_postscript")
def test_a_binary_article_of_another_kind_is_opened_like_any_other(tmp_path: Path) -> None:
    path = tmp_path / "ferry.ps"
    path.write_bytes(b"%!PS" + b"\0" * 100 + dumps.browser().encode())
    assert open_file(path).briefing.sections == build(dumps.browser().encode(), "ferry.txt").briefing.sections
    path.write_bytes(b"GIF8" + b"\0" * 100)
    with pytest.raises(UnreadableFile, match="a picture"):
        open_file(path)


@pytest.mark.usefixtures("fake_postscript")
def test_a_package_is_all_that_another_kind_of_source_needs() -> None:
    data = b"%!PS" + dumps.browser().encode()
    assert recognise(RawSource(data)).name == "postscript"
    assert "postscript" in article_kinds()
    assert ".ps" in suffixes()
    built = build(data, "ferry.ps")
    assert built.briefing.sections == build(dumps.browser().encode(), "ferry.txt").briefing.sections
    assert recognise(RawSource(pages.PAGE.encode())).name == "html"


def test_bytes_of_an_unknown_kind_are_refused_by_what_they_are() -> None:
    assert recognise(RawSource(b"%!PS-Adobe rest")).name == "plain"
    with pytest.raises(Unreadable, match="a PostScript document"):
        read_source(b"%!PS-Adobe rest")


def test_the_kinds_to_choose_from_are_those_that_may_hold_an_article() -> None:
    assert {"html", "markdown", "plain"} <= set(article_kinds())
    assert {kind.name for kind in source_kinds()} - set(article_kinds()) == {"content file"}


def test_recognising_loads_nothing_heavy() -> None:
    program = (
        "import sys; from briefing_tui.sources.registry import RawSource, recognise, suffixes; suffixes()\n"
        "for data in (b'<html><p>a</p>', b'# A', b'A', b'---\\nbriefing: 1\\n---\\n'): recognise(RawSource(data))\n"
        "print(*sys.modules)"
    )
    loaded = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, check=True).stdout.split()
    heavy = {"trafilatura", "lxml", "markdown_it", "yaml", "htmldate", "charset_normalizer", "msgspec", "textual"}
    assert not heavy & {name.partition(".")[0] for name in loaded}
    assert not [name for name in loaded if name.endswith(".reader")]
