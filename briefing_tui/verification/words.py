"""The words of a text for comparison: folded, each with its place."""

import re
import unicodedata

from msgspec import Struct

from briefing_tui.text.late_pattern import late_pattern
from briefing_tui.text.scripts import UNSPACED

_APOSTROPHES = str.maketrans(dict.fromkeys("’‘ʼ´`‛′", "'"))
_UNSPACED_LETTER = re.compile(f"[{UNSPACED}]")
_WORD = re.compile(r"[^\W_]+(?:'[^\W_]+)*")
_WORD_OR_LETTER = late_pattern(rf"[{UNSPACED}]|(?:(?![{UNSPACED}])[^\W_])+(?:'(?:(?![{UNSPACED}])[^\W_])+)*")


class Words(Struct, frozen=True):
    """The words of a text.

    `folded` has them in lower case without accents, `starts` and `ends` their ranges in the text.
    """

    text: str
    folded: tuple[str, ...]
    starts: tuple[int, ...]
    ends: tuple[int, ...]

    def __len__(self) -> int:
        """Return the number of words."""
        return len(self.folded)

    def slice(self, first: int, last: int) -> str:
        """Return the text from the word `first` to the end of the word before `last`."""
        return self.text[self.starts[first] : self.ends[last - 1]] if first < last else ""


def words_of(text: str) -> Words:
    """Return the words of a text, with apostrophes alike and without marks and accents."""
    plain = text.translate(_APOSTROPHES)
    pattern = _WORD if text.isascii() or not _UNSPACED_LETTER.search(text) else _WORD_OR_LETTER
    found = [match.span() for match in pattern.finditer(plain)]
    if len(low := plain.casefold()) == len(plain):
        folded = [low[start:end] for start, end in found]
    else:
        folded = [plain[start:end].casefold() for start, end in found]
    if not plain.isascii():
        folded = [word if word.isascii() else fold_word(word) for word in folded]
    return Words(text, tuple(folded), tuple(start for start, _ in found), tuple(end for _, end in found))


def fold_word(word: str) -> str:
    """Return a word in lower case without accents."""
    low = word.casefold()
    if low.isascii():
        return low
    return "".join(char for char in unicodedata.normalize("NFKD", low) if not unicodedata.combining(char))
