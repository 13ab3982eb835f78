"""Read the names in a byline.

Roles, agencies, dates and what a page glued to the names are removed.
"""

import re
from functools import lru_cache
from typing import NamedTuple

from briefing_tui.languages import byline_words as people
from briefing_tui.languages.agencies import LONG_WIRES, WIRES
from briefing_tui.languages.dates import find_dates
from briefing_tui.languages.words import phrases

_PARTS = re.compile(rf"(?:(?<!\s)\s++)?(?:[,;|•·/+&]|\b{phrases('joining_words')}\b)\s*")
_GLUE = re.compile(r"(?<=[a-zß-ÿ.])(?=[A-ZÀ-ÖØ-Þ][a-zß-ÿ])|(?<=[A-Za-zß-ÿ.])(?=[\d⁰¹²³⁴-⁹†‡*])|(?<=[a-zß-ÿ])(?=\[)")
_NO_GLUE = re.compile(r"(?:^|[\s-])(?:Mc|Mac|De|Di|Du|La|Le|Van|Fitz|O’|O'|D’|D'|St)$")
_TAIL = re.compile(
    rf"(?:(?<!\s)\s++)?(?:–|—|{phrases('byline_ends', whole_words=True)}|(?<!\d)\d++ {phrases('byline_end_units')}).*",
    re.I | re.S,
)
_HANDLE = re.compile(r"(?<=[a-zß-ÿ]{2})@\w.*")
"""A user's name that a page glued to a name: `A. Name@aname`."""
_SITE_FIRST = re.compile(r"^(?:[\w-]{1,60}\.){1,4}[a-z]{2,12} ?[·•|,–—-] ?")
"""The name of a site, which a reader's view writes before the author."""
_PLACE = re.compile(
    rf" {phrases('place_prepositions')} [A-ZÀ-ÖØ-Þ][\w.’'-]{{1,40}}+(?: [A-ZÀ-ÖØ-Þ][\w.’'-]{{1,40}}+){{0,2}}"
    rf"(?=,? {phrases('and_words_behind_place')} [A-ZÀ-ÖØ-Þ])"
)
"""The place from which one of several authors wrote: `A. Name in Rome and …`."""


class Byline(NamedTuple):
    """The names of a byline, and whether a label (`By`, `Von`, `Author:`) precedes them."""

    names: tuple[str, ...]
    labelled: bool


@lru_cache(maxsize=2048)
def read_byline(text: str) -> Byline | None:
    """Return the names of a byline; None if the line is no byline.

    A line without a label is a byline only if it holds names and roles alone.
    """
    if not text or len(text) > 200:
        return None
    text = _SITE_FIRST.sub("", text) or text
    label = people.AUTHOR_LABEL.match(text.lower())
    if not label and (text[-1] in "!?:;" or not any(char.isupper() for char in text[:3]) or text.count(" ") > 14):
        return None
    if not label and sum(word[0].islower() for word in text.split()) > 3:
        return None
    rest = text[label.end() :] if label else text
    rest = rest.lstrip("–—-|: ")
    if not rest or (not label and len(rest) > 90):
        return None
    dates = find_dates(rest)
    if dates:
        rest = rest[: dates[0].start].rstrip(" ,|–—-")
        if not rest:
            return None
    names = _names(rest, bool(label))
    return Byline(tuple(dict.fromkeys(names)), bool(label)) if names else None


def read_editors(text: str) -> tuple[str, ...]:
    """Return the names behind `Editor:` and its like; none without such a label."""
    if len(text) > 160:
        return ()
    label = people.EDITOR_LABEL.match(text.lower())
    return tuple(_names(text[label.end() :], True)) if label else ()


def is_wire(name: str) -> bool:
    """Return whether a name is that of a news agency that writes articles."""
    return name in WIRES or LONG_WIRES.fullmatch(name) is not None


def is_only_label(text: str) -> bool:
    """Return whether a line is only a label (`By`, `Von`, `Author:`).

    The names are then on the next line.
    """
    return len(text) <= 14 and people.AUTHOR_LABEL.fullmatch(text.lower().rstrip(": ") + " ") is not None


def _names(text: str, labelled: bool) -> list[str]:
    wires = [match[0] for match in LONG_WIRES.finditer(text)]
    text = _TAIL.sub("", _PLACE.sub("", text))
    bare = LONG_WIRES.sub(",", text).strip(" ,") if text.strip() not in wires else text
    names: list[str] = []
    parts = [part for both in _PARTS.split(bare) for part in _split_pair(both) if part]
    for part in parts:
        name = _name(part, labelled)
        if name:
            if names and " " not in name and " " in names[0] and name not in WIRES:
                continue  # a place or a newspaper
            names.append(name)
        elif not names or (not labelled and not _is_role(part) and "|" not in bare and "•" not in bare):
            return wires if wires and not names and text.strip() in wires else []
    return names


def _split_pair(part: str) -> list[str]:
    """Split two names that a Spanish or Italian `and` joins.

    The same words join the parts of one surname, which has a single word behind them.
    """
    for joint in (" y ", " e "):
        if joint in part:
            one, _, other = part.partition(joint)
            return [one, other] if " " in one.strip() and " " in other.strip() else [part]
    return [part]


def _is_role(part: str) -> bool:
    return bool(people.ROLES.search(part)) or part in WIRES or part.isupper()


def _name(part: str, labelled: bool) -> str | None:
    part = _unglued(_HANDLE.sub("", part.strip(" .:()[]")).split("(", 1)[0].strip()).strip()
    tokens = part.split()
    if (
        not tokens
        or any(token[-1] == ":" for token in tokens)
        or len(tokens) > 8
        or all(people.ROLES.search(token) or token.lower() in people.NOT_NAMES for token in tokens)
    ):
        return None
    if len(tokens) == 1:
        return (
            part
            if part in WIRES
            or (
                labelled
                and (part[0].isupper() or "-" in part or "." in part)
                and part.lower() not in people.NOT_NAMES
                and len(part) > 2
            )
            else None
        )
    kept: list[str] = []
    for token in tokens:
        if token.lower().strip(".,") in people.NAME_PARTICLES and (kept or token[0].islower()):
            kept.append(token)
        elif (
            not _is_name_token(token)
            or (people.ROLES.fullmatch(token) and kept)
            or (token.lower() in people.NOT_NAMES and (not labelled or len(kept) >= 2))
        ):
            break
        else:
            kept.append(token)
    while kept and kept[-1].lower() in people.NAME_PARTICLES and kept[-1][0].islower():
        kept.pop()
    rest = tokens[len(kept) :]
    if rest and people.ROLES.search(rest[-1]) and len(kept) == 3 and kept[1][0].isupper() and "." not in kept[1]:
        kept.pop()
    if len(kept) >= 2 and len(kept) <= 5 and (not rest or labelled or any(people.ROLES.search(token) for token in rest)):
        return " ".join(kept).rstrip(",")
    if labelled and len(tokens) <= 4 and all(token[0].isupper() or token[0].isdigit() for token in tokens):
        return " ".join(tokens)
    return None


def _is_name_token(token: str) -> bool:
    return (
        (token[0].isupper() or token[0] in "“\"‘'(")
        and not any(char.isdigit() for char in token)
        and token[-1] not in "!?:;"
        and "@" not in token
    )


def _unglued(text: str) -> str:
    """Return the text before the first place where a page glued something on.

    Examples are `A. NameTwitter`, `A. Name0`, `A. Name2 hours ago`.
    """
    for match in _GLUE.finditer(text):
        before = text[: match.start()]
        if " " in before.strip() and not _NO_GLUE.search(before) and not before.endswith("."):
            return before
        if before.endswith(".") and len(before.split()[-1]) > 3 and " " in before:
            return before.rstrip(".")
    return text
