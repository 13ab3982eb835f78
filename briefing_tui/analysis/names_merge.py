"""One entry for every person and organisation: surnames, given names, acronyms and shortened names led back to the full one."""

import re
from collections import Counter, defaultdict
from dataclasses import dataclass, field

from briefing_tui.analysis.gazetteer_organizations import known_organizations, organization_heads
from briefing_tui.analysis.gazetteer_people import female_names, given_names, male_names, particles, suffixes, title_gender
from briefing_tui.analysis.gazetteer_places import peoples
from briefing_tui.analysis.gazetteer_words import common_words, openers
from briefing_tui.analysis.names_shape import Kind, is_acronym
from briefing_tui.analysis.names_split import Candidate

_ENOUGH = 2
_CAP = 5
_SHORT = {
    "bill": "william", "will": "william", "billy": "william", "bob": "robert", "rob": "robert", "bobby": "robert", "mike": "michael", "mick": "michael", "jim": "james",
    "jimmy": "james", "jamie": "james", "tom": "thomas", "tommy": "thomas", "joe": "joseph", "dick": "richard", "rick": "richard", "rich": "richard", "ted": "edward",
    "ed": "edward", "eddie": "edward", "dave": "david", "dan": "daniel", "danny": "daniel", "steve": "steven", "chris": "christopher", "matt": "matthew", "tony": "anthony",
    "nick": "nicholas", "ben": "benjamin", "sam": "samuel", "alex": "alexander", "andy": "andrew", "greg": "gregory", "jeff": "jeffrey", "ken": "kenneth", "ron": "ronald",
    "don": "donald", "tim": "timothy", "larry": "lawrence", "liz": "elizabeth", "beth": "elizabeth", "kate": "katherine", "kathy": "katherine", "sue": "susan", "jen": "jennifer",
    "debbie": "deborah", "becky": "rebecca", "maggie": "margaret", "peggy": "margaret", "jack": "john", "bernie": "bernard", "charlie": "charles", "chuck": "charles",
    "pat": "patrick", "pete": "peter", "phil": "philip", "ray": "raymond", "russ": "russell", "stan": "stanley", "vince": "vincent", "walt": "walter", "josh": "joshua",
    "zach": "zachary", "jon": "jonathan", "nate": "nathan", "gabe": "gabriel", "abe": "abraham", "al": "albert", "art": "arthur", "barb": "barbara", "cathy": "catherine",
    "cindy": "cynthia", "sandy": "sandra", "vicky": "victoria", "trish": "patricia", "jackie": "jacqueline", "meg": "margaret", "mandy": "amanda", "fred": "frederick", "gus": "augustus",
}  # fmt: skip


@dataclass(slots=True)
class Group:
    """All candidates with the same words: their points by kind, where they stand, and, once decided, their kind."""

    text: str
    words: list[str]
    base: Counter[str] = field(default_factory=Counter)
    points: Counter[str] = field(default_factory=Counter)
    own: Kind = "unknown"
    kind: str | None = None
    found: list[tuple[int, Candidate]] = field(default_factory=list)
    listed: str = ""
    forms: list["Group"] = field(default_factory=list)
    beside: list["Group"] = field(default_factory=list)

    @property
    def lows(self) -> list[str]:
        return [word.lower().rstrip(".") for word in self.words]

    @property
    def core(self) -> list[str]:
        """The name's words without suffixes ("Jr.")."""
        return [low for low in self.lows if low not in suffixes()] or self.lows

    @property
    def first(self) -> tuple[int, int]:
        return self.found[0][0], self.found[0][1].start


def merge(groups: list[Group]) -> list[Group]:
    """The groups that name people and organisations, each with the candidates of its other forms, in order of first mention."""
    _share_lists(groups)
    singles = [group for group in groups if len(group.core) == 1]
    several = [group for group in groups if len(group.core) > 1]
    for group in several:
        group.kind = _decide(group)
    persons = _merge_persons(_with_later_surname([g for g in several], singles))
    organizations = _merge_organizations([group for group in several if group.kind == "organization"])
    people, unknown = _place_singles(singles, persons, organizations)
    kept = [*persons, *organizations, *people, *unknown]
    return sorted(kept, key=lambda group: min((number, candidate.start) for number, candidate in group.found))


def _total(group: Group, kind: str) -> int:
    """The points for a kind: what the words around many mentions say weighs no more than a few of them."""
    return group.base[kind] + max(-_CAP, min(_CAP, group.points[kind]))


def _share_lists(groups: list[Group]) -> None:
    """A name that stands in a list is of its neighbours' kind: 'Google, Bing and Quandle'."""
    for group in (*groups, *reversed(groups)):
        if group.own != "unknown" or not group.beside:
            continue
        kinds = {kind for other in group.beside if (kind := _decide(other) or other.listed)}
        if len(kinds) == 1 and _decide(group) is None and not group.listed:
            group.listed = kinds.pop()
            group.points[group.listed] += 2


def _decide(group: Group) -> str | None:
    best, most = max(((kind, _total(group, kind)) for kind in ("organization", "person", "thing")), key=lambda item: item[1])
    if most < _ENOUGH or best == "thing":
        return None
    return best


def _with_later_surname(several: list[Group], singles: list[Group]) -> list[Group]:
    """Persons among the names of several words; one whose last word stands alone later is a person sooner."""
    alone = {group.lows[0]: group for group in singles}
    for group in several:
        single = alone.get(group.core[-1])
        if (
            group.kind is None
            and group.own == "unknown"
            and single is not None
            and single.points["person"] > 0
            and group.points["person"] > 0
        ):
            group.points["person"] += 2
            group.kind = _decide(group)
    return [group for group in several if group.kind == "person"]


def _merge_persons(persons: list[Group]) -> list[Group]:
    by_surname: dict[str, list[Group]] = defaultdict(list)
    kept: list[Group] = []
    for group in sorted(persons, key=lambda g: g.first):
        same = next((other for other in by_surname[group.core[-1]] if _is_same_person(other, group)), None)
        same = same or next((other for other in kept if _is_first_names(group, other) and group.core[-1] in given_names()), None)
        if same is None:
            by_surname[group.core[-1]].append(group)
            kept.append(group)
        else:
            _absorb(same, group)
    for group in kept:
        best = _best_form(group)
        group.text, group.words = best.text, best.words
    return kept


def _is_first_names(short: Group, full: Group) -> bool:
    """'Pierre Charles' beside 'Pierre Charles Ardel': given names alone."""
    return len(short.core) > 1 and len(full.core) > len(short.core) and full.core[: len(short.core)] == short.core


def _is_same_person(one: Group, other: Group) -> bool:
    """Same surname, and given names that do not clash: the same, a short form, or an initial."""
    if (_suffix(one) or _suffix(other)) and _suffix(one) != _suffix(other) and _suffix(one) and _suffix(other):
        return False
    a, b = one.core[0], other.core[0]
    if a == b:
        return True
    if _SHORT.get(a, a) == _SHORT.get(b, b):
        return True
    if min(len(a), len(b)) == 1 and a[0] == b[0]:
        return True
    return a in other.core[:-1] and len(a) > 2 or b in one.core[:-1] and len(b) > 2


def _suffix(group: Group) -> str:
    last = group.lows[-1]
    return last if last in suffixes() else ""


def _absorb(into: Group, group: Group) -> None:
    into.found.extend(group.found)
    into.points += group.points
    into.forms.append(group)


def _best_form(group: Group) -> Group:
    """The form that names a person best: one that begins with a given name, then the one used most, then the first."""
    forms = [group, *group.forms]
    untitled = [sum(not _is_plain(candidate.title) for _, candidate in form.found) for form in forms]
    counts = [untitled[0] - sum(untitled[1:]), *untitled[1:]]
    return max(
        zip(forms, counts, strict=True), key=lambda item: (item[0].core[0] in given_names(), len(item[0].core) > 1, item[1])
    )[0]


def _is_plain(title: str) -> bool:
    return title.lower().rstrip(".") in ("mr", "mrs", "ms", "miss", "dr")


def _merge_organizations(organizations: list[Group]) -> list[Group]:
    kept: list[Group] = []
    for group in sorted(organizations, key=lambda g: (-len(g.words), g.first)):
        same = next((other for other in kept if _is_shortened(group, other)), None)
        if same is None:
            kept.append(group)
        else:
            _absorb(same, group)
    return kept


def _is_shortened(short: Group, full: Group) -> bool:
    """'the Harbour Board' after 'the Portolan Harbour Board'."""
    count = len(short.lows)
    if not 1 < count < len(full.lows):
        return False
    return full.lows[-count:] == short.lows or full.text.startswith((short.text + " for ", short.text + " of "))


def _place_singles(singles: list[Group], persons: list[Group], organizations: list[Group]) -> tuple[list[Group], list[Group]]:
    """Single words: a person's surname or given name, an organisation's acronym or short form, or an entry of their own."""
    people: list[Group] = []
    others: list[Group] = []
    by_name = _persons_by_word(persons)
    by_initials = _organizations_by_initials(organizations)
    for group in singles:
        owners = by_name.get(group.core[0], [])
        if owners and not _is_elsewhere(group):
            for number, candidate in group.found:
                _owner(owners, candidate).found.append((number, candidate))
            continue
        organization = _organization_of(group, organizations, by_initials)
        if organization is not None:
            _absorb(organization, group)
            continue
        group.kind = _decide_single(group)
        if group.kind == "person":
            people.append(group)
        elif group.kind == "organization":
            others.append(group)
    return people, others


def _persons_by_word(persons: list[Group]) -> dict[str, list[Group]]:
    """Persons by surname; by given name, and by a family name that stands first, where no surname claims the word."""
    table: dict[str, list[Group]] = defaultdict(list)
    for group in persons:
        table[group.core[-1]].append(group)
        stem = [low for low in group.core if low not in particles()]
        if len(stem) > 1 and " ".join(group.core).endswith(" " + stem[-1]):
            table.setdefault(stem[-1], []) if group in table[stem[-1]] else table[stem[-1]].append(group)
    surnames = set(table)
    for group in persons:
        for low in group.core[:-1]:
            if low not in surnames and len(low) > 1 and low not in particles():
                table[low].append(group)
    return table


def _is_elsewhere(group: Group) -> bool:
    """A place's name that is also a surname, where the words around it say the place."""
    return group.own == "thing" or (group.own == "place" and group.points["thing"] >= group.points["person"])


def _owner(owners: list[Group], candidate: Candidate) -> Group:
    """The person meant by a surname that several share: of the title's gender, else the one named in full most often."""
    gender = title_gender(candidate.title.split()[-1]) if candidate.title else None
    fitting = [group for group in owners if gender is None or _gender(group) in (gender, None)] or owners
    return max(fitting, key=lambda group: (sum(len(c.words) > 1 for _, c in group.found), -group.first[0], -group.first[1]))


def _gender(group: Group) -> str | None:
    low = group.core[0]
    if low in female_names():
        return "female" if low not in male_names() else None
    return "male" if low in male_names() else None


def _organizations_by_initials(organizations: list[Group]) -> dict[str, Group]:
    table: dict[str, Group] = {}
    for group in organizations:
        table.setdefault("".join(low[0] for low in group.lows if low[0].isalnum()), group)
        for word in group.words[-1:]:
            if is_acronym(word) and len(group.words) > 2:
                table.setdefault(word.lower(), group)
    return table


def _organization_of(group: Group, organizations: list[Group], by_initials: dict[str, Group]) -> Group | None:
    low = group.lows[0]
    if is_acronym(group.text):
        return by_initials.get(low.replace(".", ""))
    if group.own in ("place", "thing") or group.text in known_organizations():
        return None
    the = any(candidate.the for _, candidate in group.found)
    for organization in organizations:
        if organization.lows[-1] == low and (the or low not in organization_heads()):
            return organization
        if organization.lows[0] == low and not _is_plain_word(low) and group.text not in peoples():
            return organization
    return None


def _is_plain_word(low: str) -> bool:
    """A word that too much can be meant by to stand for an organisation whose name begins with it."""
    return low in common_words() or low in given_names() or low in organization_heads()


def _decide_single(group: Group) -> str | None:
    """A word that no full name explains: kept only on good evidence."""
    if group.own == "title" and group.text not in known_organizations():
        return None
    if all(candidate.opens for _, candidate in group.found) and group.lows[0] in common_words() and _total(group, "person") < 6:
        return None
    if group.lows[0] in openers():
        return None
    return _decide(group)
