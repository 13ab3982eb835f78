"""The words of a text for comparison: folded, each with its place."""

import re
import unicodedata

from msgspec import Struct

_APOSTROPHES = str.maketrans(dict.fromkeys("’‘ʼ´`‛′", "'"))
_UNSPACED = "\u0e00-\u0eff\u1000-\u109f\u1780-\u17ff\u2e80-\u9fff\uf900-\ufaff"
"""Scripts that do not separate words by spaces; each of their letters counts as a word."""
_WORD = re.compile(rf"[{_UNSPACED}]|(?:(?![{_UNSPACED}])[^\W_])+(?:'(?:(?![{_UNSPACED}])[^\W_])+)*")


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
    found = list(_WORD.finditer(plain))
    folded = tuple(fold_word(match.group()) for match in found)
    return Words(text, folded, tuple(match.start() for match in found), tuple(match.end() for match in found))


def fold_word(word: str) -> str:
    """Return a word in lower case without accents."""
    low = word.casefold()
    if low.isascii():
        return low
    return "".join(char for char in unicodedata.normalize("NFKD", low) if not unicodedata.combining(char))
