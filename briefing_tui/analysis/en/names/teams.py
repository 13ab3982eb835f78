"""Recognise clubs that are named as their towns, in reports of matches: `Newcastle have won`."""

import re
from collections.abc import Iterable, Sequence

from briefing_tui.analysis.en.names.groups import Group
from briefing_tui.languages.words import words as word_list

_SPORTS = word_list("en", "sports_nouns")
_FEWEST_NOUNS = 3
"""The fewest different nouns of match reports in one."""
_WORD = re.compile(r"[a-z-]{3,14}")
_PLAYS = re.compile(
    r"(?:,? who)? (?:have|are|were|beat|face|play|know|need|sit|remain|host|drew|lost|won|scored|conceded)\b|['’]s? "
    r"(?:[a-z-]+ ){0,2}(?:manager|coach|captain|fans|goalkeeper|striker|midfielder|defender|winger|defence|defense|squad)\b|"
    r" (?:manager|coach|captain|fans|goalkeeper|striker|midfielder|defender|winger|supporters)\b"
)
"""Words after a club's name. British papers write of a club in the plural: `Quarn were beaten`."""
_PLAYED = re.compile(
    r"\b(?:beat|beats|beating|defeated|faced?|facing|against|hosts?|hosting|hosted|over|thrashed|drew with|lost to|loan from|"
    r"signed (?:for|from)|joined|(?:win|victory|draw|defeat|loss|game) (?:at|against|over|with|by|to|in hand over)) $"
)
_PLAY = re.compile(r"(?:,? who)? (?:have|are|were|know|need|sit|remain)\b")
_BEATEN = re.compile(
    r"\b(?:beat|beats|beating|faced?|facing|hosting|thrashed|drew with|lost to|"
    r"(?:win|victory|draw|defeat) (?:at|against|over|by)) $"
)
"""Words before the name of a club that no list of places has. After the others, a player may be named."""
_REACH = 40
_SURE = 9


def believe_teams(groups: Iterable[Group], texts: Sequence[str]) -> None:
    """Make groups that play in a report of a match organisations.

    They are named as places, or are in no list. Those beside one in a list play too: `Newcastle and Portolan Rovers`.
    """
    if not _is_of_match(texts):
        return
    open_groups = {id(group): group for group in groups if group.own in ("place", "unknown")}
    found = [group for group in open_groups.values() if _plays(group, texts)]
    while found:
        group = found.pop()
        if open_groups.pop(id(group), None) is not None:
            group.base = {"person": -_SURE, "organization": _SURE, "thing": -_SURE}
            group.own = "organization"
            found.extend(other for other in group.beside if id(other) in open_groups)


def _is_of_match(texts: Sequence[str]) -> bool:
    seen: set[str] = set()
    for text in texts:
        seen.update(_SPORTS.intersection(_WORD.findall(text)))
    return len(seen) >= _FEWEST_NOUNS


def _plays(group: Group, texts: Sequence[str]) -> bool:
    is_place = group.own == "place"
    if not is_place and group.points["person"] > 1:
        return False
    plays, played = (_PLAYS, _PLAYED) if is_place else (_PLAY, _BEATEN)
    return any(
        plays.match(texts[number], candidate.end)
        or played.search(texts[number], max(0, candidate.start - _REACH), candidate.start)
        for number, candidate in group.found
    )
