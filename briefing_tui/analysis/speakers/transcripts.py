"""Find the turns of a transcript or an interview.

They are paragraphs that begin with a speaker's name and a colon. One such paragraph may well be a heading or a caption; several
of the same few names are a conversation.
"""

import re
from collections import Counter
from collections.abc import Sequence

from msgspec import Struct

from briefing_tui.languages.english_names import PLACES
from briefing_tui.text.late_pattern import late_pattern

_LABEL = re.compile(r"[\"“]?(?P<name>[A-ZÀ-Þ][\w.’'-]*(?: [A-ZÀ-Þ][\w.’'-]*){0,3})(?: \([^()\n]{1,40}\))?:\s+(?=\S)")
_ASIDE = late_pattern(r"[\"“]?[(\[][^()\[\]]{1,60}[)\]][.\"”]*$")
_MARKS = '"“”'


class Turn(Struct, frozen=True):
    """The words of one speaker in a paragraph: their range, and the label's name."""

    start: int
    end: int
    label: str


def find_turns(texts: Sequence[str]) -> dict[int, Turn]:
    """Return the turns among consecutive paragraphs, by paragraph number.

    An article that is no conversation has none: one needs two speakers, each with two paragraphs. In a conversation in quotation
    marks, the label belongs to the quoted words, and a paragraph that opens with a mark and has no label continues the turn before.
    An aside in brackets is an empty turn. Places are labels of a list (`Ohio: …`).
    """
    found = {number: match for number, text in enumerate(texts) if (match := _LABEL.match(text))}
    counts = Counter(match["name"] for match in found.values())
    labels = {name for name, count in counts.items() if count > 1 and name not in PLACES}
    if len(labels) < 2:
        return {}
    turns: dict[int, Turn] = {}
    label = ""
    for number, text in enumerate(texts):
        match = found.get(number)
        marked = text[:1] in _MARKS
        if match is not None and (match["name"] in labels or (marked and label)):
            label = match["name"] if marked else ""
            turns[number] = Turn(1 if marked else match.end(), _end(text, marked), match["name"])
        elif label and marked and not any(mark in text[1:] for mark in _MARKS):
            turns[number] = Turn(1, 1 if _ASIDE.match(text) else _end(text, marked), label)
        else:
            label = "" if not _ASIDE.match(text) else label
    return turns


def _end(text: str, marked: bool) -> int:
    words = text.rstrip()
    return len(words.rstrip(_MARKS)) if marked else len(words)
