"""What can be counted of a summary's points: how many, how long, how they begin, what they cut, and whom they name."""

import re
from collections import Counter
from typing import Any

Json = dict[str, Any]
_MOST_SALIENT = 5
_MOST_WORDS = 45
_LONG_ARTICLE = 12
"""Paragraphs above which a point of the second half is asked for."""
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
    """Counts over articles (`{"actors": [{"names", "salience"}]}`) and the briefings built of them; the actors of salience 5
    that the points name stand beside those that as many of the article's first sentences name."""
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
    """The first word in small letters; one in capitals ('US', 'WHO') as it is."""
    match = re.search(r"[\w’']+", text)
    word = match.group().replace("’", "'") if match else ""
    return word if len(word) > 1 and word.isupper() else word.lower()


def _is_named(text: str, names: list[str]) -> bool:
    """Whether a text has one of an actor's names, without its article."""
    forms = {re.sub(r"^(?:the|a|an) ", "", name, flags=re.I) for name in names if any(letter.isupper() for letter in name)}
    return any(re.search(rf"(?<!\w){re.escape(form)}(?!\w)", text) for form in forms if form)
