"""What the words around a name say of its kind: a person speaks, is born and has an age; an organisation has staff."""

import re
from collections import Counter
from functools import cache

from briefing_tui.analysis.gazetteer_organizations import known_organizations
from briefing_tui.analysis.gazetteer_people import given_names, occupations, relatives
from briefing_tui.analysis.gazetteer_places import places
from briefing_tui.analysis.gazetteer_words import common_words
from briefing_tui.analysis.names_split import Candidate, begins_at_place, is_acronym
from briefing_tui.analysis.words import ROLE_NOUNS, SAYING

_REACH = 60

_AFTER_SPEECH = re.compile(
    r"(?:['’]s)?,? (?:(?:has |had |have )?(?:also |then |later |now |again |once |already |\w+ly )?)?("
    + "|".join(sorted(form for form in SAYING if not form.endswith("ing")))
    + r")\b"
)
_AFTER_WHO = re.compile(r",? (?:who|whose|whom|herself|himself)\b")
_AFTER_AGE = re.compile(r",? \(?(?:aged )?\d{1,2}(?:,|\)|\.| and )")
_AFTER_LIFE = re.compile(
    r" \((?:born|b\.|née|d\.|died|c\.)|[^.(]{0,12}\([^)]{0,60}\d{3,4}\s?[–—-]\s?(?:[^)]{0,20}\d{3,4})|"
    r" (?:was |is )?(?:born|married|died|graduated|studied|grew up|retired|resigned|starred|emigrated|moved to|remembers?|recalls?|smiled|laughed|nodded|knew|wondered)\b"
)
_AFTER_HUMAN = re.compile(
    r" (?:\w+ly )?(?:played|plays|wrote|writes|became|thinks?|thought|believes?|felt|feels|met|lives|lived|worked|works|joined|returned|began|left|wanted|wants|told|went|came|loves?|loved|hopes?|"
    r"painted|composed|sings?|sang|directed|invented|discovered|proposed|taught|received|helped|made|took|has|had|did|does|is|was|can|could|would|will|tells?|asks?|calls?|called|appeared|earned|served|ran)\b"
)
_AFTER_APPOSITION = re.compile(
    r", (?:(?:an?|the|his|her|its|their|our|my|then|now|former|one of the|a former|the former) )?((?:[\w’'-]+ ){0,6}?[\w’'-]+)(?=[,.;)]| of | for | at | who | and | from | in | with | whose |$)"
)
_AFTER_COMPANY = re.compile(
    r"(?:, (?:an?|the) (?:[\w’'-]+ ){0,4}?(?:company|charity|group(?! of)|organi[sz]ation|agency|newspaper|magazine|firm|party|network|bank|"
    r"school|university|band|club|team|website|maker|manufacturer|retailer|publisher|think tank|union|institute|nonprofit|non-profit|"
    r"startup|start-up)| (?:employees|executives?|staff|shares?|shareholders|spokes\w+|headquarters|engineers|reporters?|workers|members|"
    r"players?|fans?|coach|stock|users|customers|poll|magazine|newspaper|website|season|roster))\b"
)
_MARKS_BEFORE = frozenset('"“‘([')
_WORDS_BEFORE = re.compile(r"[\w’'-]+[,:;]?|[.\"”“\[(]")
_ORGANIZATION_NOUNS = frozenset(
    """
    company charity newspaper magazine firm broadcaster newswire band group retailer publisher studio label network agency organisation organization
    website maker giant union team club rival startup joined founded subsidiary daily weekly tabloid
    """.split()
)
_STAFF = frozenset(
    """
    spokesman spokeswoman spokesperson director president chairman chairwoman ceo executive head founder member members employee employees editor owner
    professor professors analyst researcher researchers chair officials job work worked works working reporter correspondent subsidiary division department
    campus headquarters co-founder leader scholar student students degree doctorate fellow lecturer graduated educated studied enrolled
    """.split()
)
_STAFF_PREPOSITIONS = frozenset("of for at from".split())
_WORK_NOUNS = frozenset(
    """
    film films novel novels book books album albums song songs single singles series show shows sitcom movie movies play plays comedy drama documentary
    musical opera game videogame poem story painting sculpture ship ships vessel yacht boat trawler ferry hms uss episode soundtrack sequel prequel thriller
    entitled titled called memoir biography cartoon comic comics column programme program cocktail drink brand model software app trilogy miniseries
    mini-serial franchise production blog podcast
    """.split()
)
_PLACE_BEFORE = frozenset("in near across throughout outside around within inside through visited".split())
_PLACE_NOUNS = frozenset(
    "north south east west town city village province island port county district capital suburb outskirts streets coast".split()
)
_TOWARDS = frozenset("to from into at toward towards leaving left reached".split())
_PERSON_BEFORE = frozenset(
    """
    by with and against married told asked met like thanks named alongside opposite interview interviews interviewed interviewing between successor whom
    when said says added replied because while that if is was
    """.split()
)
_AFTER_TOWN = re.compile(r", ([A-Z][\w.]*(?: [A-Z]\w+)?)")
_AFTER_WORK = re.compile(
    r"[\"”'’]? \((?:19|20)\d\d(?: film)?\)|[\"”]? (?:film|movie|novel|album|song|drama|comedy|series|franchise|trilogy|cocktail|software|album|theory|equation|theorem|principle|effect|method|plan|blog|podcast|drink)\b"
)


@cache
def _callings() -> frozenset[str]:
    return occupations() | ROLE_NOUNS | frozenset("celebrity legend sensation native genius expert opponent hero".split())


def evidence(text: str, candidate: Candidate) -> Counter[str]:
    """Points for 'person', 'organization' and 'thing' from the words before and after a candidate."""
    before = text[max(0, candidate.start - _REACH) : candidate.start]
    after = text[candidate.end : candidate.end + _REACH + 30]
    if after[:2] in ("'s", "’s"):
        after = " \0" + after[2:]
    points: Counter[str] = Counter()
    _after(after, candidate, points)
    _before(before, candidate, points)
    if candidate.title:
        points["person"] += 6
    if candidate.the and not candidate.title:
        points["person"] -= 3 if len(candidate.words) == 1 or candidate.kind == "unknown" else 2
        points["organization"] += _the_points(candidate)
    return points


def _the_points(candidate: Candidate) -> int:
    """A capital 'The' inside a sentence belongs to the name of a paper or a band; a plural that is no people may be a club."""
    if candidate.named_the:
        return 1 if candidate.words[0].low in common_words() else 4
    last = candidate.words[-1].low
    return 1 if len(last) > 3 and last.endswith("s") and not last.endswith(("ss", "us", "is")) else 0


def _after(after: str, candidate: Candidate, points: Counter[str]) -> None:
    if _AFTER_SPEECH.match(after):
        points["person"] += 3
        points["organization"] += 1
    elif _AFTER_HUMAN.match(after):
        points["person"] += 1
    if _AFTER_WHO.match(after):
        points["person"] += 4
    if _AFTER_AGE.match(after):
        points["person"] += 3
    if _AFTER_LIFE.match(after):
        points["person"] += 4
    if candidate.kind not in ("person", "organization") and _AFTER_WORK.match(after):
        points["thing"] += 4
    if _AFTER_COMPANY.match(after):
        points["organization"] += 3
    if candidate.kind == "unknown" and _is_before_place(after):
        points["thing"] += 4
    apposition = _AFTER_APPOSITION.match(after)
    if apposition and apposition.group(1).split()[-1].lower() in _callings():
        points["person"] += 3


def _is_before_place(after: str) -> bool:
    """'Ashton, Md.': a town with its state or country."""
    place = _AFTER_TOWN.match(after)
    return place is not None and (place.group(1).rstrip(".") in places() or place.group(1).split(" ")[0] in places())


def _before(before: str, candidate: Candidate, points: Counter[str]) -> None:
    words = _WORDS_BEFORE.findall(before.lower()[-40:])
    if words and words[-1] == "the":
        words.pop()
    if words and words[-1] in _MARKS_BEFORE:
        words.pop()
    if not words:
        return
    last = words[-1]
    word = last.rstrip(",:;")
    second = words[-2] if len(words) > 1 else ""
    if candidate.bracketed and last == "(" and second.islower() and not second.endswith((".", ",")):
        points["thing"] += 4
    if word in ("a", "an", "no", "your", "my", "this", "some", "any", "every") and is_acronym(candidate.text):
        points["thing"] += 4
    if word in relatives() or word in _callings():
        points["person"] += 4 if word == last else 2
    if last in _WORK_NOUNS or (last == "of" and second in ("adaptation", "version")):
        points["thing"] += 4
    elif last in _ORGANIZATION_NOUNS or (last in _STAFF_PREPOSITIONS and second in _STAFF):
        points["organization"] += 3
    elif last in _PLACE_BEFORE or (last == "of" and second in _PLACE_NOUNS):
        points["thing"] += 3
    elif last in _TOWARDS:
        points["thing"] += 1
    elif last.endswith(("'s", "’s")):
        points["thing"] += 2
    elif not candidate.the and last in _PERSON_BEFORE:
        points["person"] += 1


def own_points(candidate: Candidate, lower: frozenset[str]) -> Counter[str]:
    """Points from the candidate's own words; `lower` holds the words that the article writes small."""
    points: Counter[str] = Counter()
    if candidate.kind == "organization" and is_acronym(candidate.text) and candidate.text not in known_organizations():
        points["organization"] += 0 if candidate.words[0].low in common_words() else 2
    elif candidate.kind in ("person", "organization"):
        points[candidate.kind] += 6
    elif candidate.kind in ("place", "thing"):
        points["thing"] += 6
    elif candidate.kind == "unknown":
        _unknown_points(candidate, lower, points)
    return points


def _unknown_points(candidate: Candidate, lower: frozenset[str], points: Counter[str]) -> None:
    lows = [word.low for word in candidate.words]
    everyday = [low for low in lows if low in lower or _is_everyday(low)]
    if len(lows) > 4 or any(char.isdigit() for char in candidate.text):
        points["thing"] += 3
    if begins_at_place(candidate):
        points["thing"] += 3
    elif everyday:
        points["thing"] += 2 if len(everyday) < len(lows) else 4
    elif 1 < len(lows) < 5:
        points["organization" if is_acronym(candidate.words[0].text) else "person"] += 2
    elif lows[0] in given_names():
        points["person"] += 3


def _is_everyday(low: str) -> bool:
    """An English word, its plural, or several with hyphens."""
    if low in common_words() or (len(low) > 4 and low.endswith("s") and low[:-1] in common_words()):
        return True
    return "-" in low and all(part in common_words() for part in low.split("-"))
