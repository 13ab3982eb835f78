"""Questions about people to the index of the library, asked in a thread."""

from collections.abc import Mapping
from pathlib import Path
from types import MappingProxyType
from typing import TYPE_CHECKING, NamedTuple

from briefing_tui.library.index.library_index import IndexTrouble, LibraryIndex, open_index
from briefing_tui.library.index.records import ArticleRecord, QuoteRecord

if TYPE_CHECKING:
    from briefing_tui.library.people.dossier import Dossier
    from briefing_tui.ui.people.dossier_items import DossierLine
    from briefing_tui.ui.view.pane_items import Items
    from briefing_tui.verification.same_words import Likeness

_MOST_NAMES = 14


class FoundName(NamedTuple):
    """A name of the library with what is known about it."""

    name: str
    about: str


class FoundDossier(NamedTuple):
    """A dossier ready to be shown, or why there is none."""

    dossier: "Dossier | None" = None
    items: "Items | None" = None
    lines: "Mapping[str, DossierLine]" = MappingProxyType({})
    """What each item leads to, by its id."""
    others: int = 0
    """Others who have the same name."""
    trouble: str = ""


class SameQuote(NamedTuple):
    """A quote of another article with the same words."""

    article: ArticleRecord
    quote: QuoteRecord
    likeness: "Likeness"


class FoundWords(NamedTuple):
    """The same words elsewhere, or why they could not be looked up."""

    words: str
    speaker: str = ""
    found: tuple[SameQuote, ...] = ()
    trouble: str = ""


def names(folder: Path, typed: str) -> list[FoundName]:
    """Return the names that have the typed words, those with most quotes first."""
    from briefing_tui.presentation.counts import counted, counted_any

    try:
        with _ready(folder) as index:
            found = index.names_with_words(typed, is_prefix=True) if typed.strip() else index.names(limit=_MOST_NAMES)
    except IndexTrouble:
        return []
    about = ((one.name, (counted(one.articles, "article"), counted_any(one.quotes, "quote"))) for one in found[:_MOST_NAMES])
    return [FoundName(name, ", ".join(filter(None, counts))) for name, counts in about]


def dossier(folder: Path, name: str, article: str = "", most: int | None = None) -> FoundDossier:
    """Return the dossier of whoever has a name.

    Those who are named with somebody are left out: counting them takes long. `article` is the id of an article in which the name
    is meant, `most` the lines that are listed.
    """
    from briefing_tui.library.people.directory import LibraryPeople
    from briefing_tui.library.people.dossier import dossier_of
    from briefing_tui.library.people.people_file import PeopleFileTrouble, read_people_file
    from briefing_tui.ui.people.dossier_items import dossier_items

    try:
        with _ready(folder) as index:
            people, record = LibraryPeople(index, read_people_file(folder)), index.name(name)
            number = next((one.num for one in index.articles_called(article)), None) if article else None
            actor = people.with_name(record.num, number) or people.with_name(record.num) if record else None
            known = people.called(name)
            actor = actor or next(iter(known), None)
            if actor is None:
                return FoundDossier(trouble=f"Nobody in the library is called {name}.")
            found = dossier_of(index, actor, with_others=False)
            items, lines = dossier_items(found, most)
            same = [one for one in known if one.name == actor.name]
            return FoundDossier(found, items, lines, max(0, len(same) - 1))
    except (IndexTrouble, PeopleFileTrouble) as error:
        return FoundDossier(trouble=str(error))


def completed(folder: Path, found: FoundDossier) -> FoundDossier:
    """Return all of a dossier, with those who are named with somebody."""
    from briefing_tui.library.people import dossier as dossiers
    from briefing_tui.ui.people.dossier_items import dossier_items

    assert found.dossier is not None
    try:
        with open_index(folder) as index:
            whole = dossiers.with_company(index, found.dossier)
    except IndexTrouble:
        whole = found.dossier
    items, lines = dossier_items(whole)
    return found._replace(dossier=whole, items=items, lines=lines)


def words_elsewhere(folder: Path, article: str, quote: str, words: str) -> FoundWords:
    """Return the quotes of other articles with the same words.

    Article and quote are given by their ids; `words` are shown if the library lacks them.
    """
    from briefing_tui.library.index.records import worded_speaker
    from briefing_tui.verification.same_words import same_words

    try:
        with _ready(folder) as index:
            known = [one for found in index.articles_called(article) for one in index.quotes_of(found.num) if one.id == quote]
            if not known:
                return FoundWords(words, trouble="This article is not in the library, so its words can't be looked up.")
            found = tuple(
                SameQuote(other, version.quote, version.likeness)
                for version in same_words(index, known[0])
                if (other := index.article(version.quote.article)) is not None
            )
            return FoundWords(known[0].words, worded_speaker(known[0]), found)
    except IndexTrouble as error:
        return FoundWords(words, trouble=str(error))


def _ready(folder: Path) -> LibraryIndex:
    """Return the index of a folder; that of a small one is brought up to date. Raises IndexTrouble."""
    index = open_index(folder)
    index.refresh_if_small()
    return index
