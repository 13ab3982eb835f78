"""What the words around a name say of its kind: a person speaks, is born and has an age; an organisation has staff."""

import re
from collections import Counter
from functools import cache

from briefing_tui.analysis.gazetteer_people import given_names, occupations, relatives
from briefing_tui.analysis.gazetteer_words import common_words
from briefing_tui.analysis.names_split import Candidate, is_acronym
from briefing_tui.analysis.words import ROLE_NOUNS, SAYING

_REACH = 60

_AFTER_SPEECH = re.compile(
    r"(?:['’]s)?,? (?:(?:has |had |have )?(?:also |then |later |now |again |once |already |\w+ly )?)?("
    + "|".join(sorted(set(SAYING)))
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
    r",? (?:(?:an?|the) (?:[\w’'-]+ ){0,4}?(?:company|charity|group|organi[sz]ation|agency|newspaper|magazine|firm|party|network|bank|school|university|band|club|team|website|maker|manufacturer|retailer|publisher|think tank|union|institute|nonprofit|non-profit|startup|start-up)\b"
    r"|(?:employees|executives?|officials|staff|shares?|shareholders|spokes\w+|headquarters|engineers|reporters?|workers|members|players|fans|coach|stock|users|customers|poll|magazine|newspaper|lawmakers|lawyers|website)\b)"
)
_BEFORE_COMPANY = re.compile(
    r"\b(?:company|charity|newspaper|magazine|firm|broadcaster|newswire|band|group|retailer|publisher|think tank|studio|label|brand|network|agency|organi[sz]ation|website|site|maker|giant|union|team|club|rival|startup|joined|founded|"
    r"(?:spokes\w+|director|president|chairman|ceo|executive|head|founder|member|members|employee|employees|editor|owner|professor|analyst|researcher|chair|officials|job|work|worked|works|working|reporter|correspondent|subsidiary|division|department|campus|headquarters|co-founder|leader|professors?|scholar|students?|degree|doctorate|fellow|lecturer) (?:of|for|at|from|with)) (?:the )?$",
    re.IGNORECASE,
)
_BEFORE_WORK = re.compile(
    r"\b(?:films?|novels?|books?|albums?|songs?|singles?|series|shows?|sitcom|movies?|play|plays|comedy|drama|documentary|musical|opera|game|video ?game|poem|story|painting|sculpture|ship|ships|vessel|yacht|boat|trawler|ferry|HMS|USS|"
    r"episode|soundtrack|sequel|prequel|thriller|entitled|titled|called|memoir|biography|cartoon|comics?|column|play|plays|programme|program|cocktail|drink|brand|model|software|app|adaptation of|version of|trilogy|miniseries|mini-serial) (?:[\"“'‘])?(?:the )?$",
    re.IGNORECASE,
)
_AFTER_WORK = re.compile(
    r"[\"”'’]? \((?:19|20)\d\d(?: film)?\)|[\"”]? (?:film|movie|novel|album|song|drama|comedy|series|franchise|trilogy|cocktail|software|album|theory|equation|theorem|principle|effect|method|plan|blog|podcast|drink)\b"
)
_BEFORE_PLACE = re.compile(
    r"\b(?:in|near|across|throughout|outside|around|within|inside|through|visited|north of|south of|east of|west of|town of|city of|village of|province of|island of|port of|county of|district of|based in) (?:the )?$",
    re.IGNORECASE,
)
_BEFORE_TOWARDS = re.compile(r"\b(?:to|from|into|at|toward|towards|leaving|left|reached) (?:the )?$", re.IGNORECASE)
_BEFORE_PERSON = re.compile(
    r"\b(?:by|with|and|against|married|told|asked|met|like|thanks|named|alongside|opposite|interviewed?|interviewing|between|successor|whom|when|said|says|added|replied|because|while|that|if) $",
    re.IGNORECASE,
)
_AFTER_PLACE = re.compile(r", (?:[A-Z][\w.]+)(?:,|\.| )")
_BEFORE_WORD = re.compile(r"([\w’'-]+)(,?) $")


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
    _after(after, points)
    _before(before, candidate, points)
    if candidate.title:
        points["person"] += 6
    if candidate.the and not candidate.title:
        points["person"] -= 3 if len(candidate.words) == 1 else 2
        points["thing"] += 1
    if is_acronym(candidate.text):
        points["organization"] += 2
    return points


def _after(after: str, points: Counter[str]) -> None:
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
    if _AFTER_WORK.match(after):
        points["thing"] += 4
    if _AFTER_COMPANY.match(after):
        points["organization"] += 3
    apposition = _AFTER_APPOSITION.match(after)
    if apposition and apposition.group(1).split()[-1].lower() in _callings():
        points["person"] += 3


def _before(before: str, candidate: Candidate, points: Counter[str]) -> None:
    word = _BEFORE_WORD.search(before)
    if word:
        low = word.group(1).lower()
        if low in relatives() or low in _callings():
            points["person"] += 4 if not word.group(2) else 2
    if _BEFORE_WORK.search(before):
        points["thing"] += 4
    elif _BEFORE_COMPANY.search(before):
        points["organization"] += 3
    elif _BEFORE_PLACE.search(before):
        points["thing"] += 3
    elif _BEFORE_TOWARDS.search(before):
        points["thing"] += 1
    elif not candidate.the and _BEFORE_PERSON.search(before):
        points["person"] += 1


def own_points(candidate: Candidate, lower: frozenset[str]) -> Counter[str]:
    """Points from the candidate's own words; `lower` holds the words that the article writes small."""
    points: Counter[str] = Counter()
    if candidate.kind in ("person", "organization"):
        points[candidate.kind] += 6
    elif candidate.kind in ("place", "thing"):
        points["thing"] += 6
    elif candidate.kind == "unknown":
        _unknown_points(candidate, lower, points)
    return points


def _unknown_points(candidate: Candidate, lower: frozenset[str], points: Counter[str]) -> None:
    lows = [word.low for word in candidate.words]
    everyday = [low for low in lows if low in common_words() or low in lower]
    if len(lows) > 4 or any(char.isdigit() for char in candidate.text):
        points["thing"] += 3
    if everyday:
        points["thing"] += 2 if len(everyday) < len(lows) else 4
    elif 1 < len(lows) < 5:
        points["person"] += 2
    elif lows[0] in given_names():
        points["person"] += 3
