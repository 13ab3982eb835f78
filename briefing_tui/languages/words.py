"""Read word lists: a folder for each language, with text files that hold the lists.

A list is the lines below `[its name]` in a text file beside this module: lines that begin with `#` and say what the list holds,
then one entry per line. The first line of a file says where its lists come from, and under which licence. A list has the same
name in every language, and a language has the lists that somebody wrote: the others are empty.

Files `<language>/*.txt` hold the words of pages. They are read for every source, whose language is not known before. Files
`<language>/analysis/*.txt` hold the words of articles, which only the rules of that language read, and files
`<language>/presentation/*.txt` how dates and quotations are written. The folder `shared` holds what belongs to all languages or
to none. `en` names every list of words of pages, so that its files show what a language can have.

Entries of some lists are phrases, from which `phrases` makes a regular expression:

    (a|b)   either of these; `(s|)` may be absent
    …       at the end of a phrase: the word may go on; at the beginning: more of the word may come before
    text …  any characters behind the word; `…40`: at most so many characters
    *       one word
    9       a number
"""

import os
import re
from functools import cache
from pathlib import Path

FOLDER = Path(__file__).parent
SHARED = "shared"
_ANALYSIS = "analysis"
_NOTATION = {r"\(s\|\)": "s?", r"\(": "(?:", r"\|": "|", r"\)": ")", r"\*": r"[\w-]{1,40}", "9": r"\d+"}
"""What `re.escape` makes of the signs of phrases, and what they mean; `(s|)` is so frequent that it is made short."""


@cache
def languages() -> tuple[str, ...]:
    """Return the codes (ISO 639-1) of the languages that have a folder, in alphabetical order."""
    folders = (entry.name for entry in os.scandir(FOLDER) if entry.is_dir() and not entry.name.startswith("_"))
    return tuple(sorted(folder for folder in folders if folder != SHARED))


@cache
def _lists(folder: str) -> dict[str, str]:
    """Return the lines of each list in the files of a folder; there are none if it does not exist.

    All its files are read at once, as nearly all lists are needed at every start.
    """
    found: dict[str, str] = {}
    path = f"{FOLDER}/{folder}"
    for file in os.listdir(path) if os.path.isdir(path) else ():  # noqa: PTH112, PTH208 - twice as fast as Path
        if not file.endswith(".txt"):
            continue
        with open(f"{path}/{file}", "rb", buffering=0) as opened:  # noqa: PTH123 - twice as fast as Path.read_text
            text = opened.read().decode()
        for listed in text.split("\n[")[1:]:
            name, _, lines = listed.partition("]\n")
            found[name] = lines
    return found


@cache
def entries(folder: str, name: str) -> tuple[str, ...]:
    """Return a list in the order of its file.

    It is empty if the folder has no such list.

    Args:
        folder: The folder of a language, or `SHARED`.
        name: The name of the list.
    """
    found = _page_entries(folder, name) or _split(_lists(f"{folder}/{_ANALYSIS}").get(name, ""))
    return found or presented(folder, name)


@cache
def _page_entries(folder: str, name: str) -> tuple[str, ...]:
    """Return a list of words of pages, without reading those of articles."""
    return _split(_lists(folder).get(name, ""))


@cache
def presented(folder: str, name: str) -> tuple[str, ...]:
    """Return a list of how a language writes, without reading any other file."""
    return _split(_lists(f"{folder}/presentation").get(name, ""))


def _split(text: str) -> tuple[str, ...]:
    while text.startswith("#"):
        text = text.partition("\n")[2]
    return tuple(text.rstrip().splitlines())


def words(folder: str, name: str) -> frozenset[str]:
    """Return a list as a set.

    Raises LookupError if the folder has no such list, or an empty one.
    """
    found = entries(folder, name)
    if not found:
        raise LookupError(f"{FOLDER / folder}: no file has a list [{name}], or it is empty")
    return frozenset(found)


def forms(folder: str, name: str) -> dict[str, str]:
    """Return every word of a list with its lemma.

    The lines of the list are `lemma form form …`; a lemma is a form of itself.
    """
    lines = (line.split() for line in entries(folder, name))
    return {form: line[0] for line in lines for form in line}


def numbered(folder: str, name: str) -> dict[str, int]:
    """Return every word of a list with the number of its line, from 1.

    A line holds the forms of one word.
    """
    return {word: number for number, line in enumerate(entries(folder, name), 1) for word in line.split()}


@cache
def all_entries(name: str) -> tuple[str, ...]:
    """Return the entries of a list of words of pages in every language, each once."""
    return tuple(dict.fromkeys(entry for folder in (*languages(), SHARED) for entry in _page_entries(folder, name)))


def all_words(name: str) -> frozenset[str]:
    """Return the entries of a list in every language as a set."""
    return frozenset(all_entries(name))


@cache
def by_language(name: str) -> dict[str, frozenset[str]]:
    """Return a list as a set for each language that has it."""
    return {language: frozenset(found) for language in languages() if (found := _page_entries(language, name))}


def pairs(folder: str, name: str) -> dict[str, str]:
    """Return a list whose lines are `key: value` as a mapping."""
    return dict(line.split(": ", 1) for line in entries(folder, name))


def all_phrases_by_word(name: str) -> dict[str, tuple[str, ...]]:
    """Return the phrases of each word, in every language.

    The lines of the list are `word: phrase | phrase …`.
    """
    found: dict[str, tuple[str, ...]] = {}
    for language in languages():
        for word, listed in pairs(language, name).items():
            found[word] = found.get(word, ()) + tuple(listed.split(" | "))
    return found


def phrases(name: str, whole_words: bool = False) -> str:
    """Return a regular expression that matches any phrase of a list, in every language.

    The longest phrases come first, apart from those with `…` at an end.

    Args:
        name: The list, whose entries are phrases as the module describes.
        whole_words: Whether a phrase begins and ends where a word does, unless it has `…` there.
    """
    listed = sorted(all_entries(name), key=len, reverse=True)
    edge = r"\b" if whole_words else ""
    branches: dict[tuple[str, str], list[str]] = {}
    for phrase in listed:
        before = rf"{edge}\w*" if phrase[0] == "…" else edge
        behind = "" if phrase[-1] == "…" else edge
        branches.setdefault((before, behind), []).append(_expression(phrase.removeprefix("…"), whole_words))
    joined = "|".join(f"{before}(?:{'|'.join(found)}){behind}" for (before, behind), found in branches.items())
    return f"(?:{joined or '(?!)'})"


def literals(name: str) -> tuple[str, ...]:
    """Return the longest literal words of each phrase of a list, in every language.

    Whatever a phrase matches contains its words, so that they can be looked for first.
    """
    return tuple(dict.fromkeys(_literal(phrase) for phrase in all_entries(name)))


def _literal(phrase: str) -> str:
    outside, depth = "", 0
    for sign in phrase:
        depth -= sign == ")"
        outside += "|" if depth or sign in "…*()0123456789" else sign
        depth += sign == "("
    return max((part.strip() for part in outside.split("|")), key=len)


def _expression(phrase: str, whole_words: bool) -> str:
    if whole_words and phrase[-1] == "…":
        phrase = phrase[:-1].rstrip(" ")
    first, *others = phrase.split("…")
    expression = _escaped(first)
    for other in others:
        rest = other.lstrip("0123456789")
        most = other[: len(other) - len(rest)]
        if expression.endswith(r"\ "):
            expression = expression[:-2] + r"\b"
        expression += (f".{{0,{most}}}" if most else ".*") + _escaped(rest)
    return expression


def _escaped(text: str) -> str:
    if text.replace(" ", "").isalpha():  # most phrases are plain words
        return text.replace(" ", r"\ ")
    text = re.escape(text)
    for sign, meaning in _NOTATION.items():
        text = text.replace(sign, meaning)
    return text
