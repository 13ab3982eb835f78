"""Describe a passage by its words, as W3C TextQuoteSelector does."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Selector:
    """The words of a passage and those around it.

    `position` is where the passage began in the article's text. `unique` says whether the words, and either larger part of them,
    stood there once when it was described (None: not known); where they did not, `shared` is how many code points of prefix and
    suffix stood around the others too, and tell nothing. `rival` is the likeness, from 0 to 1, of the passage that was most like
    it. `version` is the text's: while no word has changed, the position holds.
    """

    exact: str = ""
    prefix: str = ""
    suffix: str = ""
    position: int = 0
    unique: bool | None = None
    shared: tuple[int, int] = (0, 0)
    rival: float | None = None
    version: str = ""
