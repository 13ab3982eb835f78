"""The words of a quotation, and where it shows that some were left out."""

from bisect import bisect_left
from itertools import pairwise

from msgspec import Struct

from briefing_tui.text.late_pattern import late_pattern
from briefing_tui.verification.words import Words, words_of

_OPEN_CHANGE = late_pattern(
    r"\[(?P<letter>\w)\](?=\w)"
    r"|(?P<ellipsis>[\[(]? ?(?:…|\. ?\. ?\.(?: ?\.)?) ?[\])]?)"
    r"|\[[^\[\]]{0,300}\]"
)


class QuotedWords(Struct, frozen=True):
    """The words of a quotation, without those in brackets.

    `gaps` are the indices of the words before which there is an ellipsis (true) or only a bracket (false).
    """

    words: Words
    gaps: dict[int, bool]

    @property
    def folded(self) -> tuple[str, ...]:
        """The words as they are compared."""
        return self.words.folded

    def pieces(self) -> list[tuple[int, int]]:
        """Return the ranges of words between gaps."""
        ends = [0, *sorted(gap for gap in self.gaps if 0 < gap < len(self.words)), len(self.words)]
        return [(first, last) for first, last in pairwise(ends) if first < last]


def quoted_words(text: str, brackets: bool = True) -> QuotedWords:
    """Read the words of a quotation.

    A letter in brackets counts as a letter (`[W]e`), other brackets as a gap, and a word that they change as a part of them
    (`want[ed]`). Without `brackets`, what is in them counts as words, as for articles that have brackets themselves.
    """
    masked: list[str] = []
    marks: list[tuple[int, bool]] = []
    at = 0
    for match in _OPEN_CHANGE.finditer(text):
        start, end = match.span()
        if match["letter"]:
            masked += [text[at:start], "  ", match["letter"]]
        elif match["ellipsis"] or brackets:
            while start > at and not match["ellipsis"] and text[start - 1].isalnum():
                start -= 1
            while end < len(text) and not match["ellipsis"] and text[end].isalnum():
                end += 1
            masked += [text[at:start], " " * (end - start)]
            marks.append((start, bool(match["ellipsis"])))
        else:
            masked.append(text[at:end])
        at = end
    words = words_of("".join((*masked, text[at:])))
    gaps: dict[int, bool] = {}
    for start, is_ellipsis in marks:
        index = bisect_left(words.starts, start)
        gaps[index] = is_ellipsis or gaps.get(index, False)
    return QuotedWords(words, gaps)
