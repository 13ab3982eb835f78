"""Find the credit in a caption, the words below a picture.

It is in brackets, behind a label, or an agency's name at the end. Lines that may be no caption at all have their own, stricter
rules (`credits.lines`).
"""

import re

from briefing_tui.languages.agencies import CAPTION_AGENCIES
from briefing_tui.languages.words import phrases
from briefing_tui.text.late_pattern import late_pattern

_PHOTO = phrases("photo_labels").replace(r"\ ", r"\s+")
_LABEL = rf"(?:{phrases('credit_labels')}|{_PHOTO})".replace(r"\ ", r"\s+")
_BY, _OF = phrases("credit_by_words"), phrases("photo_of_words")
_PHOTO_BY = rf"{phrases('photo_nouns')}s? {phrases('photo_by_words')}"
_AGENCIES = sorted(map(re.escape, CAPTION_AGENCIES), key=len, reverse=True)
_AGENCY = rf"(?=\w\w)(?:{'|'.join(_AGENCIES)})".replace(r"\ ", r"\s+")
_BRACKETED = re.compile(r" ?[(\[（] ?([^()\[\]（）]*+(?:\([^()]*+\)[^()\[\]（）]*+)?)[)\]）] ?\.?$")
_IS_CREDIT = late_pattern(
    rf"(?:^{_LABEL}\s*(?::|{_BY}\b|,|/|\s[A-Z]|(?<=\.)\w)|^©|\b{_AGENCY}\b|\bvia\b|/\s?[A-Z]|\bcourtesy\b|\bhandout\b)", re.I
)
_LABELLED = re.compile(
    rf"(?:(?<=[.!?…\"'”’)\]])|(?-i:(?<=[a-zà-ÿ\d])(?=[A-Z©]))|(?<=\s)|^) ?(?:[|•·–—-] ?)?((?:{_LABEL} ?(?::|\b{_BY}\b"
    rf"|,(?= [A-Z])|\|)|©|\(c\)|{_PHOTO_BY}\b) ?.{{2,140}})$",
    re.I,
)
_EASTERN = "぀-ヿ一-鿿가-힣"
"""Letters of Chinese, Japanese and Korean."""
_NAMED = rf"(?:[A-ZÀ-Þ](?:(?:\w|[.'’-](?!{_AGENCY}\b)){{1,40}}+[.'’-]?+|[.'’-](?={_AGENCY}\b))|{phrases('credit_name_words')})"
_AGENCY_TAIL = late_pattern(
    rf"(?:(?<=[.!?…\"'”’)\]:])|(?<=[a-z\d])(?= {_AGENCY})) ?[|•·–—-]? ?((?:{_NAMED} ?(?:[,/] ?)?){{0,6}}?"
    rf"(?:[/,|] ?)?\b{_AGENCY}(?:(?: ?[/,|;&] ?| {phrases('agency_joiners')} | )[\w.'’ /&-]{{2,60}})?)\.?$"
)
_NAME_SLASH = late_pattern(
    r"(?<=[.!?…\"'”’]) ?((?:[A-ZÀ-Þ][\w.'’-]{1,40}+ ){0,3}[A-ZÀ-Þ][\w.'’-]{1,40}+ ?/ ?[A-Z][\w.'’ /&-]{1,60})$"
)
_TWO_NAMES = rf"(?-i:[A-ZÀ-Þ][\w.'’-]{{0,40}}+(?: (?:[A-ZÀ-Þ][\w.'’-]{{0,40}}+|{phrases('photographer_particles')})){{1,4}})"
_NO_COLON = re.compile(
    rf"(?:(?:(?<=[.!?…\"'”’»)\]])|(?<=[|/–—-])) |(?<=[|(])|^)({_PHOTO}(?: {_OF})? {_TWO_NAMES}"
    r"(?: ?[/,] ?[\w.'’& -]{2,40})?)\.?$",
    re.I,
)
"""`Photo Luc Berthier`, `Foto de Luc Berthier`: behind a sentence, and with two names at least."""
_BEFORE_NAMES = late_pattern(rf"^{_PHOTO}(?: {_OF})? (?={_TWO_NAMES})", re.I)
_TAKEN_BY = late_pattern(rf"[（(]([^（）()]{{1,30}}?){phrases('credit_words_at_end')}[）)]$")
"""A credit in Chinese or Japanese brackets, with the word for taking or giving a picture behind the name."""
_BEFORE_AGENCY = late_pattern(rf"(?<=[.!?…\"”’»]) ({_TWO_NAMES})$")
"""The photographer before an agency in brackets, behind a sentence: `The quay. Ann Li (Reuters)`."""
_STRIP = late_pattern(rf"^(?:{_LABEL}\s*(?:(?::|,|\|)\s*|\s{_BY}\b:?\s*|\s(?=©))|©\s*|\(c\)\s*|by\s+(?=[A-Z]))++", re.I)
_UNSPACED = late_pattern(
    rf"(?:(?<=\s)|(?<=[{_EASTERN}.。」』】）)])|^)[（(\[［【/▲| ]{{0,3}}"
    rf"(?:{phrases('credit_labels_without_blanks')}\s?[:：=＝/|]|ⓒ|[（(][CcＣ][)）])"
    r"\s?([^:：=＝。]{2,60}?)[）)\]］】]?\.?$"
)
"""A credit of Chinese, Japanese or Korean, which set no blank before its label: `埠頭（Ｃ）共同通信社`, `[사진=연합뉴스]`."""
_BEHIND_NAMES = late_pattern(
    rf"(?:(?<=[.!?…\"”’»)])|(?<=[/|–—-])|(?<=\s(?=\())|^) ?\(?((?:[^\W\d_a-zß-ÿ](?:\.|[\w'’&-]{{0,40}}+)(?: ?/ ?| )){{1,5}})"
    rf"{phrases('credit_words_behind_names')}\)?$"
)
"""Names before the word for a picture: `The quay. Ann Li nuotr.`."""
_ENDS = late_pattern(r"[.!?…][\"'”’»]?$")
_NAMES = late_pattern(r"(?:[A-ZÀ-Þ][\w.'’&-]*(?:\s*[/,]\s*|\s+|$)){1,5}")
_FULL_STOP = re.compile(r"(?<=[a-zß-ÿ]{4})\.$")
"""The full stop of a sentence, not of an abbreviation."""
_COUNT = re.compile(
    rf"^(?:\d{{1,3}}\s*(?:/|{phrases('of_words')})\s*\d{{1,3}}\s*\|?|{phrases('caption_buttons')})\s*".replace(r"\ ", r"\s+"),
    re.I,
)
_TAIL = re.compile(" ?" + phrases("caption_end_buttons").replace(r"\ ", r"\s+") + "$", re.I)

_AGENCY_NAME = late_pattern(rf"\b{_AGENCY}\b")
_MERE_WORDS = late_pattern(r"[\w.'’-]++(?:(?: ?[/,] ?| )[\w.'’-]++)*+")
_WORD = re.compile(r"[\w.'’-]+")
_MOST_BRACKETS = 4
_REACH = 400
"""The characters at a caption's end in which a credit is looked for: none is longer."""


def is_labelled_credit(text: str) -> bool:
    """Return whether a line is only a credit: `Photo: Ann Li/Agency`, `© Ann Li`."""
    return len(text) <= 100 and bool(re.match(rf"(?:[(\[]\s*)?(?:{_LABEL}\s*(?::|\bby\b|\|)|©)\s*\S", text, re.I))


def ends_in_labelled_credit(text: str) -> bool:
    """Return whether a caption ends with a labelled credit: `The quay. (Photo: Ann Li)`."""
    if len(text) > _REACH:
        return False
    bracketed = _BRACKETED.search(text)
    words = bracketed[1] if bracketed else text
    return any(found and found[1].strip() for found in (_LABELLED.search(words), _NO_COLON.search(words)))


def bare_credit(text: str) -> str | None:
    """Return a credit without label and brackets; None if nothing is left.

    `(Photo: Ann Li/Agency)` becomes `Ann Li/Agency`.
    """
    words = text.strip()
    for _ in range(_MOST_BRACKETS):
        if not _is_bracketed(words):
            break
        words = words[1:-1].strip()
    words = _BEFORE_NAMES.sub("", _STRIP.sub("", words)).strip(" |–—-:;,")
    words = _FULL_STOP.sub("", words)
    return words if re.search(r"\w", words) else None


def _is_bracketed(words: str) -> bool:
    """Return whether one pair of brackets encloses the whole text."""
    if len(words) <= 2 or words[0] not in "([" or words[-1] not in ")]":
        return False
    closed = min((at for at in (words.find(")", 1), words.find("]", 1)) if at >= 0), default=len(words))
    return max(words.rfind("("), words.rfind("[")) < closed


def credit_in_alt(alt: str | None) -> str | None:
    """Return the credit at the end of an alternative text; None without one.

    It is behind a label, a © or a bar.
    """
    found = re.search(rf"[(\[]? ?(?:©|\b{phrases('alt_credit_labels')}|\|\s*(?={_AGENCY}\s*$)).{{2,80}}$", alt or "")
    return bare_credit(found[0]) if found else None


def without_buttons(text: str) -> str:
    """Return the words below a picture without counters and buttons to enlarge or hide it."""
    return _TAIL.sub("", _COUNT.sub("", " ".join(text.split())))


def split_caption(text: str) -> tuple[str | None, str | None]:
    """Return caption and credit of the words below a picture; either may be None.

    Only brackets and labels are left out.
    """
    words = without_buttons(text)
    caption, credit = _split(words)
    return (None if caption and is_labelled_credit(caption) and credit else caption), credit


def _split(words: str) -> tuple[str | None, str | None]:
    since = max(0, len(words) - _REACH)
    for pattern in (_UNSPACED, _BEHIND_NAMES):
        if found := pattern.search(words, since):
            return words[: found.start()].rstrip(" /|–—-▲") or None, found[1].strip(" /|")
    if taken := _TAKEN_BY.search(words, since):
        return words[: taken.start()].rstrip() or None, taken[1]
    bracketed, labelled = _BRACKETED.search(words, since), _LABELLED.search(words, since)
    if (
        labelled
        and bracketed
        and labelled.start(1) < bracketed.start()
        and words[labelled.start(1) - 1 : labelled.start(1)] not in ("(", "[")
    ):
        return words[: labelled.start()].rstrip(" |/–—-") or None, bare_credit(labelled[1])
    before = words[: bracketed.start()].rstrip() if bracketed else ""
    if bracketed and (named := _BEFORE_AGENCY.search(before)) and _AGENCY_NAME.search(bracketed[1]):
        return before[: named.start()].rstrip() or None, f"{named[1]} ({bracketed[1]})"
    if bracketed and (_IS_CREDIT.search(bracketed[1]) or not before or (_ENDS.search(before) and _NAMES.fullmatch(bracketed[1]))):
        return words[: bracketed.start()].rstrip(" |/–—-") or None, bare_credit(bracketed[1])
    tails = (_AGENCY_TAIL,) if _AGENCY_NAME.search(words, since) else ()
    for pattern in (_LABELLED, _NO_COLON, *tails, _NAME_SLASH):
        found = pattern.search(words, since)
        if found and found[1].strip():
            return words[: found.start()].rstrip(" |/–—-") or None, bare_credit(found[1])
    if _is_agencies(words):
        return None, bare_credit(words)
    return words or None, None


def _is_agencies(words: str) -> bool:
    """Return whether a caption is only an agency's name and a few more: `Ann Li/AFP via Getty Images`."""
    if len(words) > 60 or not _MERE_WORDS.fullmatch(words):
        return False
    return any(
        len(_WORD.findall(words[: found.start()])) <= 5 and len(_WORD.findall(words[found.end() :])) <= 4
        for found in _AGENCY_NAME.finditer(words)
    )
