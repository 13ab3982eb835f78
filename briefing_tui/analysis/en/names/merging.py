"""Merge the forms of each name with the full one.

The forms are surnames, given names, acronyms and shortened names.
"""

from collections import defaultdict
from collections.abc import Iterable

from briefing_tui.analysis.en.names.groups import Group
from briefing_tui.analysis.en.names.shapes import is_acronym
from briefing_tui.analysis.en.names.splitting import Candidate
from briefing_tui.languages.english_names import (
    COMMON_WORDS,
    GIVEN_NAMES,
    KNOWN_ORGANIZATIONS,
    OF_HEADS,
    OPENERS,
    ORGANIZATION_HEADS,
    OTHER_NAMES,
    PEOPLES,
    PLACES,
    SHORT_FORMS,
    SUFFIXES,
    title_gender,
)
from briefing_tui.languages.words import words as word_list

_PLAIN_TITLES = frozenset(("mr", "mrs", "ms", "miss", "dr"))
_FORMS = word_list("en", "organization_forms")
_PLATFORMS = word_list("en", "platforms")
_SETTINGS = word_list("en", "setting_heads")
_SURE = 6
_SURE_CONTEXT = 5
_SHORTEST_SPOKEN = 3
"""The fewest letters of initials that are spoken as a word (`Nato`), less one."""
_NEAR = 50
"""The most organisations with the same first or last word that are considered: a bound for very long texts."""


def merge_groups(groups: list[Group]) -> list[Group]:
    """Return the groups that name people and organisations, in order of first mention.

    Each has the candidates of its other forms.
    """
    _share_lists(groups)
    singles = [group for group in groups if len(group.core) == 1]
    several = [group for group in groups if len(group.core) > 1]
    for group in several:
        group.kind = group.decide_kind()
    _believe_later_surnames(several, singles)
    persons = _merge_persons([group for group in several if group.kind == "person"])
    organizations = _merge_organizations([group for group in several if group.kind == "organization"])
    alone = _place_singles(singles, persons, organizations)
    actors = [group for group in _without_other_names([*organizations, *alone]) if not _is_mere_setting(group)]
    return sorted([*persons, *actors], key=lambda group: group.first)


def _is_mere_setting(group: Group) -> bool:
    """Return whether a name is only where something happens or is published, and does nothing itself.

    It is a platform, a competition, a court or a school that never acts, or capitals of unknown meaning that are named once.
    """
    if group.kind != "organization" or group.uses["acts"]:
        return False
    if group.uses["published"] and (len(group.core) == 1 or group.text in _PLATFORMS):
        return True
    if group.text in _PLATFORMS or group.lows[-1] in _SETTINGS:
        return True
    is_capitals = is_acronym(group.text) and not group.forms and group.text not in KNOWN_ORGANIZATIONS
    return is_capitals and len(group.found) == 1 and not group.found[0][1].the and group.points["organization"] <= 0


def _without_other_names(groups: list[Group]) -> list[Group]:
    """Return the groups, those of organisations with two names merged: `the GOP` with `the Republican Party`."""
    named = {group.text: group for group in groups if group.kind == "organization"}
    kept = []
    for group in groups:
        full = named.get(OTHER_NAMES.get(group.text, ""))
        if full is None or group.kind != "organization":
            kept.append(group)
        else:
            full.absorb(group)
    return kept


def _share_lists(groups: list[Group]) -> None:
    """Give a name in a list the kind of its neighbours: `Google, Bing and Quandle`."""
    for group in (*groups, *reversed(groups)):
        if group.own != "unknown" or not group.beside or group.listed:
            continue
        kinds = {kind for other in group.beside if (kind := other.decide_kind() or other.listed)}
        if len(kinds) == 1 and group.decide_kind() is None:
            group.listed = kinds.pop()
            group.points[group.listed] += 2


def _believe_later_surnames(several: list[Group], singles: list[Group]) -> None:
    """Decide that a name of unsure kind is a person's if its last word occurs alone as a person's elsewhere."""
    alone = {group.lows[0]: group for group in singles}
    for group in several:
        single = alone.get(group.core[-1])
        if group.kind is not None or group.own != "unknown" or single is None:
            continue
        if single.points["person"] > 0 and group.points["person"] > 0:
            group.points["person"] += 2
            group.kind = group.decide_kind()


def _merge_persons(persons: list[Group]) -> list[Group]:
    by_surname: dict[str, list[Group]] = defaultdict(list)
    by_given: dict[str, list[Group]] = defaultdict(list)
    kept: list[Group] = []
    for group in sorted(persons, key=lambda group: group.first):
        near = (*by_surname[group.core[-1]], *by_surname[group.core[0]])
        same = next((other for other in near if _is_same_person(other, group)), None)
        if same is None and group.core[-1] in GIVEN_NAMES:
            same = next((other for other in by_given[group.core[0]] if _is_first_names(group, other)), None)
        if same is None:
            by_surname[group.core[-1]].append(group)
            by_given[group.core[0]].append(group)
            kept.append(group)
        else:
            same.absorb(group)
    for group in kept:
        best = _best_form(group)
        group.set_name(best.text, best.words)
    return kept


def _is_first_names(short: Group, full: Group) -> bool:
    """Return whether a name is only the given names of another: `Pierre Charles` and `Pierre Charles Ardel`."""
    return len(full.core) > len(short.core) and full.core[: len(short.core)] == short.core


def _is_same_person(person: Group, other: Group) -> bool:
    """Return whether two names have the same surname and compatible given names.

    Those are the same, a short form, an initial, or one of several.
    """
    suffixes = {_suffix(person), _suffix(other)} - {""}
    if len(suffixes) > 1:
        return False
    if len(person.core) == len(other.core) and sorted(person.core) == sorted(other.core):
        return True
    given, other_given = person.core[0], other.core[0]
    if SHORT_FORMS.get(given, given) == SHORT_FORMS.get(other_given, other_given):
        return True
    if min(len(given), len(other_given)) == 1:
        return given[0] == other_given[0]
    return (given in other.core[:-1] and len(given) > 2) or (other_given in person.core[:-1] and len(other_given) > 2)


def _suffix(group: Group) -> str:
    return group.lows[-1] if group.lows[-1] in SUFFIXES else ""


def _best_form(group: Group) -> Group:
    """Return the form that names a person best.

    It begins with a given name; of several it is the one used most without a mere `Mr`.
    """
    forms = [group, *group.forms]
    counts = [sum(not _is_plain_title(candidate.title) for _, candidate in form.found) for form in forms]
    counts[0] -= sum(counts[1:])
    ranked = zip(forms, counts, strict=True)
    return max(ranked, key=lambda item: (item[0].core[0] in GIVEN_NAMES, len(item[0].core) > 1, item[1]))[0]


def _is_plain_title(title: str) -> bool:
    return title.lower().rstrip(".") in _PLAIN_TITLES


def _merge_organizations(organizations: list[Group]) -> list[Group]:
    kept: list[Group] = []
    by_edge: dict[str, list[Group]] = defaultdict(list)
    for group in sorted(organizations, key=lambda group: (-len(group.words), group.first)):
        edges = (group.lows[-1], group.lows[0], _turned(group)[0])
        near = dict.fromkeys(other for edge in edges for other in by_edge[edge][:_NEAR])
        same = next((other for other in near if _is_shortened(group, other)), None)
        if same is None:
            kept.append(group)
            by_edge[group.lows[0]].append(group)
            by_edge[group.lows[-1]].append(group)
        else:
            same.absorb(group)
    return kept


def _is_shortened(short: Group, full: Group) -> bool:
    """Return whether a name is another without some words.

    Examples are `the Harbour Board` after `the Portolan Harbour Board` and `the Reis Institute` after `the Reis Institute for
    Tides`.
    """
    count = len(short.lows)
    if count == len(full.lows) and short.lows != full.lows:
        return _turned(short) == _turned(full)
    if not 1 < count < len(full.lows):
        return False
    return full.lows[-count:] in (short.lows, _turned(short)) or full.text.startswith((short.text + " for ", short.text + " of "))


def _turned(group: Group) -> list[str]:
    """Return the words of a name as if its head were last: `Department of Tides` as `Tides Department`."""
    is_of = group.lows[0] in OF_HEADS and group.text.startswith((f"{group.words[0]} of ", f"{group.words[0]} for "))
    return [*group.lows[1:], group.lows[0]] if is_of else group.lows


def _place_singles(singles: Iterable[Group], persons: list[Group], organizations: list[Group]) -> list[Group]:
    """Merge single words with their full name, as surname, given name, acronym or short form.

    The result is those that have an entry of their own.
    """
    alone: dict[str, Group] = {}
    by_word = _persons_by_word(persons)
    by_initials = _organizations_by_initials(organizations)
    in_full = {id(group): len(group.found) for group in persons}
    by_edge = {word: group for group in reversed(organizations) for word in (group.lows[-1], group.lows[0])}
    for group in singles:
        owners = [owner for owner in by_word.get(group.core[0], ()) if not _is_elsewhere(group, owner)]
        if owners and not _is_another(group, owners):
            dominant = max(owners, key=lambda owner: (in_full[id(owner)], [-part for part in owner.first]))
            for number, candidate in group.found:
                _owner(owners, dominant, candidate).found.append((number, candidate))
            continue
        organization = _organization_of(group, by_edge, by_initials)
        if organization is not None:
            organization.absorb(group)
            continue
        group.kind = _decide_single(group)
        known = alone.setdefault(group.core[0], group) if group.kind is not None else group
        if known is not group:
            known.absorb(group)
    return list(alone.values())


def _persons_by_word(persons: list[Group]) -> dict[str, list[Group]]:
    """Return the persons by surname, and by their other words if these are nobody's surname."""
    table: dict[str, list[Group]] = defaultdict(list)
    for group in persons:
        table[group.core[-1]].append(group)
    surnames = set(table)
    for group in persons:
        for low in group.core[:-1]:
            if low not in surnames and len(low) > 1:
                table[low].append(group)
    return table


def _is_elsewhere(group: Group, owner: Group) -> bool:
    """Return whether the name of a people or a place is no person's here, by the words around it."""
    if group.own == "place":
        return group.core[0] != owner.core[-1] or group.points["thing"] >= group.points["person"]
    return group.own == "thing"


def _is_another(group: Group, owners: list[Group]) -> bool:
    """Return whether a surname is somebody else's than its owner's.

    It is mostly `Mr. Reis`, and occurs before `Ana Reis`, who alone is named in full. An article gives a full name first, and
    lists of given names are not always right.
    """
    known = {owner.gender for owner in owners}
    if None in known or any(owner.first < group.first for owner in owners):
        return False
    genders = [title_gender(candidate.title.split()[-1]) for _, candidate in group.found if candidate.title]
    others = sum(gender is not None and gender not in known for gender in genders)
    return others > len(group.found) - len(genders) + sum(gender in known for gender in genders)


def _owner(owners: list[Group], dominant: Group, candidate: Candidate) -> Group:
    """Return the person whom a surname refers to that several share.

    It is one of the title's gender, else `dominant`, who is named in full most often.
    """
    gender = title_gender(candidate.title.split()[-1]) if candidate.title else None
    if gender is None or dominant.gender in (gender, None):
        return dominant
    return next((group for group in owners if group.gender == gender), dominant)


def _organizations_by_initials(organizations: list[Group]) -> dict[str, Group]:
    table: dict[str, Group] = {}
    for group in organizations:
        for form in (group, *group.forms):
            table.setdefault("".join(low[0] for low in form.lows if low[0].isalnum()), group)
            table.setdefault("".join(word[0].lower() for word in form.text.split() if word[0].isalnum()), group)
        initials = "".join(low[0] for low in group.lows if low[0].isalnum())
        if any(candidate.the for _, candidate in group.found):
            table.setdefault("t" + initials, group)
        if is_acronym(group.words[-1]) and len(group.words) > 2:
            table.setdefault(group.words[-1].lower(), group)
    return table


def _organization_of(group: Group, by_edge: dict[str, Group], by_initials: dict[str, Group]) -> Group | None:
    """Return the organisation that a single word is short for; None without one.

    The word is its initials, its last word after `the`, or a distinctive first word.
    """
    low = group.lows[0]
    full = by_initials.get(low.replace(".", ""))
    if is_acronym(group.text) or (full is not None and len(low) > _SHORTEST_SPOKEN and group.own == "organization"):
        return full
    organization = by_edge.get(low)
    if organization is None or group.own in ("place", "thing") or organization.lows[-1] == "campaign":
        return None
    if group.text in KNOWN_ORGANIZATIONS:
        return organization if _is_plainly_fuller(organization, low) else None
    if organization.lows[-1] == low:
        the = low not in ORGANIZATION_HEADS or any(candidate.the for _, candidate in group.found)
        return organization if the else None
    placed = group.points["thing"] > group.points["organization"]
    return None if placed or _is_plain_word(low) or group.text in PEOPLES else organization


def _is_plainly_fuller(organization: Group, low: str) -> bool:
    """Return whether a name is the full form of a word: `the Oslo Congress` of `Congress`, `Yale University` of `Yale`."""
    if organization.lows[0] == low:
        return len(organization.lows) == 2 and organization.lows[1] in _FORMS
    return all(word in PLACES or word in PEOPLES for word in organization.words[:-1])


def _is_plain_word(low: str) -> bool:
    """Return whether a word means too much to be short for an organisation whose name begins with it."""
    return low in COMMON_WORDS or low in GIVEN_NAMES or low in ORGANIZATION_HEADS


def _acts_as_the(group: Group) -> bool:
    """Return whether a body's noun stands for the one body that is meant, and acts: `the Legislature provided …`."""
    inside = [candidate for _, candidate in group.found if candidate.the and not candidate.opens]
    return bool(inside) and group.uses["acts"] > 0


def _decide_single(group: Group) -> str | None:
    """Return the kind of a word that no full name explains; None without good evidence."""
    if group.lows[0] in OPENERS:
        return None
    if group.own == "title" and group.text not in KNOWN_ORGANIZATIONS:
        is_body = group.lows[0] in ORGANIZATION_HEADS and (_acts_as_the(group) or group.points["organization"] >= _SURE_CONTEXT)
        return "organization" if is_body else None
    if all(candidate.opens for _, candidate in group.found) and group.points_for("person") < _SURE:
        low = group.lows[0]
        if low in COMMON_WORDS or (low.endswith(("ly", "ing")) and low not in GIVEN_NAMES):
            return None
    return group.decide_kind()
