"""Find the credit in a line that may be a caption, a credit, or neither.

The credit may be behind a label (`Photo: A. Name/Agency`), in parentheses, behind a bar, a dash or the caption's full stop, or
glued to the caption's last word by a page whose markup had no space there; then the change of case shows where it begins.
"""

import re
from typing import NamedTuple

from briefing_tui.languages import byline_words as people
from briefing_tui.languages import picture_words as pictures
from briefing_tui.languages.agencies import AGENCIES, WEAK_AGENCIES
from briefing_tui.languages.words import all_words, phrases
from briefing_tui.text.late_pattern import late_pattern

_UPPER = "A-ZÀ-ÖØ-Þ"
_LOWER = "a-zà-öø-ÿ"
_OPEN = r"(?P<open>[(\[|•·–—-]\s?)?"
_LABEL = late_pattern(
    rf"{_OPEN}(?:(?<![\w-])|(?<=[{_LOWER}0-9.!?…”’\"'»)])|(?<=[A-Z]{{2}}))"
    rf"(?P<word>(?:{pictures.CREDIT_WORDS})"
    rf"(?:[ /-]?{phrases('credit_words_behind')})?)\s?"
    r"(?:[:©]|(?<=[Bb]y)\s|(?<=BY)\s|(?<=[Cc]redit)\s(?=[A-Z])|(?<=[a-z.!?”\"]Credit)(?=[A-Z][a-z.]))\s*"
)
_PHRASE = late_pattern(
    rf"{_OPEN}(?:(?<![\w-])|(?<=[a-z0-9.!?…”’\"')]))"
    r"(?:(?:(?:[Pp]hoto(?:graph)?s?|[Ii]mages?|[Pp]ictures?|[Ii]llustrations?) (?:is |are )?"
    r"(?:by|courtesy of|courtesy|from|via|provided by|supplied by)"
    r"|[Cc]ourtesy(?: of|:)?|[Ff]oto(?:s)? von|[Bb]ild von|\([Cc]\)) ?(?=[A-Z@\"“„»0-9])|© ?(?=[\w@\"“„»]))"
)
_FIRST_WORDS = frozenset(agency.replace("-", " ").split(" ")[0] for agency in AGENCIES)
_CAPITALS = late_pattern(rf"[A-ZÀ-Þ][^\W_]*|(?<![^\W_])(?:{'|'.join(sorted(word for word in _FIRST_WORDS if word.islower()))})")
_SLASHED = late_pattern(
    rf"(?:(?:^|(?<=[.!?…”\"»’a-zß-ÿ)]) ?)\((?=[^()]{{4,80}}\)$)|^|(?<=[.!?…”\"»])\s|\|\s)"
    rf"(?P<credit>[{_UPPER}][\w.’'-]+(?: [{_UPPER}][\w.’'-]*){{1,3}} ?/ ?"
    rf"[{_UPPER}][\w.’'&-]*(?:[ /][{_UPPER}][\w.’'&-]*){{0,4}})\)?$"
)
"""`A. Name/Agency` of an unlisted agency: in parentheses, alone, or behind a sentence."""
_NAMED = late_pattern(rf"(?<=[.!?”\"’]) \((?P<credit>[{_UPPER}][\w.’'&-]*(?: [{_UPPER}&][\w.’'&-]*){{0,4}})\)$")
"""An unlisted name in parentheses behind a caption's sentence."""
_GLUE = late_pattern(rf"[{_LOWER}0-9.!?…”’\"'»)](?=[{_UPPER}])")
_CREDIT_TOKEN = late_pattern(
    rf"(?:[{_UPPER}©@0-9][\w.’'&@-]*|{phrases('credit_small_words')}|{phrases('agency_words')}|&|/|\||-|–|,|;|\+)"
    r"[,;)]?(?:/[\w.’'&@ -]*+)*+$"
)
_SIGN = re.compile(r"[:©]|hoto|[Ii]mage|IMAGE|ourtesy|icture|llustration|oto |redit|\([cC]\)|ild | by |BY ")
"""Characters of labels: a line with none of them has no label."""
_SENTENCE = late_pattern(rf"\w{{5}}[.!?] [{_LOWER}]|\w{{4}}[.!?] {phrases('sentence_openers')} ")
_SMALL = all_words("credit_lower_words")
_PREFIXES = ("Mc", "Mac", "De", "Le", "La", "Di", "Van")
_AGENCIES = "|".join(sorted(map(re.escape, AGENCIES), key=len, reverse=True))
_AGENCY = late_pattern(rf"(?:(?<![\w-])|(?<=[{_LOWER}0-9]))(?:{_AGENCIES})(?![\w’'])")
_LONGEST = 700
_TAIL = 120


class Credited(NamedTuple):
    """A caption and its credit. `caption` is None if the line is only a credit.

    `sure` means that a label or a picture library names the credit.
    """

    caption: str | None
    credit: str
    sure: bool


def credit_in_line(text: str) -> Credited | None:
    """Return caption and credit of a line; None if it has no credit.

    Takes linear time, and looks only at the last 120 characters.
    """
    if len(text) > _LONGEST or len(text) < 2:
        return None
    start = max(0, len(text) - _TAIL)
    tail = text[start:]
    found = None
    if _SIGN.search(tail):
        found = _labelled(tail)
    if not found and (tail[-1] not in '.!?…"”“»’' or "/" in tail[-60:]):
        found = _agency_tail(tail)
    if not found:
        return None
    cut, credit, sure = found
    caption = text[: start + cut].rstrip(" |([–—-•·,;").strip()
    credit = _clean(credit)
    if not credit or not any(char.isalpha() for char in credit):
        return None
    repeated = credit_in_line(caption) if caption and len(caption) < 100 else None
    if repeated and repeated.caption is None:
        caption = ""
    if caption and not any(char.isalnum() for char in caption):
        caption = ""
    half = len(caption) // 2
    if len(caption) % 2 and caption[half] == " " and caption[:half] == caption[half + 1 :]:
        caption = caption[:half]
    caption = caption.removeprefix(": ")
    return Credited(caption or None, credit, sure)


def _labelled(tail: str) -> tuple[int, str, bool] | None:
    """Return where the last label begins, the credit behind it, and whether it is sure."""
    last = None
    for pattern in (_LABEL, _PHRASE):
        for match in pattern.finditer(tail):
            last = match
        if last:
            break
    if not last:
        return None
    # In `(Image credit: A)` behind `Image: B`, and in `Photo: Image: A`, the outer label belongs to the inner one.
    rest = tail[last.end() :]
    if len(rest) > 100 or not _reads_like_credit(rest, bool(last["open"])):
        return None
    is_label = "word" in last.re.groupindex
    sure = is_label or bool(last["open"]) or (last[0][0] == "©" and not rest[0].isdigit())
    if not sure and last.start() and not _is_boundary(tail[: last.start()]):
        return None
    credit = rest
    if not is_label and last[0].lstrip("([|•·–— -").lower().startswith("courtesy"):
        credit = last[0].lstrip("([|•·–— -") + rest
    return last.start(), credit, sure


def _reads_like_credit(rest: str, opened: bool) -> bool:
    """Return whether words are names, as in a credit, and no sentence."""
    rest = rest.strip()
    body = rest.rstrip(")].")
    if not body or body.count(" ") > 12:
        return False
    if _SENTENCE.search(body):
        return False
    tokens = body.split()
    lower = sum(token[0].islower() and token not in _SMALL for token in tokens)
    return lower <= max(1, len(tokens) // 3) or (opened and lower <= len(tokens) // 2)


def _is_boundary(before: str) -> bool:
    """Return whether a credit may begin behind these words.

    It may at the end of their sentence, behind a bar, or glued on.
    """
    if not before.strip():
        return True
    if before[-1] != " ":
        return True
    return before.rstrip()[-1] in ".!?…”\"»’')|–—-("


def _agency_tail(tail: str) -> tuple[int, str, bool] | None:
    """Return where a credit without a label begins, its words, and whether it is sure.

    It holds an agency's name, and nothing but names on both sides of it.
    """
    matches = [] if _FIRST_WORDS.isdisjoint(_CAPITALS.findall(tail)) else list(_AGENCY.finditer(tail))
    if not matches:
        slashed = _SLASHED.search(tail) if "/" in tail else None
        if slashed:
            return slashed.start(), slashed["credit"], True
        named = _NAMED.search(tail) if tail[-1] == ")" else None
        return (named.start(), named["credit"], False) if named else None
    if tail.endswith(")"):
        opened = tail.rfind("(")
        if opened >= 0 and matches[-1].start() > opened:
            inner = tail[opened + 1 : -1]
            return (opened, inner, "/" in inner or matches[-1][0] not in WEAK_AGENCIES) if _names_only(inner) else None
    first = next((match for match in matches if _names_only(tail[match.start() :])), None)
    if first is None:
        return None
    start = _back_over_names(tail, first.start())
    before, credit = tail[:start], tail[start:]
    strong = "/" in credit or any(match[0] not in WEAK_AGENCIES for match in matches if match.start() >= start)
    if not before.strip():
        return start, credit, True
    if before[-1] != " ":
        return start, credit, True
    stripped = before.rstrip()
    if stripped[-1] in '.!?…”"»|–—(':
        return start, credit, strong
    return (start, credit, False) if strong else None


def _names_only(text: str) -> bool:
    tokens = text.rstrip(" .)").replace("/", " / ").replace(",", " , ").split()
    return len(tokens) <= 14 and all(_CREDIT_TOKEN.match(token) for token in tokens)


def _back_over_names(tail: str, start: int) -> int:
    """Return where a credit begins whose agency is at `start`.

    Names before it belong to it: `A. Name/`, `A. Name / `, `A. Name via `, `A. Name for `.
    """
    while start > 0:
        before = tail[:start]
        stripped = before.rstrip()
        if not stripped:
            return 0
        glued = before[-1] != " "
        if stripped.endswith(("/", "|")) or re.search(r"(?:^|\s)(?:via|for|by|by the)$", stripped[-8:]):
            joint = len(stripped) - 1 if stripped[-1] in "/|" else stripped.rfind(" ") if " " in stripped else 0
            if stripped[-1] == "|":
                return len(stripped)
            name = _name_before(tail[:joint].rstrip())
            if name == len(tail[:joint].rstrip()):
                return start
            start = name
            continue
        if glued and re.search(r"[A-ZÀ-ÖØ-Þ][\w.’'-]{0,28}-$", stripped[-30:]):
            return start
        return start
    return start


def _name_before(text: str) -> int:
    """Return where the name at the end of the text begins.

    It has up to four capitalised words, the first of which may be glued to the caption.
    """
    start, count = len(text), 0
    while count < 4:
        space = text.rfind(" ", 0, start)
        word = text[space + 1 : start]
        if not word:
            break
        glued = _glued_at(word)
        if glued:
            return space + 1 + glued
        if not word[0].isupper() and word not in people.NAME_PARTICLES:
            break
        if space >= 0 and word[-1] in ".!?" and len(word) > 3 and count:
            break
        start = max(space, 0)
        count += 1
        if space < 0:
            return 0
        if text[:start].rstrip()[-1:] in '.!?…”"»|–—(':
            return start + 1
    return min(start + 1, len(text)) if count else len(text)


def _glued_at(word: str) -> int:
    """Return where a credit glued to a caption's last word begins (`kommen.Name`); 0 if there is none."""
    ends = [found.end() for found in _GLUE.finditer(word)]
    if not ends:
        return 0
    before = word[: ends[-1]]
    if before.endswith((".", "!", "?")):
        return ends[-1] if len(before) > 3 else 0
    return 0 if before.endswith(("’", "'")) or before in _PREFIXES else ends[-1]


def _clean(credit: str) -> str:
    credit = credit.strip(" |–—-•·([")
    closed = credit.find(")")
    if closed > 0 and credit.count(")") > credit.count("("):
        credit = credit[:closed]
    if credit.count("(") < credit.count(")"):
        credit = credit.rstrip(" .").removesuffix(")")
    credit = credit.rstrip("]|,; ").strip()
    return credit[:-1] if credit.endswith(".") and not re.search(r"\b[A-Z]\.$|\bInc\.$|\bCo\.$|\bLtd\.$", credit) else credit
