"""Read names and days from a page's metadata, or from a clipping's front matter.

Such a value says nothing but its subject, so that the rules are looser than those for a line of text (`author_names`).
"""

import re
from datetime import date

from briefing_tui.languages.words import all_entries, phrases

_NAME_SPLIT = re.compile(rf"(?:(?<!\s)\s++)?(?:,|;|\||/|•|·|&|\b{phrases('joining_words_in_metadata')}\b)\s*", re.I)
_LABEL = phrases("metadata_author_labels")
_BY = re.compile(rf"^(?:{_LABEL}(?:\s*+:)?+\s*+)*{_LABEL}(?:\s*+:\s+|\s+)", re.I)
_NOT_NAME = re.compile(
    rf"(?:https?:|www\.|@|\d|{phrases('not_author_names', whole_words=True)}|^{phrases('newsroom_names')}$)", re.I
)
_ADDRESS = re.compile(r"https?:|www\.|[@:→»›]|\.[a-z]{2,3}$|^\W*\d+\W*$", re.I)
_NO_NAME_SIGNS = frozenset(":→»›")
_ALONE = frozenset(word.capitalize() for word in all_entries("credit_by_words"))
_WEEKDAY = re.compile(r"\s(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day\b.*")
_DAY = re.compile(r"\b((?:19|20)\d\d)[-/]?(0[1-9]|1[0-2])[-/]?(0[1-9]|[12]\d|3[01])(?!\d{2}-)")


def names_in(text: str) -> list[str]:
    """Return the names in a field, without labels and roles.

    `By Ann Arbor and Bo Li, Deputy Editor` gives Ann Arbor and Bo Li.
    """
    names = []
    for part in _NAME_SPLIT.split(_BY.sub("", re.sub(r"(?:(?<!\s)\s++)?\([^)]*+\)?", " ", text).strip())):
        part = _WEEKDAY.sub("", part.strip(" .:–—-|"))
        if (
            2 <= len(part) <= 60
            and len(part.split()) <= 6
            and not _NOT_NAME.search(part)
            and not _NO_NAME_SIGNS.intersection(part)
            and not (part.islower() or part in names or part in _ALONE or part.startswith(("in ", "on ")))
        ):
            names.append(part)
    return names


def pen_names_in(text: str) -> list[str]:
    """Return whom a field names if `names_in` finds no person in it.

    That is an office, an agency, initials or a user's name, which is all that some publishers give.
    """
    if _ADDRESS.search(text):
        return []
    found = [part.strip(" .:–—-|") for part in _NAME_SPLIT.split(_BY.sub("", text.strip()))]
    return [part for part in found if 2 <= len(part) <= 40 and part.count(" ") < 4]


def first_day(texts: list[str]) -> str | None:
    """Return the first day that exists in the texts, as `YYYY-MM-DD`; None without one."""
    for text in texts:
        found = _DAY.search(text)
        if found:
            try:
                return date(int(found[1]), int(found[2]), int(found[3])).isoformat()
            except ValueError:
                continue
    return None
