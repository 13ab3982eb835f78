"""Read word lists: one folder for each language beside this module, one text file for each list.

A file `<language>/<list>.txt` has one entry per line; lines that begin with `#` say what the list holds, where it comes from and
under which licence. The folder `shared` holds what belongs to all languages or to none. A list has the same name in every
language, and a language has the lists that somebody wrote: the others are empty.

Entries of some lists are phrases, from which `phrases` makes a regular expression:

    (a|b)   either of these; `(s|)` may be absent
    …       at the end of a phrase: the word may go on; at the beginning: more of the word may come before
    text …  any characters behind the word; `…40`: at most so many characters
    *       one word
    9       a number
"""

import os
import re
from collections.abc import Mapping
from functools import cache
from pathlib import Path

FOLDER = Path(__file__).parent
SHARED = "shared"
_NOTATION = re.compile(
    r"(?P<gap> ?…(?P<most>\d*))|(?P<word>\*)|(?P<number>9)|(?P<group>\()|(?P<kept>[|)])|(?P<text>[^ …*9(|)]+| )"
)


@cache
def languages() -> tuple[str, ...]:
    """Return the codes (ISO 639-1) of the languages that have a folder, in alphabetical order."""
    folders = (entry.name for entry in os.scandir(FOLDER) if entry.is_dir() and not entry.name.startswith("_"))
    return tuple(sorted(folder for folder in folders if folder != SHARED))


@cache
def supported() -> frozenset[str]:
    """Return the codes of the languages whose quotes, actors and key points can be found."""
    return frozenset(language for language in languages() if (FOLDER / language / "analysis").is_dir())


@cache
def entries(language: str, name: str) -> tuple[str, ...]:
    """Return a list of one language in the order of its file, empty if the language has no such list.

    Args:
        language: The name of a language's folder, or "shared".
        name: The name of the list, without `.txt`; "analysis/verbs" for one in a folder below.
    """
    try:
        with open(FOLDER / language / f"{name}.txt", encoding="utf-8") as file:  # noqa: PTH123 - twice as fast as Path.open
            return tuple(line for line in file.read().split("\n") if line and line[0] != "#")
    except FileNotFoundError:
        return ()


@cache
def words(language: str, name: str) -> frozenset[str]:
    """Return a list of one language as a set. Raises FileNotFoundError if the language has no such list."""
    found = entries(language, name)
    if not found:
        raise FileNotFoundError(FOLDER / language / f"{name}.txt")
    return frozenset(found)


@cache
def all_entries(name: str) -> tuple[str, ...]:
    """Return the entries of a list in every language, each once."""
    return tuple(dict.fromkeys(entry for language in (*languages(), SHARED) for entry in entries(language, name)))


def all_words(name: str) -> frozenset[str]:
    """Return the entries of a list in every language as a set."""
    return frozenset(all_entries(name))


def by_language(name: str) -> dict[str, frozenset[str]]:
    """Return a list as a set for each language that has it."""
    return {language: frozenset(found) for language in languages() if (found := entries(language, name))}


def forms(language: str, name: str) -> Mapping[str, str]:
    """Return every word of a list whose lines are `lemma form form …`, with its lemma; a lemma is a form of itself."""
    lines = (line.split() for line in entries(language, name))
    return {form: line[0] for line in lines for form in line}


def all_pairs(name: str) -> dict[str, tuple[str, ...]]:
    """Return the values of each key in every language, of a list whose lines are `key: value | value`."""
    found: dict[str, tuple[str, ...]] = {}
    for line in all_entries(name):
        key, _, values = line.partition(": ")
        found[key] = found.get(key, ()) + tuple(values.split(" | "))
    return found


def phrases(name: str, whole_words: bool = False) -> str:
    """Return a regular expression that matches any phrase of a list, in every language; the longest come first.

    Args:
        name: The list, whose entries are phrases as the module describes.
        whole_words: Whether a phrase begins and ends where a word does, unless it has `…` there.
    """
    listed = sorted(all_entries(name), key=len, reverse=True)
    edge = r"\b" if whole_words else ""
    plain = "|".join(_expression(phrase, edge) for phrase in listed if phrase[0] != "…")
    inside = "|".join(_expression(phrase[1:], edge) for phrase in listed if phrase[0] == "…")
    return f"(?:{edge}(?:{plain})" + (rf"|{edge}\w*(?:{inside}))" if inside else ")")


def _expression(phrase: str, edge: str) -> str:
    if edge and phrase[-1] == "…":
        phrase, edge = phrase[:-1].rstrip(" "), ""
    return _NOTATION.sub(_translated, phrase) + edge


def _translated(match: re.Match[str]) -> str:
    if match["gap"]:
        return (r"\b" if match["gap"][0] == " " else "") + (f".{{0,{match['most']}}}" if match["most"] else ".*")
    if match["word"]:
        return r"[\w-]{1,40}"
    if match["number"]:
        return r"\d+"
    if match["group"]:
        return "(?:"
    return match["kept"] or re.escape(match["text"])
