"""Say in plain words why a line has its label."""

from functools import cache

from briefing_tui.sources.plain.labels.labeller import LineLabels

_NEIGHBOURS = "the lines around it"
_KINDS = {
    "again": "its repetition",
    "case": "its capitals",
    "cred": "the credit in it",
    "hint": "words of captions",
    "in": "its place on the page",
    "order": "its words",
    "promo": "words of offers",
    "upper": "its capitals",
    "w": "its words",
    "W": "its words",
    "V": "its words",
    "T": "its distance from the title",
    "o": "how many of its words the article has",
    "O": "how many of its words the title has",
    "n": "the words around it",
    "N": "furniture around it",
    "E": "where comments begin",
    "x": "its length",
    "l": "its length",
    "f": "how it begins and ends",
    "e": "how it ends",
    "c": "its capitals",
    "h": "its signs",
    "g": "blank lines",
    "G": "blank lines",
    "u": "blank lines",
    "y": "blank lines",
    "i": "its indent",
    "S": "lines like it",
    "Q": "lines like it",
    "p": "its distance from paragraphs",
    "D": "its distance from paragraphs",
    "U": "its distance from paragraphs",
    "M": "its place on the page",
    "a": "its place on the page",
    "z": "its place on the page",
    "R": "its place on the page",
    "r": "its repetition",
    "s": "what it looks like",
    "q": "what it looks like",
    "v": "its length",
    "b": "its place under the title",
    "j": _NEIGHBOURS,
    "J": _NEIGHBOURS,
    "t": _NEIGHBOURS,
    "k": _NEIGHBOURS,
}
"""What a kind of feature is about, by what its names begin with; longer beginnings first."""
_MOST = 2


def reason(labels: LineLabels, index: int, label: str) -> str:
    """Return why a line has a label.

    It is what the features that weighed most for it are about.
    """
    if index not in labels.near:
        return "far from the article"
    weights = labels.weights
    place, count = weights.labels.index(label), len(weights.labels)
    sums: dict[str, float] = {}
    for name in labels.names(index):
        if own := weights.of(name):
            about = _about(name)
            sums[about] = sums.get(about, 0.0) + own[place] - sum(own) / count
    best = sorted(sums, key=lambda about: -sums[about])[:_MOST]
    return "not the article's, by " + " and ".join(best) if best else "not the article's"


@cache
def _about(name: str) -> str:
    if name[0] in "-12":
        return _NEIGHBOURS
    name = name.removeprefix("0")
    return next(about for start, about in _KINDS.items() if name.startswith(start))
