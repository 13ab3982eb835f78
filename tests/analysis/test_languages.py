"""A language has rules and lists that only its own articles load."""

import ast
import json
import re
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from briefing_tui.analysis.language import analysed_languages, language_of_tag
from briefing_tui.languages.words import entries, languages

_READ_FILES = """
import json, sys
opened = []
sys.addaudithook(lambda event, given: opened.append(str(given[0])) if event == "open" else None)
from briefing_tui.builder import build
built = build(sys.argv[1].encode(), "article.txt")
lists = [file.rpartition("/languages/")[2] for file in opened if "/analysis/" in file and file.endswith(".txt")]
rules = [name for name in sys.modules if name.startswith(("briefing_tui.analysis.", "briefing_tui.languages."))]
print(json.dumps([built.briefing.language, len(built.briefing.quotes), lists, rules]))
"""
ARTICLES = {
    "en": 'The harbour board closed two quays on Monday. "The wall will not hold," said Maria Ortega, who leads the board.\n\n'
    "The fish market had to move to the old town, and the board said that it would take until spring to mend the walls.",
    "de": "Die Hafenbehörde hat am Montag zwei Kais gesperrt. „Die Mauer hält nicht“, sagte die Leiterin Maria Ortega.\n\n"
    "Der Fischmarkt musste in die Altstadt umziehen, und die Behörde rechnet damit, dass die Arbeiten bis zum Frühjahr dauern.",
    "fr": "Les autorités du port ont fermé deux quais lundi. « Le mur ne tiendra pas », a déclaré la directrice Maria Ortega.\n\n"
    "Le marché aux poissons a dû être déplacé dans la vieille ville, et les travaux devraient durer jusqu’au printemps prochain.",
}


@pytest.mark.parametrize("language", analysed_languages())
def test_building_an_article_reads_no_other_languages_rules_and_lists(language: str) -> None:
    program = [sys.executable, "-c", _READ_FILES, ARTICLES[language]]
    found, quotes, lists, rules = json.loads(subprocess.run(program, capture_output=True, text=True, check=True).stdout)

    assert (found, quotes) == (language, 1)
    assert {file.partition("/")[0] for file in lists} <= {language, "shared"}
    assert any(file.startswith(f"{language}/") for file in lists)
    others = {other for other in analysed_languages() if other != language}
    assert not [name for name in rules if name.split(".")[2] in others]
    assert language == "en" or not [name for name in rules if "english" in name]


def test_every_analysed_language_has_a_folder_of_lists_and_says_what_it_lacks() -> None:
    for code in analysed_languages():
        language = language_of_tag(f"{code}-XX")

        assert code in languages()
        assert language is not None
        assert language.code == code
        assert set(language.missing) <= {"actors", "points"}


def test_a_tag_without_rules_has_no_language() -> None:
    assert language_of_tag("tlh") is None
    assert language_of_tag(None) is None


SHARED_RULES = [
    file
    for file in (Path(__file__).parents[2] / "briefing_tui" / "analysis").rglob("*.py")
    if file.relative_to(Path(__file__).parents[2]).parts[2] not in analysed_languages()
]
SMALL_WORDS = (
    "pronouns", "possessives", "object_pronouns", "nominative_determiners", "oblique_determiners", "prepositions", "conjunctions",
    "subordinators", "adverbs", "auxiliaries", "saying_verbs", "calling_verbs", "source_words_before", "masculine_roles",
    "organization_openers", "club_openers", "generic_organization_nouns",
)  # fmt: skip
"""The lists of which a word in the rules would be a word of that language."""
ENGLISH_TOO = {"agent", "also", "club", "den", "die", "direct", "name", "noun", "organization", "partial", "person", "team"}
"""Words that are English as well, or names of lists and kinds."""


def _strings(file: Path) -> Iterator[str]:
    """Yield the strings of a module's code, without its docstrings."""
    tree = ast.parse(file.read_text(encoding="utf-8"))
    docs = {id(node.value) for node in ast.walk(tree) if isinstance(node, ast.Expr)}
    for node in ast.walk(tree):
        if isinstance(node, ast.Constant) and isinstance(node.value, str) and id(node) not in docs:
            yield node.value


@pytest.mark.parametrize("language", [code for code in analysed_languages() if code != "en"])
def test_the_rules_that_languages_share_have_no_word_of_one_of_them(language: str) -> None:
    lines = (entry.partition(":")[0] for name in SMALL_WORDS for entry in entries(language, name))
    words = {word for line in lines for word in line.split() if len(word) > 2 and word not in ENGLISH_TOO}

    assert len(words) > 100
    for file in SHARED_RULES:
        used = {word for string in _strings(file) for word in re.findall(r"[^\W\d_]+", string)}
        assert not used & words, file.name
