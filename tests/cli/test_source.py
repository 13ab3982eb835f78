"""`briefing add` keeps sources; `check` proves against them, and `source` gives them back."""

from pathlib import Path

import pytest

from briefing_tui.library.kept_sources import kept_path, named_source
from tests.cli.conftest import Run
from tests.sources import pages

PAGE = pages.PAGE.encode()
MHTML = b"""From: <Saved by Blink>
MIME-Version: 1.0
Content-Type: multipart/related; type="text/html"; boundary="----edge"

------edge
Content-Type: text/html
Content-Transfer-Encoding: base64

%s
------edge--
"""


class Library:
    """A library with one article in it."""

    def __init__(self, run: Run, folder: Path, page: bytes) -> None:
        self._run = run
        self.env = {"BRIEFING_LIBRARY": str(folder / "library")}
        (folder / "page").write_bytes(page)
        done = run("add", folder / "page", env=self.env)
        assert done.returncode == 0, done.stderr
        self.file = Path(done.stdout.decode().strip())
        self.kept = kept_path(self.file.parent, named_source(self.file.read_text(encoding="utf-8")))

    def briefing(self, *words: str | Path) -> tuple[int, bytes, str]:
        """Return the status, the output and the messages of a command."""
        done = self._run(*words, env=self.env)
        return done.returncode, done.stdout, done.stderr.decode()


@pytest.fixture
def library(run: Run, tmp_path: Path) -> Library:
    """Return a library with a saved page in it."""
    return Library(run, tmp_path, PAGE)


def test_an_address_names_its_article_in_the_library_and_is_not_fetched(library: Library) -> None:
    assert library.briefing("source", "https://courier.example/harbour?utm_source=x") == (0, PAGE, "")
    status, out, said = library.briefing("source", "http://127.0.0.1:1/harbour")
    assert (status, out) == (1, b"")
    assert "no article of this address in the library; 'briefing add ADDRESS' files it" in said


def test_the_source_is_given_back_byte_for_byte_and_overwrites_nothing(library: Library, tmp_path: Path) -> None:
    assert library.briefing("source", library.file.stem) == (0, PAGE, "")
    assert library.briefing("source", library.file) == (0, PAGE, "")
    status, output, _ = library.briefing("source", library.file.stem, "-o", tmp_path / "again.html")
    assert (status, output, (tmp_path / "again.html").read_bytes()) == (0, b"", PAGE)
    (tmp_path / "again.html").write_text("mine")
    status, _, said = library.briefing("source", library.file.stem, "-o", tmp_path / "again.html")
    assert (status, said.count("\n"), (tmp_path / "again.html").read_text()) == (2, 1, "mine")


def test_what_has_no_file_has_no_kept_source(run: Run, library: Library) -> None:
    done = run("source", "-", stdin=library.file.read_bytes(), env=library.env)
    assert (done.returncode, done.stdout) == (2, b"")
    assert done.stderr.decode() == "briefing: -: no content file; give the id of a briefing, or its content file\n"


def test_words_are_proved_without_naming_the_source(library: Library) -> None:
    status, output, said = library.briefing("check", library.file.parent)
    assert (status, output) == (0, b"")
    assert " passages are in page word for word" in said
    words = library.file.read_text(encoding="utf-8")
    library.file.write_text(words.replace("measured it three times", "measured it thirty times", 1), encoding="utf-8")
    status, output, _ = library.briefing("check", library.file)
    assert status == 1
    assert b"is not in page word for word" in output


def test_a_mail_is_proved_by_the_words_that_are_read_from_it(run: Run, tmp_path: Path) -> None:
    from base64 import encodebytes

    credit = b'<figure><img src="quay.jpg" alt="The west quay" data-credit="x"><figcaption>The west quay. Photo: Ann Arbor'
    page = PAGE.replace(b"<p>", credit + b"</figcaption></figure><p>", 1)
    library = Library(run, tmp_path, MHTML % encodebytes(page))
    status, output, said = library.briefing("check", library.file)
    assert (status, output) == (0, b"")
    assert " passages are in page word for word" in said


def test_a_missing_source_is_reported_and_fails_nothing(library: Library) -> None:
    library.kept.unlink()
    status, output, said = library.briefing("check", library.file)
    assert (status, output) == (0, b"")
    assert f"not proved: the source is not kept: {library.kept} is missing; add the article again" in said
    status, output, said = library.briefing("source", library.file.stem)
    assert (status, output, said.count("\n")) == (1, b"", 1)
    assert f"{library.kept} is missing" in said


def test_a_damaged_source_fails_in_one_line_and_is_kept_anew_by_adding_again(library: Library, tmp_path: Path) -> None:
    library.kept.write_bytes(b"damaged")
    status, output, _ = library.briefing("check", library.file)
    assert (status, output.count(b"\n")) == (1, 1)
    assert f"{library.kept}: the kept source is damaged; add the article again" in output.decode()
    status, output, said = library.briefing("source", library.file.stem)
    assert (status, output, said.count("\n")) == (2, b"", 1)
    assert library.briefing("add", tmp_path / "page")[0] == 0
    assert library.briefing("source", library.file.stem) == (0, PAGE, "")


def test_a_rebuilt_briefing_has_its_new_source_kept(library: Library, tmp_path: Path) -> None:
    newer = PAGE.replace(b"<p>", b"<p>Now ", 1)
    (tmp_path / "page").write_bytes(newer)
    assert library.briefing("build", tmp_path / "page", "-o", library.file)[0] == 0
    assert library.briefing("source", library.file.stem) == (0, newer, "")


def test_content_files_elsewhere_that_keep_no_sources_are_checked_as_before(run: Run, fixtures: Path) -> None:
    done = run("check", fixtures / "harbour.md")
    assert done.stderr == b"briefing: 1 file, no problems\n"


@pytest.mark.parametrize("what", ["harbour.md", "nothing-of-this-name", "."])
def test_what_has_no_source_is_told_in_one_line(run: Run, what: str) -> None:
    done = run("source", what)
    assert done.returncode in (1, 2)
    assert (done.stdout, done.stderr.count(b"\n")) == (b"", 1)
