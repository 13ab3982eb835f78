"""A language is supported by the word lists in its folder, without any code."""

import json
import re
import shutil
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

from briefing_tui.languages import words
from briefing_tui.languages.words import FOLDER, SHARED, all_entries, entries, languages, phrases
from briefing_tui.languages.words import words as list_of

_READ = """
import json
import sys
from pathlib import Path
from briefing_tui.languages import words
words.FOLDER = Path(sys.argv[1])
from briefing_tui.sources import read_source
document = read_source(Path(sys.argv[2]))
credits = [picture.credit for picture in document.images]
dropped = [line.text for line in document.dropped]
print(json.dumps([document.authors, credits, dropped]))
"""
TEXT = """Harbour board closes two quays after a survey

Zunth Ana Reis

The harbour board closed two quays on Monday after a survey found deep cracks below the water, and the fish market had to move.

Divers had looked at the walls of the quays for two weeks.
Blorv: Tom Vale

Klimpa plomu

The board said that it would take until spring to mend the walls, and that the market would stay in the old town until then.
"""
PAGE = """<html><head><title>Harbour board closes two quays</title></head><body><article>
<h1>Harbour board closes two quays after a survey</h1>
<p class="byline">Zunth Ana Reis</p>
<p>The harbour board closed two quays on Monday after a survey found deep cracks below the water, and the market had to move.</p>
<figure><img src="quay.jpg"><figcaption>Divers had looked at the walls for two weeks. Blorv: Tom Vale</figcaption></figure>
<p>Klimpa plomu</p>
<p>The board said that it would take until spring to mend the walls, and that the market would stay in the old town.</p>
</article></body></html>
"""
ARTICLES = {"story.txt": TEXT, "story.html": PAGE}
INVENTED = {
    "author_labels": "zunth",
    "credit_words": "Blorv",
    "credit_labels": "blorv",
    "furniture": "klimpa plomu",
    "page_lines": "klimpa plomu",
}


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """Return a copy of the folders of all languages, with an invented one beside them."""
    for place in (*languages(), SHARED):
        shutil.copytree(FOLDER / place, tmp_path / place)
    (tmp_path / "xx").mkdir()
    lists = (f"\n[{name}]\n# Made up.\n{word}\n" for name, word in INVENTED.items())
    (tmp_path / "xx" / "page.txt").write_text(f"# Made up.\n{''.join(lists)}")
    return tmp_path


def read(article: str, folder: Path, place: Path) -> Any:
    """Read one of the articles in a fresh process, with the languages of a folder.

    Returns authors, credits and dropped lines.
    """
    (place / article).write_text(ARTICLES[article])
    command = [sys.executable, "-c", _READ, str(folder), article]
    return json.loads(subprocess.run(command, cwd=place, capture_output=True, text=True, check=True).stdout)


@pytest.mark.parametrize("article", ARTICLES)
def test_a_folder_is_all_that_the_page_words_of_a_language_need(
    article: str, folder: Path, tmp_path_factory: pytest.TempPathFactory
) -> None:
    authors, credited, dropped = read(article, folder, tmp_path_factory.mktemp("article"))

    assert authors == ["Ana Reis"]
    assert credited == ["Tom Vale"]
    assert "Klimpa plomu" in dropped


@pytest.mark.parametrize("article", ARTICLES)
def test_without_the_folder_none_of_it_is_recognised(article: str, tmp_path: Path) -> None:
    authors, credited, dropped = read(article, FOLDER, tmp_path)

    assert authors != ["Ana Reis"]
    assert "Tom Vale" not in credited
    assert "Klimpa plomu" not in dropped


def lists_in(folder: str, with_analysis: bool = True) -> dict[str, list[list[str]]]:
    """Return the lines of every list in a folder, by its name.

    There is one item for each place where the list stands.
    """
    found: dict[str, list[list[str]]] = {}
    for file in sorted((FOLDER / folder).glob("**/*.txt" if with_analysis else "*.txt")):
        for listed in re.split(r"^\[", file.read_text("utf-8"), flags=re.M)[1:]:
            name, *lines = listed.rstrip().splitlines()
            found.setdefault(name.removesuffix("]"), []).append(lines)
    return found


@pytest.mark.parametrize("folder", [*languages(), SHARED])
def test_every_list_says_what_it_is_and_has_each_entry_once(folder: str) -> None:
    for name, (lines, *others) in lists_in(folder).items():
        found = entries(folder, name)

        assert not others, f"{name} stands twice in {folder}"
        assert lines[0].startswith("# "), name
        assert [*found] == [line for line in lines if not line.startswith("#")], name
        assert "" not in found, name
        assert len(set(found)) == len(found), name


def test_every_file_of_lists_says_its_language_its_source_and_its_licence() -> None:
    for file in FOLDER.rglob("*.txt"):
        assert re.match(r"# [A-Z][a-z ]+: words of .+\. .+ licence\b", file.read_text("utf-8")), file


def test_english_names_every_list_of_words_of_pages() -> None:
    for language in languages():
        assert lists_in(language, with_analysis=False).keys() <= lists_in("en").keys()


def test_the_words_of_a_list_that_no_file_has_are_an_error() -> None:
    assert entries("en", "no_such_list") == ()
    with pytest.raises(LookupError, match="no_such_list"):
        list_of("en", "no_such_list")


def test_a_list_of_all_languages_has_each_entry_once() -> None:
    labels = all_entries("author_labels")

    assert {"by", "von", "par"} <= set(labels)
    assert len(set(labels)) == len(labels)


@pytest.mark.parametrize(
    ("phrase", "matched", "not_matched"),
    [
        ("stor(y|ies)", ["story", "stories"], ["storys", "history", "a story"]),
        ("video(s|)", ["video", "videos"], ["videoses"]),
        ("meistgelesen…", ["meistgelesene"], ["unmeistgelesen"]),
        ("…editor", ["subeditor", "editor"], ["editorial"]),
        ("see …more", ["see even more", "see more"], ["seen more"]),
        ("see …3 more", ["see a more"], ["see even more"]),
        ("in * style", ["in high-flown style"], ["in a high style"]),
        ("9 of 9", ["3 of 12"], ["three of 12"]),
        ("a.m.", ["a.m.x"], ["axmxx"]),
    ],
)
def test_a_phrase_matches_what_its_notation_says(
    phrase: str, matched: list[str], not_matched: list[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(words, "all_entries", lambda _: (phrase,))
    pattern = re.compile(phrases("any", whole_words=True))

    assert [text for text in matched if not pattern.match(text)] == []
    assert [text for text in not_matched if pattern.match(text)] == []


def test_the_longest_phrase_is_tried_first(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(words, "all_entries", lambda _: ("text", "text by"))

    match = re.match(phrases("any"), "text by Ana Reis")
    assert match is not None
    assert match[0] == "text by"
