"""Who wrote it: the names in a byline, freed from roles, agencies, dates and whatever a page glued to them."""

import re
from functools import lru_cache
from typing import NamedTuple

from briefing_tui.languages import byline_words as people
from briefing_tui.languages.dates import find_dates

_PARTS = re.compile(r"(?:(?<!\s)\s++)?(?:[,;|•·/+&]|\b(?:and|und|et|with|mit|avec|con)\b)\s*")
_GLUE = re.compile(r"(?<=[a-zß-ÿ.])(?=[A-ZÀ-ÖØ-Þ][a-zß-ÿ])|(?<=[A-Za-zß-ÿ.])(?=[\d⁰¹²³⁴-⁹†‡*])|(?<=[a-zß-ÿ])(?=\[)")
_NO_GLUE = re.compile(r"(?:^|[\s-])(?:Mc|Mac|De|Di|Du|La|Le|Van|Fitz|O’|O'|D’|D'|St)$")
_TAIL = re.compile(
    r"(?:(?<!\s)\s++)?(?:–|—|\bfor\b|\bin\b|\bfrom\b|\bat\b|\bpublished\b|\bposted\b|\bupdated\b|\bveröffentlicht\b|"
    r"\baus\b|\bfür\b|"
    r"(?<!\d)\d++ (?:min|hour|day|Stunden|Minuten|Tage)).*",
    re.I | re.S,
)
_PLACE = re.compile(
    r" (?:in|à|en) [A-ZÀ-ÖØ-Þ][\w.’'-]{1,40}+(?: [A-ZÀ-ÖØ-Þ][\w.’'-]{1,40}+){0,2}(?=,? (?:and|und|et|y) [A-ZÀ-ÖØ-Þ])"
)
"""Where one of several wrote: `A. Name in Rome and …`."""


class Byline(NamedTuple):
    """The names, and whether a label (`By`, `Von`, `Author:`) stood before them."""

    names: tuple[str, ...]
    labelled: bool


@lru_cache(maxsize=2048)
def read_byline(text: str) -> Byline | None:
    """The names of a byline, None where the line is none. A line without a label must hold names and roles alone."""
    if len(text) > 200:
        return None
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
    """The names behind `Editor:` and its like; none where the line has no such label."""
    if len(text) > 160:
        return ()
    label = people.EDITOR_LABEL.match(text.lower())
    return tuple(_names(text[label.end() :], True)) if label else ()


def is_wire(name: str) -> bool:
    """Whether a name is a news agency's that writes articles."""
    return name in people.WIRES or people.LONG_WIRES.fullmatch(name) is not None


def is_only_label(text: str) -> bool:
    """Whether the line is `By`, `Von`, `Author:` and nothing else: the names then stand on the next one."""
    return len(text) <= 14 and people.AUTHOR_LABEL.fullmatch(text.lower().rstrip(": ") + " ") is not None


def _names(text: str, labelled: bool) -> list[str]:
    wires = [match[0] for match in people.LONG_WIRES.finditer(text)]
    text = _TAIL.sub("", _PLACE.sub("", text))
    bare = people.LONG_WIRES.sub(",", text).strip(" ,") if text.strip() not in wires else text
    names: list[str] = []
    parts = [part for both in _PARTS.split(bare) for part in _two(both) if part]
    for part in parts:
        name = _name(part, labelled)
        if name:
            if names and " " not in name and " " in names[0] and name not in people.WIRES:
                continue  # a place, or a paper
            names.append(name)
        elif not names or (not labelled and not _is_role(part) and "|" not in bare and "•" not in bare):
            return wires if wires and not names and text.strip() in wires else []
    return names


def _two(part: str) -> list[str]:
    """Two names that a Spanish or Italian `and` joins; between a surname's own parts stands one word behind it."""
    for joint in (" y ", " e "):
        if joint in part:
            one, _, other = part.partition(joint)
            return [one, other] if " " in one.strip() and " " in other.strip() else [part]
    return [part]


def _is_role(part: str) -> bool:
    return bool(people.ROLES.search(part)) or part in people.WIRES or part.isupper()


def _name(part: str, labelled: bool) -> str | None:
    part = _unglued(part.strip(" .:()[]").split(" (", 1)[0]).strip()
    tokens = part.split()
    if not tokens or len(tokens) > 8 or all(people.ROLES.search(token) or token.lower() in people.NOT_NAMES for token in tokens):
        return None
    if len(tokens) == 1:
        return (
            part
            if part in people.WIRES
            or (
                labelled
                and (part[0].isupper() or "-" in part or "." in part)
                and part.lower() not in people.NOT_NAMES
                and len(part) > 2
            )
            else None
        )
    taken: list[str] = []
    for token in tokens:
        if token.lower().strip(".,") in people.NAME_PARTICLES and (taken or token[0].islower()):
            taken.append(token)
        elif (
            not _is_name_token(token)
            or (people.ROLES.fullmatch(token) and taken)
            or (token.lower() in people.NOT_NAMES and (not labelled or len(taken) >= 2))
        ):
            break
        else:
            taken.append(token)
    while taken and taken[-1].lower() in people.NAME_PARTICLES and taken[-1][0].islower():
        taken.pop()
    rest = tokens[len(taken) :]
    if rest and people.ROLES.search(rest[-1]) and len(taken) == 3 and taken[1][0].isupper() and "." not in taken[1]:
        taken.pop()
    if len(taken) >= 2 and len(taken) <= 5 and (not rest or labelled or any(people.ROLES.search(token) for token in rest)):
        return " ".join(taken).rstrip(",")
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
    """The text before the first place where a page glued something on: `A. NameTwitter`, `A. Name0`, `A. Name2 hours ago`."""
    for match in _GLUE.finditer(text):
        before = text[: match.start()]
        if " " in before.strip() and not _NO_GLUE.search(before) and not before.endswith("."):
            return before
        if before.endswith(".") and len(before.split()[-1]) > 3 and " " in before:
            return before.rstrip(".")
    return text
