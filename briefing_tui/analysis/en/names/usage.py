"""Find out what an article does with a name.

An organisation acts, speaks, is told something or has staff. A platform, a competition or a court that does none of it is no
actor.
"""

import re
from collections.abc import Sequence
from typing import Literal

from briefing_tui.analysis.en.names.splitting import Candidate
from briefing_tui.languages import english_name_cues as cues
from briefing_tui.languages.english_speech import SPEECH
from briefing_tui.languages.english_words import AUXILIARIES, PREPOSITIONS, VERBS
from briefing_tui.languages.words import words as word_list

Use = Literal["acts", "published", "other"]

_REACH = 60
_TOKEN = re.compile(r"[\w’'-]+|[^\w\s]")
_ACTED_ON = word_list("en", "before_those_acted_on")
_ADVERBS = word_list("en", "before_speech_verb")
_NO_PAST = ("need", "seed", "deed", "speed", "bed", "red", "feed", "breed", "shed", "hundred")
_OWNED_STAFF = 3


def find_use(text: str, candidate: Candidate) -> Use:
    """Return what a sentence does with a name."""
    after = _TOKEN.findall(text[candidate.end : candidate.end + _REACH].lower())
    before = _TOKEN.findall(text[max(0, candidate.start - 40) : candidate.start].lower())
    if before and before[-1] == "the":
        before.pop()
    last, second = (before[-1] if before else ""), (before[-2] if len(before) > 1 else "")
    if last in _ACTED_ON or (last == "to" and second == "according") or _is_of_staff(last, second):
        return "acts"
    if after[:1] in (["'s"], ["’s"], ["'"], ["’"]):
        staff = cues.CALLINGS | cues.STAFF | cues.STAFF_AFTER
        return "acts" if any(word in staff for word in after[1 : _OWNED_STAFF + 2]) else "other"
    if (after and (after[0] in cues.PUBLISHED or (after[0] == "," and after[1:2] == ["where"]))) or last in ("on", "via"):
        return "published"
    if any(word in cues.STAFF_AFTER or word in cues.CALLINGS for word in after[:2]):
        return "acts"
    return "acts" if last not in PREPOSITIONS and _is_subject(after) else "other"


def _is_of_staff(last: str, second: str) -> bool:
    return last in cues.STAFF_PREPOSITIONS and (second in cues.STAFF or second in cues.CALLINGS)


def _is_subject(after: Sequence[str]) -> bool:
    """Return whether a finite verb follows the name, over adverbs and an opening `which` or `who`."""
    at = 0
    while at < len(after) and (after[at] in _ADVERBS or after[at].endswith("ly") or after[at] in (",", "which", "who", ")")):
        at += 1
    if at == len(after):
        return False
    word = after[at]
    if word in SPEECH or word in VERBS or word in AUXILIARIES or word in cues.DEEDS:
        return not word.endswith("ing")
    return word.endswith("ed") and not word.endswith(_NO_PAST) and after[at + 1 : at + 2] != ["by"]
