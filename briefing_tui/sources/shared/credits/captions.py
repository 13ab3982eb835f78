"""Who made a picture, told from its caption's words: a credit in brackets, behind a label, or an agency's name at the end."""

import re

from briefing_tui.languages.picture_words import CAPTION_AGENCIES

_PHOTO = (
    r"(?:cr[ée]dits?\s+photos?|photos?(?:\s+d['’]archives)?|fotos?(?:\s+de\s+archivo)?|(?:archiv|symbol)(?:bild|foto)|dessin)"
)
_LABEL = (
    r"(?:photo(?:graph)?(?:s)?(?:\s+(?:credits?|courtesy))?|images?(?:\s+(?:credits?|source|courtesy))?"
    r"|pictures?(?:\s+credit)?|credits?|source|bild(?:er|quelle|nachweis|rechte)?|quelle|video"
    r"|illustration|graphic|grafik|screenshot|screengrab|file\s+photo|courtesy(?:\s+of)?|copyright"
    rf"|{_PHOTO}|crédits?|crédito|im[aá]gen|fotografía|fuente|immagine|fonte|beeld)"
)
_AGENCIES = sorted(map(re.escape, CAPTION_AGENCIES), key=len, reverse=True)
_AGENCY = rf"(?=\w\w)(?:{'|'.join(_AGENCIES)})".replace(r"\ ", r"\s+")
_BRACKETED = re.compile(r" ?[(\[] ?([^()\[\]]*+(?:\([^()]*+\)[^()\[\]]*+)?)[)\]] ?\.?$")
_IS_CREDIT = re.compile(
    rf"(?:^{_LABEL}\s*(?::|by\b|von\b|,|/|\s[A-Z])|^©|\b{_AGENCY}\b|\bvia\b|/\s?[A-Z]|\bcourtesy\b|\bhandout\b)", re.I
)
_LABELLED = re.compile(
    rf"(?:(?<=[.!?…\"'”’)\]])|(?-i:(?<=[a-zà-ÿ\d])(?=[A-Z©]))|(?<=\s)|^) ?(?:[|•·–—-] ?)?((?:{_LABEL} ?(?::|\bby\b|\bvon\b"
    rf"|,(?= [A-Z])|\|)|©|\(c\)|(?:Photo|Picture|Image|Foto|Bild)s? (?:by|from|via|courtesy|von)\b) ?.{{2,140}})$",
    re.I,
)
_NAMED = rf"(?:[A-ZÀ-Þ](?:(?:\w|[.'’-](?!{_AGENCY}\b)){{1,40}}+[.'’-]?+|[.'’-](?={_AGENCY}\b))|via|for|the|von|de|van)"
_AGENCY_TAIL = re.compile(
    rf"(?:(?<=[.!?…\"'”’)\]:])|(?<=[a-z\d])(?= {_AGENCY})) ?[|•·–—-]? ?((?:{_NAMED} ?(?:[,/] ?)?){{0,6}}?"
    rf"(?:[/,|] ?)?\b{_AGENCY}(?:(?: ?[/,|;&] ?| (?:via|for|und|and) | )[\w.'’ /&-]{{2,60}})?)\.?$"
)
_NAME_SLASH = re.compile(
    r"(?<=[.!?…\"'”’]) ?((?:[A-ZÀ-Þ][\w.'’-]{1,40}+ ){0,3}[A-ZÀ-Þ][\w.'’-]{1,40}+ ?/ ?[A-Z][\w.'’ /&-]{1,60})$"
)
_TWO_NAMES = r"(?-i:[A-ZÀ-Þ][\w.'’-]{0,40}+(?: (?:[A-ZÀ-Þ][\w.'’-]{0,40}+|de|di|von|van|la|du)){1,4})"
_NO_COLON = re.compile(
    rf"(?:(?:(?<=[.!?…\"'”’»)\]])|(?<=[|/–—-])) |(?<=[|(])|^)({_PHOTO}(?: (?:de|di))? {_TWO_NAMES}"
    r"(?: ?[/,] ?[\w.'’& -]{2,40})?)\.?$",
    re.I,
)
"""`Photo Luc Berthier`, `Foto de Luc Berthier`: behind a sentence, and of two names at least."""
_BEFORE_NAMES = re.compile(rf"^{_PHOTO}(?: (?:de|di))? (?={_TWO_NAMES})", re.I)
_STRIP = re.compile(rf"^(?:{_LABEL}\s*(?:(?::|,|\|)\s*|\s(?:by|von)\b:?\s*|\s(?=©))|©\s*|\(c\)\s*|by\s+(?=[A-Z]))++", re.I)
_ENDS = re.compile(r"[.!?…][\"'”’»]?$")
_NAMES = re.compile(r"(?:[A-ZÀ-Þ][\w.'’&-]*(?:\s*[/,]\s*|\s+|$)){1,5}")
_FULL_STOP = re.compile(r"(?<=[a-zß-ÿ]{4})\.$")
"""The full stop of a sentence, and of no abbreviation."""
_COUNT = re.compile(
    r"^(?:\d{1,3}\s*(?:of|/|von)\s*\d{1,3}\s*\|?|open\s+image\s+(?:modal|in\s+gallery)|view\s+image\s+in\s+fullscreen"
    r"|enlarge(?:\s+this)?\s+image|hide\s+caption|toggle\s+caption)\s*",
    re.I,
)
_TAIL = re.compile(r" ?(?:open\s+image\s+modal|hide\s+caption|toggle\s+caption|enlarge\s+image|more\s?[>»])$", re.I)

_AGENCY_NAME = re.compile(rf"\b{_AGENCY}\b")
_MERE_WORDS = re.compile(r"[\w.'’-]++(?:(?: ?[/,] ?| )[\w.'’-]++)*+")
_WORD = re.compile(r"[\w.'’-]+")
_MOST_BRACKETS = 4
_REACH = 400
"""A credit is never longer: it is looked for in so many characters at a caption's end."""


def is_labelled_credit(text: str) -> bool:
    """Whether a line is a credit and nothing else: `Photo: Ann Li/Agency`, `© Ann Li`."""
    return len(text) <= 100 and bool(re.match(rf"(?:[(\[]\s*)?(?:{_LABEL}\s*(?::|\bby\b|\|)|©)\s*\S", text, re.I))


def ends_in_labelled_credit(text: str) -> bool:
    """Whether a line of a caption's length ends with a credit behind its label: `The quay. (Photo: Ann Li)`."""
    if len(text) > _REACH:
        return False
    bracketed = _BRACKETED.search(text)
    said = bracketed[1] if bracketed else text
    return any(found and found[1].strip() for found in (_LABELLED.search(said), _NO_COLON.search(said)))


def bare_credit(text: str) -> str | None:
    """A credit without its label and brackets: `(Photo: Ann Li/Agency)` → `Ann Li/Agency`. None where nothing is left."""
    said = text.strip()
    for _ in range(_MOST_BRACKETS):
        if not _is_bracketed(said):
            break
        said = said[1:-1].strip()
    said = _BEFORE_NAMES.sub("", _STRIP.sub("", said)).strip(" |–—-:;,")
    said = _FULL_STOP.sub("", said)
    return said if re.search(r"\w", said) else None


def _is_bracketed(said: str) -> bool:
    """Whether a pair of brackets holds all of it: none closes, within, before another opens."""
    if len(said) <= 2 or said[0] not in "([" or said[-1] not in ")]":
        return False
    closed = min((at for at in (said.find(")", 1), said.find("]", 1)) if at >= 0), default=len(said))
    return max(said.rfind("("), said.rfind("[")) < closed


def credit_in_alt(alt: str | None) -> str | None:
    """The credit that some pages put at the end of a picture's alt text, behind a label, a © or a bar."""
    found = re.search(rf"[(\[]? ?(?:©|\bFoto:|\bPhoto:|\bImage:|\bCredit:|\|\s*(?={_AGENCY}\s*$)).{{2,80}}$", alt or "")
    return bare_credit(found[0]) if found else None


def without_buttons(text: str) -> str:
    """The words below a picture without what counts, enlarges or hides it."""
    return _TAIL.sub("", _COUNT.sub("", " ".join(text.split())))


def split_caption(text: str) -> tuple[str | None, str | None]:
    """The words below a picture → caption and credit; either may be None. Only brackets and labels are cut."""
    said = without_buttons(text)
    caption, credit = _split(said)
    return (None if caption and is_labelled_credit(caption) and credit else caption), credit


def _split(said: str) -> tuple[str | None, str | None]:
    since = max(0, len(said) - _REACH)
    bracketed, labelled = _BRACKETED.search(said, since), _LABELLED.search(said, since)
    if (
        labelled
        and bracketed
        and labelled.start(1) < bracketed.start()
        and said[labelled.start(1) - 1 : labelled.start(1)] not in ("(", "[")
    ):
        return said[: labelled.start()].rstrip(" |/–—-") or None, bare_credit(labelled[1])
    before = said[: bracketed.start()].rstrip() if bracketed else ""
    if bracketed and (_IS_CREDIT.search(bracketed[1]) or not before or (_ENDS.search(before) and _NAMES.fullmatch(bracketed[1]))):
        return said[: bracketed.start()].rstrip(" |/–—-") or None, bare_credit(bracketed[1])
    tails = (_AGENCY_TAIL,) if _AGENCY_NAME.search(said, since) else ()
    for pattern in (_LABELLED, _NO_COLON, *tails, _NAME_SLASH):
        found = pattern.search(said, since)
        if found and found[1].strip():
            return said[: found.start()].rstrip(" |/–—-") or None, bare_credit(found[1])
    if _is_agencies(said):
        return None, bare_credit(said)
    return said or None, None


def _is_agencies(said: str) -> bool:
    """Whether a caption is an agency's name and a few more, with no words about the picture: `Ann Li/AFP via Getty Images`."""
    if len(said) > 60 or not _MERE_WORDS.fullmatch(said):
        return False
    return any(
        len(_WORD.findall(said[: found.start()])) <= 5 and len(_WORD.findall(said[found.end() :])) <= 4
        for found in _AGENCY_NAME.finditer(said)
    )
