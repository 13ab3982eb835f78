"""Count properties of summary points.

These are their number, length and opening words, cut quotations, and the actors they name.
"""

import re
from collections import Counter
from typing import Any

Json = dict[str, Any]
_MOST_SALIENT = 5
_MOST_WORDS = 45
_LONG_ARTICLE = 12
"""Articles with more paragraphs should have a point from their second half."""
_LEANING = set(
    re.findall(
        r"[\w']+",
        """
he she it they we i you him her them us his hers its their our my your this that these those there here and but or nor so yet
because although though whereas while unless until if however moreover furthermore therefore thus hence also besides instead
meanwhile nevertheless nonetheless otherwise still then too again afterwards consequently accordingly similarly likewise
finally who whom whose which what where why how it's he's she's they're that's there's i'm we're you're
""",
    )
)


def count_points(articles: list[Json], briefings: list[Json]) -> Counter[str]:
    """Count over articles (`{"actors": [{"names", "salience"}]}`) and their briefings.

    For comparison with a plain baseline, the actors of salience 5 are also counted in the article's first sentences, as many as
    there are points.
    """
    counts: Counter[str] = Counter(
        dict.fromkeys(
            ("points", "longer than 45 words", "beginning with a pronoun or a connective", "holding half a quotation"), 0
        )
    )
    for article, briefing in zip(articles, briefings, strict=True):
        points = [point["text"] for point in briefing.get("summary", [])]
        paragraphs = [item["text"] for section in briefing.get("sections", []) for item in section["paragraphs"]]
        _count_form(counts, points)
        _count_places(counts, points, paragraphs)
        _count_named(counts, points, paragraphs, article["actors"])
    return counts


def _count_form(counts: Counter[str], points: list[str]) -> None:
    counts["points"] += len(points)
    counts["articles with fewer than three points"] += len(points) < 3
    counts["articles with more than seven points"] += len(points) > 7
    for point in points:
        counts["longer than 45 words"] += len(point.split()) > _MOST_WORDS
        counts["beginning with a pronoun or a connective"] += _first_word(point) in _LEANING
        counts["holding half a quotation"] += point.count("“") != point.count("”") or point.count('"') % 2 == 1


def _count_places(counts: Counter[str], points: list[str], paragraphs: list[str]) -> None:
    if len(paragraphs) > _LONG_ARTICLE:
        late = " ".join(" ".join(paragraphs[len(paragraphs) // 2 :]).split())
        counts["long articles"] += 1
        counts["long articles without a point of their second half"] += not any(point in late for point in points)


def _count_named(counts: Counter[str], points: list[str], paragraphs: list[str], actors: list[Json]) -> None:
    first = [one for text in paragraphs for one in re.split(r"(?<=[.!?])[”\"]? +(?=[A-Z“\"])", text)][: len(points)]
    for actor in actors:
        if actor["salience"] == _MOST_SALIENT:
            counts["actors of salience 5"] += 1
            counts["of these named by the points"] += _is_named(" ".join(points), actor["names"])
            counts["of these named by as many first sentences"] += _is_named(" ".join(first), actor["names"])


def _first_word(text: str) -> str:
    """Return the first word in lower case, unless it is in capitals ('US', 'WHO')."""
    match = re.search(r"[\w’']+", text)
    word = match.group().replace("’", "'") if match else ""
    return word if len(word) > 1 and word.isupper() else word.lower()


def _is_named(text: str, names: list[str]) -> bool:
    """Return whether a text has one of an actor's names, without its article."""
    forms = {re.sub(r"^(?:the|a|an) ", "", name, flags=re.I) for name in names if any(letter.isupper() for letter in name)}
    return any(re.search(rf"(?<!\w){re.escape(form)}(?!\w)", text) for form in forms if form)
