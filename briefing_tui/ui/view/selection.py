"""A selection in the article, moved by keys: two positions and the text between them."""

from collections.abc import Sequence

from msgspec import Struct
from msgspec.structs import replace

from briefing_tui.text.late_pattern import late_pattern
from briefing_tui.ui.text.layout import Block
from briefing_tui.ui.text.wrapping import is_narrow, signs

Position = tuple[int, int]
_WORD = late_pattern(r"\w++(?:['’\-]\w++)*+")


class Selection(Struct, frozen=True):
    """The text from `anchor` to `head`, which moves.

    Both are (block, offset); the later character is included.
    """

    anchor: Position
    head: Position

    def to(self, head: Position) -> "Selection":
        """Return the selection with another moving end."""
        return replace(self, head=head)

    @property
    def ends(self) -> tuple[Position, Position]:
        """Its first and its last position."""
        return min(self.anchor, self.head), max(self.anchor, self.head)

    def ranges(self, blocks: Sequence[Block]) -> dict[int, list[tuple[int, int]]]:
        """Return the selected range of every block that has one, by block."""
        (first, start), (last, end) = self.ends
        found = {}
        for index in range(first, last + 1):
            text = blocks[index].text
            begin = sign_at(text, start)[0] if index == first else 0
            stop = sign_at(text, end)[1] if index == last else len(text)
            if stop > begin:
                found[index] = [(begin, stop)]
        return found

    def text(self, blocks: Sequence[Block]) -> str:
        """Return the selected words, with an empty line between blocks."""
        return "\n\n".join(blocks[index].text[a:b] for index, spans in self.ranges(blocks).items() for a, b in spans)


def sign_at(text: str, offset: int) -> tuple[int, int]:
    """Return the range of the sign at an offset.

    A sign is what is read as one, such as a letter with accents or a joined emoji.
    """
    if is_narrow(text):
        return min(offset, len(text)), min(offset + 1, len(text))
    return next(((start, end) for start, end, _ in signs(text) if start <= offset < end), (len(text), len(text)))


def first_word(text: str) -> tuple[int, int]:
    """Return the range of a text's first word.

    Without a word it is that of the first character.
    """
    match = _WORD.search(text)
    return match.span() if match else (0, min(1, len(text)))


def word_at(text: str, offset: int) -> tuple[int, int]:
    """Return the range of the word at an offset.

    Without a word it is that of the character.
    """
    for match in _WORD.finditer(text):
        if match.start() <= offset < match.end():
            return match.span()
    return offset, min(offset + 1, len(text))


def by_character(blocks: Sequence[Block], at: Position, step: int) -> Position:
    """Return the position one sign on (1) or back (-1), over the ends of blocks."""
    start, end = sign_at(blocks[at[0]].text, at[1])
    block, offset = at[0], end if step > 0 else start - 1
    if offset < 0:
        return (block - 1, max(0, len(blocks[block - 1].text) - 1)) if block else (0, 0)
    if offset >= len(blocks[block].text):
        return (block + 1, 0) if block + 1 < len(blocks) else at
    return block, sign_at(blocks[block].text, offset)[0]


def by_word(blocks: Sequence[Block], at: Position, step: int) -> Position:
    """Return the end of the next word (1), or the start of the previous (-1)."""
    block, offset = at
    if step > 0:
        for index in range(block, len(blocks)):
            for match in _WORD.finditer(blocks[index].text):
                if (index, match.end() - 1) > (block, offset):
                    return index, match.end() - 1
        return len(blocks) - 1, max(0, len(blocks[-1].text) - 1)
    for index in range(block, -1, -1):
        starts = [match.start() for match in _WORD.finditer(blocks[index].text) if (index, match.start()) < (block, offset)]
        if starts:
            return index, starts[-1]
    return 0, 0
