"""`briefing show` of documents that are built on the way."""

from pathlib import Path

import pytest

from briefing_tui.cli import main
from tests.cli.conftest import Run
from tests.sources.offices import odt
from tests.sources.pdfs import newsletter


@pytest.mark.parametrize(("name", "data"), [("bridge.pdf", newsletter()), ("doctor.odt", odt())])
def test_a_document_as_markdown_is_the_content_file_that_is_made_of_it(
    name: str, data: bytes, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (tmp_path / name).write_bytes(data)
    assert main(["show", str(tmp_path / name), "--format", "markdown"]) == 0
    assert capsys.readouterr().out.startswith("---\nbriefing: 1\ntitle: The ")


def test_a_document_is_read_from_standard_input(run: Run) -> None:
    done = run("show", "-", stdin=newsletter())
    assert done.stdout.decode().startswith("The bridge that waits for spring\n")
    assert run("build", "-", stdin=odt()).returncode == 0
