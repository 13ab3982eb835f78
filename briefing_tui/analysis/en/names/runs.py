"""Find runs of capitalised words, in which names may be."""

import re
from typing import NamedTuple

from briefing_tui.languages.english_names import (
    CALENDAR,
    COMMON_WORDS,
    FOREIGN_HEADS,
    GIVEN_NAMES,
    HONORIFICS,
    KNOWN_ORGANIZATIONS,
    OF_HEADS,
    OPENERS,
    ORGANIZATION_HEADS,
    PARTICLES,
    PLACE_HEADS,
    PLACES,
    RANKS,
    SUFFIXES,
    THING_HEADS,
)
from briefing_tui.languages.words import words as word_list
from briefing_tui.text.late_pattern import late_pattern

_UPPER = "A-ZÀ-ÖØ-ÞĀĂĄĆĈĊČĎĐĒĔĖĘĚĜĞĠĢĤĦĨĪĬĮİĴĶĹĻĽĿŁŃŅŇŌŎŐŒŔŖŘŚŜŞŠŢŤŨŪŬŮŰŲŴŶŸŹŻŽȘȚḤḌṢṬẒΑ-ΩА-ЯЁЄІЇҐ"
_CAPITALISED = re.compile(rf"[{_UPPER}]\w*+(?:[’'&.\-‑][^\W_]\w*+)*+")
_PREFIX = late_pattern(r"(?:al|el|ul|an|as|ash|ad|ar|az|at|d|l|dell)[-'’]|[ie]")
_WITHIN_WORDS = frozenset("@#/._-'’")
_LONGEST_RUN = 14
_GROUP_OWNERS = word_list("en", "group_owners")
_LONGEST_OWNER = 5
_MOTTO_GAPS = frozenset((" for ", " of ", " against ", " without "))
_MOTTO_WORDS = frozenset(("Our", "Without", "Not", "Against", "Every"))
_ENDING = re.compile(r"['’](?:[sS]|ll|re|ve|d)$")
_GLUED = re.compile(r"(?<=[a-z]{3})\.(?=[A-Z][a-z])")
_DOTTED = re.compile(r"(?:\w\.)++\w")
_ABBREVIATIONS = word_list("en", "abbreviations_in_names")
_SENTENCE_MARKS = frozenset(".!?:…•*|=/")
_OPENING_QUOTES = frozenset("\"“”„‟«‘'‹")
_SKIPPED = frozenset(" \t\n\u00a0\u202f([{")
_ATTACHED_SUFFIXES = word_list("en", "company_suffixes")
_OF_GAPS = frozenset((" of ", " of the ", " for ", " for the "))
_AND_GAPS = frozenset((" and ", " and the ", " & ", " & the "))
_IN_GAPS = frozenset((" in the ", " on ", " against "))
_NICKNAME_GAPS = {' "': '" ', " “": "” ", " (": ") ", " '": "' ", " ‘": "’ ", " [": "] "}
_BYNAMES = word_list("en", "bynames")
_ALIAS = re.compile(r"[”\"’'] to (?:all|everybody|everyone|most|friends|her|his|their|those|many|the)\b")
"""Words behind what some people call somebody: `“Teddy” to everybody`."""
_OWNED = word_list("en", "owned_nouns")
"""Nouns of organisations that are more often somebody's own: `the President's Order`."""
_CONNECTED_HEADS = frozenset(("of", "for"))


class Word(NamedTuple):
    """A word of a run.

    `text` is without a possessive's ending, `low` the text in lower case without a full stop. `opens` means that a sentence may
    start with it.
    """

    text: str
    start: int
    end: int
    low: str
    opens: bool = False
    possessive: bool = False


def find_runs(text: str) -> list[list[Word]]:
    """Return the runs of capitalised words of a paragraph, in order."""
    words = [word for match in _CAPITALISED.finditer(text) for word in _words(text, match)]
    runs: list[list[Word]] = []
    current: list[Word] = []
    joined = False
    for index, word in enumerate(words):
        following = words[index + 1] if index + 1 < len(words) else None
        if _ALIAS.match(text, word.end) and text[word.start - 1 : word.start] in _OPENING_QUOTES:
            continue
        if current and len(current) < _LONGEST_RUN and _belongs(text, current, word, following, joined):
            joined = joined or text[current[-1].end : word.start].strip() in _CONNECTED_HEADS
            current.append(word)
            continue
        if current:
            runs.append(current)
        current, joined = [word], False
    if current:
        runs.append(current)
    return runs


def _words(text: str, match: re.Match[str]) -> list[Word]:
    """Return the word of a match; two if a full stop without a space joined sentences."""
    start, end = match.span()
    if start and (text[start - 1].isalnum() or text[start - 1] in _WITHIN_WORDS):
        start = _prefix_start(text, start)
        if start < 0:
            return []
    glued = _GLUED.search(match.group()) if "." in match.group() else None
    if glued is None:
        return [_word(text, start, end, opens_sentence(text, start))]
    cut = start + glued.start()
    return [_word(text, start, cut, opens_sentence(text, start)), _word(text, cut + 1, end, True)]


def _prefix_start(text: str, start: int) -> int:
    """Return where the word begins whose capital letter is at `start`; -1 inside a word.

    It begins at the prefix of `al-Amin` or `iPhone`.
    """
    at = start - 1
    while at >= 0 and start - at < 7 and (text[at].isalnum() or text[at] in _WITHIN_WORDS):
        at -= 1
    at += 1
    if at == start or (at and text[at - 1].isalnum()):
        return -1
    if text[at] in "'’-":
        return start if at == start - 1 else -1
    return at if _PREFIX.fullmatch(text, at, start) else -1


def _word(text: str, start: int, end: int, opens: bool) -> Word:
    """Return a word with the full stop that belongs to it, and without a possessive's ending."""
    body = text[start:end]
    following = text[end : end + 2]
    ending = _ENDING.search(body) if len(body) > 2 else None
    possessive = ending is not None
    if ending:
        body, end = body[: ending.start()], start + ending.start()
    elif following in ("' ", "’ ") and body.endswith("s"):
        possessive = True
    elif following[:1] == "." and (len(body) == 1 or body.lower() in _ABBREVIATIONS or _DOTTED.fullmatch(body)):
        body, end = body + ".", end + 1
    return Word(body, start, end, body.lower().rstrip(".").replace("’", "'"), opens, possessive)


def opens_sentence(text: str, start: int) -> bool:
    """Return whether a sentence, a quotation or a line may begin here.

    A capital letter shows nothing then.
    """
    at = start - 1
    while at >= 0 and text[at] in _SKIPPED:
        at -= 1
    if at < 0 or text[at] in _SENTENCE_MARKS:
        return True
    return text[at] in _OPENING_QUOTES and (
        at == 0 or text[at - 1] in " \t\n\u00a0([—–-" or text[at - 1] in _SENTENCE_MARKS or at == start - 1
    )


def _belongs(text: str, run: list[Word], word: Word, following: Word | None, joined: bool) -> bool:
    """Return whether a word continues the name that ends with the run's last word."""
    last = run[-1]
    after = last.end + (
        2 if last.possessive and text[last.end : last.end + 2].lower() in ("'s", "’s") else 1 if last.possessive else 0
    )
    gap = text[after : word.start]
    if len(gap) > 12 or "\n" in gap:
        return False
    if last.possessive:
        if gap != " " or word.low not in ORGANIZATION_HEADS:
            return False
        is_shared = last.low in _GROUP_OWNERS or (last.text.endswith("s") and last.low not in GIVEN_NAMES)
        return (len(run) == 1 and word.low not in _OWNED) or (is_shared and len(run) < _LONGEST_OWNER) or run[0].low == "st"
    if gap in (" ", "\u00a0", "] ", " [", ") ", '" ', "” ", "' ", "’ "):
        if gap not in (" ", "\u00a0"):
            return _closes_nickname(text, run, gap)
        return _follows(text, last, word)
    if (opening := gap.removesuffix("the ")) in _NICKNAME_GAPS:
        return last.low in GIVEN_NAMES and following is not None and _is_nickname(text, word, following, opening)
    if gap == ", ":
        return (
            word.low in _ATTACHED_SUFFIXES
            or word.low in ("jr", "sr", "jnr", "snr")
            or (word.low in SUFFIXES and word.text.isupper())
        )
    if gap in _MOTTO_GAPS and _is_motto(run, word):
        return True
    if gap in _OF_GAPS:
        return _takes_of(run, joined) and word.low not in OPENERS and word.low not in CALENDAR
    if gap == " the ":
        return word.text in _BYNAMES
    if gap in _AND_GAPS:
        return _takes_and(gap, run, word, following, text, joined)
    if gap in _IN_GAPS:
        return joined and run[0].low in OF_HEADS and word.low not in CALENDAR
    between = gap.split(" ")
    if len(between) not in (3, 4) or between[0] or between[-1]:
        return False
    return all(part in PARTICLES for part in between[1:-1]) and _is_namelike(last)


def _is_motto(run: list[Word], word: Word) -> bool:
    """Return whether everyday words with capitals are one name: `Moms for Harbours`, `Voice of Change`."""
    last = run[-1]
    if len(run) > 1 or (last.opens and not last.low.endswith("s")) or last.low in HONORIFICS or last.low in RANKS:
        return False
    return all(part.low in COMMON_WORDS or part.low.removesuffix("s") in COMMON_WORDS for part in (last, word)) and not any(
        part.low in OPENERS or part.low in CALENDAR or part.low in THING_HEADS or part.low in PLACE_HEADS for part in (last, word)
    )


def _follows(text: str, last: Word, word: Word) -> bool:
    if word.opens and not last.text.endswith("."):
        return False
    if last.text.endswith(".") and len(last.text) > 2 and last.low not in HONORIFICS and last.low not in RANKS:
        return (word.low not in OPENERS and not word.opens) or last.low in ("st", "ft", "mt")
    if (last.low in CALENDAR and last.low not in GIVEN_NAMES) or _is_dated(text, last) or _is_dated(text, word):
        return False
    return (
        word.low not in OPENERS
        or word.low in ("i", "will", "may")
        or word.text in _MOTTO_WORDS
        or word.text in ("One", "Two", "Three", "First", "Second", "Day", "Other", "All")
    )


def _is_dated(text: str, word: Word) -> bool:
    """Return whether a word is the day of a date behind a name: `Virginia Saturday, October 19`."""
    return word.low in CALENDAR and (word.low.endswith("day") or text[word.end : word.end + 2].strip(" ,")[:1].isdigit())


def _closes_nickname(text: str, run: list[Word], gap: str) -> bool:
    if gap == " [":
        return run[-1].low in GIVEN_NAMES
    opening = {v: k for k, v in _NICKNAME_GAPS.items()}[gap]
    before = text[max(0, run[-1].start - 5) : run[-1].start].removesuffix("the ")[-1:]
    if gap == "] ":
        return "[" in text[max(0, run[0].start - 1) : run[-1].start]
    return len(run) > 1 and before == opening[-1]


def _is_nickname(text: str, word: Word, following: Word, gap: str) -> bool:
    return text[word.end : following.start] == _NICKNAME_GAPS[gap]


def _takes_of(run: list[Word], joined: bool) -> bool:
    last = run[-1].low
    if last in OF_HEADS or last in RANKS or last in HONORIFICS:
        return True
    first = run[1] if run[0].low == "the" and len(run) > 2 else run[0]
    if len(run) > 1 and first.low in OF_HEADS and last in COMMON_WORDS:
        return True  # Institute for the Study of …
    return joined and last in ORGANIZATION_HEADS


def _takes_and(gap: str, run: list[Word], word: Word, following: Word | None, text: str, joined: bool) -> bool:
    """Return whether `and` is inside one name.

    Examples are `Ministry of Trade and Industry` and `Food and Drug Administration`.
    """
    if word.low in GIVEN_NAMES or word.low in HONORIFICS or word.low in RANKS or word.text in KNOWN_ORGANIZATIONS:
        return False
    if word.low in OPENERS or (
        word.low in OF_HEADS and following is not None and text[word.end : following.start].startswith(" of")
    ):
        return False
    if gap == " & ":
        return True
    if joined:
        return gap == " and " and _goes_on(run, word)
    if following is None or text[word.end : following.start] != " " or following.low not in ORGANIZATION_HEADS:
        return False
    if run[-1].low in COMMON_WORDS and word.low in COMMON_WORDS and run[-1].low not in OPENERS:
        return True
    named = [part for part in run if part.low not in OPENERS]
    if len(named) != 1 or named[0].text.isupper():
        return False
    return text[max(0, named[0].start - 4) : named[0].start].lower() == "the "


def _goes_on(run: list[Word], word: Word) -> bool:
    """Return whether the field of an organisation has a second part: `Ministry of Trade and Industry`."""
    if word.text.isupper() or run[-1].text in PLACES or not any(part.low in OF_HEADS for part in run):
        return False
    return len(run) == 2 or run[-1].low not in ORGANIZATION_HEADS


def _is_namelike(word: Word) -> bool:
    if word.low in FOREIGN_HEADS:
        return True
    return word.low not in ORGANIZATION_HEADS and not word.text.isupper() and word.low not in OPENERS
