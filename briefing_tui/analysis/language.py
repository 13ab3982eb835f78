"""Say what can be found in articles of each language, and with which rules.

Each package beside this module that has a module `language` is a language; its `LANGUAGE` says what it can do. There is no
central list, and no language's rules or word lists are loaded before an article in it is analysed.
"""

import os
from collections.abc import Callable, Iterable, Mapping, Sequence
from functools import cache
from importlib import import_module
from pathlib import Path

from msgspec import Struct

from briefing_tui.analysis.shared.names import Mention, Name
from briefing_tui.analysis.shared.sentences import Sentence, Writing
from briefing_tui.analysis.shared.speech import SpokenPart
from briefing_tui.model.document import Document

_FOLDER = Path(__file__).parent

Texts = Mapping[tuple[str, int | None], str]
"""The texts of an article by their places: the id of a section or image, and the paragraph."""


class Paragraphs(Struct, frozen=True):
    """The paragraphs of an article that speech can be in.

    `blocks` are the numbers of those that the page sets as block quotes, `headings` those of headings, if the language reads
    them, and `title` that of the title; `author` is the name that "I" refers to, if there is only one.
    """

    texts: Sequence[str]
    author: str = ""
    blocks: Sequence[int] = ()
    headings: frozenset[int] = frozenset()
    title: int | None = None


class PointRules(Struct, frozen=True):
    """The rules of a language for sentences that can be points.

    `stands_alone` says whether a sentence can be read without those before it, `is_personal` whether it says I, we or you,
    `leans_on_pronoun` whether a pronoun precedes all nouns it could mean. `plain_words` are words that say nothing of what an
    article is about.
    """

    stands_alone: Callable[[Sentence], bool]
    is_personal: Callable[[Sentence], bool]
    leans_on_pronoun: Callable[[Sentence], bool]
    plain_words: frozenset[str]


class NameRules(Struct, frozen=True):
    """The rules of a language for names.

    `find` returns the people and organisations of a document. `find_roles` returns the roles that the article gives one of them.
    `is_speaking` returns whether a mention is the subject of its sentence or of a verb of speech. `speaking_weight` is the worth
    of speaking for an actor's place, in mentions: more where a language repeats names less, and describes who speaks.
    """

    find: Callable[[Document], tuple[Name, ...]]
    find_roles: Callable[[Name, Texts], tuple[str, ...]]
    is_speaking: Callable[[str, Mention], bool]
    speaking_weight: float = 0.6


class Language(Struct, frozen=True):
    """The rules for articles of a language.

    `find_speech` finds quotations and their speakers, with the names that were found before; it is all that a language needs.
    Without `names` there are no actors, without `points` no summary points. `reads_headings` says whether its title, lead and
    headings quote, as German ones do.
    """

    code: str
    writing: Writing
    find_speech: Callable[[Paragraphs, Iterable[Name]], list[SpokenPart]]
    names: NameRules | None = None
    points: PointRules | None = None
    reads_headings: bool = False

    @property
    def missing(self) -> tuple[str, ...]:
        """The names of what is not found in its articles, for a message."""
        parts = {"actors": self.names, "points": self.points}
        return tuple(name for name, part in parts.items() if part is None)


@cache
def analysed_languages() -> tuple[str, ...]:
    """Return the codes (ISO 639-1) of the languages whose articles can be analysed."""
    folders = (entry for entry in os.scandir(_FOLDER) if entry.is_dir())
    return tuple(sorted(folder.name for folder in folders if os.access(f"{folder.path}/language.py", os.R_OK)))


def language_of_tag(tag: str | None) -> Language | None:
    """Return the rules for a language tag (`de`, `de-CH`); None without any."""
    code = (tag or "").partition("-")[0].lower()
    return _language(code) if code in analysed_languages() else None


@cache
def _language(code: str) -> Language:
    found: Language = import_module(f"briefing_tui.analysis.{code}.language").LANGUAGE
    return found


def language_of_document(document: Document) -> Language | None:
    """Return the rules for a document; None without any.

    One that gives no language counts as English: the builder recognises it before.
    """
    return language_of_tag(document.language or "en")
