"""Find the people and organisations that a document names.

Every mention has its place, and the mentions of one name are merged into one entry. Rules only: runs of capitalised words are
split into titles, persons, organisations and the rest; what a run's own words leave open is decided by the words around all its
mentions; then surnames, given names, acronyms and shortened forms are merged with the full name that the article gives.
"""

import re
from itertools import zip_longest

from briefing_tui.analysis.en.names.explained import with_explained
from briefing_tui.analysis.en.names.groups import Group
from briefing_tui.analysis.en.names.headlines import find_known_in_headline, is_headline
from briefing_tui.analysis.en.names.kind_evidence import weigh_context, weigh_own_words
from briefing_tui.analysis.en.names.merging import merge_groups
from briefing_tui.analysis.en.names.runs import find_runs
from briefing_tui.analysis.en.names.splitting import Candidate, split_run
from briefing_tui.analysis.en.names.teams import believe_teams
from briefing_tui.analysis.en.names.usage import find_use
from briefing_tui.analysis.shared.names import Mention, Name, TextBlock, name_key, text_blocks
from briefing_tui.languages.datelines import dateline_length
from briefing_tui.languages.words import words as word_list
from briefing_tui.model.briefing import ActorKind, Place
from briefing_tui.model.document import Document

_LISTED = re.compile(r"(?:['’]s)?(?:, |,? (?:and|or|&) |; )(?:[Tt]he )?")
_PUNCTUATION = ".,;:!?()[]{}…“”\"‘’'"
_REGAL = word_list("en", "regal_titles")
_TOLD_LATER = 6
"""The points for a kind that a later mention's own words show (`President Reis` after `Reis`)."""
_ENOUGH_SEEN = 12
"""The most mentions whose surroundings are weighed, of a name of unknown kind and of one whose words show it."""
_SURE_SEEN = 3


def find_names(document: Document) -> tuple[Name, ...]:
    """Return the people and organisations that the document names, in order of first mention."""
    texts = list(text_blocks(document))
    distinct = set[str]().union(*(block.text.split() for block in texts))
    lower = frozenset(word.strip(_PUNCTUATION) for word in distinct if word.islower())
    groups: dict[str, Group] = {}
    headlines = []
    for number, block in enumerate(texts):
        if is_headline(block.text, title=block.at == "title"):
            headlines.append((number, block))
        else:
            _read(groups, number, block, lower)
    for number, block in headlines:
        for candidate in find_known_in_headline(block.text, groups):
            _gather(groups, number, block, candidate, lower)
    believe_teams(groups.values(), [block.text for block in texts])
    named = [group for key, group in groups.items() if not (group.text.isupper() and key + "s" in groups)]  # 'a PAC', 'PACs'
    return tuple(_name(group, texts) for group in merge_groups(named))


def _read(groups: dict[str, Group], number: int, block: TextBlock, lower: frozenset[str]) -> None:
    """Add the candidates of a text to the groups; those side by side in a list are linked."""
    last: tuple[Candidate, Group] | None = None
    begin = dateline_length(block.text) if block.paragraph is not None else 0
    runs = find_runs(block.text)
    found = [candidate for words in runs for candidate in split_run(block.text, words)]
    if "(" in block.text:
        found = with_explained(block.text, runs, found)
    for candidate, following in zip_longest(found, found[1:]):
        if candidate.end <= begin or (following is not None and following.start <= candidate.start):
            continue  # the agency of `PORTOLAN (AP) — ` says who wrote; 'U.N.' of 'U.N. Security Council' is part of a name
        group = _gather(groups, number, block, candidate, lower)
        if last is not None and _LISTED.fullmatch(block.text, last[0].end, candidate.start):
            group.beside.append(last[1])
            last[1].beside.append(group)
        last = candidate, group


def _gather(groups: dict[str, Group], number: int, block: TextBlock, candidate: Candidate, lower: frozenset[str]) -> Group:
    key = name_key(candidate.text)
    group = groups.get(key)
    if group is None:
        group = groups[key] = Group(candidate)
        group.base = weigh_own_words(candidate, lower)
    elif candidate.kind != group.own and candidate.kind in ("person", "organization"):
        group.base[candidate.kind] = max(group.base[candidate.kind], _TOLD_LATER)
    if len(group.found) < (_ENOUGH_SEEN if group.own == "unknown" else _SURE_SEEN):
        group.add_points(weigh_context(block.text, candidate))
        group.uses[find_use(block.text, candidate)] += 1
    group.found.append((number, candidate))
    return group


def _name(group: Group, texts: list[TextBlock]) -> Name:
    mentions = tuple(
        Mention(Place(texts[number].at, texts[number].paragraph, candidate.start, candidate.end), candidate.text, candidate.title)
        for number, candidate in sorted(group.found, key=lambda item: (item[0], item[1].start))
    )
    name = _with_regal_title(group)
    kind: ActorKind = "person" if group.kind == "person" else "organization"
    others = {name_key(mention.text): mention.text for mention in reversed(mentions) if name_key(mention.text) != name_key(name)}
    aliases = tuple(reversed(others.values()))
    return Name(name, kind, aliases, group.gender if kind == "person" else None, mentions)


def _with_regal_title(group: Group) -> str:
    """Return the name of someone without a surname with its title: `Prince Andrew`, `Pope Francis`."""
    if group.kind != "person" or len(group.core) > 1:
        return group.text
    titles = (candidate.title for _, candidate in group.found)
    return next((f"{title} {group.text}" for title in titles if title.lower() in _REGAL), group.text)
