"""Recognise summary points that the user removed or rewrote.

Their sentence may have changed a little in the source. The file remembers a point by a hash of its words; the words themselves
are in the file's article.
"""

from collections.abc import Callable, Iterable, Sequence

from briefing_tui.contentfile.fingerprints import point_id
from briefing_tui.markdown.inline import clean
from briefing_tui.model.briefing import Briefing, Point, Section

_LIKE = 0.6
"""The share of two sentences' words, in order, from which they are the same sentence."""


Sentences = Callable[[Sequence[Section]], Iterable[str]]
"""Splits an article's text into sentences; given by the caller, because only the analysis knows languages."""


def reworded_points(old: Briefing, new: Briefing, sentences: Sentences) -> dict[str, str]:
    """Find rebuilt points that only reword a point that the user removed or rewrote.

    A sentence that the source still has was not reworded, and a point that the file's article has as it is is no rewording.

    Returns:
        The ids of such points, each with the sentence that the file has.
    """
    base = {name for name, _ in old.built}
    gone = base - {point_id(point.text) for point in old.summary}
    fresh = [point for point in new.summary if point_id(point.text) not in base]
    if not fresh or not any(name.startswith("p-") for name in gone):
        return {}
    before, after = _by_id(sentences(old.sections)), _by_id(sentences(new.sections))
    found: dict[str, str] = {}
    for text in [before[name] for name in before if name in gone and name not in after]:
        likeness, point = max(((_likeness(text, one), one) for one in fresh), key=lambda pair: pair[0])
        if likeness >= _LIKE and point_id(point.text) not in before:
            found[point_id(point.text)] = text
    return found


def _by_id(sentences: Iterable[str]) -> dict[str, str]:
    """Return an article's sentences by the ids that they would have as points."""
    return {point_id(text): text for text in map(clean, sentences)}


def _likeness(text: str, point: Point) -> float:
    from difflib import SequenceMatcher  # for a point that is gone only

    matcher = SequenceMatcher(None, text.split(), point.text.split(), autojunk=False)
    return matcher.ratio() if matcher.real_quick_ratio() >= _LIKE else 0.0
