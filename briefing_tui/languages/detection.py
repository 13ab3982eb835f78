"""What language a text is in, told by its commonest words; for the gate before rules that know English alone."""

import re
from collections import Counter
from collections.abc import Iterable

_COMMON = {
    "en": "the of and to in a is that for on was with as it at by be from are have has he his they this which said not but who",
    "de": "der die das und in zu den mit von ist nicht ein eine auf für im sich dem des auch als es an werden aus hat sie wie",
    "fr": "le la les de des et à un une du en est dans que qui pour pas sur au par plus ne ce il avec sont se a été",
    "es": "el la los las de y que en un una por con para es del se no su al lo como más fue ha este sus",
    "it": "il la le di e che un una in per è con del della i non si al dei sono da ha gli più come nel",
    "nl": "de het een en van in is dat op te voor met niet zijn aan er die ook door naar bij uit om heeft",
    "pt": "o a os as de e que em um uma do da para com não por no na se mais foi ao dos é como",
    "pl": "i w na z do nie się że jest to po o jak za od ale przez który dla są był",
    "sv": "och i att det som en på är av för med den till inte har de ett om var han",
    "da": "og i at det er en til på som de med for af den ikke der har et han",
    "id": "yang dan di dari untuk dengan ini itu pada tidak dalam akan kepada oleh juga ke",
    "tr": "ve bir bu için ile da de olarak daha çok olan gibi sonra ne kadar",
}  # fmt: skip
_SETS = {language: frozenset(words.split()) for language, words in _COMMON.items()}
_WORD = re.compile(r"[^\W\d_]+")
_LOOKED_AT = 1_500
_LEAST_SHARE = 0.12


def language_of(texts: Iterable[str]) -> str | None:
    """The language of some texts, as an ISO 639-1 code; None where its common words are none that are known here."""
    words: list[str] = []
    for text in texts:
        words += (found[0] for found in _WORD.finditer(text.lower()))
        if len(words) > _LOOKED_AT:
            break
    if len(words) < 8:
        return None
    seen = Counter(words)
    counts = Counter({language: sum(seen[word] for word in known & seen.keys()) for language, known in _SETS.items()})
    (best, most), (_, second) = counts.most_common(2)
    return best if most >= _LEAST_SHARE * len(words) and most > second else None
