"""Find the turns of a transcript or an interview.

They are paragraphs that begin with a speaker's name and a colon. One such paragraph may well be a heading or a caption; several
of the same few names are a conversation.
"""

import re
from collections import Counter
from collections.abc import Collection, Container, Sequence
from itertools import takewhile

from msgspec import Struct

from briefing_tui.text.late_pattern import late_pattern

_LABEL = re.compile(r"[\"“„»«]?(?P<name>[A-ZÀ-Þ][\w.’'-]*(?: [A-ZÀ-Þ][\w.’'-]*){0,3})(?: \([^()\n]{1,40}\))?:\s+(?=\S)")
_NAME = late_pattern(r"(?<![\w’'-])[A-ZÀ-Þ][\w’'-]{1,40}(?: [A-ZÀ-Þ][\w’'-]{1,40}){1,2}")
_ASIDE = late_pattern(r"[\"“]?[(\[][^()\[\]]{1,60}[)\]][.\"”]*$")
_FEWEST_ANSWERS = 2
"""The fewest answers of one person that make a conversation with questions without a label."""
_MARKS = '"“”„»«'


class Turn(Struct, frozen=True):
    """A range of a paragraph, and the full name of who says it."""

    start: int
    end: int
    label: str


def find_turns(
    texts: Sequence[str],
    places: Container[str],
    first_person: frozenset[str],
    questions: Container[int] = (),
    people: Collection[str] = (),
) -> dict[int, Turn]:
    """Return the turns among consecutive paragraphs, by paragraph number.

    An article that is no conversation has none: one needs two speakers, each with two paragraphs. In a conversation in quotation
    marks, the label belongs to the quoted words, and a paragraph that opens with a mark and has no label continues the turn
    before. Without marks, a paragraph between two turns that says "I" or "we" continues the first. An aside in brackets is an
    empty turn. Places are labels of a list (`Ohio: …`).

    Args:
        texts: The paragraphs.
        places: Names of places, as the language writes them.
        first_person: The words that mean "I" and "we", in lower case.
        questions: The numbers of questions without a label: one person answers them.
        people: Full names of people in the article, for whom labels can stand.
    """
    found = {number: match for number, text in enumerate(texts) if (match := _LABEL.match(text))}
    full = _full_names([match["name"] for match in found.values()], texts, people)
    counts = Counter(full[match["name"]] for match in found.values())
    labels = {name for name, count in counts.items() if count > 1 and name not in places}
    answered = sum(full[match["name"]] in labels and number - 1 in questions for number, match in found.items())
    if len(labels) < 2 and (answered < _FEWEST_ANSWERS or not labels):
        return {}
    turns: dict[int, Turn] = {}
    label = ""
    last = max(number for number, match in found.items() if full[match["name"]] in labels)
    for number, text in enumerate(texts):
        match = found.get(number)
        marked = text[:1] in _MARKS
        name = full[match["name"]] if match is not None else ""
        if match is not None and (name in labels or (marked and label)):
            label = name if marked else ""
            turns[number] = Turn(1 if marked else match.end(), _end(text, marked), name)
        elif label and marked and not any(mark in text[1:] for mark in _MARKS):
            turns[number] = Turn(1, 1 if _ASIDE.match(text) else _end(text, marked), label)
        elif number < last and (before := turns.get(number - 1)) and _goes_on(text, first_person):
            turns[number] = Turn(0, _end(text, marked), before.label)
        else:
            label = "" if not _ASIDE.match(text) else label
    return turns


def _goes_on(text: str, first_person: frozenset[str]) -> bool:
    """Return whether a paragraph without a label is said by the speaker of the one before."""
    return not any(mark in text for mark in _MARKS) and not first_person.isdisjoint(text.lower().split())


def _full_names(labels: Sequence[str], texts: Sequence[str], people: Collection[str]) -> dict[str, str]:
    """Return the full name of each label: initials and surnames stand for a longer label, or for a name before the first turn.

    If `people` are known, these are the names.

    `TL` and `Lind` are `Teodor Lind` if nobody else can be meant.
    """
    names = {*labels, *people}
    if not people:
        before = takewhile(lambda text: _LABEL.match(text) is None, texts)
        names.update(name for text in before for name in _NAME.findall(text))
    named = [name for name in names if " " in name]
    full = {}
    for label in labels:
        fitting = {name for name in named if label in (_initials(name), name.rpartition(" ")[2])}
        full[label] = fitting.pop() if " " not in label and len(fitting) == 1 else label
    return full


def _initials(name: str) -> str:
    return "".join(part[0] for part in name.split())


def _end(text: str, marked: bool) -> int:
    words = text.rstrip()
    return len(words.rstrip(_MARKS)) if marked else len(words)
